package org.mlmath.stats.bayes.conjugate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Beta;
import org.mlmath.numerics.special.GammaRatio;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Successes;
import org.mlmath.stats.number.Words;

/**
 * A rate: Beta(α, β) before s successes in n trials, Beta(α + s, β + n − s) after them. The number of successes in m further trials is
 * beta-binomial; marginal likelihood C(n, s) B(α + s, β + n − s) / B(α, β).
 */
final class BetaBinomial {
    private static final int MOST_TRIALS = 1000;

    private BetaBinomial() {}

    /**
     * @throws InvalidParameterException for a negative α or β, outcomes other than 0 and 1, a value of the rate outside [0, 1]
     * @throws InsufficientDataException where the posterior is improper
     */
    static ConjugateResult update(BetaBinomialRequest request) {
        Posterior posterior = new Posterior(request.level(), request.explain());
        double alpha = Posterior.weight(request.prior().alpha(), "/prior/alpha");
        double beta = Posterior.weight(request.prior().beta(), "/prior/beta");
        int further = request.predictiveTrials();
        if (further < 1 || further > MOST_TRIALS) {
            throw new InvalidParameterException("There can be from 1 to 1000 further trials.").at("/predictiveTrials");
        }
        Successes.Counted data = counted(request);
        posterior.warnings.addAll(data.warnings());
        double a = alpha + data.successes();
        double b = beta + data.failures();
        if (a == 0 || b == 0) {
            throw new InsufficientDataException(
                            "With this prior the posterior is improper until there is %s: give positive %s."
                                    .formatted(a == 0 ? "a success" : "a failure", a == 0 ? "alpha" : "beta"))
                    .at("/prior");
        }
        boolean proper = alpha > 0 && beta > 0;
        if (!proper) {
            posterior.saysImproper("Beta(%s, %s)".formatted(Words.exact(alpha), Words.exact(beta)));
        }
        posterior.step(
                "prior",
                "Prior",
                "What was known of the rate θ: as if so many successes and failures had been seen before.",
                "\\theta \\sim \\mathrm{Beta}(%s,\\ %s)".formatted(Words.latex(alpha), Words.latex(beta)),
                List.of(alpha, beta));
        posterior.step(
                "likelihood",
                "Likelihood",
                "How probable the outcomes are for each rate.",
                "p(\\text{data} \\mid \\theta) \\propto \\theta^{%s}(1-\\theta)^{%s}"
                        .formatted(Words.latex(data.successes()), Words.latex(data.failures())),
                List.of(data.successes(), data.failures()));
        posterior.step(
                "posterior",
                "Posterior",
                "Exponents add up: successes are added to alpha, failures to beta.",
                "p(\\theta \\mid \\text{data}) \\propto \\theta^{%1$s + %2$s - 1}(1-\\theta)^{%3$s + %4$s - 1}\\;\\Rightarrow\\; \\theta \\mid \\text{data} \\sim \\mathrm{Beta}(%5$s,\\ %6$s)"
                        .formatted(
                                Words.latex(alpha),
                                Words.latex(data.successes()),
                                Words.latex(beta),
                                Words.latex(data.failures()),
                                Words.latex(a),
                                Words.latex(b)),
                List.of(a, b));
        Beta distribution = new Beta(a, b);
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("alpha", a);
        parameters.put("beta", b);
        posterior.conventions.put("marginalLikelihood", "of the number of successes, with the binomial coefficient");
        return posterior.result(
                parameters,
                "\\theta",
                posterior.summary(distribution, a < 1 && b < 1),
                null,
                predictive(a, b, further, request.level()),
                proper ? logMarginal(alpha, beta, data) : null,
                Posterior.pointNull(request.nullValue(), proper ? new Beta(alpha, beta) : null, distribution));
    }

    private static Successes.Counted counted(BetaBinomialRequest request) {
        Successes data = request.data();
        boolean empty = data.counts() != null ? data.counts().trials() == 0 : data.outcomes().length == 0;
        return empty ? new Successes.Counted(0, 0, List.of()) : data.counted("/data", request.missing());
    }

    /** With C(n, s) = 1 / ((n + 1) B(s + 1, n − s + 1)). */
    private static double logMarginal(double alpha, double beta, Successes.Counted data) {
        double s = data.successes();
        double f = data.failures();
        if (alpha == 1 && beta == 1) {
            return -Math.log1p(data.trials());
        }
        return GammaRatio.logBeta(alpha + s, beta + f)
                - GammaRatio.logBeta(s + 1, f + 1)
                - Math.log1p(data.trials())
                - GammaRatio.logBeta(alpha, beta);
    }

    /** P(k) from P(0) = Π (β + j)/(α + β + j) by the quotients of neighbours, in logarithms. */
    private static Predictive predictive(double a, double b, int trials, double level) {
        double[] probabilities = new double[trials + 1];
        double log = 0;
        for (int j = 0; j < trials; j++) {
            log += Math.log1p(-a / (a + b + j));
        }
        for (int k = 0; k <= trials; k++) {
            probabilities[k] = Math.exp(log);
            log += Math.log((trials - k) * (a + k)) - Math.log((k + 1) * (b + trials - k - 1));
        }
        double n = a + b;
        double mean = a / n;
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("trials", (double) trials);
        parameters.put("alpha", a);
        parameters.put("beta", b);
        return new Predictive(
                "beta-binomial",
                parameters,
                trials * mean,
                trials * mean * (b / n) * ((n + trials) / (n + 1)),
                interval(probabilities, 0.5 * (1 - level)),
                probabilities);
    }

    /** The smallest counts with P(X ≤ lower) ≥ p and P(X > upper) ≤ p. */
    static Interval interval(double[] probabilities, double p) {
        int lower = 0;
        double below = probabilities[0];
        while (below < p) {
            below += probabilities[++lower];
        }
        int upper = probabilities.length - 1;
        double above = probabilities[upper];
        while (above <= p && upper > 0) {
            above += probabilities[--upper];
        }
        return new Interval(lower, upper);
    }
}
