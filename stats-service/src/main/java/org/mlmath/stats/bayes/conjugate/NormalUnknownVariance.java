package org.mlmath.stats.bayes.conjugate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.bayes.NormalInverseGamma;
import org.mlmath.numerics.bayes.StudentComparison;
import org.mlmath.numerics.distribution.InverseGamma;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * Mean and variance of a normal population by the {@link NormalInverseGamma} distribution: the mean is t with 2α degrees of freedom, the
 * variance inverse gamma. Marginal likelihood Γ(αₙ)/Γ(α) · β^α/βₙ^αₙ · (κ/κₙ)^½ (2π)^(−n/2).
 */
final class NormalUnknownVariance {
    private static final double LOG_TWO_PI = 1.83787706640934548356065947281;

    private NormalUnknownVariance() {}

    /**
     * @throws InvalidParameterException for κ, α or β that are not positive
     * @throws InsufficientDataException where the posterior is improper
     */
    static ConjugateResult update(NormalInverseGammaRequest request) {
        Posterior posterior = new Posterior(request.level(), request.explain());
        NormalInverseGammaPrior given = request.prior();
        NormalInverseGamma prior = given == null
                ? NormalInverseGamma.REFERENCE
                : new NormalInverseGamma(
                        given.mean(),
                        Posterior.positive(Posterior.weight(given.kappa(), "/prior/kappa"), "/prior/kappa"),
                        Posterior.positive(Posterior.weight(given.shape(), "/prior/shape"), "/prior/shape"),
                        Posterior.positive(given.scale(), "/prior/scale"));
        SampleStatistics sample =
                SampleStatistics.of(request.data(), "/data", request.missing(), given == null ? 2 : 1);
        posterior.warnings.addAll(sample.warnings());
        if (given == null && sample.standardDeviation() == 0) {
            throw new InsufficientDataException(
                            "All observations are equal: without a prior they leave the variance undetermined.")
                    .at("/data");
        }
        NormalInverseGamma after = prior.updated(sample.size(), sample.mean(), sample.standardDeviation());
        Posterior.finite(after.scale());
        Posterior.finite(after.mean());
        StudentComparison.Mean marginal = after.marginalMean();
        if (!(marginal.scale() > 0)) {
            Posterior.finite(Double.NaN);
        }
        StudentT ofMean = student(marginal);
        InverseGamma ofVariance = new InverseGamma(after.shape(), after.scale());
        if (given == null) {
            posterior.saysImproper("p(mean, variance) = 1/variance");
        }
        explain(posterior, given, sample, after);
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("mean", after.mean());
        parameters.put("kappa", after.kappa());
        parameters.put("shape", after.shape());
        parameters.put("scale", after.scale());
        posterior.conventions.put(
                "posterior", "variance ~ inverse-gamma(shape, scale), mean | variance ~ N(mean, variance / kappa)");
        posterior.conventions.put("mean, mode, intervals", "of the population's mean, its variance integrated out");
        if (request.nullValue() != null) {
            posterior.conventions.put("bayesFactor", "of the mean; the variance's prior is the one given the mean");
        }
        return posterior.result(
                parameters,
                "\\mu",
                posterior.summary(ofMean, false),
                posterior.summary(ofVariance, false),
                predictive(after, posterior),
                given == null ? null : Posterior.orNull(logMarginal(prior, after, sample.size())),
                Posterior.pointNull(request.nullValue(), given == null ? null : student(prior.marginalMean()), ofMean));
    }

    private static StudentT student(StudentComparison.Mean mean) {
        return new StudentT(mean.degreesOfFreedom(), mean.location(), mean.scale());
    }

    private static Predictive predictive(NormalInverseGamma after, Posterior posterior) {
        StudentComparison.Mean next = after.predictive();
        StudentT distribution = student(next);
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("degreesOfFreedom", next.degreesOfFreedom());
        parameters.put("location", next.location());
        parameters.put("scale", next.scale());
        return new Predictive(
                "student-t",
                parameters,
                Posterior.orNull(distribution.moments().mean()),
                Posterior.orNull(distribution.moments().variance()),
                posterior.equalTailed(distribution),
                null);
    }

    private static double logMarginal(NormalInverseGamma prior, NormalInverseGamma after, double n) {
        return GammaFunctions.logGamma(after.shape())
                - GammaFunctions.logGamma(prior.shape())
                + prior.shape() * Math.log(prior.scale() / after.scale())
                - 0.5 * n * (Math.log(after.scale()) + LOG_TWO_PI)
                + 0.5 * Math.log(prior.kappa() / after.kappa());
    }

    private static void explain(
            Posterior posterior, NormalInverseGammaPrior given, SampleStatistics sample, NormalInverseGamma after) {
        if (given != null) {
            posterior.step(
                    "prior",
                    "Prior",
                    "What was known of the mean μ and the variance σ².",
                    "\\sigma^2 \\sim \\mathrm{IG}(%s,\\ %s),\\quad \\mu \\mid \\sigma^2 \\sim N(%s,\\ \\sigma^2/%s)"
                            .formatted(
                                    Words.latex(given.shape()),
                                    Words.latex(given.scale()),
                                    Words.latex(given.mean()),
                                    Words.latex(given.kappa())),
                    List.of(given.mean(), given.kappa(), given.shape(), given.scale()));
        }
        posterior.step(
                "likelihood",
                "What the data say",
                "Of a normal sample only size, mean and standard deviation count.",
                "n = %s,\\quad \\bar x = %s,\\quad s = %s"
                        .formatted(
                                Words.latex(sample.size()),
                                Words.latex(sample.mean()),
                                Words.latex(sample.standardDeviation())),
                List.of(sample.size(), sample.mean(), sample.standardDeviation()));
        posterior.step(
                "posterior",
                "Posterior",
                "Observations are counted in: kappa grows by n, the shape by n/2, the scale by half the squares about the means.",
                "\\kappa_n = %s,\\quad m_n = \\frac{\\kappa m + n\\bar x}{\\kappa_n} = %s,\\quad \\alpha_n = \\alpha + \\frac n2 = %s,\\quad \\beta_n = \\beta + \\frac{(n-1)s^2}{2} + \\frac{\\kappa n(\\bar x - m)^2}{2\\kappa_n} = %s"
                        .formatted(
                                Words.latex(after.kappa()),
                                Words.latex(after.mean()),
                                Words.latex(after.shape()),
                                Words.latex(after.scale())),
                List.of(after.mean(), after.kappa(), after.shape(), after.scale()));
        posterior.step(
                "marginal",
                "The mean alone",
                "With the variance integrated out, the mean has a t distribution.",
                "\\mu \\mid \\text{data} \\sim t_{2\\alpha_n}\\!\\left(m_n,\\ \\sqrt{\\tfrac{\\beta_n}{\\alpha_n\\kappa_n}}\\right) = t_{%s}(%s,\\ %s)"
                        .formatted(
                                Words.latex(2 * after.shape()),
                                Words.latex(after.mean()),
                                Words.latex(after.marginalMean().scale())),
                after.marginalMean().scale());
    }
}
