package org.mlmath.stats.rank;

import java.util.Arrays;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.rank.RunsCount;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Sample;
import org.mlmath.stats.number.Words;

/**
 * The runs test of Wald and Wolfowitz: with m values above and n below a cutoff in random order, the number of runs of like ones has
 * mean 1 + 2mn/N and variance 2mn(2mn − N)/(N²(N − 1)); its exact distribution is computed for any N.
 */
final class RunsTest {
    private RunsTest() {}

    static TestResult of(RunsTestRequest request) {
        TestQuestion question = request.question();
        Sample sample = Sample.of(request.data(), "/data", request.missing(), 2);
        double cutoff = cutoff(request.cutoff(), sample.values());
        int high = 0;
        int low = 0;
        int runs = 0;
        int previous = 0;
        for (double x : sample.values()) {
            int side = Double.compare(x + 0.0, cutoff + 0.0);
            if (side != 0) {
                runs += side != previous ? 1 : 0;
                high += side > 0 ? 1 : 0;
                low += side < 0 ? 1 : 0;
                previous = side;
            }
        }
        if (high == 0 || low == 0) {
            throw new InsufficientDataException(
                            "Of the observations %d lie above the cutoff %s and %d below: runs need some of either kind."
                                    .formatted(high, Words.number(cutoff), low))
                    .at("/data");
        }
        double total = (double) high + low;
        double product = 2.0 * high * low;
        double mean = 1 + product / total;
        double deviation = Math.sqrt(product / total * (product - total) / (total * (total - 1)));
        boolean exact = request.method() != TestMethod.ASYMPTOTIC || deviation == 0;
        RankReference reference = new RankReference(
                exact ? RunsCount.of(high, low) : null, mean, deviation, request.continuityCorrection());
        double pValue = reference.pValue(question, runs);
        double statistic = exact ? runs : reference.z(question, runs);
        TestOutcome outcome = new TestOutcome(question)
                .statistic(exact ? "R" : "z", statistic)
                .pValue(pValue)
                .claim(claim(question.alternative()))
                .assume(new Assumption(
                        "cutoff",
                        null,
                        "%d observations lie above the cutoff %s and %d below, in %d runs; these numbers above and below are taken as given."
                                .formatted(high, Words.number(cutoff), low, runs)))
                .convention("statistic", exact ? "the number of runs" : "z of the number of runs")
                .convention(
                        "cutoff",
                        request.cutoff() == null ? "the median (of two distinct values, their mean)" : "as given")
                .convention("method", "auto is exact; statsmodels and tseries take the normal approximation")
                .diagnostics(reference.diagnostics().withTies(sample.size() - (long) total))
                .warn(sample.warnings());
        if (!exact) {
            outcome.convention(
                    "continuityCorrection",
                    request.continuityCorrection()
                            ? "half a unit towards the mean"
                            : "none, as tseries; statsmodels corrects below 50");
        }
        if (total < sample.size()) {
            outcome.warn(new Warning(
                    "equal-to-cutoff",
                    "%d observations equal the cutoff and are left out.".formatted(sample.size() - (int) total),
                    "/data"));
        }
        RankFindings.mentionHopelessness(outcome, reference, question);
        if (question.explain()) {
            outcome.working(working(question, high, low, runs, reference, pValue));
        }
        return outcome.result();
    }

    /** The median; between two distinct values, which are symbols rather than measurements, their mean. */
    private static double cutoff(Double given, double[] values) {
        if (given != null) {
            return given;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double first = sorted[0];
        double last = sorted[sorted.length - 1];
        boolean symbols = Arrays.stream(sorted).allMatch(x -> x == first || x == last);
        int n = sorted.length;
        return symbols || n == 2
                ? 0.5 * first + 0.5 * last
                : n % 2 == 1 ? sorted[n / 2] : 0.5 * sorted[n / 2 - 1] + 0.5 * sorted[n / 2];
    }

    private static Claim claim(Alternative alternative) {
        String words =
                switch (alternative) {
                    case TWO_SIDED -> "their order departs from a random one";
                    case LESS -> "like values follow like: there are fewer runs than in random order";
                    case GREATER -> "high and low alternate: there are more runs than in random order";
                };
        return new Claim(
                words, "their order is random", "Were their order random", "a number of runs at least as extreme");
    }

    private static Working working(
            TestQuestion question, int high, int low, int runs, RankReference reference, double pValue) {
        Working working = Working.of(
                "H₀: the observations are in random order. The alternative: they are not.",
                "H_0: \\text{all orders are equally likely}");
        working.add(
                "count-runs",
                "Runs",
                "%d observations above the cutoff and %d below it form %d runs of like ones."
                        .formatted(high, low, runs),
                "R = %d, \\quad E(R) = 1 + \\frac{2 \\cdot %d \\cdot %d}{%d} = %s"
                        .formatted(runs, high, low, high + low, Words.latex(reference.mean())),
                runs);
        reference.explain(working, question, "R", runs, pValue);
        return working;
    }
}
