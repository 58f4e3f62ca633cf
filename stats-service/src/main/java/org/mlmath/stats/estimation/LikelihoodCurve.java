package org.mlmath.stats.estimation;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Family;
import org.mlmath.numerics.distribution.Fit;
import org.mlmath.numerics.distribution.Parameter;

@Schema(
        description =
                "The logarithm of the likelihood (with a prior: of the posterior density, up to a constant) along one parameter")
public record LikelihoodCurve(
        @Schema(description = "The parameter that varies", examples = "rate")
        String parameter,

        @Schema(description = "Its values, ascending") double[] values,

        @Schema(description = "log L there; null where the data are impossible")
        double[] logLikelihood) {
    private static final int POINTS = 41;
    private static final int FEWEST_POINTS = 5;
    private static final double MOST_DENSITIES = 2e6;
    private static final double REACH = 4;

    /** @param priors by position, null where flat */
    static List<LikelihoodCurve> of(
            Family family, Fit fit, double[] fixed, double[] data, Distribution[] priors, Deadline deadline) {
        int points = (int) Math.clamp(MOST_DENSITIES / data.length, FEWEST_POINTS, POINTS);
        List<LikelihoodCurve> curves = new ArrayList<>();
        if (family.takesList()) {
            return curves; // probabilities add up to 1: none varies alone
        }
        for (int i = 0; i < fixed.length; i++) {
            if (Double.isNaN(fixed[i])) {
                double[] values =
                        around(family.parameters().get(i), fit.parameters()[i], fit.standardErrors()[i], points);
                curves.add(new LikelihoodCurve(
                        family.parameters().get(i).name(),
                        values,
                        heights(family, fit, i, values, data, priors, deadline)));
            }
        }
        return curves;
    }

    private static double[] around(Parameter parameter, double estimate, double error, int points) {
        double reach = error > 0 ? REACH * error : Math.max(0.25 * Math.abs(estimate), 0.25);
        double low = estimate - reach;
        double high = estimate + reach;
        switch (parameter.domain()) {
            case POSITIVE, NON_NEGATIVE -> low = Math.max(low, estimate / 100);
            case PROBABILITY, POSITIVE_PROBABILITY -> {
                low = Math.max(low, Math.min(estimate / 100, 1e-6));
                high = Math.min(high, 1 - Math.min((1 - estimate) / 100, 1e-6));
            }
            case COUNT, INTEGER -> {
                low = Math.max(
                        Math.rint(estimate) - points / 2, parameter.domain() == Parameter.Domain.COUNT ? 0 : low);
                low = Math.rint(low);
                high = low + points - 1;
            }
            case REAL -> {}
        }
        double[] values = new double[points];
        for (int k = 0; k < points; k++) {
            values[k] = low + (high - low) * k / (points - 1);
        }
        return values;
    }

    private static double[] heights(
            Family family, Fit fit, int i, double[] values, double[] data, Distribution[] priors, Deadline deadline) {
        double[] heights = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            deadline.check();
            double[] parameters = fit.parameters().clone();
            parameters[i] = values[k];
            heights[k] = family.hasMember(parameters) ? height(family, parameters, data, priors) : Double.NaN;
        }
        return heights;
    }

    private static double height(Family family, double[] parameters, double[] data, Distribution[] priors) {
        Distribution member = family.member(parameters);
        double sum = logPrior(parameters, priors);
        for (double x : data) {
            sum += member.logDensity(x);
        }
        return Double.isInfinite(sum) ? Double.NaN : sum;
    }

    static double logPrior(double[] parameters, Distribution[] priors) {
        double sum = 0;
        for (int i = 0; i < parameters.length; i++) {
            sum += priors[i] == null ? 0 : priors[i].logDensity(parameters[i]);
        }
        return sum;
    }
}
