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
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.linalg.References;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;

class SvdTest {
    static Stream<Arguments> references() {
        return References.cases("svd.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void singularValuesAgreeWithSixtyDigits(String name, JsonNode reference) {
        SvdResult svd = Svd.decompose(References.matrix(reference.path("matrix")), SvdMode.THIN, null, false);
        double[] expected = References.vector(reference.path("singularValues"));
        assertThat(svd.singularValues()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(svd.singularValues()[i]).isCloseTo(expected[i], within(2e-15 * expected.length * expected[0]));
        }
        assertThat(svd.diagnostics().reconstructionError()).isLessThan(1e-14);
        assertThat(svd.diagnostics().orthogonality()).isLessThan(1e-13);
    }

    @Test
    void theIrisesComeBackToFourteenDigits() {
        SvdResult svd = Svd.decompose(References.iris(), SvdMode.THIN, null, false);
        assertThat(svd.diagnostics().reconstructionError()).isLessThan(1e-14);
        assertThat(svd.diagnostics().estimated()).isFalse();
        assertThat(svd.u().shape()).isEqualTo("150×4");
        assertThat(svd.rank()).isEqualTo(4);
    }

    /** Small integers: ties among the largest entries of a vector are common. */
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

    @Property(tries = 200)
    void theFirstOfTheLargestEntriesOfAColumnIsPositive(@ForAll("matrices") Matrix a) {
        for (SvdMode mode : new SvdMode[] {SvdMode.THIN, SvdMode.FULL}) {
            SvdResult svd = Svd.decompose(a, mode, null, false);
            for (int j = 0; j < svd.u().columns(); j++) {
                assertThat(leading(svd.u().columnAt(j))).isPositive();
            }
            for (int i = svd.u().columns(); i < svd.vt().rows(); i++) {
                assertThat(leading(svd.vt().row(i))).isPositive();
            }
            assertThat(svd.diagnostics().reconstructionError()).isLessThan(1e-14);
            assertThat(svd.diagnostics().orthogonality()).isLessThan(1e-13);
        }
    }

    private static double leading(double[] vector) {
        double max = Matrix.column(vector).maxAbs();
        for (double entry : vector) {
            if (Math.abs(entry) >= max * (1 - 1e-8)) {
                return entry;
            }
        }
        throw new AssertionError("a unit vector has a largest entry");
    }

    @Property(tries = 100)
    void rankAndConditionFollowTheSingularValues(@ForAll("matrices") Matrix a) {
        SvdResult svd = Svd.decompose(a, SvdMode.VALUES, null, false);
        assertThat(svd.u()).isNull();
        assertThat(svd.vt()).isNull();
        double[] sigma = svd.singularValues();
        double last = sigma[sigma.length - 1];
        assertThat(svd.conditionNumber()).isEqualTo(last == 0 ? Double.POSITIVE_INFINITY : sigma[0] / last);
        if (svd.rank() < sigma.length) {
            assertThat(sigma[svd.rank()]).isLessThan(1e-13);
        }
        if (svd.rank() > 0) {
            assertThat(sigma[svd.rank() - 1]).isGreaterThan(1e-13);
        }
    }

    @Test
    void componentsGiveTheBestApproximation() {
        SvdResult svd = Svd.decompose(References.iris(), SvdMode.THIN, 2, false);
        assertThat(svd.u().shape()).isEqualTo("150×2");
        assertThat(svd.vt().shape()).isEqualTo("2×4");
        assertThat(svd.singularValues()).hasSize(2);
        assertThat(svd.rank()).isEqualTo(4);
        assertThat(svd.diagnostics().reconstructionError())
                .isCloseTo(svd.diagnostics().truncationError(), within(1e-13))
                .isBetween(0.03, 0.05);
    }

    @Test
    void componentsMustExistAndNotContradictTheMode() {
        Matrix a = Matrix.identity(3);
        assertThatThrownBy(() -> Svd.decompose(a, SvdMode.THIN, 4, false))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/components"));
        assertThatThrownBy(() -> Svd.decompose(a, SvdMode.FULL, 1, false))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/components"));
    }

    @Test
    void aMatrixWithoutEntriesIsRefused() {
        assertThatThrownBy(() -> Svd.decompose(new Matrix(0, 0, new double[0]), SvdMode.THIN, null, false))
                .isInstanceOfSatisfying(DimensionMismatchException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/matrix"));
    }

    @Test
    void whatIsLargerThanAnyDoubleHasNoValue() {
        Matrix huge = Matrix.of(new double[] {1.7e308, 1.7e308}, new double[] {1.7e308, 1.7e308});
        ThrowableAssert.ThrowingCallable[] calls = {
            () -> Svd.decompose(huge, SvdMode.THIN, null, false),
            () -> Qr.decompose(huge, QrMode.THIN, false, false),
            () -> Eigen.decompose(huge, true, false, Deadline.none())
        };
        for (ThrowableAssert.ThrowingCallable call : calls) {
            assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.pointer())
                    .isEqualTo("/matrix"));
        }
    }

    @Test
    void aZeroMatrixHasRankZero() {
        SvdResult svd = Svd.decompose(new Matrix(2, 3, new double[6]), SvdMode.FULL, null, false);
        assertThat(svd.singularValues()).containsExactly(0, 0);
        assertThat(svd.rank()).isZero();
        assertThat(svd.conditionNumber()).isInfinite();
        assertThat(svd.diagnostics().reconstructionError()).isZero();
    }

    @Test
    void certificatesOfLargeMatricesAreEstimated() {
        Random random = new Random(1);
        Matrix a = new Matrix(220, 210, random.doubles(220 * 210).toArray());
        SvdResult svd = Svd.decompose(a, SvdMode.THIN, null, false);
        assertThat(svd.diagnostics().estimated()).isTrue();
        assertThat(svd.diagnostics().reconstructionError()).isBetween(1e-17, 1e-13);
        assertThat(svd.diagnostics().orthogonality()).isBetween(1e-16, 1e-12);
        SvdResult truncated = Svd.decompose(a, SvdMode.THIN, 3, false);
        // Four probes: half as much or twice as much is what chance does.
        assertThat(truncated.diagnostics().reconstructionError())
                .isBetween(
                        truncated.diagnostics().truncationError() / 2,
                        truncated.diagnostics().truncationError() * 2);
    }
}
