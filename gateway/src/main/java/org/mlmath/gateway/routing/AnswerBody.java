package org.mlmath.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;

/**
 * An answer's body as it comes from a service. Should it break off, the caller's connection is closed before anyone hears of it:
 * half an answer must not look like a whole one. The proxy would reset the response instead, of which whoever waits for its end (the
 * graceful shutdown) is never told.
 */
final class AnswerBody implements ReadStream<Buffer> {
    private final Vertx vertx;
    private final HttpServerRequest incoming;
    private final ReadStream<Buffer> answer;

    AnswerBody(Vertx vertx, HttpServerRequest incoming, ReadStream<Buffer> answer) {
        this.vertx = vertx;
        this.incoming = incoming;
        this.answer = answer;
    }

    @Override
    public AnswerBody exceptionHandler(Handler<Throwable> handler) {
        answer.exceptionHandler(
                handler == null
                        ? null
                        : failure -> {
                            if (incoming.version() == HttpVersion.HTTP_2
                                    || !incoming.response().headWritten()) {
                                handler.handle(failure);
                            } else {
                                incoming.connection().close();
                                vertx.setTimer(
                                        1,
                                        closed -> handler.handle(
                                                failure)); // behind what the closing has put in the queue
                            }
                        });
        return this;
    }

    @Override
    public AnswerBody handler(Handler<Buffer> handler) {
        answer.handler(handler);
        return this;
    }

    @Override
    public AnswerBody endHandler(Handler<Void> handler) {
        answer.endHandler(handler);
        return this;
    }

    @Override
    public AnswerBody pause() {
        answer.pause();
        return this;
    }

    @Override
    public AnswerBody resume() {
        answer.resume();
        return this;
    }

    @Override
    public AnswerBody fetch(long amount) {
        answer.fetch(amount);
        return this;
    }
}
