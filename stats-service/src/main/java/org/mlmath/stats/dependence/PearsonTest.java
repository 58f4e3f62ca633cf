package org.mlmath.stats.dependence;

import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.PairedObservations;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * The test of Pearson's correlation: t = r√((n − 2)/(1 − r²)), Student's with n − 2 degrees of freedom in normal samples without
 * correlation; against another null value, Fisher's z.
 *
 * <p>With u and v the standardized variables, of length 1, 1 − r = ½‖u − v‖² and 1 + r = ½‖u + v‖²: so t keeps its digits where r is
 * nearly 1.
 */
final class PearsonTest {
    /** Below this ‖u − v‖² is rounding. */
    private static final double NOTHING = 1e-30;

    private PearsonTest() {}

    static TestResult of(PearsonCorrelationRequest request) {
        TestQuestion question = request.question();
        if (!(Math.abs(question.nullValue()) < 1)) {
            throw new InvalidParameterException("nullValue must lie strictly between -1 and 1, but is "
                            + Words.exact(question.nullValue()) + ".")
                    .at("/nullValue");
        }
        PairedObservations pairs =
                PairedObservations.of(request.a().values(), request.b().values(), request.missing());
        CorrelationFindings.require(pairs, 3);
        int n = pairs.size();
        SampleMoments ofA = SampleMoments.of(pairs.a());
        SampleMoments ofB = SampleMoments.of(pairs.b());
        double lengthA = ofA.standardDeviation(1);
        double lengthB = ofB.standardDeviation(1);
        double apart = 0;
        double opposed = 0;
        for (int i = 0; i < n; i++) {
            double u = ofA.deviation(pairs.a()[i]) / lengthA;
            double v = ofB.deviation(pairs.b()[i]) / lengthB;
            apart += (u - v) * (u - v);
            opposed += (u + v) * (u + v);
        }
        boolean perfect = Math.min(apart, opposed) < NOTHING;
        double r = perfect ? Math.signum(opposed - apart) : (opposed - apart) / (opposed + apart);
        boolean zero = question.nullValue() == 0;
        double error = FisherZ.standardError(CorrelationMethod.PEARSON, r, n);
        if (!zero && Double.isInfinite(error)) {
            CorrelationFindings.require(pairs, 4);
        }
        double statistic = perfect
                ? r * Double.POSITIVE_INFINITY
                : zero
                        ? r * Math.sqrt((n - 2) / (0.25 * apart * opposed))
                        : (FisherZ.of(r) - FisherZ.of(question.nullValue())) / error;
        double pValue =
                question.pValue(zero ? new StudentT(n - 2).tails(statistic) : new Normal(0, 1).tails(statistic));
        TestOutcome outcome = new TestOutcome(question)
                .anyStatistic(zero ? "t" : "z", statistic)
                .pValue(pValue)
                .claim(Claim.about("the correlation", question, "a correlation at least as extreme"))
                .assume(Assumptions.independence("Pairs"))
                .assume(Assumptions.normality(
                        SampleStatistics.of(pairs.a(), "/a", pairs.warnings(), 2), "the values of a"))
                .assume(Assumptions.normality(
                        SampleStatistics.of(pairs.b(), "/b", pairs.warnings(), 2), "the values of b"))
                .convention("confidenceInterval", "Fisher's z with variance 1/(n - 3), one-sided as the alternative is")
                .diagnostics(TestDiagnostics.of(zero ? "student-t" : "fisher-z", zero))
                .warn(pairs.warnings());
        if (zero) {
            outcome.degreesOfFreedom(n - 2);
        }
        if (perfect) {
            outcome.warn(
                    new Warning(
                            "perfect-correlation",
                            "All points lie on a line: the statistic is infinite and the p-value, which supposes continuous variables, 0 or 1."));
        }
        CorrelationFindings.interval(outcome, CorrelationMethod.PEARSON, "pearson-r", r, n, question);
        if (question.explain()) {
            outcome.working(working(question, r, n, lengthA, lengthB, statistic, pValue));
        }
        return outcome.result();
    }

    private static Working working(
            TestQuestion question, double r, int n, double lengthA, double lengthB, double statistic, double pValue) {
        Working working = Working.about("the correlation", "\\rho", question);
        working.add(
                "correlation",
                "Correlation",
                "The products of the deviations from the means, in units of both variables' spread.",
                "r = \\frac{\\sum (a_i - \\bar a)(b_i - \\bar b)}{\\sqrt{\\sum (a_i - \\bar a)^2 \\sum (b_i - \\bar b)^2}} = \\frac{%s}{%s \\cdot %s} = %s"
                        .formatted(
                                Words.latex(r * lengthA * lengthB),
                                Words.latex(lengthA),
                                Words.latex(lengthB),
                                Words.latex(r)),
                r);
        if (question.nullValue() == 0) {
            working.statistic(
                    "The correlation in units of its standard error.",
                    "t = r\\sqrt{\\frac{n-2}{1-r^2}} = %s\\sqrt{\\frac{%d}{1 - %s^2}} = %s"
                            .formatted(Words.latex(r), n - 2, Words.bracketed(r), Words.latex(statistic)),
                    statistic);
            return working.tail(
                    question,
                    "T_{" + (n - 2) + "}",
                    statistic,
                    pValue,
                    "the t distribution with n - 2 degrees of freedom");
        }
        working.statistic(
                "Fisher's z of the correlation and of the null value, in units of its standard error.",
                "z = (\\operatorname{artanh} r - \\operatorname{artanh} \\rho_0)\\sqrt{n - 3} = %s"
                        .formatted(Words.latex(statistic)),
                statistic);
        return working.tail(question, "Z", statistic, pValue, "the standard normal distribution");
    }
}
