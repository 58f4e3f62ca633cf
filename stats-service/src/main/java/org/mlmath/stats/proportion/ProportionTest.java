package org.mlmath.stats.proportion;

import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Successes;
import org.mlmath.stats.number.Words;

/**
 * The z tests of a proportion and of the difference of two.
 *
 * <p>One sample: z = (x − n·p₀)/√(n·p₀(1 − p₀)), the interval Wilson's, which holds just the values that are not rejected. Two samples: z =
 * (p̂ₐ − p̂_b − δ₀)/SE, with the SE of a common probability (pooled) or of two; the interval is Wald's with the SE of two, as R's. A
 * continuity correction takes up to half a trial from the distance, as R does by default; statsmodels and most textbooks do not, nor is
 * it the default here. R's X-squared is z².
 */
public final class ProportionTest {
    private static final Normal STANDARD = new Normal(0, 1);
    private static final double ENOUGH = 5;

    private ProportionTest() {}

    static TestResult oneSample(ProportionOneSampleRequest request) {
        TestQuestion question = request.question();
        double p0 = question.nullValue();
        if (!(p0 > 0 && p0 < 1)) {
            throw new InvalidParameterException(
                            "nullValue is a probability strictly between 0 and 1, but is " + Words.exact(p0) + ".")
                    .at("/nullValue");
        }
        Successes.Counted data = request.data().counted("/data", request.missing());
        double n = data.trials();
        double distance = Math.fma(-n, p0, data.successes());
        double shift = Boolean.TRUE.equals(request.continuityCorrection()) ? Math.min(0.5, Math.abs(distance)) : 0;
        double deviation = Math.sqrt(n * p0 * (1 - p0));
        double z = nearer(distance, shift) / deviation;
        double pValue = question.pValue(STANDARD.tails(z));
        Interval ends = ProportionBounds.wilson(data.successes(), n, question.outside(), shift);
        double smallest = n * Math.min(p0, 1 - p0);
        Working working = null;
        if (question.explain()) {
            working = Working.about("the probability of success", "p", question)
                    .add(
                            "estimate",
                            "Proportion",
                            "The share of successes estimates the probability.",
                            "\\hat p = \\frac{%s}{%s} = %s"
                                    .formatted(
                                            Words.exact(data.successes()),
                                            Words.exact(n),
                                            Words.latex(data.proportion())),
                            data.proportion())
                    .add(
                            "standard-error",
                            "Standard error under H₀",
                            "How far the proportion usually lies from the probability, were that p₀.",
                            "\\mathrm{SE} = \\sqrt{\\frac{p_0(1-p_0)}{n}} = \\sqrt{\\frac{%s(1-%s)}{%s}} = %s"
                                    .formatted(
                                            Words.latex(p0),
                                            Words.latex(p0),
                                            Words.exact(n),
                                            Words.latex(deviation / n)),
                            deviation / n)
                    .statistic(
                            shift > 0
                                    ? "The distance from p₀ in standard errors, less half a trial for continuity."
                                    : "The distance from p₀ in standard errors.",
                            "z = \\frac{\\hat p - p_0}{\\mathrm{SE}}" + (shift > 0 ? "\\text{ (corrected)}" : "")
                                    + " = " + Words.latex(z),
                            z)
                    .tail(question, "Z", z, pValue, "the standard normal distribution");
        }
        return new TestOutcome(question)
                .statistic("z", z)
                .pValue(pValue)
                .estimate(data.proportion())
                .standardError(deviation / n)
                .interval(question.interval(ends.lower(), ends.upper(), 0, 1))
                .effectSize(ProportionEffect.against(p0, data.proportion(), ends, question))
                .assume(Assumptions.independence("Trials"))
                .assume(new Assumption(
                        "expected-counts",
                        smallest >= ENOUGH,
                        "Under the null hypothesis %s successes and %s failures are expected; the normal approximation wants at least 5 of each."
                                .formatted(Words.number(n * p0), Words.number(n * (1 - p0)))))
                .convention("statistic", "z; R's X-squared is its square")
                .convention("standardError", "that of the null hypothesis")
                .convention("continuityCorrection", shift > 0 ? "yes, as R by default" : "none; R corrects by default")
                .convention("confidenceInterval", "Wilson's at 1 - alpha, one-sided as the alternative is")
                .convention("effectSize", "Cohen's h, its interval that of the probability on the scale of h")
                .warn(data.warnings())
                .warn(smallCounts(smallest, "binomial"))
                .diagnostics(TestDiagnostics.of("normal", false).withSmallestExpected(smallest))
                .claim(Claim.about("the probability of success", question, "a proportion at least as far from it"))
                .working(working)
                .result();
    }

    public static TestResult twoSample(ProportionTwoSampleRequest request) {
        TestQuestion question = request.question();
        double null0 = question.nullValue();
        if (!(null0 > -1 && null0 < 1)) {
            throw new InvalidParameterException(
                            "nullValue is a difference of probabilities, strictly between -1 and 1, but is "
                                    + Words.exact(null0) + ".")
                    .at("/nullValue");
        }
        Successes.Counted a = request.a().counted("/a", request.missing());
        Successes.Counted b = request.b().counted("/b", request.missing());
        double pA = a.proportion();
        double pB = b.proportion();
        double reciprocals = 1 / a.trials() + 1 / b.trials();
        double trials = a.trials() + b.trials();
        double common = (a.successes() + b.successes()) / trials;
        double commonFailure = (a.failures() + b.failures()) / trials;
        double separate = Math.sqrt(
                pA * (a.failures() / a.trials()) / a.trials() + pB * (b.failures() / b.trials()) / b.trials());
        double error = request.pooled() ? Math.sqrt(common * commonFailure * reciprocals) : separate;
        if (error == 0) {
            throw new DomainException(
                    "The standard error is 0, since the outcomes do not vary: no z exists. fisher-exact answers all the same.");
        }
        // From the counts: the difference of two rounded quotients would lose digits where they are close.
        double difference = Math.fma(a.successes(), b.trials(), -b.successes() * a.trials()) / a.trials() / b.trials();
        boolean corrected = Boolean.TRUE.equals(request.continuityCorrection());
        double shift = corrected ? Math.min(0.5, Math.abs(difference - null0) / reciprocals) * reciprocals : 0;
        double z = nearer(difference - null0, shift) / error;
        double pValue = question.pValue(STANDARD.tails(z));
        double critical = STANDARD.quantile(question.outsideAbove());
        double reach = critical * separate + shift;
        double smallest = Math.min(common, commonFailure) * Math.min(a.trials(), b.trials());
        double h = ProportionEffect.angle(pA) - ProportionEffect.angle(pB);
        double hReach = critical * Math.sqrt(reciprocals);
        TestOutcome outcome = new TestOutcome(question)
                .statistic("z", z)
                .pValue(pValue)
                .estimate(difference)
                .standardError(error)
                .interval(question.interval(Math.max(-1, difference - reach), Math.min(1, difference + reach), -1, 1))
                .effectSize(new EffectSize(
                        "cohens-h",
                        h,
                        question.interval(
                                Math.max(-Math.PI, h - hReach), Math.min(Math.PI, h + hReach), -Math.PI, Math.PI)))
                .assume(Assumptions.independence("Trials, within and between the samples,"))
                .assume(new Assumption(
                        "expected-counts",
                        smallest >= ENOUGH,
                        "The smallest expected count of successes or failures is %s; the normal approximation wants at least 5."
                                .formatted(Words.number(smallest))))
                .convention("estimate", "proportion of a minus proportion of b")
                .convention("statistic", "z; R's X-squared is its square")
                .convention(
                        "standardError",
                        request.pooled()
                                ? "of the test: with the common proportion (pooled)"
                                : "with a proportion for each sample")
                .convention("continuityCorrection", corrected ? "yes, as R by default" : "none; R corrects by default")
                .convention(
                        "confidenceInterval",
                        "Wald's with a proportion for each sample, as R's, at 1 - alpha, one-sided as the alternative is; intervals/proportion-difference has better ones for small counts")
                .convention("effectSize", "Cohen's h, with the standard error of the arcsine transform")
                .warn(a.warnings())
                .warn(b.warnings())
                .warn(smallCounts(smallest, "fisher-exact"))
                .diagnostics(TestDiagnostics.of("normal", false).withSmallestExpected(smallest))
                .claim(Claim.about(
                        "the probability of a minus that of b", question, "a difference at least as far from it"))
                .working(
                        question.explain()
                                ? working(a, b, request.pooled(), common, error, shift, z, question)
                                        .tail(question, "Z", z, pValue, "the standard normal distribution")
                                : null);
        if (request.pooled() && null0 != 0) {
            outcome.warn(new Warning(
                    "pooled-unequal",
                    "The pooled standard error takes the probabilities as equal, which the null hypothesis does not: pooled: false suits it.",
                    "/pooled"));
        }
        return outcome.result();
    }

    private static Working working(
            Successes.Counted a,
            Successes.Counted b,
            boolean pooled,
            double common,
            double error,
            double shift,
            double z,
            TestQuestion question) {
        String na = Words.exact(a.trials());
        String nb = Words.exact(b.trials());
        String pA = Words.latex(a.proportion());
        String pB = Words.latex(b.proportion());
        Working working = Working.about("the probability of a minus that of b", "p_a - p_b", question)
                .add(
                        "estimate",
                        "Proportions",
                        "The shares of successes estimate the probabilities.",
                        "\\hat p_a = \\frac{%s}{%s} = %s, \\quad \\hat p_b = \\frac{%s}{%s} = %s"
                                .formatted(Words.exact(a.successes()), na, pA, Words.exact(b.successes()), nb, pB),
                        new double[] {a.proportion(), b.proportion()});
        if (pooled) {
            working.add(
                            "pooled-proportion",
                            "Common proportion",
                            "Were the probabilities equal, all trials together would estimate them best.",
                            "\\hat p = \\frac{%s + %s}{%s + %s} = %s"
                                    .formatted(
                                            Words.exact(a.successes()),
                                            Words.exact(b.successes()),
                                            na,
                                            nb,
                                            Words.latex(common)),
                            common)
                    .add(
                            "standard-error",
                            "Standard error under H₀",
                            "How far the difference of the proportions usually lies from that of the probabilities.",
                            "\\mathrm{SE} = \\sqrt{\\hat p(1-\\hat p)\\left(\\frac1{%s}+\\frac1{%s}\\right)} = %s"
                                    .formatted(na, nb, Words.latex(error)),
                            error);
        } else {
            working.add(
                    "standard-error",
                    "Standard error",
                    "How far the difference of the proportions usually lies from that of the probabilities.",
                    "\\mathrm{SE} = \\sqrt{\\frac{%s(1-%s)}{%s} + \\frac{%s(1-%s)}{%s}} = %s"
                            .formatted(pA, pA, na, pB, pB, nb, Words.latex(error)),
                    error);
        }
        return working.statistic(
                shift > 0
                        ? "The distance from the null value in standard errors, less the correction for continuity."
                        : "The distance from the null value in standard errors.",
                "z = \\frac{\\hat p_a - \\hat p_b - \\delta_0}{\\mathrm{SE}}"
                        + (shift > 0 ? "\\text{ (corrected)}" : "") + " = " + Words.latex(z),
                z);
    }

    private static double nearer(double distance, double shift) {
        return Math.copySign(Math.max(0, Math.abs(distance) - shift), distance);
    }

    private static List<Warning> smallCounts(double smallest, String exact) {
        return smallest >= ENOUGH
                ? List.of()
                : List.of(new Warning(
                        "small-expected-counts",
                        "The smallest expected count is %s, under 5: the normal approximation is poor. %s is exact."
                                .formatted(Words.number(smallest), exact)));
    }
}
