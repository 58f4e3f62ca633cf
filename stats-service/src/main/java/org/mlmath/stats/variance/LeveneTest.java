package org.mlmath.stats.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.SampleStatistics;

/**
 * Levene's test: the analysis of variance of |xᵢⱼ − cᵢ|, the distances from each group's centre. From the median it is that of M. B.
 * Brown and A. B. Forsythe, J. Amer. Statist. Assoc. 69 (1974), 364-367.
 */
final class LeveneTest {
    private static final double TRIMMED = 0.05;

    private LeveneTest() {}

    static VarianceAnalysisResult test(LeveneRequest request) {
        TestQuestion question = request.question();
        for (int i = 0; i < request.groups().size(); i++) {
            if (request.groups().get(i) != null && request.groups().get(i).summary() != null) {
                throw new InvalidParameterException(
                                "A summary does not show the distances from the centre: give the observations, or use bartlett.")
                        .at("/groups/" + i);
            }
        }
        Groups groups = Groups.of(request.groups(), request.missing(), 1);
        Decomposition d = decomposition(groups, request.center());
        OneWayAnova.requireVariation(d);
        TestOutcome outcome = OneWayAnova.outcome(question, d, "the variances are not all equal", "they are equal")
                .assume(Assumptions.independence("Observations, within and between the groups,"))
                .convention(
                        "center",
                        switch (request.center()) {
                            case MEDIAN -> "median (Brown and Forsythe), SciPy's default and that of R's packages";
                            case MEAN -> "mean, as Levene";
                            case TRIMMED_MEAN ->
                                "mean without the smallest and the largest twentieth, rounded down, as in SciPy";
                        })
                .diagnostics(TestDiagnostics.of("f", false))
                .warn(groups.warnings());
        if (question.explain()) {
            outcome.working(OneWayAnova.working(d, groups.count(), "variances", "\\sigma^2"));
        }
        return new VarianceAnalysisResult(outcome.result(), d.table());
    }

    /** The analysis of variance of the distances from the centres; @param groups none of them a summary */
    static Decomposition decomposition(Groups groups, LeveneCenter center) {
        List<SampleStatistics> statistics = new ArrayList<>();
        List<double[]> distances = new ArrayList<>();
        for (int i = 0; i < groups.count(); i++) {
            double[] data = groups.observations().get(i);
            // Around one of its values a group keeps its digits however far from 0 it lies.
            double near = data[0];
            double[] shifted = Arrays.stream(data).map(x -> x - near).toArray();
            double centre = centre(shifted, center);
            double[] of = Arrays.stream(shifted).map(x -> Math.abs(x - centre)).toArray();
            distances.add(of);
            statistics.add(SampleStatistics.of(of, "/groups/" + i, List.of(), 1));
        }
        return Decomposition.of(new Groups(statistics, distances, List.of()));
    }

    private static double centre(double[] data, LeveneCenter center) {
        double[] sorted = data.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return switch (center) {
            case MEDIAN -> 0.5 * sorted[(n - 1) / 2] + 0.5 * sorted[n / 2];
            case MEAN -> SampleMoments.of(data).mean();
            case TRIMMED_MEAN -> {
                int cut = (int) (TRIMMED * n);
                CompensatedSum sum = new CompensatedSum();
                for (int i = cut; i < n - cut; i++) {
                    sum.add(sorted[i] / (n - 2 * cut));
                }
                yield sum.value();
            }
        };
    }
}
