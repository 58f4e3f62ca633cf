package org.mlmath.stats.number;

import java.util.Arrays;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;

/**
 * Observations in pairs, the incomplete ones left out.
 *
 * @param warnings that some were left out, or none
 */
public record PairedObservations(double[] a, double[] b, List<Warning> warnings) {
    /**
     * @param a NaN where missing; likewise b
     * @throws DimensionMismatchException at {@code /b} where there are not as many of each
     * @throws InvalidParameterException at {@code /a/i} or {@code /b/i} for a missing one, unless such pairs are to be omitted
     */
    public static PairedObservations of(double[] a, double[] b, MissingValues missing) {
        if (a.length != b.length) {
            throw new DimensionMismatchException("a has %d observations and b has %d: pairs need as many of each."
                            .formatted(a.length, b.length))
                    .at("/b");
        }
        double[] first = new double[a.length];
        double[] second = new double[a.length];
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                first[count] = a[i];
                second[count++] = b[i];
            } else if (missing == MissingValues.REFUSE) {
                throw MissingValues.refusal(i, Double.isNaN(a[i]) ? "/a" : "/b");
            }
        }
        return new PairedObservations(
                Arrays.copyOf(first, count), Arrays.copyOf(second, count), warnings(a.length - count));
    }

    private static List<Warning> warnings(int omitted) {
        if (omitted == 0) {
            return List.of();
        }
        String detail = omitted == 1
                ? "1 pair with a missing observation was left out."
                : omitted + " pairs with a missing observation were left out.";
        return List.of(new Warning("missing-omitted", detail, "/a"));
    }

    public int size() {
        return a.length;
    }

    /** aᵢ − bᵢ */
    public double[] differences() {
        double[] differences = new double[a.length];
        Arrays.setAll(differences, i -> a[i] - b[i]);
        return differences;
    }
}
