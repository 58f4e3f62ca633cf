package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook for A = Z·T·Zᴴ of order 2: an eigenvector becomes the first axis; where there is no real one, the axes of the
 * real form are turned until the diagonal entries are equal. Kinds of steps: characteristic-polynomial, eigenvalues, eigenvector, turn,
 * basis, form.
 */
final class SchurWorking {
    private SchurWorking() {}

    static SchurResult explain(SchurResult answer, Matrix a) {
        if (a.rows() != 2 || !Latex.readable(a)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        ComplexMatrix z = answer.z();
        ComplexMatrix t = answer.t();
        boolean blocked = answer.complex() && !t.isComplex();
        double trace = a.get(0, 0) + a.get(1, 1);
        double determinant = a.get(0, 0) * a.get(1, 1) - a.get(0, 1) * a.get(1, 0);
        double sum = answer.values().re()[0] + answer.values().re()[1];
        if (!isForm(a, z, t) || !(Math.abs(sum - trace) <= 1e-12 * Math.max(a.maxAbs(), Math.abs(trace)))) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        Working working = new Working();
        double[] coefficients = {1, -trace, determinant};
        working.add(
                new Step(
                        "characteristic-polynomial",
                        "The characteristic polynomial",
                        "Of order 2 it is λ² minus the trace times λ, plus the determinant.",
                        polynomial(trace, determinant) + " = 0",
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
        ComplexVector first = new ComplexVector(
                new double[] {z.re()[0], z.re()[2]}, z.isComplex() ? new double[] {z.im()[0], z.im()[2]} : null);
        String column = "z_1 = " + Latex.matrix(new ComplexMatrix(2, 1, first.re(), first.im()));
        if (blocked) {
            working.add(
                    new Step(
                            "turn",
                            "Turn the axes",
                            "There is no real eigenvector. By the angle θ the entries of the diagonal become equal, half the trace each.",
                            "\\tan 2\\theta = \\frac{a_{22} - a_{11}}{a_{12} + a_{21}},\\quad " + column,
                            first),
                    2);
        } else {
            working.add(
                    new Step(
                            "eigenvector",
                            "An eigenvector of length 1 for the first",
                            "It solves (A − λI)z = 0 and is the first column of Z.",
                            column,
                            first),
                    4);
        }
        working.add(
                new Step(
                        "basis",
                        "Complete it to an orthonormal basis",
                        z.isComplex()
                                ? "Orthogonal to (x, y) is every multiple of (−ȳ, x̄)."
                                : "In the plane there is one direction orthogonal to it.",
                        "Z = " + Latex.matrix(z),
                        z),
                8);
        return answer.withSteps(working.endingIn(new Step(
                "form",
                "The matrix in this basis",
                blocked
                        ? "Its diagonal entries are the real part of the eigenvalues; the product of the others is minus the square of the imaginary part."
                        : "Its first column is λ₁ times the first axis, so it is triangular, with the eigenvalues on the diagonal.",
                (z.isComplex() ? "T = Z^{\\mathsf H} A Z = " : "T = Z^{\\mathsf T} A Z = ") + Latex.matrix(t),
                t)));
    }

    /** @return whether T = ZᴴAZ, up to the rounding of a derivation */
    private static boolean isForm(Matrix a, ComplexMatrix z, ComplexMatrix t) {
        Kernel kernel = Kernels.current();
        Matrix x = new Matrix(2, 2, z.re());
        Matrix y = new Matrix(2, 2, z.isComplex() ? z.im() : new double[4]);
        Matrix ax = kernel.multiply(a, x);
        Matrix ay = kernel.multiply(a, y);
        double[] formed = new double[8];
        double[] answer = new double[8];
        for (int at = 0; at < 4; at++) {
            formed[at] = kernel.multiply(x, true, ax, false).values()[at]
                    + kernel.multiply(y, true, ay, false).values()[at];
            formed[4 + at] = kernel.multiply(x, true, ay, false).values()[at]
                    - kernel.multiply(y, true, ax, false).values()[at];
            answer[at] = t.re()[at];
            answer[4 + at] = t.isComplex() ? t.im()[at] : 0;
        }
        return Working.agree(formed, answer);
    }

    private static String polynomial(double trace, double determinant) {
        List<String> terms = new ArrayList<>();
        terms.add("\\lambda^2");
        if (trace != 0) {
            String size = Math.abs(trace) == 1 ? "" : Latex.number(Math.abs(trace)) + " ";
            terms.add((trace > 0 ? "-" : "") + size + "\\lambda");
        }
        if (determinant != 0) {
            terms.add(Latex.number(determinant));
        }
        return Latex.sum(terms);
    }

    private static String value(SchurResult answer, int i) {
        return Latex.complex(
                answer.values().re()[i],
                answer.values().isComplex() ? answer.values().im()[i] : 0);
    }
}
