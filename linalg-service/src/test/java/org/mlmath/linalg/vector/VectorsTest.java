package org.mlmath.linalg.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.linalg.References;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;

class VectorsTest {
    private static double norm(double[] x, double p) {
        return VectorNorm.of(x, new NormOrder(p), false).value();
    }

    private static double distance(double[] a, double[] b, DistanceMetric metric) {
        return VectorDistance.of(a, b, metric, metric == DistanceMetric.MINKOWSKI ? new NormOrder(3) : null, false)
                .value();
    }

    private static ProjectionResult project(double[] v, Matrix onto) {
        return Projection.of(v, VectorOrMatrix.matrix(onto), true, Deadline.none());
    }

    private static GramSchmidtResult orthogonalize(Matrix vectors, boolean normalize) {
        return Orthogonalization.of(vectors, normalize, true, Deadline.none());
    }

    private static IndependenceResult independence(Matrix vectors) {
        return LinearIndependence.of(vectors, null, true, Deadline.none());
    }

    static Stream<Arguments> references() {
        return References.cases("vectors.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void valuesAgreeWithReferences(String name, JsonNode reference) {
        double[] a = References.vector(reference.path("a"));
        double[] b = References.vector(reference.path("b"));
        DotResult dot = DotProduct.of(a, b, false);
        double size = norm(a, 2) * norm(b, 2);
        assertThat(dot.value()).isCloseTo(reference.path("dot").asDouble(), within(1e-15 * size));
        assertThat(dot.cosine()).isCloseTo(reference.path("cosine").asDouble(), within(1e-14));
        assertThat(Math.cos(dot.angleRadians())).isCloseTo(dot.cosine(), within(1e-14));
        for (String order : new String[] {"0", "0.5", "1", "2", "3", "7.5"}) {
            double expected = reference.path("norms").path(order).asDouble();
            assertThat(norm(a, Double.parseDouble(order))).isCloseTo(expected, within(1e-13 * expected));
        }
        assertThat(norm(a, Double.POSITIVE_INFINITY))
                .isEqualTo(reference.path("largest").asDouble());
        for (DistanceMetric metric : DistanceMetric.values()) {
            double expected = reference
                    .path("distances")
                    .path(metric.name().toLowerCase())
                    .asDouble();
            assertThat(distance(a, b, metric)).isCloseTo(expected, within(1e-13 * Math.max(expected, 1e-2)));
        }
        ProjectionResult projection = project(a, References.matrix(reference.path("onto")));
        double[] coefficients = References.vector(reference.path("coefficients"));
        assertThat(projection.coefficients()).containsExactly(coefficients, within(1e-10));
        assertThat(projection.projection())
                .containsExactly(References.vector(reference.path("projection")), within(1e-12 * norm(a, 2)));
        if (!reference.path("cross").isNull()) {
            assertThat(CrossProduct.of(a, b, false).vector())
                    .containsExactly(References.vector(reference.path("cross")), within(1e-15 * size));
        }
    }

    // Extremes

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-160, 1, 1e160, 1e300})
    void noSquareOverflowsOrVanishes(double scale) {
        double[] x = {3 * scale, -4 * scale};
        assertThat(norm(x, 2)).isCloseTo(5 * scale, within(1e-15 * scale));
        assertThat(norm(x, 3)).isCloseTo(Math.cbrt(91) * scale, within(1e-14 * scale));
        assertThat(distance(x, new double[] {-3 * scale, 4 * scale}, DistanceMetric.EUCLIDEAN))
                .isCloseTo(10 * scale, within(1e-14 * scale));
        assertThat(VectorNorm.of(x, new NormOrder(2), false).unit())
                .containsExactly(new double[] {0.6, -0.8}, within(2e-16));
        assertThat(DotProduct.of(x, new double[] {1 / scale, 0}, false).value()).isCloseTo(3, within(1e-15));
        assertThat(distance(x, x, DistanceMetric.COSINE)).isZero();
    }

    @Test
    void cancellationLeavesTheDigitsOfASum() {
        assertThat(DotProduct.of(new double[] {1e16, 1, -1e16}, new double[] {1, 1, 1}, false)
                        .value())
                .isEqualTo(1);
        assertThat(LinearCombination.of(
                                Matrix.of(new double[] {1e16}, new double[] {1}, new double[] {-1e16}),
                                new double[] {1, 1, 1},
                                false)
                        .vector())
                .containsExactly(1);
    }

    @Test
    void nearlyParallelVectorsHaveTheirAngle() {
        DotResult dot = DotProduct.of(new double[] {1, 0}, new double[] {1, 1e-9}, false);
        assertThat(dot.angleRadians()).isCloseTo(1e-9, within(1e-24));
        assertThat(distance(new double[] {1, 0}, new double[] {1, 1e-6}, DistanceMetric.COSINE))
                .isCloseTo(5e-13, within(1e-21));
    }

    @Test
    void valuesBeyondTheLargestDoubleAreUndefined() {
        double[] large = {1.7e308, 1.7e308};
        assertThatThrownBy(() -> norm(large, 2)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> DotProduct.of(large, large, false)).isInstanceOf(DomainException.class);
        assertThat(distance(large, new double[] {1.6e308, 1.7e308}, DistanceMetric.EUCLIDEAN))
                .isCloseTo(1e307, within(1e293));
    }

    @Test
    void aVectorOfZerosHasNoDirection() {
        DotResult dot = DotProduct.of(new double[] {0, 0}, new double[] {1, 2}, false);
        assertThat(dot.value()).isZero();
        assertThat(dot.cosine()).isNull();
        assertThat(dot.angleRadians()).isNull();
        assertThat(VectorNorm.of(new double[] {0, 0}, new NormOrder(2), false).unit())
                .isNull();
        assertThatThrownBy(() -> distance(new double[2], new double[] {1, 1}, DistanceMetric.COSINE))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> project(new double[] {1, 2}, new Matrix(1, 2, new double[2])))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void onlyMinkowskiTakesAnOrder() {
        assertThatThrownBy(() -> VectorDistance.of(
                        new double[1], new double[1], DistanceMetric.EUCLIDEAN, new NormOrder(2), false))
                .isInstanceOf(InvalidParameterException.class);
    }

    // Spans

    @Provide
    Arbitrary<Matrix> families() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 5);
        Arbitrary<String> scales = Arbitraries.of("e0", "e-290", "e290"); // so that decimals are in proportion
        return sizes.flatMap(k -> sizes.flatMap(n -> scales.flatMap(scale -> Arbitraries.integers()
                .between(-3, 3)
                .list()
                .ofSize(k * n)
                .map(list -> new Matrix(
                        k,
                        n,
                        list.stream()
                                .mapToDouble(value -> Double.parseDouble(value + scale))
                                .toArray())))));
    }

    @Property(tries = 150)
    void independentAndDependentVectorsAreCountedAlike(@ForAll("families") Matrix vectors) {
        IndependenceResult independence = independence(vectors);
        GramSchmidtResult basis = orthogonalize(vectors, true);
        assertThat(basis.basis().rows()).isEqualTo(independence.rank());
        assertThat(basis.dependent()).hasSize(vectors.rows() - independence.rank());
        assertThat(basis.diagnostics().orthogonality()).isLessThan(1e-14);
        assertThat(independence.independent()).isEqualTo(independence.relation() == null);
        if (independence.relation() != null) {
            assertThat(independence.diagnostics().residual()).isLessThan(1e-15);
        }
        IndependenceResult bySingularValues =
                LinearIndependence.of(vectors, 1e-9 * vectors.maxAbs(), false, Deadline.none());
        assertThat(bySingularValues.rank()).isEqualTo(independence.rank());
        assertThat(bySingularValues.diagnostics().rankDecidedBy()).isEqualTo(RankDecision.TOLERANCE);
        if (bySingularValues.relation() != null) {
            assertThat(bySingularValues.diagnostics().residual()).isLessThan(1e-13);
        }
    }

    @Property(tries = 150)
    void coefficientsTimesBasisAreTheVectors(@ForAll("families") Matrix vectors, @ForAll boolean normalize) {
        GramSchmidtResult result = orthogonalize(vectors, normalize);
        for (int i = 0; i < vectors.rows() && result.basis().rows() > 0; i++) {
            double[] again = LinearCombination.of(
                            result.basis(), result.coefficients().row(i), false)
                    .vector();
            assertThat(again).containsExactly(vectors.row(i), within(1e-14 * vectors.maxAbs()));
        }
        assertThat(result.steps().getLast().value()).isEqualTo(result.basis());
    }

    @Property(tries = 150)
    void theResidualIsOrthogonalToTheSpan(@ForAll("families") Matrix vectors) {
        double[] v = new double[vectors.columns()];
        Arrays.setAll(v, i -> i + 1);
        if (vectors.maxAbs() == 0) {
            return;
        }
        ProjectionResult result = project(v, vectors);
        for (int i = 0; i < vectors.rows(); i++) {
            double share =
                    DotProduct.of(result.residual(), vectors.row(i), false).value();
            assertThat(share).isCloseTo(0, within(1e-13 * vectors.maxAbs()));
        }
        assertThat(result.steps().getLast().value()).isEqualTo(result.projection());
        assertThat(result.distance()).isCloseTo(norm(result.residual(), 2), within(1e-14));
    }

    @Test
    void manyVectorsAreTreatedAsFewAre() {
        int k = 70;
        int n = 100;
        Random random = new Random(5);
        double[] values = random.doubles((k + 1) * n, -1, 1).toArray();
        for (int j = 0; j < n; j++) { // the last is the sum of the first two
            values[k * n + j] = values[j] + values[n + j];
        }
        Matrix vectors = new Matrix(k + 1, n, values);
        GramSchmidtResult basis = orthogonalize(vectors, true);
        assertThat(basis.dependent()).containsExactly(k);
        assertThat(basis.diagnostics().orthogonality()).isLessThan(1e-13);
        assertThat(basis.warnings()).extracting("code").containsExactly("no-steps");
        IndependenceResult independence = independence(vectors);
        assertThat(independence.rank()).isEqualTo(k);
        assertThat(independence.diagnostics().residual()).isLessThan(1e-14);
        double[] v = random.doubles(n, -1, 1).toArray();
        ProjectionResult projection = project(v, vectors);
        assertThat(projection.diagnostics().rank()).isEqualTo(k);
        assertThat(projection.diagnostics().orthogonality()).isLessThan(1e-14);
        assertThat(LinearCombination.of(vectors, projection.coefficients(), false)
                        .vector())
                .containsExactly(projection.projection(), within(1e-11));
        assertThat(projection.warnings()).extracting("code").contains("dependent");
        for (boolean normalize : new boolean[] {true, false}) {
            GramSchmidtResult result = orthogonalize(vectors, normalize);
            assertThat(LinearCombination.of(
                                    result.basis(), result.coefficients().row(k), false)
                            .vector())
                    .containsExactly(vectors.row(k), within(1e-13));
        }
    }

    @Test
    void lengthsThatDifferAreRefused() {
        assertThatThrownBy(() -> DotProduct.of(new double[1], new double[2], false))
                .isInstanceOf(DimensionMismatchException.class)
                .hasMessageContaining("1 entries")
                .hasMessageContaining("2");
        assertThatThrownBy(() -> CrossProduct.of(new double[2], new double[2], false))
                .isInstanceOf(DimensionMismatchException.class);
        assertThatThrownBy(() -> project(new double[3], Matrix.identity(2)))
                .isInstanceOf(DimensionMismatchException.class);
        assertThatThrownBy(() -> LinearCombination.of(Matrix.identity(2), new double[3], false))
                .isInstanceOf(DimensionMismatchException.class);
    }
}
