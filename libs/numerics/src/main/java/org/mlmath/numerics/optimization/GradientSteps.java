package org.mlmath.numerics.optimization;

/**
 * Steps of an update rule along gradients that somebody else computes: those of a network on its batches, say. Nothing is allocated per
 * step.
 */
public final class GradientSteps {
    private final UpdateRule rule;
    private final double learningRate;
    private final Schedule schedule;
    private final Clipping clipping;
    private Iterate current;
    private Iterate next;

    /**
     * @param rule that moves along one gradient at a time
     * @param learningRate η, before the schedule
     * @param steps made so far
     * @param point where they led; copied
     * @param memory the rule's, null for that before the first step; copied
     */
    public GradientSteps(
            UpdateRule rule,
            double learningRate,
            Schedule schedule,
            Clipping clipping,
            long steps,
            double[] point,
            double[] memory) {
        this.rule = rule;
        this.learningRate = learningRate;
        this.schedule = schedule;
        this.clipping = clipping;
        int length = UpdateRule.length(rule.memory(point.length));
        current = new Iterate(point.length, length);
        next = new Iterate(point.length, length);
        if (memory == null) {
            rule.initialize(current.memory());
            restore(steps, point, current.memory());
        } else {
            restore(steps, point, memory);
        }
    }

    /** Goes back, or on, to where the steps stood. */
    public void restore(long steps, double[] point, double[] memory) {
        current.number(steps);
        System.arraycopy(point, 0, current.point(), 0, point.length);
        if (memory != current.memory()) {
            System.arraycopy(memory, 0, current.memory(), 0, memory.length);
        }
    }

    /** @return where the steps stand: an array of their own, good until the next step */
    public double[] point() {
        return current.point();
    }

    /** @return to be filled with the gradient at {@link #point} before each step */
    public double[] gradient() {
        return current.gradient();
    }

    /** @return what the rule remembers: an array of its own, good until the next step */
    public double[] memory() {
        return current.memory();
    }

    public long steps() {
        return current.iteration();
    }

    /** @return the learning rate of the next step */
    public double rate() {
        return schedule.rate(learningRate, current.iteration());
    }

    /** @return whether the step was made: it is not where it would leave the finite numbers */
    public boolean step() {
        clipping.apply(current.gradient());
        next.number(current.iteration() + 1);
        rule.step(current, next, rate(), null);
        if (!finite(next.point()) || !finite(next.memory())) {
            return false;
        }
        Iterate free = current;
        current = next;
        next = free;
        return true;
    }

    /** Sums of four kinds, since each addition waits for the one before: the sum is NaN as soon as a term is not finite. */
    private static boolean finite(double[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < values.length; i += 4) {
            a += values[i] * 0;
            b += values[i + 1] * 0;
            c += values[i + 2] * 0;
            d += values[i + 3] * 0;
        }
        for (; i < values.length; i++) {
            a += values[i] * 0;
        }
        return a + b + c + d == 0;
    }
}
