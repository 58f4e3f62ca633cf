package org.mlmath.stats.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Moments;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.sample.SampleMoments;

/** Means of samples, which scatter ever more normally as the samples grow. */
final class CentralLimitTheorem {
    private CentralLimitTheorem() {}

    static CentralLimitTheoremResult of(CentralLimitTheoremRequest request, long seed, Deadline deadline) {
        Draws.requireWithin(request.sampleSize(), 1, 100_000, "sampleSize", "/sampleSize");
        Draws.requireWithin(request.repetitions(), 2, 100_000, "repetitions", "/repetitions");
        Draws.requireWithin(request.bins(), 1, 1000, "bins", "/bins");
        Draws.requireFew((long) request.sampleSize() * request.repetitions(), "/repetitions");
        Distribution distribution = request.distribution().distribution("/distribution");
        double[] means = means(distribution, request, seed, deadline);
        List<Warning> warnings = new ArrayList<>();
        Moments moments = distribution.moments();
        boolean holds = Double.isFinite(moments.mean()) && Double.isFinite(moments.variance());
        if (!holds) {
            warnings.add(new Warning(
                    "no-variance",
                    "The distribution has no finite variance: the theorem says nothing of it, and the means need not become normal.",
                    "/distribution"));
        }
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return result(means, holds ? moments : null, request, seed, warnings);
    }

    private static double[] means(
            Distribution distribution, CentralLimitTheoremRequest request, long seed, Deadline deadline) {
        RandomGenerator random = Draws.generator(seed);
        double[] sample = new double[request.sampleSize()];
        double[] means = new double[request.repetitions()];
        for (int r = 0; r < means.length; r++) {
            deadline.check();
            Draws.fill(sample, distribution, random);
            means[r] = SampleMoments.of(sample).mean();
        }
        return means;
    }

    private static CentralLimitTheoremResult result(
            double[] means, Moments moments, CentralLimitTheoremRequest request, long seed, List<Warning> warnings) {
        SampleMoments observed = SampleMoments.of(means);
        double root = Math.sqrt(request.sampleSize());
        double deviation = moments == null ? Double.NaN : Math.sqrt(moments.variance()) / root;
        Normal normal = deviation > 0 ? new Normal(moments.mean(), deviation) : null;
        double[] edges = edges(means, request.bins());
        long[] counts = counts(means, edges);
        double[] density = new double[counts.length];
        double[] curve = new double[counts.length];
        for (int k = 0; k < counts.length; k++) {
            density[k] = counts[k] / (means.length * (edges[k + 1] - edges[k]));
            curve[k] = normal == null ? Double.NaN : normal.density(0.5 * edges[k] + 0.5 * edges[k + 1]);
        }
        return new CentralLimitTheoremResult(
                means,
                edges,
                counts,
                density,
                normal == null ? null : curve,
                observed.mean(),
                observed.standardDeviation(),
                observed.skewness(),
                moments == null ? null : moments.mean(),
                deviation,
                moments == null ? null : moments.skewness() / root,
                normal == null ? null : distance(means, normal),
                seed,
                warnings);
    }

    private static double[] edges(double[] means, int bins) {
        double least = Arrays.stream(means).min().orElseThrow();
        double most = Arrays.stream(means).max().orElseThrow();
        double from = least < most ? least : least - 0.5;
        double to = least < most ? most : most + 0.5;
        double[] edges = new double[bins + 1];
        for (int k = 0; k <= bins; k++) {
            double share = (double) k / bins;
            edges[k] = (1 - share) * from + share * to;
        }
        return edges;
    }

    private static long[] counts(double[] means, double[] edges) {
        long[] counts = new long[edges.length - 1];
        for (double mean : means) {
            int at = Arrays.binarySearch(edges, mean);
            counts[Math.clamp(at >= 0 ? at : -at - 2, 0, counts.length - 1)]++;
        }
        return counts;
    }

    /** Kolmogorov's distance. */
    private static double distance(double[] means, Normal normal) {
        double[] sorted = means.clone();
        Arrays.sort(sorted);
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double p = normal.tails(sorted[i]).lower();
            largest = Math.max(largest, Math.max((i + 1.0) / sorted.length - p, p - (double) i / sorted.length));
        }
        return largest;
    }
}
