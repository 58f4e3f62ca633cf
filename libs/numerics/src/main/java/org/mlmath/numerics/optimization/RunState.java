package org.mlmath.numerics.optimization;

/**
 * All that a run needs to go on as if it had never stopped. Values and gradients are not kept: they follow from the points. What the
 * last step changed is, since it does not.
 *
 * @param iteration steps made so far
 * @param point where it stands
 * @param memory the rule's
 * @param bestIteration the iterate with the smallest value so far, of several the one with the smallest gradient
 * @param bestPoint where that was
 * @param bestValue the value there
 * @param initialGradientNorm at iteration 0: what a small gradient is measured against
 * @param valueChange what {@link StopCriteria#valueChange} was held against last; null where there was nothing yet
 */
public record RunState(
        long iteration,
        double[] point,
        double[] memory,
        long bestIteration,
        double[] bestPoint,
        double bestValue,
        double initialGradientNorm,
        Double valueChange) {}
