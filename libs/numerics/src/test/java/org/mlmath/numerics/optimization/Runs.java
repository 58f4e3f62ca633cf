package org.mlmath.numerics.optimization;

import org.mlmath.numerics.Deadline;

/** Short ways of writing a run down. */
final class Runs {
    private Runs() {}

    static Minimization minimization(UpdateRule rule, double learningRate, long iterations) {
        return new Minimization(
                rule,
                learningRate,
                new Schedule.Constant(),
                Clipping.NONE,
                StopCriteria.NONE,
                Recording.DEFAULT,
                iterations);
    }

    static Minimization with(Minimization m, Schedule schedule) {
        return new Minimization(
                m.rule(), m.learningRate(), schedule, m.clipping(), m.stop(), m.recording(), m.maxIterations());
    }

    static Minimization with(Minimization m, Clipping clipping) {
        return new Minimization(
                m.rule(), m.learningRate(), m.schedule(), clipping, m.stop(), m.recording(), m.maxIterations());
    }

    static Minimization with(Minimization m, StopCriteria stop) {
        return new Minimization(
                m.rule(), m.learningRate(), m.schedule(), m.clipping(), stop, m.recording(), m.maxIterations());
    }

    static Minimization with(Minimization m, Recording recording) {
        return new Minimization(
                m.rule(), m.learningRate(), m.schedule(), m.clipping(), m.stop(), recording, m.maxIterations());
    }

    static Minimization with(Minimization m, long iterations) {
        return new Minimization(
                m.rule(), m.learningRate(), m.schedule(), m.clipping(), m.stop(), m.recording(), iterations);
    }

    static GradientDescent gradientDescent() {
        return new GradientDescent(0, Convention.TORCH);
    }

    static Momentum momentum(double momentum) {
        return new Momentum(momentum, 0, 0, Convention.TORCH);
    }

    static Adam adam() {
        return new Adam(0.9, 0.999, 1e-8, 0, Convention.TORCH);
    }

    static Run run(Minimization minimization, DifferentiableFunction objective, double... start) {
        return minimization.from(start, objective, Deadline.none());
    }

    static Diagnosis diagnosis(Minimization minimization, DifferentiableFunction objective, double... start) {
        return Diagnosis.of(minimization, run(minimization, objective, start), objective, Deadline.none());
    }
}
