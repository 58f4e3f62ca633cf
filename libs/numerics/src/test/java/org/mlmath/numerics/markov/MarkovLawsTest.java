package org.mlmath.numerics.markov;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class MarkovLawsTest {
    private static final Deadline NO_HURRY = Deadline.none();

    /** Rows with a share of zeros; probabilities from 1 down to 1e-9. */
    private static Matrix chain(int n, double zeros, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                boolean none = random.nextDouble() < zeros && !(sum == 0 && j == n - 1);
                values[i * n + j] = none ? 0 : Math.pow(10, -9 * random.nextDouble());
                sum += values[i * n + j];
            }
            for (int j = 0; j < n; j++) {
                values[i * n + j] /= sum;
            }
        }
        return new Matrix(n, n, values);
    }

    @Property(tries = 100)
    void aStepLeavesTheStationaryDistributionAsItIs(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        Matrix p = chain(n, 0.5, seed);
        for (ChainStructure.CommunicatingClass recurrent : ChainStructure.of(p).recurrent()) {
            double[] pi = StateReduction.stationary(p, recurrent.states(), NO_HURRY);
            for (int j = 0; j < pi.length; j++) {
                double into = 0;
                for (int i = 0; i < pi.length; i++) {
                    into += pi[i] * p.get(recurrent.states()[i], recurrent.states()[j]);
                }
                assertThat(into).isCloseTo(pi[j], Offset.offset(1e-12 * pi[j]));
            }
            assertThat(Arrays.stream(pi).sum()).isCloseTo(1, Offset.offset(1e-14));
        }
    }

    @Property(tries = 100)
    void classesPartTheStatesAndSomeClassIsRecurrent(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        ChainStructure structure = ChainStructure.of(chain(n, 0.8, seed));
        int[] all = structure.classes().stream()
                .flatMapToInt(c -> Arrays.stream(c.states()))
                .sorted()
                .toArray();
        assertThat(all).containsExactly(IntStream.range(0, n).toArray());
        assertThat(structure.recurrent()).isNotEmpty().allMatch(c -> c.period() >= 1);
    }

    @Property(tries = 60)
    void timesObeyTheirFirstStepEquations(@ForAll @IntRange(min = 2, max = 8) int n, @ForAll long seed) {
        Matrix p = chain(n, 0.6, seed);
        HittingTimes hitting = HittingTimes.of(p, NO_HURRY);
        for (int target = 0; target < n; target++) {
            for (int i = 0; i < n; i++) {
                if (i == target) {
                    continue;
                }
                double probability = 0;
                double time = 1;
                for (int k = 0; k < n; k++) {
                    probability += p.get(i, k) * hitting.probabilities().get(k, target);
                    time += p.get(i, k) > 0 ? p.get(i, k) * hitting.times().get(k, target) : 0;
                }
                assertThat(hitting.probabilities().get(i, target)).isCloseTo(probability, Offset.offset(1e-12));
                double expected = hitting.times().get(i, target);
                if (Double.isInfinite(expected)) {
                    assertThat(time).isInfinite();
                } else {
                    assertThat(time).isCloseTo(expected, Offset.offset(1e-11 * expected));
                }
            }
        }
    }

    @Property(tries = 40)
    void exitsFromTransientStatesAreSure(@ForAll @IntRange(min = 2, max = 12) int n, @ForAll long seed) {
        Matrix p = chain(n, 0.85, seed);
        ChainStructure structure = ChainStructure.of(p);
        int[][] exits = structure.recurrent().stream()
                .map(ChainStructure.CommunicatingClass::states)
                .toArray(int[][]::new);
        for (double[] outcome : StateReduction.leaving(p, structure.transientStates(), exits, NO_HURRY)) {
            assertThat(Arrays.stream(outcome).limit(exits.length).sum()).isCloseTo(1, Offset.offset(1e-13));
            assertThat(outcome[exits.length]).isGreaterThanOrEqualTo(1 - 1e-13);
        }
    }

    @Property(tries = 40)
    void manyStepsAreSoManySingleOnes(
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 0, max = 300) int steps,
            @ForAll long seed) {
        Matrix p = chain(n, 0.3, seed);
        double[] start = new double[n];
        start[0] = 1;
        double[] distribution = start;
        for (int step = 0; step < steps; step++) {
            distribution = new ChainPowers(p, NO_HURRY).after(distribution, 1);
        }
        double[] after = new ChainPowers(p, NO_HURRY).after(start, steps);
        for (int j = 0; j < n; j++) {
            assertThat(after[j]).isCloseTo(distribution[j], Offset.offset(1e-12));
        }
    }

    @Test
    void aWalkOnACircleHasThePeriodOfTheCircle() {
        for (int n = 1; n <= 7; n++) {
            double[] values = new double[n * n];
            for (int i = 0; i < n; i++) {
                values[i * n + (i + 1) % n] = 1;
            }
            ChainStructure structure = ChainStructure.of(new Matrix(n, n, values));
            assertThat(structure.irreducible()).isTrue();
            assertThat(structure.classes().getFirst().period()).isEqualTo(n);
        }
    }

    /** A coin that turns with probability a: P^t is off by (1 − 2a)^t / 2 in total variation. */
    @Test
    void theMixingTimeIsTheFirstStepThatIsNearEnough() {
        for (double a : new double[] {0.4, 0.1, 0.01, 1e-6}) {
            Matrix p = Matrix.of(new double[] {1 - a, a}, new double[] {a, 1 - a});
            long expected = (long) Math.ceil(Math.log(0.5) / Math.log1p(-2 * a));
            assertThat(new ChainPowers(p, NO_HURRY).mixingTime(new double[] {0.5, 0.5}, 0.25))
                    .isEqualTo(expected);
        }
    }
}
