package org.mlmath.stats.description;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.number.Interval;

/**
 * The observation farthest from the mean, and how far that may be.
 *
 * <p>The first of them is Grubbs' two-sided test; several, each with those before left out, are B. Rosner's generalized extreme
 * studentized deviates (Technometrics 25 (1983), 165-172).
 *
 * @param index in the sample
 * @param statistic distance from the mean in standard deviations
 * @param criticalValue the statistic's bound at the level of significance
 * @param bounds how far observations may lie from the mean
 */
record ExtremeDeviate(int index, double statistic, double criticalValue, double pValue, Interval bounds) {
    /** @param most rounds, fewer where what is left is all equal */
    static List<ExtremeDeviate> rounds(double[] data, int most, double alpha, Deadline deadline) {
        List<ExtremeDeviate> rounds = new ArrayList<>();
        int[] left = IntStream.range(0, data.length).toArray();
        for (int r = 0; r < most; r++) {
            deadline.check();
            ExtremeDeviate round = farthest(data, left, alpha);
            rounds.add(round);
            if (round.statistic() == 0) {
                break;
            }
            left = IntStream.of(left).filter(i -> i != round.index()).toArray();
        }
        return rounds;
    }

    private static ExtremeDeviate farthest(double[] data, int[] left, double alpha) {
        double[] values = IntStream.of(left).mapToDouble(i -> data[i]).toArray();
        SampleMoments moments = SampleMoments.of(values);
        double deviation = moments.standardDeviation();
        int index = left[0];
        for (int i : left) {
            if (Math.abs(moments.deviation(data[i])) > Math.abs(moments.deviation(data[index]))) {
                index = i;
            }
        }
        double statistic = deviation > 0 ? Math.abs(moments.deviation(data[index])) / deviation : 0;
        double n = values.length;
        double critical = criticalValue(n, alpha);
        Interval bounds = new Interval(moments.mean() - critical * deviation, moments.mean() + critical * deviation);
        return new ExtremeDeviate(index, statistic, critical, pValue(n, statistic), bounds);
    }

    /** (n − 1) t / √(n (n − 2 + t²)), t being the upper α/2n point of Student's distribution with n − 2 degrees of freedom. */
    private static double criticalValue(double n, double alpha) {
        double t = new StudentT(n - 2).quantile(TailProbability.upper(alpha / (2 * n)));
        return (n - 1) / Math.sqrt(n) * Math.sqrt(1 / ((n - 2) / (t * t) + 1));
    }

    private static double pValue(double n, double statistic) {
        double square = statistic * statistic;
        double rest = (n - 1) * (n - 1) - n * square;
        double t = rest > 0 ? Math.sqrt(n * (n - 2) * square / rest) : Double.POSITIVE_INFINITY;
        return Math.min(1, 2 * n * new StudentT(n - 2).tails(t).upper());
    }
}
