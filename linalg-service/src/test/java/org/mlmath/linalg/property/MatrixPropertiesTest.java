package org.mlmath.linalg.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.answer.Step;
import org.mlmath.linalg.References;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.CharacteristicPolynomial;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

class MatrixPropertiesTest {
    private static PropertiesResult of(double[]... rows) {
        return MatrixProperties.of(Matrix.of(rows), false, Deadline.none());
    }

    private static QuadraticFormResult classify(Matrix a) {
        return QuadraticForm.classify(a, false, Deadline.none());
    }

    @Test
    void formsAreWrittenAsOneWritesThem() {
        Matrix a = Matrix.of(new double[] {1, 2}, new double[] {2, 1});
        assertThat(QuadraticForm.classify(a, true, Deadline.none()).steps())
                .extracting(Step::latex)
                .anySatisfy(latex -> assertThat(latex).contains("= x_{1}^2 + 4\\, x_{1} x_{2} + x_{2}^2,"))
                .anySatisfy(latex -> assertThat(latex).endsWith("= -y_{1}^2 + 3\\, y_{2}^2"));
    }

    static Stream<Arguments> references() {
        return References.cases("exact.json")
                .filter(reference -> ((JsonNode) reference.get()[1]).has("determinant"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void polynomialsAndDeterminantsAgreeWithFractions(String name, JsonNode reference) {
        Matrix a = References.fractions(reference.path("matrix"));
        Rational[] polynomial = CharacteristicPolynomial.of(RationalMatrix.of(a), Deadline.none())
                .orElseThrow();
        assertThat(Stream.of(polynomial).map(Rational::toString))
                .containsExactlyElementsOf(StreamSupport.stream(
                                reference.path("characteristicPolynomial").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
        if (!name.startsWith("hilbert")) { // whose doubles are not its fractions
            PropertiesResult result =
                    MatrixProperties.of(new Matrix(a.rows(), a.columns(), a.values()), false, Deadline.none());
            assertThat(result.determinant())
                    .isEqualTo(Rational.parse(reference.path("determinant").asText())
                            .doubleValue());
            assertThat(result.rank()).isEqualTo(reference.path("pivots").size());
            assertThat(result.diagonalizable())
                    .isEqualTo(reference.path("diagonalizable").asBoolean());
        }
    }

    @Provide
    Arbitrary<Matrix> symmetric() {
        return Arbitraries.integers().between(1, 5).flatMap(n -> Arbitraries.integers()
                .between(-2, 2)
                .list()
                .ofSize(n * n)
                .map(list -> {
                    double[] values = new double[n * n];
                    for (int at = 0; at < values.length; at++) {
                        values[at] = list.get(at) + list.get(at % n * n + at / n);
                    }
                    return new Matrix(n, n, values);
                }));
    }

    @Property(tries = 200)
    void theSignsAreThoseOfTheEigenvalues(@ForAll("symmetric") Matrix a) {
        QuadraticFormResult form = classify(a);
        double[] rounded = Kernels.current().symmetricEigen(a, false).values();
        assertThat(form.eigenvalues()).containsExactly(rounded, within(1e-13));
        int positive = 0;
        int negative = 0;
        for (double value : rounded) {
            positive += value > 1e-10 ? 1 : 0;
            negative += value < -1e-10 ? 1 : 0;
        }
        assertThat(form.diagnostics().positive()).isEqualTo(positive);
        assertThat(form.diagnostics().negative()).isEqualTo(negative);
        assertThat(form.diagnostics().orthogonality()).isLessThan(1e-14);
        PropertiesResult properties = MatrixProperties.of(a, false, Deadline.none());
        assertThat(properties.definiteness()).isEqualTo(form.definiteness());
        assertThat(properties.rank()).isEqualTo(positive + negative);
        assertThat(properties.normal()).isTrue();
        assertThat(properties.diagonalizable()).isTrue();
    }

    @Test
    void anOrderOfDefinitenessThatRoundingWouldLoseIsDecided() {
        // The smallest eigenvalue is 0 in decimals: 0.1 · 0.9 = 0.3².
        QuadraticFormResult form = classify(Matrix.of(new double[] {0.1, 0.3}, new double[] {0.3, 0.9}));
        assertThat(form.definiteness()).isEqualTo(DefinitenessClass.POSITIVE_SEMIDEFINITE);
        assertThat(form.eigenvalues()[0]).isZero();
        assertThat(form.diagnostics().rankDecidedBy()).isEqualTo(RankDecision.EXACT);
    }

    @Test
    void rotationsAreOrthogonalAndShearsAreDefective() {
        PropertiesResult rotation = of(new double[] {0.6, -0.8}, new double[] {0.8, 0.6});
        assertThat(rotation.orthogonal()).isTrue();
        assertThat(rotation.normal()).isTrue();
        assertThat(rotation.symmetric()).isFalse();
        assertThat(rotation.definiteness()).isNull();
        assertThat(rotation.determinant()).isEqualTo(1);
        assertThat(rotation.spectralRadius()).isCloseTo(1, within(1e-15));
        PropertiesResult shear = of(new double[] {1, 1}, new double[] {0, 1});
        assertThat(shear.diagonalizable()).isFalse();
        assertThat(shear.normal()).isFalse();
        assertThat(shear.upperTriangular()).isTrue();
        assertThat(shear.invertible()).isTrue();
    }

    @Test
    void singularMatricesAreSingularByTheirDecimals() {
        PropertiesResult result = of(new double[] {0.1, 0.2}, new double[] {0.3, 0.6});
        assertThat(result.rank()).isEqualTo(1);
        assertThat(result.invertible()).isFalse();
        assertThat(result.determinant()).isZero();
        assertThat(result.conditionNumber()).isInfinite();
    }

    @Test
    void matricesOfAnyShapeAndScaleAreDescribed() {
        PropertiesResult wide = of(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        assertThat(wide.rank()).isEqualTo(2);
        assertThat(wide.determinant()).isNull();
        assertThat(wide.invertible()).isFalse();
        PropertiesResult huge = of(new double[] {1e300, 0}, new double[] {0, 2e300});
        assertThat(huge.determinant()).isNull();
        assertThat(huge.determinantSign()).isEqualTo(1);
        assertThat(huge.determinantLogAbsolute()).isCloseTo(600 * Math.log(10) + Math.log(2), within(1e-11));
        assertThat(huge.warnings()).extracting("code").containsExactly("overflow");
        assertThat(huge.conditionNumber()).isCloseTo(2, within(1e-14));
        PropertiesResult one = of(new double[] {-3});
        assertThat(one.determinant()).isEqualTo(-3);
        assertThat(one.definiteness()).isEqualTo(DefinitenessClass.NEGATIVE_DEFINITE);
        Matrix random = new Matrix(70, 70, new Random(2).doubles(4900, -1, 1).toArray());
        PropertiesResult large = MatrixProperties.of(random, false, Deadline.none());
        assertThat(large.rank()).isEqualTo(70);
        assertThat(large.diagnostics().rankDecidedBy()).isEqualTo(RankDecision.TOLERANCE);
        assertThat(large.determinant()).isNotZero();
        assertThat(large.determinantSign() * Math.exp(large.determinantLogAbsolute()))
                .isCloseTo(large.determinant(), within(1e-12 * Math.abs(large.determinant())));
        System.arraycopy(random.values(), 0, random.values(), 70, 70); // two equal rows
        PropertiesResult deficient = MatrixProperties.of(random, false, Deadline.none());
        assertThat(deficient.determinant()).isZero();
        assertThat(deficient.determinantSign()).isZero();
        assertThat(deficient.determinantLogAbsolute()).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
