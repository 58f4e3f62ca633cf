package org.mlmath.kit.array;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * Reads a data set in CSV (RFC 4180): a row of column names, then a row of numbers per observation. Rows end in CRLF, LF or CR;
 * cells may be quoted, with quotes doubled inside; empty, NA and NaN mean missing. Numbers are read straight from the bytes.
 */
final class CsvReader {
    private static final int MAX_COLUMNS = 100_000;

    private final byte[] in;
    private final int end;
    private final String pointer;
    private final ArrayBudget budget;

    private int at;
    private int line = 1;
    private int column;
    private int row = -1; // the row of names stands before the first

    /** The names that lead to the columns, null where these are known by number. */
    private List<String> keys;

    /** The cell that was read last: its bytes, unquoted. */
    private byte[] cell;

    private int cellStart;
    private int cellEnd;
    private int cellLine;
    private boolean quoted;

    private double[] values = new double[0];
    private int count;

    private CsvReader(byte[] in, int from, int to, String pointer, ArrayBudget budget) {
        boolean mark =
                to - from >= 3 && in[from] == (byte) 0xEF && in[from + 1] == (byte) 0xBB && in[from + 2] == (byte) 0xBF;
        this.in = in;
        this.at = mark ? from + 3 : from;
        this.end = to;
        this.pointer = pointer;
        this.budget = budget;
    }

    /**
     * What a CSV body holds.
     *
     * @param values a row per observation, NaN where one is missing
     */
    record Table(List<String> names, int rows, double[] values) {
        NumericArray matrix() {
            return new NumericArray(new int[] {rows, names.size()}, values, null);
        }

        /** The one column of a table that has but one. */
        NumericArray vector() {
            return new NumericArray(new int[] {rows}, values, null);
        }

        /** The columns in their order. */
        List<Object> samples() {
            return new ArrayList<>(columns().values());
        }

        Map<String, Object> columns() {
            Map<String, Object> columns = new LinkedHashMap<>();
            for (int j = 0; j < names.size(); j++) {
                double[] entries = new double[rows];
                for (int i = 0; i < rows; i++) {
                    entries[i] = values[i * names.size() + j];
                }
                columns.put(names.get(j), new NumericArray(new int[] {rows}, entries, null));
            }
            return columns;
        }
    }

    /**
     * @param pointer where the data set belongs in the request
     * @param named whether the columns will be known by their names, so that these must differ
     */
    static Table read(byte[] in, int from, int to, String pointer, ArrayBudget budget, boolean named) {
        return new CsvReader(in, from, to, pointer, budget).table(named);
    }

    /** The row of names alone, to see what the columns are. */
    static List<String> names(byte[] in, int from, int to, String pointer, ArrayBudget budget) {
        return new CsvReader(in, from, to, pointer, budget).names();
    }

    private Table table(boolean named) {
        List<String> names = names();
        if (named) {
            requireDistinct(names);
            keys = names;
        }
        while (at < end) {
            if (names.size() > 1 && atLineEnd()) {
                takeLineEnd(); // a blank line
            } else {
                row++;
                readRow(names.size());
            }
        }
        return new Table(names, row + 1, Arrays.copyOf(values, count));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        boolean numbers = true;
        if (at >= end) {
            throw refuse(pointer, "is empty; expected a row of column names, then a row per observation");
        }
        boolean more = true;
        while (more) {
            more = nextCell();
            numbers &= !quoted && isNumber();
            names.add(new String(cell, cellStart, cellEnd - cellStart, StandardCharsets.UTF_8));
            if (names.size() > MAX_COLUMNS) {
                throw refuse(pointer, "has more than " + MAX_COLUMNS + " columns");
            }
        }
        if (numbers) {
            throw refuse(
                    pointer,
                    "begins with a row of numbers, where the names of the columns are expected; if these are names, put them in quotes");
        }
        return names;
    }

    private void requireDistinct(List<String> names) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int j = 0; j < names.size(); j++) {
            Integer first = seen.putIfAbsent(names.get(j), j);
            if (first != null) {
                throw refuse(pointer, "has two columns named \"%s\", at %d and %d".formatted(names.get(j), first, j));
            }
        }
    }

    private void readRow(int columns) {
        int rowLine = line;
        column = 0;
        boolean more = true;
        while (more) {
            more = nextCell();
            if (column < columns) {
                add(number());
            }
            column++;
        }
        if (column != columns) {
            throw ProblemException.at(
                            ProblemType.INVALID_REQUEST,
                            pointer + "/" + row,
                            "line %d: has %d cells where the row of names has %d".formatted(rowLine, column, columns))
                    .with("line", rowLine);
        }
    }

    private void add(double value) {
        if (count == values.length) {
            int capacity = Math.clamp(count * 2L, 256, Math.max(256, budget.limit()));
            if (capacity == count) {
                capacity = count + 1; // one too many, for the budget to refuse
            }
            budget.takeEntries(pointer, capacity - count);
            values = Arrays.copyOf(values, capacity);
        }
        values[count++] = value;
    }

    private double number() {
        if (isMissing()) {
            return Double.NaN;
        }
        if (!isNumber()) {
            throw refuseCell("\"" + excerpt() + "\" is not a number; empty, NA and NaN mean missing");
        }
        double value = JavaDoubleParser.parseDouble(cell, cellStart, cellEnd - cellStart);
        if (Double.isInfinite(value)) {
            throw refuseCell(excerpt() + " is larger than the largest double, about 1.8e308");
        }
        return value;
    }

    private boolean isMissing() {
        int length = cellEnd - cellStart;
        return length == 0
                || (length <= 3
                        && switch (excerpt()) {
                            case "NA", "NaN", "nan" -> true;
                            default -> false;
                        });
    }

    /** Digits, with a sign, a point and an exponent where they belong: none of the other spellings Java knows. */
    private boolean isNumber() {
        int i = cellStart;
        i += i < cellEnd && (cell[i] == '-' || cell[i] == '+') ? 1 : 0;
        int whole = digits(i);
        i += whole;
        int fraction = 0;
        if (i < cellEnd && cell[i] == '.') {
            fraction = digits(i + 1);
            i += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (i < cellEnd && (cell[i] == 'e' || cell[i] == 'E')) {
            i++;
            i += i < cellEnd && (cell[i] == '-' || cell[i] == '+') ? 1 : 0;
            int exponent = digits(i);
            if (exponent == 0) {
                return false;
            }
            i += exponent;
        }
        return i == cellEnd;
    }

    private int digits(int from) {
        int i = from;
        while (i < cellEnd && cell[i] >= '0' && cell[i] <= '9') {
            i++;
        }
        return i - from;
    }

    /** Reads one cell and what separates it from the next; returns whether the row goes on. */
    private boolean nextCell() {
        cellLine = line;
        quoted = at < end && in[at] == '"';
        if (quoted) {
            readQuoted();
        } else {
            cell = in;
            cellStart = at;
            while (at < end && in[at] != ',' && in[at] != '\n' && in[at] != '\r') {
                if (in[at] == '"') {
                    throw refuseCell("holds a quote and is not quoted as a whole");
                }
                at++;
            }
            cellEnd = at;
            trim();
        }
        if (at < end && in[at] == ',') {
            at++;
            return true;
        }
        if (at < end) {
            if (!atLineEnd()) {
                throw refuseCell("something follows the closing quote");
            }
            takeLineEnd();
        }
        return false;
    }

    private void readQuoted() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        at++;
        while (true) {
            if (at >= end) {
                throw refuseCell("the closing quote is missing");
            }
            byte b = in[at++];
            if (b == '"') {
                if (at >= end || in[at] != '"') {
                    break;
                }
                at++;
            } else if (b == '\n') {
                line++;
            }
            content.write(b);
        }
        cell = content.toByteArray();
        cellStart = 0;
        cellEnd = cell.length;
        trim();
    }

    private void trim() {
        while (cellStart < cellEnd && isBlank(cell[cellStart])) {
            cellStart++;
        }
        while (cellEnd > cellStart && isBlank(cell[cellEnd - 1])) {
            cellEnd--;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private boolean atLineEnd() {
        return in[at] == '\n' || in[at] == '\r';
    }

    private void takeLineEnd() {
        if (in[at] == '\r' && at + 1 < end && in[at + 1] == '\n') {
            at++;
        }
        at++;
        line++;
    }

    private String excerpt() {
        int length = Math.min(cellEnd - cellStart, 40);
        return new String(cell, cellStart, length, StandardCharsets.UTF_8) + (cellEnd - cellStart > 40 ? "…" : "");
    }

    private ProblemException refuseCell(String detail) {
        String place = row < 0 ? pointer : pointer + (keys == null ? "/" + row + "/" + column : inColumn());
        return ProblemException.at(ProblemType.INVALID_REQUEST, place, "line %d: %s".formatted(cellLine, detail))
                .with("line", cellLine);
    }

    private String inColumn() {
        return "/" + keys.get(column).replace("~", "~0").replace("/", "~1") + "/" + row;
    }

    private static ProblemException refuse(String pointer, String detail) {
        return ProblemException.at(ProblemType.INVALID_REQUEST, pointer, detail);
    }
}
