package org.mlmath.stats.number;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Warning;

/** The warning that counts what is undefined or infinite in an array of results. */
public final class UndefinedValues {
    private UndefinedValues() {}

    /** One warning for all of them, or none. */
    public static List<Warning> warnings(double[] values, String pointer) {
        long undefined = 0;
        long infinite = 0;
        for (double value : values) {
            undefined += Double.isNaN(value) ? 1 : 0;
            infinite += Double.isInfinite(value) ? 1 : 0;
        }
        if (undefined + infinite == 0) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        if (undefined > 0) {
            found.add("%d of %d values are undefined or overflow (null)".formatted(undefined, values.length));
        }
        if (infinite > 0) {
            found.add("%d of %d values are infinite".formatted(infinite, values.length));
        }
        return List.of(new Warning("undefined-values", String.join("; ", found) + ".", pointer));
    }
}
