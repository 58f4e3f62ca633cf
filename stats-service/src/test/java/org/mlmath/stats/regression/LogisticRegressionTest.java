package org.mlmath.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mlmath.stats.regression.References.assertClose;
import static org.mlmath.stats.regression.References.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Observations;
import org.mlmath.numerics.Deadline;
import org.mlmath.stats.number.DataColumns;

class LogisticRegressionTest {
    static Stream<JsonNode> models() {
        return References.cases("logistic.json");
    }

    private static LogisticRegressionResult fit(JsonNode c, CoefficientInference inference) {
        Observations weights = c.get("weights").isNull() ? null : new Observations(vector(c.get("weights")));
        return LogisticRegression.of(
                new LogisticRegressionRequest(
                        References.columns(c.get("features")),
                        new RegressionTarget(vector(c.get("target")), null),
                        null,
                        weights,
                        null,
                        inference,
                        null,
                        null,
                        null),
                Deadline.none());
    }

    private static LogisticRegressionResult fit(double[][] columns, double[] target) {
        List<String> names =
                IntStream.rangeClosed(1, columns.length).mapToObj(j -> "x" + j).toList();
        DataColumns features = new DataColumns(DataColumns.Form.MATRIX, names, Arrays.asList(columns));
        return LogisticRegression.of(
                new LogisticRegressionRequest(
                        features, new RegressionTarget(target, null), null, null, null, null, null, null, null),
                Deadline.none());
    }

    @ParameterizedTest
    @MethodSource("models")
    void waldInferenceAgreesWithR(JsonNode c) {
        LogisticRegressionResult result = fit(c, CoefficientInference.WALD);
        assertThat(result.converged()).isTrue();
        for (int j = 0; j < result.coefficients().size(); j++) {
            RegressionCoefficient found = result.coefficients().get(j);
            assertClose("estimate", found.estimate(), c.get("estimates").get(j).asDouble(), 1e-11);
            assertClose("error", found.standardError(), c.get("errors").get(j).asDouble(), 1e-10);
            assertClose("z", found.statistic(), c.get("z").get(j).asDouble(), 1e-10);
            assertClose("p", found.pValue(), c.get("p").get(j).asDouble(), 1e-9);
        }
        assertClose("deviance", result.deviance(), c.get("deviance").asDouble(), 1e-12);
        assertClose(
                "null deviance", result.nullDeviance(), c.get("nullDeviance").asDouble(), 1e-12);
        assertClose("log L", result.logLikelihood(), c.get("logLikelihood").asDouble(), 1e-12);
        assertClose("AIC", result.aic(), c.get("aic").asDouble(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("models")
    void likelihoodRatiosAgreeWithRAndProfilesWithItsSplines(JsonNode c) {
        LogisticRegressionResult result = fit(c, CoefficientInference.LIKELIHOOD_RATIO);
        for (int j = 0; j < result.coefficients().size(); j++) {
            RegressionCoefficient found = result.coefficients().get(j);
            double ratio = c.get("likelihoodRatios").get(j).asDouble();
            assertThat(Math.abs(found.statistic() * found.statistic() - ratio)).isLessThan(1e-10);
            // R interpolates the profile; this finds its crossing.
            assertClose(
                    "lower",
                    found.confidenceInterval().lower(),
                    c.get("lower").get(j).asDouble(),
                    1e-3);
            assertClose(
                    "upper",
                    found.confidenceInterval().upper(),
                    c.get("upper").get(j).asDouble(),
                    1e-3);
        }
    }

    private static List<String> codes(LogisticRegressionResult result) {
        return result.warnings().stream().map(Warning::code).toList();
    }

    @Test
    void completelySeparatedDataHaveNoMaximum() {
        LogisticRegressionResult result = fit(new double[][] {{1, 2, 3, 4, 5, 6}}, new double[] {0, 0, 0, 1, 1, 1});
        assertThat(result.converged()).isFalse();
        assertThat(codes(result)).contains("separation");
    }

    @Test
    void quasiCompletelySeparatedDataHaveNone() {
        LogisticRegressionResult result = fit(new double[][] {{1, 2, 3, 3, 4, 5}}, new double[] {0, 0, 0, 1, 1, 1});
        assertThat(result.converged()).isFalse();
        assertThat(codes(result)).contains("separation");
    }

    @Test
    void aGroupWithoutOnesSeparates() {
        double[] group = {0, 0, 0, 0, 0, 0, 1, 1, 1};
        double[] x = {1, 2, 3, 4, 5, 6, 2, 4, 5};
        LogisticRegressionResult result = fit(new double[][] {group, x}, new double[] {0, 1, 0, 1, 0, 1, 0, 0, 0});
        assertThat(codes(result)).contains("separation");
        assertThat(result.converged()).isFalse();
    }

    @Test
    void overlappingDataAreNotSeparated() {
        LogisticRegressionResult result = fit(new double[][] {{1, 2, 3, 4, 5, 6}}, new double[] {0, 0, 1, 0, 1, 1});
        assertThat(result.converged()).isTrue();
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void targetsAllAlikeAreSeparatedByTheIntercept() {
        LogisticRegressionResult result = fit(new double[][] {{1, 2, 3}}, new double[] {1, 1, 1});
        assertThat(codes(result)).contains("separation");
        assertThat(result.rSquared()).isNull();
    }

    @Test
    void fittedProbabilitiesSumToTheOnes() {
        models().forEach(c -> {
            if (c.get("weights").isNull()) {
                double[] fitted = fit(c, CoefficientInference.WALD).fitted();
                double ones = Arrays.stream(vector(c.get("target"))).sum();
                assertClose("sum", Arrays.stream(fitted).sum(), ones, 1e-13);
            }
        });
    }
}
