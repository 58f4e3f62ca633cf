package org.mlmath.linalg.subspace;

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
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

class SubspaceTest {
    private static SubspaceResult of(Matrix a, FundamentalSubspace kind, Arithmetic arithmetic) {
        return Subspace.of(a, kind, arithmetic, null, true, Deadline.none());
    }

    static Stream<Arguments> references() {
        return References.cases("exact.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void basesAgreeWithFractions(String name, JsonNode reference) {
        Matrix a = References.fractions(reference.path("matrix"));
        assertThat(of(a, FundamentalSubspace.NULL_SPACE, Arithmetic.EXACT)
                        .exact()
                        .basis())
                .isDeepEqualTo(References.text(reference.path("nullSpace")));
        assertThat(of(a, FundamentalSubspace.COLUMN_SPACE, Arithmetic.EXACT)
                        .exact()
                        .basis())
                .isDeepEqualTo(References.text(reference.path("columnSpace")));
        assertThat(of(a, FundamentalSubspace.LEFT_NULL_SPACE, Arithmetic.EXACT)
                        .exact()
                        .basis())
                .isDeepEqualTo(References.text(reference.path("leftNullSpace")));
        String[][] echelon = References.text(reference.path("rref"));
        String[][] rows =
                of(a, FundamentalSubspace.ROW_SPACE, Arithmetic.EXACT).exact().basis();
        for (int i = 0; i < rows.length; i++) {
            assertThat(rows[i]).containsExactly(echelon[i]);
        }
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 6);
        Arbitrary<String> scales = Arbitraries.of("e0", "e-290", "e290"); // so that decimals are in proportion
        return sizes.flatMap(m -> sizes.flatMap(n -> scales.flatMap(scale -> Arbitraries.integers()
                .between(-2, 2)
                .list()
                .ofSize(m * n)
                .map(list -> new Matrix(
                        m,
                        n,
                        list.stream()
                                .mapToDouble(value -> Double.parseDouble(value + scale))
                                .toArray())))));
    }

    @Property(tries = 150)
    void bothArithmeticsFindTheSameSubspace(@ForAll("matrices") Matrix a, @ForAll FundamentalSubspace kind) {
        SubspaceResult exact = of(a, kind, Arithmetic.EXACT);
        SubspaceResult rounded = of(a, kind, Arithmetic.FLOAT);
        assertThat(rounded.dimension()).isEqualTo(exact.dimension());
        assertThat(rounded.diagnostics().orthogonality()).isLessThan(1e-14);
        // The steps come to an exact basis, which is compared with the orthonormal one before they are shown.
        assertThat(rounded.warnings()).isEmpty();
        assertThat(rounded.steps().getLast().value()).isEqualTo(rounded.basis());
        assertThat(exact.steps().getLast().value()).isEqualTo(exact.basis());
    }

    @Property(tries = 100)
    void dimensionsAddUp(@ForAll("matrices") Matrix a, @ForAll Arithmetic arithmetic) {
        int rank = of(a, FundamentalSubspace.ROW_SPACE, arithmetic).dimension();
        assertThat(of(a, FundamentalSubspace.COLUMN_SPACE, arithmetic).dimension())
                .isEqualTo(rank);
        assertThat(of(a, FundamentalSubspace.NULL_SPACE, arithmetic).dimension())
                .isEqualTo(a.columns() - rank);
        assertThat(of(a, FundamentalSubspace.LEFT_NULL_SPACE, arithmetic).dimension())
                .isEqualTo(a.rows() - rank);
    }

    @Test
    void theMatrixSendsItsNullSpaceToZero() {
        Random random = new Random(4);
        Matrix a = Kernels.current()
                .multiply(
                        new Matrix(90, 7, random.doubles(630, -1, 1).toArray()),
                        new Matrix(7, 110, random.doubles(770, -1, 1).toArray()));
        SubspaceResult result = of(a, FundamentalSubspace.NULL_SPACE, Arithmetic.FLOAT);
        assertThat(result.dimension()).isEqualTo(103);
        assertThat(Kernels.current().multiply(a, result.basis().transpose()).maxAbs())
                .isCloseTo(0, within(1e-12));
        assertThat(result.warnings()).extracting("code").containsExactly("no-steps");
    }

    @Test
    void aToleranceNeglectsSmallSingularValues() {
        Matrix a = Matrix.of(new double[] {1, 0}, new double[] {0, 1e-8});
        SubspaceResult result =
                Subspace.of(a, FundamentalSubspace.NULL_SPACE, Arithmetic.FLOAT, 1e-6, false, Deadline.none());
        assertThat(result.basis()).isEqualTo(Matrix.of(new double[] {0, 1}));
        assertThat(result.diagnostics().neglected()).isCloseTo(1e-8, within(1e-20));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> of(new Matrix(0, 0, new double[0]), FundamentalSubspace.ROW_SPACE, Arithmetic.FLOAT))
                .isInstanceOf(DimensionMismatchException.class);
        assertThatThrownBy(() -> of(new Matrix(1, 65, new double[65]), FundamentalSubspace.ROW_SPACE, Arithmetic.EXACT))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> Subspace.of(
                        Matrix.identity(2),
                        FundamentalSubspace.ROW_SPACE,
                        Arithmetic.EXACT,
                        1e-9,
                        false,
                        Deadline.none()))
                .isInstanceOf(InvalidParameterException.class);
    }
}
