package org.mlmath.stats.variance;

import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * Bartlett's test: Σνᵢ·ln(s²/sᵢ²)/C with νᵢ = nᵢ − 1, s² the pooled variance and C = 1 + (Σ1/νᵢ − 1/Σνᵢ)/(3(k − 1)), against chi-square
 * with k − 1 degrees of freedom.
 */
final class BartlettTest {
    private BartlettTest() {}

    static TestResult test(BartlettRequest request) {
        TestQuestion question = request.question();
        Groups groups = Groups.of(request.groups(), request.missing(), 2);
        for (int i = 0; i < groups.count(); i++) {
            if (!(groups.statistics().get(i).standardDeviation() > 0)) {
                throw new InsufficientDataException(
                                "All observations of this group are equal: the logarithm of its variance does not exist. levene answers all the same.")
                        .at("/groups/" + i);
            }
        }
        double statistic = statistic(groups);
        double pValue = pValue(groups);
        double degrees = groups.count() - 1.0;
        double largest = groups.statistics().stream()
                .mapToDouble(SampleStatistics::standardDeviation)
                .max()
                .orElseThrow();
        double smallest = groups.statistics().stream()
                .mapToDouble(SampleStatistics::standardDeviation)
                .min()
                .orElseThrow();
        double ratio = largest / smallest;
        TestOutcome outcome = new TestOutcome(question)
                .statistic("chi-square", statistic)
                .pValue(pValue)
                .degreesOfFreedom(degrees)
                .effectSize(new EffectSize("largest-variance-ratio", ratio * ratio, null))
                .assume(Assumptions.independence("Observations, within and between the groups,"))
                .assume(groups.normality())
                .convention("effectSize", "the largest variance over the smallest")
                .diagnostics(TestDiagnostics.of("chi-square", false))
                .claim(new Claim(
                        "the variances are not all equal",
                        "they are equal",
                        "Were they equal",
                        "a chi-square at least as large"))
                .warn(groups.warnings());
        if (question.explain()) {
            double pooled = pooledDeviation(groups);
            outcome.working(Working.of(
                            "H₀: all variances are equal. The alternative: some differ.",
                            "H_0: \\sigma^2_1 = \\dots = \\sigma^2_{%d}".formatted(groups.count()))
                    .add(
                            "pooled-deviation",
                            "Pooled standard deviation",
                            "All groups together estimate the variance, were it the same.",
                            "s = \\sqrt{\\frac{\\sum_i \\nu_i s_i^2}{\\sum_i \\nu_i}} = %s,\\quad \\nu_i = n_i - 1"
                                    .formatted(Words.latex(pooled)),
                            pooled)
                    .add(
                            "correction",
                            "Bartlett's correction",
                            "Brings the statistic nearer to a chi-square in small samples.",
                            "C = 1 + \\frac{\\sum_i 1/\\nu_i - 1/\\sum_i \\nu_i}{3(k-1)} = "
                                    + Words.latex(correction(groups)),
                            correction(groups))
                    .statistic(
                            "How far the logarithms of the variances lie below that of the pooled one.",
                            "\\chi^2 = \\frac1C \\sum_i \\nu_i \\ln\\frac{s^2}{s_i^2} = " + Words.latex(statistic),
                            statistic)
                    .pValue(
                            "The probability, were H₀ true, of a chi-square at least as large.",
                            "P(\\chi^2_{%s} \\ge %s)".formatted(Words.latex(degrees), Words.latex(statistic)),
                            pValue));
        }
        return outcome.result();
    }

    static double pValue(Groups groups) {
        return new ChiSquare(groups.count() - 1.0).tails(statistic(groups)).upper();
    }

    private static double statistic(Groups groups) {
        double pooled = pooledDeviation(groups);
        CompensatedSum sum = new CompensatedSum();
        for (SampleStatistics group : groups.statistics()) {
            double ratio = group.standardDeviation() / pooled;
            double log = ratio > Double.MIN_NORMAL
                    ? Math.log(ratio)
                    : Math.log(group.standardDeviation()) - Math.log(pooled);
            sum.add(-2 * (group.size() - 1) * log);
        }
        return Math.max(0, sum.value()) / correction(groups);
    }

    private static double correction(Groups groups) {
        double reciprocals = 0;
        for (SampleStatistics group : groups.statistics()) {
            reciprocals += 1 / (group.size() - 1);
        }
        double degrees = groups.total() - groups.count();
        return 1 + (reciprocals - 1 / degrees) / (3 * (groups.count() - 1.0));
    }

    private static double pooledDeviation(Groups groups) {
        double unit = 0;
        for (SampleStatistics group : groups.statistics()) {
            unit = Math.max(unit, group.standardDeviation());
        }
        CompensatedSum squares = new CompensatedSum();
        for (SampleStatistics group : groups.statistics()) {
            double deviation = group.standardDeviation() / unit;
            squares.add((group.size() - 1) * deviation * deviation);
        }
        return unit * Math.sqrt(squares.value() / (groups.total() - groups.count()));
    }
}
