package org.mlmath.kit.work;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.Deadline;

/**
 * Takes requests in before any resource sees them: a body within its size, its time and the memory that is free; the JSON of
 * {@code GET …?request=} as if it had been posted. Behind a gateway's routes to other processes, before everything else.
 */
@Singleton
public class Intake {
    /** After a gateway's routes to its upstreams, before the resources. */
    private static final int ORDER = 1000;

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6}(?:\\.\\d{1,6})?)");

    private final Limits limits;
    private final Memory memory;
    private final Vertx vertx;

    Intake(Limits limits, Memory memory, Vertx vertx) {
        this.limits = limits;
        this.memory = memory;
        this.vertx = vertx;
    }

    void mount(@Observes Router router) {
        router.route("/v1/*").order(ORDER).handler(this::take);
    }

    private void take(RoutingContext context) {
        if (Ticket.of(context) != null) { // a GET on its second way through, as a POST
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        Ticket ticket = new Ticket(memory, request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD);
        ticket.attachTo(context);
        context.addEndHandler(end -> ticket.end());
        if (request.method() == HttpMethod.POST) {
            receive(context, ticket);
        } else if (request.method() == HttpMethod.GET && request.getParam("request") != null) {
            takeQuery(context, ticket, request.getParam("request"));
        } else {
            context.next();
        }
    }

    private void takeQuery(RoutingContext context, Ticket ticket, String json) {
        Buffer body = Buffer.buffer(json);
        if (body.length() > limits.query()) {
            refuse(
                    context,
                    new ProblemException(
                                    ProblemType.LIMIT_EXCEEDED,
                                    "The JSON in ?request= has %d bytes, more than the %d allowed; send it by POST."
                                            .formatted(body.length(), limits.query()))
                            .with("limit", limits.query()));
            return;
        }
        ticket.arrived(body, deadline(context.request()));
        context.reroute(HttpMethod.POST, context.normalizedPath());
    }

    private void receive(RoutingContext context, Ticket ticket) {
        HttpServerRequest request = context.request();
        long declared = declaredLength(request);
        Buffer body;
        try {
            if (declared > limits.body()) {
                throw tooLarge("The body is declared to have %d bytes, more than the %d allowed."
                        .formatted(declared, limits.body()));
            }
            ticket.reserve(Math.max(0, declared));
            body = Buffer.buffer((int) Math.max(0, Math.min(declared, 1 << 20)));
        } catch (ProblemException refused) {
            refuse(context, refused);
            return;
        }
        long timer = vertx.setTimer(
                limits.arrival().toMillis(),
                late -> refuse(
                        context,
                        new ProblemException(
                                ProblemType.DEADLINE_EXCEEDED,
                                "The body had not arrived after %d s."
                                        .formatted(limits.arrival().toSeconds()))));
        context.addEndHandler(end -> vertx.cancelTimer(timer));
        request.handler(chunk -> {
            try {
                if (body.length() + (long) chunk.length() > limits.body()) {
                    throw tooLarge("The body has more than the %d bytes allowed.".formatted(limits.body()));
                }
                if (declared < 0) {
                    ticket.reserve(chunk.length());
                }
                body.appendBuffer(chunk);
            } catch (ProblemException refused) {
                vertx.cancelTimer(timer);
                refuse(context, refused);
            }
        });
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            if (!context.response().ended()) {
                ticket.arrived(body, deadline(request));
                context.next();
            }
        });
        request.resume();
    }

    private ProblemException tooLarge(String detail) {
        return new ProblemException(ProblemType.BODY_TOO_LARGE, detail).with("limit", limits.body());
    }

    /** Answers at once and hangs up when the caller has stopped sending: closing earlier would lose the answer on its way. */
    private void refuse(RoutingContext context, ProblemException problem) {
        HttpServerRequest request = context.request();
        if (!request.isEnded()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.handler(rest -> {});
            long timer = vertx.setTimer(5_000, patience -> request.connection().close());
            request.endHandler(end -> {
                vertx.cancelTimer(timer);
                request.connection().close();
            });
            request.resume();
        }
        ProblemResponse.send(context, problem);
    }

    /** @return the length in Content-Length, or -1 */
    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE; // longer than a long can say
        }
    }

    /** The configured time, or less where {@code Prefer: wait=} asks for less (RFC 7240 §4.3). */
    private Deadline deadline(HttpServerRequest request) {
        Duration allowed = limits.deadline();
        String prefer = request.getHeader("Prefer");
        if (prefer != null) {
            Matcher wait = WAIT.matcher(prefer);
            if (wait.find()) {
                Duration asked = Duration.ofNanos((long) (Double.parseDouble(wait.group(1)) * 1e9));
                allowed = asked.compareTo(allowed) < 0 ? asked : allowed;
            }
        }
        return Deadline.in(allowed);
    }
}
