package org.mlmath.expression.taylor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.evaluate.Kinks;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;

/**
 * The Taylor polynomial Σ (∂^p f)(a)/p!·(x − a)^p over |p| ≤ order of an expression about a point.
 *
 * <p>By the arithmetic of truncated power series, not by differentiating again and again: the cost grows with the square of the order
 * rather than with the length of the derivatives. Coefficients are rational numbers, without rounding, where the expression allows
 * it; coordinates count as the decimals they are written as. A zero that numerator and denominator share at the point is
 * divided out (one variable), so that sin(x)/x has its expansion about 0.
 *
 * @param terms by degree, within a degree from the first variable's highest power on; of one variable every degree is there, of several
 *     terms whose coefficient is 0 are left out
 * @param continued whether a zero was divided out, so that the expression has no value at the point itself
 */
public record TaylorExpansion(List<String> variables, List<TaylorTerm> terms, boolean continued) {
    /** Of a polynomial. */
    public static final int TERMS = 5_000;

    private static final int KEY_BITS = 62;

    /**
     * @param variables in the order of the point's coordinates, all free ones among them
     * @throws DomainException where the function or one of the derivatives has no value at the point
     * @throws LimitExceededException for more than 5,000 terms
     */
    public static TaylorExpansion of(
            Expression expression, List<String> variables, double[] about, int order, Deadline deadline) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(order);
        requireFewTerms(variables.size(), order, bits);
        if (order > 0) {
            requireSmooth(expression, variables, about);
        }
        Scalar[] point = Arrays.stream(about).mapToObj(Scalar::meant).toArray(Scalar[]::new);
        SeriesAlgebra algebra = new SeriesAlgebra(point, bits, deadline);
        Quantity value = SeriesLowering.lower(algebra, expression, variables);
        List<TaylorTerm> terms = new ArrayList<>();
        for (int degree = 0; degree <= order; degree++) {
            Form form = algebra.term(value, degree);
            if (!form.isFinite()) {
                throw undefined(expression, variables, about, degree);
            }
            addTerms(terms, form, degree, variables.size(), bits);
        }
        return new TaylorExpansion(List.copyOf(variables), List.copyOf(terms), algebra.continued());
    }

    private static void requireFewTerms(int variables, int order, int bits) {
        double terms = 1;
        for (int i = 1; i <= variables && terms <= TERMS; i++) {
            terms = terms * (order + i) / i;
        }
        if (terms > TERMS || (long) bits * variables > KEY_BITS) {
            LimitExceededException e = new LimitExceededException(
                    "A polynomial of order %d in %d variables has too many terms; the limit is %,d, and %d variables at this order."
                            .formatted(order, variables, TERMS, KEY_BITS / Math.max(1, bits)));
            throw e.with("limit", TERMS);
        }
    }

    private static void requireSmooth(Expression expression, List<String> variables, double[] about) {
        List<Expression> kinks = Kinks.at(expression, variables, about, variables);
        if (!kinks.isEmpty()) {
            String part = Expressions.text(kinks.getFirst());
            DomainException e = new DomainException(
                    "%s is not smooth at this point, so there is no Taylor polynomial about it.".formatted(part));
            throw e.with("expression", part);
        }
    }

    private static RuntimeException undefined(
            Expression expression, List<String> variables, double[] about, int degree) {
        if (degree == 0) {
            Evaluation.value(expression, variables, about); // says what is undefined
        }
        DomainException e = new DomainException(
                degree == 0
                        ? "The expression has no value at this point, so there is no Taylor polynomial about it."
                        : "A derivative of order %d does not exist at this point, or is too large for a double; the polynomial of order %d does."
                                .formatted(degree, degree - 1));
        return e.with("order", degree);
    }

    private static void addTerms(List<TaylorTerm> terms, Form form, int degree, int variables, int bits) {
        if (variables == 1) {
            terms.add(term(List.of(degree), form.coefficient(degree)));
            return;
        }
        List<TaylorTerm> found = new ArrayList<>();
        form.coefficients().forEach((key, coefficient) -> {
            List<Integer> powers = new ArrayList<>();
            for (int i = 0; i < variables; i++) {
                powers.add((int) (key >>> (bits * i)) & ((1 << bits) - 1));
            }
            found.add(term(List.copyOf(powers), coefficient));
        });
        found.sort((a, b) -> {
            int i = 0;
            while (i < variables - 1 && a.powers().get(i).equals(b.powers().get(i))) {
                i++;
            }
            return b.powers().get(i) - a.powers().get(i);
        });
        terms.addAll(found);
    }

    private static TaylorTerm term(List<Integer> powers, Scalar coefficient) {
        return new TaylorTerm(powers, coefficient.exact(), coefficient.value());
    }
}
