package org.mlmath.calculus.series;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.expression.precision.Precise.Missing;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.exact.Rational;

/** The terms of a series, each to sixty digits and computed once. */
final class Terms {
    static final int DIGITS = 60;
    private static final int BITS = 220;

    private final Expression term;
    private final String index;
    private final Deadline deadline;
    private final Map<BigInteger, Precise> known = new HashMap<>();
    private long evaluations;

    Terms(Expression term, String index, Deadline deadline) {
        this.term = term;
        this.index = index;
        this.deadline = deadline;
    }

    long evaluations() {
        return evaluations;
    }

    /** @throws DomainException where there is no such term */
    Precise at(BigInteger n) {
        Precise value = known.get(n);
        if (value == null) {
            deadline.check();
            evaluations++;
            value = HighPrecision.enclosure(term, Map.of(index, new Rational(n, BigInteger.ONE)), BITS, deadline);
            if (value == Missing.UNDEFINED) {
                throw new DomainException(
                        "The term %s has no value at %s = %s.".formatted(Expressions.text(term), index, n));
            }
            if (known.size() < 50_000) {
                known.put(n, value);
            }
        }
        return value;
    }

    /** @return the digits; null where they are not to be had */
    BigDecimal decimal(BigInteger n) {
        Precise value = at(n);
        if (!(value instanceof Precise.Exact)
                && value.isDefined()
                && value.ball(64).magnitude() < -2_000) {
            return BigDecimal.ZERO;
        }
        return value.decimal(DIGITS);
    }
}
