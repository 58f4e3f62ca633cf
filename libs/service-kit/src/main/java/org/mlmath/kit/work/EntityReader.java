package org.mlmath.kit.work;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.NonBlockingHandler;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** Hands the resource the request that {@link Admission} has read. */
@Provider
public class EntityReader implements ServerMessageBodyReader<Object> {
    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, MediaType mediaType, ServerRequestContext context) {
        ResteasyReactiveRequestContext call = (ResteasyReactiveRequestContext) context;
        stayInLane(call);
        return Ticket.of(call.unwrap(RoutingContext.class)).request();
    }

    /** Skips the framework's step back to the event loop, which follows for methods that it takes never to have left it. */
    private static void stayInLane(ResteasyReactiveRequestContext call) {
        int next = call.getPosition();
        ServerRestHandler[] handlers = call.getHandlers();
        boolean goesOn = next < handlers.length; // not where its caller has gone this moment
        if (goesOn && !call.serverRequest().isOnIoThread() && handlers[next] == NonBlockingHandler.INSTANCE) {
            call.setPosition(next + 1);
        }
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        throw new IllegalStateException("requests are read by admission");
    }
}
