package org.mlmath.numerics.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class LearningLawsTest {
    @Provide
    Arbitrary<double[]> rows() {
        return Arbitraries.doubles()
                .between(-30, 30)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 200)
    void aSoftmaxSumsToOneAndForgetsAShift(
            @ForAll("rows") double[] z, @ForAll @DoubleRange(min = -500, max = 500) double c) {
        double[] p = SoftmaxActivation.SOFTMAX.apply(z, 1, z.length);
        double[] shifted = z.clone();
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            shifted[i] += c;
            sum += p[i];
        }
        assertThat(sum).isCloseTo(1, within(1e-14));
        assertThat(SoftmaxActivation.SOFTMAX.apply(shifted, 1, z.length)).containsExactly(p, within(1e-11));
    }

    @Property(tries = 200)
    void pullingBackIsTheTransposedJacobian(@ForAll("rows") double[] z, @ForAll long seed) {
        double[] u = new java.util.Random(seed).doubles(z.length, -1, 1).toArray();
        for (SoftmaxActivation softmax : SoftmaxActivation.values()) {
            double[] jacobian = softmax.jacobian(z);
            double[] expected = new double[z.length];
            for (int i = 0; i < z.length; i++) {
                for (int j = 0; j < z.length; j++) {
                    expected[j] += jacobian[i * z.length + j] * u[i];
                }
            }
            assertThat(softmax.pullBack(z, u, 1, z.length)).containsExactly(expected, within(1e-13));
        }
    }

    @Property(tries = 200)
    void aDerivativeIsTheSlope(@ForAll @DoubleRange(min = -8, max = 8) double z) {
        double h = 1e-5;
        if (Math.abs(z) < 2 * h) {
            return; // a kink, of some
        }
        Stream.of(
                        ElementwiseActivation.sigmoid(),
                        ElementwiseActivation.tanh(),
                        ElementwiseActivation.relu(),
                        ElementwiseActivation.leakyRelu(0.1),
                        ElementwiseActivation.elu(2),
                        ElementwiseActivation.selu(),
                        ElementwiseActivation.gelu(),
                        ElementwiseActivation.geluByTanh(),
                        ElementwiseActivation.silu(),
                        ElementwiseActivation.softplus(),
                        ElementwiseActivation.softsign())
                .map(ElementwiseActivation.class::cast)
                .forEach(g -> assertThat(g.derivative().applyAsDouble(z))
                        .isCloseTo(
                                (g.value().applyAsDouble(z + h) - g.value().applyAsDouble(z - h)) / (2 * h),
                                within(1e-8)));
    }

    @Property(tries = 200)
    void aLossOfLogitsIsThatOfTheirProbabilities(
            @ForAll @DoubleRange(min = -15, max = 15) double z, @ForAll @DoubleRange(min = 0, max = 1) double t) {
        double[] p = ElementwiseActivation.sigmoid().apply(new double[] {z}, 1, 1);
        double[] target = {t};
        double[] logit = {z};
        assertThat(ElementwiseLoss.binaryCrossEntropyOfLogits()
                        .evaluate(logit, target, 1, 1)
                        .losses())
                .containsExactly(
                        ElementwiseLoss.binaryCrossEntropy()
                                .evaluate(p, target, 1, 1)
                                .losses(),
                        within(1e-8));
        assertThat(ElementwiseLoss.focalOfLogits(1.5, 0.3)
                        .evaluate(logit, target, 1, 1)
                        .losses())
                .containsExactly(
                        ElementwiseLoss.focal(1.5, 0.3)
                                .evaluate(p, target, 1, 1)
                                .losses(),
                        within(1e-8));
        Loss.Evaluated two =
                CategoricalCrossEntropy.OF_LOGITS.evaluate(new double[] {0, z}, new double[] {1 - t, t}, 1, 2);
        assertThat(two.losses())
                .containsExactly(
                        ElementwiseLoss.binaryCrossEntropyOfLogits()
                                .evaluate(logit, target, 1, 1)
                                .losses(),
                        within(1e-13));
    }
}
