package org.mlmath.linalg.transformation;

import java.util.List;
import org.mlmath.kit.answer.Warning;

/** Entries that left the range of doubles: they count as undefined. */
final class Overflow {
    private Overflow() {}

    /** Replaces what is not finite by NaN, in place, and says how often. */
    static void mark(double[] values, String pointer, List<Warning> warnings) {
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                values[i] = Double.NaN;
                count++;
            }
        }
        if (count > 0) {
            warnings.add(new Warning(
                    "overflow",
                    count + (count == 1 ? " entry is" : " entries are")
                            + " beyond the range of doubles, about 1.8e308, and so undefined.",
                    pointer));
        }
    }
}
