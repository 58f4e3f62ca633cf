package org.mlmath.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlmath.stats.regression.References.assertClose;
import static org.mlmath.stats.regression.References.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.Numbers;

class BayesLinearRegressionTest {
    static Stream<JsonNode> models() {
        return References.cases("bayes.json");
    }

    private static BayesLinearRegressionResult fit(
            DataColumns features, double[] targets, CoefficientPrior prior, Double sigma) {
        return BayesLinearRegression.of(
                new BayesLinearRegressionRequest(
                        features, new RegressionTarget(targets, null), prior, sigma, null, null, 0.9, null, null, null),
                Deadline.none());
    }

    private static Double orNull(JsonNode node, String field) {
        return node.has(field) && !node.get(field).isNull() ? node.get(field).asDouble() : null;
    }

    private static BayesLinearRegressionResult fit(JsonNode c) {
        JsonNode prior = c.get("prior");
        JsonNode rows = prior.get("precision");
        double[][] precision = new double[rows.size()][];
        for (int i = 0; i < precision.length; i++) {
            precision[i] = vector(rows.get(i));
        }
        return fit(
                References.columns(c.get("features")),
                vector(c.get("targets")),
                new CoefficientPrior(
                        new Numbers(vector(prior.get("mean"))),
                        new PriorScale(null, VectorOrMatrix.matrix(Matrix.of(precision))),
                        null,
                        orNull(prior, "shape"),
                        orNull(prior, "rate")),
                orNull(c, "sigma"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void posteriorsAndEvidenceAreThoseOfTheFormulas(JsonNode c) {
        BayesLinearRegressionResult result = fit(c);
        for (int j = 0; j < result.coefficients().size(); j++) {
            var found = result.coefficients().get(j);
            assertClose("mean", found.mean(), c.get("mean").get(j).asDouble(), 1e-13);
            assertClose("scale", found.scale(), c.get("scale").get(j).asDouble(), 1e-13);
            assertClose(
                    "lower",
                    found.credibleInterval().lower(),
                    c.get("lower").get(j).asDouble(),
                    1e-11);
        }
        assertClose("evidence", result.logEvidence(), c.get("logEvidence").asDouble(), 1e-13);
        if (c.has("shape")) {
            assertClose("shape", result.posterior().shape(), c.get("shape").asDouble(), 1e-15);
            assertClose("rate", result.posterior().rate(), c.get("rate").asDouble(), 1e-13);
        }
    }

    private static final double[] X = {1, 2, 3, 4, 5, 6};
    private static final double[] Y = {2.1, 3.9, 6.2, 7.8, 10.1, 11.7};

    private static DataColumns column(double[] x) {
        return new DataColumns(DataColumns.Form.VECTOR, List.of("x1"), List.of(x));
    }

    @Test
    void withoutAPriorIntervalsAreTheClassicalOnes() {
        BayesLinearRegressionResult result = fit(column(X), Y, null, null);
        OlsResult ols = LeastSquaresRegression.linear(
                new OlsRequest(column(X), new RegressionTarget(Y, null), null, null, 0.9, null, null, null, null, null),
                Deadline.none());
        for (int j = 0; j < 2; j++) {
            var expected = ols.coefficients().get(j);
            var found = result.coefficients().get(j);
            assertClose("mean", found.mean(), expected.estimate(), 1e-15);
            assertClose("scale", found.scale(), expected.standardError(), 1e-14);
            assertClose(
                    "lower",
                    found.credibleInterval().lower(),
                    expected.confidenceInterval().lower(),
                    1e-13);
        }
        assertThat(result.logEvidence()).isNull();
    }

    @Test
    void learningInTwoPartsIsLearningAtOnce() {
        CoefficientPrior prior = new CoefficientPrior(null, new PriorScale(0.3, null), null, 1.5, 0.8);
        BayesLinearRegressionResult whole = fit(column(X), Y, prior, null);
        BayesLinearRegressionResult first = fit(column(Arrays.copyOf(X, 2)), Arrays.copyOf(Y, 2), prior, null);
        var learnt = first.posterior();
        CoefficientPrior next = new CoefficientPrior(
                new Numbers(learnt.mean()),
                new PriorScale(null, VectorOrMatrix.matrix(learnt.precision())),
                null,
                learnt.shape(),
                learnt.rate());
        BayesLinearRegressionResult second =
                fit(column(Arrays.copyOfRange(X, 2, 6)), Arrays.copyOfRange(Y, 2, 6), next, null);
        assertThat(second.posterior().mean()).containsExactly(whole.posterior().mean(), within(1e-13));
        assertClose("rate", second.posterior().rate(), whole.posterior().rate(), 1e-12);
        assertClose("evidence", first.logEvidence() + second.logEvidence(), whole.logEvidence(), 1e-12);
    }

    @Test
    void covarianceAndPrecisionSayTheSame() {
        BayesLinearRegressionResult byPrecision =
                fit(column(X), Y, new CoefficientPrior(null, new PriorScale(4.0, null), null, 1.0, 1.0), null);
        BayesLinearRegressionResult byCovariance =
                fit(column(X), Y, new CoefficientPrior(null, null, new PriorScale(0.25, null), 1.0, 1.0), null);
        assertClose("evidence", byCovariance.logEvidence(), byPrecision.logEvidence(), 1e-14);
    }

    @Test
    void aStrongPriorOutweighsTheData() {
        BayesLinearRegressionResult result = fit(
                column(X),
                Y,
                new CoefficientPrior(new Numbers(new double[] {1, -3}), new PriorScale(1e12, null), null, 1.0, 1.0),
                null);
        assertThat(result.posterior().mean()).containsExactly(new double[] {1, -3}, within(1e-8));
    }
}
