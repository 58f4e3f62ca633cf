package org.mlmath.stats.interval;

import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.distribution.FisherF;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * Intervals of normal populations' variances: [(n − 1)s²/χ²_{1−α/2}, (n − 1)s²/χ²_{α/2}], its square root for the standard deviation, and
 * of the ratio of two by quantiles of F.
 */
final class VarianceIntervals {
    private VarianceIntervals() {}

    static ConfidenceIntervalResult variance(VarianceIntervalRequest request) {
        return ofOne(request.data(), request.missing(), request.question(), true);
    }

    static ConfidenceIntervalResult standardDeviation(StandardDeviationIntervalRequest request) {
        return ofOne(request.data(), request.missing(), request.question(), false);
    }

    private static ConfidenceIntervalResult ofOne(
            SampleOrSummary data, MissingValues missing, IntervalQuestion question, boolean squared) {
        SampleStatistics sample = SampleStatistics.of(data, "/data", missing, 2);
        requireVariation(sample);
        double degrees = sample.size() - 1;
        ChiSquare reference = new ChiSquare(degrees);
        double high = reference.quantile(question.above());
        double low = reference.quantile(question.below());
        double s = sample.standardDeviation();
        double lower = s * Math.sqrt(degrees / high);
        double upper = s * Math.sqrt(degrees / low);
        IntervalOutcome outcome = new IntervalOutcome(question, squared ? "The variance" : "The standard deviation")
                .estimate(defined(squared ? s * s : s))
                .degreesOfFreedom(degrees)
                .method("chi-square", true)
                .assume(Assumptions.independence("Observations"))
                .convention("standardDeviation", "divisor n - 1")
                .warn(sample.warnings())
                .step(
                        "estimate",
                        "Sample variance",
                        "The squared distances from the mean over n - 1.",
                        "s^2 = %s^2,\\quad \\nu = n - 1 = %s".formatted(Words.latex(s), Words.latex(degrees)),
                        defined(s * s))
                .step(
                        "quantile",
                        "Quantiles",
                        "In normal samples (n - 1)s²/σ² has a chi-square distribution; it lies between these with the level's probability.",
                        "\\chi^2_{\\mathrm{low}} = %s,\\quad \\chi^2_{\\mathrm{high}} = %s"
                                .formatted(Words.latex(low), Words.latex(high)),
                        new double[] {low, high});
        assumeNormality(outcome, Assumptions.normality(sample, "the observations"));
        String formula =
                "\\left[\\frac{(n-1)s^2}{\\chi^2_{\\mathrm{high}}},\\ \\frac{(n-1)s^2}{\\chi^2_{\\mathrm{low}}}\\right]";
        return squared
                ? outcome.between(defined(lower * lower), defined(upper * upper), formula)
                : outcome.between(lower, upper, "\\sqrt{" + formula + "}");
    }

    static ConfidenceIntervalResult ratio(VarianceRatioIntervalRequest request) {
        IntervalQuestion question = request.question();
        SampleStatistics a = SampleStatistics.of(request.a(), "/a", request.missing(), 2);
        SampleStatistics b = SampleStatistics.of(request.b(), "/b", request.missing(), 2);
        requireVariation(a);
        requireVariation(b);
        double root = a.standardDeviation() / b.standardDeviation();
        double ratio = defined(root * root);
        FisherF reference = new FisherF(a.size() - 1, b.size() - 1);
        double high = reference.quantile(question.above());
        double low = reference.quantile(question.below());
        IntervalOutcome outcome = new IntervalOutcome(question, "The variance of a over that of b")
                .estimate(ratio)
                .method("f", true)
                .assume(Assumptions.independence("Observations, within and between the samples,"))
                .convention("estimate", "variance of a over variance of b, divisors n - 1")
                .warn(a.warnings())
                .warn(b.warnings())
                .step(
                        "estimate",
                        "Ratio of the sample variances",
                        "Each with divisor n - 1.",
                        "\\frac{s_a^2}{s_b^2} = \\frac{%s^2}{%s^2} = %s"
                                .formatted(
                                        Words.latex(a.standardDeviation()),
                                        Words.latex(b.standardDeviation()),
                                        Words.latex(ratio)),
                        ratio)
                .step(
                        "quantile",
                        "Quantiles",
                        "In normal samples the ratio over that of the populations has an F distribution.",
                        "F_{\\mathrm{low}} = %s,\\quad F_{\\mathrm{high}} = %s"
                                .formatted(Words.latex(low), Words.latex(high)),
                        new Interval(low, high));
        assumeNormality(outcome, Assumptions.normality(a, "sample a"));
        assumeNormality(outcome, Assumptions.normality(b, "sample b"));
        return outcome.between(
                ratio / high,
                ratio / low,
                "\\left[\\frac{s_a^2/s_b^2}{F_{\\mathrm{high}}},\\ \\frac{s_a^2/s_b^2}{F_{\\mathrm{low}}}\\right]");
    }

    private static double defined(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static void assumeNormality(IntervalOutcome outcome, Assumption normality) {
        outcome.assume(normality);
        if (Boolean.FALSE.equals(normality.plausible())) {
            outcome.warn(
                    "non-normal",
                    normality.finding() + " An interval of variances needs normality in samples of any size.");
        }
    }

    private static void requireVariation(SampleStatistics sample) {
        if (!(sample.standardDeviation() > 0)) {
            throw new InsufficientDataException("All observations are equal: no normal population has variance 0.")
                    .at(sample.pointer());
        }
    }
}
