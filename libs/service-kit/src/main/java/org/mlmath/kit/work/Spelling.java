package org.mlmath.kit.work;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2Settings;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Requests may say the same in several ways, of which the server underneath knows but the usual one: here they are brought into that. */
final class Spelling {
    private static final String CLOSE = "close";
    private static final String UPGRADE = "upgrade";
    private static final CharSequence SETTINGS = "http2-settings";
    private static final int SETTING_BYTES = 6;

    /** Of a request that is answered in another protocol. */
    private static final int LONGEST_BODY = 1 << 20;

    private Spelling() {}

    /** @return whether this is HTTP/1; whatever came after 1.1 can be read as that (RFC 9110 §2.5) */
    static boolean settle(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0) {
            if (version.majorVersion() != 1 || !version.protocolName().equals(HttpVersion.HTTP_1_1.protocolName())) {
                return false;
            }
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        HttpHeaders headers = request.headers();
        String connection = headers.get(HttpHeaderNames.CONNECTION);
        if (connection != null
                && connection.indexOf(',') >= 0
                && options(connection).contains(CLOSE)) {
            // The server looks for this value by itself. What else is named is still not to be passed on.
            headers.set(HttpHeaderNames.CONNECTION, List.of(HttpHeaderValues.CLOSE, connection));
        }
        if (headers.contains(HttpHeaderNames.UPGRADE) && !isOffer(request)) {
            headers.remove(HttpHeaderNames.UPGRADE); // to be ignored; the server would refuse its request
        }
        if (request.uri().startsWith("http")) {
            settleTarget(request);
        }
        return true;
    }

    private static List<String> options(String connection) {
        return Arrays.asList(
                connection.toLowerCase(Locale.ROOT).replace(" ", "").split(","));
    }

    /**
     * Whether a caller offers to go on in HTTP/2, as RFC 7540 §3.2 has it, and may. Not beside a long body, since nothing could hold it back
     * once the protocol has changed, nor beside one about which the caller asks first: the server would change at once, and each wait for
     * the other to speak.
     */
    private static boolean isOffer(HttpRequest request) {
        HttpHeaders headers = request.headers();
        String connection = headers.get(HttpHeaderNames.CONNECTION);
        List<String> settings = headers.getAll(SETTINGS);
        return request.protocolVersion() == HttpVersion.HTTP_1_1
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && hasShortBody(headers.get(HttpHeaderNames.CONTENT_LENGTH))
                && headers.contains(HttpHeaderNames.UPGRADE, "h2c", true)
                && connection != null
                && options(connection).containsAll(List.of(UPGRADE, SETTINGS))
                && settings.size() == 1
                && areSettings(settings.getFirst());
    }

    private static boolean hasShortBody(String length) {
        return length == null
                || Long.parseLong(length) <= LONGEST_BODY; // the decoder has seen to it that it is a number
    }

    private static boolean areSettings(String encoded) {
        try {
            Buffer settings = Buffer.buffer(Base64.getUrlDecoder().decode(encoded));
            Http2Settings known = new Http2Settings();
            for (int i = 0; i < settings.length(); i += SETTING_BYTES) {
                known.put((char) settings.getUnsignedShort(i), (Long) settings.getUnsignedInt(i + 2));
            }
            return true;
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return false;
        }
    }

    /** A target as proxies get it, {@code http://host/path}: its host counts, and not the header (RFC 9112 §3.2.2). */
    private static void settleTarget(HttpRequest request) {
        String uri = request.uri();
        int host = uri.startsWith("http://") ? 7 : uri.startsWith("https://") ? 8 : -1;
        if (host < 0 || request.headers().getAll(HttpHeaderNames.HOST).size() != 1) {
            return; // which is refused
        }
        int end = host;
        while (end < uri.length() && uri.charAt(end) != '/' && uri.charAt(end) != '?') {
            end++;
        }
        String rest = uri.substring(end);
        String empty = request.method().equals(HttpMethod.OPTIONS) ? "*" : "/";
        request.setUri(rest.isEmpty() ? empty : rest.charAt(0) == '/' ? rest : "/" + rest);
        request.headers().set(HttpHeaderNames.HOST, uri.substring(host, end));
    }
}
