package org.mlmath.stats.mean;

import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/** The working of a t test up to its p-value: hypotheses, standard error, statistic, degrees of freedom. */
final class TTestSteps {
    private final StudentTTest.Comparison comparison;
    private final Working working;

    private TTestSteps(TestQuestion question, StudentTTest.Comparison comparison, TTestWords words) {
        this.comparison = comparison;
        this.working = Working.about(words.parameter(), words.symbol(), question);
    }

    static Working ofOne(
            SampleStatistics sample, StudentTTest.Comparison comparison, TestQuestion question, TTestWords words) {
        TTestSteps steps = new TTestSteps(question, comparison, words);
        String mean = words == TTestWords.PAIRED ? "\\bar d" : "\\bar x";
        String deviation = words == TTestWords.PAIRED ? "s_d" : "s";
        String n = Words.latex(sample.size());
        steps.working.add(
                "standard-error",
                "Standard error",
                "How far the mean of so many observations usually lies from the population's.",
                "\\mathrm{SE} = \\frac{%s}{\\sqrt n} = \\frac{%s}{\\sqrt{%s}} = %s"
                        .formatted(
                                deviation,
                                Words.latex(sample.standardDeviation()),
                                n,
                                Words.latex(comparison.standardError())),
                comparison.standardError());
        steps.statistic(
                "\\frac{%s - \\mu_0}{\\mathrm{SE}}".formatted(mean),
                Words.latex(sample.mean()) + " - " + Words.bracketed(question.nullValue()));
        steps.working.add(
                "degrees-of-freedom",
                "Degrees of freedom",
                "One of the n observations is used up by the mean.",
                "\\nu = n - 1 = %s - 1 = %s".formatted(n, Words.latex(comparison.degreesOfFreedom())),
                comparison.degreesOfFreedom());
        return steps.working;
    }

    static Working ofTwo(
            SampleStatistics a,
            SampleStatistics b,
            boolean pooled,
            StudentTTest.Comparison comparison,
            TestQuestion question) {
        TTestSteps steps = new TTestSteps(question, comparison, TTestWords.TWO_SAMPLE);
        String na = Words.latex(a.size());
        String nb = Words.latex(b.size());
        String sa = Words.latex(a.standardDeviation());
        String sb = Words.latex(b.standardDeviation());
        if (pooled) {
            double deviation = StudentTTest.pooledDeviation(a, b);
            steps.working.add(
                    "pooled-deviation",
                    "Pooled standard deviation",
                    "Both samples estimate the same variance, each weighted by its degrees of freedom.",
                    "s_p = \\sqrt{\\frac{(n_a-1)s_a^2 + (n_b-1)s_b^2}{n_a+n_b-2}} = \\sqrt{\\frac{(%s-1)\\cdot %s^2 + (%s-1)\\cdot %s^2}{%s+%s-2}} = %s"
                            .formatted(na, sa, nb, sb, na, nb, Words.latex(deviation)),
                    deviation);
            steps.working.add(
                    "standard-error",
                    "Standard error",
                    "How far the difference of the means usually lies from the populations'.",
                    "\\mathrm{SE} = s_p\\sqrt{\\frac1{n_a}+\\frac1{n_b}} = %s\\sqrt{\\frac1{%s}+\\frac1{%s}} = %s"
                            .formatted(Words.latex(deviation), na, nb, Words.latex(comparison.standardError())),
                    comparison.standardError());
        } else {
            steps.working.add(
                    "standard-error",
                    "Standard error",
                    "How far the difference of the means usually lies from the populations', each with its own variance.",
                    "\\mathrm{SE} = \\sqrt{\\frac{s_a^2}{n_a}+\\frac{s_b^2}{n_b}} = \\sqrt{\\frac{%s^2}{%s}+\\frac{%s^2}{%s}} = %s"
                            .formatted(sa, na, sb, nb, Words.latex(comparison.standardError())),
                    comparison.standardError());
        }
        String means = Words.latex(a.mean()) + " - " + Words.bracketed(b.mean());
        String shift = question.nullValue() == 0 ? "" : " - " + Words.bracketed(question.nullValue());
        steps.statistic("\\frac{\\bar a - \\bar b - \\delta_0}{\\mathrm{SE}}", means + shift);
        steps.working.add(
                "degrees-of-freedom",
                "Degrees of freedom",
                pooled
                        ? "Two of the observations are used up by the two means."
                        : "The approximation of Welch and Satterthwaite: what the two variances are worth together.",
                pooled
                        ? "\\nu = n_a + n_b - 2 = %s + %s - 2 = %s"
                                .formatted(na, nb, Words.latex(comparison.degreesOfFreedom()))
                        : "\\nu = \\frac{\\left(s_a^2/n_a + s_b^2/n_b\\right)^2}{\\frac{(s_a^2/n_a)^2}{n_a-1} + \\frac{(s_b^2/n_b)^2}{n_b-1}} = %s"
                                .formatted(Words.latex(comparison.degreesOfFreedom())),
                comparison.degreesOfFreedom());
        return steps.working;
    }

    private void statistic(String formula, String numerator) {
        double statistic = comparison.difference() / comparison.standardError();
        working.statistic(
                "The distance of the estimate from its null value, in standard errors.",
                "t = %s = \\frac{%s}{%s} = %s"
                        .formatted(formula, numerator, Words.latex(comparison.standardError()), Words.latex(statistic)),
                statistic);
    }
}
