package org.mlmath.kit.array;

import java.nio.ByteBuffer;
import org.mlmath.kit.problem.ProblemException;

/**
 * An npy array on its way: what arrives of it goes where it belongs at once, so that a large body is never held, and copied, beside its
 * entries. For f8 alone, whose bytes are those of doubles.
 */
public final class NpyArrival {
    private final NpyHeader header;
    private final double[] values;

    /** Bytes of an entry that came in two pieces. */
    private final ByteBuffer parted;

    private int filled;

    private NpyArrival(NpyHeader header) {
        this.header = header;
        this.values = new double[(int) header.entries()];
        this.parted = ByteBuffer.allocate(Double.BYTES).order(header.order());
    }

    /**
     * @param start a body, as far as it has come from {@code from} to {@code to}
     * @param length bytes that the whole is to have
     * @param most entries that it may have
     * @return the array begun with these bytes, or null where they do not promise one: then the body is to be received whole and read,
     *     or refused, by the one reader of them all
     */
    public static NpyArrival begin(byte[] start, int from, int to, long length, int most) {
        NpyHeader header;
        try {
            header = NpyHeader.read(start, from, to, "");
        } catch (ProblemException incompleteOrWrong) {
            return null;
        }
        boolean doubles = header.kind() == 'f' && header.size() == Double.BYTES;
        long entries = header.entries();
        if (!doubles || entries > most || header.length() + entries * Double.BYTES != length) {
            return null;
        }
        NpyArrival arrival = new NpyArrival(header);
        arrival.take(ByteBuffer.wrap(start, from + header.length(), to - from - header.length()));
        return arrival;
    }

    /** Takes the next bytes; all together are as many as was said. */
    public void take(ByteBuffer piece) {
        piece.order(header.order());
        while (parted.position() > 0 && piece.hasRemaining()) {
            takeByte(piece.get());
        }
        int whole = piece.remaining() / Double.BYTES;
        piece.asDoubleBuffer().get(values, filled, whole);
        filled += whole;
        piece.position(piece.position() + whole * Double.BYTES);
        while (piece.hasRemaining()) {
            takeByte(piece.get());
        }
    }

    private void takeByte(byte part) {
        parted.put(part);
        if (!parted.hasRemaining()) {
            values[filled++] = parted.getDouble(0);
            parted.clear();
        }
    }

    /** @return the array, once all of it has come */
    NumericArray array(ArrayBudget budget) {
        if (filled != values.length) {
            throw new IllegalStateException(filled + " of " + values.length + " entries have come");
        }
        return NpyReader.inOrder(header, values, budget);
    }
}
