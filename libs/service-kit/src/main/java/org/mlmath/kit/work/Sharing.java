package org.mlmath.kit.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.mlmath.kit.array.WireFormat;
import org.mlmath.kit.coding.Representation;
import org.mlmath.kit.problem.Problem;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.reuse.AnswerCache;
import org.mlmath.kit.reuse.CacheSettings;
import org.mlmath.kit.reuse.Flight;
import org.mlmath.kit.reuse.Kept;
import org.mlmath.kit.reuse.UsualCost;

/**
 * Answers requests with what others were answered, and lets those that arrive together wait for one computation. Whoever waits keeps a
 * deadline and an id of their own; if the caller leaves for whom the answer is computed, it goes on for the others.
 */
@Singleton
final class Sharing {
    private final AnswerCache cache;
    private final CacheSettings settings;
    private final Delivery delivery;
    private final ObjectMapper mapper;
    private final boolean off;
    private final ConcurrentHashMap<Object, UsualCost> usualCosts = new ConcurrentHashMap<>();

    Sharing(AnswerCache cache, CacheSettings settings, Delivery delivery, ObjectMapper mapper) {
        this.mapper = mapper;
        this.cache = cache;
        this.settings = settings;
        this.delivery = delivery;
        this.off = settings.capacity() == 0;
    }

    /** @return what this request, whose body is there, may have to do with others */
    Reuse reuse(ResteasyReactiveRequestContext call, RoutingContext context, Ticket ticket, RequestReader.Form form) {
        boolean apart = ticket.stream() != null
                || ticket.body().length() > settings.body()
                || off
                || RequestReader.isRaw(form.type())
                || Delegating.class.isAssignableFrom(form.type()) // each of its parts has its own
                || asksForItsOwn(context);
        return apart
                ? Reuse.apart()
                : Reuse.of(
                        cache,
                        settings,
                        usualCost(call.getTarget()),
                        context.normalizedPath(),
                        form(context, ticket, form.format()),
                        ticket.body());
    }

    private UsualCost usualCost(Object operation) {
        UsualCost known = usualCosts.get(operation);
        return known != null ? known : usualCosts.computeIfAbsent(operation, unknown -> new UsualCost());
    }

    private static boolean asksForItsOwn(RoutingContext context) {
        if (!context.request().headers().contains(HttpHeaders.CACHE_CONTROL)) {
            return false;
        }
        String control = String.join(",", context.request().headers().getAll(HttpHeaders.CACHE_CONTROL))
                .toLowerCase(Locale.ROOT);
        return control.contains("no-cache") || control.contains("no-store");
    }

    /** What else an answer depends on. JSON is read without its query, GET's own is the body. */
    private static String form(RoutingContext context, Ticket ticket, WireFormat format) {
        String query =
                ticket.isGet() ? options(ticket.query()) : context.request().query();
        String type = format == WireFormat.JSON ? "" : context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        WireFormat answer = ticket.answerFormat();
        if ((query == null || query.isEmpty()) && type.isEmpty() && answer == WireFormat.JSON) {
            return "";
        }
        return query + ' ' + type + ' ' + answer;
    }

    /** @return the parameters besides the request, without what means nothing */
    private static String options(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.startsWith("request="))
                .filter(parameter -> !parameter.startsWith(KnownParameters.CACHE_BUSTER + "="))
                .collect(Collectors.joining("&"));
    }

    /** Answers a call with what was found; does nothing, and says so, where that is null. */
    boolean answer(ResteasyReactiveRequestContext call, RoutingContext context, Ticket ticket, AnswerCache.Hit found) {
        if (found != null) {
            answer(call, context, ticket, found.kept());
        }
        return found != null;
    }

    private void answer(ResteasyReactiveRequestContext call, RoutingContext context, Ticket ticket, Kept kept) {
        ticket.timing().enter(Timing.Phase.WRITING);
        switch (kept) {
            case Kept.Answer(Representation answer) -> {
                ServerRestHandler writing = writer -> {
                    if (ticket.claimAnswer() && !context.response().closed()) {
                        context.response().putHeader(HttpHeaders.CONTENT_TYPE, answer.mediaType());
                        delivery.end(context, answer, true, true);
                    }
                };
                call.restart(new ServerRestHandler[] {writing}, true); // past the resource and all that leads to it
            }
            case Kept.Refusal(Problem problem) -> {
                ProblemResponse.note(context, ProblemType.of(problem.type()));
                call.setResult(Response.status(problem.status())
                        .type(ProblemResponse.MEDIA_TYPE)
                        .entity(problem.withRequestId(ProblemResponse.requestId(context)))
                        .build());
                call.restart(call.getAbortHandlerChain(), true);
            }
        }
        call.resume();
    }

    /** Has the answer to this request computed, unless the same is being computed: then it waits for that. */
    void together(ResteasyReactiveRequestContext call, RoutingContext context, Ticket ticket, Runnable computation) {
        if (ticket.reuse().mayBeShared()) {
            new Waiting(call, context, ticket, computation).joinOrCompute();
        } else {
            computation.run();
        }
    }

    /** The framework writes nothing to a caller who has gone meanwhile. Where others wait for it they take what was computed. */
    void leaveToOthers(ResteasyReactiveRequestContext call, RoutingContext context, Ticket ticket) {
        Reuse reuse = ticket.reuse();
        if (!reuse.isAwaited() || !context.response().closed()) {
            return;
        }
        Object result = call.getResult() instanceof Response response ? response.getEntity() : call.getResult();
        if (result instanceof Problem problem) {
            reuse.refused(ticket, problem);
            return;
        }
        try {
            byte[] bytes = ticket.answerFormat() == WireFormat.JSON ? mapper.writeValueAsBytes(result) : null;
            if (bytes != null && bytes.length <= reuse.mostBytesToKeep()) {
                reuse.answered(ticket, new Representation(AnswerWriter.JSON, bytes));
            } else {
                reuse.answeredAtLength(ticket);
            }
        } catch (JsonProcessingException unwritable) {
            reuse.answeredAtLength(ticket); // each hears of it by itself
        }
    }

    /** A request that waits for the answer to another. Everything happens on its own event loop. */
    private final class Waiting implements Flight.Follower {
        private final ResteasyReactiveRequestContext call;
        private final RoutingContext context;
        private final Ticket ticket;
        private final Runnable computation;
        private final Context eventLoop = Vertx.currentContext();
        private long timer = -1;
        private volatile Flight flight;
        private boolean watched;
        private boolean over;

        Waiting(ResteasyReactiveRequestContext call, RoutingContext context, Ticket ticket, Runnable computation) {
            this.call = call;
            this.context = context;
            this.ticket = ticket;
            this.computation = computation;
        }

        void joinOrCompute() {
            ticket.timing().enter(Timing.Phase.QUEUE);
            if (ticket.reuse().leads(this)) {
                over = true;
                context.vertx().cancelTimer(timer);
                computation.run();
            } else if (!watched) {
                watched = true;
                timer = context.vertx()
                        .setTimer(Math.max(1, ticket.deadline().left().toMillis()), late -> giveUp());
                context.addEndHandler(end -> {
                    context.vertx().cancelTimer(timer);
                    giveUp();
                });
            }
        }

        private void giveUp() {
            if (!over) {
                over = true;
                flight.leave(this);
                call.handleException(Admission.tooLate(ticket), true);
                call.resume();
            }
        }

        @Override
        public void joined(Flight flight) {
            this.flight = flight;
        }

        @Override
        public void answered(Kept kept) {
            eventLoop.runOnContext(now -> {
                if (!over) {
                    over = true;
                    ticket.reuse().collapsed();
                    answer(call, context, ticket, kept);
                }
            });
        }

        @Override
        public void unanswered(boolean together) {
            eventLoop.runOnContext(now -> {
                if (over) {
                    return;
                }
                try {
                    if (together) {
                        joinOrCompute();
                    } else {
                        over = true;
                        context.vertx().cancelTimer(timer);
                        computation.run();
                    }
                } catch (RuntimeException refused) {
                    call.resume(refused);
                }
            });
        }
    }
}
