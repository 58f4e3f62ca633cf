package org.mlmath.kit.work;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;

/**
 * Gives every request a ticket before any resource sees it, and takes the JSON of {@code GET …?request=} as if it had been posted.
 * Behind a gateway's routes to other processes.
 */
@Singleton
public class Intake {
    /** After a gateway's routes to its upstreams, before the resources. */
    private static final int ORDER = 1000;

    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");

    private final Limits limits;
    private final Memory memory;

    Intake(Limits limits, Memory memory) {
        this.limits = limits;
        this.memory = memory;
    }

    void mount(@Observes Router router) {
        router.route("/v1/*").order(ORDER).handler(this::take);
    }

    private void take(RoutingContext context) {
        Ticket known = Ticket.of(context);
        if (known != null) {
            // A GET on its second way through, as a POST, or a HEAD as a GET: it has lost what was to happen at its
            // head.
            describe(context, known);
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        boolean safe = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        Ticket ticket = new Ticket(memory, safe);
        ticket.attachTo(context);
        context.addEndHandler(end -> ticket.end());
        describe(context, ticket);
        Negotiation.keep(request, ticket);
        List<String> queries = safe ? request.params().getAll("request") : List.of();
        if (queries.size() > 1) {
            ProblemResponse.send(
                    context,
                    new ProblemException(
                            ProblemType.INVALID_REQUEST,
                            "The query has %d parameters named request, of which only one can be meant."
                                    .formatted(queries.size())));
        } else if (!queries.isEmpty()) {
            takeQuery(context, ticket, queries.getFirst());
        } else if (request.method() == HttpMethod.HEAD) {
            // As a GET, of which the server sends the head alone: the framework would leave out what only writing a
            // body tells.
            context.reroute(
                    HttpMethod.GET, request.query() == null ? request.path() : request.path() + "?" + request.query());
        } else {
            context.next();
        }
    }

    private static void describe(RoutingContext context, Ticket ticket) {
        context.addHeadersEndHandler(head -> {
            ticket.timing().describe(context.response(), ticket.estimate());
            String cacheStatus = ticket.reuse().status();
            if (cacheStatus != null) {
                context.response().putHeader(CACHE_STATUS, cacheStatus);
            }
        });
    }

    private void takeQuery(RoutingContext context, Ticket ticket, String json) {
        Buffer body = Buffer.buffer(json);
        if (body.length() > limits.query()) {
            ProblemResponse.send(
                    context,
                    new ProblemException(
                                    ProblemType.LIMIT_EXCEEDED,
                                    "The JSON in ?request= has %d bytes, more than the %d allowed; send it by POST."
                                            .formatted(body.length(), limits.query()))
                            .with("limit", limits.query()));
            return;
        }
        ticket.query(context.request().query());
        ticket.arrived(body, limits.deadline(context.request()));
        context.reroute(HttpMethod.POST, context.normalizedPath());
    }
}
