package org.mlmath.numerics.regression;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/**
 * The coefficients β that minimise Σᵢ wᵢ·(yᵢ − xᵢ·β)² + ‖D·β − d‖², with what inference about them needs.
 *
 * <p>D and d are rows added below: none in ordinary least squares, √α for each coefficient in ridge regression, a prior's
 * precision in Bayesian regression. Columns are brought near length 1 by powers of two and orthogonalised from left to right by
 * the modified Gram-Schmidt process, again where much cancelled (Björck, <i>Numerical Methods for Least Squares Problems</i>, §2.4),
 * in twice the working precision while that is affordable: every number given is then right to nearly its last digit up to a
 * condition of 1e15. A column whose rest is no more than rounding is aliased, as in R: it has no coefficient (NaN) and the fit
 * is that without it. 4·m·p² operations.
 */
public final class LinearFit {
    /** A column that has lost this part of its length has lost its orthogonality too. */
    private static final double CANCELLED = 0x1p-20;

    /** Residuals beside the target that twice the precision cannot tell from 0. */
    private static final double NOTHING = 0x1p-95;

    private final Design design;
    private final int rows;
    private final int[] kept;
    private final int[] exponents;
    private final int targetExponent;
    private final DoubledVector[] q;
    private final Doubled[][] r;
    private final Doubled[][] inverse;
    private final Doubled[] shares;
    private final Doubled[] beta;
    private final DoubledVector rest;
    private final double[] residuals;

    private LinearFit(
            Design design, double[] y, double[] weights, Matrix below, double[] belowTargets, Deadline deadline) {
        this.design = design;
        rows = design.rows();
        int extra = below == null ? 0 : below.rows();
        DoubledVector roots = roots(weights, design.precise());
        exponents = new int[design.columns()];
        targetExponent = exponent(Math.max(maxAbs(y), extra == 0 ? 0 : maxAbs(belowTargets)));
        int p = design.columns();
        int most = Math.min(p, rows + extra);
        q = new DoubledVector[most];
        r = new Doubled[most][p];
        int[] found = new int[most];
        int rank = 0;
        for (int j = 0; j < p; j++) {
            deadline.check();
            DoubledVector column = scaledColumn(j, roots, below, extra);
            double length = column.norm().value();
            if (length == 0 || rank == most) {
                continue;
            }
            Doubled[] above = project(column, rank, length);
            Doubled norm = column.norm();
            if (norm.high() <= design.tolerance() * length) {
                continue;
            }
            column.divideBy(norm);
            for (int k = 0; k < rank; k++) {
                r[k][rank] = above[k];
            }
            r[rank][rank] = norm;
            q[rank] = column;
            found[rank++] = j;
        }
        kept = Arrays.copyOf(found, rank);
        inverse = invert(rank);

        rest = DoubledVector.of(y, design.precise()).scaled(roots, -targetExponent, extra);
        for (int i = 0; i < extra; i++) {
            rest.set(rows + i, Doubled.of(belowTargets[i]).scaled(-targetExponent));
        }
        double length = rest.norm().value();
        shares = project(rest, rank, 0);
        if (design.precise() && rest.norm().high() <= NOTHING * length) {
            rest.clear();
        }
        beta = solve();
        residuals = rawResiduals(y);
    }

    /** Ordinary least squares. */
    public static LinearFit of(Design design, double[] y, Deadline deadline) {
        return new LinearFit(design, y, null, null, null, deadline);
    }

    /** Weighted least squares, @param weights positive, or null for 1 each */
    public static LinearFit of(Design design, double[] y, double[] weights, Deadline deadline) {
        return new LinearFit(design, y, weights, null, null, deadline);
    }

    /**
     * Least squares with rows added below.
     *
     * @param below D, a column for each coefficient
     * @param belowTargets d
     */
    public static LinearFit with(
            Design design, double[] y, double[] weights, Matrix below, double[] belowTargets, Deadline deadline) {
        return new LinearFit(design, y, weights, below, belowTargets, deadline);
    }

    private static DoubledVector roots(double[] weights, boolean precise) {
        if (weights == null) {
            return null;
        }
        DoubledVector roots = DoubledVector.zeros(weights.length, precise);
        for (int i = 0; i < weights.length; i++) {
            roots.set(i, Doubled.squareRoot(weights[i]));
        }
        return roots;
    }

    private DoubledVector scaledColumn(int j, DoubledVector roots, Matrix below, int extra) {
        DoubledVector column = design.doubled(j);
        double largest = column.maxAbs();
        for (int i = 0; i < extra; i++) {
            largest = Math.max(largest, Math.abs(below.get(i, j)));
        }
        exponents[j] = exponent(largest);
        DoubledVector scaled = column.scaled(roots, -exponents[j], extra);
        for (int i = 0; i < extra; i++) {
            scaled.set(rows + i, Doubled.of(below.get(i, j)).scaled(-exponents[j]));
        }
        return scaled;
    }

    private static double maxAbs(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, Math.abs(value));
        }
        return max;
    }

    private static int exponent(double largest) {
        return largest == 0 ? 0 : Math.getExponent(largest);
    }

    /** Takes from x its parts along the first columns of Q; returns them. Again where little of x is left. */
    private Doubled[] project(DoubledVector x, int count, double length) {
        Doubled[] parts = new Doubled[count];
        Arrays.fill(parts, Doubled.ZERO);
        double before = length == 0 ? x.norm().value() : length;
        for (int round = 0; round < 3; round++) {
            for (int k = 0; k < count; k++) {
                Doubled part = q[k].dot(x);
                x.subtract(part, q[k]);
                parts[k] = parts[k].plus(part);
            }
            double left = x.norm().value();
            if (left > CANCELLED * before || left == 0) {
                return parts;
            }
            before = left;
        }
        return parts;
    }

    private Doubled[][] invert(int rank) {
        Doubled[][] result = new Doubled[rank][rank];
        Doubled one = Doubled.of(1);
        for (int j = 0; j < rank; j++) {
            result[j][j] = one.dividedBy(r[j][j]);
            for (int i = j - 1; i >= 0; i--) {
                Doubled sum = Doubled.ZERO;
                for (int k = i + 1; k <= j; k++) {
                    sum = sum.minus(r[i][k].times(result[k][j]));
                }
                result[i][j] = sum.dividedBy(r[i][i]);
            }
        }
        return result;
    }

    private Doubled[] solve() {
        int rank = kept.length;
        Doubled[] solution = new Doubled[rank];
        for (int i = rank - 1; i >= 0; i--) {
            Doubled sum = shares[i];
            for (int k = i + 1; k < rank; k++) {
                sum = sum.minus(r[i][k].times(solution[k]));
            }
            solution[i] = sum.dividedBy(r[i][i]);
        }
        return solution;
    }

    /** y − X·β, before weights. */
    private double[] rawResiduals(double[] y) {
        double[] result = new double[rows];
        boolean exact = rest.maxAbs() == 0;
        for (int i = 0; i < rows; i++) {
            result[i] = exact ? 0 : Doubled.of(y[i]).minus(predicted(design, i)).value();
        }
        return result;
    }

    /** In units of the data. */
    private Doubled predicted(Design where, int i) {
        Doubled sum = Doubled.ZERO;
        for (int k = 0; k < kept.length; k++) {
            sum = sum.plus(where.entry(i, kept[k]).scaled(-exponents[kept[k]]).times(beta[k]));
        }
        return sum.scaled(targetExponent);
    }

    /** The number of coefficients, the aliased ones among them. */
    public int columns() {
        return design.columns();
    }

    /** The number of coefficients that the data determine. */
    public int rank() {
        return kept.length;
    }

    /** The columns that have a coefficient, ascending. */
    public int[] kept() {
        return kept.clone();
    }

    /** The columns that have none, ascending. */
    public int[] aliased() {
        return IntStream.range(0, columns())
                .filter(j -> Arrays.binarySearch(kept, j) < 0)
                .toArray();
    }

    /** β in the order of the columns, NaN where aliased. */
    public double[] coefficients() {
        double[] result = new double[columns()];
        Arrays.fill(result, Double.NaN);
        for (int k = 0; k < kept.length; k++) {
            result[kept[k]] =
                    beta[k].scaled(targetExponent - exponents[kept[k]]).value();
        }
        return result;
    }

    /** y − X·β for each observation. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** Σwᵢeᵢ² + ‖D·β − d‖², the minimum. */
    public double minimum() {
        return Math.scalb(rest.dot(rest).value(), 2 * targetExponent);
    }

    /**
     * The part of Σwᵢyᵢ² that each column explains beyond those before it (type I sums of squares), NaN where aliased. Of
     * fits without rows below.
     */
    public double[] sequentialSumsOfSquares() {
        double[] result = new double[columns()];
        Arrays.fill(result, Double.NaN);
        for (int k = 0; k < kept.length; k++) {
            result[kept[k]] = Math.scalb(shares[k].times(shares[k]).value(), 2 * targetExponent);
        }
        return result;
    }

    /** hᵢ = ∂ŷᵢ/∂yᵢ for each observation, the diagonal of the hat matrix; their sum is the effective number of parameters. */
    public double[] leverages() {
        double[] result = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int k = 0; k < kept.length; k++) {
                double entry = q[k].get(i).value();
                sum += entry * entry;
            }
            result[i] = Math.min(1, sum);
        }
        return result;
    }

    /** (XᵀWX + DᵀD)⁻¹, NaN in the rows and columns of aliased coefficients. */
    public Matrix inverseGram() {
        int rank = kept.length;
        int p = columns();
        double[] values = new double[p * p];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < rank; i++) {
            for (int j = i; j < rank; j++) {
                Doubled sum = Doubled.ZERO;
                for (int k = j; k < rank; k++) {
                    sum = sum.plus(inverse[i][k].times(inverse[j][k]));
                }
                double value = Math.scalb(sum.value(), -exponents[kept[i]] - exponents[kept[j]]);
                values[kept[i] * p + kept[j]] = value;
                values[kept[j] * p + kept[i]] = value;
            }
        }
        return new Matrix(p, p, values);
    }

    /**
     * P·diag(s)·Pᵀ with β = P·√W·y, NaN in the rows and columns of aliased coefficients: the covariance of β where s are the
     * variances of √wᵢ·yᵢ. Diagonals are sums without cancellation.
     */
    public Matrix sandwich(double[] s) {
        int rank = kept.length;
        int p = columns();
        double[] values = new double[p * p];
        Arrays.fill(values, Double.NaN);
        double[][] influence = influence();
        for (int a = 0; a < rank; a++) {
            for (int b = a; b < rank; b++) {
                double sum = 0;
                for (int i = 0; i < rows; i++) {
                    sum += influence[a][i] * influence[b][i] * s[i];
                }
                double value = Math.scalb(sum, -exponents[kept[a]] - exponents[kept[b]]);
                values[kept[a] * p + kept[b]] = value;
                values[kept[b] * p + kept[a]] = value;
            }
        }
        return new Matrix(p, p, values);
    }

    /** P = R⁻¹·Qᵀ without the units of the columns. */
    private double[][] influence() {
        int rank = kept.length;
        double[][] result = new double[rank][];
        for (int a = rank - 1; a >= 0; a--) {
            DoubledVector row = DoubledVector.zeros(q[a].length(), design.precise());
            for (int k = a; k < rank; k++) {
                row.subtract(inverse[a][k].negated(), q[k]);
            }
            result[a] = row.values();
        }
        return result;
    }

    /** x·β for a row of another design of the same columns. */
    public double predict(Design where, int row) {
        return predicted(where, row).value();
    }

    /** x·(XᵀWX + DᵀD)⁻¹·xᵀ for a row of another design of the same columns: the variance of x·β in units of σ². */
    public double varianceFactor(Design where, int row) {
        double sum = 0;
        for (int k = 0; k < kept.length; k++) {
            Doubled along = Doubled.ZERO;
            for (int i = 0; i <= k; i++) {
                along = along.plus(
                        where.entry(row, kept[i]).scaled(-exponents[kept[i]]).times(inverse[i][k]));
            }
            sum += along.value() * along.value();
        }
        return sum;
    }

    /** log det(XᵀWX + DᵀD), of the columns that are kept. */
    public double logDeterminant() {
        double sum = 0;
        for (int k = 0; k < kept.length; k++) {
            sum += 2 * (Math.log(r[k][k].value()) + exponents[kept[k]] * Math.log(2));
        }
        return sum;
    }

    /** ‖R‖₁·‖R⁻¹‖₁ with columns of length 1: by how much relative errors in the data may grow; at least 1. */
    public double condition() {
        int rank = kept.length;
        double[] lengths = new double[rank];
        for (int j = 0; j < rank; j++) {
            for (int i = 0; i <= j; i++) {
                lengths[j] = Math.hypot(lengths[j], r[i][j].high());
            }
        }
        double norm = 0;
        double inverseNorm = 0;
        for (int j = 0; j < rank; j++) {
            double sum = 0;
            double inverseSum = 0;
            for (int i = 0; i <= j; i++) {
                sum += Math.abs(r[i][j].high()) / lengths[j];
                inverseSum += Math.abs(inverse[i][j].high()) * lengths[i];
            }
            norm = Math.max(norm, sum);
            inverseNorm = Math.max(inverseNorm, inverseSum);
        }
        return Math.max(1, norm * inverseNorm);
    }

    /**
     * The orthonormal columns of Q: another basis of what the columns of the design span, in which nothing is collinear.
     *
     * @return a column of as many entries as there are observations for each coefficient that is kept
     */
    double[][] basis() {
        double[][] result = new double[kept.length][];
        for (int k = 0; k < result.length; k++) {
            result[k] = Arrays.copyOf(q[k].values(), rows);
        }
        return result;
    }

    /** The coefficients of the design's columns that give what these of the basis give, NaN where aliased. */
    double[] fromBasis(double[] gamma) {
        double[] result = new double[columns()];
        Arrays.fill(result, Double.NaN);
        for (int k = 0; k < kept.length; k++) {
            Doubled sum = Doubled.ZERO;
            for (int j = k; j < kept.length; j++) {
                sum = sum.plus(inverse[k][j].times(Doubled.of(gamma[j])));
            }
            result[kept[k]] = sum.scaled(-exponents[kept[k]]).value();
        }
        return result;
    }

    /**
     * Rows of R⁻¹ in the units of the design's columns: entry (k, j) is how much the coefficient of kept column k moves with that of
     * the basis' column j.
     */
    double[][] fromBasis() {
        double[][] result = new double[kept.length][kept.length];
        for (int k = 0; k < kept.length; k++) {
            for (int j = k; j < kept.length; j++) {
                result[k][j] = inverse[k][j].scaled(-exponents[kept[k]]).value();
            }
        }
        return result;
    }
}
