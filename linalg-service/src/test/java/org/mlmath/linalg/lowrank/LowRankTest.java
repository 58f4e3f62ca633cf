package org.mlmath.linalg.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.linalg.References;
import org.mlmath.numerics.linear.Matrix;

class LowRankTest {
    static Stream<Arguments> references() {
        return References.cases("low-rank.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void approximationsAgreeWithNumpy(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        double tolerance = 1e-14 * a.frobeniusNorm();
        LowRankResult result = LowRank.approximate(a, reference.path("rank").asInt(), null, false);
        assertThat(result.error()).isCloseTo(reference.path("error").asDouble(), within(tolerance));
        assertThat(result.energy()).isCloseTo(reference.path("energy").asDouble(), within(1e-14));
        assertThat(result.spectralError())
                .isCloseTo(reference.path("spectralError").asDouble(), within(tolerance));
        Matrix expected = References.matrix(reference.path("approximation"));
        for (int at = 0; at < expected.values().length; at++) {
            assertThat(result.matrix().values()[at]).isCloseTo(expected.values()[at], within(tolerance));
        }
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 6);
        return sizes.flatMap(m -> sizes.flatMap(n -> Arbitraries.integers()
                .between(-2, 2)
                .list()
                .ofSize(m * n)
                .map(list -> new Matrix(
                        m, n, list.stream().mapToDouble(Integer::doubleValue).toArray()))));
    }

    @Property(tries = 150)
    void energyAndSquaredErrorMakeOne(@ForAll("matrices") Matrix a) {
        for (int rank = 1; rank <= Math.min(a.rows(), a.columns()); rank++) {
            LowRankResult result = LowRank.approximate(a, rank, null, false);
            assertThat(result.energy() + result.relativeError() * result.relativeError())
                    .isCloseTo(1, within(1e-14));
            assertThat(result.diagnostics().reconstructionError()).isLessThan(1e-14);
            assertThat(result.diagnostics().orthogonality()).isLessThan(1e-13);
            assertThat(result.spectralError()).isLessThanOrEqualTo(result.error() + 1e-14);
        }
    }

    @Property(tries = 150)
    void theSmallestRankThatKeepsTheEnergyIsTaken(@ForAll("matrices") Matrix a) {
        for (double energy : new double[] {1e-9, 0.3, 0.9, 1}) {
            LowRankResult result = LowRank.approximate(a, null, energy, false);
            assertThat(result.energy()).isGreaterThanOrEqualTo(energy - 1e-13);
            if (result.rank() > 1) {
                assertThat(LowRank.approximate(a, result.rank() - 1, null, false)
                                .energy())
                        .isLessThan(energy);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1000, -300, 300, 1000})
    void extremeScalesOnlyScaleTheAnswer(int exponent) {
        Matrix a = Matrix.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6});
        double[] values =
                Arrays.stream(a.values()).map(x -> Math.scalb(x, exponent)).toArray();
        LowRankResult plain = LowRank.approximate(a, 1, null, false);
        LowRankResult scaled = LowRank.approximate(new Matrix(3, 2, values), 1, null, false);
        assertThat(Math.scalb(scaled.error(), -exponent)).isCloseTo(plain.error(), within(1e-14));
        assertThat(scaled.relativeError()).isCloseTo(plain.relativeError(), within(1e-14));
        assertThat(scaled.energy()).isCloseTo(plain.energy(), within(1e-14));
    }

    @Test
    void aZeroMatrixLosesNothing() {
        LowRankResult result = LowRank.approximate(new Matrix(2, 3, new double[6]), null, 0.5, false);
        assertThat(result.rank()).isEqualTo(1);
        assertThat(result.energy()).isEqualTo(1);
        assertThat(result.relativeError()).isZero();
    }

    @Test
    void tiesAreSaidToBeTies() {
        assertThat(LowRank.approximate(Matrix.identity(3), 2, null, false).warnings())
                .extracting("code")
                .containsExactly("not-unique");
        assertThat(LowRank.approximate(Matrix.identity(3), 3, null, false).warnings())
                .isEmpty();
    }

    @Test
    void theWorkingEndsInTheApproximation() {
        Matrix a = Matrix.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6});
        LowRankResult result = LowRank.approximate(a, 2, null, true);
        assertThat(result.steps())
                .extracting("kind")
                .containsExactly("singular-values", "energy", "layer", "layer", "sum");
        assertThat(result.steps().getLast().value()).isEqualTo(result.matrix());
    }

    @Test
    void whatIsMissingIsSaidWithoutLatex() {
        Matrix a = Matrix.of(new double[] {3e-20, 0}, new double[] {0, 4e-20});
        assertThat(LowRank.approximate(a, 1, null, true).steps().getLast().detail())
                .endsWith("has the norm 3e-20.");
    }
}
