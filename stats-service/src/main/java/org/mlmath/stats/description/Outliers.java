package org.mlmath.stats.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.numerics.sample.SampleQuantiles;
import org.mlmath.stats.number.Interval;

/** Finds the observations of a sample that lie far from the rest. */
final class Outliers {
    /** Makes the median distance from the median of a normal sample its standard deviation: 1/Φ⁻¹(3/4). */
    private static final double ROBUST_DEVIATION = 1.4826022185056018;

    private Outliers() {}

    static OutliersResult of(OutliersRequest request, Deadline deadline) {
        requireValid(request);
        WeightedSample sample = WeightedSample.of(request.data().values(), null, request.missing(), "/data");
        List<Warning> warnings = sample.warnings("/data");
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        if (request.method().test()) {
            return tested(request, sample, warnings, deadline);
        }
        double threshold = request.threshold() == null ? request.method().threshold() : request.threshold();
        Interval bounds = bounds(request.method(), sample.values(), threshold, warnings);
        int[] found = IntStream.range(0, sample.values().length)
                .filter(i -> sample.values()[i] < bounds.lower() || sample.values()[i] > bounds.upper())
                .toArray();
        return result(request, sample, found, bounds, threshold, null, warnings);
    }

    private static void requireValid(OutliersRequest request) {
        if (!(request.alpha() > 0 && request.alpha() < 1)) {
            throw new InvalidParameterException("alpha must lie strictly between 0 and 1.").at("/alpha");
        }
        if (request.maxOutliers() < 1) {
            throw new InvalidParameterException("At least one outlier must be allowed.").at("/maxOutliers");
        }
        if (request.threshold() != null && !(request.threshold() >= 0)) {
            throw new InvalidParameterException("A threshold must not be negative.").at("/threshold");
        }
        if (request.threshold() != null && request.method().test()) {
            throw new InvalidParameterException("A test goes by alpha; leave the threshold out.").at("/threshold");
        }
    }

    private static Interval bounds(OutlierMethod method, double[] data, double k, List<Warning> warnings) {
        SampleQuantiles quantiles = SampleQuantiles.of(data);
        if (method == OutlierMethod.IQR) {
            double reach = k * quantiles.interquartileRange();
            return new Interval(quantiles.at(0.25) - reach, quantiles.at(0.75) + reach);
        }
        SampleMoments moments = SampleMoments.of(data);
        boolean robust = method == OutlierMethod.MODIFIED_Z;
        double centre = robust ? quantiles.median() : moments.mean();
        double deviation = robust
                ? ROBUST_DEVIATION * medianDistance(data, centre)
                : data.length > 1 ? moments.standardDeviation() : 0;
        if (deviation == 0) {
            warnings.add(new Warning(
                    "no-spread",
                    robust
                            ? "Half of the observations or more are equal, so that the median distance from the median is 0"
                                    + " and every other observation counts as an outlier."
                            : "All observations are equal: none is far from the rest.",
                    "/data"));
        }
        return new Interval(centre - k * deviation, centre + k * deviation);
    }

    private static double medianDistance(double[] data, double centre) {
        return SampleQuantiles.of(
                        Arrays.stream(data).map(x -> Math.abs(x - centre)).toArray())
                .median();
    }

    private static OutliersResult tested(
            OutliersRequest request, WeightedSample sample, List<Warning> warnings, Deadline deadline) {
        int n = sample.values().length;
        if (n < 3) {
            throw new InsufficientDataException(
                            "A test for outliers needs at least 3 observations; there are %d.".formatted(n))
                    .at("/data")
                    .with("size", n);
        }
        int most = request.method() == OutlierMethod.GRUBBS ? 1 : Math.min(request.maxOutliers(), n - 2);
        List<ExtremeDeviate> rounds = ExtremeDeviate.rounds(sample.values(), most, request.alpha(), deadline);
        int outliers = 0;
        for (int r = 0; r < rounds.size(); r++) {
            if (rounds.get(r).statistic() > rounds.get(r).criticalValue()) {
                outliers = r + 1;
            }
        }
        int[] found = rounds.stream()
                .limit(outliers)
                .mapToInt(ExtremeDeviate::index)
                .sorted()
                .toArray();
        List<OutlierTest> tests = new ArrayList<>();
        for (ExtremeDeviate round : rounds) {
            tests.add(new OutlierTest(
                    sample.indices()[round.index()],
                    sample.values()[round.index()],
                    round.statistic(),
                    round.criticalValue(),
                    round.pValue()));
        }
        Interval bounds = rounds.get(Math.max(0, outliers - 1)).bounds();
        return result(request, sample, found, bounds, null, tests, warnings);
    }

    private static OutliersResult result(
            OutliersRequest request,
            WeightedSample sample,
            int[] found,
            Interval bounds,
            Double threshold,
            List<OutlierTest> tests,
            List<Warning> warnings) {
        return new OutliersResult(
                Arrays.stream(found).map(i -> sample.indices()[i]).toArray(),
                Arrays.stream(found).mapToDouble(i -> sample.values()[i]).toArray(),
                bounds,
                request.method(),
                threshold,
                tests,
                conventions(request.method()),
                warnings);
    }

    private static Map<String, String> conventions(OutlierMethod method) {
        return switch (method) {
            case IQR -> Map.of("quartiles", "type 7 of Hyndman and Fan (1996); Tukey's hinges differ in small samples");
            case MODIFIED_Z -> Map.of("deviation", "1.4826 times the median distance from the median");
            case Z, GRUBBS, GENERALIZED_ESD -> Map.of("standardDeviation", "divisor n - 1");
        };
    }
}
