package org.mlmath.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

class PolarTest {
    static Stream<Arguments> references() {
        return References.cases("polar.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void factorsAgreeWithEightyDigits(String name, JsonNode reference) {
        PolarResult polar = Polar.decompose(References.matrix(reference.path("matrix")), PolarSide.RIGHT, false);
        double tolerance = reference.path("tolerance").asDouble();
        LuTest.requireClose(polar.unitary(), References.matrix(reference.path("unitary")), tolerance);
        LuTest.requireClose(polar.positive(), References.matrix(reference.path("positive")), tolerance);
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 6);
        return sizes.flatMap(
                m -> sizes.flatMap(n -> Arbitraries.of(1.0, 1e-300, 1e300).flatMap(scale -> Arbitraries.integers()
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
    void anOrthogonalTimesASemidefiniteFactorGivesTheMatrixBack(@ForAll("matrices") Matrix a, @ForAll PolarSide side) {
        PolarResult polar = Polar.decompose(a, side, false);
        int order = side == PolarSide.RIGHT ? a.columns() : a.rows();
        assertThat(polar.unitary().shape()).isEqualTo(a.shape());
        assertThat(polar.positive().shape()).isEqualTo(order + "×" + order);
        assertThat(polar.diagnostics().reconstructionError()).isLessThan(1e-13);
        assertThat(polar.diagnostics().orthogonality()).isLessThan(1e-13);
        assertThat(polar.positive()).isEqualTo(polar.positive().transpose());
        double[] values =
                Kernels.current().symmetricEigen(polar.positive(), false).values();
        assertThat(values[0]).isGreaterThanOrEqualTo(-1e-13 * a.frobeniusNorm());
    }

    @Test
    void whereTheRankIsNotFullAWarningSaysThatOtherFactorsWouldDo() {
        assertThat(Polar.decompose(new Matrix(2, 2, new double[4]), PolarSide.RIGHT, false)
                        .warnings())
                .extracting("code")
                .containsExactly("not-unique");
    }
}
