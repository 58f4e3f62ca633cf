package org.mlmath.stats.interval;

import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.number.PairedObservations;
import org.mlmath.stats.number.SampleOrSummary;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * Intervals of means: x̄ ± t·s/√n; of a difference x̄_a − x̄_b ± t·SE, with Welch and Satterthwaite's degrees of freedom or pooled; of the
 * mean of m observations to come x̄ ± t·s·√(1/m + 1/n). Observations that are all equal leave an interval of one point, which is said.
 */
final class MeanIntervals {
    private MeanIntervals() {}

    static ConfidenceIntervalResult mean(MeanIntervalRequest request) {
        IntervalQuestion question = request.question();
        Double sigma = request.standardDeviation();
        if (sigma != null && !(sigma > 0)) {
            throw new InvalidParameterException("The standard deviation must be positive.").at("/standardDeviation");
        }
        SampleStatistics sample =
                SampleStatistics.of(request.data(), "/data", request.missing(), sigma == null ? 2 : 1);
        IntervalOutcome outcome = new IntervalOutcome(question, "The mean")
                .assume(Assumptions.independence("Observations"))
                .assume(Assumptions.normality(sample, "the observations"));
        if (sigma == null) {
            return ofOne(sample, question, outcome, "\\bar x", "s");
        }
        double error = sigma / Math.sqrt(sample.size());
        double z = new Normal(0, 1).quantile(question.above());
        outcome.estimate(sample.mean())
                .standardError(error)
                .method("normal", true)
                .warn(sample.warnings())
                .step(
                        "standard-error",
                        "Standard error",
                        "How far the mean of so many observations usually lies from the population's.",
                        "\\mathrm{SE} = \\frac{\\sigma}{\\sqrt n} = " + Words.latex(error),
                        error)
                .step(
                        "quantile",
                        "Quantile",
                        "What a standard normal variable exceeds on either side.",
                        "z = " + Words.latex(z),
                        z);
        return outcome.between(sample.mean() - z * error, sample.mean() + z * error, "\\bar x \\pm z\\,\\mathrm{SE}");
    }

    static ConfidenceIntervalResult paired(PairedDifferenceIntervalRequest request) {
        IntervalQuestion question = request.question();
        boolean pairs = request.a() != null && request.b() != null && request.data() == null;
        boolean differences = request.a() == null && request.b() == null && request.data() != null;
        if (!pairs && !differences) {
            String pointer = request.data() != null ? "/data" : request.a() == null ? "/a" : "/b";
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    pointer,
                    "give a and b, or the differences as data and neither a nor b");
        }
        SampleStatistics sample;
        if (differences) {
            sample = SampleStatistics.of(request.data(), "/data", request.missing(), 2);
        } else {
            PairedObservations observed = PairedObservations.of(
                    observations(request.a(), "/a"), observations(request.b(), "/b"), request.missing());
            sample = SampleStatistics.of(observed.differences(), "/a", observed.warnings(), 2);
        }
        IntervalOutcome outcome = new IntervalOutcome(question, "The mean difference a - b")
                .assume(Assumptions.independence("Differences"))
                .assume(Assumptions.normality(sample, "the differences"));
        return ofOne(sample, question, outcome, "\\bar d", "s_d");
    }

    private static double[] observations(SampleOrSummary sample, String pointer) {
        if (sample.observations() == null) {
            throw new InvalidParameterException(
                            "The summaries of a and b do not determine their differences: give the observations, or the summary of the differences as data.")
                    .at(pointer);
        }
        return sample.observations();
    }

    private static ConfidenceIntervalResult ofOne(
            SampleStatistics sample,
            IntervalQuestion question,
            IntervalOutcome outcome,
            String mean,
            String deviation) {
        double degrees = sample.size() - 1;
        double error = sample.standardError();
        double t = new StudentT(degrees).quantile(question.above());
        warnOfConstancy(error, outcome);
        outcome.estimate(sample.mean())
                .standardError(error)
                .degreesOfFreedom(degrees)
                .method("student-t", true)
                .convention("standardDeviation", "divisor n - 1")
                .warn(sample.warnings())
                .step(
                        "standard-error",
                        "Standard error",
                        "How far the mean of so many observations usually lies from the population's.",
                        "\\mathrm{SE} = \\frac{%s}{\\sqrt n} = \\frac{%s}{\\sqrt{%s}} = %s"
                                .formatted(
                                        deviation,
                                        Words.latex(sample.standardDeviation()),
                                        Words.latex(sample.size()),
                                        Words.latex(error)),
                        error)
                .step(
                        "quantile",
                        "Quantile",
                        "The mean's distance from the population's, in standard errors, follows Student's distribution; this is what it exceeds on either side with half of what may lie outside.",
                        "t_{%s,\\,%s} = %s"
                                .formatted(Words.latex(degrees), Words.latex(1 - question.outside()), Words.latex(t)),
                        t);
        return outcome.between(sample.mean() - t * error, sample.mean() + t * error, mean + " \\pm t\\,\\mathrm{SE}");
    }

    static ConfidenceIntervalResult difference(MeanDifferenceIntervalRequest request) {
        IntervalQuestion question = request.question();
        boolean pooled = Boolean.TRUE.equals(request.equalVariances());
        SampleStatistics a = SampleStatistics.of(request.a(), "/a", request.missing(), pooled ? 1 : 2);
        SampleStatistics b = SampleStatistics.of(request.b(), "/b", request.missing(), pooled ? 1 : 2);
        if (a.size() + b.size() < 3) {
            throw new InsufficientDataException("With one observation each there is no standard deviation.").at("/a");
        }
        double error;
        double degrees;
        if (pooled) {
            degrees = a.size() + b.size() - 2;
            double deviation = Math.hypot(
                            a.standardDeviation() * Math.sqrt(a.size() - 1),
                            b.standardDeviation() * Math.sqrt(b.size() - 1))
                    / Math.sqrt(degrees);
            error = deviation * Math.sqrt(1 / a.size() + 1 / b.size());
        } else {
            error = Math.hypot(a.standardError(), b.standardError());
            double shareA = error == 0 ? 0.5 : a.standardError() / error;
            double shareB = error == 0 ? 0.5 : b.standardError() / error;
            degrees = 1 / (Math.pow(shareA, 4) / (a.size() - 1) + Math.pow(shareB, 4) / (b.size() - 1));
        }
        double t = new StudentT(degrees).quantile(question.above());
        double estimate = a.meanMinus(b, 0);
        IntervalOutcome outcome = new IntervalOutcome(question, "The mean of a minus the mean of b")
                .estimate(estimate)
                .standardError(error)
                .degreesOfFreedom(degrees)
                .method(pooled ? "student-t" : "welch-satterthwaite", pooled)
                .assume(Assumptions.independence("Observations, within and between the samples,"))
                .assume(Assumptions.normality(a, "sample a"))
                .assume(Assumptions.normality(b, "sample b"))
                .convention("estimate", "mean of a minus mean of b")
                .convention("variances", pooled ? "pooled" : "welch, as R by default")
                .warn(a.warnings())
                .warn(b.warnings())
                .step(
                        "standard-error",
                        "Standard error",
                        pooled ? "Both samples estimate the same variance." : "Each sample has a variance of its own.",
                        (pooled
                                        ? "\\mathrm{SE} = s_p\\sqrt{\\frac1{n_a}+\\frac1{n_b}} = "
                                        : "\\mathrm{SE} = \\sqrt{\\frac{s_a^2}{n_a}+\\frac{s_b^2}{n_b}} = ")
                                + Words.latex(error),
                        error)
                .step(
                        "quantile",
                        "Quantile",
                        "What Student's distribution with these degrees of freedom exceeds on either side.",
                        "t_{%s,\\,%s} = %s"
                                .formatted(Words.latex(degrees), Words.latex(1 - question.outside()), Words.latex(t)),
                        t);
        if (pooled && a.size() > 1 && b.size() > 1 && a.standardDeviation() > 0 && b.standardDeviation() > 0) {
            outcome.assume(Assumptions.equalVariances(a, b));
        }
        warnOfConstancy(error, outcome);
        return outcome.between(estimate - t * error, estimate + t * error, "\\bar a - \\bar b \\pm t\\,\\mathrm{SE}");
    }

    static ConfidenceIntervalResult prediction(PredictionIntervalRequest request) {
        IntervalQuestion question = request.question();
        SampleStatistics sample = SampleStatistics.of(request.data(), "/data", request.missing(), 2);
        double degrees = sample.size() - 1;
        double m = request.observations();
        double error = sample.standardDeviation() * Math.sqrt(1 / m + 1 / sample.size());
        double t = new StudentT(degrees).quantile(question.above());
        IntervalOutcome outcome = new IntervalOutcome(
                        question,
                        m == 1
                                ? "The observation to come"
                                : "The mean of %s observations to come".formatted(Words.exact(m)))
                .estimate(sample.mean())
                .standardError(error)
                .degreesOfFreedom(degrees)
                .method("student-t", true)
                .assume(Assumptions.independence("Observations, those to come too,"))
                .assume(Assumptions.normality(sample, "the observations"))
                .convention("standardError", "of the prediction: of what is to come and of the mean together")
                .warn(sample.warnings())
                .step(
                        "standard-error",
                        "Standard error of the prediction",
                        "What is to come varies around the population's mean, and so does the sample's.",
                        "\\mathrm{SE} = s\\sqrt{\\frac1m + \\frac1n} = %s\\sqrt{\\frac1{%s} + \\frac1{%s}} = %s"
                                .formatted(
                                        Words.latex(sample.standardDeviation()),
                                        Words.latex(m),
                                        Words.latex(sample.size()),
                                        Words.latex(error)),
                        error)
                .step("quantile", "Quantile", "Of Student's distribution.", "t = " + Words.latex(t), t);
        warnOfConstancy(error, outcome);
        return outcome.between(sample.mean() - t * error, sample.mean() + t * error, "\\bar x \\pm t\\,\\mathrm{SE}");
    }

    private static void warnOfConstancy(double error, IntervalOutcome outcome) {
        if (error == 0) {
            outcome.warn(
                    "no-variation",
                    "All observations are equal, so the interval is a single point; they say nothing about how much others would vary.");
        }
    }
}
