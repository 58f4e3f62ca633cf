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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.References;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.ComplexSchurFactors;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SchurFactors;

/** Schur and Hessenberg forms. */
class SimilarFormsTest {
    static Stream<Arguments> references() {
        return References.cases("eigen.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void theEigenvaluesOfTheSchurFormAgreeWithSixtyDigits(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        SchurResult schur = Schur.decompose(a, SchurOutput.REAL, null, false);
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
        SchurResult schur = Schur.decompose(a, SchurOutput.REAL, null, false);
        assertThat(schur.diagnostics().reconstructionError()).isLessThan(1e-13);
        assertThat(schur.diagnostics().orthogonality()).isLessThan(1e-13);
        for (int j = 0; j < a.rows(); j++) {
            Matrix column =
                    Matrix.column(new Matrix(a.rows(), a.rows(), schur.z().re()).columnAt(j));
            double leading = Arrays.stream(column.values())
                    .filter(value -> Math.abs(value) >= (1 - 1e-8) * column.maxAbs())
                    .findFirst()
                    .orElseThrow();
            assertThat(leading).isPositive();
        }
    }

    static Stream<Arguments> projectors() {
        return References.cases("schur.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("projectors")
    void theInvariantSubspaceOfTheSelectedEigenvaluesAgreesWithFiftyDigits(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        EigenvalueRegion region =
                switch (reference.path("region").asText()) {
                    case "lhp" -> EigenvalueRegion.LEFT_HALF_PLANE;
                    case "rhp" -> EigenvalueRegion.RIGHT_HALF_PLANE;
                    case "iuc" -> EigenvalueRegion.INSIDE_UNIT_CIRCLE;
                    default -> EigenvalueRegion.OUTSIDE_UNIT_CIRCLE;
                };
        Matrix expected = References.matrix(reference.path("projector"));
        int n = a.rows();
        for (SchurOutput output : SchurOutput.values()) {
            SchurResult schur = Schur.decompose(a, output, region, false);
            int dimension = schur.selectedDimension();
            assertThat(dimension).isEqualTo(reference.path("dimension").asInt());
            double[] re = schur.z().re();
            double[] im = schur.z().isComplex() ? schur.z().im() : new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double entry = 0;
                    for (int k = 0; k < dimension; k++) {
                        entry += re[i * n + k] * re[j * n + k] + im[i * n + k] * im[j * n + k];
                    }
                    assertThat(entry).isCloseTo(expected.get(i, j), within(1e-11));
                }
            }
        }
    }

    /** The law of the invariant subspace: A maps the first columns of Z into their span, with the selected eigenvalues and no others. */
    @Property(tries = 300)
    void theFirstColumnsSpanTheInvariantSubspaceOfTheSelectedEigenvalues(
            @ForAll("squares") Matrix a, @ForAll EigenvalueRegion region, @ForAll SchurOutput output) {
        SchurResult schur = Schur.decompose(a, output, region, false);
        assertThat(schur.diagnostics().reconstructionError()).isLessThan(1e-13);
        assertThat(schur.diagnostics().orthogonality()).isLessThan(1e-13);
        int n = a.rows();
        int first = schur.selectedDimension();
        boolean told =
                schur.warnings().stream().noneMatch(warning -> warning.code().equals("order-uncertain"));
        for (int k = 0; k < n; k++) {
            double im = schur.complex() ? schur.values().im()[k] : 0;
            if (k < first || told) {
                assertThat(region.selects(schur.values().re()[k], im)).isEqualTo(k < first);
            }
        }
        for (int i = first; i < n; i++) {
            for (int j = 0; j < first; j++) {
                assertThat(schur.t().re()[i * n + j]).isZero();
                assertThat(schur.t().isComplex() ? schur.t().im()[i * n + j] : 0)
                        .isZero();
            }
        }
    }

    @Property(tries = 200)
    void complexFormsAreTriangularWithTheEigenvaluesOnTheDiagonal(@ForAll("squares") Matrix a) {
        SchurResult real = Schur.decompose(a, SchurOutput.REAL, null, false);
        SchurResult schur = Schur.decompose(a, SchurOutput.COMPLEX, null, false);
        int n = a.rows();
        assertThat(schur.t().isComplex()).isEqualTo(schur.complex());
        assertThat(schur.values().re()).isEqualTo(real.values().re());
        for (int i = 0; i < n; i++) {
            assertThat(schur.t().re()[i * n + i]).isEqualTo(schur.values().re()[i]);
            assertThat(schur.t().isComplex() ? schur.t().im()[i * n + i] : 0)
                    .isEqualTo(schur.complex() ? schur.values().im()[i] : 0);
            for (int j = 0; j < i; j++) {
                assertThat(schur.t().re()[i * n + j]).isZero();
                assertThat(schur.t().isComplex() ? schur.t().im()[i * n + j] : 0)
                        .isZero();
            }
        }
        assertThat(schur.diagnostics().reconstructionError()).isLessThan(1e-13);
        assertThat(schur.diagnostics().orthogonality()).isLessThan(1e-13);
    }

    /** Half of the block that stands for the two nearly equal eigenvalues is too small for a double. */
    @Test
    void aBlockThatUnderflowsHasAComplexFormAllTheSame() {
        Matrix tiny = Matrix.of(new double[][] {{1e-300, -1e-300}, {1e-300, -1e-300}});

        SchurResult schur = Schur.decompose(tiny, SchurOutput.COMPLEX, null, false);

        assertThat(schur.diagnostics().reconstructionError()).isLessThan(1e-13);
        assertThat(schur.diagnostics().orthogonality()).isLessThan(1e-13);
    }

    /** All of the block has half of a double's digits or less, its eigenvalues too; its rotation has them all. */
    @Test
    void aBlockOfFewDigitsIsTurnedByARotation() {
        Matrix block = Matrix.of(new double[][] {{1.813e-317, -3.326e-317}, {8.164e-316, 1.813e-317}});

        ComplexMatrix z = ComplexSchurFactors.of(new SchurFactors(Matrix.identity(2), block))
                .z();

        for (int column = 0; column < 2; column++) {
            double length = Math.hypot(
                    Math.hypot(z.re()[column], z.im()[column]), Math.hypot(z.re()[2 + column], z.im()[2 + column]));
            assertThat(length).isEqualTo(1, within(1e-15));
        }
    }

    @Test
    void eigenvaluesOnTheBorderAreWarnedOf() {
        Matrix rotation = Matrix.of(new double[][] {{0, -1}, {1, 0}});
        assertThat(Schur.decompose(rotation, SchurOutput.REAL, EigenvalueRegion.INSIDE_UNIT_CIRCLE, false)
                        .warnings())
                .extracting(Warning::code)
                .containsExactly("border");
        Matrix half = Matrix.of(new double[][] {{0, -0.5}, {0.5, 0}});
        assertThat(Schur.decompose(half, SchurOutput.REAL, EigenvalueRegion.INSIDE_UNIT_CIRCLE, false)
                        .warnings())
                .isEmpty();
        Matrix large = Matrix.of(new double[][] {{1e308, 1e308}, {-1e308, 1e308}}); // of a norm beyond the doubles
        assertThat(Schur.decompose(large, SchurOutput.REAL, EigenvalueRegion.INSIDE_UNIT_CIRCLE, false)
                        .warnings())
                .isEmpty();
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
