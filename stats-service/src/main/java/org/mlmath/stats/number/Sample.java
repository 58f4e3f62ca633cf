package org.mlmath.stats.number;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;

/**
 * The observations of a sample that are there.
 *
 * @param pointer where the sample stands in the request
 * @param warnings that some were left out, or none
 */
public record Sample(String pointer, double[] values, List<Warning> warnings) {
    /**
     * @param needed how many observations there must be
     * @throws InvalidParameterException at {@code pointer/i} for a missing one, unless they are to be omitted
     * @throws InsufficientDataException at the pointer for fewer than needed
     */
    public static Sample of(Observations given, String pointer, MissingValues missing, int needed) {
        double[] values = missing.present(given.values(), pointer);
        int omitted = given.values().length - values.length;
        Sample sample = new Sample(
                pointer, values, omitted == 0 ? List.of() : List.of(MissingValues.omitted(omitted, pointer)));
        sample.requireSize(needed);
        return sample;
    }

    /**
     * A sample, or the differences a − b of pairs.
     *
     * @param data null where pairs are given
     * @throws ProblemException invalid-request unless there is either data or both a and b
     */
    public static Sample ofOneOrPairs(
            Observations data, Observations a, Observations b, MissingValues missing, int needed) {
        boolean pairs = a != null && b != null && data == null;
        if (!pairs && (a != null || b != null || data == null)) {
            String pointer = data != null || (a == null && b == null) ? "/data" : a == null ? "/a" : "/b";
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST, pointer, "give data, or the pairs as a and b and no data");
        }
        if (!pairs) {
            return of(data, "/data", missing, needed);
        }
        PairedObservations observations = PairedObservations.of(a.values(), b.values(), missing);
        Sample sample = new Sample("/a", observations.differences(), observations.warnings());
        sample.requireSize(needed);
        return sample;
    }

    /**
     * Samples of several groups.
     *
     * @throws InsufficientDataException at {@code pointer} for fewer than two groups, at {@code pointer/i} for one too small
     */
    public static List<Sample> groups(List<Observations> given, String pointer, MissingValues missing, int needed) {
        if (given.size() < 2) {
            throw new InsufficientDataException("There %s; a comparison needs at least 2."
                            .formatted(given.isEmpty() ? "are no groups" : "is 1 group"))
                    .at(pointer);
        }
        List<Sample> samples = new ArrayList<>(given.size());
        for (int g = 0; g < given.size(); g++) {
            if (given.get(g) == null) {
                throw ProblemException.at(ProblemType.INVALID_REQUEST, pointer + "/" + g, "expected a list of numbers");
            }
            samples.add(of(given.get(g), pointer + "/" + g, missing, needed));
        }
        return samples;
    }

    public int size() {
        return values.length;
    }

    /** @throws InsufficientDataException at the pointer for fewer than needed */
    public void requireSize(int needed) {
        if (values.length < needed) {
            throw new InsufficientDataException(
                            values.length == 0
                                    ? "There are no observations."
                                    : "There %s, but at least %d are needed."
                                            .formatted(
                                                    values.length == 1
                                                            ? "is 1 observation"
                                                            : "are " + values.length + " observations",
                                                    needed))
                    .at(pointer)
                    .with("size", values.length);
        }
    }
}
