package org.mlmath.kit.array;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * The header of an npy file, format versions 1.0, 2.0 and 3.0: a magic string, the version, the header's length, and the literal of
 * a Python dictionary with {@code descr}, {@code fortran_order} and {@code shape}. The literal is parsed, never evaluated, and nothing
 * is taken but these three keys in the forms that NumPy writes. Source: NumPy Enhancement Proposal 1.
 *
 * @param kind {@code f}, {@code i}, {@code u} or {@code b}
 * @param size bytes of one entry
 * @param shape from the outermost dimension inwards; empty for a single number
 * @param length bytes of the header, so the place where the entries begin
 */
record NpyHeader(char kind, int size, ByteOrder order, boolean fortran, int[] shape, int length) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** Room for any shape; NumPy's own headers have 118 or so. */
    private static final int MAX_LENGTH = 65_536;

    private static final int MAX_RANK = 4;

    /** Rows, or columns, that an array without entries may still have: they cost nothing to send. */
    private static final int MAX_EMPTY = 4096;

    static NpyHeader read(byte[] in, int from, int to, String pointer) {
        return new Parser(in, from, to, pointer).read();
    }

    /** @return how many entries the shape has; the parser has made sure that they can be counted */
    long entries() {
        long entries = 1;
        for (int dimension : shape) {
            entries *= dimension;
        }
        return entries;
    }

    private static final class Parser {
        private final byte[] in;
        private final int from;
        private final int to;
        private final String pointer;
        private String text;
        private int at;

        Parser(byte[] in, int from, int to, String pointer) {
            this.in = in;
            this.from = from;
            this.to = to;
            this.pointer = pointer;
        }

        NpyHeader read() {
            int begin = readPrefix();
            String descr = null;
            Boolean fortran = null;
            int[] shape = null;
            expect('{');
            while (!taken('}')) {
                String key = quoted();
                expect(':');
                if (key.equals("descr") && descr == null) {
                    if (peek() == '[') {
                        throw refuse("holds records (a structured dtype); send each field as an array of its own");
                    }
                    descr = quoted();
                } else if (key.equals("fortran_order") && fortran == null) {
                    fortran = flag();
                } else if (key.equals("shape") && shape == null) {
                    shape = shape();
                } else {
                    throw malformed("the key '" + key + "' is unknown or there twice");
                }
                if (!taken(',')) {
                    expect('}');
                    break;
                }
            }
            if (peek() != 0) {
                throw malformed("something follows the dictionary");
            }
            if (descr == null || fortran == null || shape == null) {
                throw malformed("one of descr, fortran_order and shape is missing");
            }
            return make(descr, fortran, shape, begin + text.length() - from);
        }

        /** Reads up to the literal, which it keeps as text; returns where that begins. */
        private int readPrefix() {
            if (to - from < 10) {
                throw refuse("is not an npy array: it has " + (to - from) + " bytes");
            }
            for (int i = 0; i < MAGIC.length; i++) {
                if (in[from + i] != MAGIC[i]) {
                    throw refuse("is not an npy array: it does not begin with \\x93NUMPY");
                }
            }
            int major = in[from + 6];
            if (major < 1 || major > 3 || in[from + 7] != 0) {
                throw refuse("is in version %d.%d of the npy format; 1.0, 2.0 and 3.0 are read"
                        .formatted(major & 0xFF, in[from + 7] & 0xFF));
            }
            int prefix = major == 1 ? 10 : 12;
            if (to - from < prefix) {
                throw malformed("it is cut off");
            }
            long length = 0;
            for (int i = prefix - 1; i >= 8; i--) {
                length = length << 8 | in[from + i] & 0xFF;
            }
            if (length > MAX_LENGTH) {
                throw refuse("has an npy header of %d bytes, more than the %d allowed".formatted(length, MAX_LENGTH));
            }
            if (length > to - from - prefix) {
                throw malformed("it is cut off");
            }
            text = new String(in, from + prefix, (int) length, StandardCharsets.ISO_8859_1);
            return from + prefix;
        }

        private NpyHeader make(String descr, boolean fortran, int[] shape, int length) {
            String order = descr.isEmpty() ? "" : descr.substring(0, 1);
            String type = descr.isEmpty() ? "" : descr.substring(1);
            boolean ordered = order.equals("<") || order.equals(">");
            boolean known =
                    switch (type) {
                        case "f2", "f4", "f8", "i2", "i4", "i8", "u2", "u4", "u8" -> ordered;
                        case "i1", "u1", "b1" -> ordered || order.equals("|");
                        default -> false;
                    };
            if (!known) {
                throw refuse("has the dtype '%s'%s; read are f2, f4, f8, i1 to i8, u1 to u8 and b1"
                        .formatted(excerpt(descr), meaning(type)));
            }
            return new NpyHeader(
                    type.charAt(0),
                    type.charAt(1) - '0',
                    order.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                    fortran,
                    shape,
                    length);
        }

        private static String meaning(String type) {
            return switch (type.isEmpty() ? ' ' : type.charAt(0)) {
                case 'O' -> " (Python objects: pickles are never opened)";
                case 'c' -> " (complex numbers)";
                case 'U', 'S', 'a' -> " (text)";
                case 'V' -> " (records)";
                case 'M', 'm' -> " (dates)";
                default -> "";
            };
        }

        private int[] shape() {
            expect('(');
            int[] dimensions = new int[MAX_RANK];
            int rank = 0;
            boolean comma = true;
            while (!taken(')')) {
                if (!comma) {
                    throw malformed("a comma is missing in the shape");
                }
                if (rank == MAX_RANK) {
                    throw refuse("has more than " + MAX_RANK + " dimensions");
                }
                dimensions[rank++] = dimension();
                comma = taken(',');
            }
            if (rank == 1 && !comma) {
                throw malformed("the shape is a number in brackets, not a tuple");
            }
            int[] shape = java.util.Arrays.copyOf(dimensions, rank);
            requireCountable(shape);
            return shape;
        }

        private void requireCountable(int[] shape) {
            long entries = 1;
            long largest = 0;
            for (int dimension : shape) {
                entries = Math.multiplyHigh(entries, dimension) == 0 ? entries * dimension : -1;
                largest = Math.max(largest, dimension);
                if (entries < 0) {
                    throw refuse("has a shape of more entries than can be counted");
                }
            }
            if (entries == 0 && largest > MAX_EMPTY) {
                throw refuse(
                        "has no entries and a dimension of %d, more than the %d allowed".formatted(largest, MAX_EMPTY));
            }
        }

        private int dimension() {
            skipBlanks();
            int start = at;
            long value = 0;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = value * 10 + text.charAt(at++) - '0';
                if (value > Integer.MAX_VALUE) {
                    throw refuse("has a dimension of more than " + Integer.MAX_VALUE);
                }
            }
            if (at == start) {
                throw malformed("a dimension of the shape is not a whole number");
            }
            if (at < text.length() && text.charAt(at) == 'L') { // as Python 2 wrote long integers
                at++;
            }
            return (int) value;
        }

        private boolean flag() {
            skipBlanks();
            for (String word : new String[] {"True", "False"}) {
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return word.equals("True");
                }
            }
            throw malformed("fortran_order is neither True nor False");
        }

        private String quoted() {
            char quote = peek();
            int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
            if (end < 0) {
                throw malformed("text in quotes is expected at character " + at);
            }
            String content = text.substring(at + 1, end);
            if (content.indexOf('\\') >= 0) {
                throw malformed("text holds a backslash");
            }
            at = end + 1;
            return content;
        }

        private void expect(char wanted) {
            if (!taken(wanted)) {
                throw malformed("'%c' is expected at character %d".formatted(wanted, at));
            }
        }

        private boolean taken(char wanted) {
            boolean there = peek() == wanted;
            if (there) {
                at++;
            }
            return there;
        }

        /** @return the next character that is not blank, or 0 at the end */
        private char peek() {
            skipBlanks();
            return at < text.length() ? text.charAt(at) : 0;
        }

        private void skipBlanks() {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
                at++;
            }
        }

        private static String excerpt(String descr) {
            return descr.length() > 20 ? descr.substring(0, 20) + "…" : descr;
        }

        private ProblemException malformed(String detail) {
            return refuse("has a malformed npy header: " + detail);
        }

        private ProblemException refuse(String detail) {
            return ProblemException.at(ProblemType.INVALID_REQUEST, pointer, detail);
        }
    }
}
