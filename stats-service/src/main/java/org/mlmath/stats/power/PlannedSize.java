package org.mlmath.stats.power;

import org.mlmath.numerics.Deadline;
import org.mlmath.stats.hypothesis.Alternative;

/** The sample size of a two-sided comparison of two groups. */
public final class PlannedSize {
    private PlannedSize() {}

    /** @param effectSize Cohen's h, not 0 */
    public static double ofProportions(double effectSize, double alpha, double power, double ratio, Deadline deadline) {
        return solve(PowerModels.proportionTwoSample(ratio), effectSize, alpha, power, deadline);
    }

    /** @param effectSize Cohen's d, not 0 */
    public static double ofMeans(double effectSize, double alpha, double power, double ratio, Deadline deadline) {
        return solve(PowerModels.tTwoSample(ratio), effectSize, alpha, power, deadline);
    }

    private static double solve(PowerModel model, double effectSize, double alpha, double power, Deadline deadline) {
        PowerQuestion question =
                new PowerQuestion(Math.abs(effectSize), null, alpha, power, Alternative.TWO_SIDED, false);
        return PowerAnalysis.of(model, question, deadline).requiredSampleSize();
    }
}
