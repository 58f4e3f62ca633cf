package org.mlmath.kit.array;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes an array as npy: format version 1.0, little-endian f8 or c16 in C order, the header padded so that the entries begin at a
 * multiple of 64 bytes. The bits of the doubles are not touched.
 */
final class NpyWriter {
    private static final int ALIGNMENT = 64;
    private static final int PIECE = 64 * 1024;

    private NpyWriter() {}

    /** @return the bytes that {@link #write} will write */
    static long length(ResultArray array) {
        return header(array).length + (long) array.re().length * array.entrySize();
    }

    static void write(ResultArray array, OutputStream out) throws IOException {
        out.write(header(array));
        ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
        int entries = PIECE / array.entrySize();
        for (int from = 0; from < array.re().length; from += entries) {
            int count = Math.min(entries, array.re().length - from);
            if (array.im() == null) {
                piece.asDoubleBuffer().put(array.re(), from, count);
            } else {
                for (int i = 0; i < count; i++) {
                    piece.putDouble(16 * i, array.re()[from + i]);
                    piece.putDouble(16 * i + 8, array.im()[from + i]);
                }
            }
            out.write(piece.array(), 0, count * array.entrySize());
        }
    }

    private static byte[] header(ResultArray array) {
        int[] shape = array.shape();
        String dimensions = Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String literal = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
                .formatted(array.im() == null ? "<f8" : "<c16", shape.length == 1 ? dimensions + "," : dimensions);
        int prefix = NpyHeader.MAGIC.length + 4;
        int length = Math.ceilDiv(prefix + literal.length() + 1, ALIGNMENT) * ALIGNMENT;
        byte[] header = new byte[length];
        Arrays.fill(header, (byte) ' ');
        ByteBuffer.wrap(header)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(NpyHeader.MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) (length - prefix))
                .put(literal.getBytes(StandardCharsets.US_ASCII));
        header[length - 1] = '\n';
        return header;
    }
}
