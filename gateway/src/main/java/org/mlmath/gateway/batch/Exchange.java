package org.mlmath.gateway.batch;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** One request under way. Everything happens on the event loop of its batch. */
final class Exchange {
    private static final CharSequence COST = HttpHeaders.createOptimized("Mlmath-Cost");
    private static final CharSequence TIMING = HttpHeaders.createOptimized("Server-Timing");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");

    private final Promise<Reply> reply = Promise.promise();
    private final LongConsumer room;
    private final long begin = System.nanoTime();
    private HttpClientRequest request;
    private HttpClientResponse response;
    private long received;

    /** @param room asked for the bytes of the answer as they come; throws where there is none */
    Exchange(LongConsumer room) {
        this.room = room;
    }

    Future<Reply> reply() {
        return reply.future();
    }

    /** @return bytes for which room has been found */
    long received() {
        return received;
    }

    /** @return seconds of one core; what is not answered is taken to have been worked on until it was given up */
    double cost() {
        return response == null ? (System.nanoTime() - begin) / 1e9 : cost(response);
    }

    void send(FrontDoor door, Item item, MultiMap headers) {
        door.request(item.method(), item.path())
                .compose(outgoing -> {
                    request = outgoing;
                    if (reply.future().isComplete()) {
                        outgoing.reset();
                    }
                    outgoing.headers().addAll(headers);
                    if (item.method() == HttpMethod.GET) {
                        return outgoing.send();
                    }
                    outgoing.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
                    return outgoing.send(item.body());
                })
                .onFailure(reply::tryFail)
                .onSuccess(this::receive);
    }

    private void receive(HttpClientResponse response) {
        this.response = response;
        Buffer body = Buffer.buffer();
        boolean json = isJson(response);
        response.exceptionHandler(reply::tryFail);
        response.handler(chunk -> {
            if (!json || reply.future().isComplete()) {
                return;
            }
            try {
                room.accept(chunk.length());
                received += chunk.length();
                body.appendBuffer(chunk);
            } catch (ProblemException none) {
                giveUp(none);
            }
        });
        response.endHandler(end -> {
            if (json) {
                reply.tryComplete(new Reply(response.statusCode(), body, retryAfter(response), isComputed(response)));
            } else {
                reply.tryFail(notJson(response));
            }
        });
    }

    /** Ends the exchange with this failure, if it has not ended. Whoever is at work on it hears that nobody waits any more. */
    void giveUp(Throwable failure) {
        if (reply.tryFail(failure) && request != null) {
            request.reset();
        }
    }

    private static boolean isJson(HttpClientResponse response) {
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        String name = type == null ? "" : type.replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
        return name.equals("application/json") || name.endsWith("+json");
    }

    private static ProblemException notJson(HttpClientResponse response) {
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null
                ? new ProblemException(
                        ProblemType.UPSTREAM_UNAVAILABLE,
                        "The request was answered with status %d and nothing else.".formatted(response.statusCode()))
                : new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "The answer is %s, and only JSON fits into the answer of a batch; send this request by itself."
                                .formatted(type));
    }

    private static Integer retryAfter(HttpClientResponse response) {
        try {
            String seconds = response.getHeader(RETRY_AFTER);
            return seconds == null ? null : Integer.valueOf(seconds);
        } catch (NumberFormatException date) {
            return null;
        }
    }

    private static boolean isComputed(HttpClientResponse response) {
        String timing = response.getHeader(TIMING);
        return timing == null || !timing.contains("compute;dur=0.000");
    }

    private static double cost(HttpClientResponse response) {
        try {
            String seconds = response.getHeader(COST);
            return seconds == null ? 0 : Math.max(0, Double.parseDouble(seconds));
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
