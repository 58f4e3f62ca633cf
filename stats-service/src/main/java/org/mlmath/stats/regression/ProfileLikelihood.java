package org.mlmath.stats.regression;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.regression.Design;
import org.mlmath.numerics.regression.LogisticFit;
import org.mlmath.stats.number.Interval;

/**
 * Inference about one coefficient by what the likelihood loses where it is held at other values, the rest being fitted anew.
 *
 * <p>r(b) = sign(b − β̂)·√(2(ℓ(β̂) − ℓ(b))) is nearly a straight line, so its crossings of ±z are found in a few secant steps.
 * Source: Venzon and Moolgavkar, J. R. Statist. Soc. C 37 (1988), 87-94.
 */
final class ProfileLikelihood {
    private static final int MOST_STEPS = 60;
    private static final double CLOSE = 1e-11;

    private final Design others;
    private final double[] column;
    private final RegressionSample sample;
    private final double estimate;
    private final double error;
    private final double most;
    private final Deadline deadline;

    ProfileLikelihood(
            Design design,
            int j,
            RegressionSample sample,
            double estimate,
            double error,
            double most,
            Deadline deadline) {
        others = design.without(j);
        column = design.column(j);
        this.sample = sample;
        this.estimate = estimate;
        this.error = error;
        this.most = most;
        this.deadline = deadline;
    }

    /** r at a value of the coefficient. */
    double root(double b) {
        double[] offset = new double[column.length];
        for (int i = 0; i < offset.length; i++) {
            offset[i] = b * column[i];
        }
        LogisticFit fit = LogisticFit.withOffset(others, sample.target(), sample.weights(), offset, deadline);
        return Math.signum(b - estimate) * Math.sqrt(Math.max(0, 2 * (most - fit.logLikelihood())));
    }

    Interval interval(double z) {
        return new Interval(crossing(-z), crossing(z));
    }

    /** Where r reaches z; infinite where it never does. */
    private double crossing(double z) {
        double inside = estimate;
        double insideValue = -z;
        double outside = estimate + z * error;
        double outsideValue = root(outside) - z;
        for (int grown = 0; outsideValue * z < 0; grown++) {
            if (grown == MOST_STEPS || !Double.isFinite(outside)) {
                return z > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            inside = outside;
            insideValue = outsideValue;
            outside = estimate + 2 * (outside - estimate);
            outsideValue = root(outside) - z;
        }
        // Regula falsi with Illinois' halving, which cannot leave the bracket.
        for (int step = 0; step < MOST_STEPS; step++) {
            if (outsideValue == 0 || Math.abs(outside - inside) <= CLOSE * Math.max(Math.abs(outside), error)) {
                return outside;
            }
            double next = outside - outsideValue * (outside - inside) / (outsideValue - insideValue);
            double value = root(next) - z;
            if (Math.abs(value) <= CLOSE * Math.abs(z)) {
                return next;
            }
            if (value * outsideValue < 0) {
                inside = outside;
                insideValue = outsideValue;
            } else {
                insideValue /= 2;
            }
            outside = next;
            outsideValue = value;
        }
        return outside;
    }
}
