package org.mlmath.stats.number;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.sample.SampleMoments;

/** Size, mean and standard deviation of a sample, from the observations or as given. */
public final class SampleStatistics {
    private final String pointer;
    private final double size;
    private final double mean;
    private final double standardDeviation;
    private final SampleMoments moments;
    private final List<Warning> warnings;

    private SampleStatistics(
            String pointer,
            double size,
            double mean,
            double standardDeviation,
            SampleMoments moments,
            List<Warning> warnings) {
        this.pointer = pointer;
        this.size = size;
        this.mean = mean;
        this.standardDeviation = standardDeviation;
        this.moments = moments;
        this.warnings = warnings;
    }

    /** @throws InsufficientDataException at the pointer, for fewer observations than needed */
    public static SampleStatistics of(SampleOrSummary sample, String pointer, MissingValues missing, int needed) {
        if (sample.summary() != null) {
            SampleOrSummary.Summary summary = sample.summary();
            requireSize(summary.size(), needed, pointer);
            return new SampleStatistics(
                    pointer, summary.size(), summary.mean(), summary.standardDeviation(), null, List.of());
        }
        double[] given = sample.observations();
        double[] data = missing.present(given, pointer);
        List<Warning> warnings = new ArrayList<>();
        if (data.length < given.length) {
            warnings.add(MissingValues.omitted(given.length - data.length, pointer));
        }
        return of(data, pointer, warnings, needed);
    }

    public static SampleStatistics of(double[] data, String pointer, List<Warning> warnings, int needed) {
        requireSize(data.length, needed, pointer);
        SampleMoments moments = SampleMoments.of(data);
        double deviation = data.length > 1 ? moments.standardDeviation() : 0;
        return new SampleStatistics(pointer, data.length, moments.mean(), deviation, moments, warnings);
    }

    private static void requireSize(long size, int needed, String pointer) {
        if (size < needed) {
            throw new InsufficientDataException(
                            needed == 1
                                    ? "There are no observations."
                                    : "There %s, but a standard deviation needs at least %d."
                                            .formatted(
                                                    size == 1 ? "is 1 observation" : "are " + size + " observations",
                                                    needed))
                    .at(pointer)
                    .with("size", size);
        }
    }

    public String pointer() {
        return pointer;
    }

    public double size() {
        return size;
    }

    public double mean() {
        return mean;
    }

    public double standardDeviation() {
        return standardDeviation;
    }

    public double standardError() {
        return standardDeviation / Math.sqrt(size);
    }

    public double meanMinus(double c) {
        return moments == null ? mean - c : moments.meanMinus(c);
    }

    /** The difference of the means minus c, to its own relative accuracy where both samples are given in full. */
    public double meanMinus(SampleStatistics other, double c) {
        double difference =
                moments == null || other.moments == null ? mean - other.mean : moments.meanMinus(other.moments);
        return difference - c;
    }

    public List<Warning> warnings() {
        return warnings;
    }

    public boolean summarized() {
        return moments == null;
    }

    public double skewness() {
        return moments.skewness();
    }

    public double excessKurtosis() {
        return moments.excessKurtosis();
    }
}
