package org.mlmath.stats.bayes.conjugate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Gamma;
import org.mlmath.numerics.distribution.NegativeBinomial;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.stats.number.EventCounts;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Words;

/**
 * A Poisson rate: Gamma(a, b) before S events over an exposure t, Gamma(a + S, b + t) after them. The number of events over a further
 * exposure u is negative binomial with a + S successes and probability (b + t)/(b + t + u); so is S itself under the prior.
 */
final class GammaPoisson {
    private static final int MOST_PROBABILITIES = 1000;

    private record Counted(double events, double exposure, double logFactorials) {}

    private GammaPoisson() {}

    /**
     * @throws InvalidParameterException for a negative parameter, counts that are no counts
     * @throws InsufficientDataException where the posterior is improper
     */
    static ConjugateResult update(GammaPoissonRequest request) {
        Posterior posterior = new Posterior(request.level(), request.explain());
        double shape = Posterior.weight(request.prior().shape(), "/prior/shape");
        double rate = rate(request.prior());
        double further = Posterior.positive(request.predictiveExposure(), "/predictiveExposure");
        Counted data = counted(request, posterior);
        double a = shape + data.events();
        double b = Posterior.finite(rate + data.exposure());
        if (a == 0 || b == 0) {
            throw new InsufficientDataException(
                            "With this prior the posterior is improper until there is %s: give a positive %s."
                                    .formatted(a == 0 ? "an event" : "some exposure", a == 0 ? "shape" : "rate"))
                    .at("/prior");
        }
        Posterior.finite(a / b);
        boolean proper = shape > 0 && rate > 0;
        if (!proper) {
            posterior.saysImproper("Gamma(shape %s, rate %s)".formatted(Words.exact(shape), Words.exact(rate)));
        }
        posterior.step(
                "prior",
                "Prior",
                "What was known of the rate λ: as if so many events had been seen over so much exposure.",
                "\\lambda \\sim \\mathrm{Gamma}(%s,\\ %s)".formatted(Words.latex(shape), Words.latex(rate)),
                List.of(shape, rate));
        posterior.step(
                "likelihood",
                "Likelihood",
                "How probable the counts are for each rate.",
                "p(\\text{data} \\mid \\lambda) \\propto \\lambda^{%s}e^{-%s\\lambda}"
                        .formatted(Words.latex(data.events()), Words.latex(data.exposure())),
                List.of(data.events(), data.exposure()));
        posterior.step(
                "posterior",
                "Posterior",
                "Exponents add up: events are added to the shape, exposure to the rate.",
                "p(\\lambda \\mid \\text{data}) \\propto \\lambda^{%1$s + %2$s - 1}e^{-(%3$s + %4$s)\\lambda}\\;\\Rightarrow\\; \\lambda \\mid \\text{data} \\sim \\mathrm{Gamma}(%5$s,\\ %6$s)"
                        .formatted(
                                Words.latex(shape),
                                Words.latex(data.events()),
                                Words.latex(rate),
                                Words.latex(data.exposure()),
                                Words.latex(a),
                                Words.latex(b)),
                List.of(a, b));
        Gamma distribution = new Gamma(a, b);
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("shape", a);
        parameters.put("rate", b);
        boolean listed = request.data().counts() != null;
        posterior.conventions.put("parameters", "shape and rate (1 / scale)");
        posterior.conventions.put("marginalLikelihood", listed ? "of all counts" : "of the number of events");
        return posterior.result(
                parameters,
                "\\lambda",
                posterior.summary(distribution, false),
                null,
                predictive(a, b, further, posterior),
                proper ? logMarginal(shape, rate, data, listed) : null,
                Posterior.pointNull(request.nullValue(), proper ? new Gamma(shape, rate) : null, distribution));
    }

    private static double rate(GammaPrior prior) {
        if (prior.scale() == null) {
            return prior.rate() == null ? 0 : Posterior.notNegative(prior.rate(), "/prior/rate");
        }
        if (prior.rate() != null) {
            throw new InvalidParameterException("Give rate or scale, not both: scale is 1 / rate.").at("/prior/scale");
        }
        return 1 / Posterior.positive(prior.scale(), "/prior/scale");
    }

    private static Counted counted(GammaPoissonRequest request, Posterior posterior) {
        EventCounts data = request.data();
        if (data.counts() == null) {
            requireCount(data.events(), "/data/events");
            return new Counted(data.events(), Posterior.notNegative(data.exposure(), "/data/exposure"), Double.NaN);
        }
        double[] counts = request.missing().present(data.counts(), "/data");
        if (counts.length < data.counts().length) {
            posterior.warnings.add(MissingValues.omitted(data.counts().length - counts.length, "/data"));
        }
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum logFactorials = new CompensatedSum();
        for (int i = 0; i < counts.length; i++) {
            requireCount(counts[i], "/data/" + i);
            sum.add(counts[i]);
            logFactorials.add(GammaFunctions.logGamma(counts[i] + 1));
        }
        return new Counted(sum.value(), counts.length, logFactorials.value());
    }

    private static void requireCount(double count, String pointer) {
        if (!(count >= 0 && count == Math.rint(count) && count <= 0x1p53)) {
            throw new InvalidParameterException(
                            "A count is an integer from 0 to 2^53, but this is %s.".formatted(Words.exact(count)))
                    .at(pointer);
        }
    }

    /** Of the total: negative binomial. Of the list: what the total leaves open is multinomial with equal probabilities. */
    private static double logMarginal(double shape, double rate, Counted data, boolean listed) {
        if (data.exposure() == 0) {
            return data.events() == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        double ofTotal = new NegativeBinomial(shape, rate / (rate + data.exposure())).logDensity(data.events());
        return listed
                ? ofTotal
                        + GammaFunctions.logGamma(data.events() + 1)
                        - data.events() * Math.log(data.exposure())
                        - data.logFactorials()
                : ofTotal;
    }

    private static Predictive predictive(double a, double b, double exposure, Posterior posterior) {
        double probability = b / (b + exposure);
        Distribution distribution = new NegativeBinomial(a, probability);
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("successes", a);
        parameters.put("probability", probability);
        double mean = a * exposure / b;
        double variance = mean * (1 + exposure / b);
        double[] probabilities = null;
        double reach = mean + 8 * Math.sqrt(variance) + 10;
        if (reach <= MOST_PROBABILITIES) {
            probabilities = new double[(int) reach + 1];
            Arrays.setAll(probabilities, distribution::density);
        }
        return new Predictive(
                "negative-binomial",
                parameters,
                Posterior.orNull(mean),
                Posterior.orNull(variance),
                posterior.equalTailed(distribution),
                probabilities);
    }
}
