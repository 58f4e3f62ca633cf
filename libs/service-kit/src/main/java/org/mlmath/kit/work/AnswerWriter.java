package org.mlmath.kit.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
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
import org.mlmath.kit.problem.Problem;

/**
 * Writes answers as JSON, or as the arrays that were asked for, on whichever thread computed them: small ones in one piece with their length, large ones piece by piece
 * as they are made. Answers to GET carry a strong ETag, and are not sent again to who has them.
 */
@Provider
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class AnswerWriter implements ServerMessageBodyWriter<Object> {
    private final ObjectMapper mapper;

    @Inject
    AnswerWriter(ObjectMapper mapper) {
        this.mapper = mapper;
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
        if (ticket != null && ticket.stream() != null && ticket.stream().end(answer)) {
            return;
        }
        // Before the answer is claimed: what cannot be written as asked for is answered with a problem.
        boolean asJson = ticket == null || ticket.answerFormat() == WireFormat.JSON || answer instanceof Problem;
        Body body = asJson ? new Json(mapper, answer) : arrays(answer, ticket, exchange);
        if (ticket != null && !ticket.claimAnswer()) {
            return; // answered already: the deadline passed during a call that could not be interrupted
        }
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (ticket != null && ticket.isGet()) {
            Revalidation.end(context, body.bytes(), ticket.isCacheable() && !(answer instanceof Problem));
        } else if (exchange.serverRequest().isOnIoThread()) {
            call.serverResponse().end(body.bytes());
        } else {
            try (Pieces pieces = new Pieces(response)) {
                body.write(pieces);
            }
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

    private Body arrays(Object answer, Ticket ticket, ResteasyReactiveRequestContext exchange) throws IOException {
        ResultArrays arrays = ResultArrays.of(answer, mapper);
        Body body = ticket.answerFormat() == WireFormat.NPY
                ? arrays.npy(fieldAskedFor(exchange.unwrap(RoutingContext.class)))::write
                : arrays::writeNpz;
        exchange.setResponseContentType(MediaType.valueOf(ticket.answerFormat().mediaType()));
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

    /**
     * A response written in pieces that the event loop sends while the next is made. It never waits for a slow reader: what is not
     * read yet is held, and was counted when the request was admitted.
     */
    private static final class Pieces extends OutputStream {
        private static final int FIRST_SIZE = 64 * 1024;

        /** Each piece wakes the event loop: where there are many, fewer and larger ones. */
        private static final int SIZE = 4 * FIRST_SIZE;

        private final HttpServerResponse response;
        private int size = FIRST_SIZE;
        private Buffer piece = Buffer.buffer(size);
        private boolean begun;
        private boolean closed;

        Pieces(HttpServerResponse response) {
            this.response = response;
        }

        @Override
        public void write(int b) {
            piece.appendByte((byte) b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (piece.length() + length > size && piece.length() > 0) {
                if (!begun) {
                    begun = true;
                    response.setChunked(true);
                }
                response.write(piece);
                size = SIZE;
                piece = Buffer.buffer(size);
            }
            piece.appendBytes(bytes, offset, length);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                response.end(piece);
            }
        }
    }
}
