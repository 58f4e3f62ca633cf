package org.mlmath.kit.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.mlmath.kit.coding.ContentCoding;
import org.mlmath.kit.problem.Problem;

/**
 * An answer given line by line: points while the work goes on, and at the end its result or the problem that ended it. The response begins
 * with the first line, so what is refused before is refused as ever. Lines are sent together for as long as nobody could see the difference;
 * what a slow reader has not taken yet counts as the request's memory.
 */
final class AnswerStream implements Progress {
    /** Lines are gathered up to this many bytes, … */
    private static final int PIECE = 16 * 1024;

    /** … or until this much time has gone since the last were sent: three frames of a screen. */
    private static final long PAUSE_NANOS = 50_000_000;

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final Ticket ticket;
    private final StreamFormat format;
    private final ObjectMapper mapper;
    private Buffer piece = Buffer.buffer(PIECE);
    private ByteArrayOutputStream packed;
    private GZIPOutputStream packer;
    private long lastSent;
    private boolean begun;
    private boolean over;

    AnswerStream(RoutingContext context, Ticket ticket, StreamFormat format, ObjectMapper mapper) {
        this.context = context;
        this.response = context.response();
        this.ticket = ticket;
        this.format = format;
        this.mapper = mapper;
    }

    @Override
    public boolean wanted() {
        return true;
    }

    @Override
    public void point(Object fields) {
        if (append("point", fields) && (piece.length() >= PIECE || System.nanoTime() - lastSent > PAUSE_NANOS)) {
            send();
        }
    }

    /**
     * Ends the stream.
     *
     * @param answer the result, or a problem
     * @return false for a problem before the first line: it is to be answered as if no stream had been asked for
     */
    boolean end(Object answer) {
        boolean problem = answer instanceof Problem;
        if (problem && !begun) {
            return false;
        }
        if (append(problem ? "problem" : "result", answer)) {
            over = true;
            response.end(coded(true));
        } else if (packer != null) {
            coded(true); // nobody reads it any more; gives its memory back
        }
        return true;
    }

    @Override
    public void flush() {
        if (piece.length() > 0 && !over) {
            send();
        }
    }

    /**
     * Who asks may be on another thread than who sends. Then all may be sent between the asking and the setting of a handler, of which
     * nobody hears any more; so it is asked again once the handler is set.
     */
    @Override
    public boolean isTaken(Runnable later) {
        if (isTaken()) {
            return true;
        }
        response.drainHandler(drained -> later.run());
        return isTaken();
    }

    private boolean isTaken() {
        return response.closed() || !response.writeQueueFull();
    }

    private boolean append(String type, Object fields) {
        if (!begun && !begin() || over || response.ended() || response.closed()) {
            return false;
        }
        byte[] json;
        try {
            json = mapper.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of a stream could not be written", e);
        }
        piece.appendBytes(format.before());
        piece.appendBytes(("{\"type\":\"" + type + "\",").getBytes(StandardCharsets.US_ASCII));
        piece.appendBytes(json, 1, json.length - 1); // after its opening brace
        piece.appendBytes(format.after());
        return true;
    }

    private boolean begin() {
        begun = true;
        over = !ticket.claimAnswer(); // answered already: the deadline passed
        if (!over) {
            response.setStatusCode(200).setChunked(true);
            response.putHeader(HttpHeaders.CONTENT_TYPE, format.mediaType());
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (Delivery.coding(context, format.mediaType(), Integer.MAX_VALUE) == ContentCoding.GZIP) {
                Delivery.declare(response, ContentCoding.GZIP);
                pack();
            }
        }
        return !over;
    }

    private void pack() {
        packed = new ByteArrayOutputStream();
        try {
            packer = new GZIPOutputStream(packed, PIECE, true);
        } catch (IOException e) {
            throw new UncheckedIOException("memory was not written to", e);
        }
    }

    /** @return what was gathered, so that its reader can read it at once */
    private Buffer coded(boolean last) {
        if (packer == null) {
            return piece;
        }
        try {
            packer.write(piece.getBytes());
            if (last) {
                packer.close();
            } else {
                packer.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory was not written to", e);
        }
        Buffer coded = Buffer.buffer(packed.toByteArray());
        packed.reset();
        return coded;
    }

    private void send() {
        Buffer coded = coded(false);
        int bytes = coded.length();
        ticket.reserve(bytes);
        response.write(coded).onComplete(sent -> ticket.release(bytes));
        piece = Buffer.buffer(PIECE);
        lastSent = System.nanoTime();
    }
}
