package org.mlmath.stats.mean;

import java.util.stream.Stream;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.NoncentralT;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.special.GammaRatio;
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
import org.mlmath.stats.number.PairedObservations;
import org.mlmath.stats.number.SampleStatistics;

/**
 * Student's t test of a mean, of the difference of two means (Welch's by default), and of the mean difference of pairs.
 *
 * <p>t = (estimate − null value) / standard error. Degrees of freedom: n − 1; pooled n₁ + n₂ − 2; Welch and Satterthwaite
 * s⁴ / (s₁⁴/(n₁ − 1) + s₂⁴/(n₂ − 1)) with sᵢ² the squared standard errors. The estimate's distance from the null value is computed without
 * cancellation (data of 1e9 with a spread of 1e-3 keep their digits) and all squares are of quotients (data of 1e300 do not overflow).
 * Effect size: Cohen's d with the interval of the noncentral t distribution (G. Cumming and S. Finch, Educ. Psychol. Meas. 61 (2001),
 * 532-574) and Hedges' correction Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2)).
 *
 * <p>Samples without variation are refused: R calls them "essentially constant" and does so too, SciPy answers NaN or an infinite
 * statistic.
 */
public final class StudentTTest {
    /** The interval of the effect size solves for two noncentralities. */
    static final double SECONDS = 6e-4;

    private StudentTTest() {}

    /**
     * What the sample or samples come to.
     *
     * @param difference estimate minus null value
     * @param unit standard deviation in which the effect is measured
     * @param precision what turns the effect size into the noncentrality of t
     * @param effectDegrees degrees of freedom of the unit
     */
    record Comparison(
            double estimate,
            double difference,
            double standardError,
            double degreesOfFreedom,
            double unit,
            double precision,
            double effectDegrees) {}

    static TestResult oneSample(StudentTOneSampleRequest request) {
        TestQuestion question = request.question();
        SampleStatistics sample = SampleStatistics.of(request.data(), "/data", request.missing(), 2);
        return ofOne(sample, question, TTestWords.ONE_SAMPLE);
    }

    static TestResult paired(StudentTPairedRequest request) {
        TestQuestion question = request.question();
        boolean pairs = request.a() != null && request.b() != null && request.data() == null;
        boolean differences = request.a() == null && request.b() == null && request.data() != null;
        if (!pairs && !differences) {
            String pointer = request.data() != null ? "/data" : request.a() == null ? "/a" : "/b";
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    pointer,
                    "give a and b, or the differences as data and neither a nor b");
        }
        SampleStatistics sample =
                differences ? SampleStatistics.of(request.data(), "/data", request.missing(), 2) : differences(request);
        return ofOne(sample, question, TTestWords.PAIRED);
    }

    private static SampleStatistics differences(StudentTPairedRequest request) {
        double[] a = observations(request.a() == null ? null : request.a().observations(), "/a");
        double[] b = observations(request.b() == null ? null : request.b().observations(), "/b");
        PairedObservations pairs = PairedObservations.of(a, b, request.missing());
        return SampleStatistics.of(pairs.differences(), "/a", pairs.warnings(), 2);
    }

    private static double[] observations(double[] observations, String pointer) {
        if (observations == null) {
            throw new InvalidParameterException(
                            "The summaries of a and b do not determine their differences: give the observations, or the summary of the differences as data.")
                    .at(pointer);
        }
        return observations;
    }

    private static TestResult ofOne(SampleStatistics sample, TestQuestion question, TTestWords words) {
        requireVariation(sample.standardDeviation() > 0, sample.pointer());
        double n = sample.size();
        Comparison comparison = new Comparison(
                sample.mean(),
                sample.meanMinus(question.nullValue()),
                sample.standardError(),
                n - 1,
                sample.standardDeviation(),
                Math.sqrt(n),
                n - 1);
        Working working = question.explain() ? TTestSteps.ofOne(sample, comparison, question, words) : null;
        TestOutcome outcome = outcome(comparison, question, words, working)
                .assume(Assumptions.independence(words.observations()))
                .convention("standardDeviation", "divisor n - 1")
                .convention("effectSize", words.effectSize())
                .diagnostics(TestDiagnostics.of("student-t", true))
                .warn(sample.warnings());
        warnOfNonNormality(outcome, Assumptions.normality(sample, words.observationsInText()));
        return outcome.result();
    }

    public static TestResult twoSample(StudentTTwoSampleRequest request) {
        TestQuestion question = request.question();
        boolean pooled = request.equalVariances();
        SampleStatistics a = SampleStatistics.of(request.a(), "/a", request.missing(), pooled ? 1 : 2);
        SampleStatistics b = SampleStatistics.of(request.b(), "/b", request.missing(), pooled ? 1 : 2);
        if (a.size() + b.size() < 3) {
            throw new InsufficientDataException("With one observation each there is no standard deviation.").at("/a");
        }
        requireVariation(a.standardDeviation() > 0 || b.standardDeviation() > 0, "/a");
        Comparison comparison = pooled ? pooled(a, b, question) : welch(a, b, question);
        Working working = question.explain() ? TTestSteps.ofTwo(a, b, pooled, comparison, question) : null;
        TestOutcome outcome = outcome(comparison, question, TTestWords.TWO_SAMPLE, working)
                .assume(Assumptions.independence("Observations, within and between the samples,"))
                .convention("variances", pooled ? "pooled" : "welch")
                .convention("estimate", "mean of a minus mean of b")
                .convention("standardDeviation", "divisor n - 1")
                .convention(
                        "effectSize",
                        "Cohen's d with the pooled standard deviation; its interval takes the variances as equal")
                .diagnostics(TestDiagnostics.of(pooled ? "student-t" : "welch-satterthwaite", pooled))
                .warn(a.warnings())
                .warn(b.warnings());
        warnOfNonNormality(outcome, Assumptions.normality(a, "sample a"), Assumptions.normality(b, "sample b"));
        if (pooled) {
            Assumption equal = Assumptions.equalVariances(a, b);
            outcome.assume(equal);
            if (Boolean.FALSE.equals(equal.plausible())) {
                outcome.warn(new Warning(
                        "unequal-variances",
                        equal.finding() + " equalVariances: false (Welch) does not need them equal.",
                        "/equalVariances"));
            }
        }
        return outcome.result();
    }

    private static Comparison pooled(SampleStatistics a, SampleStatistics b, TestQuestion question) {
        double degrees = a.size() + b.size() - 2;
        double deviation = pooledDeviation(a, b);
        double precision = 1 / Math.sqrt(1 / a.size() + 1 / b.size());
        return new Comparison(
                a.meanMinus(b, 0),
                a.meanMinus(b, question.nullValue()),
                deviation / precision,
                degrees,
                deviation,
                precision,
                degrees);
    }

    private static Comparison welch(SampleStatistics a, SampleStatistics b, TestQuestion question) {
        double error = Math.hypot(a.standardError(), b.standardError());
        double shareOfA = a.standardError() / error;
        double shareOfB = b.standardError() / error;
        double degrees = 1 / (Math.pow(shareOfA, 4) / (a.size() - 1) + Math.pow(shareOfB, 4) / (b.size() - 1));
        return new Comparison(
                a.meanMinus(b, 0),
                a.meanMinus(b, question.nullValue()),
                error,
                degrees,
                pooledDeviation(a, b),
                1 / Math.sqrt(1 / a.size() + 1 / b.size()),
                a.size() + b.size() - 2);
    }

    static double pooledDeviation(SampleStatistics a, SampleStatistics b) {
        return Math.hypot(
                        a.standardDeviation() * Math.sqrt(a.size() - 1),
                        b.standardDeviation() * Math.sqrt(b.size() - 1))
                / Math.sqrt(a.size() + b.size() - 2);
    }

    private static void requireVariation(boolean varies, String pointer) {
        if (!varies) {
            throw new InsufficientDataException(
                            "All observations are equal, so they do not show how much the mean varies: no t statistic exists.")
                    .at(pointer);
        }
    }

    /** What follows from the comparison and the question for all three tests. */
    private static TestOutcome outcome(
            Comparison comparison, TestQuestion question, TTestWords words, Working working) {
        double statistic = comparison.difference() / comparison.standardError();
        if (!Double.isFinite(comparison.standardError())) {
            throw new DomainException("The statistic is larger than the largest double: scale the data.");
        }
        TestOutcome outcome = new TestOutcome(question).statistic("t", statistic);
        StudentT reference = new StudentT(comparison.degreesOfFreedom());
        double pValue = question.pValue(reference.tails(statistic));
        double reach = reference.quantile(question.outsideAbove()) * comparison.standardError();
        if (working != null) {
            working.tail(question, "T_\\nu", statistic, pValue, "the t distribution with these degrees of freedom");
        }
        return outcome.pValue(pValue)
                .degreesOfFreedom(comparison.degreesOfFreedom())
                .estimate(comparison.estimate())
                .standardError(comparison.standardError())
                .interval(question.interval(comparison.estimate() - reach, comparison.estimate() + reach))
                .effectSize(effectSize(comparison, question))
                .claim(Claim.about(words.parameter(), question, "a t at least as extreme"))
                .working(working);
    }

    private static EffectSize effectSize(Comparison comparison, TestQuestion question) {
        double effect = comparison.difference() / comparison.unit();
        double degrees = comparison.effectDegrees();
        Double unbiased = degrees > 1
                ? effect * Math.exp(GammaRatio.logRising(0.5, 0.5 * (degrees - 1)) - 0.5 * Math.log(0.5 * degrees))
                : null;
        return new EffectSize(
                "cohens-d",
                effect,
                standardizedInterval(effect * comparison.precision(), comparison, question),
                unbiased);
    }

    /** The interval of the noncentrality that leaves t = effect · precision within its quantiles, in units of the effect. */
    private static Interval standardizedInterval(double t, Comparison comparison, TestQuestion question) {
        NoncentralT.Noncentralities bounds = new NoncentralT.Noncentralities(comparison.effectDegrees(), t);
        double lower = question.boundedBelow()
                ? bounds.at(question.outsideAbove()) / comparison.precision()
                : Double.NEGATIVE_INFINITY;
        double upper = question.boundedAbove()
                ? bounds.at(question.outsideBelow()) / comparison.precision()
                : Double.POSITIVE_INFINITY;
        return new Interval(lower, upper);
    }

    /** Says so where the observations are few and unlike normal ones. */
    private static void warnOfNonNormality(TestOutcome outcome, Assumption... assumptions) {
        for (Assumption assumption : assumptions) {
            outcome.assume(assumption);
        }
        boolean doubtful = Stream.of(assumptions)
                .anyMatch(assumption -> Boolean.FALSE.equals(assumption.plausible())
                        && assumption.finding().contains("too small"));
        if (doubtful) {
            outcome.warn(
                    new Warning(
                            "non-normal-small-sample",
                            "The observations do not look normal and are few: the p-value may be off. A rank test or a permutation test needs no normality."));
        }
    }
}
