package org.mlmath.kit.array;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.linear.Matrix;

/**
 * Reads an npy array into doubles, straight from the body's bytes: every f8 as it is, NaN payloads and all; every narrower type
 * exactly; 64-bit integers beyond 2^53 to the nearest double, as JSON's are.
 */
final class NpyReader {
    private NpyReader() {}

    /**
     * @param in the body, in which the array takes the bytes from {@code from} to {@code to}
     * @param pointer where the array belongs in the request
     * @return a {@link NumericArray}; a Boolean where the array is a single truth value
     */
    static Object read(byte[] in, int from, int to, String pointer, ArrayBudget budget) {
        NpyHeader header = NpyHeader.read(in, from, to, pointer);
        long entries = header.entries();
        long sent = to - from - header.length();
        budget.takeEntries(pointer, entries);
        if (entries * header.size() != sent) {
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    pointer,
                    "has %d bytes of entries where its shape and dtype make %d"
                            .formatted(sent, entries * header.size()));
        }
        double[] values = new double[(int) entries];
        ByteBuffer data =
                ByteBuffer.wrap(in, from + header.length(), (int) sent).order(header.order());
        decode(header, data, values);
        if (header.kind() == 'b' && header.shape().length == 0) {
            return values[0] != 0;
        }
        return inOrder(header, values, budget);
    }

    /** @return the array with these entries, which come in the order that its header says */
    static NumericArray inOrder(NpyHeader header, double[] values, ArrayBudget budget) {
        int[] shape = header.shape();
        if (!header.fortran() || shape.length < 2) {
            return new NumericArray(shape, values, null);
        }
        budget.takeBytes((long) values.length * Double.BYTES);
        return new NumericArray(shape, rowMajor(shape, values), null);
    }

    private static void decode(NpyHeader header, ByteBuffer data, double[] values) {
        switch (header.kind()) {
            case 'f' -> decodeReal(header.size(), data, values);
            case 'i' -> decodeSigned(header.size(), data, values);
            case 'u' -> decodeUnsigned(header.size(), data, values);
            default -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = data.get() == 0 ? 0 : 1;
                }
            }
        }
    }

    private static void decodeReal(int size, ByteBuffer data, double[] values) {
        switch (size) {
            case 8 -> data.asDoubleBuffer().get(values);
            case 4 -> {
                FloatBuffer floats = data.asFloatBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = floats.get(i);
                }
            }
            default -> {
                ShortBuffer halves = data.asShortBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.float16ToFloat(halves.get(i));
                }
            }
        }
    }

    private static void decodeSigned(int size, ByteBuffer data, double[] values) {
        switch (size) {
            case 8 -> {
                LongBuffer longs = data.asLongBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = longs.get(i);
                }
            }
            case 4 -> {
                IntBuffer ints = data.asIntBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = ints.get(i);
                }
            }
            case 2 -> {
                ShortBuffer shorts = data.asShortBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = shorts.get(i);
                }
            }
            default -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = data.get();
                }
            }
        }
    }

    private static void decodeUnsigned(int size, ByteBuffer data, double[] values) {
        switch (size) {
            case 8 -> {
                LongBuffer longs = data.asLongBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = unsigned(longs.get(i));
                }
            }
            case 4 -> {
                IntBuffer ints = data.asIntBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = Integer.toUnsignedLong(ints.get(i));
                }
            }
            case 2 -> {
                ShortBuffer shorts = data.asShortBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = Short.toUnsignedInt(shorts.get(i));
                }
            }
            default -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = Byte.toUnsignedInt(data.get());
                }
            }
        }
    }

    /** The nearest double: the bit shifted out is kept as a sticky one, so that halfway cases are seen as what they are. */
    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (double) (bits >>> 1 | bits & 1) * 2;
    }

    private static double[] rowMajor(int[] shape, double[] columnMajor) {
        if (shape.length == 2) { // column by column it is the transpose, row by row
            return new Matrix(shape[1], shape[0], columnMajor).transpose().values();
        }
        double[] values = new double[columnMajor.length];
        int[] index = new int[shape.length];
        for (double value : columnMajor) {
            int place = 0;
            for (int d = 0; d < shape.length; d++) {
                place = place * shape[d] + index[d];
            }
            values[place] = value;
            for (int d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
                index[d] = 0;
            }
        }
        return values;
    }
}
