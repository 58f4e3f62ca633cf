package org.mlmath.numerics.optimization;

import java.util.List;
import java.util.function.Consumer;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;

/**
 * A run of an update rule on an objective: everything about it but the objective and the place to start from.
 *
 * <p>A run makes {@code maxIterations} steps unless a criterion is met or the iterates leave the finite numbers; then it ends at
 * the last finite iterate and keeps what it has. Where the rule keeps to
 * the gradient it allocates nothing per step. The same run gives the same bits, in one
 * piece or continued from its state.
 *
 * @param rule how a point is moved
 * @param learningRate η, before the schedule
 * @param maxIterations steps of this run, those before a continuation not counted
 */
public record Minimization(
        UpdateRule rule,
        double learningRate,
        Schedule schedule,
        Clipping clipping,
        StopCriteria stop,
        Recording recording,
        long maxIterations) {

    /** The time between two looks at the clock is kept above this, so that looking costs nothing beside the steps. */
    private static final long BETWEEN_LOOKS_NANOS = 20_000;

    private static final int MOST_STEPS_BETWEEN_LOOKS = 1024;

    /** How many times the start's scale an iterate may reach before leaving the finite numbers counts as divergence. */
    private static final double DIVERGING_GROWTH = 1e6;

    /** Below this a rule that finds no way down any more has come to the end of the doubles, not of the objective. */
    private static final double BOTTOMLESS = -1e200;

    /** A gradient that is no smaller than this part of the first one, nor than that part of the value, is not stationary. */
    private static final double NEARLY_STATIONARY = 1e-3;

    private static final double NEARLY_ZERO = 1e-6;

    /**
     * Runs from a point: iteration 0.
     *
     * @throws DimensionMismatchException if the start is not as long as the objective's dimension
     * @throws DomainException if value, or a gradient that the rule needs, is not finite at the start
     */
    public Run from(double[] start, DifferentiableFunction objective, Deadline deadline) {
        return from(start, objective, deadline, null);
    }

    /** @param observer sees each iterate as soon as it is there, good until it returns; null for none */
    public Run from(double[] start, DifferentiableFunction objective, Deadline deadline, Consumer<Iterate> observer) {
        requireLength("start", start, objective.dimension());
        int n = objective.dimension();
        double[] memory = new double[UpdateRule.length(rule.memory(n))];
        rule.initialize(memory);
        return run(
                new RunState(0, start, memory, 0, start, Double.NaN, Double.NaN, null), objective, deadline, observer);
    }

    /**
     * Continues a run where its state says.
     *
     * @throws DimensionMismatchException if the state's parts do not fit the objective's dimension or the rule
     * @throws DomainException if value, or a gradient that the rule needs, is not finite at the state's point
     */
    public Run resume(RunState state, DifferentiableFunction objective, Deadline deadline) {
        return resume(state, objective, deadline, null);
    }

    /** @param observer as for {@link #from(double[], DifferentiableFunction, Deadline, Consumer)} */
    public Run resume(RunState state, DifferentiableFunction objective, Deadline deadline, Consumer<Iterate> observer) {
        int n = objective.dimension();
        requireLength("state's point", state.point(), n);
        requireLength("state's best point", state.bestPoint(), n);
        requireLength("state's memory", state.memory(), UpdateRule.length(rule.memory(n)));
        return run(state, objective, deadline, observer);
    }

    private static void requireLength(String what, double[] array, int expected) {
        if (array.length != expected) {
            throw new DimensionMismatchException(
                    "The %s has %d entries, where %d are needed.".formatted(what, array.length, expected));
        }
    }

    private Run run(RunState state, DifferentiableFunction objective, Deadline deadline, Consumer<Iterate> observer) {
        deadline.check();
        int n = objective.dimension();
        List<UpdateRule.Slot> slots = rule.memory(n);
        int memoryLength = UpdateRule.length(slots);
        Iterate current = new Iterate(n, memoryLength);
        Iterate next = new Iterate(n, memoryLength);
        System.arraycopy(state.point(), 0, current.point(), 0, n);
        System.arraycopy(state.memory(), 0, current.memory(), 0, memoryLength);
        current.number(state.iteration());
        boolean gradientNeeded = rule.guide() != UpdateRule.Guide.VALUES;
        current.evaluate(objective, gradientNeeded);
        long evaluations = 1;
        if (!current.finite()) {
            throw new DomainException(
                    gradientNeeded
                            ? "The objective or its gradient has no finite value at the start."
                            : "The objective has no finite value at the start.");
        }
        boolean fresh = state.iteration() == 0;
        if (state.valueChange() != null) {
            current.change(state.valueChange()); // where a run has ended, going on with it ends at once
        }
        double initialGradientNorm = fresh ? current.gradientNorm() : state.initialGradientNorm();
        Best best = fresh ? new Best(current) : new Best(state, objective);
        double valueAtStart = current.value();
        double gradientNormAtStart = current.gradientNorm();
        double scaleAtStart = scale(current);

        TrajectoryRecorder recorder = new TrajectoryRecorder(recording, n, memoryLength);
        recorder.see(current);
        if (observer != null) {
            observer.accept(current);
        }
        Trend trend = new Trend(current.value());
        long last = Math.addExact(state.iteration(), maxIterations);
        double valueBefore = Double.NaN;
        int stepsBetweenLooks = 1;
        long nextLook = current.iteration();
        long lastLook = System.nanoTime();
        MiniBatches batches = objective instanceof MiniBatches sampled ? sampled : null;
        StopReason reason;
        while ((reason = stop.met(current, valueBefore)) == null) {
            if (current.iteration() == last) {
                reason = StopReason.MAX_ITERATIONS;
                break;
            }
            if (current.iteration() >= nextLook) {
                deadline.check();
                long now = System.nanoTime();
                boolean fast = now - lastLook < BETWEEN_LOOKS_NANOS;
                stepsBetweenLooks = fast
                        ? Math.min(2 * stepsBetweenLooks, MOST_STEPS_BETWEEN_LOOKS)
                        : Math.max(1, stepsBetweenLooks / 2);
                nextLook = current.iteration() + stepsBetweenLooks;
                lastLook = now;
            }
            if (batches != null) {
                batches.batchGradient(current.iteration(), current.point(), current.gradient());
            }
            clipping.apply(current.gradient());
            next.number(current.iteration() + 1);
            rule.step(current, next, schedule.rate(learningRate, current.iteration()), objective);
            if (next.refusal() == null) {
                next.evaluate(objective, gradientNeeded);
            }
            evaluations += next.evaluations();
            if (next.refusal() != null) {
                reason = refusal(next.refusal(), current, initialGradientNorm);
                break;
            }
            if (!next.finite()) {
                reason = grown(next, current, scaleAtStart, valueAtStart) ? StopReason.DIVERGED : StopReason.UNDEFINED;
                break;
            }
            trend.see(next.value(), next.opposes(current));
            best.see(next, current);
            recorder.see(next);
            if (observer != null) {
                observer.accept(next);
            }
            valueBefore = current.value();
            Iterate free = current;
            current = next;
            next = free;
        }
        recorder.end(current);
        best.settle(current);
        double valueChange = current.valueChange(valueBefore);
        RunState end = new RunState(
                current.iteration(),
                current.point().clone(),
                current.memory().clone(),
                best.iteration(),
                best.point(),
                best.value(),
                initialGradientNorm,
                Double.isNaN(valueChange) ? null : valueChange);
        return new Run(
                reason,
                current.iteration(),
                end,
                current.value(),
                current.gradientNorm(),
                state.point(),
                valueAtStart,
                gradientNormAtStart,
                valueChange,
                evaluations,
                recorder.trajectory(),
                trend);
    }

    /** What a rule that cannot go on has come to, seen from outside. */
    private static StopReason refusal(StopReason told, Iterate current, double initialGradientNorm) {
        if (current.value() < BOTTOMLESS) {
            return StopReason.DIVERGED;
        }
        // A model of the objective that a kink has spoilt promises nothing either.
        double small =
                Math.max(NEARLY_STATIONARY * initialGradientNorm, NEARLY_ZERO * Math.max(1, Math.abs(current.value())));
        boolean steep = told == StopReason.STATIONARY && current.gradientNorm() > small;
        return steep ? StopReason.NO_DESCENT : told;
    }

    /** Did the iterates run away, or did an ordinary step leave the domain? */
    private static boolean grown(Iterate failed, Iterate before, double scaleAtStart, double valueAtStart) {
        double pointGrowth = scale(failed) / scaleAtStart;
        double valueGrowth = Math.abs(before.value()) / (1 + Math.abs(valueAtStart));
        // Where value and gradient exist, something else has overflowed: the gradient's square, or the rule's memory.
        boolean defined = Double.isFinite(failed.value()) && !Double.isNaN(failed.gradientNorm());
        return defined || !(pointGrowth < DIVERGING_GROWTH) || valueGrowth > DIVERGING_GROWTH;
    }

    private static double scale(Iterate iterate) {
        double largest = 1;
        for (double coordinate : iterate.point()) {
            largest = Math.max(largest, Math.abs(coordinate));
        }
        return largest;
    }

    /**
     * The smallest value seen; rounding makes equals of neighbours near a minimum, and then the gradient tells. Points are copied
     * only when a run stops improving, not at each of many steps downhill.
     */
    private static final class Best {
        private final double[] point;
        private long iteration;
        private double value;
        private double gradientNorm;
        private boolean atCurrent;

        Best(Iterate start) {
            point = new double[start.point().length];
            iteration = start.iteration();
            value = start.value();
            gradientNorm = start.gradientNorm();
            atCurrent = true;
        }

        /** The gradient there follows from the point, as everything else that a state leaves out. */
        Best(RunState state, DifferentiableFunction objective) {
            point = state.bestPoint().clone();
            Iterate there = new Iterate(point.length, 0);
            System.arraycopy(point, 0, there.point(), 0, point.length);
            there.evaluate(objective, false);
            gradientNorm = there.gradientNorm();
            iteration = state.bestIteration();
            value = state.bestValue();
        }

        void see(Iterate next, Iterate current) {
            boolean flatter = next.value() == value && next.gradientNorm() < gradientNorm;
            if (next.value() < value || flatter) {
                value = next.value();
                gradientNorm = next.gradientNorm();
                iteration = next.iteration();
                atCurrent = true;
            } else if (atCurrent) {
                settle(current);
            }
        }

        /** Copies the best point while its iterate still holds it. */
        void settle(Iterate current) {
            if (atCurrent) {
                System.arraycopy(current.point(), 0, point, 0, point.length);
                atCurrent = false;
            }
        }

        double[] point() {
            return point;
        }

        long iteration() {
            return iteration;
        }

        double value() {
            return value;
        }
    }
}
