package org.mlmath.kit.array;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * What may stand in an array.
 *
 * @param minRank the fewest levels of brackets
 * @param maxRank the most levels of brackets
 * @param text whether numbers may be written as text, such as {@code "1/3"}
 * @param missing whether {@code null} may stand for a value that is missing
 */
record EntryRules(int minRank, int maxRank, boolean text, boolean missing) {
    static final EntryRules VECTOR = new EntryRules(1, 1, false, false);
    static final EntryRules MATRIX = new EntryRules(2, 2, false, false);
    static final EntryRules VECTOR_OR_MATRIX = new EntryRules(1, 2, false, false);
    static final EntryRules TENSOR = new EntryRules(2, 4, false, false);
    static final EntryRules OBSERVATIONS = new EntryRules(1, 1, false, true);
    static final EntryRules OBSERVATION_TABLE = new EntryRules(1, 2, false, true);

    EntryRules withText() {
        return new EntryRules(minRank, maxRank, true, missing);
    }

    /** How the shape asked for is called in a refusal. */
    String expected() {
        String entry = missing ? "numbers or null" : text ? "numbers or fractions such as \"1/3\"" : "numbers";
        if (minRank == 1 && maxRank == 1) {
            return "a vector of " + entry + ", such as [1, 2, 3]";
        }
        if (maxRank > 2) {
            return "an array of " + entry + " with %d to %d dimensions".formatted(minRank, maxRank);
        }
        if (minRank == 2) {
            return "a matrix of " + entry + ", such as [[1, 2], [3, 4]]";
        }
        return "a vector or a matrix of " + entry;
    }

    /**
     * Holds an array that did not come as JSON to the rules.
     *
     * @param pointer where it stands in the request
     * @return the array
     */
    NumericArray check(NumericArray array, String pointer) {
        int rank = array.shape().length;
        if (rank < minRank || rank > maxRank) {
            String shape =
                    Arrays.stream(array.shape()).mapToObj(String::valueOf).collect(Collectors.joining("×"));
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    pointer,
                    "has %d dimensions (%s); expected %s".formatted(rank, shape, expected()));
        }
        double[] values = array.values();
        if (areFinite(values)) {
            return array;
        }
        for (int i = 0; i < values.length; i++) {
            // x - x is 0 for every finite x, NaN for all others
            if (values[i] - values[i] != 0 && !(missing && Double.isNaN(values[i]))) {
                throw refuse(array.shape(), i, values[i], pointer);
            }
        }
        return array;
    }

    /** One pass at the speed of memory: 0·x is 0 for every finite x and NaN for all others, and eight sums do not wait for each other. */
    private static boolean areFinite(double[] x) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = 0;
        for (; i + 8 <= x.length; i += 8) {
            s0 += 0 * x[i];
            s1 += 0 * x[i + 1];
            s2 += 0 * x[i + 2];
            s3 += 0 * x[i + 3];
            s4 += 0 * x[i + 4];
            s5 += 0 * x[i + 5];
            s6 += 0 * x[i + 6];
            s7 += 0 * x[i + 7];
        }
        for (; i < x.length; i++) {
            s0 += 0 * x[i];
        }
        return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 == 0;
    }

    private ProblemException refuse(int[] shape, int at, double value, String pointer) {
        StringBuilder place = new StringBuilder();
        int rest = at;
        for (int d = shape.length - 1; d >= 0; d--) {
            place.insert(0, "/" + rest % shape[d]);
            rest /= shape[d];
        }
        String found = Double.isNaN(value) ? "is NaN, or missing" : "is infinite";
        return ProblemException.at(
                ProblemType.INVALID_REQUEST,
                pointer + place,
                found + "; expected " + (missing ? "a finite number or NaN" : "a finite number"));
    }
}
