package org.mlmath.numerics.regression;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/**
 * The coefficients that maximise Σᵢ log P(yᵢ) − ½Σλⱼβⱼₖ² with P(k) ∝ e^(xᵢ·βₖ): softmax (multinomial logistic) regression.
 *
 * <p>Newton's method in an orthonormal basis of the columns, as {@link LogisticFit}. Adding the same to all classes changes nothing,
 * so of all such coefficients those that sum to 0 over the classes are given: the ones that gradient descent from 0 and any
 * penalty lead to. n·(K·p)² operations a step.
 */
public final class SoftmaxFit {
    private static final int MOST_ITERATIONS = 100;
    private static final int ENOUGH_WHEN_SEPARATED = 25;
    private static final double STANDS_STILL = 1e-9;

    /** A gain of the objective, relative to 1 and its size, that rounding hides. */
    private static final double NOTHING = 1e-12;

    private final LinearFit basis;
    private final double[][] q;
    private final int[] labels;
    private final int classes;
    private final int n;
    private final double[][] penalty;
    private double[] gamma;
    private double[] eta;
    private double objective;
    private boolean converged;
    private boolean separated;
    private int iterations;
    private double gradientNorm;

    private SoftmaxFit(Design design, int[] labels, int classes, double[] penalties, Deadline deadline) {
        this.labels = labels;
        this.classes = classes;
        n = labels.length;
        basis = LinearFit.of(design, new double[n], deadline);
        q = basis.basis();
        penalty = penalty(penalties);
        iterate(deadline);
    }

    /**
     * @param labels from 0 to classes − 1
     * @param penalties λⱼ of each column, or null for none
     */
    public static SoftmaxFit of(Design design, int[] labels, int classes, double[] penalties, Deadline deadline) {
        return new SoftmaxFit(design, labels, classes, penalties, deadline);
    }

    private double[][] penalty(double[] penalties) {
        double[][] result = new double[q.length][q.length];
        if (penalties == null || Arrays.stream(penalties).allMatch(each -> each == 0)) {
            return null;
        }
        double[][] back = basis.fromBasis();
        int[] kept = basis.kept();
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
        gamma = new double[classes * rank];
        eta = new double[n * classes];
        objective = objective(gamma, eta);
        while (iterations < MOST_ITERATIONS) {
            deadline.check();
            double[] step = new double[gamma.length];
            double[][] hessian = derivatives(step, deadline);
            SmallCholesky cholesky = SmallCholesky.of(hessian);
            if (cholesky == null) {
                return;
            }
            double[] gradient = step.clone();
            cholesky.solve(step);
            double[] move = predictor(step);
            iterations++;
            double largest = maxAbs(move);
            separated = separated || penalty == null && (separates(move, 1e-6 * largest) || separates(eta, 0));
            double factor = advance(step, move);
            if (largest * factor <= STANDS_STILL * (1 + maxAbs(eta)) || factor == 0) {
                // Where rounding hides every gain a step promises, this is the maximum.
                double promised = 0;
                for (int k = 0; k < step.length; k++) {
                    promised += 0.5 * gradient[k] * step[k];
                }
                converged = !separated && (factor > 0 || promised <= NOTHING * (1 + Math.abs(objective)));
                return;
            }
            if (separated && iterations >= ENOUGH_WHEN_SEPARATED) {
                return;
            }
        }
    }

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

    private double[] predictor(double[] coefficients) {
        int rank = q.length;
        double[] result = new double[n * classes];
        for (int c = 0; c < classes; c++) {
            for (int k = 0; k < rank; k++) {
                double factor = coefficients[c * rank + k];
                for (int i = 0; i < n; i++) {
                    result[i * classes + c] += q[k][i] * factor;
                }
            }
        }
        return result;
    }

    private double objective(double[] coefficients, double[] at) {
        double value = 0;
        for (int i = 0; i < n; i++) {
            value -= loss(at, i);
        }
        if (penalty != null) {
            int rank = q.length;
            for (int c = 0; c < classes; c++) {
                for (int a = 0; a < rank; a++) {
                    for (int b = 0; b < rank; b++) {
                        value -= 0.5 * coefficients[c * rank + a] * penalty[a][b] * coefficients[c * rank + b];
                    }
                }
            }
        }
        return value;
    }

    /** log Σₖe^(ηₖ − η of the label), by log1p where the label leads. */
    private double loss(double[] at, int i) {
        double own = at[i * classes + labels[i]];
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            largest = Math.max(largest, at[i * classes + c] - own);
        }
        double others = 0;
        boolean skipped = false;
        for (int c = 0; c < classes; c++) {
            double above = at[i * classes + c] - own;
            if (!skipped && above == largest) {
                skipped = true;
            } else {
                others += Math.exp(above - largest);
            }
        }
        return largest + Math.log1p(others);
    }

    /** Writes the gradient; returns minus the second derivatives, made definite along what changes nothing. */
    private double[][] derivatives(double[] gradient, Deadline deadline) {
        int rank = q.length;
        double[] residual = new double[n * classes];
        double[] p = new double[n * classes];
        for (int i = 0; i < n; i++) {
            probabilities(i, p);
            double missing = 0; // 1 − P(label), as the sum of the others
            for (int c = 0; c < classes; c++) {
                missing += c == labels[i] ? 0 : p[i * classes + c];
            }
            for (int c = 0; c < classes; c++) {
                residual[i * classes + c] = c == labels[i] ? missing : -p[i * classes + c];
            }
        }
        // What is added along the directions that change nothing is of the size of the curvature elsewhere.
        double shift = 0;
        for (double each : p) {
            shift += each * (1 - each) / n;
        }
        double[][] hessian = new double[classes * rank][classes * rank];
        for (int c = 0; c < classes; c++) {
            for (int d = 0; d <= c; d++) {
                deadline.check();
                double[] curvature = new double[n];
                for (int i = 0; i < n; i++) {
                    double pc = p[i * classes + c];
                    curvature[i] = c == d ? pc * (1 - pc) : -pc * p[i * classes + d];
                }
                for (int a = 0; a < rank; a++) {
                    for (int b = 0; b < rank; b++) {
                        double sum = a == b ? shift : 0; // of ½‖Σₖγₖ‖², which is 0 at the maximum
                        for (int i = 0; i < n; i++) {
                            sum += curvature[i] * q[a][i] * q[b][i];
                        }
                        sum += c == d && penalty != null ? penalty[a][b] : 0;
                        hessian[c * rank + a][d * rank + b] = sum;
                        hessian[d * rank + b][c * rank + a] = sum;
                    }
                }
            }
        }
        for (int c = 0; c < classes; c++) {
            for (int k = 0; k < rank; k++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += q[k][i] * residual[i * classes + c];
                }
                for (int b = 0; penalty != null && b < rank; b++) {
                    sum -= penalty[k][b] * gamma[c * rank + b];
                }
                gradient[c * rank + k] = sum;
            }
        }
        gradientNorm = Matrix.column(gradient).frobeniusNorm();
        return hessian;
    }

    private void probabilities(int i, double[] into) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            largest = Math.max(largest, eta[i * classes + c]);
        }
        double total = 0;
        for (int c = 0; c < classes; c++) {
            into[i * classes + c] = Math.exp(eta[i * classes + c] - largest);
            total += into[i * classes + c];
        }
        for (int c = 0; c < classes; c++) {
            into[i * classes + c] /= total;
        }
    }

    /** Whether along this direction no class gains on an observation's own, and some lose. */
    private boolean separates(double[] along, double slack) {
        boolean some = false;
        boolean all = true;
        for (int i = 0; i < n; i++) {
            double own = along[i * classes + labels[i]];
            for (int c = 0; c < classes; c++) {
                if (c != labels[i]) {
                    double lead = own - along[i * classes + c];
                    if (lead < -slack) {
                        return false;
                    }
                    some |= lead > slack;
                    all &= lead > 0;
                }
            }
        }
        // Without slack ties prove nothing: the start is all ties.
        return slack > 0 ? some : all;
    }

    private static double maxAbs(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, Math.abs(value));
        }
        return max;
    }

    /** A row for each class, in the order of the columns; NaN where aliased. */
    public Matrix coefficients() {
        int rank = q.length;
        int columns = basis.columns();
        double[] values = new double[classes * columns];
        for (int c = 0; c < classes; c++) {
            double[] row = basis.fromBasis(Arrays.copyOfRange(gamma, c * rank, (c + 1) * rank));
            System.arraycopy(row, 0, values, c * columns, columns);
        }
        return new Matrix(classes, columns, values);
    }

    public int[] aliased() {
        return basis.aliased();
    }

    /** Without the penalty. */
    public double logLikelihood() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum -= loss(eta, i);
        }
        return sum;
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

    public double gradientNorm() {
        return gradientNorm;
    }
}
