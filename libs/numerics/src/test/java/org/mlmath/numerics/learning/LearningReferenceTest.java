package org.mlmath.numerics.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearningReferenceTest {
    private static final double RELATIVE = 1e-14;

    /** Its cubic exponent is rounded before the exponential is taken: seen at 1e-261. */
    private static final double RELATIVE_OF_GELU_BY_TANH = 1e-12;

    static Stream<JsonNode> activations() {
        return cases("activations.json");
    }

    static Stream<JsonNode> losses() {
        return cases("losses.json");
    }

    @ParameterizedTest
    @MethodSource("activations")
    void anActivationAgreesWithItsFormulaAtManyDigits(JsonNode reference) {
        double[] z = array(reference.get("z"));
        Activation activation = activation(reference.get("name").asText());
        assertClose(activation.apply(z, 1, z.length), array(reference.get("values")), reference);
        double[] derivatives =
                switch (activation) {
                    case ElementwiseActivation each -> each.derivatives(z);
                    case SoftmaxActivation softmax -> softmax.jacobian(z);
                };
        assertClose(derivatives, array(reference.get("derivatives")), reference);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aLossAgreesWithItsFormulaAtManyDigits(JsonNode reference) {
        if (reference.has("label")) {
            double[] z = array(reference.get("prediction"));
            double[] t = new double[z.length];
            t[reference.get("label").asInt()] = 1;
            Loss.Evaluated evaluated = CategoricalCrossEntropy.OF_LOGITS.evaluate(z, t, 1, z.length);
            assertClose(evaluated.losses(), new double[] {reference.get("loss").asDouble()}, reference);
            assertClose(evaluated.gradient(), array(reference.get("gradient")), reference);
            return;
        }
        double[] y = {reference.get("prediction").asDouble()};
        double[] t = {reference.get("target").asDouble()};
        Loss.Evaluated evaluated = loss(reference.get("name").asText()).evaluate(y, t, 1, 1);
        assertClose(evaluated.losses(), new double[] {reference.get("loss").asDouble()}, reference);
        assertClose(
                evaluated.gradient(), new double[] {reference.get("gradient").asDouble()}, reference);
    }

    private static void assertClose(double[] values, double[] expected, JsonNode reference) {
        assertThat(values).hasSameSizeAs(expected);
        for (int i = 0; i < values.length; i++) {
            // Below 1e-300 the reference says 0: there a double has lost digits.
            double relative = reference.get("name").asText().equals("gelu-tanh") ? RELATIVE_OF_GELU_BY_TANH : RELATIVE;
            double slack = relative * Math.abs(expected[i]) + 1e-300;
            assertThat(Math.abs(values[i] - expected[i]))
                    .as("%s, entry %d: %s instead of %s", reference, i, values[i], expected[i])
                    .isLessThanOrEqualTo(slack);
        }
    }

    private static Activation activation(String name) {
        return switch (name) {
            case "linear" -> ElementwiseActivation.linear();
            case "sigmoid" -> ElementwiseActivation.sigmoid();
            case "tanh" -> ElementwiseActivation.tanh();
            case "relu" -> ElementwiseActivation.relu();
            case "leaky-relu" -> ElementwiseActivation.leakyRelu(0.2);
            case "elu" -> ElementwiseActivation.elu(1.5);
            case "selu" -> ElementwiseActivation.selu();
            case "gelu" -> ElementwiseActivation.gelu();
            case "gelu-tanh" -> ElementwiseActivation.geluByTanh();
            case "silu" -> ElementwiseActivation.silu();
            case "softplus" -> ElementwiseActivation.softplus();
            case "softsign" -> ElementwiseActivation.softsign();
            case "softmax" -> SoftmaxActivation.SOFTMAX;
            case "log-softmax" -> SoftmaxActivation.LOG_SOFTMAX;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Loss loss(String name) {
        return switch (name) {
            case "mse" -> ElementwiseLoss.squaredError();
            case "mae" -> ElementwiseLoss.absoluteError();
            case "huber" -> ElementwiseLoss.huber(1.5);
            case "log-cosh" -> ElementwiseLoss.logCosh();
            case "binary-cross-entropy" -> ElementwiseLoss.binaryCrossEntropy();
            case "binary-cross-entropy-logits" -> ElementwiseLoss.binaryCrossEntropyOfLogits();
            case "hinge" -> ElementwiseLoss.hinge();
            case "squared-hinge" -> ElementwiseLoss.squaredHinge();
            case "kl-divergence" -> ElementwiseLoss.kullbackLeibler();
            case "poisson" -> ElementwiseLoss.poisson(false);
            case "poisson-full" -> ElementwiseLoss.poisson(true);
            case "poisson-log" -> ElementwiseLoss.poissonOfLogRates(false);
            case "focal" -> ElementwiseLoss.focal(2, 0.25);
            case "focal-logits" -> ElementwiseLoss.focalOfLogits(2, 0.25);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Stream<JsonNode> cases(String file) {
        try (InputStream in = LearningReferenceTest.class.getResourceAsStream(file)) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] array(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
