package org.mlmath.numerics.optimization.descent;

import org.mlmath.numerics.optimization.descent.Ray.Trial;

/**
 * A length with f(x + t·d) ≤ f(x) + c₁·t·φ′(0) and |φ′(t)| ≤ c₂·|φ′(0)|: far enough down, and the slope flattened. Lengths grow until
 * they enclose such a one; then cubic interpolation of values and slopes narrows them down, kept away from the ends of the
 * bracket where it makes no progress.
 *
 * <p>Values are compared with an allowance for their rounding. Near a minimum, where they no longer differ, the slopes lead on, so
 * that the minimiser is found to full accuracy and not to half of its digits.
 *
 * <p>Source: Nocedal and Wright, algorithms 3.5 and 3.6 with the interpolation (3.59); the bounds of the extrapolation and the
 * safeguards are M. Schmidt's (minFunc), which {@code torch.optim.LBFGS} follows too; W. W. Hager, H. Zhang, <i>A new conjugate
 * gradient method with guaranteed descent and an efficient line search</i>, SIAM Journal on Optimization 16(1), 2005, for
 * the conditions near a minimum.
 *
 * @param sufficientDecrease c₁ in (0, 1)
 * @param curvature c₂ in (c₁, 1)
 */
public record StrongWolfe(double sufficientDecrease, double curvature) implements LineSearch {
    /** More than any search that gets anywhere takes. */
    private static final int MOST_TRIALS = 80;

    /** Extrapolation goes at least this part of the last stretch further, and at most to so many times the length. */
    private static final double LEAST_EXTENSION = 0.01;

    private static final double MOST_EXTENSION = 10;

    /** After so many extrapolations each may go further than the one before: the objective may have no lower bound. */
    private static final int PATIENCE = 10;

    /** The part of a bracket at its ends where interpolation is not trusted twice. */
    private static final double MARGIN = 0.1;

    /** What is tried of a bracket whose far end is undefined, or too high to be interpolated. */
    private static final double INTO_THE_DOMAIN = 0.25;

    /** A rise by that many times the promised fall is too high. */
    private static final double BEYOND_MEASURE = 1e6;

    /** What is tried of it after so many such trials in vain: the first length may have been beyond all measure. */
    private static final double FAR_INTO_THE_DOMAIN = 1e-6;

    @Override
    public Trial along(Ray ray, double first) {
        Trial start = ray.start();
        Trial previous = start;
        Trial trial = ray.at(first);
        for (int trials = 1; ; trials++) {
            boolean down = ray.sufficient(trial, sufficientDecrease);
            if (!down || trials > 1 && trial.value() > previous.value() + ray.allowance()) {
                return within(ray, previous, trial, trials);
            }
            if (flat(start, trial)) {
                return trial;
            }
            if (trial.slope() >= 0) {
                return within(ray, trial, previous, trials);
            }
            if (trials == MOST_TRIALS) {
                return lower(ray, trial);
            }
            double shortest = trial.length() + LEAST_EXTENSION * (trial.length() - previous.length());
            double longest = Math.pow(MOST_EXTENSION, Math.max(1, trials - PATIENCE)) * trial.length();
            double length = interpolated(ray, previous, trial);
            length = Double.isNaN(length) ? (shortest + longest) / 2 : Math.clamp(length, shortest, longest);
            previous = trial;
            trial = ray.at(length);
        }
    }

    /**
     * Narrows down a bracket.
     *
     * @param low the lower end, sufficiently so, from which φ falls into the bracket
     */
    private Trial within(Ray ray, Trial low, Trial high, int trialsBefore) {
        boolean slowBefore = false;
        for (int trials = trialsBefore; trials < MOST_TRIALS; trials++) {
            double from = Math.min(low.length(), high.length());
            double to = Math.max(low.length(), high.length());
            boolean beyond = !high.defined() || beyondMeasure(ray.start(), high);
            double length = beyond ? Double.NaN : interpolated(ray, low, high);
            boolean known = !Double.isNaN(length);
            if (known) {
                length = Math.clamp(length, from, to);
            } else {
                boolean far = low.length() == 0 && (high.defined() || trials > PATIENCE);
                double part = far ? FAR_INTO_THE_DOMAIN : INTO_THE_DOMAIN;
                length = low.length() + part * (high.length() - low.length());
            }
            double margin = MARGIN * (to - from);
            boolean slow = known && Math.min(to - length, length - from) < margin;
            if (slow && (slowBefore || length >= to || length <= from)) {
                length = to - length < length - from ? to - margin : from + margin;
                slow = false;
            }
            slowBefore = slow;
            if (!(length > from && length < to) || !ray.moves(length - low.length())) {
                break;
            }
            Trial trial = ray.at(length);
            if (!ray.sufficient(trial, sufficientDecrease) || trial.value() > low.value() + ray.allowance()) {
                high = trial;
            } else if (flat(ray.start(), trial)) {
                return trial;
            } else {
                if (trial.slope() * (high.length() - low.length()) >= 0) {
                    high = low;
                }
                low = trial;
            }
        }
        return lower(ray, low);
    }

    /** So high above what the slope at the start promises to fall that another power of the length rules there. */
    private static boolean beyondMeasure(Trial start, Trial high) {
        return high.value() - start.value() > -BEYOND_MEASURE * start.slope() * high.length();
    }

    private boolean flat(Trial start, Trial trial) {
        return Math.abs(trial.slope()) <= -curvature * start.slope();
    }

    /** What the search has come to without meeting both conditions: good enough where it is lower. */
    private static Trial lower(Ray ray, Trial trial) {
        return trial.value() < ray.start().value() ? trial : null;
    }

    /** The minimum of the cubic through two trials, NaN where there is none or its coefficients overflow. */
    private static double interpolated(Ray ray, Trial a, Trial b) {
        Trial left = a.length() <= b.length() ? a : b;
        Trial right = left == a ? b : a;
        double width = right.length() - left.length();
        if (Math.abs(a.value() - b.value()) <= ray.allowance()) {
            // The values' difference is rounding, from which a cubic would be nonsense: the slopes' zero.
            return left.length() - left.slope() * width / (right.slope() - left.slope());
        }
        double d1 =
                left.slope() + right.slope() - 3 * (left.value() - right.value()) / (left.length() - right.length());
        double d2 = Math.sqrt(d1 * d1 - left.slope() * right.slope());
        double length = right.length() - width * ((right.slope() + d2 - d1) / (right.slope() - left.slope() + 2 * d2));
        return d2 < Double.POSITIVE_INFINITY ? length : Double.NaN;
    }
}
