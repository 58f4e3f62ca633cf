package org.mlmath.stats.proportion;

import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Successes;
import org.mlmath.stats.number.Words;

/**
 * The exact binomial test: the probability, were p = p₀, of a number of successes at least as extreme. Extreme two-sided means no more
 * probable than the one seen (R's binom.test, SciPy's binomtest). The interval is that of Clopper and Pearson, which need not agree
 * with the two-sided p-value near the edge. Any number of trials up to 2^53: the other tail's end is found by bisection.
 */
final class BinomialTest {
    private BinomialTest() {}

    static TestResult test(BinomialTestRequest request) {
        TestQuestion question = request.question();
        double p0 = question.nullValue();
        if (!(p0 >= 0 && p0 <= 1)) {
            throw new InvalidParameterException(
                            "nullValue is a probability, from 0 to 1, but is " + Words.exact(p0) + ".")
                    .at("/nullValue");
        }
        Successes.Counted data = request.data().counted("/data", request.missing());
        double pValue = BinomialTail.pValue(data.successes(), data.trials(), p0, question);
        Interval ends = ProportionBounds.clopperPearson(data.successes(), data.trials(), question.outside());
        return new TestOutcome(question)
                .statistic(null, data.successes())
                .pValue(pValue)
                .estimate(data.proportion())
                .interval(question.interval(ends.lower(), ends.upper(), 0, 1))
                .effectSize(ProportionEffect.against(p0, data.proportion(), ends, question))
                .assume(Assumptions.independence("Trials"))
                .convention("statistic", "the number of successes")
                .convention(
                        "pValue",
                        "two-sided: all outcomes no more probable than the one seen, as in R and SciPy; not twice the smaller tail")
                .convention("confidenceInterval", "Clopper and Pearson at 1 - alpha, one-sided as the alternative is")
                .convention("effectSize", "Cohen's h, its interval that of the probability on the scale of h")
                .warn(data.warnings())
                .diagnostics(TestDiagnostics.of("binomial", true))
                .claim(Claim.about("the probability of success", question, "a number of successes at least as extreme"))
                .working(question.explain() ? working(data, question, pValue) : null)
                .result();
    }

    private static Working working(Successes.Counted data, TestQuestion question, double pValue) {
        String x = Words.exact(data.successes());
        String n = Words.exact(data.trials());
        String p0 = Words.latex(question.nullValue());
        String tail =
                switch (question.alternative()) {
                    case LESS -> "\\sum_{k \\le %s} P(X = k)".formatted(x);
                    case GREATER -> "\\sum_{k \\ge %s} P(X = k)".formatted(x);
                    case TWO_SIDED -> "\\sum_{k:\\,P(X=k) \\le P(X=%s)} P(X = k)".formatted(x);
                };
        return Working.about("the probability of success", "p", question)
                .statistic("The number of successes.", "x = %s \\text{ of } n = %s".formatted(x, n), data.successes())
                .add(
                        "distribution",
                        "Distribution under H₀",
                        "Were H₀ true, the number of successes would be binomial.",
                        "P(X = k) = \\binom{%s}{k}\\, %s^k\\, (1 - %s)^{%s - k}".formatted(n, p0, p0, n),
                        null)
                .pValue("The probability of all outcomes at least as extreme, counted exactly.", tail, pValue);
    }
}
