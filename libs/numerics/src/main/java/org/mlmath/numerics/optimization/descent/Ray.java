package org.mlmath.numerics.optimization.descent;

import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.Iterate;
import org.mlmath.numerics.optimization.StopReason;

/**
 * The objective along a direction from an iterate: φ(t) = f(x + t·d). It looks at points in the arrays of the iterate to come, which
 * so is complete when the search ends where it looked last.
 */
final class Ray {
    /** In units of rounding of the value: by how much a point may be higher and still be called as low. */
    private static final double ROUNDINGS = 8;

    /** The part of the gradient that may be left where the value has risen, if by rounding. */
    private static final double CLEARLY_LESS = 0.5;

    private final Iterate from;
    private final Iterate to;
    private final double[] direction;
    private final DifferentiableFunction objective;
    private final Trial start;
    private Trial last;

    /**
     * φ at one length.
     *
     * @param value infinite where the objective, or its gradient, has no finite value
     * @param slope φ′
     */
    record Trial(double length, double value, double slope) {
        boolean defined() {
            return value < Double.POSITIVE_INFINITY;
        }
    }

    Ray(Iterate from, double[] direction, Iterate to, DifferentiableFunction objective) {
        this.from = from;
        this.to = to;
        this.direction = direction;
        this.objective = objective;
        start = new Trial(0, from.value(), dot(from.gradient(), direction));
    }

    Trial start() {
        return start;
    }

    /** Goes there and looks. */
    Trial at(double length) {
        double[] x = from.point();
        double[] next = to.point();
        for (int i = 0; i < x.length; i++) {
            next[i] = x[i] + length * direction[i];
        }
        double value = objective.valueAndGradient(next, to.gradient());
        to.looked(1);
        to.evaluated(value);
        double slope = dot(to.gradient(), direction);
        boolean defined = Double.isFinite(value) && Double.isFinite(slope);
        last = new Trial(length, defined ? value : Double.POSITIVE_INFINITY, slope);
        return last;
    }

    /** @return whether two values differ by no more than the rounding of the objective may account for */
    double allowance() {
        return ROUNDINGS * Math.ulp(start.value);
    }

    /** @return whether the value has fallen by a part c₁ of what the slope promised, or as far as can be told */
    boolean sufficient(Trial trial, double part) {
        return trial.value <= start.value + part * trial.length * start.slope + allowance();
    }

    /** @return whether a step of that length changes any coordinate */
    boolean moves(double length) {
        double[] x = from.point();
        for (int i = 0; i < x.length; i++) {
            if (x[i] + length * direction[i] != x[i]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Makes the step that the search finds, or refuses one.
     *
     * @return whether there is one
     */
    boolean step(LineSearch search, double first) {
        if (found(search, first)) {
            return true;
        }
        refuse(-start.slope);
        return false;
    }

    /** @param promised by how much the value would fall at the slope there is */
    void refuse(double promised) {
        to.refuse(promised <= allowance() ? StopReason.STATIONARY : StopReason.NO_DESCENT);
    }

    /** Makes the step that the search finds, if it finds one. */
    boolean found(LineSearch search, double first) {
        boolean possible = from.gradientNorm() > 0 && (search instanceof FixedLength || start.slope < 0 && finite());
        Trial found = possible ? search.along(this, first) : null;
        if (found != null && found != last) {
            at(found.length);
        }
        return found != null && (search instanceof FixedLength || progress(found));
    }

    /**
     * A step that only shuffles roundings would be made for ever: the value has to fall or, where it cannot tell any more, the
     * gradient.
     */
    private boolean progress(Trial found) {
        double part = found.value <= start.value ? 1 : CLEARLY_LESS;
        return found.value < start.value || gradientNorm() < part * from.gradientNorm();
    }

    private double gradientNorm() {
        return Math.sqrt(dot(to.gradient(), to.gradient()));
    }

    /** A direction that overflows moves every point out of the doubles, at whatever length. */
    private boolean finite() {
        for (double part : direction) {
            if (!Double.isFinite(part)) {
                return false;
            }
        }
        return true;
    }

    /** Makes no step: the next iterate is where this one is. */
    void stay() {
        System.arraycopy(from.point(), 0, to.point(), 0, from.point().length);
        System.arraycopy(from.gradient(), 0, to.gradient(), 0, from.point().length);
        to.evaluated(from.value());
    }

    /** @return the length of the step made */
    double length() {
        return last.length;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
