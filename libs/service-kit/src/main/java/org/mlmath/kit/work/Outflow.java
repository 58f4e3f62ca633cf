package org.mlmath.kit.work;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends the pieces of an answer one after the other, each when the one before has been taken and the event loop has seen to all others that
 * are ready meanwhile: a small answer never waits for more than a piece of a large one. Whoever adds pieces never waits.
 */
final class Outflow {
    private final HttpServerResponse response;
    private final EventLoop loop;
    private final Queue<ByteBuf> pieces = new ConcurrentLinkedQueue<>();

    /** Those that are there or being sent. */
    private final AtomicInteger left = new AtomicInteger();

    private volatile ByteBuf last;

    /** @param loop of the connection */
    Outflow(HttpServerResponse response, EventLoop loop) {
        this.response = response;
        this.loop = loop;
    }

    static Outflow of(RoutingContext context) {
        HttpServerRequestInternal request = (HttpServerRequestInternal) context.request();
        return new Outflow(context.response(), ((ContextInternal) request.context()).nettyEventLoop());
    }

    /** @param piece given away */
    void send(ByteBuf piece) {
        pieces.add(piece);
        if (left.getAndIncrement() == 0) {
            loop.execute(this::sendNext);
        }
    }

    /** @param piece the last, given away */
    void end(ByteBuf piece) {
        last = piece;
        send(piece);
    }

    private void sendNext() {
        ByteBuf piece = pieces.remove();
        if (response.closed()) { // nobody reads it any more
            taken(piece);
            return;
        }
        Buffer buffer = BufferImpl.buffer(piece);
        Future<Void> sending = piece == last ? response.end(buffer) : response.write(buffer);
        sending.onComplete(sent -> taken(piece));
    }

    private void taken(ByteBuf piece) {
        piece.release();
        if (left.decrementAndGet() > 0) {
            loop.schedule(
                    this::sendNext, 0, TimeUnit.NANOSECONDS); // in its next turn, where execute() would be in this one
        }
    }
}
