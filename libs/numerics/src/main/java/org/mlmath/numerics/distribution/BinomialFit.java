package org.mlmath.numerics.distribution;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/**
 * The probability is the mean over the trials. Trials, where not fixed, are the integer that maximizes the likelihood with that
 * probability put in (finite only if the variance, divisor n, is below the mean; I. Olkin, A. J. Petkau and J. V. Zidek, JASA
 * 76 (1981), 637-642), or by moments m²/(m − s²) rounded.
 */
final class BinomialFit {
    static final String ON_THE_BOUNDARY =
            "The estimate of probability lies on the boundary, where the observed information says nothing.";

    private static final double MOST_TRIALS = 0x1p53 - 1;

    private BinomialFit() {}

    static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        boolean trialsFixed = !Double.isNaN(fixed[0]);
        Sample.requireSupport(family, data, 0, trialsFixed ? fixed[0] : MOST_TRIALS, false);
        List<String> remarks = new ArrayList<>();
        double trials = trialsFixed ? fixed[0] : trials(family, data, sample, method, fixed[1], deadline);
        if (!trialsFixed) {
            remarks.add(
                    "trials is an integer and has no standard error; its estimate is unstable when probability is small.");
        }
        boolean probabilityFixed = !Double.isNaN(fixed[1]);
        if (trials == 0 && !probabilityFixed) {
            throw new InvalidParameterException("With 0 trials the data say nothing about the probability.")
                    .at("/fixed/trials");
        }
        double p = probabilityFixed ? fixed[1] : sample.mean() / trials;
        double error = Math.sqrt(p * (1 - p) / (trials * data.length));
        if (method == FitMethod.MOMENTS) {
            error = Math.sqrt(sample.meanSquareAbout(sample.mean()) / data.length) / trials;
        }
        double[] parameters = {trials, p};
        double[] errors = {Double.NaN, probabilityFixed ? Double.NaN : error};
        if (!probabilityFixed && (p == 0 || p == 1)) {
            errors[1] = Double.NaN;
            remarks.add(ON_THE_BOUNDARY);
        }
        int estimated = (trialsFixed ? 0 : 1) + (probabilityFixed ? 0 : 1);
        return Fit.closedForm(
                parameters, errors, Sample.logLikelihood(family.member(parameters), data), estimated, method, remarks);
    }

    private static double trials(
            Family family, double[] data, Sample sample, FitMethod method, double probability, Deadline deadline) {
        double mean = sample.mean();
        double variance = sample.meanSquareAbout(mean);
        double largest = 0;
        for (double x : data) {
            largest = Math.max(largest, x);
        }
        boolean probabilityFixed = !Double.isNaN(probability);
        if (probabilityFixed ? probability == 0 : !(variance < mean)) {
            throw unbounded(mean, variance);
        }
        if (method == FitMethod.MOMENTS) {
            return Math.max(
                    largest, Math.rint(probabilityFixed ? mean / probability : mean * mean / (mean - variance)));
        }
        // The profile likelihood has one maximum: double the step until it falls, then bisect on the sign of its
        // difference.
        double low = largest;
        double step = 1;
        while (rises(family, data, mean, low + step, probability)) {
            deadline.check();
            low += step;
            step *= 2;
            if (low > 1e12) {
                throw unbounded(mean, variance);
            }
        }
        if (!rises(family, data, mean, low, probability)) {
            return low;
        }
        double high = low + step;
        while (high - low > 1) {
            deadline.check();
            double middle = Math.floor(low + 0.5 * (high - low));
            if (rises(family, data, mean, middle, probability)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Whether one trial more is more likely. */
    private static boolean rises(Family family, double[] data, double mean, double trials, double probability) {
        return profile(family, data, mean, trials + 1, probability) > profile(family, data, mean, trials, probability);
    }

    private static double profile(Family family, double[] data, double mean, double trials, double probability) {
        double p = Double.isNaN(probability) ? mean / trials : probability;
        return trials == 0 ? Double.NEGATIVE_INFINITY : Sample.logLikelihood(family.member(trials, p), data);
    }

    private static MathException unbounded(double mean, double variance) {
        return new DidNotConvergeException(
                        "No finite number of trials is most likely: the variance %s is not below the mean %s. Fix trials, or fit a Poisson distribution."
                                .formatted(Text.of(variance), Text.of(mean)))
                .at("/data");
    }
}
