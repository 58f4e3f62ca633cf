package org.mlmath.linalg.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.array.Tensor;
import org.mlmath.linalg.References;

class ConvolutionTest {
    static Stream<Arguments> references() {
        return References.cases("convolution.json");
    }

    private static int[] shape(JsonNode lengths) {
        return Arrays.stream(References.vector(lengths)).mapToInt(x -> (int) x).toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void pyTorchAgrees(String name, JsonNode reference) {
        ConvolutionResult result = CrossCorrelation.of(
                new Tensor(shape(reference.path("inputShape")), References.vector(reference.path("input"))),
                new Tensor(shape(reference.path("kernelShape")), References.vector(reference.path("kernels"))),
                new Placement(
                        reference.path("stride").asInt(),
                        new Padding(reference.path("padding").asInt()),
                        reference.path("dilation").asInt()),
                reference.path("bias").isNull() ? null : References.vector(reference.path("bias")),
                false);
        assertThat(result.output().shape()).containsExactly(shape(reference.path("outputShape")));
        double[] expected = References.vector(reference.path("output"));
        for (int i = 0; i < expected.length; i++) {
            assertThat(result.output().values()[i]).isCloseTo(expected[i], within(1e-13));
        }
    }
}
