package org.mlmath.calculus.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.loss.LossName;
import org.mlmath.calculus.loss.NamedLoss;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.linear.Matrix;

class TorchGradientsTest {
    /** Of the largest entry: PyTorch takes unfused losses of probabilities, and exponentials of its own. */
    private static final double TOLERANCE = 1e-12;

    static Stream<Arguments> cases() throws IOException {
        try (InputStream in = TorchGradientsTest.class.getResourceAsStream("gradients.json")) {
            JsonNode file = new ObjectMapper().readTree(in);
            return StreamSupport.stream(file.get("cases").spliterator(), false)
                    .map(each -> Arguments.of(
                            "%s, %s, %s".formatted(each.get("hidden"), each.get("output"), each.get("loss")),
                            file,
                            each));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void lossAndGradientsAreThoseOfPytorch(String name, JsonNode file, JsonNode reference) {
        NetworkBackwardResult result = Backpropagation.of(request(file, reference));
        double size = Math.abs(reference.get("value").asDouble());
        assertThat(result.loss()).isCloseTo(reference.get("value").asDouble(), within(TOLERANCE * Math.max(1, size)));
        for (int l = 0; l < 2; l++) {
            NetworkBackwardResult.LayerGradients layer = result.layers().get(l);
            assertClose(layer.deltas().matrix(), reference.get("deltas").get(l));
            assertClose(
                    layer.weightGradients(), reference.get("weightGradients").get(l));
            assertClose(
                    new Matrix(1, layer.biasGradients().length, layer.biasGradients()),
                    reference.get("biasGradients").get(l));
        }
        assertClose(result.inputGradients().matrix(), reference.get("inputGradients"));
    }

    private static NetworkBackwardRequest request(JsonNode file, JsonNode reference) {
        List<LayerDefinition> layers = new ArrayList<>();
        for (int l = 0; l < 2; l++) {
            String activation = reference.get(l == 0 ? "hidden" : "output").asText();
            layers.add(new LayerDefinition(
                    matrix(file.get("weights").get(l)),
                    matrix(file.get("biases").get(l)).values(),
                    ActivationName.valueOf(activation.toUpperCase(Locale.ROOT).replace('-', '_')),
                    null,
                    null,
                    null));
        }
        JsonNode targets = reference.get("targets");
        return new NetworkBackwardRequest(
                new NetworkDefinition(layers),
                VectorOrMatrix.matrix(matrix(file.get("inputs"))),
                targets.get(0).isArray()
                        ? VectorOrMatrix.matrix(matrix(targets))
                        : VectorOrMatrix.vector(matrix(targets).values()),
                loss(reference.get("loss")),
                false);
    }

    private static NamedLoss loss(JsonNode loss) {
        LossName name = LossName.valueOf(
                loss.get("name").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new NamedLoss(
                name,
                null,
                null,
                loss.has("fromLogits") ? true : null,
                loss.has("labelSmoothing") ? loss.get("labelSmoothing").asDouble() : null,
                loss.has("logInput") ? true : null,
                null,
                loss.has("gamma") ? loss.get("gamma").asDouble() : null,
                loss.has("alpha") ? loss.get("alpha").asDouble() : null);
    }

    private static Matrix matrix(JsonNode rows) {
        if (!rows.get(0).isArray()) {
            return new Matrix(1, rows.size(), numbers(rows));
        }
        double[][] values = new double[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers(rows.get(i));
        }
        return Matrix.of(values);
    }

    private static double[] numbers(JsonNode row) {
        return StreamSupport.stream(row.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static void assertClose(Matrix actual, JsonNode expected) {
        Matrix reference = matrix(expected);
        assertThat(actual.shape()).isEqualTo(reference.shape());
        assertThat(actual.values()).containsExactly(reference.values(), within(TOLERANCE * reference.maxAbs()));
    }
}
