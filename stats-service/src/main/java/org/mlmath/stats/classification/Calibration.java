package org.mlmath.stats.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.sample.SampleQuantiles;
import org.mlmath.stats.proportion.ProportionBounds;

/** How far predicted probabilities agree with how often things happen. */
final class Calibration {
    private static final int MOST_BINS = 1000;

    private final CalibrationRequest request;
    private final BinaryScores data;

    private Calibration(CalibrationRequest request, BinaryScores data) {
        this.request = request;
        this.data = data;
    }

    static CalibrationResult of(CalibrationRequest request) {
        requireValid(request);
        BinaryScores data = BinaryScores.of(request.actual(), request.scores(), request.positive());
        return new Calibration(request, data).result();
    }

    private static void requireValid(CalibrationRequest request) {
        if (!(request.level() > 0 && request.level() < 1)) {
            throw new InvalidParameterException("The level must lie strictly between 0 and 1.").at("/level");
        }
        if (request.bins() < 1 || request.bins() > MOST_BINS) {
            throw new InvalidParameterException(
                            "There must be 1 to %d bins; got %d.".formatted(MOST_BINS, request.bins()))
                    .at("/bins");
        }
        for (int i = 0; i < request.scores().length; i++) {
            double p = request.scores()[i];
            if (!(p >= 0 && p <= 1)) {
                throw new InvalidParameterException("A probability is from 0 to 1; this score is none.")
                        .at("/scores/" + i);
            }
        }
    }

    private CalibrationResult result() {
        List<CalibrationBin> bins = bins();
        BrierDecomposition decomposition = decomposition();
        CompensatedSum squares = new CompensatedSum();
        CompensatedSum logs = new CompensatedSum();
        for (int k = 0; k < data.size(); k++) {
            double p = data.scores()[k];
            double distance = data.positive()[k] ? 1 - p : p;
            squares.add(distance * distance);
            logs.add(data.positive()[k] ? -Math.log(p) : -Math.log1p(-p));
        }
        double brier = squares.value() / data.size();
        boolean refuted = false;
        for (int k = 0; k < data.size(); k++) {
            refuted |= data.scores()[k] == (data.positive()[k] ? 0 : 1);
        }
        List<Warning> warnings = new ArrayList<>();
        if (refuted) {
            warnings.add(new Warning(
                    "impossible-happened",
                    "An outcome was given probability 0 and happened: the logarithmic loss is infinite.",
                    "/logLoss"));
        }
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new CalibrationResult(
                bins,
                brier,
                1 - brier / decomposition.uncertainty(),
                decomposition,
                refuted ? Double.POSITIVE_INFINITY : logs.value() / data.size(),
                bins.stream().mapToDouble(b -> b.count() * distance(b)).sum() / data.size(),
                bins.stream().mapToDouble(Calibration::distance).max().orElse(0),
                data.label(),
                data.size(),
                Map.of("bins", "(lower, upper], the first one [lower, upper]; empty bins are left out (scikit-learn)"),
                warnings);
    }

    private static double distance(CalibrationBin bin) {
        return Math.abs(bin.meanPredicted() - bin.observedRate());
    }

    private List<CalibrationBin> bins() {
        double[] edges = edges();
        int count = edges.length - 1;
        int[] sizes = new int[count];
        int[] positives = new int[count];
        CompensatedSum[] sums = new CompensatedSum[count];
        Arrays.setAll(sums, k -> new CompensatedSum());
        for (int k = 0; k < data.size(); k++) {
            int bin = bin(edges, data.scores()[k]);
            sizes[bin]++;
            positives[bin] += data.positive()[k] ? 1 : 0;
            sums[bin].add(data.scores()[k]);
        }
        double outside = (1 - request.level()) / 2;
        List<CalibrationBin> bins = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            if (sizes[b] > 0) {
                bins.add(new CalibrationBin(
                        edges[b],
                        edges[b + 1],
                        sizes[b],
                        sums[b].value() / sizes[b],
                        (double) positives[b] / sizes[b],
                        ProportionBounds.wilson(positives[b], sizes[b], outside)));
            }
        }
        return bins;
    }

    private double[] edges() {
        double[] edges = new double[request.bins() + 1];
        if (request.strategy() == BinStrategy.UNIFORM) {
            Arrays.setAll(edges, k -> (double) k / request.bins());
            return edges;
        }
        SampleQuantiles quantiles = SampleQuantiles.of(data.scores());
        Arrays.setAll(edges, k -> quantiles.at((double) k / request.bins()));
        double[] distinct = Arrays.stream(edges).distinct().toArray();
        return distinct.length > 1 ? distinct : new double[] {distinct[0], distinct[0]};
    }

    private static int bin(double[] edges, double p) {
        int at = Arrays.binarySearch(edges, p);
        return at >= 0 ? Math.max(at - 1, 0) : -at - 2;
    }

    private BrierDecomposition decomposition() {
        double rate = (double) data.positives() / data.size();
        double reliability = 0;
        double resolution = 0;
        BinaryScores.Cut before = new BinaryScores.Cut(0, 0, 0);
        for (BinaryScores.Cut cut : data.cuts()) {
            double positives = cut.truePositives() - before.truePositives();
            double size = positives + cut.falsePositives() - before.falsePositives();
            double share = positives / size;
            reliability += size * (cut.threshold() - share) * (cut.threshold() - share);
            resolution += size * (share - rate) * (share - rate);
            before = cut;
        }
        return new BrierDecomposition(reliability / data.size(), resolution / data.size(), rate * (1 - rate));
    }
}
