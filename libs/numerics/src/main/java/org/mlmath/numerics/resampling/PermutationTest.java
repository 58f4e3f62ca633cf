package org.mlmath.numerics.resampling;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.special.GammaFunctions;

/**
 * Permutation tests: the statistic on the data as they are among its values on all the data sets that the null hypothesis makes
 * equally likely, or on some of these drawn at random.
 *
 * <p>Values equal up to rounding count as equal. Exact p-values are shares; of m drawn at random they are (b + 1)/(m + 1), which
 * never is 0 and keeps the level (B. Phipson and G. K. Smyth, Statist. Appl. Genet. Mol. Biol. 9 (2010), 39). A two-sided p-value is
 * twice the smaller one-sided one.
 */
public final class PermutationTest {
    /** What the null hypothesis lets be exchanged. */
    public enum Exchange {
        /** Observations between two independent samples. */
        MEMBERSHIP,
        /** The two members of each pair. */
        WITHIN_PAIRS,
        /** Which b stands beside which a. */
        PAIRING
    }

    /**
     * What came out.
     *
     * @param arrangements how many were looked at
     */
    public record Outcome(double statistic, double less, double greater, boolean exact, long arrangements) {
        public double twoSided() {
            return Math.min(1, 2 * Math.min(less, greater));
        }
    }

    private static final double ROUNDING = 1e-12;
    private static final int BLOCK = 128;
    private static final double DRAWS_WORTH_THREADS = 3e5;

    private final double[] a;
    private final double[] b;
    private final Exchange exchange;
    private final Estimator statistic;

    /** @param a left unmodified, as b */
    public PermutationTest(double[] a, double[] b, Exchange exchange, Estimator statistic) {
        this.a = a;
        this.b = b;
        this.exchange = exchange;
        this.statistic = statistic;
    }

    /** How many arrangements there are: C(m + n, m), 2ⁿ or n!; infinite where that overflows. */
    public double arrangements() {
        return switch (exchange) {
            case MEMBERSHIP -> GammaFunctions.binomial(a.length + b.length, a.length);
            case WITHIN_PAIRS -> Math.pow(2, a.length);
            case PAIRING -> GammaFunctions.gamma(a.length + 1.0);
        };
    }

    /** Looks at all arrangements, of which there are few enough for an array. */
    public Outcome exact(Deadline deadline) {
        double[] values = new double[(int) Math.rint(arrangements())];
        Enumeration enumeration = new Enumeration(values, deadline);
        switch (exchange) {
            case MEMBERSHIP -> enumeration.memberships();
            case WITHIN_PAIRS -> enumeration.signs();
            case PAIRING -> enumeration.pairings(0);
        }
        return outcome(values, 0);
    }

    /** Looks at so many arrangements drawn at random. */
    public Outcome random(int resamples, long seed, Deadline deadline) {
        double[] values = new double[resamples];
        IntStream blocks = IntStream.range(0, Math.ceilDiv(resamples, BLOCK));
        double draws = (double) resamples * (a.length + b.length);
        (draws > DRAWS_WORTH_THREADS ? blocks.parallel() : blocks).forEach(block -> {
            RandomIndices random = new RandomIndices(seed, block);
            double[] pool = pool();
            double[][] samples = {new double[a.length], new double[b.length]};
            int end = Math.min(resamples, (block + 1) * BLOCK);
            for (int r = block * BLOCK; r < end; r++) {
                deadline.check();
                arrange(random, pool, samples);
                values[r] = statistic.of(samples);
            }
        });
        return outcome(values, 1);
    }

    private double[] pool() {
        double[] pool = exchange == Exchange.PAIRING ? b.clone() : Arrays.copyOf(a, a.length + b.length);
        if (exchange != Exchange.PAIRING) {
            System.arraycopy(b, 0, pool, a.length, b.length);
        }
        return pool;
    }

    private void arrange(RandomIndices random, double[] pool, double[][] samples) {
        if (exchange == Exchange.WITHIN_PAIRS) {
            long coins = 0;
            for (int i = 0; i < a.length; i++) {
                coins = i % Long.SIZE == 0 ? random.coins() : coins >>> 1;
                boolean exchanged = (coins & 1) == 1;
                samples[0][i] = exchanged ? b[i] : a[i];
                samples[1][i] = exchanged ? a[i] : b[i];
            }
            return;
        }
        // Fisher and Yates's shuffle, as far as it is needed, of a pool that is in random order anyway.
        int chosen = exchange == Exchange.PAIRING ? pool.length - 1 : Math.min(a.length, b.length);
        for (int i = 0; i < chosen; i++) {
            int j = i + random.index(pool.length - i);
            double kept = pool[i];
            pool[i] = pool[j];
            pool[j] = kept;
        }
        if (exchange == Exchange.PAIRING) {
            System.arraycopy(a, 0, samples[0], 0, a.length);
            System.arraycopy(pool, 0, samples[1], 0, b.length);
        } else {
            boolean firstIsA = a.length <= b.length;
            System.arraycopy(pool, 0, samples[firstIsA ? 0 : 1], 0, chosen);
            System.arraycopy(pool, chosen, samples[firstIsA ? 1 : 0], 0, pool.length - chosen);
        }
    }

    /** @param itself 1 where the arrangement that was observed is to be counted beside those drawn */
    private Outcome outcome(double[] values, int itself) {
        double observed = statistic.of(new double[][] {a.clone(), b.clone()});
        if (Double.isNaN(observed)) {
            throw new DomainException("The statistic is undefined for these data.");
        }
        double largest = Math.abs(observed);
        for (double value : values) {
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        double tolerance = Double.isFinite(observed) ? ROUNDING * largest : 0;
        long atMost = itself;
        long atLeast = itself;
        for (double value : values) {
            // Where the statistic is undefined the arrangement counts on either side: the p-values cannot be too small.
            atMost += value > observed + tolerance ? 0 : 1;
            atLeast += value < observed - tolerance ? 0 : 1;
        }
        double total = values.length + (double) itself;
        return new Outcome(observed, atMost / total, atLeast / total, itself == 0, values.length);
    }

    /** All arrangements one after the other. */
    private final class Enumeration {
        private final double[] values;
        private final Deadline deadline;
        private final double[] pool = pool();
        private final double[][] samples = {new double[a.length], new double[b.length]};
        private int count;

        Enumeration(double[] values, Deadline deadline) {
            this.values = values;
            this.deadline = deadline;
        }

        void memberships() {
            int m = a.length;
            int[] chosen = IntStream.range(0, m).toArray();
            int at = m;
            while (at >= 0) {
                int first = 0;
                int second = 0;
                for (int i = 0; i < pool.length; i++) {
                    if (first < m && chosen[first] == i) {
                        samples[0][first++] = pool[i];
                    } else {
                        samples[1][second++] = pool[i];
                    }
                }
                record();
                // The next combination in lexicographic order.
                at = m - 1;
                while (at >= 0 && chosen[at] == pool.length - m + at) {
                    at--;
                }
                if (at >= 0) {
                    chosen[at]++;
                    for (int i = at + 1; i < m; i++) {
                        chosen[i] = chosen[i - 1] + 1;
                    }
                }
            }
        }

        void signs() {
            for (int signs = 0; signs < values.length; signs++) {
                for (int i = 0; i < a.length; i++) {
                    boolean exchanged = (signs >>> i & 1) == 1;
                    samples[0][i] = exchanged ? b[i] : a[i];
                    samples[1][i] = exchanged ? a[i] : b[i];
                }
                record();
            }
        }

        void pairings(int from) {
            if (from == pool.length) {
                System.arraycopy(a, 0, samples[0], 0, a.length);
                System.arraycopy(pool, 0, samples[1], 0, b.length);
                record();
                return;
            }
            for (int i = from; i < pool.length; i++) {
                swap(from, i);
                pairings(from + 1);
                swap(from, i);
            }
        }

        private void swap(int i, int j) {
            double kept = pool[i];
            pool[i] = pool[j];
            pool[j] = kept;
        }

        private void record() {
            if ((count & 1023) == 0) {
                deadline.check();
            }
            values[count++] = statistic.of(samples);
        }
    }
}
