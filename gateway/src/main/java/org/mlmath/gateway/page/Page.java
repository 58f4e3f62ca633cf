package org.mlmath.gateway.page;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes that stay the same as long as the process runs, named by a strong entity tag so that they are sent once to each browser. */
public final class Page {
    public static final String HTML = "text/html;charset=UTF-8";

    /** Scripts and styles stand in the pages or come from here; nothing may be fetched from elsewhere, whatever a page says. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final String mediaType;
    private final byte[] body;
    private final EntityTag tag;

    public Page(String mediaType, byte[] body) {
        this.mediaType = mediaType;
        this.body = body;
        this.tag = new EntityTag(digest(body));
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

    public byte[] body() {
        return body.clone();
    }

    /**
     * @param varying headers of the request that chose this page among others
     * @return the page, or 304 if the caller has it; kept by caches, which ask whether it is still the same
     */
    public Response answer(Request request, String... varying) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged != null ? unchanged : Response.ok(body, mediaType);
        for (String header : varying) {
            response.header(HttpHeaders.VARY, header);
        }
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
