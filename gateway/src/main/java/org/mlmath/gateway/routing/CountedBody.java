package org.mlmath.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.util.concurrent.TimeUnit;

/**
 * A request's body as it arrives. It is refused at the first byte too many (a declared length is judged before; this is for bodies
 * that come in chunks), and as long as it comes the request does not count as idle, which its client would think until an answer
 * begins.
 */
final class CountedBody implements ReadStream<Buffer> {
    private final HttpServerRequest request;
    private final long limit;
    private long count;
    private HttpClientRequest outgoing;
    private long idleMillis;
    private long lastTouched;
    private Handler<Throwable> onFailure;

    CountedBody(HttpServerRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    /** From now on the arrival of bytes starts the request's idle time anew. */
    void keepAwake(HttpClientRequest outgoing, long idleMillis) {
        this.outgoing = outgoing;
        this.idleMillis = idleMillis;
        lastTouched = System.nanoTime();
    }

    private void touch() {
        long now = System.nanoTime();
        if (outgoing != null
                && now - lastTouched
                        > TimeUnit.MILLISECONDS.toNanos(idleMillis) / 4) { // a timer costs more than a chunk
            outgoing.idleTimeout(idleMillis);
            lastTouched = now;
        }
    }

    boolean isTooLarge() {
        return count > limit;
    }

    @Override
    public CountedBody handler(Handler<Buffer> handler) {
        request.handler(
                handler == null
                        ? null
                        : chunk -> {
                            boolean refused = isTooLarge();
                            count += chunk.length();
                            if (!isTooLarge()) {
                                touch();
                                handler.handle(chunk);
                            } else if (!refused && onFailure != null) {
                                onFailure.handle(new BodyTooLargeException());
                            }
                        });
        return this;
    }

    @Override
    public CountedBody exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public CountedBody endHandler(Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }

    @Override
    public CountedBody pause() {
        request.pause();
        return this;
    }

    @Override
    public CountedBody resume() {
        request.resume();
        return this;
    }

    @Override
    public CountedBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }

    /** Ends the sending of a body that has grown past the limit. */
    static final class BodyTooLargeException extends RuntimeException {
        BodyTooLargeException() {
            super("the body is too large", null, false, false);
        }
    }
}
