package org.mlmath.expression.asymptotic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.mlmath.expression.Expression;

/**
 * A sum of powers of ω, which goes to 0 faster than any power of the coefficients changes.
 *
 * @param terms by rising exponents
 * @param bound what is left out is of this exponent or higher; null: nothing is
 */
record OmegaSeries(List<Term> terms, Expression bound) {
    /** Terms that are carried at most. */
    private static final int LONGEST = 48;

    record Term(Expression exponent, Germ coefficient) {}

    static OmegaSeries exactly(Germ coefficient) {
        return power(coefficient, Constants.ZERO);
    }

    static OmegaSeries power(Germ coefficient, Expression exponent) {
        return new OmegaSeries(coefficient.isZero() ? List.of() : List.of(new Term(exponent, coefficient)), null);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    Term first() {
        return terms.getFirst();
    }

    /** @return without the terms at the front that are 0 in disguise */
    OmegaSeries trimmed(Predicate<Germ> isZero) {
        int from = 0;
        while (from < terms.size() && isZero.test(terms.get(from).coefficient())) {
            from++;
        }
        return new OmegaSeries(terms.subList(from, terms.size()), bound);
    }

    OmegaSeries add(OmegaSeries other, Germs germs, Constants constants) {
        List<Term> merged = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < terms.size() || j < other.terms.size()) {
            Term a = i < terms.size() ? terms.get(i) : null;
            Term b = j < other.terms.size() ? other.terms.get(j) : null;
            int order = a == null ? 1 : b == null ? -1 : constants.compare(a.exponent, b.exponent);
            if (order == 0) {
                Germ sum = germs.add(a.coefficient, b.coefficient);
                if (!sum.isZero()) {
                    merged.add(new Term(a.exponent, sum));
                }
            } else {
                merged.add(order < 0 ? a : b);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new OmegaSeries(merged, lower(bound, other.bound, constants)).cut(constants);
    }

    /** Multiplies by a coefficient and a power of ω. */
    OmegaSeries times(Germ coefficient, Expression exponent, Germs germs, Constants constants) {
        List<Term> moved = new ArrayList<>();
        for (Term term : terms) {
            Germ product = germs.multiply(term.coefficient, coefficient);
            if (!product.isZero()) {
                moved.add(new Term(constants.sum(term.exponent, exponent), product));
            }
        }
        return new OmegaSeries(moved, bound == null ? null : constants.sum(bound, exponent));
    }

    OmegaSeries multiply(OmegaSeries other, Germs germs, Constants constants) {
        if (isEmpty() && bound == null || other.isEmpty() && other.bound == null) {
            return new OmegaSeries(List.of(), null);
        }
        Expression limit = lower(
                bound == null ? null : constants.sum(bound, other.least()),
                other.bound == null ? null : constants.sum(other.bound, least()),
                constants);
        OmegaSeries result = new OmegaSeries(List.of(), limit);
        for (Term term : terms) {
            result = result.add(
                    new OmegaSeries(other.times(term.coefficient, term.exponent, germs, constants).terms, limit),
                    germs,
                    constants);
        }
        return result;
    }

    /** The exponent below which there is nothing. */
    private Expression least() {
        return terms.isEmpty() ? bound : first().exponent;
    }

    OmegaSeries withBound(Expression other, Constants constants) {
        return new OmegaSeries(terms, lower(bound, other, constants)).cut(constants);
    }

    private OmegaSeries cut(Constants constants) {
        int kept = terms.size();
        while (kept > 0 && bound != null && constants.compare(terms.get(kept - 1).exponent, bound) >= 0) {
            kept--;
        }
        if (kept > LONGEST) {
            return new OmegaSeries(terms.subList(0, LONGEST), terms.get(LONGEST).exponent);
        }
        return kept == terms.size() ? this : new OmegaSeries(terms.subList(0, kept), bound);
    }

    private static Expression lower(Expression a, Expression b, Constants constants) {
        return a == null ? b : b == null ? a : constants.compare(a, b) <= 0 ? a : b;
    }
}
