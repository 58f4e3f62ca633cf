package org.mlmath.linalg.property;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Matrix;

/**
 * The coefficients one after the other, in fractions, by Faddeev and LeVerrier: M₁ = I, cₙ₋ₖ = −tr(A·Mₖ)/k, Mₖ₊₁ = A·Mₖ + cₙ₋ₖ·I. Kinds of
 * steps: coefficient, cayley-hamilton, polynomial.
 */
final class CharacteristicWorking {
    private static final int MOST_ROWS = 6;

    private CharacteristicWorking() {}

    static CharacteristicPolynomialResult explain(CharacteristicPolynomialResult answer, Matrix matrix) {
        int n = matrix.rows();
        if (n > MOST_ROWS || !ExactCost.of(matrix).bearable() || !Latex.readable(matrix)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        RationalMatrix a = RationalMatrix.of(matrix);
        RationalMatrix identity = RationalMatrix.of(Matrix.identity(n));
        Working working = new Working();
        RationalMatrix m = identity;
        Rational[] coefficients = new Rational[n + 1];
        coefficients[0] = Rational.ONE;
        for (int k = 1; k <= n; k++) {
            RationalMatrix product = a.multiply(m);
            Rational trace = Rational.ZERO;
            for (int i = 0; i < n; i++) {
                trace = trace.add(product.get(i, i));
            }
            coefficients[k] = trace.divide(Rational.of(k)).negate();
            working.add(
                    new Step(
                            "coefficient",
                            title(n - k),
                            k == 1
                                    ? "It is minus the trace of A."
                                    : "The last product, plus the last coefficient on the diagonal, times A; minus its trace, divided by %d."
                                            .formatted(k),
                            "A M_{%d} = %s,\\quad c_{%d} = -\\frac{%s}{%d} = %s"
                                    .formatted(k, latex(product), n - k, trace.latex(), k, coefficients[k].latex()),
                            coefficients[k].toString()),
                    n * n);
            m = product.plus(identity.times(coefficients[k]));
        }
        double[] derived = new double[n + 1];
        for (int k = 0; k <= n; k++) {
            derived[k] = coefficients[k].doubleValue();
        }
        if (!m.isZero() || !Working.agree(derived, answer.coefficients())) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        working.add(
                new Step(
                        "cayley-hamilton",
                        "Check",
                        "The next matrix must be zero: every matrix is a root of its own polynomial.",
                        "M_{%d} = 0".formatted(n + 1),
                        null),
                0);
        return answer.withSteps(working.endingIn(new Step(
                "polynomial",
                "The polynomial",
                "Its roots are the eigenvalues.",
                "\\det(xI - A) = " + polynomial(coefficients),
                answer.coefficients())));
    }

    private static String title(int power) {
        return power == 0 ? "The constant term" : "The coefficient of x" + (power == 1 ? "" : "^" + power);
    }

    private static String latex(RationalMatrix a) {
        return Latex.matrix(a.rows(), a.columns(), 0, (i, j) -> a.get(i, j).latex());
    }

    private static String polynomial(Rational[] coefficients) {
        int n = coefficients.length - 1;
        List<String> terms = new ArrayList<>();
        for (int k = 0; k <= n; k++) {
            if (coefficients[k].signum() != 0) {
                String power = n - k == 0 ? "" : n - k == 1 ? "x" : "x^{%d}".formatted(n - k);
                String number = coefficients[k].latex();
                boolean one = k < n && coefficients[k].abs().equals(Rational.ONE);
                terms.add(one ? (coefficients[k].signum() < 0 ? "-" : "") + power : (number + " " + power).strip());
            }
        }
        return Latex.sum(terms);
    }
}
