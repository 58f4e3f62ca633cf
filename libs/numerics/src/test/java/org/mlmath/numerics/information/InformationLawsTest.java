package org.mlmath.numerics.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.Normal;

class InformationLawsTest {
    /** A dozen terms of up to 1, a few roundings each. */
    private static final double ROUNDINGS = 4e-15;

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static double[] probabilities(int size, RandomGenerator random) {
        double[] weights =
                random.doubles(size).map(u -> u < 0.2 ? 0 : Math.pow(u, 5)).toArray();
        weights[0] += 0.1;
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }

    @Property(tries = 200)
    void divergencesAreNeverNegativeAndZeroFromOneself(
            @ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
        RandomGenerator random = random(seed);
        double[] p = probabilities(size, random);
        double[] q = probabilities(size, random);
        assertThat(DiscreteInformation.divergence(p, q)).isGreaterThanOrEqualTo(0);
        assertThat(DiscreteInformation.divergence(p, p)).isZero();
        assertThat(DiscreteInformation.jensenShannon(p, q))
                .isBetween(0.0, Math.log(2) + ROUNDINGS)
                .isCloseTo(DiscreteInformation.jensenShannon(q, p), Offset.offset(ROUNDINGS));
    }

    @Property(tries = 200)
    void entropyIsLargestWhereAllIsEquallyLikely(@ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
        double[] p = probabilities(size, random(seed));
        assertThat(DiscreteInformation.entropy(p)).isBetween(0.0, Math.log(size) + ROUNDINGS);
    }

    @Property(tries = 100)
    void mutualInformationIsWhatTheEntropiesShare(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll long seed) {
        double[] all = probabilities(rows * columns, random(seed));
        double[][] joint = new double[rows][columns];
        double[] x = new double[rows];
        double[] y = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                joint[i][j] = all[i * columns + j];
                x[i] += joint[i][j];
                y[j] += joint[i][j];
            }
        }
        double shared =
                DiscreteInformation.entropy(x) + DiscreteInformation.entropy(y) - DiscreteInformation.entropy(all);
        assertThat(DiscreteInformation.mutual(joint)).isCloseTo(shared, Offset.offset(1e-14));
    }

    @Test
    void estimatesFromNormalSamplesComeNearTheirTruth() {
        RandomGenerator random = random(8);
        int n = 2000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
            y[i] = 0.8 * x[i] + 0.6 * random.nextGaussian();
        }
        NearestNeighborInformation estimate = new NearestNeighborInformation(3, Deadline.none());
        assertThat(estimate.entropy(x)).isCloseTo(0.5 * Math.log(2 * Math.PI * Math.E), Offset.offset(0.08));
        assertThat(estimate.mutual(x, y)).isCloseTo(-0.5 * Math.log(1 - 0.64), Offset.offset(0.06));
    }

    @Test
    void aNarrowDistributionFarOutIsStillIntegrated() {
        Normal p = new Normal(1e6, 1e-6);
        Normal q = new Normal(1e6 + 1e-6, 1e-6);
        assertThat(new DistributionDivergence(p, Deadline.none()).from(q).value())
                .isCloseTo(0.5, Offset.offset(1e-3)); // 1e6 + 1e-6 is a double only to 1e-4 of the distance
        assertThat(new DistributionDivergence(p, Deadline.none()).from(p).value())
                .isCloseTo(0, Offset.offset(1e-12));
    }
}
