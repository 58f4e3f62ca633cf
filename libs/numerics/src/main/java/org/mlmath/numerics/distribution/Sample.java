package org.mlmath.numerics.distribution;

import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/** What estimation needs of a sample: compensated sums about a centre. */
final class Sample {
    private final double[] data;
    private final double mean;

    private Sample(double[] data, double mean) {
        this.data = data;
        this.mean = mean;
    }

    static Sample of(double[] data) {
        if (data.length == 0) {
            throw new InsufficientDataException("data is empty: at least one observation is needed.").at("/data");
        }
        double first = data[0];
        double rough = first + meanOf(data, first, 1);
        return new Sample(data, rough + meanOf(data, rough, 1));
    }

    int size() {
        return data.length;
    }

    double mean() {
        return mean;
    }

    double meanSquareAbout(double centre) {
        return meanOf(data, centre, 2);
    }

    double meanThirdAbout(double centre) {
        return meanOf(data, centre, 3);
    }

    double meanFourthAbout(double centre) {
        return meanOf(data, centre, 4);
    }

    /** Mean of (x − centre)^power by Neumaier's compensated sum. */
    private static double meanOf(double[] data, double centre, int power) {
        double sum = 0;
        double lost = 0;
        for (double x : data) {
            double deviation = x - centre;
            double term = deviation;
            for (int i = 1; i < power; i++) {
                term *= deviation;
            }
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }
        return (sum + lost) / data.length;
    }

    static double logLikelihood(Distribution distribution, double[] data) {
        double sum = 0;
        for (double x : data) {
            sum += distribution.logDensity(x);
        }
        if (Double.isNaN(sum)) {
            throw new DomainException("The likelihood of these data is not a finite number.");
        }
        return sum;
    }

    /** @throws InvalidParameterException at the first observation off the support */
    static void requireSupport(Family family, double[] data, double lower, double upper, boolean open) {
        for (int i = 0; i < data.length; i++) {
            double x = data[i];
            boolean inside = open ? x > lower && x < upper : x >= lower && x <= upper;
            if (!inside || family.discrete() && x != Math.rint(x)) {
                throw new InvalidParameterException("Observation %d is %s, which a %s variable does not take (%s)."
                                .formatted(
                                        i,
                                        Text.of(x),
                                        family.name(),
                                        family.discrete()
                                                ? "integers from " + Text.of(lower)
                                                        + (upper < Double.POSITIVE_INFINITY
                                                                ? " to " + Text.of(upper)
                                                                : "")
                                                : "values greater than " + Text.of(lower)))
                        .at("/data/" + i);
            }
        }
    }

    static MathException noVariation(int size) {
        return new InsufficientDataException(
                        "All %d observations are equal: they say nothing about the spread.".formatted(size))
                .at("/data");
    }
}
