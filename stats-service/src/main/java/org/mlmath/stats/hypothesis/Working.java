package org.mlmath.stats.hypothesis;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.stats.number.Words;

/** The working of a test: hypotheses, what the statistic is made of, the statistic, the p-value, and last the decision. */
public final class Working {
    private final List<Step> steps = new ArrayList<>();

    /** That a parameter has its null value, against the question's alternative. */
    public static Working about(String parameter, String symbol, TestQuestion question) {
        String value = Words.latex(question.nullValue());
        return of(
                "H₀: %s equals %s. The alternative: it %s that."
                        .formatted(
                                parameter,
                                Words.number(question.nullValue()),
                                question.alternative().words()),
                "H_0: %s = %s, \\quad H_1: %s %s %s"
                        .formatted(symbol, value, symbol, question.alternative().latex(), value));
    }

    /** From hypotheses of any kind, in words and in LaTeX. */
    public static Working of(String hypotheses, String latex) {
        return new Working().add("hypotheses", "Hypotheses", hypotheses, latex, null);
    }

    public Working add(String kind, String title, String detail, String latex, Object value) {
        steps.add(new Step(kind, title, detail, latex, value));
        return this;
    }

    public Working statistic(String detail, String latex, double value) {
        return add("statistic", "Test statistic", detail, latex, value);
    }

    /** @param latex of what the p-value is, without its value: "2\,P(Z \ge 1.96)" */
    public Working pValue(String detail, String latex, double value) {
        return add("p-value", "p-value", detail, "p = %s = %s".formatted(latex, Words.latex(value)), value);
    }

    /** The p-value of a statistic by the probability in the alternative's tail of a reference distribution. */
    public Working tail(TestQuestion question, String variable, double statistic, double pValue, String distribution) {
        String tail =
                switch (question.alternative()) {
                    case LESS -> "P(%s \\le %s)".formatted(variable, Words.latex(statistic));
                    case GREATER -> "P(%s \\ge %s)".formatted(variable, Words.latex(statistic));
                    case TWO_SIDED -> "P(|%s| \\ge %s)".formatted(variable, Words.latex(Math.abs(statistic)));
                };
        return pValue(
                "The probability, were H₀ true, of a statistic at least as extreme, from " + distribution + ".",
                tail,
                pValue);
    }

    List<Step> decided(double pValue, TestQuestion question) {
        boolean reject = pValue <= question.alpha();
        add(
                "decision",
                "Decision",
                reject
                        ? "p is at most alpha: such an outcome is rare enough under H₀ to reject it."
                        : "p is larger than alpha: such an outcome is not unusual under H₀, which is therefore not rejected (nor shown to be true).",
                "p = %s %s \\alpha = %s \\;\\Rightarrow\\; H_0 \\text{ is %s}"
                        .formatted(
                                Words.latex(pValue),
                                reject ? "\\le" : ">",
                                Words.latex(question.alpha()),
                                reject ? "rejected" : "not rejected"),
                pValue);
        return List.copyOf(steps);
    }
}
