package org.mlmath.calculus.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.calculus.optimization.LearningRateSweepResult.BoundSource;
import org.mlmath.calculus.optimization.LearningRateSweepResult.SweepRun;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Progress;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.optimization.Curvature;
import org.mlmath.numerics.optimization.Run;
import org.mlmath.numerics.optimization.StopReason;
import org.mlmath.numerics.optimization.TwiceDifferentiableFunction;

/**
 * Runs of a method at several learning rates, and the rate from which on they no longer come down.
 *
 * <p>For a quadratic objective with a convex Hessian that bound is the theory's (2/λmax for gradient descent). Otherwise it lies
 * between the largest stable rate below the smallest unstable one, and that: there it is found to a part in a thousand by
 * bisection of the logarithm, with runs of the same length. It then belongs to this start and this number of steps.
 */
final class LearningRateSweep {
    /** Halvings of the distance between two neighbours, and the decades gone down where all rates are unstable. */
    static final int MOST_TRIALS = 32;

    private static final int MOST_RATES = 200;
    private static final double PRECISION = 1e-3;

    /** How far below the smallest rate, in factors of ten, a stable one is looked for. */
    private static final int MOST_DECADES = 12;

    private LearningRateSweep() {}

    /** 10^(k/2) from 10^−4 to 10. */
    static double[] defaultRates() {
        return IntStream.rangeClosed(-8, 2)
                .mapToDouble(k -> k % 2 == 0 ? decade(k / 2) : decade(Math.floorDiv(k, 2)) * Math.sqrt(10))
                .toArray();
    }

    /** The nearest double to 10^k, as one would write it. */
    private static double decade(int k) {
        return Double.parseDouble("1e" + k);
    }

    /** @throws MathException at the field of the request that is wrong */
    static LearningRateSweepResult sweep(LearningRateSweepRequest request, Minimizer.Seeds seeds, Deadline deadline) {
        double[] rates = rates(request);
        Minimizer.Seeds common = new CommonSeed(seeds);
        List<MinimizeResult> results = new ArrayList<>();
        for (double rate : rates) {
            results.add(Minimizer.minimize(request.run(rate), common, deadline, Progress.NONE));
        }
        List<SweepRun> runs = new ArrayList<>();
        double start = startingValue(request, common, deadline);
        for (int i = 0; i < rates.length; i++) {
            runs.add(run(rates[i], results.get(i), start));
        }
        Bound bound = bound(request, runs, common, deadline);
        int best = best(runs, start);
        MinimizeResult shown = results.get(Math.max(0, best));
        return new LearningRateSweepResult(
                List.copyOf(runs),
                bound == null ? null : bound.rate(),
                bound == null ? null : bound.source(),
                best < 0 ? null : rates[best],
                shown.method(),
                shown.variables(),
                shown.seed(),
                shown.conventions(),
                warnings(request));
    }

    static boolean hasRate(OptimizationMethod method) {
        return MethodCatalog.of(method.name(), method.lineSearch())
                .defaults()
                .containsKey(MethodParameter.LEARNING_RATE);
    }

    private static double[] rates(LearningRateSweepRequest request) {
        double[] rates = request.rates() == null ? defaultRates() : request.rates();
        if (rates.length == 0 || rates.length > MOST_RATES) {
            throw new InvalidParameterException(
                            "There are %d rates; a sweep takes from 1 to %d.".formatted(rates.length, MOST_RATES))
                    .at("/rates");
        }
        for (int i = 0; i < rates.length; i++) {
            if (!(rates[i] > 0)) {
                throw new InvalidParameterException("A learning rate is above 0, this one is %s.".formatted(rates[i]))
                        .at("/rates/" + i);
            }
        }
        return rates;
    }

    private static double startingValue(LearningRateSweepRequest request, Minimizer.Seeds seeds, Deadline deadline) {
        return bare(request, 1, 0, seeds, deadline).valueAtStart();
    }

    /** A run that keeps nothing. */
    private static Run bare(
            LearningRateSweepRequest request, double rate, long iterations, Minimizer.Seeds seeds, Deadline deadline) {
        MinimizeRequest usual = request.run(rate);
        MinimizeRequest bare = new MinimizeRequest(
                usual.objective(),
                usual.method(),
                usual.start(),
                iterations,
                usual.stop(),
                new RecordWindow(null, null, null, 2, null),
                usual.seed(),
                null,
                null,
                null);
        Minimizer.Prepared prepared = Minimizer.prepare(bare, "/method", seeds);
        return Minimizer.run(bare, prepared.minimization(), prepared.objective(), deadline, Progress.NONE);
    }

    private static SweepRun run(double rate, MinimizeResult result, double start) {
        boolean finite =
                result.reason() != MinimizeResult.Reason.DIVERGED && result.reason() != MinimizeResult.Reason.UNDEFINED;
        return new SweepRun(
                rate,
                finite && result.last().value() <= start,
                result.minimum(),
                result.last(),
                result.converged(),
                result.reason(),
                result.iterations(),
                result.trajectory(),
                result.diagnosis(),
                result.diagnostics());
    }

    private static boolean stable(Run run) {
        return run.reason() != StopReason.DIVERGED
                && run.reason() != StopReason.UNDEFINED
                && run.value() <= run.valueAtStart();
    }

    private record Bound(double rate, BoundSource source) {}

    private static Bound bound(
            LearningRateSweepRequest request, List<SweepRun> runs, Minimizer.Seeds seeds, Deadline deadline) {
        if (!hasRate(request.method())) {
            return null;
        }
        double theory = theory(request, seeds, deadline);
        if (theory > 0 && theory < Double.POSITIVE_INFINITY) {
            return new Bound(theory, BoundSource.THEORY);
        }
        double unstable = runs.stream()
                .filter(run -> !run.stable())
                .mapToDouble(SweepRun::learningRate)
                .min()
                .orElse(Double.NaN);
        double stable = runs.stream()
                .mapToDouble(SweepRun::learningRate)
                .filter(rate -> rate < unstable)
                .max()
                .orElse(Double.NaN);
        return Double.isNaN(unstable) ? null : between(stable, unstable, request, seeds, deadline);
    }

    /** @param stable NaN where no smaller rate has been tried */
    private static Bound between(
            double stable,
            double unstable,
            LearningRateSweepRequest request,
            Minimizer.Seeds seeds,
            Deadline deadline) {
        double low = stable;
        double high = unstable;
        for (int trial = 0; trial < MOST_TRIALS && !(high / low <= 1 + PRECISION); trial++) {
            boolean known = !Double.isNaN(low);
            double middle = known ? Math.sqrt(low) * Math.sqrt(high) : high / 10;
            if (!known && trial >= MOST_DECADES) {
                return null;
            }
            if (stable(bare(request, middle, request.maxIterations(), seeds, deadline))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Bound(high, BoundSource.BISECTION);
    }

    /** What the theory says of a constant rate on a convex quadratic; NaN where it says nothing. */
    private static double theory(LearningRateSweepRequest request, Minimizer.Seeds seeds, Deadline deadline) {
        MinimizeRequest run = request.run(1);
        Minimizer.Prepared prepared = Minimizer.prepare(run, "/method", seeds);
        ConfiguredMethod method = prepared.method();
        boolean plain = method.rateSchedule() != null
                && method.rateSchedule().name() == RateSchedule.Name.CONSTANT
                && method.given().clipNorm() == null
                && method.given().clipValue() == null
                && method.batchSize() == null;
        if (!plain || !(prepared.objective().function() instanceof TwiceDifferentiableFunction function)) {
            return Double.NaN;
        }
        double[] start = StartingPoint.of(request.start(), prepared.objective());
        return Curvature.everywhere(function, start, deadline)
                .filter(curvature -> curvature.smallest() >= -curvature.resolution() && curvature.largest() > 0)
                .map(curvature -> prepared.minimization().rule().largestStableRate(curvature.largest()))
                .orElse(Double.NaN);
    }

    /** @return the index of the run with the smallest value below the start's, −1 where there is none */
    private static int best(List<SweepRun> runs, double start) {
        int best = -1;
        for (int i = 0; i < runs.size(); i++) {
            SweepRun run = runs.get(i);
            double value = run.minimum().value();
            boolean better = best < 0
                    ? value < start
                    : value < runs.get(best).minimum().value()
                            || value == runs.get(best).minimum().value()
                                    && run.iterations() < runs.get(best).iterations();
            best = better ? i : best;
        }
        return best;
    }

    private static List<Warning> warnings(LearningRateSweepRequest request) {
        List<Warning> warnings = new ArrayList<>();
        if (!hasRate(request.method())) {
            warnings.add(new Warning(
                    "no-learning-rate",
                    "%s has no learning rate: all runs are the same."
                            .formatted(request.method().name().slug()),
                    "/method/name"));
        } else if (request.method().learningRate() != null) {
            warnings.add(new Warning(
                    "learning-rate-unused",
                    "The sweep's rates take the place of the method's.",
                    "/method/learningRate"));
        }
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        return List.copyOf(warnings);
    }
}
