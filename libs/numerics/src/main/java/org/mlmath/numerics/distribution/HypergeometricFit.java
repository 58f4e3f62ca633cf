package org.mlmath.numerics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.InvalidParameterException;

/**
 * One of the three numbers, the other two being fixed: the integer that maximizes the likelihood, which has one maximum in each of
 * them, or the one that gives the sample's mean nK/N, rounded.
 */
final class HypergeometricFit {
    private static final String[] NAMES = {"population", "successes", "draws"};
    private static final double MOST = 0x1p53 - 1;

    private HypergeometricFit() {}

    static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        Sample.requireSupport(family, data, 0, MOST, false);
        int free = free(fixed);
        double[] parameters = fixed.clone();
        if (free >= 0) {
            double[] range = range(free, fixed, sample.smallest(), sample.largest());
            double guess = byMean(free, fixed, sample.mean());
            parameters[free] = method == FitMethod.MOMENTS
                    ? Math.clamp(Math.rint(guess), range[0], range[1])
                    : mostLikely(family, data, free, fixed, range, deadline);
        }
        double logLikelihood = family.hasMember(parameters)
                ? Sample.logLikelihood(family.member(parameters), data)
                : Double.NEGATIVE_INFINITY;
        if (logLikelihood == Double.NEGATIVE_INFINITY) {
            throw new InvalidParameterException(
                            "No hypergeometric distribution with these numbers takes all the observations.")
                    .at("/fixed");
        }
        double[] errors = {Double.NaN, Double.NaN, Double.NaN};
        return free < 0
                ? Fit.closedForm(family, parameters, errors, data, fixed, method)
                : Fit.closedForm(
                        family,
                        parameters,
                        errors,
                        data,
                        fixed,
                        method,
                        NAMES[free] + " is an integer and has no standard error.");
    }

    private static int free(double[] fixed) {
        int free = -1;
        for (int i = 0; i < fixed.length; i++) {
            if (Double.isNaN(fixed[i])) {
                if (free >= 0) {
                    throw new InvalidParameterException(
                                    "Counts of successes determine one of population, successes and draws: fix the other two.")
                            .at("/fixed");
                }
                free = i;
            }
        }
        return free;
    }

    /** The values of the free number with which all observations are possible. */
    private static double[] range(int free, double[] fixed, double smallest, double largest) {
        return switch (free) {
            // The draws hold `largest` successes and at least draws − smallest failures.
            case 0 -> new double[] {fixed[1] + fixed[2] - smallest, MOST};
            case 1 -> new double[] {largest, fixed[0] - fixed[2] + smallest};
            default -> new double[] {largest, fixed[0] - fixed[1] + smallest};
        };
    }

    private static double byMean(int free, double[] fixed, double mean) {
        return switch (free) {
            case 0 -> fixed[1] * fixed[2] / mean;
            case 1 -> fixed[0] * mean / fixed[2];
            default -> fixed[0] * mean / fixed[1];
        };
    }

    private static double mostLikely(
            Family family, double[] data, int free, double[] fixed, double[] range, Deadline deadline) {
        DoubleUnaryOperator rise = value -> {
            deadline.check();
            return logLikelihood(family, data, free, fixed, value + 1)
                    - logLikelihood(family, data, free, fixed, value);
        };
        double low = range[0];
        if (!(low <= range[1]) || !family.hasMember(with(fixed, free, low))) {
            throw new InvalidParameterException(
                            "No hypergeometric distribution with these numbers takes all the observations.")
                    .at("/fixed");
        }
        double step = 1;
        double high = low;
        while (high < range[1] && rise.applyAsDouble(high) > 0) {
            low = high;
            high = Math.min(range[1], high + step);
            step *= 2;
            if (free == 0 && high > 1e15) {
                throw new DidNotConvergeException(
                                "The likelihood rises as the population goes to infinity: no success was drawn.")
                        .at("/data");
            }
        }
        while (high - low > 1) {
            double middle = Math.floor(low + 0.5 * (high - low));
            if (rise.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high > low && rise.applyAsDouble(low) > 0 ? high : low;
    }

    private static double logLikelihood(Family family, double[] data, int free, double[] fixed, double value) {
        return Sample.logLikelihood(family.member(with(fixed, free, value)), data);
    }

    private static double[] with(double[] fixed, int free, double value) {
        double[] parameters = fixed.clone();
        parameters[free] = value;
        return parameters;
    }
}
