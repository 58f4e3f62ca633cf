package org.mlmath.numerics.rank;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.special.GammaFunctions;

/**
 * Distributions of Kendall's S and of Spearman's Σ rᵢsᵢ when every pairing of the observed midranks r of x with the observed
 * midranks s of y is equally likely, ties included.
 *
 * <p>The values of x are paired in ascending order, those that are equal together; what counts is how many of each distinct value of y
 * are used up, so without ties there are 2ⁿ states and fewer with ties. Each state keeps the distribution of the statistic so far.
 */
public final class Pairings {
    private final int[] xSizes;
    private final int[] ySizes;
    private final Contribution contribution;
    private final Deadline deadline;
    private final int[] place;
    private Partial[] states;

    /** What one more pair adds to the statistic. */
    @FunctionalInterface
    private interface Contribution {
        /** @param used how many of each distinct value of y stand with smaller values of x */
        int of(int[] used, int xGroup, int yGroup);
    }

    private Pairings(Ranks x, Ranks y, Contribution contribution, Deadline deadline) {
        this.xSizes = x.sizes();
        this.ySizes = y.sizes();
        this.contribution = contribution;
        this.deadline = deadline;
        this.place = new int[ySizes.length + 1];
        place[0] = 1;
        for (int h = 0; h < ySizes.length; h++) {
            place[h + 1] = Math.multiplyExact(place[h], ySizes[h] + 1);
        }
    }

    /** About how many additions the distribution takes: the number of states times their transitions and points. */
    public static double work(Ranks x, Ranks y, double points) {
        double states = 1;
        for (double size : y.sizes()) {
            states *= size + 1;
        }
        double transitions = y.groups() * (double) x.size() / x.groups();
        return 0.25 * states * transitions * points;
    }

    /** The distribution of concordant minus discordant pairs. */
    public static NullDistribution kendall(Ranks x, Ranks y, Deadline deadline) {
        Contribution concordance = (used, xGroup, yGroup) -> {
            int sum = 0;
            for (int h = 0; h < used.length; h++) {
                sum += Integer.signum(yGroup - h) * used[h];
            }
            return sum;
        };
        Partial all = new Pairings(x, y, concordance, deadline).distribution();
        return new NullDistribution(all.low, 1, all.probabilities);
    }

    /** The distribution of Σ rᵢsᵢ. */
    public static NullDistribution spearman(Ranks x, Ranks y, Deadline deadline) {
        int xUnit = unit(x);
        int yUnit = unit(y);
        int xFirst = x.doubledOfGroup(0);
        int yFirst = y.doubledOfGroup(0);
        Contribution product = (used, xGroup, yGroup) ->
                ((x.doubledOfGroup(xGroup) - xFirst) / xUnit) * ((y.doubledOfGroup(yGroup) - yFirst) / yUnit);
        Partial all = new Pairings(x, y, product, deadline).distribution();
        // 4Σrs = Σ(xFirst + xUnit·u)(yFirst + yUnit·v), in which Σu and Σv are the same for every pairing.
        double n = x.size();
        double doubledSum = n * (n + 1);
        double fixed = xFirst * doubledSum + yFirst * doubledSum - n * xFirst * yFirst;
        double unit = (double) xUnit * yUnit;
        return new NullDistribution(0.25 * (fixed + unit * all.low), 0.25 * unit, all.probabilities);
    }

    private static int unit(Ranks ranks) {
        int unit = 0;
        for (int g = 0; g < ranks.groups(); g++) {
            unit = RankSum.gcd(unit, ranks.doubledOfGroup(g) - ranks.doubledOfGroup(0));
        }
        return Math.max(1, unit);
    }

    private Partial distribution() {
        int end = place[ySizes.length] - 1;
        states = new Partial[end + 1];
        states[0] = new Partial();
        states[0].add(1, 0);
        int done = 0;
        int left = Arrays.stream(ySizes).sum();
        int[] used = new int[ySizes.length];
        for (int group = 0; group < xSizes.length; group++) {
            double choices = GammaFunctions.binomial(left, xSizes[group]);
            // A pairing adds to the number used up, so states come after those that lead to them.
            for (int state = end; state >= 0; state--) {
                if (states[state] != null && decode(state, used) == done) {
                    deadline.check();
                    Partial from = states[state];
                    states[state] = null;
                    choose(from, used, group, 0, xSizes[group], state, 0, 1 / choices);
                }
            }
            done += xSizes[group];
            left -= xSizes[group];
        }
        return states[end];
    }

    private int decode(int state, int[] used) {
        int sum = 0;
        for (int h = 0; h < used.length; h++) {
            used[h] = state / place[h] % (ySizes[h] + 1);
            sum += used[h];
        }
        return sum;
    }

    /** Takes {@code rest} more values of y, from the h-th distinct one on, for the x of this group. */
    private void choose(
            Partial from, int[] used, int group, int h, int rest, int state, int shift, double probability) {
        if (rest == 0) {
            if (states[state] == null) {
                states[state] = new Partial();
            }
            states[state].add(from, probability, shift);
            return;
        }
        if (h == ySizes.length) {
            return;
        }
        int there = ySizes[h] - used[h];
        int each = contribution.of(used, group, h);
        for (int take = 0; take <= Math.min(rest, there); take++) {
            choose(
                    from,
                    used,
                    group,
                    h + 1,
                    rest - take,
                    state + take * place[h],
                    shift + take * each,
                    probability * GammaFunctions.binomial(there, take));
        }
    }

    /** The distribution of the statistic over the pairings that lead to a state. */
    private static final class Partial {
        private int low;
        private double[] probabilities = {};

        void add(double probability, int at) {
            reserve(at, at);
            probabilities[at - low] += probability;
        }

        void add(Partial other, double factor, int shift) {
            int first = other.low + shift;
            reserve(first, first + other.probabilities.length - 1);
            int offset = first - low;
            for (int i = 0; i < other.probabilities.length; i++) {
                probabilities[offset + i] += factor * other.probabilities[i];
            }
        }

        private void reserve(int first, int last) {
            if (probabilities.length == 0) {
                low = first;
                probabilities = new double[last - first + 1];
            } else if (first < low || last >= low + probabilities.length) {
                int newLow = Math.min(first, low);
                int newHigh = Math.max(last, low + probabilities.length - 1);
                double[] wider = new double[newHigh - newLow + 1];
                System.arraycopy(probabilities, 0, wider, low - newLow, probabilities.length);
                low = newLow;
                probabilities = wider;
            }
        }
    }
}
