package org.mlmath.linalg.system;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;

/** What the numbers are. */
public enum Arithmetic {
    @JsonProperty("float")
    FLOAT,
    @JsonProperty("exact")
    EXACT;

    /**
     * @param pointer to the array
     * @param vector whether the array was given as a vector, so that an entry is named by its row alone
     * @throws InvalidParameterException if an entry was written as text, which floating point does not take
     */
    public static void requireNumbers(String pointer, Matrix array, boolean vector) {
        if (!array.hasTexts()) {
            return;
        }
        for (int i = 0; i < array.rows(); i++) {
            for (int j = 0; j < array.columns(); j++) {
                if (array.text(i, j) != null) {
                    throw new InvalidParameterException(
                                    "\"%s\" is text: fractions are for exact arithmetic. Write a number, or ask for \"arithmetic\": \"exact\"."
                                            .formatted(array.text(i, j)))
                            .at(pointer + "/" + i + (vector ? "" : "/" + j));
                }
            }
        }
    }
}
