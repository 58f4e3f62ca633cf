package org.mlmath.stats.bayes.conjugate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * The mean of a normal population with known standard deviation σ: N(m, τ²) before n observations with mean x̄, and after them normal with
 * precision 1/τ² + n/σ² and the mean of m and x̄ weighted by their precisions.
 */
final class NormalNormal {
    private static final double HALF_LOG_TWO_PI = 0.918938533204672741780329736406;

    private NormalNormal() {}

    /** @throws InvalidParameterException for standard deviations that are not positive */
    static ConjugateResult update(NormalNormalRequest request) {
        Posterior posterior = new Posterior(request.level(), request.explain());
        double sigma = Posterior.positive(request.standardDeviation(), "/standardDeviation");
        NormalPrior prior = request.prior();
        double tau = prior == null
                ? Double.POSITIVE_INFINITY
                : Posterior.positive(prior.standardDeviation(), "/prior/standardDeviation");
        SampleStatistics sample = SampleStatistics.of(request.data(), "/data", request.missing(), 1);
        posterior.warnings.addAll(sample.warnings());
        double n = sample.size();
        double error = sigma / Math.sqrt(n);
        // The share of the prior in the posterior mean: squares of quotients, which do not overflow.
        double ratio = error / tau;
        double shareOfPrior = prior == null ? 0 : ratio * ratio / (1 + ratio * ratio);
        double mean = prior == null
                ? sample.mean()
                : ratio > 1
                        ? prior.mean() + sample.meanMinus(prior.mean()) / (1 + ratio * ratio)
                        : sample.mean() - sample.meanMinus(prior.mean()) * shareOfPrior;
        double deviation = prior == null ? error : error / Math.hypot(1, ratio);
        Posterior.finite(mean);
        if (prior == null) {
            posterior.saysImproper("The flat prior of the mean");
        } else {
            posterior.step(
                    "prior",
                    "Prior",
                    "What was known of the mean μ.",
                    "\\mu \\sim N(%s,\\ %s^2)".formatted(Words.latex(prior.mean()), Words.latex(tau)),
                    List.of(prior.mean(), tau));
        }
        posterior.step(
                "likelihood",
                "Likelihood",
                "The mean of n observations lies around μ with the standard deviation σ/√n.",
                "\\bar x = %s,\\quad \\frac{\\sigma}{\\sqrt n} = \\frac{%s}{\\sqrt{%s}} = %s"
                        .formatted(Words.latex(sample.mean()), Words.latex(sigma), Words.latex(n), Words.latex(error)),
                List.of(sample.mean(), error));
        posterior.step(
                "posterior",
                "Posterior",
                "Precisions add up, and the means are weighted by them.",
                prior == null
                        ? "\\mu \\mid \\text{data} \\sim N(%s,\\ %s^2)"
                                .formatted(Words.latex(mean), Words.latex(deviation))
                        : "\\frac{1}{%1$s^2} + \\frac{1}{%2$s^2} = \\frac{1}{%3$s^2},\\quad \\mu \\mid \\text{data} \\sim N(%4$s,\\ %3$s^2)"
                                .formatted(
                                        Words.latex(tau),
                                        Words.latex(error),
                                        Words.latex(deviation),
                                        Words.latex(mean)),
                List.of(mean, deviation));
        Normal distribution = new Normal(mean, deviation);
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("mean", mean);
        parameters.put("standardDeviation", deviation);
        double predictiveDeviation = Math.hypot(sigma, deviation);
        Map<String, Double> predictiveParameters = new LinkedHashMap<>();
        predictiveParameters.put("mean", mean);
        predictiveParameters.put("standardDeviation", predictiveDeviation);
        posterior.conventions.put("standardDeviation", "known: that of the data is not used for the posterior");
        return posterior.result(
                parameters,
                "\\mu",
                posterior.summary(distribution, false),
                null,
                new Predictive(
                        "normal",
                        predictiveParameters,
                        mean,
                        Posterior.orNull(predictiveDeviation * predictiveDeviation),
                        posterior.equalTailed(new Normal(mean, predictiveDeviation)),
                        null),
                prior == null ? null : Posterior.orNull(logMarginal(sample, sigma, error, prior)),
                Posterior.pointNull(
                        request.nullValue(), prior == null ? null : new Normal(prior.mean(), tau), distribution));
    }

    /** The mean is N(m, τ² + σ²/n) under the prior; what else the sample holds depends on σ alone. */
    private static double logMarginal(SampleStatistics sample, double sigma, double error, NormalPrior prior) {
        double n = sample.size();
        double spread = Math.hypot(error, prior.standardDeviation());
        double z = sample.meanMinus(prior.mean()) / spread;
        double residual = sample.standardDeviation() / sigma;
        return -0.5 * z * z
                - HALF_LOG_TWO_PI
                - Math.log(spread)
                - 0.5 * (n - 1) * residual * residual
                - (n - 1) * (HALF_LOG_TWO_PI + Math.log(sigma))
                - 0.5 * Math.log(n);
    }
}
