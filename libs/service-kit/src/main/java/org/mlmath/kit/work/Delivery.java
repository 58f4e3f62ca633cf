package org.mlmath.kit.work;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.mlmath.kit.coding.ContentCoding;
import org.mlmath.kit.coding.Representation;
import org.mlmath.kit.problem.ProblemException;

/**
 * Ends responses with an answer that is there: in the coding that its caller accepts, and to GET so that browsers and proxies may keep it
 * (RFC 9111) and ask whether it is still right (RFC 9110 §13).
 */
@Singleton
final class Delivery {
    /** An answer follows from its request alone and changes only with the build: a day is safe, revalidation is cheap. */
    private static final String KEEP = "public, max-age=86400";

    /** More than this is packed elsewhere than on an event loop: it would take half a millisecond. */
    private static final int SMALL = 16 * 1024;

    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    private final ReadingLane lane;

    Delivery(ReadingLane lane) {
        this.lane = lane;
    }

    /**
     * @param lasting whether the same request would be answered so tomorrow
     * @param onEventLoop whether this is the thread of others as well
     */
    void end(RoutingContext context, Representation answer, boolean lasting, boolean onEventLoop) {
        HttpServerResponse response = context.response();
        ContentCoding coding = coding(context, answer.mediaType(), answer.length());
        Ticket ticket = Ticket.of(context);
        if (ticket.isGet()) {
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT); // one address, an answer per media type
            response.putHeader(HttpHeaders.CACHE_CONTROL, lasting ? KEEP : "no-store");
            if (lasting) {
                response.putHeader(HttpHeaders.ETAG, answer.tag(coding));
                if (answer.isHeld(context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), coding)) {
                    response.setStatusCode(304);
                    response.end();
                    return;
                }
            }
        }
        if (!onEventLoop || answer.has(coding) || answer.length() <= SMALL) {
            send(response, answer, coding);
            return;
        }
        try {
            lane.run(() -> {
                if (!response.ended() && !response.closed()) {
                    send(response, answer, coding);
                }
            });
        } catch (ProblemException overloaded) {
            if (ticket.isGet() && lasting) {
                response.putHeader(HttpHeaders.ETAG, answer.tag(ContentCoding.IDENTITY));
            }
            send(response, answer, ContentCoding.IDENTITY);
        }
    }

    /** @return the coding for this answer; says on the way what it depends on */
    static ContentCoding coding(RoutingContext context, String mediaType, int length) {
        List<String> accepted = context.request().headers().getAll(HttpHeaders.ACCEPT_ENCODING);
        ContentCoding coding = ContentCoding.of(accepted, mediaType, length);
        // What is short is packed only for who takes nothing else: no cache may give that to others.
        if (coding != ContentCoding.IDENTITY || ContentCoding.varies(mediaType, length)) {
            context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        return coding;
    }

    static void declare(HttpServerResponse response, ContentCoding coding) {
        if (coding == ContentCoding.GZIP) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
    }

    private static void send(HttpServerResponse response, Representation answer, ContentCoding coding) {
        declare(response, coding);
        response.end(Buffer.buffer(answer.in(coding)));
    }
}
