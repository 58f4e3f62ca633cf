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
 * squared distance from those before (k-means++). A centroid that loses all its observations moves to the one farthest from its own
 * centroid. Of equal distances the first centroid wins. n·k·d operations a round. Sources: Lloyd, IEEE Trans. Inf. Theory 28 (1982),
 * 129-137; Arthur and Vassilvitskii, <i>k-means++</i>, SODA 2007.
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

        private final int n;
        private final int d;
        private final int k;
        private final double[] x;
        private final int exponent;
        private final int maxRounds;
        private final long mostNumbers;
        private final Deadline deadline;
        private final int[] labels;
        private final double[] distances;

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
        }

        double[] scaled(Matrix matrix) {
            double[] values = matrix.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.scalb(values[i], -exponent);
            }
            return values;
        }

        int[] nearestTo(Matrix centroids) {
            assign(scaled(centroids));
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

        /** Far from each other. */
        double[] spread(SplittableRandom random) {
            double[] centroids = new double[k * d];
            double[] nearest = new double[n];
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            int chosen = random.nextInt(n);
            for (int c = 0; c < k; c++) {
                deadline.check();
                System.arraycopy(x, chosen * d, centroids, c * d, d);
                double total = 0;
                for (int i = 0; i < n; i++) {
                    nearest[i] = Math.min(nearest[i], distance(i, centroids, c));
                    total += nearest[i];
                }
                chosen = total > 0 ? proportional(nearest, total * random.nextDouble()) : random.nextInt(n);
            }
            return centroids;
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

        /** @return whether any label changed */
        private boolean assign(double[] centroids) {
            boolean changed = false;
            for (int i = 0; i < n; i++) {
                if (i % ROWS_BETWEEN_LOOKS == 0) {
                    deadline.check();
                }
                int nearest = 0;
                double least = Double.POSITIVE_INFINITY;
                for (int c = 0; c < k; c++) {
                    double distance = distance(i, centroids, c);
                    if (distance < least) {
                        least = distance;
                        nearest = c;
                    }
                }
                changed |= labels[i] != nearest;
                labels[i] = nearest;
                distances[i] = least;
            }
            return changed;
        }

        KMeans from(double[] start, int number, double[] inertias) {
            double[] centroids = start;
            List<Round> rounds = new ArrayList<>();
            List<Integer> numbers = new ArrayList<>();
            int stride = 1;
            int relocated = 0;
            boolean converged = false;
            Arrays.fill(labels, -1);
            assign(centroids);
            Round last = round(centroids);
            for (int round = 0; ; round++) {
                if (round % stride == 0) {
                    rounds.add(last);
                    numbers.add(round);
                    if ((long) rounds.size() * (n + (long) k * d) > mostNumbers && rounds.size() > 2) {
                        stride *= 2;
                        thin(rounds, numbers, stride);
                    }
                }
                if (converged || round == maxRounds) {
                    if (numbers.getLast() != round) {
                        rounds.add(last);
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
                boolean changed = assign(next);
                converged = !changed && moved == 0;
                centroids = next;
                last = round(centroids);
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
                for (int j = 0; j < d; j++) {
                    sums[labels[i] * d + j] += x[i * d + j];
                }
            }
            int empty = 0;
            for (int c = 0; c < k; c++) {
                if (sizes[c] == 0 && relocate(c, sizes, sums)) {
                    empty++;
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
            return true;
        }
    }
}
