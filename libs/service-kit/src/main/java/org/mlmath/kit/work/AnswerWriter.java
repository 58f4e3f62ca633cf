package org.mlmath.kit.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.mlmath.kit.array.ArrayBody;
import org.mlmath.kit.array.ResultArrays;
import org.mlmath.kit.array.WireFormat;
import org.mlmath.kit.coding.Representation;
import org.mlmath.kit.problem.Problem;
import org.mlmath.kit.problem.ProblemResponse;

/**
 * Writes answers as JSON, or as the arrays that were asked for, on whichever thread computed them: small ones in one piece with their length, large ones piece by piece
 * as they are made. Answers to GET carry a strong ETag, and are not sent again to who has them.
 */
@Provider
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class AnswerWriter implements ServerMessageBodyWriter<Object> {
    /** As the framework says it in the head of an answer. */
    static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    private final ObjectMapper mapper;
    private final Delivery delivery;

    @Inject
    AnswerWriter(ObjectMapper mapper, Delivery delivery) {
        this.mapper = mapper;
        this.delivery = delivery;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return isWriteable(type, generic, (Annotation[]) null, mediaType);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type != String.class && type != byte[].class;
    }

    @Override
    public void writeResponse(Object answer, Type generic, ServerRequestContext call) throws IOException {
        ResteasyReactiveRequestContext exchange = (ResteasyReactiveRequestContext) call;
        RoutingContext context = exchange.unwrap(RoutingContext.class);
        Ticket ticket = Ticket.of(context);
        if (ticket != null) {
            ticket.timing().enter(Timing.Phase.WRITING);
        }
        if (ticket != null && ticket.stream() != null) {
            if (!(answer instanceof Problem)) { // which, before the first line, is answered as ever
                exchange.setResponseContentType((MediaType) null); // the stream says what it is
            }
            if (ticket.stream().end(answer)) {
                return;
            }
        }
        // Before the answer is claimed: what cannot be written as asked for is answered with a problem.
        WireFormat format = ticket == null || answer instanceof Problem ? WireFormat.JSON : ticket.answerFormat();
        Body body = format == WireFormat.JSON ? new Json(mapper, answer) : arrays(answer, format, exchange);
        if (ticket == null) {
            call.serverResponse().end(body.bytes());
            return;
        }
        boolean onEventLoop = exchange.serverRequest().isOnIoThread();
        boolean whole = onEventLoop || ticket.isGet() || answer instanceof Problem;
        byte[] bytes = whole ? body.bytes() : null; // this, too, before the answer is claimed
        if (!ticket.claimAnswer()) {
            return; // answered already: the deadline passed during a call that could not be interrupted
        }
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (answer instanceof Problem problem) {
            ticket.reuse().refused(ticket, problem);
            delivery.end(context, new Representation(ProblemResponse.MEDIA_TYPE, bytes), false, onEventLoop);
        } else if (whole) {
            end(context, ticket, new Representation(mediaType(format), bytes), onEventLoop);
        } else {
            writeInPieces(context, ticket, body, mediaType(format));
        }
    }

    private static String mediaType(WireFormat format) {
        return format == WireFormat.JSON ? JSON : format.mediaType();
    }

    private void end(RoutingContext context, Ticket ticket, Representation answer, boolean onEventLoop) {
        ticket.reuse().answered(ticket, answer);
        delivery.end(context, answer, ticket.isLasting(), onEventLoop);
    }

    private void writeInPieces(RoutingContext context, Ticket ticket, Body body, String mediaType) throws IOException {
        Pieces pieces = new Pieces(context, mediaType, ticket.reuse().mostBytesToKeep());
        try {
            body.write(pieces);
        } catch (IOException | RuntimeException | Error failure) {
            context.request().connection().close(); // half an answer must not look like a whole one
            throw failure;
        }
        byte[] whole = pieces.whole();
        if (!pieces.begun()) {
            end(context, ticket, new Representation(mediaType, whole), false);
            return;
        }
        pieces.close();
        if (whole == null) {
            ticket.reuse().answeredAtLength(ticket);
        } else {
            ticket.reuse().answered(ticket, new Representation(mediaType, whole));
        }
    }

    /** What is written of an answer. */
    @FunctionalInterface
    private interface Body {
        void write(OutputStream out) throws IOException;

        default byte[] bytes() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            write(out);
            return out.toByteArray();
        }
    }

    private record Json(ObjectMapper mapper, Object answer) implements Body {
        @Override
        public void write(OutputStream out) throws IOException {
            mapper.writeValue(out, answer);
        }

        @Override
        public byte[] bytes() throws IOException {
            return mapper.writeValueAsBytes(answer);
        }
    }

    private Body arrays(Object answer, WireFormat format, ResteasyReactiveRequestContext exchange) throws IOException {
        ResultArrays arrays = ResultArrays.of(answer, mapper);
        Body body = format == WireFormat.NPY
                ? arrays.npy(fieldAskedFor(exchange.unwrap(RoutingContext.class)))::write
                : arrays::writeNpz;
        exchange.setResponseContentType(MediaType.valueOf(format.mediaType()));
        return body;
    }

    /** @return the value of {@code ?field=}, or null */
    private static String fieldAskedFor(RoutingContext context) {
        return Negotiation.query(context).stream()
                .filter(parameter -> parameter.getKey().equals(ArrayBody.ANSWER_FIELD))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void writeTo(
            Object answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        mapper.writeValue(out, answer);
    }
}
