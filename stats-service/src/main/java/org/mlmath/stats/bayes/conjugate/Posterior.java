package org.mlmath.stats.bayes.conjugate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.bayes.HighestDensityRegion;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Moments;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/** What the conjugate families say alike of a posterior: moments, intervals, Bayes factor, sentences. */
final class Posterior {
    private static final double LEAST_WEIGHT = 1e-10;
    private static final double LARGEST_WEIGHT = 1e15;

    private final double level;
    private final boolean explain;
    final List<Warning> warnings = new ArrayList<>();
    final Map<String, String> conventions = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /** @throws InvalidParameterException at /level outside (0, 1) */
    Posterior(double level, Boolean explain) {
        if (!(level > 0 && level < 1)) {
            throw new InvalidParameterException("The level must lie strictly between 0 and 1.").at("/level");
        }
        this.level = level;
        this.explain = Boolean.TRUE.equals(explain);
        conventions.put("credibleInterval", "equal-tailed");
    }

    static double notNegative(double value, String pointer) {
        if (!(value >= 0)) {
            throw new InvalidParameterException("It must not be negative, but is %s.".formatted(Words.exact(value)))
                    .at(pointer);
        }
        return value;
    }

    /** A parameter that counts: 0, which is improper, or of a size at which the distributions keep their digits. */
    static double weight(double value, String pointer) {
        if (value == 0 || value >= LEAST_WEIGHT && value <= LARGEST_WEIGHT) {
            return value;
        }
        throw new InvalidParameterException(
                        "It must be 0 or lie between 1e-10 and 1e15, but is %s.".formatted(Words.exact(value)))
                .at(pointer);
    }

    static double positive(double value, String pointer) {
        if (!(value > 0)) {
            throw new InvalidParameterException("It must be positive, but is %s.".formatted(Words.exact(value)))
                    .at(pointer);
        }
        return value;
    }

    static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new DomainException("The posterior overflows: scale the data.").at("/data");
        }
        return value;
    }

    static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }

    void saysImproper(String prior) {
        warnings.add(new Warning(
                "improper-prior",
                prior + " is improper: the posterior is not, but there is no marginal likelihood and no Bayes factor.",
                "/prior"));
    }

    void step(String kind, String title, String detail, String latex, Object value) {
        if (explain) {
            steps.add(new Step(kind, title, detail, latex, value));
        }
    }

    Interval equalTailed(Distribution distribution) {
        TailProbability below = TailProbability.lower(0.5 * (1 - level));
        return new Interval(distribution.quantile(below), distribution.quantile(TailProbability.upper(below.value())));
    }

    private Interval shortest(Distribution distribution) {
        HighestDensityRegion.Part part = HighestDensityRegion.ofUnimodal(distribution, level);
        return new Interval(part.lower(), part.upper());
    }

    /** @param uShaped whether the density is largest at both ends of the support */
    ParameterSummary summary(Distribution distribution, boolean uShaped) {
        Moments moments = distribution.moments();
        Interval shortest = uShaped ? null : shortest(distribution);
        List<Interval> region = uShaped
                ? HighestDensityRegion.ofUShaped(distribution, level).stream()
                        .map(part -> new Interval(part.lower(), part.upper()))
                        .toList()
                : List.of(shortest);
        return new ParameterSummary(
                orNull(moments.mean()),
                orNull(moments.variance()),
                orNull(moments.standardDeviation()),
                moments.median(),
                orNull(moments.mode()),
                equalTailed(distribution),
                shortest,
                region);
    }

    /** Savage and Dickey: the posterior's density over the prior's, at the value. */
    static PointNull pointNull(Double value, Distribution prior, Distribution posterior) {
        if (value == null || prior == null) {
            return null;
        }
        if (!prior.support().contains(value)) {
            throw new InvalidParameterException("The parameter cannot have this value.").at("/nullValue");
        }
        double log = posterior.logDensity(value) - prior.logDensity(value);
        if (Double.isNaN(log) || log == Double.POSITIVE_INFINITY) {
            throw new DomainException("The prior has no density at this value, so there is no Bayes factor.")
                    .at("/nullValue");
        }
        return new PointNull(value, Math.exp(log), Math.exp(-log), log);
    }

    ConjugateResult result(
            Map<String, Double> parameters,
            String parameter,
            ParameterSummary summary,
            ParameterSummary variance,
            Predictive predictive,
            Double logMarginal,
            PointNull pointNull) {
        if (summary.highestDensityInterval() == null) {
            warnings.add(new Warning(
                    "two-part-region",
                    "The posterior density is largest at both ends: the region of highest density is in two parts.",
                    "/highestDensityRegion"));
        }
        step(
                "interval",
                "Credible interval",
                "Half of what is left out lies below it, half above.",
                "P(%s \\le %s \\le %s \\mid \\text{data}) = %s"
                        .formatted(
                                Words.latex(summary.credibleInterval().lower()),
                                parameter,
                                Words.latex(summary.credibleInterval().upper()),
                                Words.latex(level)),
                List.of(
                        summary.credibleInterval().lower(),
                        summary.credibleInterval().upper()));
        step(
                "mean",
                "Posterior mean",
                "What is expected of the parameter after the data.",
                "E[%s \\mid \\text{data}] = %s"
                        .formatted(parameter, summary.mean() == null ? "\\text{none}" : Words.latex(summary.mean())),
                summary.mean());
        return new ConjugateResult(
                parameters,
                summary.mean(),
                summary.variance(),
                summary.standardDeviation(),
                summary.median(),
                summary.mode(),
                summary.credibleInterval(),
                summary.highestDensityInterval(),
                summary.highestDensityRegion(),
                variance,
                predictive,
                logMarginal,
                pointNull,
                interpretation(summary, pointNull),
                ConjugateDiagnostics.CLOSED_FORM,
                conventions,
                warnings,
                explain ? steps : null);
    }

    List<Step> steps() {
        return explain ? steps : null;
    }

    private String interpretation(ParameterSummary summary, PointNull pointNull) {
        String text = "Given the data and the prior, the parameter lies between %s and %s with probability %s."
                .formatted(
                        Words.number(summary.credibleInterval().lower()),
                        Words.number(summary.credibleInterval().upper()),
                        Words.percent(level));
        if (pointNull == null) {
            return text;
        }
        boolean speaksFor = pointNull.logForNull() >= 0;
        return text
                + " The data are %s times as probable %s."
                        .formatted(
                                Words.number(speaksFor ? pointNull.forNull() : pointNull.againstNull()),
                                speaksFor
                                        ? "if the parameter is %s as under the prior"
                                                .formatted(Words.number(pointNull.nullValue()))
                                        : "under the prior as if the parameter were %s"
                                                .formatted(Words.number(pointNull.nullValue())));
    }
}
