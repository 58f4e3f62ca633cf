package org.mlmath.linalg.decomposition;

import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook for A = Z·T·Zᵀ of order 2: an eigenvector becomes the first axis; where there is no real one, the axes are
 * turned until the diagonal entries are equal. Kinds of steps: characteristic-polynomial, eigenvalues, eigenvector, turn, basis,
 * form.
 */
final class SchurWorking {
    private SchurWorking() {}

    static SchurResult explain(SchurResult answer, Matrix a) {
        if (a.rows() != 2 || !Latex.readable(a)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Matrix z = answer.z();
        Matrix formed = Kernels.current().multiply(Kernels.current().multiply(z.transpose(), a), z);
        double trace = a.get(0, 0) + a.get(1, 1);
        double determinant = a.get(0, 0) * a.get(1, 1) - a.get(0, 1) * a.get(1, 0);
        double sum = answer.values().re()[0] + answer.values().re()[1];
        if (!Working.agree(formed.values(), answer.t().values())
                || !(Math.abs(sum - trace) <= 1e-12 * Math.max(a.maxAbs(), Math.abs(trace)))) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        Working working = new Working();
        double[] coefficients = {1, -trace, determinant};
        working.add(
                new Step(
                        "characteristic-polynomial",
                        "The characteristic polynomial",
                        "Of order 2 it is λ² less the trace times λ, plus the determinant.",
                        "\\lambda^2 - %s \\lambda + %s = 0".formatted(Latex.factor(trace), Latex.factor(determinant)),
                        coefficients),
                3);
        working.add(
                new Step(
                        "eigenvalues",
                        "Its roots",
                        "By the formula for quadratic equations.",
                        "\\lambda = \\frac{%s \\pm \\sqrt{%s}}{2}:\\quad %s,\\quad %s"
                                .formatted(
                                        Latex.number(trace),
                                        Latex.number(trace * trace - 4 * determinant),
                                        value(answer, 0),
                                        value(answer, 1)),
                        answer.values()),
                4);
        double[] first = z.columnAt(0);
        if (answer.complex()) {
            working.add(
                    new Step(
                            "turn",
                            "Turn the axes",
                            "There is no real eigenvector. By the angle θ the entries of the diagonal become equal, half the trace each.",
                            "\\tan 2\\theta = \\frac{a_{22} - a_{11}}{a_{12} + a_{21}},\\quad z_1 = "
                                    + Latex.vector(first),
                            first),
                    2);
        } else {
            working.add(
                    new Step(
                            "eigenvector",
                            "An eigenvector of length 1 for the first",
                            "It solves (A − λI)z = 0 and is the first column of Z.",
                            "z_1 = " + Latex.vector(first),
                            first),
                    2);
        }
        working.add(
                new Step(
                        "basis",
                        "Complete it to an orthonormal basis",
                        "In the plane there is one direction orthogonal to it.",
                        "Z = " + Latex.matrix(z),
                        z),
                4);
        return answer.withSteps(working.endingIn(new Step(
                "form",
                "The matrix in this basis",
                answer.complex()
                        ? "Its diagonal entries are the real part of the eigenvalues; the product of the others is less the square of the imaginary part."
                        : "Its first column is λ₁ times the first axis, so it is triangular, with the eigenvalues on the diagonal.",
                "T = Z^{\\mathsf T} A Z = " + Latex.matrix(answer.t()),
                answer.t())));
    }

    private static String value(SchurResult answer, int i) {
        return Latex.complex(
                answer.values().re()[i],
                answer.values().isComplex() ? answer.values().im()[i] : 0);
    }
}
