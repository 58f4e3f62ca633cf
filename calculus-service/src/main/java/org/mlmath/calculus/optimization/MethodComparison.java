package org.mlmath.calculus.optimization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.calculus.optimization.CompareMethodsResult.RankedRun;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Progress;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/** Runs of several methods on one objective. One that diverges, or cannot go on, ends as it would alone. */
final class MethodComparison {
    private MethodComparison() {}

    /** @throws MathException at the field of the request that is wrong; what is wrong with a method at its place in the list */
    static CompareMethodsResult compare(CompareMethodsRequest request, Minimizer.Seeds seeds, Deadline deadline) {
        Minimizer.Seeds common = new CommonSeed(seeds);
        List<MinimizeResult> runs = new ArrayList<>();
        for (int i = 0; i < request.methods().size(); i++) {
            MinimizeRequest run = request.run(request.methods().get(i));
            runs.add(Minimizer.minimize(run, "/methods/" + i, common, deadline, Progress.NONE));
        }
        RankingCriterion criterion = request.criterion() == null ? RankingCriterion.VALUE : request.criterion();
        List<Warning> warnings = new ArrayList<>();
        ObjectiveSurface surface = surface(request, runs, warnings, deadline);
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        return new CompareMethodsResult(
                List.copyOf(runs),
                ranking(runs, criterion),
                criterion,
                runs.getFirst().variables(),
                surface,
                runs.stream()
                        .map(MinimizeResult::seed)
                        .filter(seed -> seed != null)
                        .findFirst()
                        .orElse(null),
                List.copyOf(warnings));
    }

    /** One grid for all runs; null where none is asked for. */
    private static ObjectiveSurface surface(
            CompareMethodsRequest request, List<MinimizeResult> runs, List<Warning> warnings, Deadline deadline) {
        if (request.surface() == null) {
            return null;
        }
        int side = request.surface().resolution() == null
                ? SurfaceOptions.USUAL_POINTS
                : request.surface().resolution();
        RunObjective objective = RunObjective.of(request.objective(), null, "", 0, (long) side * side);
        return Surfaces.of(
                request.surface(),
                objective,
                runs.stream().map(Surfaces.Path::of).toList(),
                warnings,
                deadline);
    }

    private static List<RankedRun> ranking(List<MinimizeResult> runs, RankingCriterion criterion) {
        Comparator<MinimizeResult> order = Comparator.comparingDouble(criterion::of);
        if (criterion.needsConvergence()) {
            order = Comparator.comparing((MinimizeResult run) -> !run.converged())
                    .thenComparing(run ->
                            run.converged() ? criterion.of(run) : run.minimum().value());
        }
        Comparator<MinimizeResult> best = order;
        int[] sorted = IntStream.range(0, runs.size())
                .boxed()
                .sorted((a, b) -> best.compare(runs.get(a), runs.get(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        List<RankedRun> ranking = new ArrayList<>();
        for (int index : sorted) {
            MinimizeResult run = runs.get(index);
            ranking.add(new RankedRun(
                    ranking.size() + 1,
                    index,
                    run.method().name(),
                    run.minimum().value(),
                    run.diagnostics().gradientNorm(),
                    run.iterations(),
                    run.diagnostics().evaluations(),
                    run.converged(),
                    run.reason()));
        }
        return List.copyOf(ranking);
    }
}
