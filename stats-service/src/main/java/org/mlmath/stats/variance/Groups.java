package org.mlmath.stats.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * Samples to be compared.
 *
 * @param observations of each, null where a summary was given
 */
record Groups(List<SampleStatistics> statistics, List<double[]> observations, List<Warning> warnings) {
    /**
     * @param needed observations of each group
     * @throws InsufficientDataException at {@code /groups} for fewer than two, at {@code /groups/i} for too few observations
     */
    static Groups of(List<SampleOrSummary> samples, MissingValues missing, int needed) {
        if (samples.size() < 2) {
            throw new InsufficientDataException("There must be two groups at least.").at("/groups");
        }
        List<SampleStatistics> statistics = new ArrayList<>();
        List<double[]> observations = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            SampleOrSummary sample = samples.get(i);
            String pointer = "/groups/" + i;
            if (sample == null) {
                throw new InvalidParameterException("A group is missing.").at(pointer);
            }
            SampleStatistics of = SampleStatistics.of(sample, pointer, missing, needed);
            statistics.add(of);
            observations.add(sample.observations() == null ? null : missing.present(sample.observations(), pointer));
            warnings.addAll(of.warnings());
        }
        return new Groups(statistics, observations, warnings);
    }

    int count() {
        return statistics.size();
    }

    double size(int group) {
        return statistics.get(group).size();
    }

    double total() {
        return statistics.stream().mapToDouble(SampleStatistics::size).sum();
    }

    boolean summarized() {
        return observations.contains(null);
    }

    boolean sameSize() {
        return statistics.stream()
                        .mapToDouble(SampleStatistics::size)
                        .distinct()
                        .count()
                == 1;
    }

    /** The mean of a group minus that of the first, to its own relative accuracy. */
    double offset(int group) {
        return group == 0 ? 0 : statistics.get(group).meanMinus(statistics.getFirst(), 0);
    }

    Assumption normality() {
        if (summarized()) {
            return new Assumption("normality", null, "Summaries do not show the shape of the groups.");
        }
        double[] residuals = new double[(int) total()];
        int at = 0;
        for (int i = 0; i < count(); i++) {
            double mean = statistics.get(i).mean();
            for (double x : observations.get(i)) {
                residuals[at++] = x - mean;
            }
        }
        boolean vary = Arrays.stream(residuals).anyMatch(r -> r != residuals[0]);
        return vary
                ? Assumptions.normality(
                        SampleStatistics.of(residuals, "/groups", List.of(), 1), "the distances from the group means")
                : new Assumption("normality", null, "The observations do not vary within the groups.");
    }

    /** The test of Brown and Forsythe, or for summaries that of Bartlett. */
    Assumption equalVariances() {
        boolean known = statistics.stream().allMatch(s -> s.size() > 1 && s.standardDeviation() > 0);
        double p;
        String test;
        if (!summarized()) {
            Decomposition distances = LeveneTest.decomposition(this, LeveneCenter.MEDIAN);
            if (!(distances.within() > 0)) {
                return new Assumption("equal-variances", null, "The groups are too small to show their variances.");
            }
            p = distances.pValue();
            test = "Levene's test from the median";
        } else if (known) {
            p = BartlettTest.pValue(this);
            test = "Bartlett's test";
        } else {
            return new Assumption("equal-variances", null, "The groups are too small to show their variances.");
        }
        double largest = statistics.stream()
                .mapToDouble(SampleStatistics::standardDeviation)
                .max()
                .orElseThrow();
        double smallest = statistics.stream()
                .filter(s -> s.size() > 1)
                .mapToDouble(SampleStatistics::standardDeviation)
                .min()
                .orElse(Double.NaN);
        return new Assumption(
                "equal-variances",
                p >= 0.05,
                "The largest standard deviation is %s, the smallest %s (%s, p = %s)."
                        .formatted(Words.number(largest), Words.number(smallest), test, Words.number(p)));
    }
}
