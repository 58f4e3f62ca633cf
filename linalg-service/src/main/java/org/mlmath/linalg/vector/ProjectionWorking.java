package org.mlmath.linalg.vector;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;

/** The working of a textbook for a projection. Kinds: scalar-products, normal-equations, residual, project. */
final class ProjectionWorking {
    private ProjectionWorking() {}

    static ProjectionResult explain(
            ProjectionResult result,
            RationalMatrix gram,
            RationalMatrix shares,
            Rational[] c,
            Rational[] p,
            Rational[] residual) {
        Working working = new Working();
        int k = gram.rows();
        boolean one = k == 1;
        working.add(
                new Step(
                        "scalar-products",
                        one ? "Multiply the vectors" : "Multiply every vector with every other, and with v",
                        one
                                ? "The scalar product of b with itself, and with v."
                                : "The matrix G holds the scalar products of the vectors projected onto, the column those with v.",
                        one
                                ? "b \\cdot b = %s, \\quad b \\cdot v = %s"
                                        .formatted(
                                                gram.get(0, 0).latex(),
                                                shares.get(0, 0).latex())
                                : "G = %s, \\quad B v = %s".formatted(latex(gram), latex(shares)),
                        gram.toText()),
                k * k);
        working.add(
                new Step(
                        "normal-equations",
                        one ? "Divide" : "Solve the normal equations",
                        "The residual must be orthogonal to %s; this fixes the %s."
                                .formatted(one ? "b" : "all vectors", one ? "coefficient" : "coefficients"),
                        one
                                ? "c = \\frac{b \\cdot v}{b \\cdot b} = " + c[0].latex()
                                : "G c = B v, \\quad c = " + latex(c),
                        result.coefficients()),
                k);
        working.add(
                new Step(
                        "residual",
                        "Take the projection from v",
                        "What is left is orthogonal to %s; its length is the distance."
                                .formatted(one ? "b" : "the span"),
                        "v - p = %s, \\quad \\left\\|v - p\\right\\| = %s"
                                .formatted(latex(residual), Latex.number(result.distance())),
                        result.residual()),
                residual.length);
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            terms.add(Latex.coefficient(c[i]) + (one ? "b" : "b_{%d}".formatted(i + 1)));
        }
        Step last = new Step(
                "project",
                "Put the projection together",
                one ? "It is that multiple of b." : "It is that combination of the vectors.",
                "p = %s = %s".formatted(Latex.sum(terms), latex(p)),
                result.projection());
        if (working.full()) {
            result.warnings().add(working.truncated());
        }
        return new ProjectionResult(
                result.projection(),
                result.residual(),
                result.coefficients(),
                result.distance(),
                result.diagnostics(),
                result.conventions(),
                result.warnings(),
                working.endingIn(last));
    }

    private static String latex(RationalMatrix a) {
        return Latex.matrix(a.rows(), a.columns(), 0, (i, j) -> a.get(i, j).latex());
    }

    private static String latex(Rational[] x) {
        return Latex.matrix(x.length, 1, 0, (i, j) -> x[i].latex());
    }
}
