package org.mlmath.stats.contingency;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.special.GammaFunctions;

/**
 * The probability of all r×c tables with given margins that are no more probable than one of them.
 *
 * <p>Column by column; what the columns to come can do depends only on what each row has left, as a multiset. For each such state the
 * largest and the smallest product Π 1/T! that the rest can still add are computed once, and a table begun is dropped or
 * counted whole as soon as they decide it. Tables begun that leave the same state with the same product are one. Source: C. R.
 * Mehta and N. R. Patel, J. Amer. Statist. Assoc. 78 (1983), 427-434.
 */
final class TableProbability {
    private static final double EQUAL = 1e-7;

    /** Products closer than this are the same number rounded differently. */
    private static final double SAME = 1e-9;

    /** A few tenths of a second. */
    private static final long MOST_STEPS = 5_000_000;

    /** Tables begun, and states, that fit into some hundred megabytes. */
    private static final long MOST_HELD = 1_000_000;

    private final double[] rows;
    private final double[] columns;
    private final double observed;
    private final double[] logFactorial;
    private final Deadline deadline;
    private final Map<State, Range> ranges = new HashMap<>();
    private long most = Long.MAX_VALUE;
    private long steps;
    private long held;

    TableProbability(Counts counts, Deadline deadline) {
        boolean tall = counts.rows().length <= counts.columns().length;
        // The state is the row sums left: fewer rows make fewer states.
        this.rows = positive(tall ? counts.rows() : counts.columns());
        this.columns = positive(tall ? counts.columns() : counts.rows());
        this.deadline = deadline;
        this.logFactorial = counts.total() < 1e6 ? logFactorials((int) counts.total()) : new double[0];
        double log = 0;
        if (logFactorial.length > 0) {
            for (double count : counts.table().values()) {
                log -= logFactorial[(int) count];
            }
        }
        this.observed = log;
    }

    private static double[] positive(double[] sums) {
        double[] some = Arrays.stream(sums).filter(sum -> sum > 0).sorted().toArray();
        // Large columns first: what is left then decides early.
        for (int i = 0; i < some.length / 2; i++) {
            double swap = some[i];
            some[i] = some[some.length - 1 - i];
            some[some.length - 1 - i] = swap;
        }
        return some;
    }

    private static double[] logFactorials(int most) {
        double[] logs = new double[most + 1];
        for (int i = 2; i <= most; i++) {
            logs[i] = GammaFunctions.logGamma(i + 1.0);
        }
        return logs;
    }

    /** The probability, or nothing where it takes more work than a caller waits for without having asked for it. */
    OptionalDouble noMoreProbableIfQuick() {
        if (logFactorial.length == 0) {
            return OptionalDouble.empty();
        }
        most = MOST_STEPS;
        try {
            return OptionalDouble.of(noMoreProbable());
        } catch (LimitExceededException e) {
            return OptionalDouble.empty();
        }
    }

    /** @throws LimitExceededException where there are too many observations or too many ways to go on to hold */
    double noMoreProbable() {
        if (logFactorial.length == 0) {
            throw new LimitExceededException(
                            "Tables of more than 10^6 observations are not gone through one by one; method: \"asymptotic\" suits them.")
                    .at("/table");
        }
        double limit = observed + EQUAL;
        Map<State, Map<Long, double[]>> level = new HashMap<>();
        level.put(new State(rows.clone(), 0), single(0));
        double outcome = 0;
        double all = logFactorial[(int) Arrays.stream(rows).sum()];
        double margins = 0;
        for (double row : rows) {
            margins += logFactorial[(int) row];
        }
        for (double column : columns) {
            margins += logFactorial[(int) column];
        }
        double normal = margins - all;
        for (int j = 0; j < columns.length; j++) {
            Map<State, Map<Long, double[]>> next = new HashMap<>();
            for (Map.Entry<State, Map<Long, double[]>> entry : level.entrySet()) {
                for (double[] past : entry.getValue().values()) {
                    outcome += extend(entry.getKey(), past, j, limit, normal, next);
                }
            }
            level = next;
            held = level.values().stream().mapToLong(Map::size).sum();
        }
        return Math.min(1, outcome);
    }

    private static Map<Long, double[]> single(double log) {
        Map<Long, double[]> map = new HashMap<>();
        map.put(Math.round(log / SAME), new double[] {log, 1});
        return map;
    }

    /** Fills column j in every way; returns the probability of those decided as no more probable. */
    private double extend(
            State state, double[] past, int j, double limit, double normal, Map<State, Map<Long, double[]>> next) {
        double[] decided = {0};
        fill(state.left.clone(), 0, columns[j], past[0], (left, log) -> {
            State after = new State(sorted(left), j + 1);
            Range range = range(after);
            if (log + range.largest <= limit) {
                decided[0] += past[1] * Math.exp(log + range.sum + normal);
            } else if (log + range.smallest <= limit) {
                double[] same = next.computeIfAbsent(after, s -> new HashMap<>())
                        .computeIfAbsent(Math.round(log / SAME), key -> {
                            held++;
                            return new double[] {log, 0};
                        });
                same[1] += past[1];
            }
        });
        return decided[0];
    }

    private interface Filled {
        void accept(double[] left, double log);
    }

    private void fill(double[] left, int row, double remaining, double log, Filled filled) {
        if (++steps % 4096 == 0) {
            deadline.check();
            if (steps > most || held + ranges.size() > MOST_HELD) {
                throw new LimitExceededException(
                                "There are too many tables with these margins; method: \"asymptotic\" suits them.")
                        .at("/table");
            }
        }
        if (row == left.length - 1) {
            if (remaining <= left[row]) {
                left[row] -= remaining;
                filled.accept(left, log - logFactorial[(int) remaining]);
                left[row] += remaining;
            }
            return;
        }
        double others = 0;
        for (int i = row + 1; i < left.length; i++) {
            others += left[i];
        }
        for (double count = Math.max(0, remaining - others); count <= Math.min(left[row], remaining); count++) {
            left[row] -= count;
            fill(left, row + 1, remaining - count, log - logFactorial[(int) count], filled);
            left[row] += count;
        }
    }

    private static double[] sorted(double[] left) {
        double[] copy = left.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** What the columns from a state on can still add: extremes of log Π 1/T!, and the logarithm of its sum over all ways. */
    private record Range(double largest, double smallest, double sum) {}

    private Range range(State state) {
        if (state.column == columns.length) {
            return new Range(0, 0, 0);
        }
        Range known = ranges.get(state);
        if (known != null) {
            return known;
        }
        // Σ Π 1/T! = n! / (Π R! Π C!) over all tables with these margins.
        double sum = logFactorial[(int) Arrays.stream(state.left).sum()];
        for (double row : state.left) {
            sum -= logFactorial[(int) row];
        }
        for (int j = state.column; j < columns.length; j++) {
            sum -= logFactorial[(int) columns[j]];
        }
        double[] extremes = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        fill(state.left.clone(), 0, columns[state.column], 0, (left, log) -> {
            Range rest = range(new State(sorted(left), state.column + 1));
            extremes[0] = Math.max(extremes[0], log + rest.largest);
            extremes[1] = Math.min(extremes[1], log + rest.smallest);
        });
        Range range = new Range(extremes[0], extremes[1], sum);
        ranges.put(state, range);
        return range;
    }

    private static final class State {
        private final double[] left;
        private final int column;

        State(double[] left, int column) {
            this.left = left;
            this.column = column;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State state && column == state.column && Arrays.equals(left, state.left);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(left) + column;
        }
    }
}
