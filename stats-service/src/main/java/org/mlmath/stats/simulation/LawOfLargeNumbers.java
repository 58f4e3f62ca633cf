package org.mlmath.stats.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Moments;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.sample.CompensatedSum;

/** Running means, which approach the mean of the distribution where it has one. */
final class LawOfLargeNumbers {
    private LawOfLargeNumbers() {}

    static LawOfLargeNumbersResult of(LawOfLargeNumbersRequest request, long seed, Deadline deadline) {
        Draws.requireWithin(request.size(), 1, 1_000_000, "size", "/size");
        Draws.requireWithin(request.paths(), 1, 100, "paths", "/paths");
        Draws.requireWithin(request.maxPoints(), 2, 10_000, "maxPoints", "/maxPoints");
        Draws.requireFew((long) request.size() * request.paths(), "/size");
        if (!(request.level() > 0 && request.level() < 1)) {
            throw new InvalidParameterException("The level must lie strictly between 0 and 1.").at("/level");
        }
        Distribution distribution = request.distribution().distribution("/distribution");
        int[] sizes = sizes(request.size(), request.maxPoints());
        double[] means = new double[sizes.length * request.paths()];
        RandomGenerator random = Draws.generator(seed);
        for (int path = 0; path < request.paths(); path++) {
            run(distribution, random, sizes, means, path * sizes.length, deadline);
        }
        Moments moments = distribution.moments();
        List<Warning> warnings = new ArrayList<>();
        boolean finite = Double.isFinite(moments.mean());
        if (!finite) {
            warnings.add(new Warning(
                    "no-mean",
                    "The distribution has no finite mean: its running means settle nowhere.",
                    "/distribution"));
        }
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        double reach = new Normal(0, 1).quantile(TailProbability.upper((1 - request.level()) / 2))
                * Math.sqrt(moments.variance());
        boolean band = finite && Double.isFinite(reach);
        return new LawOfLargeNumbersResult(
                sizes,
                new Matrix(request.paths(), sizes.length, means),
                finite ? moments.mean() : null,
                band
                        ? IntStream.of(sizes)
                                .mapToDouble(n -> moments.mean() - reach / Math.sqrt(n))
                                .toArray()
                        : null,
                band
                        ? IntStream.of(sizes)
                                .mapToDouble(n -> moments.mean() + reach / Math.sqrt(n))
                                .toArray()
                        : null,
                seed,
                warnings);
    }

    private static void run(
            Distribution distribution,
            RandomGenerator random,
            int[] sizes,
            double[] means,
            int from,
            Deadline deadline) {
        CompensatedSum sum = new CompensatedSum();
        int drawn = 0;
        for (int k = 0; k < sizes.length; k++) {
            deadline.check();
            while (drawn < sizes[k]) {
                sum.add(distribution.sample(random));
                drawn++;
            }
            means[from + k] = sum.value() / drawn;
        }
    }

    /** All sizes, or so many in about equal ratios. */
    static int[] sizes(int size, int most) {
        if (size <= most) {
            return IntStream.rangeClosed(1, size).toArray();
        }
        return IntStream.range(0, most)
                .map(k -> (int) Math.round(Math.pow(size, (double) k / (most - 1))))
                .distinct()
                .toArray();
    }
}
