package org.mlmath.calculus.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mlmath.calculus.optimization.MinimizeResult.Reason;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.optimization.Diagnosis;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.MiniBatches;
import org.mlmath.numerics.optimization.Minimization;
import org.mlmath.numerics.optimization.Recording;
import org.mlmath.numerics.optimization.Run;
import org.mlmath.numerics.optimization.SampledObjective;
import org.mlmath.numerics.optimization.StopReason;

/**
 * A run that trains a model: any method of this package on the loss of observations, from zeros.
 *
 * @param method with its defaults filled in
 * @param point the parameters it ended with
 * @param losses the objective at the start and after the steps that were recorded
 * @param seed of the batches, null where none were drawn
 */
public record ModelRun(
        OptimizationMethod method,
        double[] point,
        double[] losses,
        boolean converged,
        Reason reason,
        long iterations,
        RunDiagnosis diagnosis,
        Long seed,
        double gradientNorm,
        long evaluations,
        Map<String, String> conventions,
        List<Warning> warnings) {

    /** Numbers that the record of a run may hold. */
    private static final int MOST_NUMBERS = 2_000_000;

    /**
     * @param optimizer the method, or null for gradient descent at this rate
     * @param rate for gradient descent where no method is given
     * @param seeds the seed to use for the one given, or one drawn for null; asked only where the method draws
     * @throws org.mlmath.numerics.MathException at {@code /optimizer} or {@code /stop}
     */
    public static ModelRun train(
            OptimizationMethod optimizer,
            double rate,
            SampledObjective objective,
            long maxIterations,
            StopConditions stop,
            Long seed,
            UnaryOperator<Long> seeds,
            Deadline deadline) {
        ConfiguredMethod method =
                Minimizer.configure(optimizer == null ? gradientDescent(rate) : optimizer, "/optimizer");
        Long used = method.draws() ? seeds.apply(seed) : null;
        long drawn = used == null ? 0 : used;
        Integer batch = method.batchSize();
        if (batch != null && batch > objective.observations()) {
            throw new InvalidParameterException("batchSize is %d, and there are %d observations."
                            .formatted(batch, objective.observations()))
                    .at("/optimizer/batchSize");
        }
        DifferentiableFunction function = batch == null ? objective : new MiniBatches(objective, batch, drawn);
        int most = Math.max(2, Math.min(10_000, MOST_NUMBERS / function.dimension()));
        Minimization minimization = new Minimization(
                method.rule(drawn),
                method.learningRate(),
                method.schedule(),
                method.clipping(),
                Minimizer.criteria(stop),
                new Recording(1, 0, Long.MAX_VALUE, most, false),
                maxIterations);
        Run run;
        try {
            run = minimization.from(new double[function.dimension()], function, deadline);
        } catch (DomainException e) {
            throw e.at("/features");
        }
        OptimizationMethod complete = method.complete(function.dimension());
        return new ModelRun(
                complete,
                run.state().point(),
                run.trajectory().values(),
                run.converged(),
                Reason.valueOf(run.reason().name()),
                run.iterations(),
                Minimizer.diagnosis(Diagnosis.of(minimization, run, function, deadline)),
                used,
                run.gradientNorm(),
                run.evaluations(),
                Minimizer.conventions(complete),
                warnings(run, most));
    }

    private static List<Warning> warnings(Run run, int most) {
        List<Warning> warnings = new ArrayList<>();
        if (run.reason() == StopReason.DIVERGED || run.reason() == StopReason.UNDEFINED) {
            warnings.add(new Warning(
                    "diverged",
                    "The step to iteration %d overflows; the run ends before it. Try a smaller learning rate."
                            .formatted(run.iterations() + 1),
                    "/optimizer"));
        }
        if (run.trajectory().values().length <= run.iterations()) {
            warnings.add(new Warning(
                    "history-thinned",
                    "At most %d losses are kept; the run has %d iterations.".formatted(most, run.iterations()),
                    "/lossHistory"));
        }
        return warnings;
    }

    private static OptimizationMethod gradientDescent(double rate) {
        return new OptimizationMethod(
                MethodName.GRADIENT_DESCENT,
                rate,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
