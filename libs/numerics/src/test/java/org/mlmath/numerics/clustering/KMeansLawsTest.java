package org.mlmath.numerics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class KMeansLawsTest {
    private static Matrix random(Random random, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(20 * random.nextGaussian()) / 10; // ties and repetitions among them
        }
        return new Matrix(rows, columns, values);
    }

    private static KMeans fit(Matrix data, int k, KMeans.Start start, long seed) {
        return KMeans.fit(data, k, start, 3, 300, seed, 1_000_000, Deadline.none());
    }

    @Property(tries = 80)
    void everyObservationIsWithItsNearestCentroidAndCentroidsAreMeans(
            @ForAll @IntRange(min = 1, max = 6) int k, @ForAll KMeans.Start start, @ForAll long seed) {
        Matrix data = random(new Random(seed), 30, 2);
        KMeans found = fit(data, k, start, seed);
        KMeans.Round result = found.result();
        assertThat(found.converged()).isTrue();
        double[][] sums = new double[k][3];
        for (int i = 0; i < 30; i++) {
            int label = result.labels()[i];
            double own = distance(data, i, result.centroids(), label);
            for (int c = 0; c < k; c++) {
                assertThat(own).isLessThanOrEqualTo(distance(data, i, result.centroids(), c) + 1e-12);
            }
            sums[label][0] += data.get(i, 0);
            sums[label][1] += data.get(i, 1);
            sums[label][2]++;
        }
        for (int c = 0; c < k; c++) {
            if (sums[c][2] > 0) {
                assertThat(result.centroids().get(c, 0)).isCloseTo(sums[c][0] / sums[c][2], within(1e-13));
                assertThat(result.centroids().get(c, 1)).isCloseTo(sums[c][1] / sums[c][2], within(1e-13));
            }
        }
    }

    private static double distance(Matrix data, int i, Matrix centroids, int c) {
        return Math.hypot(data.get(i, 0) - centroids.get(c, 0), data.get(i, 1) - centroids.get(c, 1));
    }

    @Property(tries = 80)
    void noRoundIsWorseThanTheOneBefore(
            @ForAll @IntRange(min = 1, max = 8) int k, @ForAll KMeans.Start start, @ForAll long seed) {
        KMeans found = fit(random(new Random(seed), 25, 3), k, start, seed);
        for (int i = 1; i < found.rounds().size(); i++) {
            assertThat(found.rounds().get(i).inertia())
                    .isLessThanOrEqualTo(found.rounds().get(i - 1).inertia() * (1 + 1e-14));
        }
        assertThat(found.result().inertia())
                .isEqualTo(Arrays.stream(found.inertias()).min().orElseThrow());
    }

    @Property(tries = 30)
    void theUnitOfTheDataIsTheUnitOfTheResult(
            @ForAll @IntRange(min = -400, max = 400) int exponent, @ForAll long seed) {
        Matrix data = random(new Random(seed), 20, 2);
        double[] scaled = data.values().clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(scaled[i], exponent);
        }
        KMeans plain = fit(data, 3, KMeans.Start.PLUS_PLUS, seed);
        KMeans other = fit(new Matrix(20, 2, scaled), 3, KMeans.Start.PLUS_PLUS, seed);
        assertThat(other.result().labels()).isEqualTo(plain.result().labels());
        assertThat(other.result().inertia()).isEqualTo(Math.scalb(plain.result().inertia(), 2 * exponent));
    }

    /** Bounds spare distances; they must never change a label, ties included. */
    @Property(tries = 60)
    void everyRoundLabelsWithTheNearestOfItsCentroids(
            @ForAll @IntRange(min = 1, max = 9) int k, @ForAll KMeans.Start start, @ForAll long seed) {
        Matrix data = random(new Random(seed), 600, 2);
        for (KMeans.Round round : fit(data, k, start, seed).rounds()) {
            for (int i = 0; i < 600; i++) {
                int nearest = 0;
                for (int c = 1; c < k; c++) {
                    nearest = square(data, i, round.centroids(), c) < square(data, i, round.centroids(), nearest)
                            ? c
                            : nearest;
                }
                assertThat(round.labels()[i]).isEqualTo(nearest);
            }
        }
    }

    private static double square(Matrix data, int i, Matrix centroids, int c) {
        double x = data.get(i, 0) - centroids.get(c, 0);
        double y = data.get(i, 1) - centroids.get(c, 1);
        return x * x + y * y;
    }

    @Test
    void asManyClustersAsPointsLeaveNoInertia() {
        Matrix data = Matrix.of(new double[] {1}, new double[] {4}, new double[] {9});
        KMeans found = fit(data, 3, KMeans.Start.RANDOM, 1);
        assertThat(found.result().inertia()).isZero();
    }

    @Test
    void roundsAreThinnedWhereTheyHoldTooMuchButTheEndsStay() {
        Matrix data = random(new Random(9), 400, 1);
        KMeans found = KMeans.from(
                data, Matrix.of(new double[] {-9}, new double[] {-8}, new double[] {-7}), 300, 1300, Deadline.none());
        assertThat(found.numbers()[0]).isZero();
        assertThat(found.rounds().size()).isEqualTo(found.numbers().length);
        assertThat(found.numbers().length).isLessThanOrEqualTo(found.numbers()[found.numbers().length - 1]);
    }
}
