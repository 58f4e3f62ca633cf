package org.mlmath.stats.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.stats.bayes.comparison.ArmComparison;
import org.mlmath.stats.bayes.comparison.BayesAbTestRequest;
import org.mlmath.stats.bayes.comparison.BayesAbTestResult;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.mean.StudentTTest;
import org.mlmath.stats.mean.StudentTTwoSampleRequest;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Successes;
import org.mlmath.stats.number.Words;
import org.mlmath.stats.power.PlannedSize;
import org.mlmath.stats.proportion.BinomialTail;
import org.mlmath.stats.proportion.ProportionBounds;
import org.mlmath.stats.proportion.ProportionTest;
import org.mlmath.stats.proportion.ProportionTwoSampleRequest;

/**
 * An experiment with two arms in one answer. The lift is B − A. Of proportions: the pooled z test, Newcombe's interval of the difference, and
 * that of the ratio from the logarithm with a half added to each count (S. D. Walter, Biometrika 62 (1975), 371-374). Of means: Welch's
 * t test with its interval; the relative lift by the delta method. The split is tested exactly against what was planned.
 */
final class AbTest {
    private static final double ALARM = 0.001;
    private static final Normal STANDARD = new Normal(0, 1);

    private final AbTestRequest request;
    private final TestQuestion question;
    private final Deadline deadline;
    private final List<Warning> warnings = new ArrayList<>();

    private AbTest(AbTestRequest request, Deadline deadline) {
        this.request = request;
        this.question = request.question();
        this.deadline = deadline;
    }

    /** What the two readings of the arms have in common. */
    private record Reading(
            TestResult test,
            Lift lift,
            double sizeA,
            double sizeB,
            double plannedEffect,
            boolean proportions,
            double unit) {}

    static AbTestResult test(AbTestRequest request, Deadline deadline) {
        requireShare(request.power(), "/power");
        requireShare(request.expectedShare(), "/expectedShare");
        return new AbTest(request, deadline).result();
    }

    private static void requireShare(double value, String pointer) {
        if (!(value > 0 && value < 1)) {
            throw new InvalidParameterException("must lie strictly between 0 and 1, but is " + Words.exact(value) + ".")
                    .at(pointer);
        }
    }

    private AbTestResult result() {
        boolean proportions = request.a().canSucceed() && request.b().canSucceed();
        Reading reading = proportions ? ofProportions() : ofMeans();
        BayesAbTestResult bayesian = ArmComparison.compare(
                new BayesAbTestRequest(
                        request.a(),
                        request.b(),
                        null,
                        request.prior(),
                        request.rope(),
                        1 - question.alpha(),
                        request.missing(),
                        false),
                deadline);
        Double required = required(reading);
        SampleRatio ratio = sampleRatio(reading);
        warn(reading, required, ratio);
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("lift", "B - A; relative: B / A - 1");
        conventions.put(
                "interval",
                proportions
                        ? "Newcombe's of the difference; of the ratio from its logarithm, a half added to each count"
                        : "Welch's of the difference; of the ratio by the delta method");
        conventions.put(
                "requiredSampleSize",
                "two-sided at alpha, for the power asked for, of "
                        + (request.minimumEffect() == null ? "the difference observed" : "the minimum effect"));
        conventions.put("sampleRatio", "exact binomial test, alarm below 0.001");
        return new AbTestResult(
                reading.test(),
                reading.lift(),
                bayesian,
                required,
                ratio,
                interpretation(reading, bayesian, required, ratio),
                reading.test().diagnostics(),
                conventions,
                warnings,
                reading.test().steps());
    }

    private Reading ofProportions() {
        Successes.Counted a = request.a().successes().counted("/a", request.missing());
        Successes.Counted b = request.b().successes().counted("/b", request.missing());
        warnings.addAll(a.warnings());
        warnings.addAll(b.warnings());
        TestResult test = ProportionTest.twoSample(new ProportionTwoSampleRequest(
                new Successes(null, new Successes.Counts((long) b.successes(), (long) b.trials())),
                new Successes(null, new Successes.Counts((long) a.successes(), (long) a.trials())),
                true,
                0.0,
                null,
                question.alpha(),
                false,
                null,
                question.explain()));
        Interval ofA = ProportionBounds.wilson(a.successes(), a.trials(), question.outside());
        Interval ofB = ProportionBounds.wilson(b.successes(), b.trials(), question.outside());
        double pA = a.proportion();
        double pB = b.proportion();
        double difference = test.estimate();
        Interval interval = new Interval(
                difference - Math.hypot(pB - ofB.lower(), ofA.upper() - pA),
                difference + Math.hypot(ofB.upper() - pB, pA - ofA.lower()));
        double effect = request.minimumEffect() == null ? difference : request.minimumEffect();
        double goal = pA + effect;
        if (!(goal >= 0 && goal <= 1)) {
            throw new InvalidParameterException("With A at %s this effect would take B to %s, which is no proportion."
                            .formatted(Words.number(pA), Words.number(goal)))
                    .at("/minimumEffect");
        }
        Lift lift = new Lift(difference, interval, pA > 0 ? pB / pA - 1 : null, ratioInterval(a, b));
        return new Reading(test, lift, a.trials(), b.trials(), angle(goal) - angle(pA), true, 1);
    }

    private static double angle(double proportion) {
        return 2 * Math.asin(Math.sqrt(proportion));
    }

    private Interval ratioInterval(Successes.Counted a, Successes.Counted b) {
        double log = Math.log((b.successes() + 0.5) / (b.trials() + 0.5))
                - Math.log((a.successes() + 0.5) / (a.trials() + 0.5));
        double error = Math.sqrt(1 / (b.successes() + 0.5)
                - 1 / (b.trials() + 0.5)
                + 1 / (a.successes() + 0.5)
                - 1 / (a.trials() + 0.5));
        double z = STANDARD.quantile(question.outsideAbove());
        return new Interval(Math.expm1(log - z * error), Math.expm1(log + z * error));
    }

    private Reading ofMeans() {
        SampleStatistics a = SampleStatistics.of(request.a().sample("/a"), "/a", request.missing(), 2);
        SampleStatistics b = SampleStatistics.of(request.b().sample("/b"), "/b", request.missing(), 2);
        requireVariation(a, b);
        TestResult test = StudentTTest.twoSample(new StudentTTwoSampleRequest(
                request.b().sample("/b"),
                request.a().sample("/a"),
                false,
                0.0,
                null,
                question.alpha(),
                request.missing(),
                question.explain()));
        warnings.addAll(a.warnings());
        warnings.addAll(b.warnings());
        double unit = test.estimate() / test.effectSize().value();
        if (test.effectSize().value() == 0) {
            unit = Math.hypot(
                            a.standardDeviation() * Math.sqrt(a.size() - 1),
                            b.standardDeviation() * Math.sqrt(b.size() - 1))
                    / Math.sqrt(a.size() + b.size() - 2);
        }
        double effect = request.minimumEffect() == null ? test.estimate() : request.minimumEffect();
        Double relative = null;
        Interval interval = null;
        double ratio = b.mean() / a.mean();
        double error = Math.hypot(b.standardError() / a.mean(), ratio * (a.standardError() / a.mean()));
        if (a.mean() != 0 && Double.isFinite(error)) {
            double z = STANDARD.quantile(question.outsideAbove());
            relative = test.estimate() / a.mean();
            // Where the mean of A is not clearly apart from 0 the ratio has no interval of this kind.
            interval = Math.abs(a.mean()) > 3 * a.standardError()
                    ? new Interval(relative - z * error, relative + z * error)
                    : null;
        }
        Lift lift = new Lift(test.estimate(), test.confidenceInterval(), relative, interval);
        return new Reading(test, lift, a.size(), b.size(), effect / unit, false, unit);
    }

    /** R's t.test refuses such data too; SciPy answers NaN or infinity. */
    private static void requireVariation(SampleStatistics a, SampleStatistics b) {
        if (a.standardDeviation() == 0 && b.standardDeviation() == 0) {
            double difference = b.meanMinus(a, 0);
            throw new InsufficientDataException(
                            "Neither arm varies: all of A is %s, all of B is %s. The difference in these data is %s exactly, but nothing shows by how much other samples would differ, so there is neither a p-value nor an interval."
                                    .formatted(Words.exact(a.mean()), Words.exact(b.mean()), Words.exact(difference)))
                    .at("/a")
                    .with("difference", difference);
        }
    }

    private Double required(Reading reading) {
        if (reading.plannedEffect() == 0 || request.power() <= question.alpha()) {
            return null;
        }
        double share = request.expectedShare();
        double ratio = (1 - share) / share;
        try {
            return reading.proportions()
                    ? PlannedSize.ofProportions(
                            reading.plannedEffect(), question.alpha(), request.power(), ratio, deadline)
                    : PlannedSize.ofMeans(reading.plannedEffect(), question.alpha(), request.power(), ratio, deadline);
        } catch (InvalidParameterException e) {
            warnings.add(new Warning(
                    "no-sample-size", "No sample size was found for this effect: " + e.getMessage(), "/minimumEffect"));
            return null;
        }
    }

    private SampleRatio sampleRatio(Reading reading) {
        double total = reading.sizeA() + reading.sizeB();
        double p = BinomialTail.pValue(
                reading.sizeA(), total, request.expectedShare(), TestQuestion.of(question.alpha(), false));
        return new SampleRatio(request.expectedShare(), reading.sizeA() / total, p, p < ALARM);
    }

    private void warn(Reading reading, Double required, SampleRatio ratio) {
        if (ratio.mismatch()) {
            warnings.add(new Warning(
                    "sample-ratio-mismatch",
                    "%s of the observations fell to a where %s were planned (p = %s): something in the assignment or the counting is wrong, and the comparison cannot be trusted until it is found."
                            .formatted(
                                    Words.percent(ratio.observedShare()),
                                    Words.percent(ratio.expectedShare()),
                                    Words.number(ratio.pValue())),
                    "/sampleRatio"));
        }
        double smaller = Math.min(reading.sizeA(), reading.sizeB());
        if (request.plannedSize() == null) {
            warnings.add(
                    new Warning(
                            "peeking",
                            "The p-value and the interval hold for a sample size fixed before looking. Looking repeatedly and stopping at the first significant result finds differences that are not there far more often than alpha says. With plannedSize this is checked."));
        } else if (smaller < request.plannedSize()) {
            warnings.add(new Warning(
                    "peeking",
                    "%s of the %s observations planned per arm are in: this is a look ahead of time, at which the p-value does not hold alpha."
                            .formatted(Words.exact(smaller), Words.exact(request.plannedSize())),
                    "/plannedSize"));
        }
        if (required != null && smaller < required && !reading.test().rejectNull()) {
            warnings.add(new Warning(
                    "underpowered",
                    "Finding %s with %s probability takes %s observations per arm; there are %s."
                            .formatted(
                                    request.minimumEffect() == null
                                            ? "a difference like the one observed"
                                            : "the minimum effect",
                                    Words.percent(request.power()),
                                    Words.exact(required),
                                    Words.exact(smaller)),
                    "/requiredSampleSize"));
        }
    }

    private String interpretation(Reading reading, BayesAbTestResult bayesian, Double required, SampleRatio ratio) {
        TestResult test = reading.test();
        Lift lift = reading.lift();
        String what = reading.proportions() ? "rate" : "mean";
        String direction = lift.absolute() > 0 ? "higher" : "lower";
        String first = test.rejectNull()
                ? "At the %s level the %s of B is shown to be %s than that of A (p = %s)."
                        .formatted(Words.percent(question.alpha()), what, direction, Words.number(test.pValue()))
                : "At the %s level no difference between the %ss of B and A is shown (p = %s), which is not evidence that there is none."
                        .formatted(Words.percent(question.alpha()), what, Words.number(test.pValue()));
        String second = " The lift is estimated as %s, %s confidence interval %s%s."
                .formatted(
                        Words.number(lift.absolute()),
                        Words.percent(1 - question.alpha()),
                        Words.range(lift.interval()),
                        lift.relative() == null ? "" : " (%s relative)".formatted(Words.percent(lift.relative())));
        String third =
                " Given the prior, B beats A with probability %s; choosing B risks an expected loss of %s, staying with A one of %s."
                        .formatted(
                                Words.number(bayesian.probabilityBBeatsA()),
                                Words.number(bayesian.expectedLossB()),
                                Words.number(bayesian.expectedLossA()));
        String fourth = ratio.mismatch() ? " But the traffic was not split as planned: do not decide by this yet." : "";
        String fifth = required == null || test.rejectNull()
                ? ""
                : " It takes %s observations per arm to find such an effect with %s probability."
                        .formatted(Words.exact(required), Words.percent(request.power()));
        return first + second + third + fifth + fourth;
    }
}
