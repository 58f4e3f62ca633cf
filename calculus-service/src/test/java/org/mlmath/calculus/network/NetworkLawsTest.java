package org.mlmath.calculus.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.loss.LossName;
import org.mlmath.calculus.loss.NamedLoss;
import org.mlmath.calculus.loss.Reduction;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class NetworkLawsTest {

    @Property(tries = 60)
    void differencesOfTheLossConfirmTheGradients(
            @ForAll ActivationName hidden, @ForAll ActivationName second, @ForAll @IntRange(max = 10_000) int seed) {
        Random random = new Random(seed);
        NetworkDefinition network = network(random, new int[] {2, 3, 3, 2}, hidden, second, ActivationName.LINEAR);
        GradientCheckResult check = GradientCheck.of(
                new GradientCheckRequest(
                        network,
                        VectorOrMatrix.matrix(matrix(random, 4, 2)),
                        VectorOrMatrix.matrix(matrix(random, 4, 2)),
                        loss(LossName.LOG_COSH, Reduction.MEAN),
                        null,
                        null,
                        null,
                        null),
                Deadline.none());
        assertThat(check.maxRelativeError()).isLessThan(1e-6);
        assertThat(check.relativeDifference()).isLessThan(1e-8);
        assertThat(check.parameters() + check.kinks()).isEqualTo(29);
    }

    @Property(tries = 100)
    void outputsLieWithinTheRoundingBoundOfThoseInExactSteps(
            @ForAll ActivationName hidden, @ForAll @IntRange(max = 10_000) int seed) {
        Random random = new Random(seed);
        NetworkDefinition network = network(random, new int[] {3, 5, 1}, hidden, ActivationName.LINEAR);
        Matrix inputs = matrix(random, 6, 3);
        NetworkForwardResult together =
                ForwardPropagation.of(new NetworkForwardRequest(network, VectorOrMatrix.matrix(inputs), false));
        for (int i = 0; i < inputs.rows(); i++) {
            NetworkForwardResult alone = ForwardPropagation.of(
                    new NetworkForwardRequest(network, VectorOrMatrix.vector(inputs.row(i)), false));
            double bound =
                    together.diagnostics().errorBound() + alone.diagnostics().errorBound();
            assertThat(alone.outputs().matrix().get(0, 0))
                    .isCloseTo(together.outputs().matrix().get(i, 0), within(bound));
        }
        assertThat(together.diagnostics().errorBound()).isPositive().isLessThan(1e-12);
    }

    @Property(tries = 50)
    void gradientsOfASumAreTheSumOfThoseOfEachExample(@ForAll @IntRange(max = 10_000) int seed) {
        Random random = new Random(seed);
        NetworkDefinition network = network(random, new int[] {2, 4, 3}, ActivationName.TANH, ActivationName.SOFTMAX);
        Matrix inputs = matrix(random, 5, 2);
        double[] labels = random.ints(5, 0, 3).asDoubleStream().toArray();
        NamedLoss loss = loss(LossName.CATEGORICAL_CROSS_ENTROPY, Reduction.SUM);
        double[] together =
                firstWeightGradients(network, VectorOrMatrix.matrix(inputs), VectorOrMatrix.vector(labels), loss);
        double[] sum = new double[together.length];
        for (int i = 0; i < 5; i++) {
            double[] one = firstWeightGradients(
                    network,
                    VectorOrMatrix.vector(inputs.row(i)),
                    VectorOrMatrix.vector(new double[] {labels[i]}),
                    loss);
            for (int k = 0; k < sum.length; k++) {
                sum[k] += one[k];
            }
        }
        assertThat(together).containsExactly(sum, within(1e-13));
    }

    private static double[] firstWeightGradients(
            NetworkDefinition network, VectorOrMatrix inputs, VectorOrMatrix targets, NamedLoss loss) {
        return Backpropagation.of(new NetworkBackwardRequest(network, inputs, targets, loss, false))
                .layers()
                .getFirst()
                .weightGradients()
                .values();
    }

    private static NamedLoss loss(LossName name, Reduction reduction) {
        return new NamedLoss(name, reduction, null, null, null, null, null, null, null);
    }

    private static NetworkDefinition network(Random random, int[] sizes, ActivationName... activations) {
        List<LayerDefinition> layers = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            layers.add(new LayerDefinition(
                    matrix(random, sizes[l], sizes[l - 1]),
                    matrix(random, 1, sizes[l]).values(),
                    activations[l - 1],
                    null,
                    null,
                    null));
        }
        return new NetworkDefinition(layers);
    }

    private static Matrix matrix(Random random, int rows, int columns) {
        return new Matrix(
                rows, columns, random.doubles((long) rows * columns, -1.5, 1.5).toArray());
    }
}
