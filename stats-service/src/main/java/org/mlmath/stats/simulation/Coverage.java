package org.mlmath.stats.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.proportion.ProportionBounds;

/** How often intervals made from samples hold the mean they are about. */
final class Coverage {
    private static final int SHOWN = 100;

    private final CoverageRequest request;
    private final double outside;
    private final double quantile;

    private Coverage(CoverageRequest request) {
        this.request = request;
        this.outside = (1 - request.level()) / 2;
        Distribution reference = request.method() == CoverageMethod.STUDENT_T
                ? new StudentT(request.sampleSize() - 1.0)
                : new Normal(0, 1);
        this.quantile = reference.quantile(TailProbability.upper(outside));
    }

    static CoverageResult of(CoverageRequest request, long seed, Deadline deadline) {
        Draws.requireWithin(request.sampleSize(), 2, 100_000, "sampleSize", "/sampleSize");
        Draws.requireWithin(request.repetitions(), 1, 100_000, "repetitions", "/repetitions");
        Draws.requireFew((long) request.sampleSize() * request.repetitions(), "/repetitions");
        if (!(request.level() > 0 && request.level() < 1)) {
            throw new InvalidParameterException("The level must lie strictly between 0 and 1.").at("/level");
        }
        Distribution distribution = request.distribution().distribution("/distribution");
        if (request.method().ofProportion()
                && !"bernoulli".equals(request.distribution().name())) {
            throw new InvalidParameterException("This interval is of a proportion: draw from bernoulli.").at("/method");
        }
        double mean = distribution.moments().mean();
        if (!Double.isFinite(mean)) {
            throw new InvalidParameterException("The distribution has no finite mean for intervals to hold.")
                    .at("/distribution");
        }
        return new Coverage(request).simulate(distribution, mean, seed, deadline);
    }

    private CoverageResult simulate(Distribution distribution, double mean, long seed, Deadline deadline) {
        RandomGenerator random = Draws.generator(seed);
        double[] sample = new double[request.sampleSize()];
        CompensatedSum widths = new CompensatedSum();
        List<CoveringInterval> shown = new ArrayList<>();
        int above = 0;
        int below = 0;
        for (int r = 0; r < request.repetitions(); r++) {
            deadline.check();
            Draws.fill(sample, distribution, random);
            SampleMoments moments = SampleMoments.of(sample);
            Interval interval = interval(sample, moments);
            widths.add(interval.upper() - interval.lower());
            above += interval.lower() > mean ? 1 : 0;
            below += interval.upper() < mean ? 1 : 0;
            if (r < SHOWN) {
                boolean covers = interval.lower() <= mean && mean <= interval.upper();
                shown.add(new CoveringInterval(moments.mean(), interval.lower(), interval.upper(), covers));
            }
        }
        int n = request.repetitions();
        int covering = n - above - below;
        double coverage = (double) covering / n;
        Interval bounds = ProportionBounds.wilson(covering, n, 0.025);
        return new CoverageResult(
                coverage,
                Math.sqrt(coverage * (1 - coverage) / n),
                bounds,
                request.level(),
                mean,
                widths.value() / n,
                above,
                below,
                shown,
                seed,
                warnings(bounds));
    }

    private List<Warning> warnings(Interval bounds) {
        List<Warning> warnings = new ArrayList<>();
        if (bounds.upper() < request.level()) {
            warnings.add(new Warning(
                    "undercoverage",
                    "The intervals hold the true value more rarely than promised, beyond what chance explains.",
                    "/coverage"));
        }
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return warnings;
    }

    private Interval interval(double[] sample, SampleMoments moments) {
        double n = sample.length;
        double successes =
                request.method().ofProportion() ? Arrays.stream(sample).sum() : 0;
        return switch (request.method()) {
            case STUDENT_T, NORMAL -> {
                double reach = quantile * moments.standardDeviation() / Math.sqrt(n);
                yield new Interval(moments.mean() - reach, moments.mean() + reach);
            }
            case WALD -> ProportionBounds.wald(successes, n, outside);
            case WILSON -> ProportionBounds.wilson(successes, n, outside);
            case AGRESTI_COULL -> ProportionBounds.agrestiCoull(successes, n, outside);
            case CLOPPER_PEARSON -> ProportionBounds.clopperPearson(successes, n, outside);
            case JEFFREYS -> ProportionBounds.jeffreys(successes, n, outside);
        };
    }
}
