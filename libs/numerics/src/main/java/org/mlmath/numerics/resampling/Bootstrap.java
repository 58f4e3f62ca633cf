package org.mlmath.numerics.resampling;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;

/**
 * The bootstrap distribution of an estimator: its values on samples drawn with replacement from the samples given, each of the same
 * size.
 */
public final class Bootstrap {
    /** Resamples that share a generator. */
    private static final int BLOCK = 128;

    /** Below this many draws threads cost more than they gain. */
    private static final double DRAWS_WORTH_THREADS = 3e5;

    /** Of a larger sample, groups of observations are left out: the acceleration is small then, and so is what that costs. */
    private static final int MOST_JACKKNIFED = 1000;

    private final double[][] samples;
    private final boolean paired;
    private final Estimator estimator;
    private final long seed;

    /**
     * @param samples one or two, left unmodified
     * @param paired whether two samples are drawn from together, pair by pair
     */
    public Bootstrap(double[][] samples, boolean paired, Estimator estimator, long seed) {
        this.samples = samples;
        this.paired = paired;
        this.estimator = estimator;
        this.seed = seed;
    }

    /** The estimator's value on the samples themselves. */
    public double estimate() {
        double[][] copies = Arrays.stream(samples).map(double[]::clone).toArray(double[][]::new);
        return estimator.of(copies);
    }

    /** Its values on so many resamples. */
    public double[] distribution(int resamples, Deadline deadline) {
        double[] values = new double[resamples];
        blocks(resamples).forEach(block -> {
            deadline.check();
            RandomIndices random = new RandomIndices(seed, block);
            double[][] drawn = workspace();
            int[][] indices = indices();
            int end = Math.min(resamples, (block + 1) * BLOCK);
            for (int r = block * BLOCK; r < end; r++) {
                draw(random, indices, samples, drawn);
                values[r] = estimator.of(drawn);
            }
        });
        return values;
    }

    /** An estimate from a resample, and its standard error within that resample. */
    public record Studentized(double[] values, double[] standardErrors) {}

    /**
     * Its values on so many resamples, each with a standard error.
     *
     * @param standardError of the estimator on samples it may reorder; null to bootstrap every resample in turn
     * @param inner how many resamples each resample has then
     */
    public Studentized studentized(int resamples, Estimator standardError, int inner, Deadline deadline) {
        double[] values = new double[resamples];
        double[] errors = new double[resamples];
        blocks(resamples).forEach(block -> {
            RandomIndices random = new RandomIndices(seed, block);
            double[][] drawn = workspace();
            double[][] again = workspace();
            double[] innerValues = new double[inner];
            int[][] indices = indices();
            int end = Math.min(resamples, (block + 1) * BLOCK);
            for (int r = block * BLOCK; r < end; r++) {
                deadline.check();
                draw(random, indices, samples, drawn);
                double[][] kept = Arrays.stream(drawn).map(double[]::clone).toArray(double[][]::new);
                values[r] = estimator.of(drawn);
                if (standardError != null) {
                    errors[r] = standardError.of(kept);
                } else {
                    for (int i = 0; i < inner; i++) {
                        draw(random, indices, kept, again);
                        innerValues[i] = estimator.of(again);
                    }
                    errors[r] = Math.sqrt(Estimators.variance(innerValues));
                }
            }
        });
        return new Studentized(values, errors);
    }

    /**
     * The acceleration of BCa intervals from the jackknife: ⅙ Σ u³ / (Σ u²)^{3/2} over the samples, with u = (n − 1)(θ̄ − θ₋ᵢ)/n, as
     * SciPy for several samples; 0 where the jackknife does not vary.
     */
    public double acceleration(Deadline deadline) {
        double cubes = 0;
        double squares = 0;
        int groups = paired ? 1 : samples.length;
        for (int g = 0; g < groups; g++) {
            double[] without = jackknife(g, deadline);
            double n = without.length;
            double mean = Estimators.mean(without);
            for (double value : without) {
                double u = (n - 1) * (mean - value) / n;
                squares += u * u;
                cubes += u * u * u;
            }
        }
        return squares > 0 ? cubes / Math.pow(squares, 1.5) / 6 : squares == 0 ? 0 : Double.NaN;
    }

    /** The estimator without each of the observations of a sample (or pairs); of many, without each of a thousand groups. */
    private double[] jackknife(int group, Deadline deadline) {
        int n = samples[group].length;
        int groups = Math.min(n, MOST_JACKKNIFED);
        double[] values = new double[groups];
        IntStream all = IntStream.range(0, groups);
        ((double) n * groups > DRAWS_WORTH_THREADS ? all.parallel() : all).forEach(i -> {
            deadline.check();
            double[][] rest = new double[samples.length][];
            for (int g = 0; g < samples.length; g++) {
                rest[g] = paired || g == group ? without(samples[g], i, groups) : samples[g].clone();
            }
            values[i] = estimator.of(rest);
        });
        return values;
    }

    /** What is left when every observation whose index is i modulo the number of groups is taken away. */
    private static double[] without(double[] sample, int i, int groups) {
        double[] rest = new double[sample.length];
        int count = 0;
        for (int k = 0; k < sample.length; k++) {
            if (k % groups != i) {
                rest[count++] = sample[k];
            }
        }
        return Arrays.copyOf(rest, count);
    }

    private IntStream blocks(int resamples) {
        IntStream blocks = IntStream.range(0, Math.ceilDiv(resamples, BLOCK));
        double draws = 0;
        for (double[] sample : samples) {
            draws += (double) resamples * sample.length;
        }
        return draws > DRAWS_WORTH_THREADS ? blocks.parallel() : blocks;
    }

    private double[][] workspace() {
        double[][] workspace = new double[samples.length][];
        Arrays.setAll(workspace, g -> new double[samples[g].length]);
        return workspace;
    }

    private int[][] indices() {
        int[][] indices = new int[samples.length][];
        Arrays.setAll(indices, g -> new int[samples[g].length]);
        return indices;
    }

    private void draw(RandomIndices random, int[][] indices, double[][] from, double[][] to) {
        for (int g = 0; g < from.length; g++) {
            int[] chosen = paired ? indices[0] : indices[g];
            if (g == 0 || !paired) {
                random.fill(chosen, from[g].length);
            }
            double[] source = from[g];
            double[] target = to[g];
            for (int i = 0; i < target.length; i++) {
                target[i] = source[chosen[i]];
            }
        }
    }
}
