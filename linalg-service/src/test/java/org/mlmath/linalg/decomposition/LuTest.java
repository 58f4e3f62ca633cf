package org.mlmath.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.ExactLu;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Matrix;

class LuTest {
    static Stream<Arguments> references() {
        return References.cases("lu.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void factorsAgreeWithEightyDigits(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        for (Arithmetic arithmetic : Arithmetic.values()) {
            LuResult lu = Lu.decompose(a, arithmetic, false, Deadline.none());
            double tolerance = reference.path("tolerance").asDouble();
            assertThat(lu.permutation())
                    .containsExactly(Arrays.stream(References.vector(reference.path("permutation")))
                            .mapToInt(index -> (int) index)
                            .toArray());
            requireClose(lu.l(), References.matrix(reference.path("l")), tolerance);
            requireClose(lu.u(), References.matrix(reference.path("u")), tolerance);
            assertThat(lu.diagnostics().reconstructionError()).isLessThan(1e-14);
        }
    }

    static void requireClose(Matrix actual, Matrix expected, double relative) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.values().length; i++) {
            assertThat(actual.values()[i]).isCloseTo(expected.values()[i], within(relative * expected.maxAbs()));
        }
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 6);
        return sizes.flatMap(
                m -> sizes.flatMap(n -> Arbitraries.of(1.0, 0.1, 1e-300, 1e300).flatMap(scale -> Arbitraries.integers()
                        .between(-3, 3)
                        .list()
                        .ofSize(m * n)
                        .map(list -> new Matrix(
                                m,
                                n,
                                list.stream()
                                        .mapToDouble(value -> value * scale)
                                        .toArray())))));
    }

    @Property(tries = 200)
    void fractionsGiveTheRowsBackExactlyWithMultipliersUpToOne(@ForAll("matrices") Matrix a) {
        RationalMatrix exact = RationalMatrix.of(a);
        ExactLu lu = ExactLu.pivoted(exact, Deadline.none());
        RationalMatrix product = lu.l().multiply(lu.u());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                assertThat(product.get(i, j)).isEqualTo(exact.get(lu.permutation()[i], j));
            }
            for (int j = 0; j < lu.l().columns(); j++) {
                assertThat(Math.abs(lu.l().get(i, j).doubleValue())).isLessThanOrEqualTo(1);
            }
        }
    }

    @Property(tries = 200)
    void theFactorsMultiplyToTheRowsInTheirOrder(@ForAll("matrices") Matrix a) {
        LuResult lu = Lu.decompose(a, Arithmetic.FLOAT, true, Deadline.none());
        assertThat(lu.diagnostics().reconstructionError()).isLessThan(1e-14);
        assertThat(IntStream.of(lu.permutation()).sorted())
                .containsExactly(IntStream.range(0, a.rows()).boxed().toArray(Integer[]::new));
        if (lu.steps() != null) {
            assertThat(lu.steps().getLast().kind()).isEqualTo("assemble");
            assertThat(lu.steps().getLast().value()).isEqualTo(lu.u());
        } else {
            assertThat(lu.warnings()).isNotEmpty();
        }
    }

    @Test
    void singularMeansSingularAsWritten() {
        Matrix singular = Matrix.of(new double[] {0.1, 0.2}, new double[] {0.3, 0.6});
        LuResult lu = Lu.decompose(singular, Arithmetic.FLOAT, false, Deadline.none());
        assertThat(lu.diagnostics().conditionEstimate()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(lu.warnings()).extracting("code").containsExactly("singular");
        Matrix regular = Matrix.of(new double[] {1, 1}, new double[] {1, 1 + Math.ulp(1.0)});
        assertThat(Lu.decompose(regular, Arithmetic.FLOAT, false, Deadline.none())
                        .warnings())
                .isEmpty();
    }

    @Test
    void everyMultiplierIsAStep() {
        Matrix a = Matrix.of(new double[] {2, 1, 1}, new double[] {4, 3, 3}, new double[] {8, 7, 9});
        LuResult lu = Lu.decompose(a, Arithmetic.FLOAT, true, Deadline.none());
        assertThat(lu.steps())
                .extracting("kind")
                .isEqualTo(
                        List.of("start", "swap", "add-multiple", "add-multiple", "swap", "add-multiple", "assemble"));
    }

    @Test
    void largeMatricesComeBackAndAreCertifiedByProbes() {
        Random random = new Random(1);
        Matrix a = new Matrix(250, 220, random.doubles(250 * 220, -1, 1).toArray());
        LuResult lu = Lu.decompose(a, Arithmetic.FLOAT, true, Deadline.none());
        assertThat(lu.diagnostics().reconstructionError()).isLessThan(1e-13);
        assertThat(lu.diagnostics().estimated()).isTrue();
        assertThat(lu.warnings()).extracting("code").containsExactly("no-steps");
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThatThrownBy(() -> Lu.decompose(Matrix.identity(65), Arithmetic.EXACT, false, Deadline.none()))
                .isInstanceOfSatisfying(LimitExceededException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/matrix"));
        Matrix huge = Matrix.of(new double[] {1.7e308, 1.7e308}, new double[] {-1.7e308, 1.7e308});
        assertThatThrownBy(() -> Lu.decompose(huge, Arithmetic.FLOAT, false, Deadline.none()))
                .isInstanceOf(DomainException.class);
    }
}
