package org.mlmath.numerics.mcmc;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Random-walk Metropolis with normal proposals whose covariance is learned during the warm-up: its shape in windows from the points seen,
 * its scale by stochastic approximation towards the best acceptance rate (0.44 in one dimension, 0.234 in many). No gradient is needed.
 *
 * <p>Source: C. Andrieu and J. Thoms, <i>A tutorial on adaptive MCMC</i>, Statistics and Computing 18 (2008), 343-373, algorithm 4.
 */
final class RandomWalk implements Transition {
    private final Target target;
    private final double[] position;
    private final double[] proposal;
    private final double[] noise;
    private final double[] root; // lower triangular, by rows
    private final double best;
    private final WarmupWindows windows;
    private final double[] mean;
    private final double[] products;
    private double count;
    private double logScale;
    private double logDensity;
    private int adaptations;

    RandomWalk(Target target, double[] start, ChainSettings settings) {
        int n = target.dimension();
        this.target = target;
        this.position = start.clone();
        this.proposal = new double[n];
        this.noise = new double[n];
        this.root = new double[n * n];
        for (int i = 0; i < n; i++) {
            root[i * n + i] = 1;
        }
        this.best = n == 1 ? 0.44 : n < 5 ? 0.35 : 0.234;
        this.windows = new WarmupWindows(settings.warmup());
        this.mean = new double[n];
        this.products = new double[n * n];
        this.logScale = Math.log(2.38 / Math.sqrt(n));
        this.logDensity = target.value(position);
    }

    @Override
    public double[] position() {
        return position;
    }

    @Override
    public double logDensity() {
        return logDensity;
    }

    @Override
    public double stepSize() {
        return Math.exp(logScale);
    }

    @Override
    public Outcome next(RandomGenerator random) {
        int n = position.length;
        for (int i = 0; i < n; i++) {
            noise[i] = random.nextGaussian();
        }
        double scale = Math.exp(logScale);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += root[i * n + j] * noise[j];
            }
            proposal[i] = position[i] + scale * sum;
        }
        double there = target.value(proposal);
        double acceptance = Math.min(1, Math.exp(there - logDensity));
        if (random.nextDouble() < acceptance) {
            System.arraycopy(proposal, 0, position, 0, n);
            logDensity = there;
        }
        return new Outcome(acceptance, Double.NaN, false, false, 1);
    }

    @Override
    public void adapt(int iteration, Outcome outcome, RandomGenerator random) {
        adaptations++;
        logScale += (outcome.acceptance() - best) * Math.pow(adaptations, -0.6) * 2;
        if (windows.learns(iteration)) {
            add();
        }
        if (windows.closes(iteration)) {
            learn();
        }
    }

    private void add() {
        int n = position.length;
        count++;
        double[] before = new double[n];
        for (int i = 0; i < n; i++) {
            before[i] = position[i] - mean[i];
            mean[i] += before[i] / count;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                products[i * n + j] += before[i] * (position[j] - mean[j]);
            }
        }
    }

    /** The Cholesky factor of the covariance, where there is one. */
    private void learn() {
        int n = position.length;
        double[] factor = new double[n * n];
        boolean definite = count > 2;
        for (int i = 0; i < n && definite; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = products[i * n + j] / (count - 1) * (count / (count + 5))
                        + (i == j ? 1e-3 * (5 / (count + 5)) : 0);
                for (int k = 0; k < j; k++) {
                    sum -= factor[i * n + k] * factor[j * n + k];
                }
                if (i == j) {
                    definite = sum > 0 && Double.isFinite(sum);
                    factor[i * n + i] = Math.sqrt(sum);
                } else {
                    factor[i * n + j] = sum / factor[j * n + j];
                }
            }
        }
        if (definite) {
            System.arraycopy(factor, 0, root, 0, factor.length);
            logScale = Math.log(2.38 / Math.sqrt(n));
            adaptations = 0;
        }
        count = 0;
        Arrays.fill(mean, 0);
        Arrays.fill(products, 0);
    }

    @Override
    public void settle() {
        // What was learned is kept as it is.
    }
}
