package org.mlmath.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mlmath.stats.regression.References.assertClose;
import static org.mlmath.stats.regression.References.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.array.Observations;
import org.mlmath.numerics.Deadline;
import org.mlmath.stats.number.DataColumns;

class LeastSquaresRegressionTest {
    /** What statsmodels itself keeps. */
    private static final double RELATIVE = 1e-10;

    static Stream<JsonNode> models() {
        return References.cases("ols.json");
    }

    private static OlsResult fit(JsonNode c) {
        Observations weights = c.get("weights").isNull() ? null : new Observations(vector(c.get("weights")));
        OlsRequest request = new OlsRequest(
                References.columns(c.get("features")),
                new RegressionTarget(vector(c.get("target")), null),
                c.get("intercept").asBoolean(),
                weights,
                c.get("level").asDouble(),
                StandardErrorKind.valueOf(c.get("standardErrors").asText().toUpperCase()),
                References.columns(c.get("predictAt")),
                null,
                null,
                null);
        return LeastSquaresRegression.linear(request, Deadline.none());
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsAgreeWithStatsmodels(JsonNode c) {
        OlsResult result = fit(c);
        for (int j = 0; j < result.coefficients().size(); j++) {
            RegressionCoefficient found = result.coefficients().get(j);
            assertClose("estimate", found.estimate(), c.get("estimates").get(j).asDouble(), RELATIVE);
            assertClose("error", found.standardError(), c.get("errors").get(j).asDouble(), RELATIVE);
            assertClose("p", found.pValue(), c.get("pValues").get(j).asDouble(), 1e-8);
            JsonNode interval = c.get("intervals").get(j);
            assertClose(
                    "lower", found.confidenceInterval().lower(), interval.get(0).asDouble(), 1e-8);
            assertClose(
                    "upper", found.confidenceInterval().upper(), interval.get(1).asDouble(), 1e-8);
        }
        assertClose("R²", result.rSquared(), c.get("rSquared").asDouble(), RELATIVE);
        assertClose(
                "adjusted", result.adjustedRSquared(), c.get("adjustedRSquared").asDouble(), RELATIVE);
        assertClose("F", result.fStatistic().value(), c.get("f").asDouble(), RELATIVE);
        assertClose("p of F", result.fStatistic().pValue(), c.get("fPValue").asDouble(), 1e-7);
        assertClose(
                "s",
                result.residualStandardError(),
                c.get("residualStandardError").asDouble(),
                RELATIVE);
        assertClose("log L", result.logLikelihood(), c.get("logLikelihood").asDouble(), RELATIVE);
        assertClose("AIC", result.aic(), c.get("aic").asDouble(), RELATIVE);
        assertClose("BIC", result.bic(), c.get("bic").asDouble(), RELATIVE);
    }

    @ParameterizedTest
    @MethodSource("models")
    void predictionsAgreeWithStatsmodels(JsonNode c) {
        List<RegressionPrediction> predictions = fit(c).predictions();
        for (int i = 0; i < predictions.size(); i++) {
            RegressionPrediction found = predictions.get(i);
            assertClose("mean", found.estimate(), c.get("predicted").get(i).asDouble(), RELATIVE);
            if (c.get("standardErrors").asText().equals("classical")) {
                assertClose(
                        "error",
                        found.standardError(),
                        c.get("predictedErrors").get(i).asDouble(),
                        RELATIVE);
                JsonNode single = c.get("single").get(i);
                assertClose(
                        "lower",
                        found.predictionInterval().lower(),
                        single.get(0).asDouble(),
                        1e-8);
                assertClose(
                        "upper",
                        found.predictionInterval().upper(),
                        single.get(1).asDouble(),
                        1e-8);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void checksAndInfluenceAgreeWithStatsmodels(JsonNode c) {
        if (!c.has("checks")) {
            return;
        }
        OlsResult result = fit(c);
        c.get("checks").properties().forEach(entry -> {
            ModelCheck check = result.modelChecks().stream()
                    .filter(each -> each.name().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow();
            assertClose(
                    entry.getKey(), check.statistic(), entry.getValue().get(0).asDouble(), 1e-9);
            if (entry.getValue().size() > 1) {
                assertClose(
                        entry.getKey(), check.pValue(), entry.getValue().get(1).asDouble(), 1e-8);
            }
        });
        if (!c.get("vif").isNull()) {
            double[] vif = result.varianceInflation().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            assertAll("vif", vif, vector(c.get("vif")));
        }
        assertAll("leverage", result.influence().leverage(), vector(c.get("leverage")));
        assertAll("cook", result.influence().cooksDistance(), vector(c.get("cook")));
        assertAll("standardized", result.influence().standardizedResiduals(), vector(c.get("standardized")));
        assertAll("studentized", result.influence().studentizedResiduals(), vector(c.get("studentized")));
    }

    private static void assertAll(String what, double[] values, double[] expected) {
        assertThat(values).hasSameSizeAs(expected);
        for (int i = 0; i < values.length; i++) {
            assertClose(what + " " + i, values[i], expected[i], 1e-9);
        }
    }

    private static OlsResult line(double[] x, double[] y) {
        DataColumns features = new DataColumns(DataColumns.Form.VECTOR, List.of("x1"), List.of(x));
        OlsRequest request =
                new OlsRequest(features, new RegressionTarget(y, null), null, null, null, null, null, null, null, null);
        return LeastSquaresRegression.linear(request, Deadline.none());
    }

    private static List<String> warnings(OlsResult result) {
        return result.warnings().stream().map(warning -> warning.code()).toList();
    }

    @Test
    void oneObservationGivesItsMeanAndNothingElse() {
        OlsResult result = line(new double[] {3}, new double[] {5});
        assertThat(result.coefficients().get(0).estimate()).isEqualTo(5);
        assertThat(result.coefficients().get(0).standardError()).isNull();
        assertThat(result.coefficients().get(1).estimate()).isNull();
        assertThat(result.residualStandardError()).isNull();
        assertThat(warnings(result)).contains("aliased", "no-degrees-of-freedom");
    }

    @Test
    void aConstantTargetHasNoVariationToExplain() {
        OlsResult result = line(new double[] {1, 2, 3, 4}, new double[] {7, 7, 7, 7});
        assertThat(result.rSquared()).isNull();
        assertThat(result.coefficients().get(1).estimate()).isZero();
        assertThat(warnings(result)).contains("constant-target");
    }

    @Test
    void anExactFitIsSaid() {
        OlsResult result = line(new double[] {1, 2, 3, 4}, new double[] {3, 5, 7, 9});
        assertThat(result.rSquared()).isEqualTo(1);
        assertThat(result.coefficients().get(1).statistic()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(result.coefficients().get(1).pValue()).isZero();
        assertThat(result.logLikelihood()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(warnings(result)).contains("perfect-fit");
    }

    @Test
    void sumsOfSquaresOfTheTableAddUpToTheTarget() {
        References.cases("ols.json").forEach(c -> {
            OlsResult result = fit(c);
            double total = result.table().stream()
                    .mapToDouble(RegressionVarianceRow::sumOfSquares)
                    .sum();
            assertClose("R²", 1 - result.residualSumOfSquares() / total, result.rSquared(), 1e-12);
        });
    }

    @Test
    void weightedPolynomialsAgreeWithR() {
        JsonNode c = References.cases("weighted-polynomial.json").findFirst().orElseThrow();
        OlsResult result = LeastSquaresRegression.polynomial(
                new PolynomialRequest(
                        new DataColumns(DataColumns.Form.VECTOR, List.of("x1"), List.of(vector(c.get("x")))),
                        new RegressionTarget(vector(c.get("y")), null),
                        2,
                        null,
                        new Observations(vector(c.get("w"))),
                        null,
                        null,
                        new DataColumns(DataColumns.Form.VECTOR, List.of("x1"), List.of(new double[] {8})),
                        null,
                        null,
                        null),
                Deadline.none());
        for (int j = 0; j < 3; j++) {
            RegressionCoefficient found = result.coefficients().get(j);
            assertClose("estimate", found.estimate(), c.get("estimates").get(j).asDouble(), 1e-11);
            assertClose("error", found.standardError(), c.get("errors").get(j).asDouble(), 1e-11);
            assertClose(
                    "sum",
                    result.table().get(j).sumOfSquares(),
                    c.get("sums").get(j).asDouble(),
                    1e-11);
        }
        assertClose("log L", result.logLikelihood(), c.get("logLikelihood").asDouble(), 1e-11);
        assertAll("leverage", result.influence().leverage(), vector(c.get("leverage")));
        assertAll("cook", result.influence().cooksDistance(), vector(c.get("cook")));
        assertAll("standardized", result.influence().standardizedResiduals(), vector(c.get("standardized")));
        assertAll("studentized", result.influence().studentizedResiduals(), vector(c.get("studentized")));
        RegressionPrediction prediction = result.predictions().getFirst();
        double[] predicted = vector(c.get("predicted"));
        assertClose("fit", prediction.estimate(), predicted[0], 1e-12);
        assertClose("lower", prediction.predictionInterval().lower(), predicted[1], 1e-10);
        assertClose("upper", prediction.predictionInterval().upper(), predicted[2], 1e-10);
    }
}
