package org.mlmath.calculus.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class LearningReferenceTest {
    static Stream<JsonNode> linear() {
        return cases("linear");
    }

    static Stream<JsonNode> logistic() {
        return cases("logistic");
    }

    static Stream<JsonNode> kMeans() {
        return cases("kMeans");
    }

    static Stream<JsonNode> sparseLogistic() {
        return cases("sparse-logistic.json", "cases");
    }

    private static Stream<JsonNode> cases(String name) {
        return cases("learning.json", name);
    }

    private static Stream<JsonNode> cases(String file, String name) {
        try (InputStream in = LearningReferenceTest.class.getResourceAsStream(file)) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get(name).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] vector(JsonNode list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asDouble();
        }
        return values;
    }

    static Matrix matrix(JsonNode rows) {
        double[][] values = new double[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = vector(rows.get(i));
        }
        return Matrix.of(values);
    }

    private static LinearLearningResult learn(JsonNode c, LinearMethod method) {
        return LinearLearning.of(
                new LinearLearningRequest(
                        VectorOrMatrix.matrix(matrix(c.get("features"))),
                        vector(c.get("targets")),
                        method,
                        new RegressionPenalty(
                                c.get("l1").asDouble(), c.get("l2").asDouble()),
                        c.get("intercept").asBoolean(),
                        null,
                        null,
                        method == LinearMethod.GRADIENT_DESCENT ? 20_000L : 100_000L,
                        null,
                        null,
                        null,
                        null),
                seed -> 1L,
                Deadline.none());
    }

    private static void assertModel(LinearLearningResult result, JsonNode c, double tolerance) {
        assertThat(result.coefficients()).containsExactly(vector(c.get("weights")), within(tolerance));
        assertThat(result.intercept()).isCloseTo(c.get("bias").asDouble(), within(tolerance));
    }

    @ParameterizedTest
    @MethodSource("linear")
    void coordinateDescentAgreesWithScikitLearnWhateverThePenalty(JsonNode c) {
        LinearLearningResult result = learn(c, LinearMethod.COORDINATE_DESCENT);
        assertThat(result.converged()).isTrue();
        assertModel(result, c, 1e-10);
        double[] expected = vector(c.get("weights"));
        for (int j = 0; j < expected.length; j++) {
            assertThat(result.coefficients()[j] == 0).isEqualTo(expected[j] == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("linear")
    void closedFormsAndGradientDescentMeetThere(JsonNode c) {
        if (c.get("l1").asDouble() > 0) {
            return;
        }
        assertModel(learn(c, LinearMethod.QR), c, 1e-12);
        assertModel(learn(c, LinearMethod.NORMAL_EQUATIONS), c, 1e-11);
        LinearLearningResult descended = learn(c, LinearMethod.GRADIENT_DESCENT);
        assertModel(descended, c, 1e-8);
        assertThat(descended.lossHistory()).isSortedAccordingTo((a, b) -> a - b > -1e-12 * a ? 0 : 1);
        assertThat(descended.closedForm().distance()).isLessThan(1e-8);
    }

    private static LogisticLearningResult learn(JsonNode c, LogisticMethod method, long steps) {
        Matrix features = matrix(c.get("features"));
        double[] some = Arrays.copyOf(features.values(), 3 * features.columns());
        return LogisticLearning.of(
                new LogisticLearningRequest(
                        VectorOrMatrix.matrix(features),
                        VectorOrMatrix.vector(vector(c.get("targets"))),
                        method,
                        new RegressionPenalty(null, c.get("l2").asDouble()),
                        null,
                        null,
                        steps,
                        null,
                        null,
                        VectorOrMatrix.matrix(new Matrix(3, features.columns(), some)),
                        null),
                seed -> 1L,
                Deadline.none());
    }

    private static LogisticLearningResult sparse(JsonNode c, double shift) {
        Matrix features = matrix(c.get("features"));
        double[] shifted =
                Arrays.stream(features.values()).map(value -> value + shift).toArray();
        double[] some = Arrays.copyOf(shifted, 3 * features.columns());
        return LogisticLearning.of(
                new LogisticLearningRequest(
                        VectorOrMatrix.matrix(new Matrix(features.rows(), features.columns(), shifted)),
                        VectorOrMatrix.vector(vector(c.get("targets"))),
                        null,
                        new RegressionPenalty(
                                c.get("l1").asDouble(), c.get("l2").asDouble()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        VectorOrMatrix.matrix(new Matrix(3, features.columns(), some)),
                        null),
                seed -> 1L,
                Deadline.none());
    }

    @ParameterizedTest
    @MethodSource("sparseLogistic")
    void weightsDoNotDependOnWhereTheFeaturesAreMeasuredFrom(JsonNode c) {
        assertThat(sparse(c, 10_000).coefficients().matrix().values())
                .containsExactly(sparse(c, 0).coefficients().matrix().values(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("sparseLogistic")
    void coordinateDescentAgreesWithSagaAndLeavesTheSameWeightsAtZero(JsonNode c) {
        LogisticLearningResult result = sparse(c, 0);
        assertThat(result.method()).isEqualTo(LogisticMethod.COORDINATE_DESCENT);
        assertThat(result.converged()).isTrue();
        assertThat(result.diagnostics().gradientNorm()).isLessThan(1e-13);
        double[] expected = matrix(c.get("weights")).values();
        double[] weights = result.coefficients().matrix().values();
        assertThat(weights).containsExactly(expected, within(1e-8)); // scikit-learn's own accuracy
        for (int j = 0; j < expected.length; j++) {
            assertThat(weights[j] == 0).isEqualTo(Math.abs(expected[j]) < 1e-9);
        }
        double[] history = result.lossHistory();
        assertThat(history[history.length - 1]).isCloseTo(c.get("loss").asDouble(), within(1e-12));
        Matrix probabilities = matrix(c.get("probabilities"));
        assertThat(result.predictions().matrix().values())
                .containsExactly(
                        result.classes() == 2 ? probabilities.columnAt(1) : probabilities.values(), within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("logistic")
    void coordinateDescentWithoutModulusMeetsNewton(JsonNode c) {
        LogisticLearningResult newton = learn(c, LogisticMethod.NEWTON, 0);
        LogisticLearningResult result = learn(c, LogisticMethod.COORDINATE_DESCENT, 0);
        assertThat(result.converged()).isTrue();
        assertThat(result.predictions().matrix().values())
                .containsExactly(newton.predictions().matrix().values(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("logistic")
    void newtonAgreesWithScikitLearn(JsonNode c) {
        LogisticLearningResult result = learn(c, LogisticMethod.NEWTON, 0);
        assertThat(result.converged()).isTrue();
        assertThat(result.coefficients().matrix().values())
                .containsExactly(matrix(c.get("weights")).values(), within(2e-7)); // scikit-learn's own accuracy
        assertThat(result.diagnostics().gradientNorm()).isLessThan(1e-14);
        Matrix probabilities = matrix(c.get("probabilities"));
        double[] expected = result.classes() == 2 ? probabilities.columnAt(1) : probabilities.values();
        assertThat(result.predictions().matrix().values()).containsExactly(expected, within(1e-7));
    }

    @ParameterizedTest
    @MethodSource("logistic")
    void gradientDescentWalksToNewtonsMinimum(JsonNode c) {
        LogisticLearningResult result = learn(c, LogisticMethod.GRADIENT_DESCENT, 20_000);
        assertThat(result.coefficients().matrix().values())
                .containsExactly(result.closedForm().coefficients().matrix().values(), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("kMeans")
    void clustersAgreeWithScikitLearn(JsonNode c) {
        Matrix start = matrix(c.get("start"));
        KMeansResult result = KMeansClusters.of(
                new KMeansRequest(
                        VectorOrMatrix.matrix(matrix(c.get("data"))),
                        start.rows(),
                        new CentroidStart(null, start),
                        null,
                        null,
                        null,
                        VectorOrMatrix.matrix(matrix(c.get("data"))),
                        null),
                seed -> 1L,
                Deadline.none());
        assertThat(result.converged()).isTrue();
        assertThat(result.labels()).containsExactly(toInts(vector(c.get("labels"))));
        assertThat(result.assigned()).containsExactly(result.labels());
        assertThat(result.centroids().values())
                .containsExactly(matrix(c.get("centroids")).values(), within(1e-12));
        assertThat(result.inertia()).isCloseTo(c.get("inertia").asDouble(), within(1e-10));
        for (int i = 1; i < result.history().size(); i++) {
            assertThat(result.history().get(i).inertia())
                    .isLessThanOrEqualTo(result.history().get(i - 1).inertia());
        }
    }

    private static int[] toInts(double[] values) {
        return Arrays.stream(values).mapToInt(v -> (int) v).toArray();
    }
}
