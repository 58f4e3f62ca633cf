package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlmath.numerics.optimization.Runs.adam;
import static org.mlmath.numerics.optimization.Runs.gradientDescent;
import static org.mlmath.numerics.optimization.Runs.minimization;
import static org.mlmath.numerics.optimization.Runs.with;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class MiniBatchesTest {
    private static final int ROWS = 10;
    private static final Matrix FEATURES =
            new Matrix(ROWS, 2, new Random(5).doubles(2 * ROWS).toArray());
    private static final double[] LABELS = {0, 1, 1, 0, 1, 0, 0, 1, 1, 0};

    private static SampledObjective objective(int kind) {
        return switch (kind) {
            case 0 -> SquaredErrorObjective.mean(FEATURES, LABELS);
            case 1 -> new LogisticObjective(FEATURES, LABELS);
            default -> new SoftmaxObjective(FEATURES, SoftmaxObjective.oneHot(LABELS, 2));
        };
    }

    private static RunState run(Minimization minimization, DifferentiableFunction objective) {
        return minimization
                .from(new double[objective.dimension()], objective, Deadline.none())
                .state();
    }

    @Property(tries = 60)
    void anEpochOfBatchesSeesEveryObservationOnce(
            @ForAll @IntRange(max = 2) int kind,
            @ForAll @IntRange(min = 1, max = ROWS) int batchSize,
            @ForAll @IntRange(max = 5) int epoch,
            @ForAll long seed) {
        SampledObjective whole = objective(kind);
        MiniBatches batches = new MiniBatches(whole, batchSize, seed);
        double[] x = new Random(3).doubles(whole.dimension()).toArray();
        double[] expected = new double[x.length];
        whole.valueAndGradient(x, expected);

        double[] sum = new double[x.length];
        double[] gradient = new double[x.length];
        int perEpoch = Math.ceilDiv(ROWS, batchSize);
        for (int b = 0; b < perEpoch; b++) {
            batches.batchGradient((long) epoch * perEpoch + b, x, gradient);
            int size = Math.min(batchSize, ROWS - b * batchSize);
            for (int i = 0; i < x.length; i++) {
                sum[i] += gradient[i] * size / ROWS;
            }
        }

        for (int i = 0; i < x.length; i++) {
            assertThat(sum[i]).isCloseTo(expected[i], within(1e-14));
        }
    }

    @Property(tries = 60)
    void continuingGivesTheBitsOfOneRun(
            @ForAll @IntRange(max = 30) int n,
            @ForAll @IntRange(max = 30) int m,
            @ForAll @IntRange(min = 1, max = 4) int size) {
        Minimization whole = minimization(adam(), 0.1, n + m);
        RunState once = run(whole, new MiniBatches(objective(1), size, 7));
        RunState half = run(with(whole, n), new MiniBatches(objective(1), size, 7));
        RunState twice = with(whole, m)
                .resume(half, new MiniBatches(objective(1), size, 7), Deadline.none())
                .state();
        assertThat(twice).usingRecursiveComparison().isEqualTo(once);
    }

    @Test
    void theSeedDecides() {
        Minimization m = minimization(gradientDescent(), 0.1, 7);
        double[] one = run(m, new MiniBatches(objective(0), 1, 1)).point();
        assertThat(run(m, new MiniBatches(objective(0), 1, 1)).point()).isEqualTo(one);
        assertThat(run(m, new MiniBatches(objective(0), 1, 2)).point()).isNotEqualTo(one);
    }

    @Test
    void aBatchOfAllIsTheWholeButForOrder() {
        Minimization m = minimization(gradientDescent(), 0.1, 50);
        double[] whole = run(m, objective(1)).point();
        double[] batches = run(m, new MiniBatches(objective(1), ROWS, 1)).point();
        for (int i = 0; i < whole.length; i++) {
            assertThat(batches[i]).isCloseTo(whole[i], within(1e-13));
        }
    }
}
