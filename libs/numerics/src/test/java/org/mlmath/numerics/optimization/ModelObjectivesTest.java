package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.linear.Matrix;

/** Against PyTorch, see model-objectives.py, and against differences. */
class ModelObjectivesTest {
    private static final List<String[]> LINES = read();
    private static final Matrix FEATURES = new Matrix(12, 3, numbers(LINES.get(0)[1]));
    private static final double[] TARGETS = numbers(LINES.get(1)[1]);
    private static final double[] BINARY = numbers(LINES.get(2)[1]);
    private static final double[] LABELS = {0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3};

    static Stream<Arguments> references() {
        return LINES.stream()
                .skip(3)
                .map(cells ->
                        Arguments.of(cells[0], numbers(cells[1]), Double.parseDouble(cells[2]), numbers(cells[3])));
    }

    private static DifferentiableFunction objective(String name) {
        return switch (name) {
            case "mse" -> SquaredErrorObjective.mean(FEATURES, TARGETS);
            case "half-mse" -> SquaredErrorObjective.halfMean(FEATURES, TARGETS);
            case "logistic" -> new LogisticObjective(FEATURES, BINARY);
            default -> new SoftmaxObjective(FEATURES, SoftmaxObjective.oneHot(LABELS, 4));
        };
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("references")
    void lossAndGradientAgreeWithTorch(String name, double[] parameters, double loss, double[] gradient) {
        DifferentiableFunction objective = objective(name);
        double[] computed = new double[objective.dimension()];

        assertThat(objective.valueAndGradient(parameters, computed)).isCloseTo(loss, within(1e-13 * Math.max(1, loss)));
        assertThat(objective.value(parameters)).isCloseTo(loss, within(1e-13 * Math.max(1, loss)));
        double scale = Math.max(1, Matrix.column(gradient).maxAbs());
        for (int i = 0; i < gradient.length; i++) {
            assertThat(computed[i]).as("partial derivative %d", i).isCloseTo(gradient[i], within(1e-13 * scale));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("references")
    void theGradientIsTheLimitOfDifferences(String name, double[] parameters, double loss, double[] gradient) {
        DifferentiableFunction objective = objective(name);
        double[] computed = new double[objective.dimension()];
        objective.valueAndGradient(parameters, computed);
        for (int i = 0; i < parameters.length; i++) {
            double h = 1e-5;
            double[] ahead = parameters.clone();
            double[] behind = parameters.clone();
            ahead[i] += h;
            behind[i] -= h;
            double difference = (objective.value(ahead) - objective.value(behind)) / (2 * h);
            assertThat(computed[i]).isCloseTo(difference, within(1e-9 * Math.max(1, loss)));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("references")
    void theHessianIsTheLimitOfDifferencesAndSymmetric(
            String name, double[] parameters, double loss, double[] gradient) {
        TwiceDifferentiableFunction objective = (TwiceDifferentiableFunction) objective(name);
        int n = parameters.length;
        double[] computed = new double[n];
        double[] hessian = new double[n * n];
        assertThat(objective.valueGradientAndHessian(parameters, computed, hessian))
                .isEqualTo(objective.valueAndGradient(parameters, gradient));
        assertThat(computed).isEqualTo(gradient);
        double[] ahead = new double[n];
        double[] behind = new double[n];
        for (int i = 0; i < n; i++) {
            double h = 1e-5;
            double[] beside = parameters.clone();
            beside[i] += h;
            objective.valueAndGradient(beside, ahead);
            beside[i] = parameters[i] - h;
            objective.valueAndGradient(beside, behind);
            for (int j = 0; j < n; j++) {
                double difference = (ahead[j] - behind[j]) / (2 * h);
                assertThat(hessian[i * n + j]).isCloseTo(difference, within(1e-8 * Math.max(1, loss)));
                assertThat(hessian[i * n + j]).isEqualTo(hessian[j * n + i]);
            }
        }
    }

    @Test
    void confidentPredictionsKeepTheirSmallLoss() {
        Matrix one = Matrix.of(new double[] {1});
        double[] gradient = new double[2];
        double right = new LogisticObjective(one, new double[] {1}).valueAndGradient(new double[] {50, 0}, gradient);
        assertThat(right).isCloseTo(Math.exp(-50), within(1e-35));
        assertThat(gradient[0]).isCloseTo(-Math.exp(-50), within(1e-35));
        double wrong = new LogisticObjective(one, new double[] {0}).valueAndGradient(new double[] {1000, 0}, gradient);
        assertThat(wrong).isEqualTo(1000);
        assertThat(gradient).containsExactly(1, 1);

        double[] rows = new double[4];
        Matrix first = SoftmaxObjective.oneHot(new double[] {0}, 2);
        assertThat(new SoftmaxObjective(one, first).valueAndGradient(new double[] {50, 0, 0, 0}, rows))
                .isCloseTo(Math.exp(-50), within(1e-35));
        assertThat(rows[0]).isCloseTo(-Math.exp(-50), within(1e-35));
        assertThat(new SoftmaxObjective(one, first).valueAndGradient(new double[] {-1000, 0, 0, 0}, rows))
                .isEqualTo(1000);
        assertThat(rows).containsExactly(-1, -1, 1, 1);
    }

    private static double[] numbers(String cell) {
        return Stream.of(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String[]> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                ModelObjectivesTest.class.getResourceAsStream("model-objectives.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
