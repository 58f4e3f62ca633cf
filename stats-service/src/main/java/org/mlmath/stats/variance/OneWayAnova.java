package org.mlmath.stats.variance;

import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Words;

/**
 * Analysis of variance of one factor: F = (SS_groups/(k − 1)) / (SS_residuals/(n − k)). Right to nearly the last digit also where the
 * observations agree in their leading digits (NIST's sets SmLs07 to 09); see {@link Decomposition}. Groups without any variation are
 * refused.
 */
final class OneWayAnova {
    private OneWayAnova() {}

    static VarianceAnalysisResult test(OneWayAnovaRequest request) {
        TestQuestion question = request.question();
        Groups groups = Groups.of(request.groups(), request.missing(), 1);
        Decomposition d = Decomposition.of(groups);
        requireVariation(d);
        Assumption equal = groups.equalVariances();
        TestOutcome outcome = outcome(question, d, "the means are not all equal", "they are equal")
                .assume(Assumptions.independence("Observations, within and between the groups,"))
                .assume(groups.normality())
                .assume(equal)
                .convention("variances", "taken as equal; R's oneway.test does not by default, nor does welch-anova")
                .warn(groups.warnings());
        if (Boolean.FALSE.equals(equal.plausible())) {
            outcome.warn(new Warning(
                    "unequal-variances", equal.finding() + " welch-anova does not need them equal.", "/groups"));
        }
        if (question.explain()) {
            outcome.working(working(d, groups.count(), "means", "\\mu"));
        }
        return new VarianceAnalysisResult(outcome.result(), d.table());
    }

    static void requireVariation(Decomposition d) {
        if (!(d.within() > 0)) {
            throw new InsufficientDataException("The observations do not vary within any group: no F statistic exists.")
                    .at("/groups");
        }
    }

    static TestOutcome outcome(TestQuestion question, Decomposition d, String alternative, String nullHypothesis) {
        return new TestOutcome(question)
                .statistic("F", d.statistic())
                .pValue(d.pValue())
                .degreesOfFreedom(d.betweenDegrees(), d.withinDegrees())
                .effectSize(Decomposition.etaSquared(
                        "eta-squared", d.statistic(), d.betweenDegrees(), d.withinDegrees(), d.total(), question))
                .convention(
                        "effectSize",
                        "η² with the interval of the noncentral F distribution at 1 - alpha; unbiased is ω²")
                .diagnostics(TestDiagnostics.of("f", true))
                .claim(new Claim(alternative, nullHypothesis, "Were they equal", "an F at least as large"));
    }

    static Working working(Decomposition d, int count, String what, String symbol) {
        double between = d.inUnits(d.between() / d.betweenDegrees());
        double within = d.inUnits(d.within() / d.withinDegrees());
        return Working.of(
                        "H₀: all %s are equal. The alternative: some differ.".formatted(what),
                        "H_0: %s_1 = \\dots = %s_{%d}".formatted(symbol, symbol, count))
                .add(
                        "between",
                        "Between the groups",
                        "The squared distances of the group means from the mean of all, each as often as there are observations in the group, over their degrees of freedom.",
                        "\\mathrm{MS}_B = \\frac{\\sum_i n_i(\\bar x_i - \\bar x)^2}{k-1} = \\frac{%s}{%s} = %s"
                                .formatted(
                                        Words.latex(d.inUnits(d.between())),
                                        Words.latex(d.betweenDegrees()),
                                        Words.latex(between)),
                        between)
                .add(
                        "within",
                        "Within the groups",
                        "The squared distances of the observations from their group's mean, over their degrees of freedom.",
                        "\\mathrm{MS}_W = \\frac{\\sum_i\\sum_j (x_{ij} - \\bar x_i)^2}{n-k} = \\frac{%s}{%s} = %s"
                                .formatted(
                                        Words.latex(d.inUnits(d.within())),
                                        Words.latex(d.withinDegrees()),
                                        Words.latex(within)),
                        within)
                .statistic(
                        "How much larger the variation between the groups is than that within them.",
                        "F = \\frac{\\mathrm{MS}_B}{\\mathrm{MS}_W} = " + Words.latex(d.statistic()),
                        d.statistic())
                .pValue(
                        "The probability, were H₀ true, of an F at least as large.",
                        "P(F_{%s,\\,%s} \\ge %s)"
                                .formatted(
                                        Words.latex(d.betweenDegrees()),
                                        Words.latex(d.withinDegrees()),
                                        Words.latex(d.statistic())),
                        d.pValue());
    }
}
