package org.mlmath.numerics.distribution;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.special.DigammaDifference;

/** Maximum likelihood from robust starting values; moments from the excess kurtosis 6/(ν − 4). */
final class StudentTFit {
    private StudentTFit() {}

    static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        boolean spreadNeeded = Double.isNaN(fixed[0]) || Double.isNaN(fixed[2]);
        if (spreadNeeded && !(sample.meanSquareAbout(sample.mean()) > 0)) {
            throw Sample.noVariation(data.length);
        }
        if (method == FitMethod.MOMENTS) {
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> fromMoments(mean, variance, fourth, fixed),
                    fixed,
                    "No t distribution has these moments: the sample's excess kurtosis must be positive (and fixed degrees of freedom above 2). Use mle.");
        }
        return LikelihoodFit.fit(family, data, StudentTFit::score, start(data, fixed), fixed, deadline);
    }

    private static double[] fromMoments(double mean, double variance, double fourth, double[] fixed) {
        double location = Double.isNaN(fixed[1]) ? mean : fixed[1];
        double about = variance + (mean - location) * (mean - location);
        double nu = Double.isNaN(fixed[0]) ? 4 + 6 / (fourth / (variance * variance) - 3) : fixed[0];
        if (Double.isNaN(fixed[0]) && !(nu > 4)) {
            nu = Double.NaN;
        }
        double scale = Double.isNaN(fixed[2]) ? Math.sqrt(about * (nu - 2) / nu) : fixed[2];
        return new double[] {nu, location, scale};
    }

    /** Median and a scale from the quartiles: a t variable with 5 degrees of freedom has them at ±0.7267. */
    private static double[] start(double[] data, double[] fixed) {
        double[] sorted = data.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double median = 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
        double spread = (sorted[(3 * (n - 1)) / 4] - sorted[(n - 1) / 4]) / (2 * 0.7267);
        if (!(spread > 0)) {
            if (Double.isNaN(fixed[2]) && 2 * ties(sorted, median) > n) {
                throw new InsufficientDataException(
                                "More than half of the observations equal %s: the likelihood has no maximum in the scale."
                                        .formatted(Text.of(median)))
                        .at("/data");
            }
            Sample sample = Sample.of(data);
            spread = 0.5 * Math.sqrt(sample.meanSquareAbout(sample.mean()));
        }
        return new double[] {5, median, spread > 0 ? spread : 1};
    }

    private static int ties(double[] data, double value) {
        int count = 0;
        for (double x : data) {
            count += x == value ? 1 : 0;
        }
        return count;
    }

    private static void score(double[] p, double[] data, double[] gradient) {
        double nu = p[0];
        double constant = DigammaDifference.halfStep(0.5 * nu) - 1 / nu;
        for (double x : data) {
            double z = (x - p[1]) / p[2];
            double square = z * z;
            double weight = (nu + 1) / (nu + square);
            gradient[0] += 0.5 * (constant - Math.log1p(square / nu) + weight * square / nu);
            gradient[1] += weight * z / p[2];
            gradient[2] += (weight * square - 1) / p[2];
        }
    }
}
