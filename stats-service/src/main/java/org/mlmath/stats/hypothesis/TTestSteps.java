package org.mlmath.stats.hypothesis;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.stats.number.Words;

/** The working of a t test: hypotheses, standard error, statistic, degrees of freedom, p-value, decision. */
final class TTestSteps {
    private final TTestQuestion question;
    private final StudentTTest.Comparison comparison;
    private final List<Step> steps = new ArrayList<>();

    private TTestSteps(TTestQuestion question, StudentTTest.Comparison comparison) {
        this.question = question;
        this.comparison = comparison;
    }

    static TTestSteps ofOne(
            SampleStatistics sample, StudentTTest.Comparison comparison, TTestQuestion question, TTestWords words) {
        TTestSteps steps = new TTestSteps(question, comparison);
        steps.hypotheses(words);
        String mean = words == TTestWords.PAIRED ? "\\bar d" : "\\bar x";
        String deviation = words == TTestWords.PAIRED ? "s_d" : "s";
        String n = Words.latex(sample.size());
        steps.add(
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
        steps.add(
                "degrees-of-freedom",
                "Degrees of freedom",
                "One of the n observations is used up by the mean.",
                "\\nu = n - 1 = %s - 1 = %s".formatted(n, Words.latex(comparison.degreesOfFreedom())),
                comparison.degreesOfFreedom());
        return steps;
    }

    static TTestSteps ofTwo(
            SampleStatistics a,
            SampleStatistics b,
            boolean pooled,
            StudentTTest.Comparison comparison,
            TTestQuestion question) {
        TTestSteps steps = new TTestSteps(question, comparison);
        steps.hypotheses(TTestWords.TWO_SAMPLE);
        String na = Words.latex(a.size());
        String nb = Words.latex(b.size());
        String sa = Words.latex(a.standardDeviation());
        String sb = Words.latex(b.standardDeviation());
        if (pooled) {
            double deviation = StudentTTest.pooledDeviation(a, b);
            steps.add(
                    "pooled-deviation",
                    "Pooled standard deviation",
                    "Both samples estimate the same variance, each weighted by its degrees of freedom.",
                    "s_p = \\sqrt{\\frac{(n_a-1)s_a^2 + (n_b-1)s_b^2}{n_a+n_b-2}} = \\sqrt{\\frac{(%s-1)\\cdot %s^2 + (%s-1)\\cdot %s^2}{%s+%s-2}} = %s"
                            .formatted(na, sa, nb, sb, na, nb, Words.latex(deviation)),
                    deviation);
            steps.add(
                    "standard-error",
                    "Standard error",
                    "How far the difference of the means usually lies from the populations'.",
                    "\\mathrm{SE} = s_p\\sqrt{\\frac1{n_a}+\\frac1{n_b}} = %s\\sqrt{\\frac1{%s}+\\frac1{%s}} = %s"
                            .formatted(Words.latex(deviation), na, nb, Words.latex(comparison.standardError())),
                    comparison.standardError());
        } else {
            steps.add(
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
        steps.add(
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
        return steps;
    }

    /** The steps with their end, whose value is the p-value that was answered. */
    List<Step> concluded(double statistic, double pValue, boolean reject) {
        String tail =
                switch (question.alternative()) {
                    case LESS -> "P(T_\\nu \\le %s)".formatted(Words.latex(statistic));
                    case GREATER -> "P(T_\\nu \\ge %s)".formatted(Words.latex(statistic));
                    case TWO_SIDED -> "2\\,P(T_\\nu \\ge %s)".formatted(Words.latex(Math.abs(statistic)));
                };
        add(
                "p-value",
                "p-value",
                "The probability, were H₀ true, of a t at least as extreme, from the t distribution with these degrees of freedom.",
                "p = %s = %s".formatted(tail, Words.latex(pValue)),
                pValue);
        add(
                "decision",
                "Decision",
                reject
                        ? "p is at most alpha: such a t is rare enough under H₀ to reject it."
                        : "p is larger than alpha: such a t is not unusual under H₀, which is therefore not rejected (nor shown to be true).",
                "p = %s %s \\alpha = %s \\;\\Rightarrow\\; H_0 \\text{ is %s}"
                        .formatted(
                                Words.latex(pValue),
                                reject ? "\\le" : ">",
                                Words.latex(question.alpha()),
                                reject ? "rejected" : "not rejected"),
                pValue);
        return steps;
    }

    private void hypotheses(TTestWords words) {
        add(
                "hypotheses",
                "Hypotheses",
                "H₀: %s equals %s. The alternative: it %s that."
                        .formatted(
                                words.parameter(),
                                Words.number(question.nullValue()),
                                question.alternative().words()),
                "H_0: %s = %s, \\quad H_1: %s %s %s"
                        .formatted(
                                words.symbol(),
                                Words.latex(question.nullValue()),
                                words.symbol(),
                                question.alternative().latex(),
                                Words.latex(question.nullValue())),
                null);
    }

    private void statistic(String formula, String numerator) {
        double statistic = comparison.difference() / comparison.standardError();
        add(
                "statistic",
                "Test statistic",
                "The distance of the estimate from its null value, in standard errors.",
                "t = %s = \\frac{%s}{%s} = %s"
                        .formatted(formula, numerator, Words.latex(comparison.standardError()), Words.latex(statistic)),
                statistic);
    }

    private void add(String kind, String title, String detail, String latex, Object value) {
        steps.add(new Step(kind, title, detail, latex, value));
    }
}
