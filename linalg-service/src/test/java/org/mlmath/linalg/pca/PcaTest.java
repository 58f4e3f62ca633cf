package org.mlmath.linalg.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.References;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;

class PcaTest {
    private static PcaFitRequest request(
            Matrix data, Double components, boolean scale, boolean whiten, PcaSolver solver) {
        return new PcaFitRequest(data, components, null, scale, whiten, solver, 1L, true, null);
    }

    private static PcaFitResult fit(PcaFitRequest request) {
        return Pca.fit(request, request.chosenSolver(), request.seed(), Deadline.none());
    }

    private static PcaFitResult fit(Matrix data, Double components, PcaSolver solver) {
        return fit(request(data, components, false, false, solver));
    }

    private static PcaModel model(PcaFitResult fitted) {
        return new PcaModel(
                fitted.components(), fitted.mean(), fitted.scale(), fitted.explainedVariance(), fitted.whiten());
    }

    private static void assertClose(Matrix actual, Matrix expected, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int at = 0; at < expected.values().length; at++) {
            assertThat(actual.values()[at]).isCloseTo(expected.values()[at], within(tolerance));
        }
    }

    static Stream<Arguments> references() {
        return References.cases("pca.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void allSolversAgreeWithScikitLearn(String name, JsonNode reference) {
        Matrix data = References.matrix(reference.path("data"));
        Double components = reference.path("components").isNull()
                ? null
                : Double.valueOf(reference.path("components").asDouble());
        for (PcaSolver solver : PcaSolver.values()) {
            if (solver == PcaSolver.RANDOMIZED && components != null && components < 1) {
                continue;
            }
            PcaFitResult fitted = fit(request(
                    data,
                    components,
                    reference.path("scale").asBoolean(),
                    reference.path("whiten").asBoolean(),
                    solver));
            double[] variance = References.vector(reference.path("explainedVariance"));
            double[] ratio = References.vector(reference.path("explainedVarianceRatio"));
            double[] sigma = References.vector(reference.path("singularValues"));
            double[] mean = References.vector(reference.path("mean"));
            assertThat(fitted.explainedVariance()).hasSameSizeAs(variance);
            for (int i = 0; i < variance.length; i++) {
                assertThat(fitted.explainedVariance()[i]).isCloseTo(variance[i], within(1e-12 * variance[0]));
                assertThat(fitted.explainedVarianceRatio()[i]).isCloseTo(ratio[i], within(1e-12));
                assertThat(fitted.singularValues()[i]).isCloseTo(sigma[i], within(1e-11 * sigma[0]));
            }
            for (int j = 0; j < mean.length; j++) {
                assertThat(fitted.mean()[j]).isCloseTo(mean[j], within(1e-14 * Math.abs(mean[j]) + 1e-15));
            }
            // An offset of a million leaves data of size 1 ten digits.
            double tolerance = name.equals("offset") ? 1e-9 : 1e-11;
            assertClose(fitted.components(), References.matrix(reference.path("directions")), tolerance);
            assertClose(fitted.scores(), References.matrix(reference.path("scores")), 10 * tolerance);
            assertThat(fitted.diagnostics().residual()).isLessThan(1e-13);
        }
    }

    @Provide
    Arbitrary<Matrix> data() {
        Arbitrary<Integer> rows = Arbitraries.integers().between(2, 9);
        Arbitrary<Integer> columns = Arbitraries.integers().between(1, 9);
        return rows.flatMap(n -> columns.flatMap(p -> Arbitraries.integers()
                .between(-3, 3)
                .list()
                .ofSize(n * p)
                .map(list -> new Matrix(
                        n, p, list.stream().mapToDouble(Integer::doubleValue).toArray()))
                .filter(PcaTest::varies)));
    }

    private static boolean varies(Matrix data) {
        for (int i = 1; i < data.rows(); i++) {
            if (!Arrays.equals(data.row(i), data.row(0))) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 150)
    void componentsAreOrthonormalAndTheirVariancesSumToTheWhole(@ForAll("data") Matrix data) {
        for (PcaSolver solver : PcaSolver.values()) {
            PcaFitResult fitted = fit(data, null, solver);
            assertThat(fitted.diagnostics().orthogonality()).isLessThan(1e-13);
            assertThat(fitted.diagnostics().residual()).isLessThan(1e-13);
            double sum = Arrays.stream(fitted.explainedVariance()).sum();
            assertThat(sum).isCloseTo(fitted.totalVariance(), within(1e-13 * fitted.totalVariance()));
            int last = fitted.cumulativeVarianceRatio().length - 1;
            assertThat(fitted.cumulativeVarianceRatio()[last]).isCloseTo(1, within(1e-13));
            assertThat(fitted.reconstructionError()).isZero();
            for (int i = 1; i <= last; i++) {
                assertThat(fitted.explainedVariance()[i]).isLessThanOrEqualTo(fitted.explainedVariance()[i - 1]);
            }
        }
    }

    @Property(tries = 100)
    void allComponentsLeadBackToTheData(@ForAll("data") Matrix data, @ForAll boolean scale) {
        PcaFitResult fitted = fit(request(data, null, scale, false, PcaSolver.AUTO));
        Matrix scores = FittedModel.transform(model(fitted), data, false).scores();
        assertThat(scores).isEqualTo(fitted.scores());
        assertClose(FittedModel.reconstruct(model(fitted), scores, false).data(), data, 1e-13);
    }

    @Property(tries = 100)
    void whitenedScoresAreUncorrelatedAndHaveVarianceOne(@ForAll("data") Matrix data) {
        PcaFitResult fitted = fit(request(data, null, false, true, PcaSolver.FULL));
        Matrix scores = fitted.scores();
        for (int a = 0; a < scores.columns(); a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < scores.rows(); i++) {
                    sum += scores.get(i, a) * scores.get(i, b);
                }
                assertThat(sum / (scores.rows() - 1)).isCloseTo(a == b ? 1 : 0, within(1e-11));
            }
        }
        assertClose(FittedModel.reconstruct(model(fitted), scores, false).data(), data, 1e-12);
    }

    @Property(tries = 100)
    void theErrorIsThatOfTheReconstruction(@ForAll("data") Matrix data) {
        for (PcaSolver solver : PcaSolver.values()) {
            PcaFitResult fitted = fit(data, 1.0, solver);
            Matrix back = FittedModel.reconstruct(model(fitted), fitted.scores(), false)
                    .data();
            double[] difference = new double[data.values().length];
            for (int at = 0; at < difference.length; at++) {
                difference[at] = data.values()[at] - back.values()[at];
            }
            double norm = Matrix.column(difference).frobeniusNorm();
            double total = Math.sqrt(fitted.totalVariance() * (data.rows() - 1));
            assertThat(fitted.residualNorm()).isCloseTo(norm, within(3e-7 * total)); // a root of a rounded difference
            assertThat(fitted.reconstructionError()).isCloseTo(norm / total, within(3e-7));
        }
    }

    @ParameterizedTest
    @EnumSource(PcaSolver.class)
    void extremeScalesChangeNothingButTheUnit(PcaSolver solver) {
        Matrix iris = References.iris();
        PcaFitResult fitted = fit(iris, 2.0, solver);
        for (int exponent : new int[] {-400, -900, 400, 900}) {
            double[] values = Arrays.stream(iris.values())
                    .map(x -> Math.scalb(x, exponent))
                    .toArray();
            PcaFitResult extreme = fit(new Matrix(iris.rows(), iris.columns(), values), 2.0, solver);
            assertClose(extreme.components(), fitted.components(), 1e-13);
            for (int i = 0; i < 2; i++) {
                assertThat(Math.scalb(extreme.singularValues()[i], -exponent))
                        .isCloseTo(fitted.singularValues()[i], within(1e-11));
                assertThat(extreme.explainedVarianceRatio()[i])
                        .isCloseTo(fitted.explainedVarianceRatio()[i], within(1e-13));
            }
        }
    }

    @Test
    void aFractionKeepsTheFewestComponentsThatHoldIt() {
        assertThat(fit(References.iris(), 0.9, PcaSolver.AUTO).components().rows())
                .isEqualTo(1);
        assertThat(fit(References.iris(), 0.95, PcaSolver.AUTO).components().rows())
                .isEqualTo(2);
        assertThat(fit(References.iris(), 0.99, PcaSolver.COVARIANCE)
                        .components()
                        .rows())
                .isEqualTo(3);
        // Variances 3 and 1: exactly three quarters are at least three quarters.
        Matrix cross =
                Matrix.of(new double[] {3, 0}, new double[] {-3, 0}, new double[] {0, Math.sqrt(3)}, new double[] {
                    0, -Math.sqrt(3)
                });
        assertThat(fit(cross, 0.75, PcaSolver.FULL).components().rows()).isEqualTo(1);
        assertThat(fit(cross, 0.76, PcaSolver.FULL).components().rows()).isEqualTo(2);
    }

    @Test
    void autoPrefersWhatIsExactAndQuick() {
        assertThat(PcaSolver.AUTO.chosenFor(500, 500, 3)).isEqualTo(PcaSolver.FULL);
        assertThat(PcaSolver.AUTO.chosenFor(10_000, 100, null)).isEqualTo(PcaSolver.COVARIANCE);
        assertThat(PcaSolver.AUTO.chosenFor(100, 10_000, 5)).isEqualTo(PcaSolver.COVARIANCE);
        assertThat(PcaSolver.AUTO.chosenFor(3000, 1500, 50)).isEqualTo(PcaSolver.RANDOMIZED);
        assertThat(PcaSolver.AUTO.chosenFor(3000, 1500, 1400)).isEqualTo(PcaSolver.FULL);
        assertThat(PcaSolver.AUTO.chosenFor(2800, 2800, null)).isEqualTo(PcaSolver.COVARIANCE);
        assertThat(PcaSolver.COVARIANCE.chosenFor(3, 3, null)).isEqualTo(PcaSolver.COVARIANCE);
    }

    /** @return n×p, its columns falling in size by the factor */
    private static Matrix falling(int n, int p, double factor) {
        Random random = new Random(3);
        double[] values = new double[n * p];
        for (int at = 0; at < values.length; at++) {
            values[at] = random.nextGaussian() * Math.pow(factor, at % p);
        }
        return new Matrix(n, p, values);
    }

    @Test
    void autoTakesTheFullSolverWhereTheCovarianceLosesDigits() {
        assertThat(fit(falling(600, 8, 0.8), null, PcaSolver.AUTO).solver()).isEqualTo(PcaSolver.COVARIANCE);
        assertThat(fit(falling(600, 8, 0.1), null, PcaSolver.AUTO).solver()).isEqualTo(PcaSolver.FULL);
        assertThat(fit(falling(600, 8, 0.1), 2.0, PcaSolver.AUTO).solver()).isEqualTo(PcaSolver.COVARIANCE);
        assertThat(codes(fit(falling(600, 8, 0.1), null, PcaSolver.COVARIANCE))).contains("small-variances");
    }

    @Test
    void largeDataGiveTheSameByAllSolversInBlocksOrNot() {
        for (Matrix data : new Matrix[] {falling(3000, 40, 0.9), falling(40, 3000, 0.999)}) {
            PcaFitResult full = fit(data, 5.0, PcaSolver.FULL);
            PcaFitResult covariance = fit(data, 5.0, PcaSolver.COVARIANCE);
            assertClose(covariance.components(), full.components(), 1e-9);
            PcaFitResult randomized = fit(data, 5.0, PcaSolver.RANDOMIZED);
            for (int i = 0; i < 5; i++) {
                assertThat(covariance.explainedVariance()[i])
                        .isCloseTo(full.explainedVariance()[i], within(1e-12 * full.explainedVariance()[0]));
                // A flat spectrum is the hard case for random samples.
                assertThat(randomized.explainedVariance()[i])
                        .isCloseTo(full.explainedVariance()[i], within(0.05 * full.explainedVariance()[0]))
                        .isLessThanOrEqualTo(full.explainedVariance()[i] * (1 + 1e-12));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameComponents() {
        Matrix data = falling(80, 60, 0.99);
        assertThat(fit(data, 5.0, PcaSolver.RANDOMIZED).components())
                .isEqualTo(fit(data, 5.0, PcaSolver.RANDOMIZED).components());
    }

    @Test
    void aConstantColumnIsNotScaledAndSaidToBe() {
        Matrix data = Matrix.of(new double[] {1, 0.1}, new double[] {2, 0.1}, new double[] {4, 0.1});
        PcaFitResult fitted = fit(request(data, null, true, false, PcaSolver.COVARIANCE));
        assertThat(fitted.scale()[1]).isEqualTo(1);
        assertThat(fitted.mean()[1]).isEqualTo(0.1);
        assertThat(fitted.explainedVariance()[1]).isZero();
        assertThat(codes(fitted)).containsExactly("constant-column", "beyond-rank");
    }

    @Test
    void whatDoesNotVaryHasNoComponents() {
        Matrix same = Matrix.of(new double[] {0.1, 0.7}, new double[] {0.1, 0.7}, new double[] {0.1, 0.7});
        for (PcaSolver solver : PcaSolver.values()) {
            assertThatThrownBy(() -> fit(same, null, solver))
                    .isInstanceOfSatisfying(InsufficientDataException.class, e -> assertThat(e.pointer())
                            .isEqualTo("/data"));
        }
    }

    @Test
    void whatHasNoVarianceCannotBeWhitened() {
        Matrix line = Matrix.of(new double[] {1, 1}, new double[] {2, 2}, new double[] {4, 4});
        assertThat(fit(request(line, null, false, true, PcaSolver.FULL))
                        .components()
                        .rows())
                .isEqualTo(1);
        assertThatThrownBy(() -> fit(request(line, 2.0, false, true, PcaSolver.FULL)))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.facts())
                        .containsEntry("rank", 1));
    }

    @Test
    void theWorkingEndsInTheScores() {
        Matrix data = Matrix.of(new double[] {1, 2}, new double[] {3, 3}, new double[] {5, 10});
        PcaFitRequest request = new PcaFitRequest(data, null, null, true, true, null, null, true, true);
        PcaFitResult fitted = fit(request);
        assertThat(fitted.steps())
                .extracting("kind")
                .containsExactly(
                        "center", "scale", "covariance", "eigenvalues", "ratios", "components", "whiten", "scores");
        assertThat(fitted.steps().getLast().value()).isEqualTo(fitted.scores());
    }

    private static Stream<String> stream(PcaFitResult fitted) {
        return fitted.warnings().stream().map(Warning::code);
    }

    private static List<String> codes(PcaFitResult fitted) {
        return stream(fitted).toList();
    }
}
