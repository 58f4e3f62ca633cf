package org.mlmath.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mlmath.stats.regression.References.assertClose;
import static org.mlmath.stats.regression.References.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.array.Observations;
import org.mlmath.numerics.Deadline;

class RidgeRegressionTest {
    static Stream<JsonNode> models() {
        return References.cases("ridge.json");
    }

    private static RidgeRegressionResult fit(JsonNode c, double alpha) {
        Observations weights = c.get("weights").isNull() ? null : new Observations(vector(c.get("weights")));
        return RidgeRegression.of(
                new RidgeRegressionRequest(
                        References.columns(c.get("features")),
                        new RegressionTarget(vector(c.get("target")), null),
                        alpha,
                        c.get("standardize").asBoolean(),
                        c.get("intercept").asBoolean(),
                        weights,
                        null,
                        null,
                        null,
                        null),
                Deadline.none());
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsAgreeWithScikitLearn(JsonNode c) {
        RidgeRegressionResult result = fit(c, c.get("alpha").asDouble());
        double[] expected = vector(c.get("estimates"));
        for (int j = 0; j < expected.length; j++) {
            assertClose("estimate", result.coefficients().get(j).estimate(), expected[j], 1e-11);
        }
        assertClose(
                "edf", result.effectiveDegreesOfFreedom(), c.get("effective").asDouble(), 1e-12);
        if (!c.get("leaveOneOut").isNull()) {
            assertClose(
                    "leave one out",
                    result.leaveOneOutError(),
                    c.get("leaveOneOut").asDouble(),
                    1e-11);
        }
        assertThat(result.diagnostics().orthogonality()).isLessThan(1e-13);
    }

    @Test
    void withoutAPenaltyItIsLeastSquares() {
        JsonNode c = models().findFirst().orElseThrow();
        OlsResult ols = LeastSquaresRegression.linear(
                new OlsRequest(
                        References.columns(c.get("features")),
                        new RegressionTarget(vector(c.get("target")), null),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                Deadline.none());
        RidgeRegressionResult none = fit(c, 0);
        RidgeRegressionResult little = fit(c, 1e-13);
        for (int j = 0; j < ols.coefficients().size(); j++) {
            RegressionCoefficient expected = ols.coefficients().get(j);
            assertThat(none.coefficients().get(j).estimate()).isEqualTo(expected.estimate());
            assertClose("error", none.coefficients().get(j).standardError(), expected.standardError(), 1e-12);
            assertClose("limit", little.coefficients().get(j).estimate(), expected.estimate(), 1e-12);
        }
    }
}
