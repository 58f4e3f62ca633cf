package org.mlmath.linalg.matrix;

import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

/** Entries beyond the largest double: undefined, and counted in one warning. */
public final class Overflow {
    private Overflow() {}

    /** @return the matrix itself, or a copy with NaN, which is written null, for what is not finite */
    public static Matrix marked(Matrix a, List<Warning> warnings) {
        double[] marked = marked(a.values(), warnings);
        return marked == a.values() ? a : new Matrix(a.rows(), a.columns(), marked);
    }

    private static double[] marked(double[] values, List<Warning> warnings) {
        int count = count(values);
        if (count == 0) {
            return values;
        }
        double[] marked = values.clone();
        for (int i = 0; i < marked.length; i++) {
            if (!Double.isFinite(marked[i])) {
                marked[i] = Double.NaN;
            }
        }
        warnings.add(new Warning(
                "undefined-values",
                "%d of the %d entries %s beyond the largest double, about 1.8e308, and null."
                        .formatted(count, values.length, count == 1 ? "is" : "are"),
                "/matrix"));
        return marked;
    }

    /** @return how many are not finite */
    public static int count(double[] values) {
        int count = 0;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                count++;
            }
        }
        return count;
    }
}
