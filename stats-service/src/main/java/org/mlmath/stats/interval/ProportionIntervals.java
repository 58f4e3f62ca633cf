package org.mlmath.stats.interval;

import org.mlmath.numerics.distribution.Normal;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Successes;
import org.mlmath.stats.number.Words;
import org.mlmath.stats.proportion.ProportionBounds;

/**
 * Intervals of a probability ({@link ProportionBounds}) and of the difference of two: Newcombe's hybrid of two Wilson intervals (R. G.
 * Newcombe, Statist. Med. 17 (1998), 873-890, method 10), Agresti and Caffo's Wald interval with a success and a failure added to each
 * sample (Amer. Statist. 54 (2000), 280-288), and Wald's.
 */
final class ProportionIntervals {
    private static final Normal STANDARD = new Normal(0, 1);

    private ProportionIntervals() {}

    static ConfidenceIntervalResult proportion(ProportionIntervalRequest request) {
        IntervalQuestion question = request.question();
        Successes.Counted data = request.data().counted("/data", request.missing());
        double x = data.successes();
        double n = data.trials();
        double outside = question.outside();
        Interval ends =
                switch (request.method()) {
                    case WILSON -> ProportionBounds.wilson(x, n, outside);
                    case CLOPPER_PEARSON -> ProportionBounds.clopperPearson(x, n, outside);
                    case WALD -> ProportionBounds.wald(x, n, outside);
                    case AGRESTI_COULL -> ProportionBounds.agrestiCoull(x, n, outside);
                    case JEFFREYS -> ProportionBounds.jeffreys(x, n, outside);
                };
        String name =
                switch (request.method()) {
                    case WILSON -> "wilson";
                    case CLOPPER_PEARSON -> "clopper-pearson";
                    case WALD -> "wald";
                    case AGRESTI_COULL -> "agresti-coull";
                    case JEFFREYS -> "jeffreys";
                };
        String formula =
                switch (request.method()) {
                    case WILSON ->
                        "\\frac{\\hat p + \\frac{z^2}{2n} \\pm z\\sqrt{\\frac{\\hat p(1-\\hat p)}{n} + \\frac{z^2}{4n^2}}}{1 + z^2/n}";
                    case CLOPPER_PEARSON ->
                        "\\left[B^{-1}_{x,\\,n-x+1}\\!\\left(\\tfrac\\alpha2\\right),\\ B^{-1}_{x+1,\\,n-x}\\!\\left(1-\\tfrac\\alpha2\\right)\\right]";
                    case WALD -> "\\hat p \\pm z\\sqrt{\\frac{\\hat p(1-\\hat p)}{n}}";
                    case AGRESTI_COULL ->
                        "\\tilde p \\pm z\\sqrt{\\frac{\\tilde p(1-\\tilde p)}{\\tilde n}},\\ \\tilde n = n + z^2,\\ \\tilde p = \\frac{x + z^2/2}{\\tilde n}";
                    case JEFFREYS ->
                        "\\left[B^{-1}_{x+\\frac12,\\,n-x+\\frac12}\\!\\left(\\tfrac\\alpha2\\right),\\ B^{-1}_{x+\\frac12,\\,n-x+\\frac12}\\!\\left(1-\\tfrac\\alpha2\\right)\\right]";
                };
        double p = data.proportion();
        double z = STANDARD.quantile(question.above());
        IntervalOutcome outcome = new IntervalOutcome(question, "The probability of success")
                .estimate(p)
                .standardError(Math.sqrt(p * (data.failures() / n) / n))
                .method(name, request.method() == ProportionMethod.CLOPPER_PEARSON)
                .assume(Assumptions.independence("Trials"))
                .convention(
                        "method",
                        "wilson unless asked otherwise; R's binom.test is clopper-pearson, statsmodels' default is wald")
                .convention("standardError", "√(p(1 - p)/n) at the estimate")
                .warn(data.warnings())
                .step(
                        "estimate",
                        "Proportion",
                        "The share of successes estimates the probability.",
                        "\\hat p = \\frac{%s}{%s} = %s".formatted(Words.exact(x), Words.exact(n), Words.latex(p)),
                        p)
                .step(
                        "quantile",
                        "Quantile",
                        "What a standard normal variable exceeds on either side (not needed by clopper-pearson and jeffreys).",
                        "z = " + Words.latex(z),
                        z);
        if (request.method() == ProportionMethod.WALD && Math.min(x, data.failures()) < 5) {
            outcome.warn(
                    "small-counts",
                    "There are fewer than 5 successes or failures: Wald's interval holds the probability far less often than its level says. wilson does not have that fault.");
        }
        if (request.method() == ProportionMethod.JEFFREYS && (x == 0 || data.failures() == 0)) {
            outcome.convention(
                    "jeffreys", "from 0 where nothing and to 1 where everything succeeded (Brown, Cai and DasGupta)");
        }
        return outcome.between(ends.lower(), ends.upper(), formula);
    }

    static ConfidenceIntervalResult difference(ProportionDifferenceIntervalRequest request) {
        IntervalQuestion question = request.question();
        Successes.Counted a = request.a().counted("/a", request.missing());
        Successes.Counted b = request.b().counted("/b", request.missing());
        double z = STANDARD.quantile(question.above());
        double difference = Math.fma(a.successes(), b.trials(), -b.successes() * a.trials()) / a.trials() / b.trials();
        double error = Math.sqrt(variance(a.successes(), a.trials()) + variance(b.successes(), b.trials()));
        double lower;
        double upper;
        String formula;
        String name;
        switch (request.method()) {
            case NEWCOMBE -> {
                Interval ofA = ProportionBounds.wilson(a.successes(), a.trials(), question.outside());
                Interval ofB = ProportionBounds.wilson(b.successes(), b.trials(), question.outside());
                lower = difference - Math.hypot(a.proportion() - ofA.lower(), ofB.upper() - b.proportion());
                upper = difference + Math.hypot(ofA.upper() - a.proportion(), b.proportion() - ofB.lower());
                formula =
                        "\\left[\\hat d - \\sqrt{(\\hat p_a - l_a)^2 + (u_b - \\hat p_b)^2},\\ \\hat d + \\sqrt{(u_a - \\hat p_a)^2 + (\\hat p_b - l_b)^2}\\right]";
                name = "newcombe";
            }
            case AGRESTI_CAFFO -> {
                double pA = (a.successes() + 1) / (a.trials() + 2);
                double pB = (b.successes() + 1) / (b.trials() + 2);
                double reach = z
                        * Math.sqrt(variance(a.successes() + 1, a.trials() + 2)
                                + variance(b.successes() + 1, b.trials() + 2));
                lower = pA - pB - reach;
                upper = pA - pB + reach;
                formula =
                        "\\tilde p_a - \\tilde p_b \\pm z\\sqrt{\\frac{\\tilde p_a(1-\\tilde p_a)}{n_a+2} + \\frac{\\tilde p_b(1-\\tilde p_b)}{n_b+2}},\\ \\tilde p = \\frac{x+1}{n+2}";
                name = "agresti-caffo";
            }
            default -> {
                lower = difference - z * error;
                upper = difference + z * error;
                formula =
                        "\\hat d \\pm z\\sqrt{\\frac{\\hat p_a(1-\\hat p_a)}{n_a} + \\frac{\\hat p_b(1-\\hat p_b)}{n_b}}";
                name = "wald";
            }
        }
        return new IntervalOutcome(question, "The probability of a minus that of b")
                .estimate(difference)
                .standardError(error)
                .method(name, false)
                .assume(Assumptions.independence("Trials, within and between the samples,"))
                .convention("estimate", "proportion of a minus proportion of b")
                .convention("method", "newcombe unless asked otherwise, as statsmodels; R's prop.test has wald")
                .warn(a.warnings())
                .warn(b.warnings())
                .step(
                        "estimate",
                        "Difference of the proportions",
                        "The shares of successes estimate the probabilities.",
                        "\\hat d = \\frac{%s}{%s} - \\frac{%s}{%s} = %s"
                                .formatted(
                                        Words.exact(a.successes()),
                                        Words.exact(a.trials()),
                                        Words.exact(b.successes()),
                                        Words.exact(b.trials()),
                                        Words.latex(difference)),
                        difference)
                .step(
                        "quantile",
                        "Quantile",
                        "What a standard normal variable exceeds on either side; newcombe takes with it Wilson's interval [l, u] of each probability.",
                        "z = " + Words.latex(z),
                        z)
                .between(Math.max(-1, lower), Math.min(1, upper), formula);
    }

    private static double variance(double successes, double trials) {
        return successes / trials * ((trials - successes) / trials) / trials;
    }
}
