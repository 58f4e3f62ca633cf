package org.mlmath.gateway.page;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.mlmath.kit.coding.ContentCoding;
import org.mlmath.kit.coding.Representation;

/** Bytes that stay the same as long as the process runs, named by a strong entity tag so that they are sent once to each browser. */
public final class Page {
    public static final String HTML = "text/html;charset=UTF-8";

    /** None is needed, so none is there for whatever might find its way into a page. */
    private static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final int SMALL = 32 * 1024;

    private final String mediaType;
    private final byte[] body;
    private final String policy;
    private final Representation representation;
    private CompletableFuture<byte[]> packing;

    public Page(String mediaType, byte[] body) {
        this.mediaType = mediaType;
        this.body = body;
        this.representation = new Representation(mediaType, body);
        this.policy = ContentPolicy.of(mediaType.equals(HTML) ? new String(body, StandardCharsets.UTF_8) : "");
    }

    static Page html(String text) {
        return new Page(HTML, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A resource as it is. */
    public static Page resource(String mediaType, String path) {
        return new Page(mediaType, bytes(path));
    }

    static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        try (InputStream stream = Page.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("there is no resource " + path);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the media types that a caller takes, those first that it likes best; anything, where the header cannot be read */
    public static List<MediaType> accepted(HttpHeaders headers) {
        try {
            return headers.getAcceptableMediaTypes();
        } catch (IllegalArgumentException unreadable) {
            return List.of(MediaType.WILDCARD_TYPE);
        }
    }

    public byte[] body() {
        return body.clone();
    }

    /**
     * @param headers of the request, which say in which coding it may be sent
     * @param varying headers of the request that chose this page among others
     * @return the page, or 304 if the caller has it; kept by caches, which ask whether it is still the same
     */
    public Uni<Response> answer(HttpHeaders headers, String... varying) {
        ContentCoding coding =
                ContentCoding.of(headers.getRequestHeader(HttpHeaders.ACCEPT_ENCODING), mediaType, body.length);
        if (representation.isHeld(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH), coding)) {
            return Uni.createFrom().item(complete(Response.notModified(), coding, varying));
        }
        if (representation.has(coding) || body.length <= SMALL) {
            return Uni.createFrom().item(whole(coding, varying));
        }
        return Uni.createFrom().completionStage(packed()).map(done -> whole(coding, varying));
    }

    /**
     * What is large is packed beside the event loop, once. Whoever asks before that is done waits for it: were they sent the page as it
     * is, the next answer to the same request would be other bytes under another tag.
     */
    private synchronized CompletableFuture<byte[]> packed() {
        if (packing == null) {
            packing = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    packing.complete(representation.in(ContentCoding.GZIP));
                } catch (RuntimeException | OutOfMemoryError failure) {
                    packing.completeExceptionally(failure);
                }
            });
        }
        return packing;
    }

    private Response whole(ContentCoding coding, String... varying) {
        Response.ResponseBuilder response = Response.ok(representation.in(coding), mediaType);
        if (coding == ContentCoding.GZIP) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return complete(response, coding, varying);
    }

    private Response complete(Response.ResponseBuilder response, ContentCoding coding, String... varying) {
        List<String> chosenBy = new ArrayList<>(List.of(varying));
        if (coding != ContentCoding.IDENTITY || ContentCoding.varies(mediaType, body.length)) {
            chosenBy.add(HttpHeaders.ACCEPT_ENCODING);
        }
        if (!chosenBy.isEmpty()) { // in one line: of several the framework would take away what is there already
            response.header(HttpHeaders.VARY, String.join(", ", chosenBy));
        }
        if (mediaType.equals(HTML)) {
            response.header("X-Frame-Options", "SAMEORIGIN") // the policy says so too, to browsers that know it
                    .header("Permissions-Policy", PERMISSIONS);
        }
        return response.header(HttpHeaders.ETAG, representation.tag(coding))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", policy)
                .build();
    }
}
