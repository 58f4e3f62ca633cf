package org.mlmath.numerics.regression;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.sample.CompensatedSum;

/**
 * The weights that minimise ‖y − X·w − b‖²/(2m) + λ₁‖w‖₁ + ½λ₂‖w‖²: lasso (λ₂ = 0), elastic net.
 *
 * <p>Cyclic coordinate descent on the Gram matrix: each weight in turn is set to its own minimum, S(ρ, λ₁)/(Gⱼⱼ + λ₂) with the soft
 * threshold S. Once the signs stand, the weights that are not 0 solve a linear system; where its solution keeps the signs and the
 * conditions of Karush, Kuhn and Tucker hold, it is the minimum to rounding. Sources: Friedman, Hastie and Tibshirani, J. Stat.
 * Softw. 33 (2010), 1-22; Hastie, Tibshirani and Wainwright, <i>Statistical Learning with Sparsity</i>, §5.4.
 *
 * @param weights w
 * @param intercept b
 * @param lossHistory the objective at w = 0 and after each sweep
 * @param converged whether the conditions hold to rounding
 * @param kktResidual how far they fail at most, relative to the largest λ₁ that leaves a weight
 */
public record ElasticNet(
        double[] weights, double intercept, double[] lossHistory, boolean converged, double kktResidual) {

    /** What the conditions may fail by to count as held. */
    private static final double HELD = 1e-10;

    /**
     * @param intercept whether b is learnt, or 0
     * @param l1 λ₁ ≥ 0
     * @param l2 λ₂ ≥ 0
     * @param maxSweeps rounds through all weights
     * @throws DomainException where products of the columns overflow
     */
    public static ElasticNet fit(
            Matrix x, double[] y, boolean intercept, double l1, double l2, long maxSweeps, Deadline deadline) {
        return new Descent(x, y, intercept, l1, l2).run(maxSweeps, deadline);
    }

    private static final class Descent {
        private final int m;
        private final int p;
        private final double[] means;
        private final double targetMean;
        private final Matrix centred;
        private final double[] target;
        private final Matrix gram;
        private final double[] right;
        private final double l1;
        private final double l2;
        private final double largest;
        private final double[] w;

        /** X'(y − X·w)/m. */
        private double[] rest;

        Descent(Matrix x, double[] y, boolean intercept, double l1, double l2) {
            m = x.rows();
            p = x.columns();
            this.l1 = l1;
            this.l2 = l2;
            means = new double[p];
            double[] values = x.values().clone();
            for (int j = 0; j < p && intercept; j++) {
                means[j] = mean(x.columnAt(j));
                for (int i = 0; i < m; i++) {
                    values[i * p + j] -= means[j];
                }
            }
            targetMean = intercept ? mean(y) : 0;
            target = Arrays.stream(y).map(each -> each - targetMean).toArray();
            centred = new Matrix(m, p, values);
            gram = divided(Kernels.current().gram(centred));
            right = divided(Kernels.current().multiply(centred.transpose(), Matrix.column(target)))
                    .values();
            largest = Matrix.column(right).maxAbs();
            if (!allFinite(gram.values()) || !allFinite(right)) {
                throw new DomainException("Sums of products of the columns overflow. Scale the columns.");
            }
            w = new double[p];
            rest = right.clone();
        }

        private static boolean allFinite(double[] values) {
            return Arrays.stream(values).allMatch(Double::isFinite);
        }

        private static double mean(double[] values) {
            CompensatedSum sum = new CompensatedSum();
            for (double value : values) {
                sum.add(value);
            }
            return sum.value() / values.length;
        }

        private Matrix divided(Matrix sums) {
            double[] values = sums.values();
            for (int i = 0; i < values.length; i++) {
                values[i] /= m;
            }
            return sums;
        }

        ElasticNet run(long maxSweeps, Deadline deadline) {
            double[] history = new double[(int) Math.min(maxSweeps + 1, 100_001)];
            history[0] = loss();
            int recorded = 1;
            int[] signs = signs();
            boolean polished = false;
            double failure = failure();
            for (long sweep = 0; sweep < maxSweeps && failure > Math.ulp(1.0); sweep++) {
                deadline.check();
                double before = failure;
                sweep();
                int[] now = signs();
                if (!Arrays.equals(now, signs)) {
                    polished = false;
                } else if (!polished) {
                    polished = true;
                    polish(now);
                }
                signs = now;
                failure = failure();
                if (recorded < history.length) {
                    history[recorded++] = loss();
                }
                if (failure <= HELD && failure >= before) {
                    break; // rounding alone is left
                }
            }
            double b = targetMean;
            for (int j = 0; j < p; j++) {
                b -= means[j] * w[j];
            }
            return new ElasticNet(w, b, Arrays.copyOf(history, recorded), failure <= HELD, failure);
        }

        private void sweep() {
            for (int j = 0; j < p; j++) {
                double unit = gram.get(j, j);
                if (unit + l2 == 0 || unit == 0) {
                    continue; // a constant column
                }
                double next = soft(rest[j] + unit * w[j]) / (unit + l2);
                double change = next - w[j];
                if (change != 0) {
                    for (int k = 0; k < p; k++) {
                        rest[k] -= change * gram.values()[j * p + k];
                    }
                    w[j] = next;
                }
            }
        }

        private double soft(double value) {
            return Math.abs(value) <= l1 ? 0 : value - Math.copySign(l1, value);
        }

        private int[] signs() {
            int[] signs = new int[p];
            for (int j = 0; j < p; j++) {
                signs[j] = (int) Math.signum(w[j]);
            }
            return signs;
        }

        /** The minimum among weights of these signs, if it is one. */
        private void polish(int[] signs) {
            int[] active = IntStream.range(0, p).filter(j -> signs[j] != 0).toArray();
            double[][] system = new double[active.length][active.length];
            double[] solution = new double[active.length];
            for (int a = 0; a < active.length; a++) {
                solution[a] = right[active[a]] - l1 * signs[active[a]];
                for (int b = 0; b < active.length; b++) {
                    system[a][b] = gram.get(active[a], active[b]) + (a == b ? l2 : 0);
                }
            }
            SmallCholesky cholesky = SmallCholesky.of(system);
            if (cholesky == null) {
                return;
            }
            cholesky.solve(solution);
            for (int a = 0; a < active.length; a++) {
                if (Math.signum(solution[a]) != signs[active[a]]) {
                    return;
                }
            }
            double[] before = w.clone();
            double[] restBefore = rest;
            double failureBefore = failure();
            for (int a = 0; a < active.length; a++) {
                w[active[a]] = solution[a];
            }
            rest = freshRest();
            if (failure() > failureBefore) {
                System.arraycopy(before, 0, w, 0, p);
                rest = restBefore;
            }
        }

        /** From the residuals themselves, which the running differences drift from. */
        private double[] freshRest() {
            return divided(Kernels.current().multiply(centred.transpose(), Matrix.column(residuals())))
                    .values();
        }

        private double[] residuals() {
            double[] residuals = target.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < p; j++) {
                    residuals[i] -= centred.values()[i * p + j] * w[j];
                }
            }
            return residuals;
        }

        private double loss() {
            CompensatedSum squares = new CompensatedSum();
            for (double e : residuals()) {
                squares.add(e * e);
            }
            double penalty = 0;
            for (double each : w) {
                penalty += l1 * Math.abs(each) + 0.5 * l2 * each * each;
            }
            return squares.value() / (2 * m) + penalty;
        }

        private double failure() {
            if (largest == 0) {
                return 0;
            }
            double worst = 0;
            for (int j = 0; j < p; j++) {
                double slope = rest[j] - l2 * w[j];
                double fails = w[j] != 0 ? Math.abs(slope - Math.copySign(l1, w[j])) : Math.abs(slope) - l1;
                worst = Math.max(worst, fails);
            }
            return worst / largest;
        }
    }
}
