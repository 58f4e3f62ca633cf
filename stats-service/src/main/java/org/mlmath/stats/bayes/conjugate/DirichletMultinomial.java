package org.mlmath.stats.bayes.conjugate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Beta;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/**
 * Probabilities of k categories: Dirichlet(α) before counts n, Dirichlet(α + n) after them. Each probability alone is
 * Beta(αᵢ, Σα − αᵢ); marginal likelihood n!/Πnᵢ! · Γ(Σα)/Γ(Σα + n) · ΠΓ(αᵢ + nᵢ)/Γ(αᵢ).
 */
final class DirichletMultinomial {
    private DirichletMultinomial() {}

    /**
     * @throws InvalidParameterException for counts or concentrations that are negative
     * @throws DimensionMismatchException for other than one concentration per category
     * @throws InsufficientDataException where the posterior is improper, or there is one category only
     */
    static DirichletMultinomialResult update(DirichletMultinomialRequest request) {
        Posterior posterior = new Posterior(request.level(), request.explain());
        double[] counts = request.data();
        int k = counts.length;
        if (k < 2) {
            throw new InsufficientDataException("There must be at least two categories.").at("/data");
        }
        for (int i = 0; i < k; i++) {
            if (!(counts[i] >= 0 && counts[i] == Math.rint(counts[i]) && counts[i] <= 0x1p53)) {
                throw new InvalidParameterException("A count is an integer from 0 to 2^53, but this is %s."
                                .formatted(Words.exact(counts[i])))
                        .at("/data/" + i);
            }
        }
        double[] prior = prior(request, k);
        double[] after = new double[k];
        CompensatedSum sum = new CompensatedSum();
        boolean proper = true;
        for (int i = 0; i < k; i++) {
            after[i] = prior[i] + counts[i];
            sum.add(after[i]);
            proper &= prior[i] > 0;
            if (after[i] == 0) {
                throw new InsufficientDataException(
                                "Category %d was never seen and its concentration is 0: the posterior is improper."
                                        .formatted(i))
                        .at("/prior/concentrations/" + i);
            }
        }
        if (!proper) {
            posterior.saysImproper("A concentration of 0");
        }
        double total = Posterior.finite(sum.value());
        double[] mean = new double[k];
        double[] variance = new double[k];
        List<Interval> equalTailed = new ArrayList<>();
        List<Interval> shortest = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            double rest = rest(after, i);
            mean[i] = after[i] / total;
            variance[i] = mean[i] * (rest / total) / (total + 1);
            ParameterSummary summary = posterior.summary(new Beta(after[i], rest), after[i] < 1 && rest < 1);
            equalTailed.add(summary.credibleInterval());
            shortest.add(summary.highestDensityInterval());
        }
        if (shortest.contains(null)) {
            posterior.warnings.add(new Warning(
                    "two-part-region",
                    "A probability's posterior is largest at both ends: its region of highest density is in two parts.",
                    "/highestDensityInterval"));
        }
        posterior.step(
                "prior",
                "Prior",
                "What was known: as if each category had been seen so often before.",
                "\\theta \\sim \\mathrm{Dirichlet}(%s)".formatted(list(prior)),
                prior);
        posterior.step(
                "posterior",
                "Posterior",
                "Counts are added to the concentrations.",
                "\\theta \\mid \\text{data} \\sim \\mathrm{Dirichlet}(%s)".formatted(list(after)),
                after);
        posterior.step(
                "mean",
                "Posterior means",
                "Each concentration over their sum.",
                "E[\\theta_i \\mid \\text{data}] = \\frac{\\alpha_i}{%s}:\\quad %s"
                        .formatted(Words.latex(total), list(mean)),
                mean);
        posterior.conventions.put("marginalLikelihood", "of the counts, with the multinomial coefficient");
        posterior.conventions.put("intervals", "of each probability by itself, not of all together");
        return new DirichletMultinomialResult(
                new DirichletPrior(after),
                mean,
                variance,
                Arrays.stream(variance).map(Math::sqrt).toArray(),
                mode(after, total),
                equalTailed,
                shortest.contains(null) ? null : shortest,
                new DirichletMultinomialResult.DirichletPredictive("categorical", mean),
                proper ? logMarginal(prior, counts) : null,
                interpretation(mean),
                ConjugateDiagnostics.CLOSED_FORM,
                posterior.conventions,
                posterior.warnings,
                posterior.steps());
    }

    private static double[] prior(DirichletMultinomialRequest request, int k) {
        if (request.prior() == null || request.prior().concentrations() == null) {
            double[] ones = new double[k];
            Arrays.fill(ones, 1);
            return ones;
        }
        double[] prior = request.prior().concentrations();
        if (prior.length != k) {
            throw new DimensionMismatchException(
                            "There are %d counts and %d concentrations.".formatted(k, prior.length))
                    .at("/prior/concentrations");
        }
        for (int i = 0; i < k; i++) {
            Posterior.weight(prior[i], "/prior/concentrations/" + i);
        }
        return prior;
    }

    /** The sum of the others, without cancellation. */
    private static double rest(double[] concentrations, int i) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < concentrations.length; j++) {
            if (j != i) {
                sum.add(concentrations[j]);
            }
        }
        return sum.value();
    }

    /** (αᵢ − 1)/(Σα − k) where no concentration is below 1 and not all are 1. */
    private static double[] mode(double[] after, double total) {
        if (Arrays.stream(after).anyMatch(a -> a < 1) || Arrays.stream(after).allMatch(a -> a == 1)) {
            return null;
        }
        return Arrays.stream(after).map(a -> (a - 1) / (total - after.length)).toArray();
    }

    private static double logMarginal(double[] prior, double[] counts) {
        double n = 0;
        double concentration = 0;
        CompensatedSum log = new CompensatedSum();
        for (int i = 0; i < counts.length; i++) {
            n += counts[i];
            concentration += prior[i];
            log.add(GammaFunctions.logGamma(prior[i] + counts[i]));
            log.add(-GammaFunctions.logGamma(prior[i]));
            log.add(-GammaFunctions.logGamma(counts[i] + 1));
        }
        log.add(GammaFunctions.logGamma(n + 1));
        log.add(GammaFunctions.logGamma(concentration));
        log.add(-GammaFunctions.logGamma(concentration + n));
        return log.value();
    }

    private static String interpretation(double[] mean) {
        int likeliest = 0;
        for (int i = 1; i < mean.length; i++) {
            likeliest = mean[i] > mean[likeliest] ? i : likeliest;
        }
        return "Given the data and the prior, the next observation is of category %d with probability %s, more than of any other."
                .formatted(likeliest, Words.percent(mean[likeliest]));
    }

    private static String list(double[] values) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (i == 8 && values.length > 10) {
                texts.add("\\ldots");
                break;
            }
            texts.add(Words.latex(values[i]));
        }
        return String.join(",\\ ", texts);
    }
}
