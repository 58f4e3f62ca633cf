package org.mlmath.linalg.property;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.decomposition.Eigen;
import org.mlmath.linalg.decomposition.EigenResult;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/**
 * From the matrix of the form to its principal axes. Kinds of steps: matrix, axes, squares, signs, and those of the eigenvalues.
 */
final class QuadraticFormWorking {
    private static final int MOST_ROWS = 6;

    private QuadraticFormWorking() {}

    static QuadraticFormResult explain(QuadraticFormResult answer, Matrix symmetric, Deadline deadline) {
        int n = symmetric.rows();
        if (n > MOST_ROWS || !Latex.readable(symmetric)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Working working = new Working();
        working.add(
                new Step(
                        "matrix",
                        "The symmetric matrix of the form",
                        "Squares stand on the diagonal, half of each mixed term on either side of it.",
                        "x^{\\mathsf T} A x = %s,\\quad A = %s"
                                .formatted(polynomial(symmetric), Latex.matrix(symmetric)),
                        symmetric),
                n * n);
        EigenResult eigen = Eigen.decompose(symmetric, true, true, deadline);
        if (eigen.steps() != null) {
            eigen.steps().forEach(step -> working.add(step, n * n));
        }
        double[] lambda = answer.eigenvalues();
        if (!Working.agree(eigen.values().re(), lambda)) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        working.add(
                new Step(
                        "axes",
                        "The principal axes",
                        "Eigenvectors of length 1, orthogonal to each other; y are the coordinates along them.",
                        "Z = %s,\\quad x = Z y".formatted(Latex.matrix(answer.axes())),
                        answer.axes()),
                n * n);
        List<String> squares = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            squares.add(lambda[i] == 0 ? "0" : Latex.coefficient(lambda[i]) + "y_{%d}^2".formatted(i + 1));
        }
        working.add(
                new Step(
                        "squares",
                        "The form along the axes",
                        "Mixed terms are gone, the eigenvalues stand before the squares.",
                        "x^{\\mathsf T} A x = " + Latex.sum(squares),
                        lambda),
                n);
        return answer.withSteps(working.endingIn(new Step(
                "signs",
                "Read the signs",
                "%d positive, %d negative, %d zero: that decides which signs the form takes."
                        .formatted(
                                answer.diagnostics().positive(),
                                answer.diagnostics().negative(),
                                answer.diagnostics().zero()),
                "\\lambda:\\quad " + Latex.matrix(new Matrix(1, n, lambda)),
                answer.definiteness())));
    }

    private static String polynomial(Matrix a) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < a.rows(); i++) {
            for (int j = i; j < a.rows(); j++) {
                double coefficient = i == j ? a.get(i, i) : 2 * a.get(i, j);
                if (coefficient != 0) {
                    String variables = i == j ? "x_{%d}^2".formatted(i + 1) : "x_{%d} x_{%d}".formatted(i + 1, j + 1);
                    terms.add(Latex.coefficient(coefficient) + variables);
                }
            }
        }
        return terms.isEmpty() ? "0" : Latex.sum(terms);
    }
}
