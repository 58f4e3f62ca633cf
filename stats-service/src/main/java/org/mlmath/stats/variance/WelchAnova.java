package org.mlmath.stats.variance;

import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.distribution.FisherF;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * Welch's analysis of variance, with weights wᵢ = nᵢ/sᵢ² and W = Σwᵢ: F = Σwᵢ(x̄ᵢ − x̄_w)²/(k − 1) / (1 + 2(k − 2)Λ/(k² − 1)) with Λ =
 * Σ(1 − wᵢ/W)²/(nᵢ − 1) and denominator degrees of freedom (k² − 1)/(3Λ). Source: B. L. Welch, Biometrika 38 (1951), 330-336; R's
 * oneway.test.
 */
final class WelchAnova {
    private WelchAnova() {}

    static TestResult test(WelchAnovaRequest request) {
        TestQuestion question = request.question();
        Groups groups = Groups.of(request.groups(), request.missing(), 2);
        int k = groups.count();
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < k; i++) {
            SampleStatistics group = groups.statistics().get(i);
            if (!(group.standardDeviation() > 0)) {
                throw new InsufficientDataException(
                                "All observations of this group are equal, so they do not show how much its mean varies.")
                        .at("/groups/" + i);
            }
            smallest = Math.min(smallest, group.standardError());
        }
        // Weights relative to the largest one neither over- nor underflow.
        double[] weights = new double[k];
        double total = 0;
        for (int i = 0; i < k; i++) {
            double ratio = smallest / groups.statistics().get(i).standardError();
            weights[i] = ratio * ratio;
            total += weights[i];
        }
        CompensatedSum centre = new CompensatedSum();
        for (int i = 0; i < k; i++) {
            centre.add(weights[i] / total * (groups.offset(i) / smallest));
        }
        CompensatedSum squares = new CompensatedSum();
        double lambda = 0;
        for (int i = 0; i < k; i++) {
            double distance = groups.offset(i) / smallest - centre.value();
            squares.add(weights[i] * distance * distance);
            double share = 1 - weights[i] / total;
            lambda += share * share / (groups.size(i) - 1);
        }
        double numerator = k - 1.0;
        double spread = k * (double) k - 1;
        double denominator = spread / (3 * lambda);
        double statistic = squares.value() / numerator / (1 + 2 * (k - 2) * lambda / spread);
        TestOutcome outcome = new TestOutcome(question).statistic("F", statistic);
        double pValue = new FisherF(numerator, denominator).tails(statistic).upper();
        outcome.pValue(pValue)
                .degreesOfFreedom(numerator, denominator)
                .effectSize(Decomposition.etaSquared(
                        "eta-squared", statistic, numerator, denominator, numerator + denominator + 1, question))
                .assume(Assumptions.independence("Observations, within and between the groups,"))
                .assume(groups.normality())
                .convention("variances", "each group's own, as R's oneway.test by default")
                .convention(
                        "effectSize",
                        "η² that F and its degrees of freedom amount to, with the interval of the noncentral F distribution; unbiased is ω²")
                .diagnostics(TestDiagnostics.of("welch", false))
                .claim(new Claim(
                        "the means are not all equal", "they are equal", "Were they equal", "an F at least as large"))
                .warn(groups.warnings());
        if (question.explain()) {
            outcome.working(Working.of(
                            "H₀: all means are equal. The alternative: some differ.",
                            "H_0: \\mu_1 = \\dots = \\mu_{%d}".formatted(k))
                    .add(
                            "weights",
                            "Weights",
                            "A group's mean counts the more the less it varies; here as shares.",
                            "\\frac{w_i}{W},\\quad w_i = \\frac{n_i}{s_i^2},\\quad W = \\sum_i w_i",
                            shares(weights, total))
                    .add(
                            "correction",
                            "What unequal weights cost",
                            "The share of each weight that is missing to all of them, beside its degrees of freedom.",
                            "\\Lambda = \\sum_i \\frac{(1 - w_i/W)^2}{n_i - 1} = " + Words.latex(lambda),
                            lambda)
                    .statistic(
                            "The weighted squared distances of the means from their weighted mean.",
                            "F = \\frac{\\sum_i w_i(\\bar x_i - \\bar x_w)^2/(k-1)}{1 + 2(k-2)\\Lambda/(k^2-1)} = "
                                    + Words.latex(statistic),
                            statistic)
                    .add(
                            "degrees-of-freedom",
                            "Degrees of freedom",
                            "Those of the denominator are not an integer.",
                            "\\nu_1 = k - 1 = %s, \\quad \\nu_2 = \\frac{k^2-1}{3\\Lambda} = %s"
                                    .formatted(Words.latex(numerator), Words.latex(denominator)),
                            new double[] {numerator, denominator})
                    .pValue(
                            "The probability, were H₀ true, of an F at least as large.",
                            "P(F_{\\nu_1,\\,\\nu_2} \\ge %s)".formatted(Words.latex(statistic)),
                            pValue));
        }
        return outcome.result();
    }

    private static double[] shares(double[] weights, double total) {
        double[] shares = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            shares[i] = weights[i] / total;
        }
        return shares;
    }
}
