package org.mlmath.kit.work;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.common.util.ServerMediaType;
import org.mlmath.kit.array.WireFormat;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** In which form a request comes and in which its answer goes, by {@code Content-Type} and {@code Accept} (RFC 9110 §12). */
final class Negotiation {
    private static final String JSON = WireFormat.JSON.mediaType();

    /** What answers are written as; where a caller has no preference, the first. */
    private static final List<WireFormat> WRITTEN = List.of(WireFormat.JSON, WireFormat.NPZ, WireFormat.NPY);

    /** What is no computation has no arrays. */
    private static final List<WireFormat> WITHOUT_ARRAYS = List.of(WireFormat.JSON);

    private static final List<StreamFormat> STREAMED = List.of(StreamFormat.values());

    private static final List<String> OF_DESCRIPTIONS = List.of(JSON);
    private static final List<String> OF_BATCHES = offers(WITHOUT_ARRAYS);
    private static final List<String> OF_COMPUTATIONS = offers(WRITTEN);

    private static List<String> offers(List<WireFormat> written) {
        return Stream.concat(
                        written.stream().map(WireFormat::mediaType),
                        STREAMED.stream().map(StreamFormat::mediaType))
                .toList();
    }

    private Negotiation() {}

    /**
     * Takes {@code Accept} off a request and keeps it, until it is known which operation it is for. The framework would judge it sooner, as
     * if all that there is were JSON; in one process with others it would take a resource's word for more, and write what Java calls the
     * answer.
     */
    static void keep(HttpServerRequest request, Ticket ticket) {
        List<String> accepted = request.headers().getAll(HttpHeaders.ACCEPT);
        boolean plain = accepted.size() == 1
                && (accepted.getFirst().equals(MediaType.WILDCARD)
                        || accepted.getFirst().equals(JSON));
        if (accepted.isEmpty() || plain) {
            return; // nearly all requests
        }
        ticket.accepts(Accepted.of(accepted));
        request.headers().remove(HttpHeaders.ACCEPT);
    }

    /**
     * Settles in which form the answer goes.
     *
     * @param request the type of the operation's request record, null where it takes none
     * @param produced what the operation is declared to give, or null
     * @return how the answer is to be streamed, or null where it is to be given whole
     * @throws ProblemException not-acceptable, if the caller takes none of the forms that there are
     */
    static StreamFormat settle(Ticket ticket, Class<?> request, ServerMediaType produced) {
        if (ticket.accepted() == null) {
            return null;
        }
        if (produced != null
                && !MediaType.APPLICATION_JSON_TYPE.isCompatible(produced.getSortedOriginalMediaTypes()[0])) {
            choose(ticket, names(produced)); // a picture, say
            return null;
        }
        boolean computation = request != null && !Delegating.class.isAssignableFrom(request);
        List<WireFormat> written = computation ? WRITTEN : WITHOUT_ARRAYS;
        int chosen = choose(ticket, computation ? OF_COMPUTATIONS : request != null ? OF_BATCHES : OF_DESCRIPTIONS);
        if (chosen >= written.size()) {
            return STREAMED.get(chosen - written.size());
        }
        ticket.answerAs(written.get(chosen));
        return null;
    }

    private static int choose(Ticket ticket, List<String> offers) {
        int chosen = ticket.accepted().best(offers);
        if (chosen < 0) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "This path answers with %s; the Accept header excludes that."
                            .formatted(String.join(" or ", offers)));
        }
        return chosen;
    }

    private static List<String> names(ServerMediaType types) {
        return Stream.of(types.getSortedOriginalMediaTypes())
                .map(type -> type.getType() + "/" + type.getSubtype())
                .toList();
    }

    /** @return the form of a body, by its media type; one without is taken to be JSON */
    static WireFormat bodyFormat(ContainerRequestContext request) {
        MediaType type;
        try {
            type = request.getMediaType();
        } catch (IllegalArgumentException unreadable) {
            throw new NotSupportedException(unreadable);
        }
        if (type == null) {
            return WireFormat.JSON;
        }
        boolean application = type.getType().equalsIgnoreCase("application");
        if (application && type.getSubtype().endsWith("+json")) {
            return WireFormat.JSON;
        }
        String name = type.getType() + "/" + type.getSubtype();
        return Stream.of(WireFormat.values())
                .filter(format -> format.mediaType().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(NotSupportedException::new);
    }

    /** @return the query parameters, decoded, in their order */
    static List<Map.Entry<String, String>> query(RoutingContext context) {
        try {
            List<Map.Entry<String, String>> parameters = new ArrayList<>();
            context.queryParams().forEach((name, value) -> parameters.add(Map.entry(name, value)));
            return parameters;
        } catch (HttpException | IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The query string is not percent-encoded as it should be.");
        }
    }
}
