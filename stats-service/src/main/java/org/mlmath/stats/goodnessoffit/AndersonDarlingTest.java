package org.mlmath.stats.goodnessoffit;

import java.util.Arrays;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.goodnessoffit.AndersonDarling;
import org.mlmath.numerics.special.Tails;
import org.mlmath.stats.distribution.DistributionChoice;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Sample;
import org.mlmath.stats.number.Words;

/**
 * The Anderson-Darling test of a continuous distribution, known in advance or, normal and exponential, with parameters estimated from
 * the data. The statistic is A² as it is; adjustments for the size of the sample are in the p-value only.
 */
final class AndersonDarlingTest {
    private static final DistributionChoice ESTIMATED_NORMAL = new DistributionChoice("normal", null);

    private AndersonDarlingTest() {}

    static TestResult of(AndersonDarlingRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        DistributionChoice hypothesis = request.distribution() == null ? ESTIMATED_NORMAL : request.distribution();
        boolean exponential = hypothesis.family("/distribution").name().equals("exponential");
        boolean normal = hypothesis.family("/distribution").name().equals("normal");
        if (hypothesis.estimated() && !normal && !exponential) {
            throw new InvalidParameterException(
                            "With parameters estimated from the data the distribution of A² is known here for normal and exponential only: give the parameters of %s."
                                    .formatted(hypothesis.name()))
                    .at("/distribution/parameters");
        }
        Sample sample = Sample.of(request.data(), "/data", request.missing(), hypothesis.estimated() ? 2 : 1);
        ContinuousFit fit = ContinuousFit.of(hypothesis, sample, deadline);
        fit.requireContinuous();
        double[] sorted = sample.values().clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        Tails[] tails = new Tails[n];
        for (int i = 0; i < n; i++) {
            tails[i] = fit.distribution().tails(sorted[i]);
        }
        if (tails[0].lower() == 0 && Double.isInfinite(tails[0].logLower())
                || tails[n - 1].upper() == 0 && Double.isInfinite(tails[n - 1].logUpper())) {
            throw new DomainException(
                            "An observation lies outside the support of %s: A² is infinite, and the data cannot come from it."
                                    .formatted(fit.description()))
                    .at("/data");
        }
        double statistic = AndersonDarling.statistic(tails);
        double pValue = !fit.estimated()
                ? AndersonDarling.pValue(n, statistic)
                : normal
                        ? AndersonDarling.pValueOfEstimatedNormal(n, statistic)
                        : AndersonDarling.pValueOfEstimatedExponential(n, statistic);
        TestOutcome outcome = new TestOutcome(question)
                .statistic("A²", statistic)
                .pValue(pValue)
                .claim(new Claim(
                        fit.estimated()
                                ? "their distribution differs from " + hypothesis.name()
                                : "their distribution differs from " + fit.description(),
                        fit.estimated() ? "it is " + hypothesis.name() : "they come from it",
                        fit.estimated() ? "Were it " + hypothesis.name() : "Did they come from it",
                        "an A² at least as large"))
                .assume(Assumptions.independence("Observations"))
                .convention(
                        "statistic",
                        "A² unadjusted, as SciPy and nortest; Stephens' adjustment for estimated parameters is in the p-value only")
                .convention("distribution", fit.description() + (fit.estimated() ? ", estimated from the data" : ""))
                .diagnostics(TestDiagnostics.of(fit.estimated() ? "stephens" : "anderson-darling", false)
                        .withErrorBound(fit.estimated() ? 0.05 : 1e-3))
                .warn(sample.warnings());
        fit.mentionEstimates(outcome, sample);
        if (fit.estimated() && statistic > AndersonDarling.FITTED_UP_TO) {
            outcome.warn(new Warning(
                    "p-value-bound",
                    "A² is beyond what the approximation was made for: the p-value is at most the one given.",
                    "/pValue"));
        }
        if (question.explain()) {
            Working working = Working.of(
                    "H₀: the data come from the distribution %s. The alternative: they do not."
                            .formatted(fit.description()),
                    "H_0: X \\sim F");
            working.statistic(
                    "The squared distance of the empirical distribution function from F, weighted by 1/(F(1 - F)), so that the tails count.",
                    "A^2 = -n - \\frac1n\\sum_{i=1}^{n}(2i-1)\\left[\\ln F(x_{(i)}) + \\ln(1 - F(x_{(n+1-i)}))\\right] = %s"
                            .formatted(Words.latex(statistic)),
                    statistic);
            outcome.working(working.pValue(
                    "The probability, were H₀ true, of an A² at least as large.",
                    "P(A^2 \\ge %s)".formatted(Words.latex(statistic)),
                    pValue));
        }
        return outcome.result();
    }
}
