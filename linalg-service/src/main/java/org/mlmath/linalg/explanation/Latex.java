package org.mlmath.linalg.explanation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.Matrix;

/** Numbers and matrices in LaTeX that KaTeX renders. */
public final class Latex {
    /** Entries this small beside the largest are what rounding left of a zero. */
    private static final double ROUNDING = 1e-13;

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
        double noise = ROUNDING * a.maxAbs();
        return matrix(a.rows(), a.columns(), 0, (i, j) -> number(Math.abs(a.get(i, j)) <= noise ? 0 : a.get(i, j)));
    }

    public static String matrix(ComplexMatrix a) {
        if (!a.isComplex()) {
            return matrix(new Matrix(a.rows(), a.columns(), a.re()));
        }
        double least = ROUNDING
                * Math.max(Matrix.column(a.re()).maxAbs(), Matrix.column(a.im()).maxAbs());
        return matrix(a.rows(), a.columns(), 0, (i, j) -> {
            double re = a.re()[i * a.columns() + j];
            double im = a.im()[i * a.columns() + j];
            return complex(Math.abs(re) <= least ? 0 : re, Math.abs(im) <= least ? 0 : im);
        });
    }

    public static String vector(double[] v) {
        return matrix(Matrix.column(v));
    }

    /** @return six significant digits, as a reader wants them; an integer as one */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        if (!Double.isFinite(value)) { // what overflowed is shown as that
            return Double.isNaN(value) ? "\\text{undefined}" : value > 0 ? "\\infty" : "-\\infty";
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

    /** @return as many digits for a sentence, which is no LaTeX: {@code 1.5e-16} */
    public static String spoken(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "undefined" : value > 0 ? "∞" : "−∞";
        }
        return number(value).replace(" \\cdot 10^{", "e").replace("}", "");
    }

    /** @return the number, in parentheses where a sign would stand behind another */
    public static String factor(double value) {
        String text = number(value);
        return text.startsWith("-") ? "\\left(" + text + "\\right)" : text;
    }

    /** @return the fraction, in parentheses where a sign would stand behind another */
    public static String factor(Rational value) {
        return value.signum() < 0 ? "\\left(" + value.latex() + "\\right)" : value.latex();
    }

    /** @return what stands before that of which it is a multiple: {@code 3\, }, but for 1 nothing and for −1 the sign */
    public static String coefficient(Rational value) {
        if (value.abs().equals(Rational.ONE)) {
            return value.signum() < 0 ? "-" : "";
        }
        return value.latex() + "\\, ";
    }

    /** @return as that of a fraction, to six digits */
    public static String coefficient(double value) {
        String shown = number(value);
        return switch (shown) { // as it is shown: eigenvalues are seldom 1 to the last digit
            case "1" -> "";
            case "-1" -> "-";
            default -> shown + "\\, ";
        };
    }

    /** @return the numbers, by their symbol and index; what is rounding beside the largest is 0 */
    public static String listed(String symbol, double[] values) {
        double noise = ROUNDING * Matrix.column(values).maxAbs();
        return IntStream.range(0, values.length)
                .mapToObj(i ->
                        "%s_{%d} = %s".formatted(symbol, i + 1, number(Math.abs(values[i]) <= noise ? 0 : values[i])))
                .collect(Collectors.joining(",\\; "));
    }

    /** @return {@code 1 - 2i} */
    public static String complex(double re, double im) {
        if (im == 0) {
            return number(re);
        }
        String imaginary = (Math.abs(im) == 1 ? (im < 0 ? "-" : "") : number(im)) + "i";
        return re == 0 ? imaginary : sum(List.of(number(re), imaginary));
    }

    /** @return the terms joined by their signs: {@code a + b - c}; of none, 0 */
    public static String sum(List<String> terms) {
        if (terms.isEmpty()) {
            return "0";
        }
        StringBuilder sum = new StringBuilder(terms.getFirst());
        for (String term : terms.subList(1, terms.size())) {
            sum.append(term.startsWith("-") ? " - " + term.substring(1) : " + " + term);
        }
        return sum.toString();
    }

    /** @return their sum as what is taken away from something: in parentheses where it needs them */
    public static String term(List<String> parts) {
        String sum = sum(parts);
        return parts.size() <= 1 && !sum.startsWith("-") ? sum : "\\left(" + sum + "\\right)";
    }

    /** @return whether the entries are of a size that people compute with by hand, so that squares and cubes of them are as well */
    public static boolean readable(Matrix a) {
        double max = a.maxAbs();
        return max == 0 || (max > 1e-50 && max < 1e50);
    }
}
