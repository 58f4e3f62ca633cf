package org.mlmath.kit.array;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * Reads nested JSON arrays of numbers from bytes, without a token or an object per number. Whatever is not as it should be is
 * refused where it stands, by its JSON Pointer, and no more entries are taken than the limit allows.
 */
final class ArrayScanner {
    private static final int MAX_RANK = 4;

    /** Eight bytes at a time, the first in the lowest. */
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ZERO_DIGITS = 0x3030_3030_3030_3030L;
    // The digits are the bytes 0x30 to 0x39: 3 in the upper half, and still after 6 has been added.
    private static final long HIGH_HALVES = 0xF0F0_F0F0_F0F0_F0F0L;
    private static final long SIXES = 0x0606_0606_0606_0606L;
    private static final long THREES = 0x3333_3333_3333_3333L;

    /** Text that exact arithmetic understands: an integer, a decimal or a fraction of integers. */
    private static final Pattern EXACT =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?|[+-]?\\d+/\\d*[1-9]\\d*");

    private static final int MAX_TEXT = 1000;

    private final byte[] in;
    private final int end;
    private final EntryRules rules;
    private final int maxEntries;
    private final String pointer;

    private int at;
    private double[] values = new double[16];
    private String[] texts;
    private int count;
    private int deepest;
    private int entryDepth = -1;
    private final int[] shape = new int[MAX_RANK];
    private final int[] index = new int[MAX_RANK];

    /**
     * @param at just behind the opening bracket
     * @param pointer where the array stands in the request
     */
    ArrayScanner(byte[] in, int at, int end, EntryRules rules, int maxEntries, String pointer) {
        this.in = in;
        this.at = at;
        this.end = end;
        this.rules = rules;
        this.maxEntries = maxEntries;
        this.pointer = pointer;
    }

    /** @return where the array ends, just behind its closing bracket; after {@link #read} */
    int position() {
        return at;
    }

    NumericArray read() {
        Arrays.fill(shape, -1);
        level(0);
        int[] lengths = Arrays.copyOf(shape, Math.max(deepest + 1, rules.minRank()));
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.max(0, lengths[i]); // [] read as a matrix has no rows, and so no columns
        }
        return new NumericArray(
                lengths, Arrays.copyOf(values, count), texts == null ? null : Arrays.copyOf(texts, count));
    }

    /** Reads what stands behind an opening bracket, up to and with the closing one. */
    private void level(int depth) {
        boolean leaf = false;
        boolean nested = false;
        int length = 0;
        byte b = next();
        if (b == ']') {
            at++;
            close(depth, 0);
            return;
        }
        while (true) {
            index[depth] = length;
            if (b == '[') {
                if (leaf) {
                    throw refuse(depth + 1, "is an array among numbers; expected " + rules.expected());
                }
                if (depth + 1 >= rules.maxRank()) {
                    throw refuse(depth + 1, "is nested too deep; expected " + rules.expected());
                }
                nested = true;
                at++;
                level(depth + 1);
            } else {
                if (nested) {
                    throw refuse(depth + 1, "stands among arrays; expected " + rules.expected());
                }
                if (depth + 1 < rules.minRank()) {
                    throw refuse(depth + 1, describe(b) + " where a row is expected; expected " + rules.expected());
                }
                leaf = true;
                entry(depth, b);
            }
            length++;
            b = next();
            if (b == ',') {
                at++;
                b = next();
                if (b == ']') {
                    throw malformed(depth, "a comma is followed by the closing bracket");
                }
            } else if (b == ']') {
                at++;
                break;
            } else {
                throw malformed(depth, "a comma or a closing bracket is missing");
            }
        }
        close(depth, length);
    }

    /** Checks a level that has ended against those beside it. */
    private void close(int depth, int length) {
        deepest = Math.max(deepest, depth);
        if (shape[depth] < 0) {
            shape[depth] = length;
        } else if (shape[depth] != length) {
            throw refuse(
                    depth,
                    "has %d %s, the rows before it have %d; all rows must be equally long"
                            .formatted(length, length == 1 ? "entry" : "entries", shape[depth]));
        }
    }

    private void entry(int depth, byte first) {
        if (entryDepth < 0) {
            entryDepth = depth;
        } else if (entryDepth != depth) {
            throw refuse(depth, "is nested differently from the rows before it");
        }
        if (count == values.length) {
            grow();
        }
        if (first == '-' || (first >= '0' && first <= '9')) {
            values[count++] = number(depth);
        } else if (first == '"' && rules.text()) {
            String text = text(depth);
            if (texts == null) {
                texts = new String[values.length];
            }
            texts[count] = text;
            values[count++] = nearest(text);
        } else if (first == 'n' && rules.missing() && startsWith("null")) {
            at += 4;
            values[count++] = Double.NaN;
        } else {
            throw startsWith("NaN") || startsWith("Infinity") || startsWith("+")
                    ? malformed(depth + 1, "is not a JSON number; every entry must be a finite number")
                    : refuse(
                            depth + 1,
                            describe(first) + "; expected a " + (rules.missing() ? "number or null" : "number"));
        }
    }

    private void grow() {
        if (count >= maxEntries) {
            throw ProblemException.at(
                            ProblemType.LIMIT_EXCEEDED,
                            pointer,
                            "has more than " + maxEntries + " entries, the most one array may have")
                    .with("limit", maxEntries);
        }
        int capacity = (int) Math.min(maxEntries, Math.max(64, count * 2L));
        values = Arrays.copyOf(values, capacity);
        if (texts != null) {
            texts = Arrays.copyOf(texts, capacity);
        }
    }

    private double number(int depth) {
        int start = at;
        boolean negative = in[at] == '-';
        if (negative) {
            at++;
        }
        int integerStart = at;
        long digits = 0;
        int b = peek();
        while (b >= '0' && b <= '9') {
            digits = digits * 10 + (b - '0');
            at++;
            b = peek();
        }
        int integerDigits = at - integerStart;
        if (integerDigits == 0 || (integerDigits > 1 && in[integerStart] == '0')) {
            throw malformed(
                    depth + 1, integerDigits == 0 ? "a minus sign without digits" : "a number with a leading zero");
        }
        int exponent = 0;
        int significant = integerDigits;
        if (b == '.') {
            at++;
            int fractionStart = at;
            for (long eight = eightDigits(); eight >= 0; eight = eightDigits()) {
                digits = digits * 100_000_000 + eight;
                at += 8;
            }
            b = peek();
            while (b >= '0' && b <= '9') {
                digits = digits * 10 + (b - '0');
                at++;
                b = peek();
            }
            exponent = fractionStart - at;
            significant -= exponent;
            if (exponent == 0) {
                throw malformed(depth + 1, "a decimal point without digits behind it");
            }
        }
        if (b == 'e' || b == 'E') {
            exponent += exponent(depth);
        }
        double value;
        if (significant <= 18 || (significant = significantDigits(integerStart)) <= 18) {
            value = Decimals.nearest(negative, digits, exponent, in, start, at);
        } else {
            value = JavaDoubleParser.parseDouble(in, start, at - start);
        }
        if (Double.isInfinite(value)) {
            throw refuse(
                    depth + 1, "the number " + excerpt(start) + " is larger than the largest double, about 1.8e308");
        }
        return value;
    }

    /** @return the number that the next eight bytes are if all are digits, else -1; none is taken */
    private long eightDigits() {
        if (end - at < 8) {
            return -1;
        }
        // All at a time: neighbours are joined to two digits, these to four, these to eight, each by a multiplication.
        long bytes = (long) LONG.get(in, at);
        if (((bytes & HIGH_HALVES) | ((bytes + SIXES) & HIGH_HALVES) >>> 4) != THREES) {
            return -1;
        }
        long ones = bytes - ZERO_DIGITS;
        long twos = ones * 10 + (ones >>> 8);
        long upper = (twos & 0xFF_0000_00FFL) * (100 + (1_000_000L << 32));
        long lower = (twos >>> 16 & 0xFF_0000_00FFL) * (1 + (10_000L << 32));
        return (upper + lower) >>> 32;
    }

    /** Reads an exponent, letter and all; capped, since beyond a few thousand only its sign matters. */
    private int exponent(int depth) {
        at++;
        int b = peek();
        boolean negative = b == '-';
        if (b == '-' || b == '+') {
            at++;
            b = peek();
        }
        if (b < '0' || b > '9') {
            throw malformed(depth + 1, "an exponent without digits");
        }
        int power = 0;
        while (b >= '0' && b <= '9') {
            power = Math.min(100_000_000, power * 10 + (b - '0'));
            at++;
            b = peek();
        }
        return negative ? -power : power;
    }

    /** Digits from the first that is not zero: those in front did not overflow the accumulator. */
    private int significantDigits(int start) {
        int digits = 0;
        boolean leading = true;
        for (int i = start; i < at; i++) {
            byte b = in[i];
            if (b == 'e' || b == 'E') {
                break;
            }
            if (b != '.') {
                leading &= b == '0';
                digits += leading ? 0 : 1;
            }
        }
        return digits;
    }

    private String text(int depth) {
        int start = ++at;
        while (at < end && in[at] != '"' && in[at] != '\\' && at - start <= MAX_TEXT) {
            at++;
        }
        String text = new String(in, start, at - start, StandardCharsets.UTF_8);
        if (at >= end) {
            throw malformed(depth + 1, "the text does not end");
        }
        if (in[at] != '"' || !EXACT.matcher(text).matches()) {
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            throw refuse(
                    depth + 1,
                    "\"" + shown
                            + "\" is not a number; expected one such as 0.5, \"-3/7\" or \"12345678901234567890\"");
        }
        at++;
        return text;
    }

    private static double nearest(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Double.parseDouble(text)
                : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
    }

    /** Skips white space; returns the byte that follows without taking it. */
    private byte next() {
        while (at < end) {
            byte b = in[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b;
            }
            at++;
        }
        throw malformed(0, "the array does not end: the body is cut off");
    }

    private int peek() {
        return at < end ? in[at] : -1;
    }

    private boolean startsWith(String word) {
        return end - at >= word.length() && new String(in, at, word.length(), StandardCharsets.ISO_8859_1).equals(word);
    }

    private String excerpt(int start) {
        int length = Math.min(at - start, 40);
        return new String(in, start, length, StandardCharsets.ISO_8859_1) + (at - start > 40 ? "…" : "");
    }

    private static String describe(byte first) {
        return switch (first) {
            case '"' -> "is text";
            case '{' -> "is an object";
            case '[' -> "is an array";
            case 'n' -> "is null";
            case 't', 'f' -> "is true or false";
            default -> "is a number";
        };
    }

    private ProblemException refuse(int depth, String detail) {
        return ProblemException.at(ProblemType.INVALID_REQUEST, pointerAt(depth), detail);
    }

    private ProblemException malformed(int depth, String detail) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(at, end); i++) {
            column++;
            if (in[i] == '\n') {
                line++;
                column = 1;
            }
        }
        String where = "line %d, column %d: %s".formatted(line, column, detail);
        return ProblemException.at(ProblemType.MALFORMED_JSON, pointerAt(depth), where)
                .with("line", line)
                .with("column", column);
    }

    /** @return the pointer of the entry being read at this depth; the array's own at depth 0 */
    private String pointerAt(int depth) {
        StringBuilder path = new StringBuilder(pointer);
        for (int i = 0; i < depth; i++) {
            path.append('/').append(index[i]);
        }
        return path.toString();
    }
}
