package org.mlmath.numerics.regression;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.special.LogisticFunctions;

/**
 * The coefficients that maximise Σwᵢ(yᵢ·log μᵢ + (1 − yᵢ)·log(1 − μᵢ)) − ½Σλⱼβⱼ² with μᵢ = σ(xᵢ·β + oᵢ): logistic regression.
 *
 * <p>Newton's method (iteratively reweighted least squares) in an orthonormal basis of the columns, so that collinear columns cost
 * no digits on the way, with halved steps where the likelihood would fall; it ends when the linear predictor stands still. Where
 * some direction orders the classes (y = 1 on one side, y = 0 on the other, nothing wrong) the likelihood has no maximum: such data
 * are separated, and the direction in which the iteration runs away is the proof. Sources: McCullagh and Nelder, <i>Generalized
 * Linear Models</i>, 2nd ed., §4.4; Albert and Anderson, Biometrika 71 (1984), 1-10.
 */
public final class LogisticFit {
    private static final int MOST_ITERATIONS = 100;

    /** After these the estimates of separated data are large enough to show where they go. */
    private static final int ENOUGH_WHEN_SEPARATED = 25;

    /** What the linear predictor may still move, relative to 1 and its size, when one more step would square that. */
    private static final double STANDS_STILL = 1e-9;

    /** A gain of the objective, relative to 1 and its size, that rounding hides. */
    private static final double NOTHING = 1e-12;

    /** What counts as not moving beside what runs away. */
    private static final double NO_MOVE = 1e-6;

    private final LinearFit basis;
    private final int columns;
    private final double[][] q;
    private final double[][] penalty;
    private final double[] y;
    private final double[] weights;
    private final double[] offset;
    private final int n;

    private double[] gamma;
    private double[] eta;
    private double objective;
    private boolean converged;
    private boolean separated;
    private int iterations;
    private double gradientNorm;
    private SmallCholesky information;

    private LogisticFit(
            Design design, double[] y, double[] weights, double[] offset, double[] penalties, Deadline deadline) {
        this.y = y;
        this.weights = weights;
        n = y.length;
        this.offset = offset == null ? new double[n] : offset;
        columns = design.columns();
        basis = LinearFit.of(design, new double[n], deadline);
        q = basis.basis();
        penalty = penalty(penalties);
        iterate(deadline);
    }

    /** @param weights positive, or null for 1 each; @param y in [0, 1] */
    public static LogisticFit of(Design design, double[] y, double[] weights, Deadline deadline) {
        return new LogisticFit(design, y, weights, null, null, deadline);
    }

    /** With a known part of the linear predictor. */
    public static LogisticFit withOffset(
            Design design, double[] y, double[] weights, double[] offset, Deadline deadline) {
        return new LogisticFit(design, y, weights, offset, null, deadline);
    }

    /** @param penalties λⱼ of each column, at least 0 */
    public static LogisticFit penalized(
            Design design, double[] y, double[] weights, double[] penalties, Deadline deadline) {
        return new LogisticFit(design, y, weights, null, penalties, deadline);
    }

    /** R⁻ᵀ·diag(λ)·R⁻¹, or null. */
    private double[][] penalty(double[] penalties) {
        if (penalties == null) {
            return null;
        }
        double[][] back = basis.fromBasis();
        int[] kept = basis.kept();
        double[][] result = new double[q.length][q.length];
        for (int a = 0; a < q.length; a++) {
            for (int b = 0; b < q.length; b++) {
                for (int k = 0; k < q.length; k++) {
                    result[a][b] += back[k][a] * penalties[kept[k]] * back[k][b];
                }
            }
        }
        return result;
    }

    private void iterate(Deadline deadline) {
        int rank = q.length;
        start();
        while (iterations < MOST_ITERATIONS) {
            deadline.check();
            double[] gradient = gradient();
            information = SmallCholesky.of(hessian());
            if (rank == 0 || information == null) {
                converged = rank == 0;
                return;
            }
            double[] step = gradient.clone();
            information.solve(step);
            double[] move = move(step);
            iterations++;
            double largest = maxAbs(move);
            separated = separated || separates(move, largest) || penalty == null && ordered();
            double factor = advance(step, move);
            if (largest * factor <= STANDS_STILL * (1 + maxAbs(eta)) || factor == 0) {
                // Where rounding hides every gain a step promises, this is the maximum.
                double promised = 0;
                for (int k = 0; k < rank; k++) {
                    promised += 0.5 * gradient[k] * step[k];
                }
                converged = !separated && (factor > 0 || promised <= NOTHING * (1 + Math.abs(objective)));
                information = SmallCholesky.of(hessian());
                return;
            }
            if (separated && iterations >= ENOUGH_WHEN_SEPARATED) {
                return;
            }
        }
    }

    /** At the linear predictor of proportions drawn towards 1/2, as near as the columns come to it. */
    private void start() {
        double[] wanted = new double[n];
        for (int i = 0; i < n; i++) {
            double p = (weight(i) * y[i] + 0.5) / (weight(i) + 1);
            wanted[i] = Math.log(p / (1 - p)) - offset[i];
        }
        gamma = new double[q.length];
        for (int k = 0; k < q.length; k++) {
            for (int i = 0; i < n; i++) {
                gamma[k] += q[k][i] * wanted[i];
            }
        }
        eta = sum(offset, move(gamma), 1);
        objective = objective(gamma, eta);
    }

    /** Takes the step, halved until the objective does not fall; returns by how much, 0 where nothing helped. */
    private double advance(double[] step, double[] move) {
        double slack = 8 * Math.ulp(1.0) * Math.abs(objective);
        for (double factor = 1; factor > 1e-12; factor /= 2) {
            double[] nextGamma = sum(gamma, step, factor);
            double[] nextEta = sum(eta, move, factor);
            double next = objective(nextGamma, nextEta);
            if (next >= objective - slack) {
                gamma = nextGamma;
                eta = nextEta;
                objective = next;
                return factor;
            }
        }
        return 0;
    }

    private static double[] sum(double[] x, double[] move, double factor) {
        double[] result = new double[x.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = x[i] + factor * move[i];
        }
        return result;
    }

    private double weight(int i) {
        return weights == null ? 1 : weights[i];
    }

    private double logLikelihood(double[] at) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            // log μ = −log(1 + e^−η), log(1 − μ) = −log(1 + e^η)
            double term = (y[i] == 0 ? 0 : y[i] * LogisticFunctions.softplus(-at[i]))
                    + (y[i] == 1 ? 0 : (1 - y[i]) * LogisticFunctions.softplus(at[i]));
            sum -= weight(i) * term;
        }
        return sum;
    }

    private double objective(double[] coefficients, double[] at) {
        double value = logLikelihood(at);
        if (penalty != null) {
            for (int a = 0; a < coefficients.length; a++) {
                for (int b = 0; b < coefficients.length; b++) {
                    value -= 0.5 * coefficients[a] * penalty[a][b] * coefficients[b];
                }
            }
        }
        return value;
    }

    private double[] gradient() {
        double[] residual = new double[n];
        for (int i = 0; i < n; i++) {
            // Of each class by its own small side, which y − μ would lose.
            residual[i] = weight(i)
                    * (y[i] * LogisticFunctions.sigmoid(-eta[i]) - (1 - y[i]) * LogisticFunctions.sigmoid(eta[i]));
        }
        double[] gradient = new double[q.length];
        for (int k = 0; k < q.length; k++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += q[k][i] * residual[i];
            }
            if (penalty != null) {
                for (int b = 0; b < q.length; b++) {
                    sum -= penalty[k][b] * gamma[b];
                }
            }
            gradient[k] = sum;
        }
        gradientNorm = Matrix.column(gradient).frobeniusNorm();
        return gradient;
    }

    private double[][] hessian() {
        double[] curvature = new double[n];
        for (int i = 0; i < n; i++) {
            curvature[i] = weight(i) * LogisticFunctions.sigmoidDerivative(eta[i]);
        }
        double[][] hessian = new double[q.length][q.length];
        for (int a = 0; a < q.length; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = penalty == null ? 0 : penalty[a][b];
                for (int i = 0; i < n; i++) {
                    sum += curvature[i] * q[a][i] * q[b][i];
                }
                hessian[a][b] = sum;
                hessian[b][a] = sum;
            }
        }
        return hessian;
    }

    private double[] move(double[] step) {
        double[] move = new double[n];
        for (int k = 0; k < q.length; k++) {
            for (int i = 0; i < n; i++) {
                move[i] += q[k][i] * step[k];
            }
        }
        return move;
    }

    /** Whether a direction never moves an observation away from its own class, and moves some towards it. */
    private boolean separates(double[] move, double largest) {
        if (penalty != null || largest == 0) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            double against = y[i] == 1 ? -move[i] : y[i] == 0 ? move[i] : Math.abs(move[i]);
            if (against > NO_MOVE * largest) {
                return false;
            }
        }
        return true;
    }

    /** Whether the predictor itself is on the right side everywhere: then any multiple is better still. */
    private boolean ordered() {
        for (int i = 0; i < n; i++) {
            double at = eta[i] - offset[i];
            if (!(y[i] == 1 && at > 0 || y[i] == 0 && at < 0)) {
                return false;
            }
        }
        return true;
    }

    private static double maxAbs(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, Math.abs(value));
        }
        return max;
    }

    /** β in the order of the columns, NaN where aliased. */
    public double[] coefficients() {
        return basis.fromBasis(gamma);
    }

    /** The columns that have a coefficient, ascending. */
    public int[] kept() {
        return basis.kept();
    }

    public int[] aliased() {
        return basis.aliased();
    }

    public int rank() {
        return q.length;
    }

    /** xᵢ·β + oᵢ. */
    public double[] linearPredictor() {
        return eta.clone();
    }

    /** The log-likelihood, without the penalty. */
    public double logLikelihood() {
        return logLikelihood(eta);
    }

    public boolean converged() {
        return converged;
    }

    /** Whether the likelihood has no maximum. */
    public boolean separated() {
        return separated;
    }

    public int iterations() {
        return iterations;
    }

    /** Euclidean, of the objective in the orthonormal basis, before the last step. */
    public double gradientNorm() {
        return gradientNorm;
    }

    /** Condition of the columns, each brought to length 1. */
    public double condition() {
        return basis.condition();
    }

    /** (XᵀWX + diag(λ))⁻¹ at the last iterate, NaN where aliased; null where it cannot be inverted. */
    public Matrix inverseInformation() {
        if (information == null) {
            return q.length == 0 ? nothing() : null;
        }
        double[][] back = basis.fromBasis();
        int[] kept = basis.kept();
        // Rows of R⁻¹·L⁻ᵀ: their products are the covariance, their lengths the standard errors.
        for (double[] row : back) {
            information.forward(row);
        }
        Matrix result = nothing();
        for (int a = 0; a < kept.length; a++) {
            for (int b = 0; b < kept.length; b++) {
                double sum = 0;
                for (int k = 0; k < q.length; k++) {
                    sum += back[a][k] * back[b][k];
                }
                result.values()[kept[a] * columns + kept[b]] = sum;
            }
        }
        return result;
    }

    private Matrix nothing() {
        double[] values = new double[columns * columns];
        Arrays.fill(values, Double.NaN);
        return new Matrix(columns, columns, values);
    }
}
