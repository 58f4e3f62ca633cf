package org.mlmath.numerics.optimization;

/**
 * When a run ends before its last step; every criterion may be absent. All are absolute and checked at every iterate, the start
 * included (there, without a step before it, {@code valueChange} is not).
 *
 * @param gradientNorm ends at ‖g‖ ≤ this; NaN for never
 * @param valueChange ends at |fₖ − fₖ₋₁| ≤ this, or where a rule measures its progress otherwise (see
 *     {@link Iterate#change}) when that is; NaN for never
 * @param target ends at fₖ ≤ this; NaN for never
 */
public record StopCriteria(double gradientNorm, double valueChange, double target) {
    public static final StopCriteria NONE = new StopCriteria(Double.NaN, Double.NaN, Double.NaN);

    /** @return the criterion met, the first in the order above, or null */
    StopReason met(Iterate iterate, double valueBefore) {
        // Comparisons with NaN are false, so absent criteria need no test of their own.
        if (iterate.gradientNorm() <= gradientNorm) {
            return StopReason.GRADIENT_NORM;
        }
        if (iterate.valueChange(valueBefore) <= valueChange) {
            return StopReason.VALUE_CHANGE;
        }
        return iterate.value() <= target ? StopReason.TARGET : null;
    }
}
