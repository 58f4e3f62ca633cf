package org.mlmath.linalg.explanation;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mlmath.numerics.linear.Matrix;

/** Numbers and matrices in LaTeX that KaTeX renders. */
public final class Latex {
    private Latex() {}

    /** What stands in a row and a column. */
    public interface Entry {
        String at(int row, int column);
    }

    /** @param divider how many columns stand before a vertical line, or 0 for none */
    public static String matrix(int rows, int columns, int divider, Entry entry) {
        String body = IntStream.range(0, rows)
                .mapToObj(i -> IntStream.range(0, columns)
                        .mapToObj(j -> entry.at(i, j))
                        .collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" \\\\ "));
        if (divider == 0) {
            return "\\begin{bmatrix} " + body + " \\end{bmatrix}";
        }
        return "\\left[\\begin{array}{" + "r".repeat(divider) + "|" + "r".repeat(columns - divider) + "} " + body
                + " \\end{array}\\right]";
    }

    public static String matrix(Matrix a) {
        return matrix(a.rows(), a.columns(), 0, (i, j) -> number(a.get(i, j)));
    }

    public static String vector(double[] v) {
        return matrix(v.length, 1, 0, (i, j) -> number(v[i]));
    }

    /** @return six significant digits, as a reader wants them; an integer as one */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        double magnitude = Math.abs(value);
        if (magnitude >= 1e-4 && magnitude < 1e9) {
            int decimals = Math.max(0, 5 - (int) Math.floor(Math.log10(magnitude)));
            String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
            return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        }
        String[] parts = String.format(Locale.ROOT, "%.5e", value).split("e");
        return parts[0].replaceAll("0+$", "").replaceAll("\\.$", "") + " \\cdot 10^{" + Integer.parseInt(parts[1])
                + "}";
    }
}
