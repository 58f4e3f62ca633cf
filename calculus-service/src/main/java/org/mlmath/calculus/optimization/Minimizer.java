package org.mlmath.calculus.optimization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlmath.calculus.optimization.MinimizeResult.PointAndValue;
import org.mlmath.calculus.optimization.MinimizeResult.Reason;
import org.mlmath.calculus.optimization.MinimizeResult.RecordedTrajectory;
import org.mlmath.calculus.optimization.MinimizeResult.RunDiagnostics;
import org.mlmath.calculus.optimization.RunDiagnosis.FindingCode;
import org.mlmath.calculus.optimization.RunDiagnosis.RunFinding;
import org.mlmath.calculus.optimization.RunDiagnosis.Severity;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Progress;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.optimization.Diagnosis;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.Minimization;
import org.mlmath.numerics.optimization.Recording;
import org.mlmath.numerics.optimization.Run;
import org.mlmath.numerics.optimization.StopCriteria;
import org.mlmath.numerics.optimization.StopReason;
import org.mlmath.numerics.optimization.Trajectory;
import org.mlmath.numerics.optimization.UpdateRule;

/** Runs a method on an objective and says what came of it. See {@link Minimization} for the run itself. */
final class Minimizer {
    private Minimizer() {}

    /**
     * @param seeds gives the seed to use for the one given, or draws one; asked only where the run needs one
     * @throws MathException at the field of the request that is wrong, or at {@code /start} where the objective is undefined there
     */
    static MinimizeResult minimize(MinimizeRequest request, Seeds seeds, Deadline deadline, Progress progress) {
        return minimize(request, "/method", seeds, deadline, progress);
    }

    /** @param place of the method in the request that the caller sees */
    static MinimizeResult minimize(
            MinimizeRequest request, String place, Seeds seeds, Deadline deadline, Progress progress) {
        Prepared prepared = prepare(request, place, seeds);
        Run run = run(request, prepared.minimization(), prepared.objective(), deadline, progress);
        return result(request, prepared, run, deadline);
    }

    /** A run that only has to be made. */
    record Prepared(ConfiguredMethod method, Long seed, RunObjective objective, Minimization minimization) {}

    static Prepared prepare(MinimizeRequest request, String place, Seeds seeds) {
        ConfiguredMethod method = configure(request.method(), place);
        if (wholeGradient(request)) {
            method = method.withoutBatches();
        }
        Long seed = method.draws() ? seed(request, seeds) : null;
        RunObjective objective = RunObjective.of(
                request.objective(), method.batchSize(), place, seed == null ? 0 : seed, request.maxIterations());
        Minimization minimization = new Minimization(
                method.rule(seed == null ? 0 : seed),
                method.learningRate(),
                method.schedule(),
                method.clipping(),
                criteria(request.stop()),
                recording(request.record()),
                request.maxIterations());
        return new Prepared(method, seed, objective, minimization);
    }

    /** Whether one observation was to be drawn for each step by default, of an objective that has none to draw from. */
    private static boolean wholeGradient(MinimizeRequest request) {
        return request.method().name() == MethodName.STOCHASTIC_GRADIENT_DESCENT
                && request.method().batchSize() == null
                && request.objective().model() == null;
    }

    private static MinimizeResult result(MinimizeRequest request, Prepared prepared, Run run, Deadline deadline) {
        RunObjective objective = prepared.objective();
        Minimization minimization = prepared.minimization();
        DifferentiableFunction function = objective.function();
        Diagnosis diagnosis = Diagnosis.of(minimization, run, function, deadline);
        List<UpdateRule.Slot> slots = minimization.rule().memory(function.dimension());
        OptimizationMethod complete = prepared.method().complete(function.dimension());
        List<Warning> warnings = warnings(request, minimization, run);
        ObjectiveSurface surface = request.surface() == null
                ? null
                : Surfaces.of(request.surface(), objective, List.of(Surfaces.Path.of(run)), warnings, deadline);
        return new MinimizeResult(
                new PointAndValue(run.state().bestPoint(), run.state().bestValue()),
                new PointAndValue(run.state().point(), run.value()),
                complete,
                objective.variables(),
                run.converged(),
                Reason.valueOf(run.reason().name()),
                run.iterations(),
                trajectory(run.trajectory(), slots),
                diagnosis(diagnosis),
                surface,
                StateOnTheWire.write(request.method().name(), run.state(), slots, prepared.seed()),
                prepared.seed(),
                new RunDiagnostics(run.gradientNorm(), run.evaluations()),
                conventions(complete),
                List.copyOf(warnings));
    }

    /** Where seeds come from. */
    @FunctionalInterface
    interface Seeds {
        /** @param given null to draw one */
        long seed(Long given);
    }

    static ConfiguredMethod configure(OptimizationMethod given, String place) {
        try {
            return ConfiguredMethod.of(given);
        } catch (MathException e) {
            throw e.at(place);
        }
    }

    /** A continued run keeps its seed. */
    private static long seed(MinimizeRequest request, Seeds seeds) {
        Long kept = request.resume() == null ? null : request.resume().seed();
        if (kept != null && request.seed() != null && !kept.equals(request.seed())) {
            throw new InvalidParameterException("The run that is continued has the seed %d.".formatted(kept))
                    .at("/seed");
        }
        return seeds.seed(kept == null ? request.seed() : kept);
    }

    /** @throws MathException at {@code /start} or {@code /resume} where the objective has no value there */
    static Run run(
            MinimizeRequest request,
            Minimization minimization,
            RunObjective objective,
            Deadline deadline,
            Progress progress) {
        DifferentiableFunction function = objective.function();
        StreamedIterates told = StreamedIterates.to(progress, minimization.recording());
        if (request.resume() == null) {
            double[] start = StartingPoint.of(request.start(), objective);
            try {
                objective.requireValue(start);
                return minimization.from(start, function, deadline, told);
            } catch (DomainException e) {
                throw e.at("/start");
            } catch (LimitExceededException e) {
                throw e.at("/objective"); // too large for second derivatives
            }
        }
        try {
            return minimization.resume(
                    StateOnTheWire.read(
                            request.resume(),
                            request.method().name(),
                            minimization.rule().memory(function.dimension()),
                            function.dimension()),
                    function,
                    deadline,
                    told);
        } catch (DomainException e) {
            throw e.at("/resume/point");
        } catch (InvalidParameterException | DimensionMismatchException e) {
            throw e.at("/resume");
        }
    }

    static StopCriteria criteria(StopConditions stop) {
        if (stop == null) {
            return StopCriteria.NONE;
        }
        requireNotNegative(stop.gradientNorm(), "gradientNorm");
        requireNotNegative(stop.valueChange(), "valueChange");
        return new StopCriteria(orNever(stop.gradientNorm()), orNever(stop.valueChange()), orNever(stop.target()));
    }

    private static void requireNotNegative(Double bound, String field) {
        if (bound != null && bound < 0) {
            throw new InvalidParameterException("%s is %s; it has to be at least 0.".formatted(field, bound))
                    .at("/stop/" + field);
        }
    }

    private static double orNever(Double bound) {
        return bound == null ? Double.NaN : bound;
    }

    private static Recording recording(RecordWindow window) {
        Recording usual = Recording.DEFAULT;
        if (window == null) {
            return usual;
        }
        long from = window.from() == null ? usual.from() : window.from();
        long to = window.to() == null ? usual.to() : window.to();
        if (to < from) {
            throw new InvalidParameterException("The window ends at %d, before it begins at %d.".formatted(to, from))
                    .at("/record/to");
        }
        return new Recording(
                window.every() == null ? usual.every() : window.every(),
                from,
                to,
                window.maxPoints() == null ? usual.maxPoints() : window.maxPoints(),
                Boolean.TRUE.equals(window.state()));
    }

    private static RecordedTrajectory trajectory(Trajectory trajectory, List<UpdateRule.Slot> slots) {
        return new RecordedTrajectory(
                trajectory.iterations(),
                trajectory.points(),
                trajectory.values(),
                trajectory.gradientNorms(),
                trajectory.memory() == null ? null : StateOnTheWire.columns(trajectory.memory(), slots));
    }

    static RunDiagnosis diagnosis(Diagnosis diagnosis) {
        List<RunFinding> findings = diagnosis.findings().stream()
                .map(finding -> new RunFinding(
                        FindingCode.valueOf(finding.code().name()),
                        Severity.valueOf(finding.severity().name()),
                        finding.iteration(),
                        finding.evidence(),
                        finding.message()))
                .toList();
        return new RunDiagnosis(diagnosis.summary(), findings);
    }

    static Map<String, String> conventions(OptimizationMethod method) {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put(
                "updateRule",
                switch (method.convention()) {
                    case null -> oneConvention(method.name());
                    case TORCH -> "PyTorch's update rule (torch.optim) and defaults";
                    case KERAS ->
                        "Keras's update rule with PyTorch's defaults: the velocity contains the learning rate, epsilon stands"
                                + " before the bias correction, weight decay is decoupled";
                    case COURSE ->
                        "the course's update rule with PyTorch's defaults: averages weigh a new gradient by 1 − β";
                });
        conventions.put(
                "gradientNorm", "Euclidean, of the objective itself: before weight decay, batches and clipping");
        conventions.put("iterations", "the start is iteration 0");
        return conventions;
    }

    /** The rule of a method that has but one, under every convention. */
    private static String oneConvention(MethodName name) {
        return switch (name) {
            case LBFGS ->
                "that of torch.optim.LBFGS, whose inner iterations each count as one, with a strong Wolfe search by default";
            case NELDER_MEAD -> "that of SciPy, with its first simplex";
            case CMA_ES ->
                "the tutorial's, without negative weights; iterates are the best candidates of their generations";
            default -> "the textbook's";
        };
    }

    private static List<Warning> warnings(MinimizeRequest request, Minimization minimization, Run run) {
        List<Warning> warnings = new ArrayList<>();
        if (run.reason() == StopReason.DIVERGED || run.reason() == StopReason.UNDEFINED) {
            String why = run.reason() == StopReason.DIVERGED ? "overflows" : "leads where the objective is undefined";
            warnings.add(new Warning(
                    run.reason() == StopReason.DIVERGED ? "diverged" : "left-domain",
                    "The step to iteration %d %s; the run ends before it.".formatted(run.iterations() + 1, why)));
        }
        if (run.reason() == StopReason.SINGULAR_HESSIAN) {
            warnings.add(new Warning(
                    "singular-hessian",
                    "The Hessian at iteration %d is singular; the run ends there.".formatted(run.iterations())));
        }
        if (wholeGradient(request)) {
            warnings.add(new Warning(
                    "no-batches",
                    "An expression has no observations to draw from: each step follows its whole gradient.",
                    "/method"));
        }
        thinned(minimization.recording(), run.trajectory()).ifPresent(warnings::add);
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        return warnings;
    }

    private static Optional<Warning> thinned(Recording recording, Trajectory trajectory) {
        long[] kept = trajectory.iterations();
        // The first and last distances may be cut short by the run's own ends.
        long stride = kept.length > 3 ? kept[2] - kept[1] : recording.every();
        return stride <= recording.every()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "trajectory-thinned",
                        "More than %d iterates were to be kept; every %d-th is."
                                .formatted(recording.maxPoints(), stride),
                        "/trajectory"));
    }
}
