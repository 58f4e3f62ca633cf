package org.mlmath.kit.work;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.impl.VertxByteBufAllocator;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.mlmath.kit.coding.ContentCoding;

/**
 * An answer on its way: held together while it is short, and beyond that written in pieces that the event loop sends while the next is
 * made. It never waits for a slow reader: what is not read yet is held, and was counted when the request was admitted.
 */
final class Pieces extends OutputStream {
    private static final int FIRST_SIZE = 64 * 1024;

    /** So much is sent at a time: a tenth of a millisecond, for which others wait. */
    private static final int SIZE = 2 * FIRST_SIZE;

    private final RoutingContext context;
    private final String mediaType;
    private final int mostToKeep;
    private ByteArrayOutputStream kept = new ByteArrayOutputStream(FIRST_SIZE / 4);
    private OutputStream sent;

    /** @param mostToKeep bytes up to which the whole is held beside what is sent */
    Pieces(RoutingContext context, String mediaType, int mostToKeep) {
        this.context = context;
        this.mediaType = mediaType;
        this.mostToKeep = mostToKeep;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (sent == null && kept.size() + length > FIRST_SIZE) {
            begin();
        }
        if (kept != null && (sent == null || kept.size() + (long) length <= mostToKeep)) {
            kept.write(bytes, offset, length);
        } else {
            kept = null;
        }
        if (sent != null) {
            sent.write(bytes, offset, length);
        }
    }

    private void begin() throws IOException {
        ContentCoding coding = Delivery.coding(context, mediaType, Integer.MAX_VALUE);
        Delivery.declare(context.response(), coding);
        OutputStream pieces = new Chunks(context);
        sent = coding == ContentCoding.GZIP ? new GZIPOutputStream(pieces, 16 * 1024) : pieces;
        kept.writeTo(sent);
    }

    /** @return whether the head of the answer is on its way */
    boolean begun() {
        return sent != null;
    }

    /** @return all that was written, or null where that is too much to be held */
    byte[] whole() {
        return kept == null || sent != null && kept.size() > mostToKeep ? null : kept.toByteArray();
    }

    /** Sends the rest. */
    @Override
    public void close() throws IOException {
        if (sent != null) {
            sent.close();
        }
    }

    /** What goes to the event loop. */
    private static final class Chunks extends OutputStream {
        private final Outflow outflow;
        private ByteBuf piece = newPiece();
        private boolean closed;

        Chunks(RoutingContext context) {
            context.response().setChunked(true);
            outflow = Outflow.of(context);
        }

        /** Outside of the heap, where it would be copied on its way to the socket and by the collector while it waits. */
        private static ByteBuf newPiece() {
            return VertxByteBufAllocator.POOLED_ALLOCATOR.directBuffer(SIZE);
        }

        @Override
        public void write(int b) {
            piece.writeByte(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (piece.readableBytes() + length > SIZE && piece.isReadable()) {
                outflow.send(piece);
                piece = newPiece();
            }
            piece.writeBytes(bytes, offset, length);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                outflow.end(piece);
            }
        }
    }
}
