package org.mlmath.linalg.elimination;

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
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.linear.Matrix;

class EchelonFormTest {
    private static RrefResult reduce(Matrix a, EchelonArithmetic arithmetic) {
        return EchelonForm.reduce(a, arithmetic, null, true, Deadline.none());
    }

    static Stream<Arguments> references() {
        return References.cases("exact.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void formAndPivotsAgreeWithFractions(String name, JsonNode reference) {
        RrefResult result = reduce(References.fractions(reference.path("matrix")), EchelonArithmetic.EXACT);
        assertThat(result.exact().matrix()).isDeepEqualTo(References.text(reference.path("rref")));
        assertThat(result.pivots()).containsExactly(References.integers(reference.path("pivots")));
        assertThat(result.steps().getLast().value()).isEqualTo(result.matrix());
        assertThat(result.warnings()).isEmpty();
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 6);
        Arbitrary<String> scales = Arbitraries.of("e0", "e-290", "e290", "e-150"); // so that decimals are in proportion
        return sizes.flatMap(m -> sizes.flatMap(n -> scales.flatMap(scale -> Arbitraries.integers()
                .between(-3, 3)
                .list()
                .ofSize(m * n)
                .map(list -> new Matrix(
                        m,
                        n,
                        list.stream()
                                .mapToDouble(value -> Double.parseDouble(value + scale))
                                .toArray())))));
    }

    @Property(tries = 200)
    void bothArithmeticsComeToTheSameForm(@ForAll("matrices") Matrix a) {
        RrefResult exact = EchelonForm.reduce(a, EchelonArithmetic.AUTO, null, false, Deadline.none());
        RrefResult rounded = EchelonForm.reduce(a, EchelonArithmetic.FLOAT, null, false, Deadline.none());
        assertThat(rounded.pivots()).containsExactly(exact.pivots());
        assertThat(rounded.matrix().values()).containsExactly(exact.matrix().values(), within(1e-10));
        assertThat(rounded.diagnostics().rankDecidedBy()).isEqualTo(RankDecision.TOLERANCE);
    }

    @Property(tries = 100)
    void theFormIsItsOwnForm(@ForAll("matrices") Matrix a) {
        RrefResult once = EchelonForm.reduce(a, EchelonArithmetic.EXACT, null, false, Deadline.none());
        Matrix form = once.matrix();
        RrefResult twice = EchelonForm.reduce(form, EchelonArithmetic.FLOAT, null, false, Deadline.none());
        assertThat(twice.pivots()).containsExactly(once.pivots());
    }

    @Test
    void aDecimalIsWhatWasWritten() {
        // In binary 0.3 is not 3 × 0.1, and the second row would not vanish.
        RrefResult result = reduce(Matrix.of(new double[] {0.1, 1}, new double[] {0.3, 3}), EchelonArithmetic.AUTO);
        assertThat(result.rank()).isEqualTo(1);
        assertThat(result.matrix()).isEqualTo(Matrix.of(new double[] {1, 10}, new double[] {0, 0}));
    }

    @Test
    void largeMatricesAreReducedInFloatingPoint() {
        Random random = new Random(3);
        Matrix a = new Matrix(80, 90, random.doubles(80 * 90, -1, 1).toArray());
        RrefResult result = reduce(a, EchelonArithmetic.AUTO);
        assertThat(result.rank()).isEqualTo(80);
        assertThat(result.exact()).isNull();
        assertThat(result.warnings()).extracting("code").containsExactly("no-steps");
        for (int i = 0; i < 80; i++) {
            assertThat(result.matrix().get(i, i)).isEqualTo(1);
        }
    }

    @Test
    void aToleranceMakesSmallPivotsZero() {
        Matrix a = Matrix.of(new double[] {1, 2}, new double[] {1, 2 + 1e-9});
        assertThat(EchelonForm.reduce(a, EchelonArithmetic.AUTO, 1e-6, false, Deadline.none())
                        .rank())
                .isEqualTo(1);
        assertThat(reduce(a, EchelonArithmetic.FLOAT).rank()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> reduce(new Matrix(0, 0, new double[0]), EchelonArithmetic.AUTO))
                .isInstanceOf(DimensionMismatchException.class);
        assertThatThrownBy(() -> reduce(new Matrix(65, 1, new double[65]), EchelonArithmetic.EXACT))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() ->
                        EchelonForm.reduce(Matrix.identity(2), EchelonArithmetic.EXACT, 1e-9, false, Deadline.none()))
                .isInstanceOf(InvalidParameterException.class);
    }
}
