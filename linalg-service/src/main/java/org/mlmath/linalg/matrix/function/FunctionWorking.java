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
 * that way: V may be nearly singular.) Kinds of steps: eigenvalues, eigenvectors, function, product.
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
        if (!eigen.diagonalizable() || eigen.complex()) {
            return without(answer);
        }
        int n = a.rows();
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
