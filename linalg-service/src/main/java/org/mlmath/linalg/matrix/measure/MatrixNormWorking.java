package org.mlmath.linalg.matrix.measure;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** A norm as it is defined. Kinds of steps: squares, sums, gram-matrix, eigenvalues, singular-values, and last norm. */
final class MatrixNormWorking {
    private static final int MOST_ROWS = 8;

    private MatrixNormWorking() {}

    static MatrixNormResult explain(MatrixNormResult answer, Matrix a, NormKind kind) {
        if (!readable(a)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Working working = new Working();
        String last = derive(working, a, kind);
        return answer.withSteps(working.endingIn(new Step(
                "norm",
                "The norm",
                kind.formula(),
                "\\|A\\| = %s = %s".formatted(last, Latex.number(answer.value())),
                answer.value())));
    }

    static boolean readable(Matrix a) {
        return Math.max(a.rows(), a.columns()) <= MOST_ROWS && Latex.readable(a);
    }

    private static String derive(Working working, Matrix a, NormKind kind) {
        return switch (kind) {
            case FROBENIUS -> {
                double[] squares =
                        Arrays.stream(a.values()).map(entry -> entry * entry).toArray();
                Matrix shown = new Matrix(a.rows(), a.columns(), squares);
                working.add(
                        new Step(
                                "squares",
                                "Square the entries",
                                "A square has no sign.",
                                "a_{ij}^2:\\quad " + Latex.matrix(shown),
                                shown),
                        squares.length);
                yield "\\sqrt{" + Latex.number(Arrays.stream(squares).sum()) + "}";
            }
            case ONE -> sums(working, a.transpose(), "column");
            case INFINITY -> sums(working, a, "row");
            case MAX -> "\\max_{ij} |a_{ij}|";
            case TWO -> {
                singularValues(working, a);
                yield "\\sigma_1";
            }
            case NUCLEAR -> {
                double[] sigma = singularValues(working, a);
                yield Arrays.stream(sigma).mapToObj(Latex::number).collect(Collectors.joining(" + "));
            }
        };
    }

    private static String sums(Working working, Matrix lines, String name) {
        double[] sums = new double[lines.rows()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Arrays.stream(lines.row(i)).map(Math::abs).sum();
        }
        String listed = Arrays.stream(sums).mapToObj(Latex::number).collect(Collectors.joining(",\\ "));
        working.add(
                new Step(
                        "sums",
                        "Add up every " + name,
                        "Entries count without their signs.",
                        "\\text{%s sums: } %s".formatted(name, listed),
                        sums),
                sums.length);
        return "\\max(" + listed + ")";
    }

    /** The roots of the eigenvalues of the smaller of AᵀA and AAᵀ. */
    static double[] singularValues(Working working, Matrix a) {
        boolean wide = a.rows() < a.columns();
        Matrix gram = Kernels.current().gram(wide ? a.transpose() : a);
        double[] sigma = MatrixNorm.singularValues(a);
        String name = wide ? "A A^{\\mathsf T}" : "A^{\\mathsf T} A";
        working.add(
                new Step(
                        "gram-matrix",
                        wide ? "Form AAᵀ" : "Form AᵀA",
                        "Its eigenvalues are the squares of the singular values.",
                        name + " = " + Latex.matrix(gram),
                        gram),
                gram.values().length);
        working.add(
                new Step(
                        "singular-values",
                        "The roots of its eigenvalues",
                        "They are the singular values, the half axes of the ellipsoid that the unit sphere becomes.",
                        "\\sigma:\\quad "
                                + Arrays.stream(sigma).mapToObj(Latex::number).collect(Collectors.joining(",\\ ")),
                        sigma),
                sigma.length);
        return sigma;
    }
}
