package org.mlmath.stats.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Work;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.resampling.Bootstrap;
import org.mlmath.numerics.resampling.BootstrapInterval;
import org.mlmath.numerics.resampling.Estimator;
import org.mlmath.numerics.resampling.Estimators;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.distribution.SamplingDiagnostics;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/**
 * A bootstrap estimate: standard error, bias and confidence interval of a statistic from its values on resamples.
 *
 * <p>Samples are centred at their means before they are drawn from where the statistic allows it, so that data of 1e9 with a spread of
 * 1e-3 keep their digits.
 */
final class BootstrapEstimate {
    private static final int FEW_OBSERVATIONS = 10;
    private static final int FEW_RESAMPLES = 1000;

    private final BootstrapRequest request;
    private final BootstrapSamples samples;
    private final double offset;
    private final Bootstrap bootstrap;
    private final List<Warning> warnings;

    private BootstrapEstimate(BootstrapRequest request, BootstrapSamples samples, long seed) {
        this.request = request;
        this.samples = samples;
        this.warnings = new ArrayList<>(samples.warnings());
        double[][] values = samples.values();
        SampleMoments[] moments = new SampleMoments[values.length];
        double[][] drawnFrom = new double[values.length][];
        for (int g = 0; g < values.length; g++) {
            SampleMoments own = SampleMoments.of(values[g]);
            moments[g] = own;
            drawnFrom[g] = request.statistic().centred()
                    ? Arrays.stream(values[g]).map(own::deviation).toArray()
                    : values[g];
        }
        this.offset = switch (request.statistic()) {
            case MEAN, TRIMMED_MEAN -> moments[0].mean();
            case DIFFERENCE_OF_MEANS -> moments[0].meanMinus(moments[1]);
            default -> 0;
        };
        this.bootstrap = new Bootstrap(drawnFrom, samples.paired(), estimator(request), seed);
    }

    static BootstrapResult of(BootstrapRequest request, Deadline deadline) {
        requireParameters(request);
        BootstrapSamples samples = BootstrapSamples.of(request);
        long seed = Work.seed(request.seed());
        return new BootstrapEstimate(request, samples, seed).result(seed, deadline);
    }

    private static void requireParameters(BootstrapRequest request) {
        requireBetween(request.level(), "level", "/level");
        requireBetween(request.probability(), "probability", "/probability");
        if (!(request.trim() >= 0 && request.trim() < 0.5)) {
            throw new InvalidParameterException(
                            "trim must be at least 0 and below 0.5, but is " + Words.exact(request.trim()) + ".")
                    .at("/trim");
        }
    }

    private static void requireBetween(double value, String name, String pointer) {
        if (!(value > 0 && value < 1)) {
            throw new InvalidParameterException(
                            "%s must lie strictly between 0 and 1, but is %s.".formatted(name, Words.exact(value)))
                    .at(pointer);
        }
    }

    private static Estimator estimator(BootstrapRequest request) {
        double p = request.probability();
        double share = request.trim();
        return switch (request.statistic()) {
            case MEAN -> s -> Estimators.mean(s[0]);
            case MEDIAN -> s -> Estimators.median(s[0]);
            case STANDARD_DEVIATION -> s -> Math.sqrt(Estimators.variance(s[0]));
            case VARIANCE -> s -> Estimators.variance(s[0]);
            case TRIMMED_MEAN -> s -> Estimators.trimmedMean(s[0], share);
            case QUANTILE -> s -> Estimators.quantile(s[0], p);
            case INTERQUARTILE_RANGE -> s -> Estimators.interquartileRange(s[0]);
            case MEDIAN_ABSOLUTE_DEVIATION -> s -> Estimators.medianAbsoluteDeviation(s[0]);
            case COEFFICIENT_OF_VARIATION -> s -> Math.sqrt(Estimators.variance(s[0])) / Estimators.mean(s[0]);
            case SKEWNESS -> s -> Estimators.skewness(s[0]);
            case EXCESS_KURTOSIS -> s -> Estimators.excessKurtosis(s[0]);
            case CORRELATION -> s -> Estimators.correlation(s[0], s[1]);
            case SPEARMAN_CORRELATION -> s -> Estimators.rankCorrelation(s[0], s[1]);
            case DIFFERENCE_OF_MEANS -> s -> Estimators.mean(s[0]) - Estimators.mean(s[1]);
            case DIFFERENCE_OF_MEDIANS -> s -> Estimators.median(s[0]) - Estimators.median(s[1]);
            case RATIO_OF_MEANS -> s -> Estimators.mean(s[0]) / Estimators.mean(s[1]);
            case RATIO_OF_VARIANCES -> s -> Estimators.variance(s[0]) / Estimators.variance(s[1]);
            case COHENS_D -> s -> Estimators.standardizedDifference(s[0], s[1]);
        };
    }

    /** The standard error of the statistic within a sample, where there is a formula for it. */
    private Estimator standardErrorFormula() {
        return switch (request.statistic()) {
            case MEAN -> s -> Math.sqrt(Estimators.variance(s[0]) / s[0].length);
            case DIFFERENCE_OF_MEANS ->
                samples.paired()
                        ? s -> {
                            for (int i = 0; i < s[0].length; i++) {
                                s[0][i] -= s[1][i];
                            }
                            return Math.sqrt(Estimators.variance(s[0]) / s[0].length);
                        }
                        : s -> Math.sqrt(
                                Estimators.variance(s[0]) / s[0].length + Estimators.variance(s[1]) / s[1].length);
            default -> null;
        };
    }

    private BootstrapResult result(long seed, Deadline deadline) {
        double centred = bootstrap.estimate();
        if (!Double.isFinite(centred + offset)) {
            throw new DomainException("%s of these data is undefined."
                            .formatted(capital(request.statistic().words())))
                    .at(request.data() != null ? "/data" : "/a");
        }
        boolean studentized = request.method() == BootstrapMethod.STUDENTIZED;
        Bootstrap.Studentized inner = studentized
                ? bootstrap.studentized(request.resamples(), standardErrorFormula(), BootstrapRequest.INNER, deadline)
                : null;
        double[] values = studentized ? inner.values() : bootstrap.distribution(request.resamples(), deadline);
        double[] sorted = BootstrapInterval.ascending(values);
        requireDefined(sorted);
        double mean = Estimators.mean(sorted);
        double standardError = Math.sqrt(Estimators.variance(sorted));
        BootstrapInterval interval = interval(sorted, centred, standardError, inner, deadline);
        remark(sorted, standardError);
        double[] shown = null;
        if (request.samples()) {
            shown = sorted.clone();
            for (int i = 0; i < shown.length; i++) {
                shown[i] += offset;
            }
        }
        Interval shifted = new Interval(interval.lower() + offset, interval.upper() + offset);
        return new BootstrapResult(
                centred + offset,
                standardError,
                mean - centred,
                shifted,
                request.level(),
                request.statistic(),
                request.method(),
                request.resamples(),
                seed,
                shown,
                new SamplingDiagnostics(standardError / Math.sqrt(sorted.length), seed),
                conventions(),
                List.copyOf(warnings),
                request.explain() ? steps(centred + offset, standardError, mean - centred, shifted) : null);
    }

    private void requireDefined(double[] sorted) {
        int undefined = request.resamples() - sorted.length;
        if (2 * undefined > request.resamples()) {
            throw new DomainException("%s is undefined or infinite for %d of %d resamples: too many for an interval."
                    .formatted(capital(request.statistic().words()), undefined, request.resamples()));
        }
        if (undefined > 0) {
            warnings.add(new Warning(
                    "undefined-resamples",
                    "%s is undefined or infinite for %d of %d resamples, which were left out."
                            .formatted(capital(request.statistic().words()), undefined, request.resamples())));
        }
    }

    private BootstrapInterval interval(
            double[] sorted, double estimate, double standardError, Bootstrap.Studentized inner, Deadline deadline) {
        double level = request.level();
        return switch (request.method()) {
            case PERCENTILE -> BootstrapInterval.percentile(sorted, level);
            case BASIC -> BootstrapInterval.basic(sorted, estimate, level);
            case BCA -> {
                BootstrapInterval interval =
                        BootstrapInterval.accelerated(sorted, estimate, bootstrap.acceleration(deadline), level);
                if (!interval.defined() && standardError > 0) {
                    warnings.add(new Warning(
                            "bca-undefined",
                            "The estimate lies outside of its bootstrap distribution, or the acceleration is undefined: BCa has no interval here, and the percentile interval stands in its place.",
                            "/interval"));
                }
                yield interval;
            }
            case STUDENTIZED -> studentized(sorted, estimate, standardError, inner);
        };
    }

    private BootstrapInterval studentized(
            double[] sorted, double estimate, double standardError, Bootstrap.Studentized inner) {
        double[] statistics = new double[inner.values().length];
        for (int i = 0; i < statistics.length; i++) {
            double error = inner.standardErrors()[i];
            statistics[i] =
                    error > 0 && error < Double.POSITIVE_INFINITY ? (inner.values()[i] - estimate) / error : Double.NaN;
        }
        double[] ascending = BootstrapInterval.ascending(statistics);
        if (ascending.length < statistics.length && standardError > 0) {
            warnings.add(new Warning(
                    "zero-standard-errors",
                    "%d of %d resamples vary too little to have a standard error; they were left out."
                            .formatted(statistics.length - ascending.length, statistics.length)));
        }
        if (ascending.length == 0) {
            return BootstrapInterval.percentile(sorted, request.level());
        }
        Estimator formula = standardErrorFormula();
        double error = formula == null
                ? standardError
                : formula.of(new double[][] {
                    samples.values()[0].clone(), samples.values()[samples.values().length - 1].clone()
                });
        return BootstrapInterval.studentized(ascending, estimate, error, request.level());
    }

    private void remark(double[] sorted, double standardError) {
        if (standardError == 0 || sorted[0] == sorted[sorted.length - 1]) {
            warnings.add(new Warning(
                    "degenerate",
                    "The statistic is the same on all resamples: the interval is a point and says nothing of the uncertainty.",
                    "/interval"));
        }
        int smallest = Math.min(samples.values()[0].length, samples.values()[samples.values().length - 1].length);
        if (smallest < FEW_OBSERVATIONS) {
            warnings.add(new Warning(
                    "small-sample",
                    "%d observations are few to stand for a population: bootstrap intervals are too short then."
                            .formatted(smallest)));
        }
        if (request.resamples() < FEW_RESAMPLES) {
            warnings.add(new Warning(
                    "few-resamples",
                    "The ends of an interval need some thousand resamples; %d leave them to chance."
                            .formatted(request.resamples()),
                    "/resamples"));
        }
    }

    private Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("statistic", request.statistic().words());
        conventions.put("standardError", "standard deviation over the resamples, divisor one less than their number");
        conventions.put("quantiles", "of the bootstrap distribution by linear interpolation (type 7), as SciPy");
        switch (request.statistic()) {
            case QUANTILE, MEDIAN, INTERQUARTILE_RANGE, DIFFERENCE_OF_MEDIANS ->
                conventions.put("sampleQuantiles", "type 7");
            case STANDARD_DEVIATION, VARIANCE, COEFFICIENT_OF_VARIATION, RATIO_OF_VARIANCES ->
                conventions.put("variance", "divisor n - 1");
            case SKEWNESS, EXCESS_KURTOSIS -> conventions.put("moments", "g1 and g2, divisor n");
            case MEDIAN_ABSOLUTE_DEVIATION -> conventions.put("scale", "times 1.4826, as R's mad");
            default -> {}
        }
        switch (request.method()) {
            case BCA ->
                conventions.put(
                        "acceleration", "from the jackknife, as SciPy; above 1000 observations from a thousand groups");
            case STUDENTIZED ->
                conventions.put(
                        "studentization",
                        standardErrorFormula() != null
                                ? "by the formula for the standard error"
                                : "by %d resamples of every resample".formatted(BootstrapRequest.INNER));
            default -> {}
        }
        return conventions;
    }

    private List<Step> steps(double estimate, double standardError, double bias, Interval interval) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "estimate",
                "The estimate",
                "%s of the data.".formatted(capital(request.statistic().words())),
                "\\hat\\theta = %s".formatted(Words.latex(estimate)),
                estimate));
        steps.add(new Step(
                "resample",
                "Resampling",
                "%d samples of the same size are drawn with replacement from the data%s, and the statistic is computed from each: how it varies there stands for how it varies from sample to sample."
                        .formatted(request.resamples(), samples.paired() ? ", pair by pair" : ""),
                "\\theta^*_1, \\dots, \\theta^*_{%d}".formatted(request.resamples()),
                request.resamples()));
        steps.add(new Step(
                "standard-error",
                "Standard error and bias",
                "The standard deviation of these values, and how far their mean lies from the estimate.",
                "\\mathrm{SE} = %s, \\quad \\bar\\theta^* - \\hat\\theta = %s"
                        .formatted(Words.latex(standardError), Words.latex(bias)),
                standardError));
        String how =
                switch (request.method()) {
                    case PERCENTILE -> "Between the quantiles of the values.";
                    case BASIC -> "The distances of the quantiles from the estimate, taken to the other side.";
                    case BCA ->
                        "Between quantiles of the values that are moved by their median bias and by the acceleration, the rate at which the standard error changes with the parameter.";
                    case STUDENTIZED ->
                        "The quantiles of the distances from the estimate in units of each resample's own standard error, taken to the other side.";
                };
        steps.add(new Step(
                "interval",
                "Confidence interval",
                how,
                "[%s,\\; %s]".formatted(Words.latex(interval.lower()), Words.latex(interval.upper())),
                new double[] {interval.lower(), interval.upper()}));
        return steps;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
