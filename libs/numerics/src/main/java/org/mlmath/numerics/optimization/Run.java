package org.mlmath.numerics.optimization;

/**
 * What a run came to.
 *
 * @param reason why it ended
 * @param iterations steps made since iteration 0, continuations included: the number of the last iterate
 * @param state the last finite iterate and the best one: continues the run
 * @param value at the last iterate
 * @param gradientNorm at the last iterate, Euclidean, before clipping
 * @param pointAtStart where this run began, at iteration 0 or where it was continued
 * @param valueAtStart there
 * @param gradientNormAtStart there
 * @param valueChange what the last step changed, as {@link StopCriteria#valueChange} is held against it; NaN without one
 * @param evaluations of the objective in this run, each giving its value, with or without derivatives
 * @param trend of its last steps
 */
public record Run(
        StopReason reason,
        long iterations,
        RunState state,
        double value,
        double gradientNorm,
        double[] pointAtStart,
        double valueAtStart,
        double gradientNormAtStart,
        double valueChange,
        long evaluations,
        Trajectory trajectory,
        Trend trend) {

    /** What a small gradient is, as a part of the one at iteration 0, when no criterion was given. */
    private static final double SMALL_GRADIENT = 1e-6;

    /** What it is beside the value itself: rounding of the objective hides anything smaller. */
    private static final double NEGLIGIBLE_GRADIENT = 1e-12;

    /**
     * @return whether a criterion was met, nothing was left to do or, where the run ended otherwise, the gradient is a millionth of
     *     the first one or negligible beside the value; a run that ends higher than it started has not converged, however flat
     *     it is there, unless it has drawn together around the best point it found; one that begins collapsed has found nothing
     */
    public boolean converged() {
        return reason.criterion()
                || reason == StopReason.COLLAPSED && iterations > 0
                || value <= valueAtStart
                        && switch (reason) {
                            case STATIONARY -> true;
                            case DIVERGED, UNDEFINED -> false;
                            default -> gradientNorm <= smallGradient();
                        };
    }

    /** @return the gradient norm that counts as small without a criterion; a value that has grown on the way makes none small */
    public double smallGradient() {
        return Math.max(
                SMALL_GRADIENT * state.initialGradientNorm(),
                NEGLIGIBLE_GRADIENT * Math.min(Math.abs(value), Math.abs(valueAtStart)));
    }
}
