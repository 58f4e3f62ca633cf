package org.mlmath.kit.work;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Ends answers to GET so that browsers and proxies may keep them (RFC 9111) and ask whether they are still right (RFC 9110 §13). */
final class Revalidation {
    /** An answer follows from its request alone and changes only with the build: a day is safe, revalidation is cheap. */
    private static final String KEEP = "public, max-age=86400";

    private Revalidation() {}

    static void end(RoutingContext context, byte[] body, boolean cacheable) {
        HttpServerResponse response = context.response();
        if (!cacheable) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.end(Buffer.buffer(body));
            return;
        }
        String tag = tag(body);
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT); // one address, an answer per media type
        response.putHeader(HttpHeaders.ETAG, tag);
        response.putHeader(HttpHeaders.CACHE_CONTROL, KEEP);
        if (matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatusCode(304);
            response.end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean matches(String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
}
