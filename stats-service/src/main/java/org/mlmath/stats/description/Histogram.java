package org.mlmath.stats.description;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.CompensatedSum;

/** Counts a sample into bins. */
final class Histogram {
    private static final int MOST_BINS = 10_000;

    private Histogram() {}

    static HistogramResult of(HistogramRequest request) {
        WeightedSample sample =
                WeightedSample.of(request.data().values(), request.weights(), request.missing(), "/data");
        List<Warning> warnings = sample.warnings("/data");
        double[] edges = edges(request, sample.values(), warnings);
        int bins = edges.length - 1;
        CompensatedSum[] sums = new CompensatedSum[bins];
        Arrays.setAll(sums, k -> new CompensatedSum());
        int outside = 0;
        for (int i = 0; i < sample.values().length; i++) {
            int bin = bin(edges, sample.values()[i], request.closed());
            if (bin < 0) {
                outside++;
            } else {
                sums[bin].add(sample.weights() == null ? 1 : sample.weights()[i]);
            }
        }
        double[] counts = Arrays.stream(sums).mapToDouble(CompensatedSum::value).toArray();
        double total = Arrays.stream(counts).sum();
        if (outside > 0) {
            warnings.add(new Warning(
                    "outside-bins",
                    outside == 1
                            ? "1 observation lies outside the bins."
                            : outside + " observations lie outside the bins.",
                    "/outside"));
        }
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        double[] density = new double[bins];
        double[] cumulative = new double[bins];
        double sum = 0;
        for (int k = 0; k < bins; k++) {
            density[k] = counts[k] / total / (edges[k + 1] - edges[k]);
            sum += counts[k];
            cumulative[k] = sum / total;
        }
        return new HistogramResult(
                edges, counts, density, cumulative, outside, request.bins().rule(), conventions(request), warnings);
    }

    private static double[] edges(HistogramRequest request, double[] data, List<Warning> warnings) {
        Bins asked = request.bins();
        if (asked.edges() != null) {
            requireAscending(asked.edges());
            requireNoRange(request);
            return asked.edges();
        }
        double lower = request.lower() == null ? Arrays.stream(data).min().getAsDouble() : request.lower();
        double upper = request.upper() == null ? Arrays.stream(data).max().getAsDouble() : request.upper();
        if (lower > upper || (request.lower() != null && request.upper() != null && lower == upper)) {
            throw new InvalidParameterException(
                            "The bins would end at %s, before they begin at %s.".formatted(upper, lower))
                    .at(request.upper() == null ? "/lower" : "/upper");
        }
        double[] inside =
                Arrays.stream(data).filter(x -> x >= lower && x <= upper).toArray();
        int bins = asked.count() == null
                ? count(asked.rule(), inside, upper - lower, warnings)
                : requireCount(asked.count());
        return lower == upper ? equal(lower - 0.5, upper + 0.5, bins) : equal(lower, upper, bins);
    }

    private static void requireAscending(double[] edges) {
        if (edges.length < 2 || edges.length > MOST_BINS + 1) {
            throw new InvalidParameterException(
                            "There must be 2 to %d edges; got %d.".formatted(MOST_BINS + 1, edges.length))
                    .at("/bins");
        }
        for (int k = 1; k < edges.length; k++) {
            if (!(edges[k] > edges[k - 1])) {
                throw new InvalidParameterException("Edges must ascend; this one is not above the one before.")
                        .at("/bins/" + k);
            }
        }
    }

    private static void requireNoRange(HistogramRequest request) {
        if (request.lower() != null || request.upper() != null) {
            throw new InvalidParameterException("Edges say where the bins end; leave lower and upper out.")
                    .at(request.lower() != null ? "/lower" : "/upper");
        }
    }

    private static int requireCount(int count) {
        if (count < 1 || count > MOST_BINS) {
            throw new InvalidParameterException("There must be 1 to %d bins; got %d.".formatted(MOST_BINS, count))
                    .at("/bins");
        }
        return count;
    }

    private static int count(BinRule rule, double[] data, double range, List<Warning> warnings) {
        double wanted = data.length == 0 || range == 0 ? 1 : Math.ceil(rule.bins(data, range));
        if (Double.isNaN(wanted) || Double.isInfinite(wanted)) {
            if (rule != BinRule.AUTO) {
                warnings.add(new Warning("no-spread", "The spread the rule goes by is 0: one bin was made.", "/bins"));
                return 1;
            }
            wanted = Math.ceil(BinRule.STURGES.bins(data, range));
        }
        if (wanted > MOST_BINS) {
            warnings.add(new Warning(
                    "bins-limited",
                    "The rule asks for %.4g bins, for the sake of a few far observations; there are %d."
                            .formatted(wanted, MOST_BINS),
                    "/bins"));
            return MOST_BINS;
        }
        return (int) Math.max(1, wanted);
    }

    private static double[] equal(double lower, double upper, int bins) {
        double[] edges = new double[bins + 1];
        for (int k = 0; k <= bins; k++) {
            edges[k] = lower + (upper - lower) * ((double) k / bins);
        }
        edges[bins] = upper;
        for (int k = 1; k <= bins; k++) {
            if (!(edges[k] > edges[k - 1])) {
                throw new InvalidParameterException("%d bins from %s to %s are narrower than a double can say."
                                .formatted(bins, lower, upper))
                        .at("/bins");
            }
        }
        return edges;
    }

    /** The bin of x, −1 for none. */
    private static int bin(double[] edges, double x, BinSide closed) {
        int last = edges.length - 1;
        if (x < edges[0] || x > edges[last]) {
            return -1;
        }
        int at = Arrays.binarySearch(edges, x);
        if (at < 0) {
            return -at - 2;
        }
        return closed == BinSide.LEFT ? Math.min(at, last - 1) : Math.max(at - 1, 0);
    }

    private static Map<String, String> conventions(HistogramRequest request) {
        String edges = request.closed() == BinSide.LEFT
                ? "a bin holds its left edge, the last one both (NumPy)"
                : "a bin holds its right edge, the first one both (R)";
        return Map.of("edges", edges);
    }
}
