package org.mlmath.linalg.attention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * Attention: softmax(s·Q·Kᵀ + M)·V, the softmax row by row, s = 1/√d.
 *
 * <p>The largest score of a row is subtracted first, so no exponential overflows; queries and keys are scaled by powers of two, so no
 * product does. Weights are right to about d·ε·s·|q|·|k|, relative. Kinds of steps: scores, softmax, output.
 *
 * <p>Source: Vaswani and others, <i>Attention is all you need</i> (2017), §3.2.1.
 */
final class DotProductAttention {
    private static final int READABLE = 6;

    private DotProductAttention() {}

    /**
     * @param q n×d
     * @param k m×d
     * @param v m×e
     * @param mask n×m, added to the scores, finite or −∞; or null
     * @param scale null for 1/√d
     */
    static AttentionResult of(
            Matrix q, Matrix k, Matrix v, Matrix mask, boolean causal, Double scale, boolean explain) {
        requireShapes(q, k, v, mask);
        int n = q.rows();
        int m = k.rows();
        double factor = scale == null ? 1 / Math.sqrt(q.columns()) : scale;
        int exponent = exponent(q) + exponent(k);
        double[] scores = Kernels.current()
                .multiply(scaled(q, -exponent(q)), scaled(k, -exponent(k)).transpose())
                .values();
        double[] shown = new double[n * m];
        double[] weights = new double[n * m];
        int hidden = 0;
        for (int i = 0; i < n; i++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < m; j++) {
                int at = i * m + j;
                double added = causal && j > i ? Double.NEGATIVE_INFINITY : mask == null ? 0 : mask.values()[at];
                // Kept divided by 2^exponent, like the products, until the largest is subtracted.
                scores[at] = scores[at] * factor + Math.scalb(added, -exponent);
                shown[at] = Math.scalb(scores[at], exponent);
                max = Math.max(max, scores[at]);
            }
            if (max == Double.NEGATIVE_INFINITY) {
                Arrays.fill(weights, i * m, (i + 1) * m, Double.NaN);
                hidden++;
                continue;
            }
            double sum = 0;
            for (int j = 0; j < m; j++) {
                weights[i * m + j] = Math.exp(Math.scalb(scores[i * m + j] - max, exponent));
                sum += weights[i * m + j];
            }
            for (int j = 0; j < m; j++) {
                weights[i * m + j] /= sum;
            }
        }
        Matrix w = new Matrix(n, m, weights);
        Matrix output = output(w, v);
        List<Warning> warnings = new ArrayList<>();
        if (hidden > 0) {
            warnings.add(new Warning(
                    "everything-hidden",
                    "For %d of %d queries the mask hides every key: their weights are undefined.".formatted(hidden, n),
                    "/weights"));
        }
        List<Step> steps = null;
        if (explain && Math.max(Math.max(n, m), Math.max(q.columns(), v.columns())) <= READABLE) {
            steps = steps(new Matrix(n, m, shown), w, v, output);
        } else if (explain) {
            warnings.add(Warning.noSteps());
        }
        double size = q.columns() * q.maxAbs() * k.maxAbs() * Math.abs(factor);
        double bound = Math.ulp(1.0) * ((q.columns() + 4) * size + m + 4);
        return new AttentionResult(
                w,
                output,
                factor,
                new AttentionResult.Diagnostics(bound),
                Map.of(
                        "scale",
                        scale == null ? "1/√d, as in PyTorch" : "as given",
                        "mask",
                        "true or 1: seen, false or 0: hidden; a matrix with other numbers is added to the scores"),
                warnings,
                steps);
    }

    private static void requireShapes(Matrix q, Matrix k, Matrix v, Matrix mask) {
        require(
                q.rows() > 0 && q.columns() > 0,
                "The queries are %s: there are none.".formatted(q.shape()),
                "/queries");
        require(k.rows() > 0, "There are no keys.", "/keys");
        require(
                k.columns() == q.columns(),
                "The queries are %s, the keys %s: both need the same number of columns."
                        .formatted(q.shape(), k.shape()),
                "/keys");
        require(
                v.rows() == k.rows() && v.columns() > 0,
                "The keys are %s, the values %s: there is one value, a row, for each key."
                        .formatted(k.shape(), v.shape()),
                "/values");
        require(
                mask == null || (mask.rows() == q.rows() && mask.columns() == k.rows()),
                "The mask is %s; for %d queries and %d keys it is %d×%d."
                        .formatted(mask == null ? "" : mask.shape(), q.rows(), k.rows(), q.rows(), k.rows()),
                "/mask");
    }

    private static void require(boolean holds, String otherwise, String pointer) {
        if (!holds) {
            throw new DimensionMismatchException(otherwise).at(pointer);
        }
    }

    /** @return by which the entries are divided: 0 where that is not needed */
    private static int exponent(Matrix a) {
        int exponent = a.maxAbs() == 0 ? 0 : Math.getExponent(a.maxAbs());
        return exponent > 400 ? exponent : 0;
    }

    private static Matrix scaled(Matrix a, int exponent) {
        if (exponent == 0) {
            return a;
        }
        double[] values = new double[a.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(a.values()[i], exponent);
        }
        return new Matrix(a.rows(), a.columns(), values);
    }

    /** Means of the values, which are scaled too: a sum of large ones may overflow before its weights make it a mean. */
    private static Matrix output(Matrix w, Matrix v) {
        int exponent = exponent(v);
        return scaled(Kernels.current().multiply(w, scaled(v, -exponent)), exponent);
    }

    private static List<Step> steps(Matrix scores, Matrix w, Matrix v, Matrix output) {
        Working working = new Working();
        working.add(
                new Step(
                        "scores",
                        "Compare queries with keys",
                        "Scalar products, times the scale, plus the mask: −∞ hides a key.",
                        "S = " + latex(scores),
                        scores),
                scores.values().length);
        working.add(
                new Step(
                        "softmax",
                        "Turn each row into weights",
                        "Exponentials, divided by their sum: a row of S that is larger by a constant gives the same weights.",
                        "W_{ij} = \\frac{e^{S_{ij}}}{\\sum_l e^{S_{il}}}: \\quad W = " + latex(w),
                        w),
                w.values().length);
        return working.endingIn(new Step(
                "output",
                "Weigh the values",
                "Each row is a mean of the values, by the weights of its query.",
                "W V = " + latex(w) + latex(v) + " = " + latex(output),
                output));
    }

    private static String latex(Matrix a) {
        return Latex.matrix(a.rows(), a.columns(), 0, (i, j) -> {
            double entry = a.get(i, j);
            return Double.isNaN(entry)
                    ? "\\text{?}"
                    : Double.isInfinite(entry) ? (entry < 0 ? "-" : "") + "\\infty" : Latex.number(entry);
        });
    }
}
