package org.mlmath.linalg.iteration;

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
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

class PowerIterationTest {
    private static PowerIterationResult run(Matrix a, double... start) {
        return PowerIteration.run(a, start.length == 0 ? null : start, 1000, 1e-12, true, Deadline.none());
    }

    @Provide
    Arbitrary<Matrix> positive() {
        return Arbitraries.integers().between(1, 6).flatMap(n -> Arbitraries.of(1.0, 1e-300, 1e300)
                .flatMap(scale -> Arbitraries.integers()
                        .between(1, 9)
                        .list()
                        .ofSize(n * n)
                        .map(list -> new Matrix(
                                n, n, list.stream().mapToDouble(x -> x * scale).toArray()))));
    }

    @Property(tries = 100)
    void aPositiveMatrixConvergesToItsLargestEigenvalue(@ForAll("positive") Matrix a) {
        PowerIterationResult result = run(a);
        assertThat(result.converged()).isTrue();
        double largest = 0;
        for (double value : Kernels.current().eigen(a, false).values().re()) {
            largest = Math.max(largest, value);
        }
        assertThat(result.value() / largest).isCloseTo(1, within(1e-9));
        assertThat(result.history()).hasSize(result.iterations() + 1);
        assertThat(result.steps().getLast().value()).isEqualTo(result.value());
    }

    static Stream<Arguments> references() {
        return References.cases("forms.json")
                .filter(arguments ->
                        ((JsonNode) arguments.get()[1]).path("form").asText().equals("power"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void theEigenpairAgreesWithFiftyDigits(String name, JsonNode reference) {
        PowerIterationResult result = run(References.matrix(reference.path("matrix")));
        double value = reference.path("value").asDouble();
        assertThat(result.value()).isCloseTo(value, within(1e-11 * value));
        assertThat(result.vector()).containsExactly(References.vector(reference.path("vector")), within(1e-10));
    }

    @Test
    void theWorkingBeginsWithTheVectorThatIsMultiplied() {
        PowerIterationResult result = run(Matrix.of(new double[] {2, 1}, new double[] {1, 2}), 0, 3);
        assertThat(result.steps().getFirst().kind()).isEqualTo("start");
        assertThat(result.steps().getFirst().latex()).isEqualTo("v_{0} = \\begin{bmatrix} 0 \\\\ 1 \\end{bmatrix}");
        assertThat(result.steps().get(1).title()).isEqualTo("Round 1");
    }

    @Test
    void theRatioSeenIsThatOfTheEigenvalues() {
        PowerIterationResult result = run(Matrix.of(new double[] {2, 0}, new double[] {0, 1}), 1, 1);
        assertThat(result.value()).isCloseTo(2, within(1e-15));
        assertThat(result.eigenvalueRatio()).isCloseTo(0.5, within(1e-15));
        assertThat(result.convergenceRatio()).isCloseTo(0.5, within(1e-3));
    }

    @Test
    void opposedEigenvaluesDoNotSettle() {
        PowerIterationResult result = run(Matrix.of(new double[] {0, 1}, new double[] {1, 0}), 1, 0);
        assertThat(result.converged()).isFalse();
        assertThat(result.warnings().getFirst().detail()).contains("equally large");
    }

    @Test
    void sentencesHoldNoLatex() {
        PowerIterationResult result = run(Matrix.of(new double[] {2e-200, 0}, new double[] {0, 1.5e-200}), 0, 1);
        assertThat(result.warnings().getFirst().detail()).contains("modulus 2e-200.");
        assertThat(run(Matrix.of(new double[] {2e-200, 0}, new double[] {0, 1.5e-200}), 1, 1)
                        .steps())
                .allSatisfy(step -> assertThat(step.detail()).doesNotContain("\\"))
                .anySatisfy(step -> assertThat(step.detail()).contains("e-200"));
    }

    @Test
    void aDefectiveEigenvalueIsNotTakenForAPair() {
        PowerIterationResult result = run(Matrix.of(new double[] {3, 1}, new double[] {0, 3}));
        assertThat(result.converged()).isFalse();
        assertThat(result.warnings().getFirst().detail()).contains("repeated").doesNotContain("opposite");
    }

    @Test
    void aStartWithoutTheDominantPartFindsAnother() {
        PowerIterationResult result = run(Matrix.of(new double[] {2, 0}, new double[] {0, 1}), 0, 1);
        assertThat(result.value()).isEqualTo(1);
        assertThat(result.warnings()).extracting("code").containsExactly("not-dominant");
    }

    @Test
    void withoutAStartItFindsTheDominantOneOfATextbookMatrix() {
        PowerIterationResult result = run(Matrix.of(new double[] {2, -1}, new double[] {-1, 2}));
        assertThat(result.value()).isCloseTo(3, within(1e-14));
        assertThat(result.vector()[0]).isPositive();
    }

    @Test
    void nilpotentAndZeroMatricesEndAtZero() {
        assertThat(run(Matrix.of(new double[] {0, 1}, new double[] {0, 0})).value())
                .isZero();
        PowerIterationResult zero = run(new Matrix(1, 1, new double[1]));
        assertThat(zero.value()).isZero();
        assertThat(zero.converged()).isTrue();
    }
}
