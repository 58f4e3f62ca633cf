package org.mlmath.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.NotSymmetricException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

class CholeskyTest {
    static Stream<Arguments> references() {
        return References.cases("cholesky.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void factorsAgreeWithEightyDigits(String name, JsonNode reference) {
        CholeskyResult cholesky =
                Cholesky.decompose(References.matrix(reference.path("matrix")), false, Deadline.none());
        LuTest.requireClose(
                cholesky.l(),
                References.matrix(reference.path("l")),
                reference.path("tolerance").asDouble());
        assertThat(cholesky.diagnostics().reconstructionError()).isLessThan(1e-15);
    }

    @Provide
    Arbitrary<Matrix> roots() {
        return Arbitraries.integers().between(1, 6).flatMap(n -> Arbitraries.integers()
                .between(-3, 3)
                .list()
                .ofSize(n * n)
                .map(list -> new Matrix(
                        n, n, list.stream().mapToDouble(Integer::doubleValue).toArray())));
    }

    @Property(tries = 200)
    void gramMatricesHaveFactorsExactlyWhenTheyAreRegular(@ForAll("roots") Matrix root) {
        Matrix gram = Kernels.current().multiply(root.transpose(), root);
        boolean regular = Lu.decompose(root, org.mlmath.linalg.system.Arithmetic.EXACT, false, Deadline.none())
                .warnings()
                .isEmpty();
        if (!regular) {
            assertThatThrownBy(() -> Cholesky.decompose(gram, true, Deadline.none()))
                    .isInstanceOf(NotPositiveDefiniteException.class);
            return;
        }
        CholeskyResult cholesky = Cholesky.decompose(gram, true, Deadline.none());
        assertThat(cholesky.diagnostics().reconstructionError()).isLessThan(1e-14);
        for (int i = 0; i < root.rows(); i++) {
            assertThat(cholesky.l().get(i, i)).isPositive();
        }
        assertThat(cholesky.steps()).hasSize(2 * root.rows());
        assertThat(cholesky.steps().getLast().value()).isEqualTo(cholesky.l());
    }

    @Test
    void theFirstLeadingMinorThatFailsIsNamed() {
        Matrix a = Matrix.of(new double[] {1, 0.1, 0}, new double[] {0.1, 0.01, 0}, new double[] {0, 0, -1});
        assertThatThrownBy(() -> Cholesky.decompose(a, false, Deadline.none()))
                .isInstanceOfSatisfying(NotPositiveDefiniteException.class, e -> {
                    assertThat(e.facts()).containsEntry("leadingMinor", 2);
                    assertThat(e.pointer()).isEqualTo("/matrix");
                });
    }

    @Test
    void theFirstPairThatDiffersIsNamed() {
        Matrix a = Matrix.of(new double[] {1, 2, 3}, new double[] {2, 9, 4}, new double[] {3, 5, 9});
        assertThatThrownBy(() -> Cholesky.decompose(a, false, Deadline.none()))
                .isInstanceOfSatisfying(NotSymmetricException.class, e -> {
                    assertThat(e.facts()).containsEntry("row", 1).containsEntry("column", 2);
                    assertThat(e.pointer()).isEqualTo("/matrix");
                });
    }

    @Test
    void whatRoundingWouldCallIndefiniteHasFactorsAsWritten() {
        // The determinant is 1e-16, less than the rounding of its terms.
        Matrix a = Matrix.of(new double[] {0.1, 0.3}, new double[] {0.3, 0.9000000000000001});
        assertThat(Cholesky.decompose(a, false, Deadline.none()).l().get(1, 1)).isPositive();
    }
}
