package org.mlmath.expression.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;

/**
 * The generators that an expression leads to, what is known of their signs and powers, and arithmetic with them. Work is counted, and
 * ends undecided when it is too much.
 */
final class Field {
    /** Multiplications of coefficients. */
    private static final long WORK = 400_000;

    private static final int TERMS = 1_500;
    private static final int GENERATORS = 60;
    private static final int LONGEST_NAME = 4_000;

    /** Nothing is proven. */
    static final class UndecidedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UndecidedException() {
            super("undecided", null, false, false);
        }
    }

    /** A generator: what it is called, its sign where that is known, its size where it is a number. */
    private record Generator(String name, int sign, double value) {}

    /** g^power = replacement */
    private record Relation(int power, Sparse replacement) {}

    private final List<Generator> generators = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private final Map<Integer, Relation> relations = new TreeMap<>();
    private final Deadline deadline;
    private long work;

    Field(Deadline deadline) {
        this.deadline = deadline;
    }

    void spend(long operations) {
        work += operations + 1;
        if (work > WORK) {
            throw new UndecidedException();
        }
        if ((work & 0x3ff) < operations + 1) {
            deadline.check();
        }
    }

    /**
     * @param name equal for equal generators
     * @param sign 1 or −1 where it is known, else 0
     * @param value of a number, NaN for others
     * @return the generator's index, new or known
     */
    int generator(String name, int sign, double value) {
        Integer known = indices.get(name);
        if (known != null) {
            return known;
        }
        if (generators.size() >= GENERATORS) {
            throw new UndecidedException();
        }
        generators.add(new Generator(name, sign, value));
        indices.put(name, generators.size() - 1);
        return generators.size() - 1;
    }

    void relate(int generator, int power, Sparse replacement) {
        relations.put(generator, new Relation(power, replacement));
    }

    /** @return 1 or −1 where the generator's sign is known, else 0 */
    int sign(int generator) {
        Generator g = generators.get(generator);
        return g.sign != 0 || Double.isNaN(g.value) ? g.sign : (int) Math.signum(g.value);
    }

    /** @return the polynomial's value where all its generators are numbers, else NaN */
    double value(Sparse polynomial) {
        double sum = 0;
        for (Map.Entry<Monomial, Rational> term : polynomial.terms().entrySet()) {
            double product = term.getValue().doubleValue();
            for (int i = 0; i < term.getKey().size(); i++) {
                if (term.getKey().exponent(i) != 0) {
                    product *= Math.pow(generators.get(i).value, term.getKey().exponent(i));
                }
            }
            sum += product;
        }
        return sum;
    }

    Sparse times(Sparse a, Sparse b) {
        return reduced(a.product(b, this));
    }

    /** @return with the powers that have a relation replaced */
    Sparse reduced(Sparse polynomial) {
        Sparse result = polynomial;
        while (true) {
            if (result.terms().size() > TERMS) {
                throw new UndecidedException();
            }
            int generator = -1;
            for (Map.Entry<Integer, Relation> relation : relations.entrySet()) {
                int power = relation.getValue().power;
                if (result.terms().keySet().stream().anyMatch(m -> m.exponent(relation.getKey()) >= power)) {
                    generator = relation.getKey(); // the latest: earlier ones may appear in its replacement
                }
            }
            if (generator < 0) {
                return result;
            }
            Relation relation = relations.get(generator);
            TreeMap<Monomial, Rational> next = new TreeMap<>();
            for (Map.Entry<Monomial, Rational> term : result.terms().entrySet()) {
                int exponent = term.getKey().exponent(generator);
                if (exponent < relation.power) {
                    Sparse.add(next, term.getKey(), term.getValue());
                } else {
                    Monomial rest = term.getKey().with(generator, exponent - relation.power);
                    spend(relation.replacement.terms().size());
                    relation.replacement
                            .terms()
                            .forEach((m, c) -> Sparse.add(next, m.times(rest), c.multiply(term.getValue())));
                }
            }
            result = new Sparse(next);
        }
    }

    Ratio ratio(Sparse numerator, Sparse denominator) {
        if (numerator.isZero()) {
            return Ratio.ZERO;
        }
        if (denominator.isZero()) {
            throw new UndecidedException();
        }
        Rational content = denominator.content();
        Sparse top = numerator.times(Rational.ONE.divide(content));
        Sparse bottom = denominator.times(Rational.ONE.divide(content));
        Monomial common = top.common().common(bottom.common());
        if (common.size() > 0) {
            top = top.over(common);
            bottom = bottom.over(common);
        }
        if (!bottom.isConstant()) {
            Sparse quotient = top.over(bottom, this);
            if (quotient != null) {
                return Ratio.of(quotient);
            }
            if (bottom.terms().size() > 1 && top.terms().size() > 1) {
                Sparse inverse = bottom.over(top.times(Rational.ONE.divide(top.content())), this);
                if (inverse != null) {
                    return new Ratio(Sparse.of(top.content()), inverse);
                }
            }
        }
        return new Ratio(top, bottom);
    }

    Ratio plus(Ratio a, Ratio b) {
        if (a.denominator().equals(b.denominator())) {
            return ratio(a.numerator().plus(b.numerator()), a.denominator());
        }
        Sparse more = b.denominator().over(a.denominator(), this);
        if (more != null) {
            return ratio(times(a.numerator(), more).plus(b.numerator()), b.denominator());
        }
        more = a.denominator().over(b.denominator(), this);
        if (more != null) {
            return ratio(a.numerator().plus(times(b.numerator(), more)), a.denominator());
        }
        return ratio(
                times(a.numerator(), b.denominator()).plus(times(b.numerator(), a.denominator())),
                times(a.denominator(), b.denominator()));
    }

    Ratio minus(Ratio a, Ratio b) {
        return plus(a, negate(b));
    }

    Ratio negate(Ratio a) {
        return new Ratio(a.numerator().times(Rational.of(-1)), a.denominator());
    }

    Ratio times(Ratio a, Ratio b) {
        // Across, what cancels cancels before the product grows.
        Ratio first = a.numerator().isZero() || b.denominator().isOne() ? null : ratio(a.numerator(), b.denominator());
        Ratio second = b.numerator().isZero() || a.denominator().isOne() ? null : ratio(b.numerator(), a.denominator());
        Sparse top1 = first == null ? a.numerator() : first.numerator();
        Sparse bottom1 = first == null ? b.denominator() : first.denominator();
        Sparse top2 = second == null ? b.numerator() : second.numerator();
        Sparse bottom2 = second == null ? a.denominator() : second.denominator();
        return ratio(times(top1, top2), times(bottom1, bottom2));
    }

    Ratio inverse(Ratio a) {
        return ratio(a.denominator(), a.numerator());
    }

    Ratio power(Ratio a, int n) {
        if (n < 0) {
            return power(inverse(a), -n);
        }
        Ratio power = Ratio.ONE;
        Ratio square = a;
        for (int i = n; i > 0; i >>= 1) {
            if ((i & 1) != 0) {
                power = times(power, square);
            }
            if (i > 1) {
                square = times(square, square);
            }
        }
        return power;
    }

    /** @return a text that equal polynomials share, in whatever order their generators came */
    String text(Sparse polynomial) {
        List<String> terms = new ArrayList<>();
        polynomial.terms().forEach((monomial, coefficient) -> {
            String name = text(monomial);
            terms.add(
                    name.isEmpty()
                            ? coefficient.toString()
                            : coefficient.equals(Rational.ONE) ? name : coefficient + "*" + name);
        });
        Collections.sort(terms);
        String text = terms.isEmpty() ? "0" : String.join(" + ", terms);
        if (text.length() > LONGEST_NAME) {
            throw new UndecidedException();
        }
        return text;
    }

    String text(Monomial monomial) {
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < monomial.size(); i++) {
            if (monomial.exponent(i) != 0) {
                String name = generators.get(i).name;
                factors.add(monomial.exponent(i) == 1 ? name : name + "^" + monomial.exponent(i));
            }
        }
        Collections.sort(factors);
        return String.join("*", factors);
    }

    String text(Ratio ratio) {
        return ratio.denominator().isOne()
                ? text(ratio.numerator())
                : "(" + text(ratio.numerator()) + ")/(" + text(ratio.denominator()) + ")";
    }

    /** @return the generators' names */
    List<String> names() {
        return generators.stream().map(Generator::name).toList();
    }
}
