package org.mlmath.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.linalg.References;
import org.mlmath.numerics.linear.Matrix;

/** Schur and Hessenberg forms. */
class SimilarFormsTest {
    static Stream<Arguments> references() {
        return References.cases("eigen.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void theEigenvaluesOfTheSchurFormAgreeWithSixtyDigits(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        SchurResult schur = Schur.decompose(a, false);
        assertThat(schur.diagnostics().reconstructionError()).isLessThan(1e-13);
        assertThat(schur.diagnostics().orthogonality()).isLessThan(1e-13);
        double[][] expected = new double[a.rows()][];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = References.vector(reference.path("values").get(i));
        }
        boolean multiple = name.startsWith("triple") || name.startsWith("defective") || name.startsWith("pairs");
        double tolerance = (multiple ? 1e-4 : reference.path("tolerance").asDouble()) * a.frobeniusNorm();
        double[] re = schur.values().re();
        double[] im = schur.complex() ? schur.values().im() : new double[re.length];
        double[] moduli = IntStream.range(0, re.length)
                .mapToDouble(i -> Math.hypot(re[i], im[i]))
                .sorted()
                .toArray();
        double[] sorted = Arrays.stream(expected)
                .sorted(Comparator.comparingDouble(value -> Math.hypot(value[0], value[1])))
                .mapToDouble(value -> Math.hypot(value[0], value[1]))
                .toArray();
        assertThat(moduli).containsExactly(sorted, within(tolerance));
        assertThat(Arrays.stream(re).sum())
                .isCloseTo(
                        Arrays.stream(expected).mapToDouble(value -> value[0]).sum(), within(tolerance));
    }

    @Provide
    Arbitrary<Matrix> squares() {
        return Arbitraries.integers().between(1, 7).flatMap(n -> Arbitraries.of(1.0, 1e-300, 1e300)
                .flatMap(scale -> Arbitraries.integers()
                        .between(-2, 2)
                        .list()
                        .ofSize(n * n)
                        .map(list -> new Matrix(
                                n,
                                n,
                                list.stream()
                                        .mapToDouble(value -> value * scale)
                                        .toArray()))));
    }

    @Property(tries = 200)
    void schurFactorsGiveTheMatrixBackAndTheirSignsAreFixed(@ForAll("squares") Matrix a) {
        SchurResult schur = Schur.decompose(a, false);
        assertThat(schur.diagnostics().reconstructionError()).isLessThan(1e-13);
        assertThat(schur.diagnostics().orthogonality()).isLessThan(1e-13);
        for (int j = 0; j < a.rows(); j++) {
            Matrix column = Matrix.column(schur.z().columnAt(j));
            double leading = Arrays.stream(column.values())
                    .filter(value -> Math.abs(value) >= (1 - 1e-8) * column.maxAbs())
                    .findFirst()
                    .orElseThrow();
            assertThat(leading).isPositive();
        }
    }

    @Property(tries = 200)
    void hessenbergFactorsGiveTheMatrixBackAndTheSubdiagonalIsNotNegative(@ForAll("squares") Matrix a) {
        HessenbergResult hessenberg = Hessenberg.decompose(a, false);
        assertThat(hessenberg.diagnostics().reconstructionError()).isLessThan(1e-13);
        assertThat(hessenberg.diagnostics().orthogonality()).isLessThan(1e-13);
        assertThat(hessenberg.q().get(0, 0)).isEqualTo(1);
        for (int i = 1; i < a.rows(); i++) {
            assertThat(hessenberg.h().get(i, i - 1)).isGreaterThanOrEqualTo(0);
            for (int j = 0; j < i - 1; j++) {
                assertThat(hessenberg.h().get(i, j)).isZero();
            }
        }
    }
}
