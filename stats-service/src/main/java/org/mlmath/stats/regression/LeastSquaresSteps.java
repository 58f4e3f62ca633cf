package org.mlmath.stats.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.mlmath.kit.answer.Step;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.regression.Design;
import org.mlmath.numerics.regression.LinearFit;
import org.mlmath.stats.number.Words;

/** Least squares as taught: the normal equations, their solution, and how sure it is. */
final class LeastSquaresSteps {
    static final int MOST_COEFFICIENTS = 8;

    private static final int MOST_ROWS = 12;

    private LeastSquaresSteps() {}

    /** @return null for models that are not for paper */
    static List<Step> of(
            Design design,
            RegressionSample sample,
            LinearFit fit,
            List<String> names,
            double variance,
            Matrix covariance) {
        int p = names.size();
        if (fit.rank() < p || p > MOST_COEFFICIENTS || p == 0) {
            return null;
        }
        Matrix x = design.matrix();
        double[] y = sample.target();
        boolean weighted = sample.weights() != null;
        Matrix scaled = weighted ? rowsTimes(x, sample.weights()) : x;
        Matrix gram = Kernels.current().multiply(x.transpose(), scaled);
        Matrix right = Kernels.current().multiply(scaled.transpose(), Matrix.column(y));
        double[] beta = fit.coefficients();
        List<Step> steps = new ArrayList<>();
        String transposed = weighted ? "X^\\top W" : "X^\\top";
        steps.add(new Step(
                "model",
                "The model",
                "Each row of X is an observation%s; β is sought that makes the sum of the squared residuals least."
                        .formatted(design.intercept() ? ", its 1 belonging to the intercept" : ""),
                "y = X\\beta + \\varepsilon, \\quad X = %s".formatted(matrix(x)),
                null));
        steps.add(new Step(
                "normal-equations",
                "The normal equations",
                "Where the sum is least its derivative vanishes: the residuals are orthogonal to every column of X.",
                "\\frac{\\partial}{\\partial\\beta}(y - X\\beta)^\\top %s(y - X\\beta) = -2%s(y - X\\beta) = 0 \\;\\Rightarrow\\; %sX\\beta = %sy"
                        .formatted(weighted ? "W" : "", transposed, transposed, transposed),
                null));
        steps.add(new Step(
                "normal-matrix",
                "Their matrix",
                "Sums of the products of the columns with each other.",
                transposed + "X = " + matrix(gram),
                gram));
        steps.add(new Step(
                "right-hand-side",
                "Their right-hand side",
                "Sums of the products of the columns with the target.",
                transposed + "y = " + matrix(right),
                right.values()));
        if (covariance != null) {
            double[] errors = new double[p];
            for (int j = 0; j < p; j++) {
                errors[j] = Math.sqrt(covariance.get(j, j));
            }
            steps.add(new Step(
                    "residual-variance",
                    "The variance of the errors",
                    "What is left of the target, by the degrees of freedom that the coefficients leave.",
                    "s^2 = \\frac{\\mathrm{RSS}}{n - p} = \\frac{%s}{%d - %d} = %s"
                            .formatted(Words.latex(fit.minimum()), y.length, p, Words.latex(variance)),
                    variance));
            steps.add(new Step(
                    "standard-errors",
                    "Standard errors",
                    "The roots of the diagonal of the coefficients' covariance.",
                    "\\mathrm{SE}(\\hat\\beta) = " + matrix(Matrix.column(errors)),
                    errors));
        }
        steps.add(new Step(
                "solution",
                "The solution",
                "Solved here by orthogonalising the columns, which keeps the digits that the normal equations would lose.",
                "\\hat\\beta = (%sX)^{-1}%sy = %s, \\quad %s"
                        .formatted(transposed, transposed, matrix(Matrix.column(beta)), equation(beta, names)),
                beta));
        return steps;
    }

    private static Matrix rowsTimes(Matrix x, double[] weights) {
        double[] values = x.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= weights[i / x.columns()];
        }
        return new Matrix(x.rows(), x.columns(), values);
    }

    private static String equation(double[] beta, List<String> names) {
        StringBuilder text = new StringBuilder("\\hat y = ");
        for (int j = 0; j < beta.length; j++) {
            text.append(j > 0 && beta[j] >= 0 ? " + " : j > 0 ? " - " : "");
            text.append(Words.latex(j > 0 ? Math.abs(beta[j]) : beta[j]));
            if (!names.get(j).equals("intercept")) {
                text.append("\\,\\text{")
                        .append(names.get(j).replaceAll("[\\\\{}$&#%_^~]", " "))
                        .append('}');
            }
        }
        return text.toString();
    }

    private static String matrix(Matrix a) {
        StringJoiner rows = new StringJoiner(" \\\\ ", "\\begin{pmatrix}", "\\end{pmatrix}");
        for (int i = 0; i < a.rows(); i++) {
            if (a.rows() > MOST_ROWS && i == MOST_ROWS - 2) {
                rows.add("\\vdots");
                i = a.rows() - 1;
            }
            StringJoiner row = new StringJoiner(" & ");
            for (int j = 0; j < a.columns(); j++) {
                row.add(Words.latex(a.get(i, j)));
            }
            rows.add(row.toString());
        }
        return rows.toString();
    }
}
