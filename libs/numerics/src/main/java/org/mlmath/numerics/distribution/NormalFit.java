package org.mlmath.numerics.distribution;

import java.util.List;
import org.mlmath.numerics.Deadline;

/** Closed forms: the sample mean, and the root mean square deviation (divisor n) from the mean in use. */
final class NormalFit {
    private NormalFit() {}

    static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        boolean meanFixed = !Double.isNaN(fixed[0]);
        boolean deviationFixed = !Double.isNaN(fixed[1]);
        Sample sample = Sample.of(data);
        double mean = meanFixed ? fixed[0] : sample.mean();
        double deviation = deviationFixed ? fixed[1] : sample.rootMeanSquareAbout(mean);
        if (!(deviation > 0)) {
            throw Sample.noVariation(data.length);
        }
        double n = data.length;
        double deviationError = deviation / Math.sqrt(2 * n);
        if (method == FitMethod.MOMENTS) {
            // Var(s²) ≈ (m₄ − s⁴)/n whatever the distribution; the likelihood assumes a normal one.
            double excess = sample.kurtosisAbout(mean) * Math.pow(sample.rootMeanSquareAbout(mean) / deviation, 4) - 1;
            deviationError = 0.5 * deviation * Math.sqrt(Math.max(0, excess) / n);
        }
        double[] parameters = {mean, deviation};
        double[] errors = {
            meanFixed ? Double.NaN : deviation / Math.sqrt(n), deviationFixed ? Double.NaN : deviationError
        };
        int estimated = (meanFixed ? 0 : 1) + (deviationFixed ? 0 : 1);
        return Fit.closedForm(
                parameters,
                errors,
                Sample.logLikelihood(family.member(parameters), data),
                estimated,
                method,
                List.of());
    }
}
