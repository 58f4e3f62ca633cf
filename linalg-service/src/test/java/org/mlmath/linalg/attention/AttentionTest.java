package org.mlmath.linalg.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.linalg.References;
import org.mlmath.numerics.linear.Matrix;

class AttentionTest {
    static Stream<Arguments> references() {
        return References.cases("attention.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void pyTorchAgrees(String name, JsonNode reference) {
        Matrix mask = reference.path("mask").isNull()
                ? null
                : AttentionMask.of(References.matrix(reference.path("mask"))).added();
        AttentionResult result = DotProductAttention.of(
                References.matrix(reference.path("queries")),
                References.matrix(reference.path("keys")),
                References.matrix(reference.path("values")),
                mask,
                false,
                null,
                false);
        assertNear(result.weights(), References.matrix(reference.path("weights")));
        assertNear(result.output(), References.matrix(reference.path("output")));
    }

    private static void assertNear(Matrix actual, Matrix expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.values().length; i++) {
            assertThat(actual.values()[i]).isCloseTo(expected.values()[i], within(1e-14));
        }
    }

    @Provide
    Arbitrary<Matrix> threeByTwo() {
        return Arbitraries.doubles().between(-5, 5).ofScale(2).list().ofSize(6).flatMap(list -> Arbitraries.of(
                        1.0, 1e-300, 1e150, 1e300)
                .map(scale -> new Matrix(
                        3, 2, list.stream().mapToDouble(x -> x * scale).toArray())));
    }

    @Property(tries = 100)
    void weightsOfAQuerySumToOneAndItsOutputIsAMean(
            @ForAll("threeByTwo") Matrix q, @ForAll("threeByTwo") Matrix k, @ForAll("threeByTwo") Matrix v) {
        AttentionResult result = DotProductAttention.of(q, k, v, null, true, null, true);
        for (int i = 0; i < 3; i++) {
            double sum = 0;
            for (int j = 0; j < 3; j++) {
                sum += result.weights().get(i, j);
                if (j > i) {
                    assertThat(result.weights().get(i, j)).isZero();
                }
            }
            assertThat(sum).isCloseTo(1, within(1e-14));
        }
        double largest = v.maxAbs() * (1 + 1e-14);
        for (double entry : result.output().values()) {
            assertThat(Math.abs(entry)).isLessThanOrEqualTo(largest);
        }
    }

    @Test
    void aQueryThatSeesNothingHasNoWeights() {
        Matrix one = Matrix.identity(2);
        Matrix mask = AttentionMask.of(Matrix.of(new double[] {0, 0}, new double[] {1, 1}))
                .added();
        AttentionResult result = DotProductAttention.of(one, one, one, mask, false, null, true);
        assertThat(result.weights().get(0, 0)).isNaN();
        assertThat(result.output().get(0, 1)).isNaN();
        assertThat(result.output().get(1, 0) + result.output().get(1, 1)).isCloseTo(1, within(1e-15));
        assertThat(result.warnings()).extracting("code").containsExactly("everything-hidden");
    }
}
