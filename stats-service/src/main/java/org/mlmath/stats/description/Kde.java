package org.mlmath.stats.description;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.KernelDensity;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.numerics.sample.SampleQuantiles;
import org.mlmath.numerics.sample.SheatherJones;

/** Kernel density estimates of a sample. */
final class Kde {
    /** How many bandwidths the grid goes beyond the data. */
    private static final double CUT = 3;

    private static final int MOST_POINTS = 100_000;

    private Kde() {}

    static KdeResult of(KdeRequest request, Deadline deadline) {
        if (request.points() < 2 || request.points() > MOST_POINTS) {
            throw new InvalidParameterException("A grid has 2 to %d points.".formatted(MOST_POINTS)).at("/points");
        }
        WeightedSample sample =
                WeightedSample.of(request.data().values(), request.weights(), request.missing(), "/data");
        requireWithin(request, sample);
        double bandwidth = bandwidth(request, sample, deadline);
        double[] x = request.at() == null
                ? grid(request, sample.values(), bandwidth)
                : request.at().values();
        KernelDensity density = new KernelDensity(
                sample.values(),
                sample.weights(),
                bandwidth,
                request.kernel().shape(),
                request.lower(),
                request.upper());
        List<Warning> warnings = sample.warnings("/data");
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new KdeResult(
                x, density.at(x, deadline), bandwidth, sample.values().length, conventions(request), warnings);
    }

    private static void requireWithin(KdeRequest request, WeightedSample sample) {
        if (!(request.lower() < request.upper())) {
            throw new InvalidParameterException("The upper bound must be above the lower one.").at("/upper");
        }
        for (int i = 0; i < sample.values().length; i++) {
            double x = sample.values()[i];
            if (x < request.lower() || x > request.upper()) {
                throw new InvalidParameterException("This observation lies beyond the bounds of the variable.")
                        .at("/data/" + sample.indices()[i]);
            }
        }
    }

    private static double bandwidth(KdeRequest request, WeightedSample sample, Deadline deadline) {
        Double given = request.bandwidth().value();
        if (given != null) {
            if (!(given > 0)) {
                throw new InvalidParameterException("A bandwidth must be positive.").at("/bandwidth");
            }
            return given;
        }
        double spread = spread(sample);
        double size = Math.pow(sample.effectiveSize(), -0.2);
        return switch (request.bandwidth().rule()) {
            case SILVERMAN -> 0.9 * spread * size;
            case SCOTT -> 1.06 * spread * size;
            case SHEATHER_JONES -> sheatherJones(sample, deadline);
        };
    }

    private static double sheatherJones(WeightedSample sample, Deadline deadline) {
        if (sample.weights() != null) {
            throw new InvalidParameterException(
                            "The rule of Sheather and Jones is for unweighted observations; take another or give a number.")
                    .at("/bandwidth");
        }
        double bandwidth = SheatherJones.bandwidth(sample.values(), deadline);
        if (Double.isNaN(bandwidth)) {
            throw new DomainException(
                            "The sample is too sparse for the rule of Sheather and Jones; take another or give a number.")
                    .at("/bandwidth");
        }
        return bandwidth;
    }

    /** The smaller of the standard deviation and IQR/1.34, the former where the latter is 0. */
    private static double spread(WeightedSample sample) {
        SampleMoments moments = SampleMoments.of(sample.values(), sample.weights());
        double n = sample.effectiveSize();
        double deviation = n > 1 ? moments.standardDeviation(moments.weight() * (n - 1) / n) : 0;
        if (!(deviation > 0)) {
            throw new InsufficientDataException(
                            "Observations that are all equal have no spread to choose a bandwidth by; give one as a number.")
                    .at("/data")
                    .with("size", sample.values().length);
        }
        double middle = SampleQuantiles.of(sample.values(), sample.weights()).interquartileRange() / 1.34;
        return middle > 0 ? Math.min(deviation, middle) : deviation;
    }

    private static double[] grid(KdeRequest request, double[] data, double bandwidth) {
        double from = Math.max(request.lower(), Arrays.stream(data).min().getAsDouble() - CUT * bandwidth);
        double to = Math.min(request.upper(), Arrays.stream(data).max().getAsDouble() + CUT * bandwidth);
        double[] x = new double[request.points()];
        for (int k = 0; k < x.length; k++) {
            double share = (double) k / (x.length - 1);
            x[k] = (1 - share) * from + share * to;
        }
        return x;
    }

    private static Map<String, String> conventions(KdeRequest request) {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("bandwidth", "standard deviation of the kernel, whatever its shape (R)");
        if (request.bandwidth().rule() != null) {
            conventions.put(
                    "rule",
                    switch (request.bandwidth().rule()) {
                        case SILVERMAN ->
                            "0.9 min(s, IQR/1.34) n^(-1/5), as R (nrd0) and statsmodels; SciPy calls 1.06 s n^(-1/5) by this name";
                        case SCOTT -> "1.06 min(s, IQR/1.34) n^(-1/5), as R (nrd); SciPy calls s n^(-1/5) by this name";
                        case SHEATHER_JONES ->
                            "the equation of Sheather and Jones (1991) solved to rounding; R stops within a hundredth";
                    });
        }
        return conventions;
    }
}
