package org.mlmath.expression.identity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.identity.Field.UndecidedException;

/**
 * Facts that are needed before they are known: the smallest part of an angle that occurs, the factors that logarithms split into. Who
 * finds one notes it here and starts over. And the case that is being looked at: a sign for each factor whose sign is open.
 */
final class Plan {
    private static final int RESTARTS = 80;
    private static final int CASES = 64;

    /** A fact that changes what has been done so far. */
    static final class RestartException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RestartException() {
            super("again, with what is known now", null, false, false);
        }
    }

    /** Into how many parts an angle, an exponent or the order of a root is divided, by name. */
    private final Map<String, BigInteger> parts = new HashMap<>();

    /** Expressions whose factors are to be known from the start. */
    private final List<Expression> factors = new ArrayList<>();

    private final Map<String, Integer> signs = new HashMap<>();
    private final List<String> open = new ArrayList<>();
    private int restarts;
    private int cases = 1;

    private void again() {
        if (++restarts > RESTARTS) {
            throw new UndecidedException();
        }
        throw new RestartException();
    }

    /** @return in how many parts the thing is divided, a multiple of what is asked for; starts over where it was not */
    BigInteger parts(String thing, BigInteger wanted) {
        BigInteger known = parts.putIfAbsent(thing, wanted);
        if (known == null) {
            return wanted;
        }
        if (known.mod(wanted).signum() != 0) {
            parts.put(thing, known.multiply(wanted).divide(known.gcd(wanted)));
            again();
        }
        return known;
    }

    List<Expression> factors() {
        return factors;
    }

    /** Starts over with the expression's factors first, unless that has been tried. */
    void factorFirst(Expression expression) {
        if (!factors.contains(expression)) {
            factors.addFirst(expression);
            again();
        }
    }

    /** @return the sign in the present case */
    int sign(String factor) {
        Integer known = signs.get(factor);
        if (known == null) {
            signs.put(factor, 1);
            open.add(factor);
            return 1;
        }
        return known;
    }

    /** @return whether there is another case, which is then the present one */
    boolean next() {
        while (!open.isEmpty()) {
            String last = open.getLast();
            if (signs.get(last) == 1) {
                signs.put(last, -1);
                if (++cases > CASES) {
                    throw new UndecidedException();
                }
                return true;
            }
            signs.remove(last);
            open.removeLast();
        }
        return false;
    }

    int cases() {
        return cases;
    }
}
