package org.mlmath.linalg.matrix.function;

import java.util.Arrays;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.decomposition.Eigen;
import org.mlmath.linalg.decomposition.EigenResult;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook where there is a basis of real eigenvectors: A = V·D·V⁻¹ makes f(A) = V·f(D)·V⁻¹. (The answer does not come
 * that way: V may be nearly singular.) For order 2 without one, by the polynomial that interpolates f at the eigenvalues. Kinds of steps:
 * eigenvalues, eigenvectors, function, interpolation, product.
 */
final class FunctionWorking {
    private static final int MOST_ROWS = 4;

    private FunctionWorking() {}

    static MatrixFunctionResult explain(
            MatrixFunctionResult answer, Matrix a, FunctionName function, Deadline deadline) {
        if (a.rows() > MOST_ROWS || answer.complex() || !Latex.readable(a)) {
            return without(answer);
        }
        EigenResult eigen = Eigen.decompose(a, true, false, deadline);
        int n = a.rows();
        if (!eigen.diagonalizable() || eigen.complex()) {
            return n == 2 ? interpolated(answer, a, function, eigen) : without(answer);
        }
        double[] lambda = eigen.values().re();
        double[] images = Arrays.stream(lambda).map(x -> image(function, x)).toArray();
        Matrix v = new Matrix(n, n, eigen.vectors().re());
        Kernel kernel = Kernels.current();
        Matrix inverse = kernel.lu(v).solve(Matrix.identity(n));
        double[] scaled = v.values().clone();
        for (int at = 0; at < scaled.length; at++) {
            scaled[at] *= images[at % n];
        }
        Matrix product = kernel.multiply(new Matrix(n, n, scaled), inverse);
        Matrix expected = new Matrix(n, n, answer.matrix().re());
        if (!Working.agree(product.values(), expected.values())) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        String name = name(function);
        Working working = new Working();
        working.add(
                new Step(
                        "eigenvalues",
                        "Find the eigenvalues",
                        "They are the roots of det(A − λI).",
                        "\\lambda:\\quad " + Latex.vector(lambda),
                        lambda),
                n);
        working.add(
                new Step(
                        "eigenvectors",
                        "A basis of eigenvectors",
                        "They are the columns of V, so that A = VDV⁻¹ with the eigenvalues in D.",
                        "V = %s,\\quad V^{-1} = %s".formatted(Latex.matrix(v), Latex.matrix(inverse)),
                        v),
                n * n);
        working.add(
                new Step(
                        "function",
                        "Apply the function to the eigenvalues",
                        "In powers of A all but the outermost V cancel; so a power series acts on D alone.",
                        "%s(\\lambda):\\quad %s".formatted(name, Latex.vector(images)),
                        images),
                n);
        return answer.withSteps(working.endingIn(new Step(
                "product",
                "Back to the first basis",
                "The function of the eigenvalues, between V and its inverse.",
                "%s(A) = V\\, %s(D)\\, V^{-1} = %s".formatted(name, name, Latex.matrix(expected)),
                answer.matrix())));
    }

    /**
     * Without a basis of real eigenvectors: the line through the function's values at the two eigenvalues, or its tangent where they are
     * one, is a polynomial that agrees with the function on A. Its slope is real for a pair of conjugates.
     */
    private static MatrixFunctionResult interpolated(
            MatrixFunctionResult answer, Matrix a, FunctionName function, EigenResult eigen) {
        double x = (a.get(0, 0) + a.get(1, 1)) / 2;
        double y = eigen.complex() ? Math.abs(eigen.values().im()[0]) : 0;
        double value = realPart(function, x, y);
        double slope = y == 0 ? derivative(function, x) : imaginaryPart(function, x, y) / y;
        double[] formed = new double[4];
        for (int at = 0; at < 4; at++) {
            boolean diagonal = at % 3 == 0;
            formed[at] = (diagonal ? value : 0) + slope * (a.values()[at] - (diagonal ? x : 0));
        }
        if (!Working.agree(formed, answer.matrix().re())) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        String name = name(function);
        Working working = new Working();
        working.add(
                new Step(
                        "eigenvalues",
                        "Find the eigenvalues",
                        y == 0
                                ? "There is one, twice, with too few eigenvectors for a basis."
                                : "They are a pair of complex conjugates.",
                        "\\lambda:\\quad " + Latex.complex(x, y) + (y == 0 ? "" : ",\\quad " + Latex.complex(x, -y)),
                        eigen.values()),
                4);
        working.add(
                new Step(
                        "interpolation",
                        "A polynomial in place of the function",
                        y == 0
                                ? "Powers of A beyond the first are combinations of I and A; the tangent at λ has the function's value and slope there, which is all that counts."
                                : "Powers of A beyond the first are combinations of I and A; the line through the function's values at both eigenvalues is all that counts.",
                        y == 0
                                ? "%s(\\lambda) = %s,\\quad %s'(\\lambda) = %s"
                                        .formatted(name, Latex.number(value), name, Latex.number(slope))
                                : "\\operatorname{Re} %s(\\lambda) = %s,\\quad \\frac{\\operatorname{Im} %s(\\lambda)}{\\operatorname{Im} \\lambda} = %s"
                                        .formatted(name, Latex.number(value), name, Latex.number(slope)),
                        new double[] {value, slope}),
                2);
        return answer.withSteps(working.endingIn(new Step(
                "product",
                "Put the matrix into it",
                "The value times the identity, and the slope times what A differs from it.",
                "%s(A) = %s\\, I + %s\\, %s = %s"
                        .formatted(
                                name,
                                Latex.number(value),
                                Latex.factor(slope),
                                x == 0 ? "A" : "(A - %s\\, I)".formatted(Latex.factor(x)),
                                Latex.matrix(new Matrix(2, 2, answer.matrix().re()))),
                answer.matrix())));
    }

    private static double realPart(FunctionName function, double x, double y) {
        return switch (function) {
            case EXP -> Math.exp(x) * Math.cos(y);
            case LOG -> Math.log(Math.hypot(x, y));
            case SQRT -> Math.sqrt((Math.hypot(x, y) + x) / 2);
            case SIN -> Math.sin(x) * Math.cosh(y);
            case COS -> Math.cos(x) * Math.cosh(y);
        };
    }

    private static double imaginaryPart(FunctionName function, double x, double y) {
        return switch (function) {
            case EXP -> Math.exp(x) * Math.sin(y);
            case LOG -> Math.atan2(y, x);
            case SQRT -> Math.sqrt((Math.hypot(x, y) - x) / 2);
            case SIN -> Math.cos(x) * Math.sinh(y);
            case COS -> -Math.sin(x) * Math.sinh(y);
        };
    }

    private static double derivative(FunctionName function, double x) {
        return switch (function) {
            case EXP -> Math.exp(x);
            case LOG -> 1 / x;
            case SQRT -> 0.5 / Math.sqrt(x);
            case SIN -> Math.cos(x);
            case COS -> -Math.sin(x);
        };
    }

    private static MatrixFunctionResult without(MatrixFunctionResult answer) {
        answer.warnings().add(Warning.noSteps());
        return answer;
    }

    private static double image(FunctionName function, double x) {
        return switch (function) {
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case SQRT -> Math.sqrt(Math.max(0, x)); // a zero may have been rounded below
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
        };
    }

    private static String name(FunctionName function) {
        return switch (function) {
            case EXP -> "\\exp";
            case LOG -> "\\log";
            case SQRT -> "\\operatorname{sqrt}";
            case SIN -> "\\sin";
            case COS -> "\\cos";
        };
    }
}
