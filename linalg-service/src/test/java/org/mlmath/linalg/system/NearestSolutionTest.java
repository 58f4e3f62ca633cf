package org.mlmath.linalg.system;

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
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.linalg.References;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

class NearestSolutionTest {
    private static LeastSquaresResult find(Matrix a, double[] b, double ridge) {
        return NearestSolution.find(a, VectorOrMatrix.vector(b), null, ridge, true, Deadline.none());
    }

    static Stream<Arguments> references() {
        return References.cases("least-squares.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void solutionsAgreeWithEightyDigits(String name, JsonNode reference) {
        LeastSquaresResult found = find(
                References.matrix(reference.path("matrix")),
                References.vector(reference.path("rhs")),
                reference.path("ridge").asDouble());
        double[] expected = References.vector(reference.path("solution"));
        Matrix x = found.solution().matrix();
        double tolerance =
                reference.path("tolerance").asDouble() * Matrix.column(expected).maxAbs();
        for (int i = 0; i < expected.length; i++) {
            assertThat(x.get(i, 0)).isCloseTo(expected[i], within(tolerance));
        }
        assertThat(found.rank()).isEqualTo(reference.path("rank").asInt());
        double norm = Matrix.column(References.vector(reference.path("rhs"))).frobeniusNorm();
        assertThat(found.residualNorm())
                .isCloseTo(reference.path("residualNorm").asDouble(), within(1e-14 * norm));
        assertThat(found.diagnostics().backwardError()).isLessThan(2e-15);
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
    void theFractionsOfTheNormalEquationsAgree(@ForAll("matrices") Matrix a) {
        boolean ordinary = a.maxAbs() == 0 || a.maxAbs() < 10 && a.maxAbs() > 0.1;
        double[] b = new double[a.rows()];
        for (int i = 0; i < b.length; i++) {
            b[i] = i * i - 2;
        }
        for (double ridge : ordinary ? new double[] {0, 0.5} : new double[] {0}) {
            LeastSquaresResult found = find(a, b, ridge);
            if (ordinary) {
                assertThat(found.warnings()).extracting("code").doesNotContain("steps-withheld", "no-steps");
                assertThat(found.steps().getLast().value()).isEqualTo(found.solution());
            }
            assertThat(found.diagnostics().backwardError()).isLessThan(1e-14);
        }
    }

    @Property(tries = 200)
    void theResidualIsOrthogonalToTheColumnsAndTheSolutionToTheNullSpace(@ForAll("matrices") Matrix a) {
        double scale = a.maxAbs() == 0 ? 1 : a.maxAbs();
        double[] unit = a.values().clone();
        for (int i = 0; i < unit.length; i++) {
            unit[i] /= scale;
        }
        Matrix scaled = new Matrix(a.rows(), a.columns(), unit);
        double[] b = new double[a.rows()];
        for (int i = 0; i < b.length; i++) {
            b[i] = Math.cos(i);
        }
        LeastSquaresResult whole = find(scaled, b, 0);
        Matrix x = whole.solution().matrix();
        double[] residual = Kernels.current().multiply(scaled, x).values();
        for (int i = 0; i < b.length; i++) {
            residual[i] -= b[i];
        }
        for (double product : Kernels.current()
                .multiply(scaled.transpose(), Matrix.column(residual))
                .values()) {
            assertThat(product).isCloseTo(0, within(1e-12));
        }
        // In the row space: x is what the rows of A make of something.
        LeastSquaresResult rows = find(scaled.transpose(), x.values(), 0);
        assertThat(rows.residualNorm()).isLessThan(1e-12 * (1 + x.maxAbs()));
        // At any scale the same.
        double[] other = find(a, b, 0).solution().matrix().values();
        for (int i = 0; i < other.length; i++) {
            assertThat(other[i] * scale).isCloseTo(x.values()[i], within(1e-12 * (1 + x.maxAbs())));
        }
    }

    @Test
    void severalRightHandSidesAreAnsweredColumnByColumn() {
        Matrix a = Matrix.of(new double[] {1, 0}, new double[] {1, 1}, new double[] {1, 2});
        Matrix b = Matrix.of(new double[] {1, 3}, new double[] {2, 1}, new double[] {4, 0});
        LeastSquaresResult both = NearestSolution.find(a, VectorOrMatrix.matrix(b), null, 0, false, Deadline.none());
        for (int k = 0; k < 2; k++) {
            LeastSquaresResult alone = find(a, b.columnAt(k), 0);
            assertThat(both.solution().matrix().columnAt(k))
                    .containsExactly(alone.solution().matrix().values(), within(1e-15));
            assertThat(both.residualNorms()[k]).isCloseTo(alone.residualNorm(), within(1e-15));
        }
        assertThat(both.residualNorm())
                .isCloseTo(Math.hypot(both.residualNorms()[0], both.residualNorms()[1]), within(1e-15));
    }

    @Test
    void theToleranceDecidesTheRank() {
        Matrix a = Matrix.of(new double[] {1, 0}, new double[] {0, 1e-6});
        VectorOrMatrix b = VectorOrMatrix.vector(new double[] {1, 1});
        LeastSquaresResult all = NearestSolution.find(a, b, null, 0, false, Deadline.none());
        LeastSquaresResult some = NearestSolution.find(a, b, 1e-3, 0, false, Deadline.none());
        assertThat(all.solution().matrix().values()).containsExactly(new double[] {1, 1e6}, within(1e-9));
        assertThat(some.solution().matrix().values()).containsExactly(1, 0);
        assertThat(some.rank()).isEqualTo(1);
        assertThat(some.warnings()).extracting("code").containsExactly("not-unique");
    }

    @Test
    void aLargeMatrixTakesTheDirectWay() {
        Random random = new Random(3);
        Matrix a = new Matrix(400, 320, random.doubles(400 * 320, -1, 1).toArray());
        double[] b = random.doubles(400).toArray();
        LeastSquaresResult found = find(a, b, 0);
        assertThat(found.rank()).isEqualTo(320);
        assertThat(found.diagnostics().backwardError()).isLessThan(1e-14);
        assertThat(found.warnings()).extracting("code").containsExactly("no-steps");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> find(Matrix.identity(2), new double[] {1}, 0))
                .isInstanceOfSatisfying(DimensionMismatchException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/rhs"));
        assertThatThrownBy(() -> find(new Matrix(1, 1, new double[] {1e-200}), new double[] {1e200}, 0))
                .isInstanceOf(DomainException.class);
    }
}
