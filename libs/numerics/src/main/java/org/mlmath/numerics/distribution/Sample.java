package org.mlmath.numerics.distribution;

import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.sample.CompensatedSum;

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

    /** √(mean of (x − centre)²), scaled so that no square over- or underflows. */
    double rootMeanSquareAbout(double centre) {
        double largest = largestDeviation(centre);
        return largest == 0 ? 0 : largest * Math.sqrt(meanPower(centre, largest, 2));
    }

    /** Mean of (x − centre)⁴ over the squared mean of (x − centre)². */
    double kurtosisAbout(double centre) {
        double largest = largestDeviation(centre);
        double second = meanPower(centre, largest, 2);
        return meanPower(centre, largest, 4) / (second * second);
    }

    private double largestDeviation(double centre) {
        double largest = 0;
        for (double x : data) {
            largest = Math.max(largest, Math.abs(x - centre));
        }
        return largest;
    }

    private double meanPower(double centre, double unit, int power) {
        CompensatedSum sum = new CompensatedSum();
        for (double x : data) {
            sum.add(Math.pow((x - centre) / unit, power));
        }
        return sum.value() / data.length;
    }

    double meanThirdAbout(double centre) {
        return meanOf(data, centre, 3);
    }

    double meanFourthAbout(double centre) {
        return meanOf(data, centre, 4);
    }

    /** Mean of (x − centre)^power. */
    private static double meanOf(double[] data, double centre, int power) {
        CompensatedSum sum = new CompensatedSum();
        for (double x : data) {
            double deviation = x - centre;
            double term = deviation;
            for (int i = 1; i < power; i++) {
                term *= deviation;
            }
            sum.add(term);
        }
        return sum.value() / data.length;
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
                                .formatted(i, Text.of(x), family.name(), inWords(family, lower, upper, open)))
                        .at("/data/" + i);
            }
        }
    }

    private static String inWords(Family family, double lower, double upper, boolean open) {
        String kind = family.discrete() ? "integers" : "values";
        boolean bounded = upper < Double.POSITIVE_INFINITY;
        if (open) {
            return bounded
                    ? "%s between %s and %s".formatted(kind, Text.of(lower), Text.of(upper))
                    : kind + " greater than " + Text.of(lower);
        }
        return kind + " from " + Text.of(lower) + (bounded ? " to " + Text.of(upper) : "");
    }

    double smallest() {
        double smallest = data[0];
        for (double x : data) {
            smallest = Math.min(smallest, x);
        }
        return smallest;
    }

    double largest() {
        double largest = data[0];
        for (double x : data) {
            largest = Math.max(largest, x);
        }
        return largest;
    }

    /** @throws InsufficientDataException if all observations are equal and more than one parameter is to be estimated */
    void requireVariation(double[] fixed) {
        int free = 0;
        for (double value : fixed) {
            free += Double.isNaN(value) ? 1 : 0;
        }
        if (free > 1 && !(largest() > smallest())) {
            throw noVariation(data.length);
        }
    }

    static MathException noVariation(int size) {
        return new InsufficientDataException(
                        "All %d observations are equal: they say nothing about the spread.".formatted(size))
                .at("/data");
    }
}
