package org.mlmath.numerics.optimization;

import java.util.List;

/**
 * How one method moves a point: the part in which gradient descent, Adam or BFGS differ, everything else being the run's.
 *
 * <p>A rule itself is immutable and may be shared. What it remembers between steps lives in the iterates' memory, one flat
 * array whose layout it chooses: a run is continued, or a failed step undone, by keeping that array.
 */
public interface UpdateRule {
    /** @return the parts of the memory in their order, each by the name under which callers see it; empty when there are none */
    List<Slot> memory(int dimension);

    /** Fills a memory of zeros with what it holds before the first step. */
    default void initialize(double[] memory) {}

    /** @return by what it finds its way */
    default Guide guide() {
        return Guide.LEARNING_RATE;
    }

    /**
     * Makes one step. Writes {@code to}'s point and all of its memory, or {@linkplain Iterate#refuse refuses}; leaves {@code from}
     * unmodified.
     *
     * @param from evaluated: point, value, gradient and memory (as {@link #initialize} left it before the first step)
     * @param to numbered: {@link Iterate#iteration} counts the steps including this one
     * @param learningRate in force for this step
     * @param objective for rules that look around before they move
     */
    void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective);

    /**
     * @param largestCurvature λmax > 0 of a quadratic objective's Hessian
     * @return the learning rate from which on the method no longer converges on it, NaN where theory names none
     */
    default double largestStableRate(double largestCurvature) {
        return Double.NaN;
    }

    /**
     * @param condition κ = λmax/λmin > 1 of a quadratic objective's Hessian
     * @return the factor by which the error shrinks per step at worst, for a rule that searches along gradients or what it makes
     *     of them; NaN where theory names none, or the rule does not depend on κ
     */
    default double linearRate(double condition) {
        return Double.NaN;
    }

    /** By what a rule finds its way: what a run may expect of its steps, and a diagnosis advise. */
    enum Guide {
        /** A fixed multiple of the gradient, or of what was made of it: too large a rate diverges. */
        LEARNING_RATE,
        /** A direction and a search along it, or a model of the objective that gives the length too. */
        DIRECTION,
        /** Values alone: gradients need not exist, and the way down is not straight. */
        VALUES
    }

    /**
     * One part of a rule's memory.
     *
     * @param name as callers see it
     * @param length in doubles
     * @param filling whether its end stays zero until it is needed, and may be left away
     */
    record Slot(String name, int length, boolean filling) {
        public Slot(String name, int length) {
            this(name, length, false);
        }
    }

    /** @return the length of a memory of these parts */
    static int length(List<Slot> memory) {
        return memory.stream().mapToInt(Slot::length).sum();
    }
}
