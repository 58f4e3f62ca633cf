package org.mlmath.numerics.mcmc;

/**
 * Nesterov's dual averaging of the logarithm of the step size, towards a mean acceptance statistic.
 *
 * <p>Source: M. D. Hoffman and A. Gelman, <i>The No-U-Turn Sampler</i>, JMLR 15 (2014), section 3.2, with its constants.
 */
final class StepSizeAdaptation {
    private static final double GAMMA = 0.05;
    private static final double OFFSET = 10;
    private static final double DECAY = 0.75;

    private final double target;
    private double centre;
    private double count;
    private double meanError;
    private double logMean;

    StepSizeAdaptation(double target) {
        this.target = target;
    }

    void restart(double stepSize) {
        centre = Math.log(10 * stepSize);
        count = 0;
        meanError = 0;
        logMean = 0;
    }

    /** @return the step size to try next */
    double next(double acceptance) {
        count++;
        double weight = 1 / (count + OFFSET);
        meanError = (1 - weight) * meanError + weight * (target - Math.min(1, acceptance));
        double log = centre - meanError * Math.sqrt(count) / GAMMA;
        double share = Math.pow(count, -DECAY);
        logMean = (1 - share) * logMean + share * log;
        return Math.exp(log);
    }

    /** The step size to keep. */
    double settled() {
        return Math.exp(logMean);
    }
}
