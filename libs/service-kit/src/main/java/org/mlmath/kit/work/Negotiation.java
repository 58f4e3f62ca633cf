package org.mlmath.kit.work;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.common.util.ServerMediaType;
import org.mlmath.kit.array.WireFormat;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** In which form a request comes and in which its answer goes, by {@code Content-Type} and {@code Accept} (RFC 9110 §12). */
final class Negotiation {
    /** What answers are written as; where a caller has no preference, the first. */
    private static final List<WireFormat> WRITTEN = List.of(WireFormat.JSON, WireFormat.NPZ, WireFormat.NPY);

    private static final ServerMediaType WRITTEN_TYPES = new ServerMediaType(
            WRITTEN.stream()
                    .map(format -> MediaType.valueOf(format.mediaType()))
                    .toList(),
            null,
            false);

    /** JSON first: only who prefers a stream gets one. */
    private static final ServerMediaType STREAMED_TYPES = new ServerMediaType(
            Stream.concat(
                            Stream.of(WireFormat.JSON.mediaType()),
                            Stream.of(StreamFormat.values()).map(StreamFormat::mediaType))
                    .map(MediaType::valueOf)
                    .toList(),
            null,
            false);

    private Negotiation() {}

    /**
     * Settles in which form the answer goes. The framework, which knows of JSON alone, is then asked for that; where nothing we
     * write is accepted it is left to say so.
     */
    static void settle(HttpServerRequest request, Ticket ticket) {
        List<String> accepted = request.headers().getAll(HttpHeaders.ACCEPT);
        if (!anyNames(accepted, "x-np")) {
            return; // nearly all requests: nothing but JSON can come of it
        }
        MediaType chosen;
        try {
            var negotiated = WRITTEN_TYPES.negotiateProduces(String.join(",", accepted));
            chosen = negotiated == null ? null : negotiated.getKey();
        } catch (IllegalArgumentException unreadable) {
            return;
        }
        for (WireFormat format : WRITTEN) {
            if (chosen != null && format.mediaType().equals(chosen.getType() + "/" + chosen.getSubtype())) {
                ticket.answerAs(format);
                request.headers().set(HttpHeaders.ACCEPT, WireFormat.JSON.mediaType());
            }
        }
    }

    /**
     * @return how the answer is to be streamed, empty where a caller asks for none or would rather have it whole; the framework is then
     *     asked for JSON
     */
    static Optional<StreamFormat> stream(HttpServerRequest request) {
        List<String> accepted = request.headers().getAll(HttpHeaders.ACCEPT);
        if (!anyNames(accepted, "ndjson") && !anyNames(accepted, "event-stream")) {
            return Optional.empty();
        }
        String chosen;
        try {
            var negotiated = STREAMED_TYPES.negotiateProduces(String.join(",", accepted));
            chosen = negotiated == null ? "" : typeOf(negotiated.getKey());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        Optional<StreamFormat> stream = Stream.of(StreamFormat.values())
                .filter(format -> format.mediaType().equals(chosen))
                .findFirst();
        stream.ifPresent(format -> request.headers().set(HttpHeaders.ACCEPT, WireFormat.JSON.mediaType()));
        return stream;
    }

    /** @return whether a caller takes JSON by name or takes anything; of others the framework judges, who settled for another form included */
    static boolean takesJson(HttpServerRequest request) {
        List<String> accepted = request.headers().getAll(HttpHeaders.ACCEPT);
        return accepted.isEmpty()
                || anyNames(accepted, "json")
                || anyNames(accepted, "*/*")
                || anyNames(accepted, "application/*");
    }

    private static boolean anyNames(List<String> accepted, String part) {
        for (String ranges : accepted) {
            if (ranges.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static String typeOf(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }

    /** @return the form of a body of this media type; one without is taken to be JSON */
    static WireFormat bodyFormat(MediaType type) {
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
