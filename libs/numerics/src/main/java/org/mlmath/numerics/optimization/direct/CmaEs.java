package org.mlmath.numerics.optimization.direct;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SymmetricEigenFactors;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.Iterate;
import org.mlmath.numerics.optimization.StopReason;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * The evolution strategy with covariance matrix adaptation: each step draws λ candidates from N(m, σ²C), moves m to the weighted mean
 * of the better half, and adapts σ and C to the way it went. The iterate is the best candidate of its generation; m, σ and C are in
 * the memory. Invariant under rotations of the space and order-preserving changes of the objective.
 *
 * <p>Parameters are the tutorial's, without negative weights. What counts as the change of the value is the spread of a generation's
 * values. Each generation draws from a generator of its own, by the seed and the number of the step. Costs λ values and
 * 10n³ flops per step.
 *
 * <p>Source: N. Hansen, <i>The CMA Evolution Strategy: A Tutorial</i>, 2016, sections 3 to 5 and appendix A.
 *
 * @param sigma σ at the start: about a third of the distance in which the minimum is looked for
 * @param population λ, at least 4; 0 for {@link #population(int)}
 */
public record CmaEs(double sigma, int population, long seed) implements UpdateRule {
    /** The part of the largest below which eigenvalues of C are raised: rounding would make them negative. */
    private static final double SMALLEST_EIGENVALUE = 1e-15;

    /** Candidates this close, relative to their size, whose values are equal but for rounding have nothing left to tell. */
    private static final double CLOSE = 1e-8;

    /** @return 4 + ⌊3·ln n⌋ */
    public static int population(int dimension) {
        return 4 + (int) (3 * Math.log(dimension));
    }

    @Override
    public List<Slot> memory(int dimension) {
        return List.of(
                new Slot("mean", dimension),
                new Slot("sigma", 1),
                new Slot("covariance", Math.multiplyExact(dimension, dimension)),
                new Slot("covariancePath", dimension),
                new Slot("sigmaPath", dimension));
    }

    @Override
    public Guide guide() {
        return Guide.VALUES;
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        int n = from.point().length;
        Generation generation = new Generation(n, population == 0 ? population(n) : population);
        if (from.iteration() == 0) {
            generation.around(from.point(), sigma);
        } else {
            generation.read(from.memory());
        }
        generation.draw(new SplittableRandom(new SplittableRandom(seed).nextLong() + from.iteration()), objective);
        to.looked(generation.lambda);
        if (generation.collapsed()) {
            to.refuse(StopReason.COLLAPSED);
        } else {
            System.arraycopy(generation.candidates[generation.order[0]], 0, to.point(), 0, n);
            to.change(generation.spread());
            // Where all candidates are undefined, the run ends at this iterate as at any other that is.
            generation.adapt(to.iteration());
            generation.write(to.memory());
        }
    }

    /** One generation, in the tutorial's letters. */
    private static final class Generation {
        private final int n;
        private final int lambda;
        private final double[] weights;
        private final double mueff;
        private final double cc;
        private final double cs;
        private final double c1;
        private final double cmu;
        private final double damping;
        private final double chiN;

        private final double[] mean;
        private double sigma;
        private final double[] covariance;
        private final double[] covariancePath;
        private final double[] sigmaPath;

        /** C = B·diag(d²)·Bᵀ. */
        private Matrix b;

        private double[] d;
        private final double[][] steps;
        private final double[][] candidates;
        private final double[] values;
        private Integer[] order;

        Generation(int n, int lambda) {
            this.n = n;
            this.lambda = lambda;
            weights = new double[lambda / 2];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.log((lambda + 1) / 2.0) - Math.log(i + 1);
            }
            double sum = Arrays.stream(weights).sum();
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
                squares += weights[i] * weights[i];
            }
            mueff = 1 / squares;
            cc = (4 + mueff / n) / (n + 4 + 2 * mueff / n);
            cs = (mueff + 2) / (n + mueff + 5);
            c1 = 2 / ((n + 1.3) * (n + 1.3) + mueff);
            cmu = Math.min(1 - c1, 2 * (mueff - 2 + 1 / mueff) / ((n + 2.0) * (n + 2) + mueff));
            damping = 1 + 2 * Math.max(0, Math.sqrt((mueff - 1) / (n + 1)) - 1) + cs;
            chiN = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
            mean = new double[n];
            covariance = new double[n * n];
            covariancePath = new double[n];
            sigmaPath = new double[n];
            steps = new double[lambda][n];
            candidates = new double[lambda][n];
            values = new double[lambda];
        }

        void around(double[] start, double first) {
            System.arraycopy(start, 0, mean, 0, n);
            sigma = first;
            for (int i = 0; i < n; i++) {
                covariance[i * n + i] = 1;
            }
        }

        void read(double[] memory) {
            System.arraycopy(memory, 0, mean, 0, n);
            sigma = memory[n];
            System.arraycopy(memory, n + 1, covariance, 0, n * n);
            System.arraycopy(memory, n + 1 + n * n, covariancePath, 0, n);
            System.arraycopy(memory, n + 1 + n * n + n, sigmaPath, 0, n);
        }

        void write(double[] memory) {
            System.arraycopy(mean, 0, memory, 0, n);
            memory[n] = sigma;
            System.arraycopy(covariance, 0, memory, n + 1, n * n);
            System.arraycopy(covariancePath, 0, memory, n + 1 + n * n, n);
            System.arraycopy(sigmaPath, 0, memory, n + 1 + n * n + n, n);
        }

        void draw(SplittableRandom random, DifferentiableFunction objective) {
            SymmetricEigenFactors eigen = Kernels.current().symmetricEigen(new Matrix(n, n, covariance.clone()), true);
            b = eigen.vectors();
            d = eigen.values().clone();
            double floor = SMALLEST_EIGENVALUE * d[n - 1];
            for (int i = 0; i < n; i++) {
                d[i] = Math.sqrt(Math.max(d[i], floor));
            }
            double[] z = new double[n];
            for (int k = 0; k < lambda; k++) {
                for (int i = 0; i < n; i++) {
                    z[i] = d[i] * random.nextGaussian();
                }
                for (int i = 0; i < n; i++) {
                    double y = 0;
                    for (int j = 0; j < n; j++) {
                        y += b.get(i, j) * z[j];
                    }
                    steps[k][i] = y;
                    candidates[k][i] = mean[i] + sigma * y;
                }
                double value = objective.value(candidates[k]);
                values[k] = Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
            }
            order = IntStream.range(0, lambda).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble(k -> values[k]));
        }

        /** Of the better half, which is what the next generation is made from. */
        double spread() {
            double worst = values[order[weights.length - 1]];
            return worst < Double.POSITIVE_INFINITY ? worst - values[order[0]] : Double.NaN;
        }

        boolean collapsed() {
            double scale = 1;
            for (double coordinate : mean) {
                scale = Math.max(scale, Math.abs(coordinate));
            }
            double best = values[order[0]];
            double reach = sigma * d[n - 1];
            return reach <= CLOSE * scale && values[order[lambda - 1]] - best <= 2 * Math.ulp(best)
                    || reach <= Math.ulp(scale) / 4;
        }

        void adapt(long generation) {
            double[] step = new double[n];
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < n; j++) {
                    step[j] += weights[i] * steps[order[i]][j];
                }
            }
            double[] whitened = whitened(step);
            double squares = 0;
            for (int i = 0; i < n; i++) {
                mean[i] += sigma * step[i];
                sigmaPath[i] = (1 - cs) * sigmaPath[i] + Math.sqrt(cs * (2 - cs) * mueff) * whitened[i];
                squares += sigmaPath[i] * sigmaPath[i];
            }
            double length = Math.sqrt(squares);
            double correction = Math.sqrt(1 - StrictMath.pow(1 - cs, 2.0 * generation));
            boolean moderate = length / correction < (1.4 + 2 / (n + 1.0)) * chiN;
            for (int i = 0; i < n; i++) {
                covariancePath[i] =
                        (1 - cc) * covariancePath[i] + (moderate ? Math.sqrt(cc * (2 - cc) * mueff) * step[i] : 0);
            }
            double kept = 1 - c1 - cmu + (moderate ? 0 : c1 * cc * (2 - cc));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double rankMu = 0;
                    for (int k = 0; k < weights.length; k++) {
                        rankMu += weights[k] * steps[order[k]][i] * steps[order[k]][j];
                    }
                    double entry =
                            kept * covariance[i * n + j] + c1 * covariancePath[i] * covariancePath[j] + cmu * rankMu;
                    covariance[i * n + j] = entry;
                    covariance[j * n + i] = entry;
                }
            }
            sigma *= StrictMath.exp(Math.min(1, cs / damping * (length / chiN - 1)));
        }

        /** C^(−½)·y. */
        private double[] whitened(double[] y) {
            double[] result = new double[n];
            for (int j = 0; j < n; j++) {
                double part = 0;
                for (int i = 0; i < n; i++) {
                    part += b.get(i, j) * y[i];
                }
                part /= d[j];
                for (int i = 0; i < n; i++) {
                    result[i] += part * b.get(i, j);
                }
            }
            return result;
        }
    }
}
