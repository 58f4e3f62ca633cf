package org.mlmath.stats.mean;

import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * The z test of a mean, or of the difference of two, where the standard deviations of the populations are known.
 *
 * <p>z = (estimate − null value) / √(σ²/n), for two samples √(σₐ²/nₐ + σ_b²/n_b). One observation is enough, and observations may all be
 * equal. Effect size: d = (estimate − null value)/σ, for two samples in units of √((σₐ² + σ_b²)/2), its interval that of the estimate in
 * the same unit.
 */
final class NormalTest {
    private static final Normal STANDARD = new Normal(0, 1);

    private NormalTest() {}

    static TestResult oneSample(NormalOneSampleRequest request) {
        TestQuestion question = request.question();
        double sigma = positive(request.standardDeviation(), "/standardDeviation");
        SampleStatistics sample = SampleStatistics.of(request.data(), "/data", request.missing(), 1);
        double error = sigma / Math.sqrt(sample.size());
        Working working = null;
        if (question.explain()) {
            working = Working.about("the mean", "\\mu", question)
                    .add(
                            "standard-error",
                            "Standard error",
                            "How far the mean of so many observations usually lies from the population's.",
                            "\\mathrm{SE} = \\frac{\\sigma}{\\sqrt n} = \\frac{%s}{\\sqrt{%s}} = %s"
                                    .formatted(Words.latex(sigma), Words.latex(sample.size()), Words.latex(error)),
                            error)
                    .statistic(
                            "The distance of the mean from its null value, in standard errors.",
                            "z = \\frac{\\bar x - \\mu_0}{\\mathrm{SE}} = \\frac{%s - %s}{%s}"
                                    .formatted(
                                            Words.latex(sample.mean()),
                                            Words.bracketed(question.nullValue()),
                                            Words.latex(error)),
                            sample.meanMinus(question.nullValue()) / error);
        }
        return outcome(
                        question,
                        "the mean",
                        sample.mean(),
                        sample.meanMinus(question.nullValue()),
                        error,
                        sigma,
                        working)
                .assume(Assumptions.independence("Observations"))
                .assume(Assumptions.normality(sample, "the observations"))
                .assume(knownDeviation(sample, sigma, "the observations"))
                .convention("effectSize", "Cohen's d: (mean - nullValue) / standardDeviation")
                .warn(sample.warnings())
                .diagnostics(TestDiagnostics.of("normal", true))
                .result();
    }

    static TestResult twoSample(NormalTwoSampleRequest request) {
        TestQuestion question = request.question();
        boolean known = request.standardDeviationA() != null && request.standardDeviationB() != null;
        SampleStatistics a =
                SampleStatistics.of(request.a(), "/a", request.missing(), request.standardDeviationA() == null ? 2 : 1);
        SampleStatistics b =
                SampleStatistics.of(request.b(), "/b", request.missing(), request.standardDeviationB() == null ? 2 : 1);
        double sigmaA = deviation(request.standardDeviationA(), a, "/standardDeviationA");
        double sigmaB = deviation(request.standardDeviationB(), b, "/standardDeviationB");
        double error = Math.hypot(sigmaA / Math.sqrt(a.size()), sigmaB / Math.sqrt(b.size()));
        if (error == 0) {
            throw new InsufficientDataException(
                            "All observations of both samples are equal, so they do not show how much the means vary.")
                    .at("/a");
        }
        double difference = a.meanMinus(b, question.nullValue());
        Working working = null;
        if (question.explain()) {
            working = Working.about(TTestWords.TWO_SAMPLE.parameter(), TTestWords.TWO_SAMPLE.symbol(), question)
                    .add(
                            "standard-error",
                            "Standard error",
                            "How far the difference of the means usually lies from the populations'.",
                            "\\mathrm{SE} = \\sqrt{\\frac{\\sigma_a^2}{n_a} + \\frac{\\sigma_b^2}{n_b}} = \\sqrt{\\frac{%s^2}{%s} + \\frac{%s^2}{%s}} = %s"
                                    .formatted(
                                            Words.latex(sigmaA),
                                            Words.latex(a.size()),
                                            Words.latex(sigmaB),
                                            Words.latex(b.size()),
                                            Words.latex(error)),
                            error)
                    .statistic(
                            "The distance of the difference from its null value, in standard errors.",
                            "z = \\frac{\\bar a - \\bar b - \\delta_0}{\\mathrm{SE}} = \\frac{%s - %s - %s}{%s}"
                                    .formatted(
                                            Words.latex(a.mean()),
                                            Words.bracketed(b.mean()),
                                            Words.bracketed(question.nullValue()),
                                            Words.latex(error)),
                            difference / error);
        }
        TestOutcome outcome = outcome(
                        question,
                        TTestWords.TWO_SAMPLE.parameter(),
                        a.meanMinus(b, 0),
                        difference,
                        error,
                        Math.hypot(sigmaA, sigmaB) * Math.sqrt(0.5),
                        working)
                .assume(Assumptions.independence("Observations, within and between the samples,"))
                .assume(Assumptions.normality(a, "sample a"))
                .assume(Assumptions.normality(b, "sample b"))
                .convention("estimate", "mean of a minus mean of b")
                .convention("effectSize", "Cohen's d in units of the root of the mean of the two variances")
                .convention(
                        "standardDeviation",
                        known ? "as given" : "that of the sample (divisor n - 1) where none is given")
                .warn(a.warnings())
                .warn(b.warnings())
                .diagnostics(TestDiagnostics.of("normal", known));
        if (request.standardDeviationA() != null) {
            outcome.assume(knownDeviation(a, sigmaA, "sample a"));
        }
        if (request.standardDeviationB() != null) {
            outcome.assume(knownDeviation(b, sigmaB, "sample b"));
        }
        return outcome.result();
    }

    private static TestOutcome outcome(
            TestQuestion question,
            String parameter,
            double estimate,
            double difference,
            double error,
            double unit,
            Working working) {
        if (!Double.isFinite(error)) {
            throw new DomainException("The standard error is larger than the largest double: scale the data.");
        }
        double z = difference / error;
        double reach = STANDARD.quantile(question.outsideAbove()) * error;
        double pValue = question.pValue(STANDARD.tails(z));
        if (working != null) {
            working.tail(question, "Z", z, pValue, "the standard normal distribution");
        }
        return new TestOutcome(question)
                .statistic("z", z)
                .pValue(pValue)
                .estimate(estimate)
                .standardError(error)
                .interval(question.interval(estimate - reach, estimate + reach))
                .effectSize(new EffectSize(
                        "cohens-d",
                        difference / unit,
                        question.interval((difference - reach) / unit, (difference + reach) / unit)))
                .claim(Claim.about(parameter, question, "a z at least as extreme"))
                .working(working);
    }

    private static double deviation(Double given, SampleStatistics sample, String pointer) {
        return given == null ? sample.standardDeviation() : positive(given, pointer);
    }

    private static double positive(double deviation, String pointer) {
        if (!(deviation > 0)) {
            throw new InvalidParameterException(
                            "The standard deviation must be positive, but is %s.".formatted(Words.exact(deviation)))
                    .at(pointer);
        }
        return deviation;
    }

    /** The sample's variance against the one that is said to be known. */
    private static Assumption knownDeviation(SampleStatistics sample, double sigma, String of) {
        if (sample.size() < 2) {
            return new Assumption(
                    "known-standard-deviation",
                    null,
                    "A single observation says nothing about the standard deviation.");
        }
        double ratio = sample.standardDeviation() / sigma;
        double degrees = sample.size() - 1;
        double p = TestQuestion.of(null, null).pValue(new ChiSquare(degrees).tails(degrees * ratio * ratio));
        return new Assumption(
                "known-standard-deviation",
                p >= 0.01,
                "The standard deviation of %s is %s times the one given (chi-square test, p = %s)."
                        .formatted(of, Words.number(ratio), Words.number(p)));
    }
}
