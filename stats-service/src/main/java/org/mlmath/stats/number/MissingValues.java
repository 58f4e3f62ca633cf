package org.mlmath.stats.number;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/** What happens to observations that are missing (null, an empty cell, NaN). */
public enum MissingValues {
    @JsonProperty("refuse")
    REFUSE,
    @JsonProperty("omit")
    OMIT;

    /**
     * The observations that are there.
     *
     * @param values NaN where missing
     * @throws InvalidParameterException at {@code pointer/i} for the first missing one, unless they are to be omitted
     */
    public double[] present(double[] values, String pointer) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                if (this == REFUSE) {
                    throw refusal(i, pointer);
                }
                return Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
            }
        }
        return values;
    }

    /** The warning that says how many were left out. */
    public static Warning omitted(int count, String pointer) {
        return new Warning(
                "missing-omitted",
                count == 1 ? "1 missing observation was left out." : count + " missing observations were left out.",
                pointer);
    }

    /** What is said of a missing observation that may not be missing. */
    public static MathException refusal(int index, String pointer) {
        return refusal(index).at(pointer + "/" + index);
    }

    static MathException refusal(int index) {
        return new InvalidParameterException(
                "Observation %d is missing. With missing: \"omit\" it is left out.".formatted(index));
    }
}
