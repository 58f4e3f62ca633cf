package org.mlmath.stats.variance;

import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.distribution.FisherF;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * The chi-square test of a variance, (n − 1)s²/σ₀², and the F test of the ratio of two, (s_a²/s_b²)/ρ₀ (R's var.test). Both intervals hold
 * just the values that are not rejected. Neither forgives a population that is not normal, however large the sample.
 */
final class VarianceTest {
    private VarianceTest() {}

    static TestResult oneSample(VarianceOneSampleRequest request) {
        TestQuestion question = request.question();
        requirePositive(question.nullValue());
        SampleStatistics sample = SampleStatistics.of(request.data(), "/data", request.missing(), 2);
        requireVariation(sample);
        double degrees = sample.size() - 1;
        double variance = square(sample.standardDeviation());
        double ratio = square(sample.standardDeviation() / Math.sqrt(question.nullValue()));
        double statistic = degrees * ratio;
        ChiSquare reference = new ChiSquare(degrees);
        double pValue = question.pValue(reference.tails(statistic));
        double lower = degrees / reference.quantile(question.outsideAbove());
        double upper = degrees / reference.quantile(question.outsideBelow());
        TestOutcome outcome = new TestOutcome(question)
                .statistic("chi-square", statistic)
                .pValue(pValue)
                .degreesOfFreedom(degrees)
                .estimate(variance)
                .interval(question.interval(lower * variance, upper * variance, 0, Double.POSITIVE_INFINITY))
                .effectSize(new EffectSize(
                        "variance-ratio",
                        ratio,
                        question.interval(lower * ratio, upper * ratio, 0, Double.POSITIVE_INFINITY)))
                .assume(Assumptions.independence("Observations"))
                .convention("estimate", "the variance, divisor n - 1")
                .convention("pValue", "two-sided: twice the smaller tail")
                .convention("effectSize", "the variance over its null value")
                .diagnostics(TestDiagnostics.of("chi-square", true))
                .claim(Claim.about("the variance", question, "a variance at least as far from it"))
                .warn(sample.warnings());
        assumeNormality(outcome, Assumptions.normality(sample, "the observations"));
        if (question.explain()) {
            outcome.working(Working.about("the variance", "\\sigma^2", question)
                    .add(
                            "estimate",
                            "Sample variance",
                            "The squared distances from the mean over n - 1.",
                            "s^2 = %s^2 = %s".formatted(Words.latex(sample.standardDeviation()), Words.latex(variance)),
                            variance)
                    .statistic(
                            "Were H₀ true, this would have a chi-square distribution with n - 1 degrees of freedom.",
                            "\\chi^2 = \\frac{(n-1)s^2}{\\sigma_0^2} = \\frac{%s \\cdot %s}{%s} = %s"
                                    .formatted(
                                            Words.latex(degrees),
                                            Words.latex(variance),
                                            Words.latex(question.nullValue()),
                                            Words.latex(statistic)),
                            statistic)
                    .pValue(
                            "The probability, were H₀ true, of a statistic at least as extreme (two-sided: twice the smaller tail).",
                            tail("\\chi^2_{%s}".formatted(Words.latex(degrees)), statistic, question),
                            pValue));
        }
        return outcome.result();
    }

    static TestResult ratio(VarianceRatioRequest request) {
        TestQuestion question = request.question();
        requirePositive(question.nullValue());
        SampleStatistics a = SampleStatistics.of(request.a(), "/a", request.missing(), 2);
        SampleStatistics b = SampleStatistics.of(request.b(), "/b", request.missing(), 2);
        requireVariation(a);
        requireVariation(b);
        double estimate = square(a.standardDeviation() / b.standardDeviation());
        double statistic = square(a.standardDeviation() / b.standardDeviation() / Math.sqrt(question.nullValue()));
        double numerator = a.size() - 1;
        double denominator = b.size() - 1;
        FisherF reference = new FisherF(numerator, denominator);
        double pValue = question.pValue(reference.tails(statistic));
        double lower = 1 / reference.quantile(question.outsideAbove());
        double upper = 1 / reference.quantile(question.outsideBelow());
        Interval interval = question.interval(lower * estimate, upper * estimate, 0, Double.POSITIVE_INFINITY);
        TestOutcome outcome = new TestOutcome(question)
                .statistic("F", statistic)
                .pValue(pValue)
                .degreesOfFreedom(numerator, denominator)
                .estimate(estimate)
                .interval(interval)
                .effectSize(new EffectSize("variance-ratio", estimate, interval))
                .assume(Assumptions.independence("Observations, within and between the samples,"))
                .convention("estimate", "variance of a over variance of b, divisors n - 1")
                .convention("pValue", "two-sided: twice the smaller tail, as in R")
                .diagnostics(TestDiagnostics.of("f", true))
                .claim(Claim.about("the variance of a over that of b", question, "a ratio at least as far from it"))
                .warn(a.warnings())
                .warn(b.warnings());
        assumeNormality(outcome, Assumptions.normality(a, "sample a"), Assumptions.normality(b, "sample b"));
        if (question.explain()) {
            outcome.working(Working.about("the variance of a over that of b", "\\sigma_a^2/\\sigma_b^2", question)
                    .statistic(
                            "The ratio of the sample variances over that of the null hypothesis.",
                            "F = \\frac{s_a^2/s_b^2}{\\rho_0} = \\frac{%s^2/%s^2}{%s} = %s"
                                    .formatted(
                                            Words.latex(a.standardDeviation()),
                                            Words.latex(b.standardDeviation()),
                                            Words.latex(question.nullValue()),
                                            Words.latex(statistic)),
                            statistic)
                    .add(
                            "degrees-of-freedom",
                            "Degrees of freedom",
                            "One observation of each sample is used up by its mean.",
                            "\\nu_a = %s,\\quad \\nu_b = %s"
                                    .formatted(Words.latex(numerator), Words.latex(denominator)),
                            new double[] {numerator, denominator})
                    .pValue(
                            "The probability, were H₀ true, of an F at least as extreme (two-sided: twice the smaller tail).",
                            tail("F_{\\nu_a,\\,\\nu_b}", statistic, question),
                            pValue));
        }
        return outcome.result();
    }

    private static String tail(String variable, double statistic, TestQuestion question) {
        String value = Words.latex(statistic);
        return switch (question.alternative()) {
            case LESS -> "P(%s \\le %s)".formatted(variable, value);
            case GREATER -> "P(%s \\ge %s)".formatted(variable, value);
            case TWO_SIDED -> "2\\min\\{P(%s \\le %s),\\ P(%s \\ge %s)\\}".formatted(variable, value, variable, value);
        };
    }

    private static void assumeNormality(TestOutcome outcome, Assumption... normality) {
        for (Assumption assumption : normality) {
            outcome.assume(assumption);
            if (Boolean.FALSE.equals(assumption.plausible())) {
                outcome.warn(new Warning(
                        "non-normal",
                        "%s A test of variances needs normality in samples of any size; levene does not."
                                .formatted(assumption.finding())));
            }
        }
    }

    private static double square(double x) {
        return x * x;
    }

    private static void requirePositive(double nullValue) {
        if (!(nullValue > 0)) {
            throw new InvalidParameterException(
                            "nullValue must be positive here, but is %s.".formatted(Words.exact(nullValue)))
                    .at("/nullValue");
        }
    }

    private static void requireVariation(SampleStatistics sample) {
        if (!(sample.standardDeviation() > 0)) {
            throw new InsufficientDataException("All observations are equal: no normal population has variance 0.")
                    .at(sample.pointer());
        }
        if (!Double.isFinite(sample.standardDeviation())) {
            throw new DomainException("The standard deviation is larger than the largest double: scale the data.")
                    .at(sample.pointer());
        }
    }
}
