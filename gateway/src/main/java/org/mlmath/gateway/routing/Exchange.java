package org.mlmath.gateway.routing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.net.ProtocolException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.mlmath.gateway.routing.Replica.Attempt;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.work.BodyTooLarge;
import org.mlmath.kit.work.Expectation;
import org.mlmath.numerics.Deadline;

/**
 * One request on its way to a service, and its answer on the way back. Path, body and answer stay as they are, byte for byte; only
 * headers that concern one connection, not the whole way, are taken off. All of it happens on the event loop of the request.
 */
final class Exchange {
    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private static final long NO_TIMER = -1;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Upstream upstream;
    private final Relay relay;

    /** Until when an answer is of use; null as long as the body is passed on as it comes. */
    private Deadline deadline;

    private long declared;

    /** All of it, or as much as had come when it turned out to be too long to be held. */
    private Buffer body;

    private long heldBytes;
    private Attempt attempt;
    private HttpClientRequest outgoing;
    private boolean sentTwice;
    private boolean sent;
    private long sentAt;
    private boolean answering;
    private boolean answered;
    private boolean over;
    private long timer = NO_TIMER;
    private long lastMoved;
    private long passedOn;
    private long passedBack;
    private boolean callerIsSlow;

    Exchange(RoutingContext context, Upstream upstream, Relay relay) {
        this.context = context;
        this.upstream = upstream;
        this.relay = relay;
        request = context.request();
        response = context.response();
    }

    void begin() {
        context.addEndHandler(ended -> release());
        long length = declaredLength();
        if (length > relay.limits().body()) {
            fail(BodyTooLarge.declared(length, relay.limits().body()), null);
        } else if (length == 0) {
            request.resume(); // it was paused until a route was found
            bodyIsHere();
            send(null);
        } else {
            declared = length;
            long room = length < 0 ? longestHeld() : length; // where it is not said it is likely short
            if (room <= longestHeld() && relay.held().take(room)) {
                heldBytes = room;
                receive();
            } else {
                passOn((Replica) null);
            }
        }
    }

    /** @return the length of the body, 0 where there is none, -1 where only its end will tell */
    private long declaredLength() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return Long.parseLong(length); // the server has seen to it that it is a number
        }
        boolean mayHaveBody = request.version() == HttpVersion.HTTP_2
                ? !request.isEnded()
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        return mayHaveBody ? -1 : 0;
    }

    private int longestHeld() {
        return Math.min(relay.settings().heldBody(), relay.limits().body());
    }

    private void bodyIsHere() {
        deadline = relay.limits().deadline(request);
    }

    // --- A body that is held
    // -------------------------------------------------------------------------------------------

    private void receive() {
        request.handler(chunk -> {
            body = body == null ? chunk : appended(body, chunk);
            if (!over && body.length() > longestHeld()) {
                request.pause();
                cancelTimer();
                passOn((Replica) null);
            }
        });
        request.endHandler(end -> {
            if (!over) {
                cancelTimer();
                bodyIsHere();
                send(null);
            }
        });
        Expectation.meet(context);
        request.resume();
        if (deadline == null && !over) {
            startTimer(
                    relay.limits().arrival().toMillis(),
                    () -> fail(RelayFailure.tooSlow(relay.limits().arrival()), null));
        }
    }

    private static Buffer appended(Buffer first, Buffer second) {
        return Buffer.buffer(first.length() + second.length())
                .appendBuffer(first)
                .appendBuffer(second);
    }

    /** @param failed the replica that this request was sent to before, or null the first time */
    private void send(Replica failed) {
        if (!enter(failed, false)) {
            return;
        }
        connect(client(failed, false), () -> {
            if (body != null) {
                outgoing.send(body);
            } else {
                outgoing.send();
            }
            awaitAnswer();
        });
    }

    private HttpClient client(Replica failed, boolean streams) {
        Connections connections = relay.connections();
        if (failed != null) {
            return connections.fresh();
        }
        return streams ? connections.streaming() : connections.pooled();
    }

    /** The service says itself that time is over, unless something is wrong with it. */
    private void awaitAnswer() {
        sent = true;
        sentAt = System.nanoTime();
        startTimer(
                Math.min(
                        deadline.remaining().plus(relay.settings().grace()).toMillis(),
                        upstream.idleTimeout().toMillis()),
                this::giveUp);
    }

    // --- A body that is passed on as it comes
    // -----------------------------------------------------------------------------

    /** @param failed the replica to which there was no connection, or null the first time */
    private void passOn(Replica failed) {
        if (!enter(failed, true)) {
            return;
        }
        connect(client(failed, true), () -> {
            if (declared >= 0) {
                outgoing.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(declared));
            } else {
                outgoing.setChunked(true);
            }
            request.handler(this::passOn);
            request.endHandler(end -> {
                if (!over && !answering) {
                    bodyIsHere();
                    outgoing.end();
                    awaitAnswer();
                }
            });
            moved();
            startTimer(upstream.idleTimeout().toMillis(), this::requireMovement);
            Expectation.meet(context);
            if (body != null) { // what had come of it until it turned out to be long
                Buffer begun = body;
                giveBackBody();
                passOn(begun);
            }
            if (!over && !outgoing.writeQueueFull()) {
                request.resume();
            }
        });
    }

    private void passOn(Buffer chunk) {
        if (over || answering) {
            return; // nobody wants it any more
        }
        passedOn += chunk.length();
        if (passedOn > relay.limits().body()) { // a declared length was judged before; this one came in chunks
            fail(BodyTooLarge.sent(relay.limits().body()), null);
            return;
        }
        moved();
        outgoing.write(chunk);
        if (outgoing.writeQueueFull()) {
            request.pause();
            outgoing.drainHandler(drained -> request.resume());
        }
    }

    private void requireMovement() {
        long still = (System.nanoTime() - lastMoved) / 1_000_000;
        long allowed = upstream.idleTimeout().toMillis();
        if (still >= allowed) {
            giveUp();
        } else {
            startTimer(allowed - still, this::requireMovement);
        }
    }

    private void moved() {
        lastMoved = System.nanoTime();
    }

    // --- The service
    // ----------------------------------------------------------------------------------------------------

    /** @return whether there is a place with a replica; otherwise the request has been refused */
    private boolean enter(Replica failed, boolean streams) {
        attempt = upstream.enter(failed, streams);
        if (attempt != null) {
            if (failed == null) {
                upstream.budget().earn();
            }
            return true;
        }
        if (upstream.isWell()) {
            refuse();
        } else {
            fail(RelayFailure.unavailable(upstream.service()), null);
        }
        return false;
    }

    /** There is more to do than can be done: of which the less is spent on what is not done the better. */
    private void refuse() {
        relay.metrics().failed(upstream, ProblemType.OVERLOADED);
        release();
        upstream.full().send(context);
    }

    private void connect(HttpClient client, Runnable connected) {
        Attempt current = attempt;
        client.request(current.replica()
                        .target()
                        .setMethod(request.method())
                        .setURI(request.uri())
                        .setConnectTimeout(relay.connections().patience()))
                .onComplete(made -> {
                    if (over) {
                        if (made.succeeded()) {
                            made.result().exceptionHandler(unheard -> {}).reset();
                        }
                    } else if (made.cause() instanceof TimeoutException) {
                        refuse(); // no connection came free
                    } else if (made.failed()) {
                        retryOrFail(made.cause());
                    } else {
                        outgoing = made.result();
                        FirstByte.forget(outgoing.connection());
                        outgoing.exceptionHandler(failure -> {
                            // The future of the answer tells it as well; unheard here it would be logged as an error.
                        });
                        outgoing.response().onComplete(answer -> {
                            if (over || current != attempt) {
                                return;
                            }
                            if (answer.succeeded()) {
                                answer(answer.result());
                            } else {
                                retryOrFail(answer.cause());
                            }
                        });
                        ForwardedHeaders.ask(request, outgoing.headers(), leftMillis());
                        connected.run();
                    }
                });
    }

    private long leftMillis() {
        Deadline end = deadline == null ? relay.limits().deadline(request) : deadline;
        return Math.max(1, end.remaining().toMillis());
    }

    private void retryOrFail(Throwable failure) {
        cancelTimer();
        Replica replica = attempt.replica();
        boolean elsewhere = upstream.hasOther(replica);
        // Behind an only address there may be more than one process, of which this is but one.
        if (!wasStale(failure)) {
            attempt.failed(failure, elsewhere && RelayFailure.isRefusal(failure));
        }
        attempt.leave();
        // Who only tried, for all others, whether a replica is back, and found nobody listening, has not been sent at
        // all.
        boolean tried = outgoing == null && attempt.isProbe();
        if (maySendAgain(failure, elsewhere) && upstream.budget().spend()) {
            sentTwice = !tried;
            sent = false;
            outgoing = null;
            relay.metrics().sentTwice(upstream);
            if (deadline == null) {
                passOn(replica);
            } else {
                send(replica);
            }
        } else {
            fail(RelayFailure.unavailable(upstream.service()), failure);
        }
    }

    /** A connection that was kept may have ended long before it was used: that is not held against the replica. */
    private boolean wasStale(Throwable failure) {
        return outgoing != null
                && RelayFailure.isDeadConnection(failure)
                && FirstByte.isKept(outgoing.connection())
                && !FirstByte.isSeen(outgoing.connection());
    }

    /**
     * A pooled connection may have died unnoticed, as when its replica went away. Then nothing was computed, and what is held is sent
     * once more, over a new connection and to another replica where there is one. So is what is not held as long as none of it has
     * been taken, since there was no connection at all.
     */
    private boolean maySendAgain(Throwable failure, boolean elsewhere) {
        if (sentTwice || !RelayFailure.isDeadConnection(failure) || RelayFailure.isSilence(failure) && !elsewhere) {
            return false;
        }
        if (outgoing == null) {
            return deadline == null || deadline.remaining().isPositive();
        }
        return deadline != null
                && passedOn == 0
                && deadline.remaining().isPositive()
                && !FirstByte.isSeen(outgoing.connection());
    }

    private void giveUp() {
        ProblemException unanswered = RelayFailure.unanswered(upstream.service());
        attempt.failed(unanswered, false);
        fail(unanswered, unanswered);
    }

    // --- The answer
    // -------------------------------------------------------------------------------------------------------

    private void answer(HttpClientResponse answer) {
        answering = true;
        if (answer.statusCode() < 200
                || answer.statusCode() > 599) { // who takes it for an answer waits for another, or forever
            attempt.failed(RelayFailure.unavailable(upstream.service()), false);
            fail(
                    RelayFailure.unavailable(upstream.service()),
                    new ProtocolException("Status " + answer.statusCode() + " is none of an answer"));
            return;
        }
        attempt.succeeded();
        if (sent) { // else it did not wait for the end of the request
            relay.metrics().answered(upstream, System.nanoTime() - sentAt);
        }
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean empty = request.method() == HttpMethod.HEAD || answer.statusCode() == 204 || answer.statusCode() == 304;
        if (empty) {
            answered = true;
            cancelTimer();
            head(answer);
            response.end();
        } else if (length != null && Long.parseLong(length) <= relay.settings().heldBody()) {
            gather(answer);
        } else {
            cancelTimer();
            passBack(answer, length == null);
        }
    }

    /** A short answer goes back in one piece, with its head, or, if it breaks off, not at all. It has to be there in time as a whole. */
    private void gather(HttpClientResponse answer) {
        Buffer[] gathered = {null};
        answer.handler(chunk -> gathered[0] = gathered[0] == null ? chunk : appended(gathered[0], chunk));
        answer.exceptionHandler(failure -> {
            if (!over) {
                fail(RelayFailure.unavailable(upstream.service()), failure);
            }
        });
        answer.endHandler(end -> {
            answered = true;
            if (!over) {
                cancelTimer();
                head(answer);
                if (gathered[0] == null) {
                    response.end();
                } else {
                    response.end(gathered[0]);
                }
            }
        });
    }

    private void passBack(HttpClientResponse answer, boolean chunked) {
        answer.handler(chunk -> {
            if (passedBack == 0) {
                beginAnswer(answer, chunked);
            }
            passedBack += chunk.length();
            response.write(chunk);
            if (response.writeQueueFull()) {
                callerIsSlow = true;
                answer.pause();
                response.drainHandler(drained -> answer.resume());
            }
        });
        answer.exceptionHandler(this::breakOff);
        answer.endHandler(end -> {
            answered = true;
            if (!over) {
                cancelTimer();
                if (passedBack == 0) {
                    beginAnswer(answer, chunked);
                }
                response.end();
            }
        });
        // Until the deadline an answer may come line by line, as they are computed.
        startTimer(upstream.idleTimeout().plus(relay.limits().deadline()).toMillis(), () -> requireFlow(0));
    }

    /** Not before there is something to follow it: as long as nothing is said, all that can go wrong can still be told. */
    private void beginAnswer(HttpClientResponse answer, boolean chunked) {
        head(answer);
        if (chunked && request.version() != HttpVersion.HTTP_2) {
            response.setChunked(true);
        }
    }

    /** A byte now and then is not an answer: unless the caller is slow to take them, a buffer's worth has to come each time. */
    private void requireFlow(long before) {
        if (callerIsSlow
                || response.writeQueueFull()
                || passedBack - before >= relay.settings().heldBody()) {
            callerIsSlow = false;
            long now = passedBack;
            startTimer(upstream.idleTimeout().toMillis(), () -> requireFlow(now));
        } else {
            breakOff(RelayFailure.unanswered(upstream.service()));
        }
    }

    private void head(HttpClientResponse answer) {
        response.setStatusCode(answer.statusCode());
        ForwardedHeaders.answer(answer.headers(), response.headers());
        closeIfUnread();
    }

    /** Half an answer must not look like a whole one. */
    private void breakOff(Throwable failure) {
        if (over) {
            return;
        }
        if (passedBack == 0) {
            fail(
                    failure instanceof ProblemException told ? told : RelayFailure.unavailable(upstream.service()),
                    failure);
            return;
        }
        LOG.warnf(
                "The answer of %s to %s %s broke off: %s",
                upstream.service(), request.method(), request.path(), failure);
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            request.connection().close();
        }
        release();
    }

    // --- The end
    // ----------------------------------------------------------------------------------------------------------

    /** @param cause what happened, or null where the problem says it all */
    private void fail(ProblemException problem, Throwable cause) {
        if (over) {
            return;
        }
        LOG.logf(
                cause == null ? Logger.Level.DEBUG : Logger.Level.WARN, // a refusal is nobody's fault
                "%s %s was not answered by %s: %s",
                request.method(),
                request.path(),
                upstream.service(),
                cause == null ? problem.getMessage() : cause);
        relay.metrics().failed(upstream, problem.type());
        closeIfUnread();
        release();
        ProblemResponse.send(context, problem);
    }

    /** The rest of the body is on its way and nobody wants it. Closing at once could cost the caller the answer. */
    private void closeIfUnread() {
        if (request.isEnded()) {
            return;
        }
        if (request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(
                    ended -> context.vertx().setTimer(ProblemResponse.LAST_WORDS_MILLIS, late -> request.connection()
                            .close()));
        }
        request.handler(rest -> {});
        request.resume();
    }

    /** Gives back what is held for this request, and lets the service know that its answer is not awaited any more. */
    private void release() {
        if (over) {
            return;
        }
        over = true;
        cancelTimer();
        if (attempt != null) {
            attempt.leave();
        }
        if (outgoing != null && !(sent && answered)) {
            outgoing.reset();
        }
        giveBackBody();
    }

    private void giveBackBody() {
        relay.held().release(heldBytes);
        heldBytes = 0;
        body = null;
    }

    private void startTimer(long millis, Runnable late) {
        cancelTimer();
        timer = context.vertx().setTimer(Math.max(1, millis), id -> {
            timer = NO_TIMER;
            if (!over) {
                late.run();
            }
        });
    }

    private void cancelTimer() {
        if (timer != NO_TIMER) {
            context.vertx().cancelTimer(timer);
            timer = NO_TIMER;
        }
    }
}
