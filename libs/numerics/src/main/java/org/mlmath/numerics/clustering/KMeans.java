package org.mlmath.numerics.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/**
 * k centroids and the assignment of each observation to its nearest, which make the inertia Σ‖xᵢ − c(i)‖² small.
 *
 * <p>Lloyd's iteration: assign, move each centroid to the mean of its observations, until no assignment changes; the result is a
 * local minimum, the best of several starts. Starts: observations drawn uniformly, or each with probability proportional to its
 * squared distance from those before, of 2 + log k candidates the best (greedy k-means++). A centroid that loses all its observations moves to the one farthest from its own
 * centroid. Of equal distances the first centroid wins. At most n·k·d operations a round: distances of observations that bounds show to
 * stay where they are, which soon are most, are not computed. Sources: Lloyd, IEEE Trans. Inf. Theory 28 (1982), 129-137; Arthur and
 * Vassilvitskii, <i>k-means++</i>, SODA 2007; Hamerly, <i>Making k-means even faster</i>, SDM 2010.
 *
 * @param rounds of the best start: the first with its starting centroids, the last with the result; some between may be left out
 * @param numbers which rounds these are, from 0
 * @param converged whether the assignments stood still
 * @param start which start was the best
 * @param inertias what each start came to
 * @param relocated how often, in the best start, a centroid had lost all its observations
 */
public record KMeans(
        List<Round> rounds, int[] numbers, boolean converged, int start, double[] inertias, int relocated) {

    /**
     * Centroids and what is nearest to them.
     *
     * @param centroids k×d
     * @param labels of each observation the number of its centroid
     * @param inertia the sum of the squared distances
     */
    public record Round(Matrix centroids, int[] labels, double inertia) {}

    /** How centroids are first chosen. */
    public enum Start {
        PLUS_PLUS,
        RANDOM
    }

    /** Candidates among which k-means++ chooses each centroid but the first. */
    public static int draws(int k) {
        return 2 + (int) Math.log(k);
    }

    /** The last round. */
    public Round result() {
        return rounds.getLast();
    }

    /**
     * @param data n×d with n ≥ k
     * @param starts how many
     * @param mostNumbers that the rounds may keep together, but for the first and last
     */
    public static KMeans fit(
            Matrix data,
            int k,
            Start start,
            int starts,
            int maxRounds,
            long seed,
            long mostNumbers,
            Deadline deadline) {
        Lloyd lloyd = new Lloyd(data, k, maxRounds, mostNumbers, deadline);
        SplittableRandom random = new SplittableRandom(seed);
        KMeans best = null;
        double[] inertias = new double[starts];
        for (int s = 0; s < starts; s++) {
            SplittableRandom own = random.split();
            double[] centroids = start == Start.RANDOM ? lloyd.drawn(own) : lloyd.spread(own);
            KMeans found = lloyd.from(centroids, s, inertias);
            inertias[s] = found.result().inertia();
            if (best == null || inertias[s] < inertias[best.start]) {
                best = found;
            }
        }
        return best;
    }

    /** @param centroids k×d, where the only start begins */
    public static KMeans from(Matrix data, Matrix centroids, int maxRounds, long mostNumbers, Deadline deadline) {
        Lloyd lloyd = new Lloyd(data, centroids.rows(), maxRounds, mostNumbers, deadline);
        double[] inertias = new double[1];
        KMeans found = lloyd.from(lloyd.scaled(centroids), 0, inertias);
        inertias[0] = found.result().inertia();
        return found;
    }

    /** The number of the nearest centroid of each row. */
    public static int[] assign(Matrix points, Matrix centroids) {
        return new Lloyd(points, centroids.rows(), 1, 0, Deadline.none()).nearestTo(centroids);
    }

    private static final class Lloyd {
        private static final int ROWS_BETWEEN_LOOKS = 4096;

        /** Observations whose distances are computed together, in loops that the compiler makes vectors of. */
        private static final int BLOCK = 256;

        /** Below this the squares of distances lose digits; the largest coordinate is about 1. */
        private static final double SMALLEST_SAFE = 1e-140;

        private final int n;
        private final int d;
        private final int k;
        private final double[] x;
        private final int exponent;
        private final int maxRounds;
        private final long mostNumbers;
        private final Deadline deadline;
        private final int[] labels;

        /** Of each observation from its centroid, squared; those of the last assignment once {@link #measure} was called. */
        private final double[] distances;

        /** No less than an observation's distance from its centroid. */
        private final double[] upper;

        /** No more than an observation's distance from any other centroid. */
        private final double[] lower;

        /** How much rounding may take from a distance or add to it, relatively, with room to spare. */
        private final double slack;

        private final double[] block;
        private final double[] squares;
        private final double[] least = new double[BLOCK];
        private final double[] second = new double[BLOCK];
        private final int[] pending = new int[BLOCK];
        private final int[] nearest = new int[BLOCK];
        private boolean measured;

        Lloyd(Matrix data, int k, int maxRounds, long mostNumbers, Deadline deadline) {
            n = data.rows();
            d = data.columns();
            this.k = k;
            this.maxRounds = maxRounds;
            this.mostNumbers = mostNumbers;
            this.deadline = deadline;
            // At the scale of 1, where no square over- or underflows.
            double largest = data.maxAbs();
            exponent = largest == 0 ? 0 : Math.getExponent(largest);
            x = scaled(data);
            labels = new int[n];
            distances = new double[n];
            upper = new double[n];
            lower = new double[n];
            slack = (d + 8) * 0x1p-50;
            block = new double[BLOCK * d];
            squares = new double[BLOCK];
        }

        double[] scaled(Matrix matrix) {
            double[] values = matrix.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.scalb(values[i], -exponent);
            }
            return values;
        }

        int[] nearestTo(Matrix centroids) {
            assign(scaled(centroids), null);
            return labels.clone();
        }

        /** Different observations, all sets of k alike. */
        double[] drawn(SplittableRandom random) {
            int[] order = new int[n];
            for (int i = 0; i < n; i++) {
                order[i] = i;
            }
            double[] centroids = new double[k * d];
            for (int c = 0; c < k; c++) {
                int at = c + random.nextInt(n - c);
                int chosen = order[at];
                order[at] = order[c];
                System.arraycopy(x, chosen * d, centroids, c * d, d);
            }
            return centroids;
        }

        /** Far from each other: of 2 + log k draws each time the one that leaves the least inertia, as in scikit-learn. */
        double[] spread(SplittableRandom random) {
            double[] centroids = new double[k * d];
            double[] nearest = new double[n];
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            double[] candidate = new double[n];
            double[] best = new double[n];
            int draws = draws(k);
            double total = 0;
            for (int c = 0; c < k; c++) {
                double least = Double.POSITIVE_INFINITY;
                int chosen = -1;
                for (int draw = 0; draw < (c == 0 ? 1 : draws); draw++) {
                    deadline.check();
                    int drawn = total > 0 ? proportional(nearest, total * random.nextDouble()) : random.nextInt(n);
                    double left = inertiaWith(drawn, nearest, candidate);
                    if (chosen < 0 || left < least) {
                        least = left;
                        chosen = drawn;
                        double[] swap = best;
                        best = candidate;
                        candidate = swap;
                    }
                }
                System.arraycopy(x, chosen * d, centroids, c * d, d);
                System.arraycopy(best, 0, nearest, 0, n);
                total = least;
            }
            return centroids;
        }

        /** @param distances receives the squared distance of each observation from the nearest centroid, were this one among them */
        private double inertiaWith(int centroid, double[] nearest, double[] distances) {
            double total = 0;
            for (int i = 0; i < n; i++) {
                distances[i] = Math.min(nearest[i], distance(i, x, centroid));
                total += distances[i];
            }
            return total;
        }

        private static int proportional(double[] weights, double target) {
            double sum = 0;
            int last = 0;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > 0) {
                    sum += weights[i];
                    last = i;
                    if (sum > target) {
                        return i;
                    }
                }
            }
            return last;
        }

        private double distance(int i, double[] centroids, int c) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                double difference = x[i * d + j] - centroids[c * d + j];
                sum += difference * difference;
            }
            return sum;
        }

        /**
         * Labels observations with their nearest centroids.
         *
         * @param previous the centroids of the assignment before, whose bounds hold; null for none
         * @return whether any label changed
         */
        private boolean assign(double[] centroids, double[] previous) {
            if (previous == null) {
                Arrays.fill(upper, Double.POSITIVE_INFINITY);
                Arrays.fill(lower, 0);
            } else {
                widen(centroids, previous);
            }
            measured = false;
            boolean changed = false;
            int waiting = 0;
            for (int i = 0; i < n; i++) {
                if (i % ROWS_BETWEEN_LOOKS == 0) {
                    deadline.check();
                }
                if (stays(i)) {
                    continue;
                }
                if (upper[i] < Double.POSITIVE_INFINITY) {
                    upper[i] = Math.sqrt(distance(i, centroids, labels[i])) * (1 + slack);
                    if (stays(i)) {
                        continue;
                    }
                }
                pending[waiting++] = i;
                if (waiting == BLOCK) {
                    changed |= compare(waiting, centroids);
                    waiting = 0;
                }
            }
            return changed | compare(waiting, centroids);
        }

        /** Strictly, so that ties are settled by comparing. */
        private boolean stays(int i) {
            return upper[i] < lower[i] && lower[i] > SMALLEST_SAFE;
        }

        /** Makes bounds true of centroids that have moved. */
        private void widen(double[] centroids, double[] previous) {
            double[] moves = new double[k];
            double most = 0;
            double next = 0;
            int farthest = 0;
            for (int c = 0; c < k; c++) {
                double square = 0;
                for (int j = 0; j < d; j++) {
                    double move = centroids[c * d + j] - previous[c * d + j];
                    square += move * move;
                }
                moves[c] = Math.sqrt(square) * (1 + slack) + SMALLEST_SAFE;
                if (moves[c] > most) {
                    next = most;
                    most = moves[c];
                    farthest = c;
                } else {
                    next = Math.max(next, moves[c]);
                }
            }
            for (int i = 0; i < n; i++) {
                upper[i] = (upper[i] + moves[labels[i]]) * (1 + slack);
                lower[i] = (lower[i] - (labels[i] == farthest ? next : most)) * (1 - slack);
            }
        }

        /** Labels the first of the pending observations by their distances from all centroids. */
        private boolean compare(int count, double[] centroids) {
            for (int p = 0; p < count; p++) {
                for (int j = 0; j < d; j++) {
                    block[j * BLOCK + p] = x[pending[p] * d + j];
                }
            }
            Arrays.fill(least, 0, count, Double.POSITIVE_INFINITY);
            Arrays.fill(second, 0, count, Double.POSITIVE_INFINITY);
            Arrays.fill(nearest, 0, count, 0); // of centroids that are all infinitely far
            for (int c = 0; c < k; c++) {
                square(count, centroids, c);
                for (int p = 0; p < count; p++) {
                    if (squares[p] < least[p]) {
                        second[p] = least[p];
                        least[p] = squares[p];
                        nearest[p] = c;
                    } else if (squares[p] < second[p]) {
                        second[p] = squares[p];
                    }
                }
            }
            boolean changed = false;
            for (int p = 0; p < count; p++) {
                int i = pending[p];
                changed |= labels[i] != nearest[p];
                labels[i] = nearest[p];
                upper[i] = Math.sqrt(least[p]) * (1 + slack);
                lower[i] = Math.sqrt(second[p]) * (1 - slack);
            }
            return changed;
        }

        /** Squared distances of the block's observations from a centroid, each summed as {@link #distance} sums. */
        private void square(int count, double[] centroids, int c) {
            Arrays.fill(squares, 0, count, 0);
            for (int j = 0; j < d; j++) {
                double coordinate = centroids[c * d + j];
                int from = j * BLOCK;
                for (int p = 0; p < count; p++) {
                    double difference = block[from + p] - coordinate;
                    squares[p] += difference * difference;
                }
            }
        }

        /** Distances from the centroids that the labels were given by. */
        private void measure(double[] centroids) {
            if (!measured) {
                for (int i = 0; i < n; i++) {
                    distances[i] = distance(i, centroids, labels[i]);
                }
                measured = true;
            }
        }

        KMeans from(double[] start, int number, double[] inertias) {
            double[] centroids = start;
            List<Round> rounds = new ArrayList<>();
            List<Integer> numbers = new ArrayList<>();
            int stride = 1;
            int relocated = 0;
            boolean converged = false;
            Arrays.fill(labels, -1);
            assign(centroids, null);
            for (int round = 0; ; round++) {
                if (round % stride == 0) {
                    rounds.add(round(centroids));
                    numbers.add(round);
                    if ((long) rounds.size() * (n + (long) k * d) > mostNumbers && rounds.size() > 2) {
                        stride *= 2;
                        thin(rounds, numbers, stride);
                    }
                }
                if (converged || round == maxRounds) {
                    if (numbers.getLast() != round) {
                        rounds.add(round(centroids));
                        numbers.add(round);
                    }
                    return new KMeans(
                            rounds,
                            numbers.stream().mapToInt(Integer::intValue).toArray(),
                            converged,
                            number,
                            inertias,
                            relocated);
                }
                double[] next = centroids.clone();
                int moved = move(next);
                relocated += moved;
                boolean changed = assign(next, centroids);
                converged = !changed && moved == 0;
                centroids = next;
            }
        }

        private static void thin(List<Round> rounds, List<Integer> numbers, int stride) {
            for (int i = numbers.size() - 1; i > 0; i--) {
                if (numbers.get(i) % stride != 0) {
                    numbers.remove(i);
                    rounds.remove(i);
                }
            }
        }

        private Round round(double[] centroids) {
            measure(centroids);
            double sum = 0;
            double rest = 0;
            for (double distance : distances) {
                double next = sum + distance;
                rest += sum >= distance ? sum - next + distance : distance - next + sum;
                sum = next;
            }
            double[] values = centroids.clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.scalb(values[i], exponent);
            }
            return new Round(new Matrix(k, d, values), labels.clone(), Math.scalb(sum + rest, 2 * exponent));
        }

        /** Centroids to the means of their observations; one without any to the farthest observation. Returns how many had none. */
        private int move(double[] centroids) {
            int[] sizes = new int[k];
            double[] sums = new double[k * d];
            for (int i = 0; i < n; i++) {
                sizes[labels[i]]++;
                int from = i * d;
                int to = labels[i] * d;
                for (int j = 0; j < d; j++) {
                    sums[to + j] += x[from + j];
                }
            }
            int empty = 0;
            for (int c = 0; c < k; c++) {
                if (sizes[c] == 0) {
                    measure(centroids);
                    empty += relocate(c, sizes, sums) ? 1 : 0;
                }
            }
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < d && sizes[c] > 0; j++) {
                    centroids[c * d + j] = sums[c * d + j] / sizes[c];
                }
            }
            return empty;
        }

        /** Gives cluster c the observation farthest from its centroid; none where every one stands on its centroid. */
        private boolean relocate(int c, int[] sizes, double[] sums) {
            int farthest = -1;
            double most = 0;
            for (int i = 0; i < n; i++) {
                if (distances[i] > most && sizes[labels[i]] > 1) {
                    most = distances[i];
                    farthest = i;
                }
            }
            if (farthest < 0) {
                return false;
            }
            int from = labels[farthest];
            sizes[from]--;
            sizes[c]++;
            for (int j = 0; j < d; j++) {
                double value = x[farthest * d + j];
                sums[from * d + j] -= value;
                sums[c * d + j] += value;
            }
            labels[farthest] = c;
            distances[farthest] = 0;
            lower[farthest] = 0; // it bounded the distances from all but the old centroid
            return true;
        }
    }
}
