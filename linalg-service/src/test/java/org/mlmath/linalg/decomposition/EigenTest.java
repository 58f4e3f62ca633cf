package org.mlmath.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
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
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.linear.Matrix;

class EigenTest {
    private static EigenResult decompose(Matrix a) {
        return Eigen.decompose(a, true, false, Deadline.none());
    }

    static Stream<Arguments> references() {
        return References.cases("eigen.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void eigenvaluesAgreeWithSixtyDigits(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        EigenResult eigen = decompose(a);
        double tolerance = reference.path("tolerance").asDouble() * a.frobeniusNorm();
        for (int k = 0; k < a.rows(); k++) {
            JsonNode expected = reference.path("values").get(k);
            assertThat(eigen.values().re()[k]).isCloseTo(expected.get(0).asDouble(), within(tolerance));
            assertThat(eigen.complex() ? eigen.values().im()[k] : 0)
                    .isCloseTo(expected.get(1).asDouble(), within(tolerance));
        }
        assertThat(eigen.diagnostics().reconstructionError()).isLessThan(1e-13);
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        return Arbitraries.integers().between(1, 6).flatMap(n -> Arbitraries.integers()
                .between(-2, 2)
                .list()
                .ofSize(n * n)
                .map(list -> new Matrix(
                        n, n, list.stream().mapToDouble(Integer::doubleValue).toArray())));
    }

    @Property(tries = 300)
    void orderSignAndLengthAreAsAgreed(@ForAll("matrices") Matrix a) {
        EigenResult eigen = decompose(a);
        int n = a.rows();
        double[] re = eigen.values().re();
        double[] im = eigen.complex() ? eigen.values().im() : new double[n];
        double[] x = eigen.vectors().re();
        double[] y = eigen.complex() ? eigen.vectors().im() : new double[n * n];
        assertThat(eigen.values().isComplex()).isEqualTo(eigen.complex());
        assertThat(eigen.vectors().isComplex()).isEqualTo(eigen.complex());
        for (int j = 0; j < n; j++) {
            if (j > 0) {
                assertThat(re[j] > re[j - 1] || (re[j] == re[j - 1] && im[j] >= im[j - 1]))
                        .isTrue();
            }
            double norm = 0;
            double max = 0;
            for (int i = 0; i < n; i++) {
                double modulus = Math.hypot(x[i * n + j], y[i * n + j]);
                norm = Math.hypot(norm, modulus);
                max = Math.max(max, modulus);
            }
            assertThat(norm).isCloseTo(1, within(1e-14));
            int first = 0;
            while (Math.hypot(x[first * n + j], y[first * n + j]) < max * (1 - 1e-8)) {
                first++;
            }
            assertThat(x[first * n + j]).isPositive();
            assertThat(y[first * n + j]).isZero();
        }
        assertThat(eigen.diagnostics().reconstructionError()).isLessThan(1e-12);
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += a.get(i, i) - re[i];
        }
        assertThat(trace).isCloseTo(0, within(1e-12));
    }

    @Property(tries = 200)
    void symmetricMatricesAreDiagonalizedByOrthonormalVectors(@ForAll("matrices") Matrix root) {
        int n = root.rows();
        double[] sum = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum[i * n + j] = root.get(i, j) + root.get(j, i);
            }
        }
        EigenResult eigen = decompose(new Matrix(n, n, sum));
        assertThat(eigen.symmetric()).isTrue();
        assertThat(eigen.diagonalizable()).isTrue();
        assertThat(eigen.complex()).isFalse();
        assertThat(eigen.values().re()).isSorted();
        assertThat(eigen.diagnostics().orthogonality()).isLessThan(1e-14);
        assertThat(eigen.diagnostics().reconstructionError()).isLessThan(1e-14);
    }

    @Property(tries = 200)
    void diagonalizableMeansIndependentVectors(@ForAll("matrices") Matrix a) {
        EigenResult eigen = decompose(a);
        if (!eigen.symmetric()) {
            assertThat(eigen.diagnostics().conditionEstimate() < 1e7).isEqualTo(eigen.diagonalizable());
            assertThat(eigen.warnings().isEmpty()).isEqualTo(eigen.diagonalizable());
        }
    }

    @Test
    void aDefectiveMatrixKeepsItsRealEigenvalueAndWhatVectorsThereAre() {
        // Rounding alone makes 4 ± 1e-8·i of the double eigenvalue 4.
        EigenResult eigen = decompose(Matrix.of(
                new double[] {5, 4, 2, 1}, new double[] {0, 1, -1, -1}, new double[] {-1, -1, 3, 0}, new double[] {
                    1, 1, -1, 2
                }));
        assertThat(eigen.diagonalizable()).isFalse();
        assertThat(eigen.complex()).isFalse();
        assertThat(eigen.values().re()[2]).isEqualTo(eigen.values().re()[3]).isCloseTo(4, within(1e-14));
        Matrix v = new Matrix(4, 4, eigen.vectors().re());
        assertThat(v.columnAt(3)).isEqualTo(v.columnAt(2));
        double third = 1 / Math.sqrt(3);
        assertThat(v.columnAt(2)).usingComparatorWithPrecision(1e-13).containsExactly(third, 0, -third, third);
    }

    @Test
    void aMultipleEigenvalueWithAllItsVectorsIsNotDefective() {
        EigenResult eigen =
                decompose(Matrix.of(new double[] {2, 0, 1}, new double[] {0, 2, 1}, new double[] {0, 0, 3}));
        assertThat(eigen.diagonalizable()).isTrue();
        assertThat(eigen.values().re()).containsExactly(2, 2, 3);
        assertThat(eigen.diagnostics().conditionEstimate()).isLessThan(10);
    }

    @Test
    void realPartsThatAreEqualAreOrderedByTheImaginaryPart() {
        // Two rotations by a right angle at speeds 1 and 2, mixed: ±i, ±2i.
        EigenResult eigen = decompose(Matrix.of(
                new double[] {3, -2, 1, 7}, new double[] {5, -3, 0, 1}, new double[] {0, 0, 0, -2}, new double[] {
                    0, 0, 2, 0
                }));
        assertThat(eigen.values().im()).usingComparatorWithPrecision(1e-12).containsExactly(-2, -1, 1, 2);
    }

    @Test
    void rowsOfVeryDifferentSizeDoNotSpoilTheVectors() {
        Random random = new Random(8);
        for (int trial = 0; trial < 200; trial++) {
            int n = 2 + random.nextInt(7);
            double[] values = random.doubles((long) n * n, -1, 1).toArray();
            for (int i = 0; i < n; i++) {
                double scale = Math.pow(10, random.nextInt(-8, 8));
                for (int j = 0; j < n; j++) {
                    values[i * n + j] *= scale;
                }
            }
            assertThat(decompose(new Matrix(n, n, values)).diagnostics().reconstructionError())
                    .isLessThan(1e-13);
        }
    }

    @Test
    void withoutVectorsNothingElseChanges() {
        Matrix rotation = Matrix.of(new double[] {0, -1}, new double[] {1, 0});
        EigenResult alone = Eigen.decompose(rotation, false, false, Deadline.none());
        assertThat(alone.vectors()).isNull();
        assertThat(alone.diagonalizable()).isTrue();
        assertThat(alone.values().im()).containsExactly(-1, 1);
        assertThat(Eigen.decompose(Matrix.identity(2), false, false, Deadline.none())
                        .vectors())
                .isNull();
    }

    @Test
    void largeMatricesAreJudgedByTheConditionOfTheirVectors() {
        Random random = new Random(3);
        Matrix a = new Matrix(70, 70, random.doubles(70 * 70).toArray());
        assertThat(decompose(a).diagonalizable()).isTrue();
        double[] jordan = new double[70 * 70];
        for (int i = 0; i < 70; i++) {
            jordan[i * 71] = i / 2;
            if (i % 2 == 0) {
                jordan[i * 71 + 1] = 1;
            }
        }
        assertThat(decompose(new Matrix(70, 70, jordan)).diagonalizable()).isFalse();
    }

    @Test
    void aMatrixThatIsNotSquareIsRefused() {
        assertThatThrownBy(() -> decompose(new Matrix(2, 3, new double[6])))
                .isInstanceOfSatisfying(DimensionMismatchException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/matrix"));
    }
}
