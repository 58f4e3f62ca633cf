package org.mlmath.calculus.learning;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.mlmath.kit.answer.Step;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** The minimum of the squared error as taught, from the derivative to the normal equations. */
final class LinearLearningSteps {
    private static final int MOST_COEFFICIENTS = 8;

    private LinearLearningSteps() {}

    /** @return null where there is no closed form, or one too large for paper */
    static List<Step> of(Matrix x, double[] y, boolean intercept, double l2, double[] weights, double b) {
        int n = x.columns();
        int first = intercept ? 1 : 0;
        int p = n + first;
        if (p > MOST_COEFFICIENTS || p == 0) {
            return null;
        }
        double[] rows = new double[x.rows() * p];
        double[] beta = new double[p];
        for (int j = 0; j < n; j++) {
            beta[j + first] = weights[j];
            for (int i = 0; i < x.rows(); i++) {
                rows[i * p + j + first] = x.get(i, j);
            }
        }
        for (int i = 0; i < x.rows() && intercept; i++) {
            rows[i * p] = 1;
        }
        if (intercept) {
            beta[0] = b;
        }
        Matrix all = new Matrix(x.rows(), p, rows);
        Matrix gram = Kernels.current().multiply(all.transpose(), all);
        for (int j = first; j < p; j++) {
            gram.values()[j * p + j] += l2;
        }
        double[] right =
                Kernels.current().multiply(all.transpose(), Matrix.column(y)).values();
        String penalty = l2 > 0 ? " + \\lambda\\|w\\|^2" : "";
        String ridge = l2 > 0 ? " + \\lambda I_0" : "";
        return List.of(
                new Step(
                        "objective",
                        "What is minimised",
                        intercept
                                ? "The squared errors of all observations; a column of ones in X carries the intercept."
                                : "The squared errors of all observations.",
                        "J(\\beta) = \\|X\\beta - y\\|^2" + penalty,
                        null),
                new Step(
                        "gradient",
                        "Its gradient",
                        "Where J is least, its gradient is 0.",
                        "\\nabla J = 2X^\\top(X\\beta - y)%s = 0".formatted(l2 > 0 ? " + 2\\lambda w" : ""),
                        null),
                new Step(
                        "normal-matrix",
                        "The matrix of the normal equations",
                        "Products of the columns with each other%s."
                                .formatted(l2 > 0 ? ", and λ on the diagonal but for the intercept" : ""),
                        "X^\\top X%s = %s".formatted(ridge, matrix(gram)),
                        gram),
                new Step(
                        "right-hand-side",
                        "Their right-hand side",
                        "Products of the columns with the targets.",
                        "X^\\top y = " + matrix(Matrix.column(right)),
                        right),
                new Step(
                        "solution",
                        "The solution",
                        "%s the weights; gradient descent walks to the same point."
                                .formatted(intercept ? "The intercept, then" : "In the order of the columns"),
                        "\\beta = (X^\\top X%s)^{-1}X^\\top y = %s".formatted(ridge, matrix(Matrix.column(beta))),
                        beta));
    }

    private static String matrix(Matrix a) {
        StringJoiner rows = new StringJoiner(" \\\\ ", "\\begin{pmatrix}", "\\end{pmatrix}");
        for (int i = 0; i < a.rows(); i++) {
            StringJoiner row = new StringJoiner(" & ");
            for (int j = 0; j < a.columns(); j++) {
                row.add(number(a.get(i, j)));
            }
            rows.add(row.toString());
        }
        return rows.toString();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.5g", value);
        return text.contains("e")
                ? text.replaceFirst("e([+-])0*(\\d+)$", " \\\\cdot 10^{$1$2}").replace("{+", "{")
                : text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
