package org.mlmath.numerics.distribution;

import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.sample.CompensatedSum;

/**
 * The direction of the mean of the unit vectors, and the concentration at which 1 − I₁/I₀ is one less its length; the same by
 * likelihood and by (circular) moments. Angles count modulo 2π. Standard errors from the information: nκI₁/I₀ for the mean, n times
 * the derivative of I₁/I₀ for the concentration. Source: K. V. Mardia and P. E. Jupp, <i>Directional Statistics</i>, 2000, 5.3.
 */
final class VonMisesFit {
    private static final double LARGEST = 1e15;

    private VonMisesFit() {}

    static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample.of(data);
        double mean = ScoreFit.or(fixed[0], direction(data));
        CompensatedSum versines = new CompensatedSum();
        for (double x : data) {
            double sine = Math.sin(0.5 * (x - mean));
            versines.add(2 * sine * sine / data.length);
        }
        double deficit = versines.value();
        if (Double.isNaN(fixed[1]) && !(deficit > 0)) {
            throw Sample.noVariation(data.length);
        }
        double concentration = ScoreFit.or(fixed[1], concentration(deficit));
        double length = 1 - VonMises.deficit(concentration);
        double slope = concentration > 0 ? 1 - length * length - length / concentration : 0.5;
        double n = data.length;
        double[] errors = {
            Double.isNaN(fixed[0]) ? 1 / Math.sqrt(n * concentration * length) : Double.NaN,
            Double.isNaN(fixed[1]) ? 1 / Math.sqrt(n * slope) : Double.NaN
        };
        int estimated = (Double.isNaN(fixed[0]) ? 1 : 0) + (Double.isNaN(fixed[1]) ? 1 : 0);
        double logLikelihood = n * (new VonMises(0, concentration).logDensity(0) - concentration * deficit);
        boolean uniform = concentration == 0 && Double.isNaN(fixed[1]);
        if (uniform) {
            errors = new double[] {Double.NaN, Double.NaN};
        }
        return Fit.closedForm(
                new double[] {mean, concentration},
                errors,
                logLikelihood,
                estimated,
                method,
                uniform
                        ? List.of(
                                "The angles point in no common direction: the concentration is 0 and the mean says nothing.")
                        : List.of());
    }

    private static double direction(double[] data) {
        CompensatedSum sines = new CompensatedSum();
        CompensatedSum cosines = new CompensatedSum();
        for (double x : data) {
            sines.add(Math.sin(x));
            cosines.add(Math.cos(x));
        }
        return Math.atan2(sines.value(), cosines.value());
    }

    /** The κ with 1 − I₁(κ)/I₀(κ) = deficit, which falls with κ from 1; 0 where the deficit is 1 or more. */
    private static double concentration(double deficit) {
        if (deficit >= 1) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (VonMises.deficit(high) > deficit && high < LARGEST) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 200; i++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (VonMises.deficit(middle) > deficit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
