package org.mlmath.stats.multiplicity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Steps;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.Words;

/**
 * p-values adjusted for being several, p₍₁₎ ≤ … ≤ p₍ₘ₎. Bonferroni: m·pᵢ. Holm: the largest (m − j + 1)·p₍ⱼ₎ up to it. Hochberg: the smallest
 * (m − j + 1)·p₍ⱼ₎ from it on. Benjamini and Hochberg: the smallest m/j·p₍ⱼ₎ from it on; with Yekutieli times Σ1/j. All at most 1, as R's
 * p.adjust.
 */
final class MultipleTesting {
    private MultipleTesting() {}

    static MultipleTestingResult adjust(MultipleTestingRequest request) {
        TestQuestion question = TestQuestion.of(request.alpha(), request.explain());
        double[] p = request.pValues();
        if (p.length == 0) {
            throw new InsufficientDataException("There are no p-values.").at("/pValues");
        }
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1)) {
                throw new InvalidParameterException(
                                "A p-value lies between 0 and 1, but this is %s.".formatted(Words.exact(p[i])))
                        .at("/pValues/" + i);
            }
        }
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted((i, j) -> Double.compare(p[i], p[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = adjusted(p, order, request.method());
        boolean[] rejected = new boolean[p.length];
        int count = 0;
        for (int i = 0; i < p.length; i++) {
            rejected[i] = adjusted[i] <= question.alpha();
            count += rejected[i] ? 1 : 0;
        }
        List<Warning> warnings = new ArrayList<>();
        boolean shareOfFalse = request.method() == PValueCorrection.BENJAMINI_HOCHBERG
                || request.method() == PValueCorrection.BENJAMINI_YEKUTIELI;
        String held = shareOfFalse
                ? "the share of false rejections among all rejections, on average over repetitions"
                : "the probability of rejecting any true null hypothesis";
        String condition =
                switch (request.method()) {
                    case BONFERRONI, HOLM, BENJAMINI_YEKUTIELI -> "however the tests depend on each other";
                    case HOCHBERG, BENJAMINI_HOCHBERG -> "for independent or positively dependent tests";
                };
        String interpretation = "%d of %d null hypotheses are rejected, which holds %s to %s %s."
                .formatted(count, p.length, held, Words.percent(question.alpha()), condition);
        List<Step> steps = question.explain()
                ? Steps.limited(steps(p, order, adjusted, request.method(), question, count), warnings)
                : null;
        return new MultipleTestingResult(
                adjusted,
                rejected,
                count,
                interpretation,
                TestDiagnostics.of(name(request.method()), true).withErrorBound(1e-15 * Math.max(1, p.length)),
                Map.of("adjusted", "as R's p.adjust: at most 1, to be compared with alpha itself"),
                warnings,
                steps);
    }

    private static double[] adjusted(double[] p, int[] order, PValueCorrection method) {
        int m = p.length;
        double[] adjusted = new double[m];
        boolean upwards = method == PValueCorrection.HOLM;
        double running = upwards ? 0 : 1;
        CompensatedSum harmonic = new CompensatedSum();
        for (int j = 1; j <= m; j++) {
            harmonic.add(1.0 / j);
        }
        for (int step = 0; step < m; step++) {
            int j = upwards ? step : m - 1 - step;
            double own = p[order[j]] * factor(method, j + 1, m, harmonic.value());
            running = method == PValueCorrection.BONFERRONI
                    ? own
                    : upwards ? Math.max(running, own) : Math.min(running, own);
            adjusted[order[j]] = Math.min(1, running);
        }
        return adjusted;
    }

    /** What the p-value of this rank is multiplied by. */
    private static double factor(PValueCorrection method, int rank, double m, double harmonic) {
        return switch (method) {
            case BONFERRONI -> m;
            case HOLM, HOCHBERG -> m - rank + 1;
            case BENJAMINI_HOCHBERG -> m / rank;
            case BENJAMINI_YEKUTIELI -> harmonic * m / rank;
        };
    }

    private static String name(PValueCorrection method) {
        return switch (method) {
            case BONFERRONI -> "bonferroni";
            case HOLM -> "holm";
            case HOCHBERG -> "hochberg";
            case BENJAMINI_HOCHBERG -> "benjamini-hochberg";
            case BENJAMINI_YEKUTIELI -> "benjamini-yekutieli";
        };
    }

    private static List<Step> steps(
            double[] p, int[] order, double[] adjusted, PValueCorrection method, TestQuestion question, int count) {
        List<Step> steps = new ArrayList<>();
        int m = p.length;
        steps.add(new Step(
                "order",
                "Order",
                "The p-values from the smallest to the largest; each is multiplied by what its rank asks for.",
                switch (method) {
                    case BONFERRONI -> "\\tilde p_{(j)} = m\\,p_{(j)}";
                    case HOLM -> "\\tilde p_{(j)} = \\max_{i \\le j} (m - i + 1)\\,p_{(i)}";
                    case HOCHBERG -> "\\tilde p_{(j)} = \\min_{i \\ge j} (m - i + 1)\\,p_{(i)}";
                    case BENJAMINI_HOCHBERG -> "\\tilde p_{(j)} = \\min_{i \\ge j} \\frac{m}{i}\\,p_{(i)}";
                    case BENJAMINI_YEKUTIELI ->
                        "\\tilde p_{(j)} = \\min_{i \\ge j} \\frac{m\\,H_m}{i}\\,p_{(i)},\\quad H_m = \\sum_{i=1}^m \\frac1i";
                },
                null));
        for (int j = 0; j < Math.min(m, Steps.MOST); j++) {
            int i = order[j];
            steps.add(new Step(
                    "adjust",
                    "Rank %d: test %d".formatted(j + 1, i),
                    adjusted[i] <= question.alpha() ? "Rejected." : "Not rejected.",
                    "p_{(%d)} = %s,\\quad \\tilde p = %s".formatted(j + 1, Words.latex(p[i]), Words.latex(adjusted[i])),
                    adjusted[i]));
        }
        steps.add(new Step(
                "decision",
                "Decision",
                "The null hypotheses whose adjusted p-value is at most alpha.",
                "\\#\\{\\tilde p \\le %s\\} = %d".formatted(Words.latex(question.alpha()), count),
                adjusted));
        return steps;
    }
}
