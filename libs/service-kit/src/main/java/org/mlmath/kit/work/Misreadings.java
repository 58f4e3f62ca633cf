package org.mlmath.kit.work;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.ContentLengthNotAllowedException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.codec.http.TransferEncodingNotAllowedException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.mlmath.kit.observe.Observer;
import org.mlmath.kit.observe.Unread;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;

/** What is said of messages that are no HTTP/1.1, or more of it than is read: which part of them, and what would be right. */
@Singleton
final class Misreadings {
    private static final int LONGEST_SHOWN = 20;

    private static final String UNREADABLE_LINE =
            "The first line of the request could not be read. It is a method, a path that begins with /, and HTTP/1.1, with one space between"
                    + " them.";

    private static final String UNREADABLE_CHUNK =
            "A chunk of the body, or what follows on the last one, could not be read. A chunk is its length in hexadecimal digits, CR LF, as"
                    + " many bytes, CR LF; the last one has none.";

    private final Limits limits;
    private final Observer observer;
    private final EarlyHeaders headers;

    Misreadings(Limits limits, Observer observer, EarlyHeaders headers) {
        this.limits = limits;
        this.observer = observer;
        this.headers = headers;
    }

    /**
     * @param object what could not be read, as far as it could
     * @param begun the request of which this is the body, null where it is none
     * @return the whole answer, after which the connection ends
     */
    FullHttpResponse answer(HttpObject object, HttpRequest begun, boolean tls) {
        ProblemException problem = problem(object);
        HttpRequest request = object instanceof HttpRequest read ? read : begun;
        UnaryOperator<String> header =
                name -> request == null ? null : request.headers().get(name);
        String id = Identity.newId(header.apply(ProblemResponse.REQUEST_ID_HEADER.toString()));
        String method =
                request == null || request instanceof FullHttpRequest // which stands for a line that could not be read
                        ? null
                        : request.method().name();
        observer.refused(new Unread(id, method, tls, header), problem);
        byte[] document = ProblemResponse.document(problem, id).encode().getBytes(StandardCharsets.UTF_8);
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), Unpooled.wrappedBuffer(document));
        headers.of(tls).forEach(answer.headers()::set);
        headers.forPage(header.apply(HttpHeaderNames.ORIGIN.toString())).forEach(answer.headers()::set);
        answer.headers()
                .set(ProblemResponse.REQUEST_ID_HEADER, id)
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemResponse.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, document.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }

    private ProblemException problem(HttpObject object) {
        Throwable cause = object.decoderResult().cause();
        if (!(object instanceof HttpRequest request)) {
            return ofBody(cause);
        }
        return switch (cause) {
            case null -> ofVersion(request.protocolVersion());
            case TooLongHttpLineException _ ->
                new ProblemException(
                                ProblemType.URI_TOO_LONG,
                                "The URI has more than the %d bytes allowed; send the request by POST."
                                        .formatted(limits.uri()))
                        .with("limit", limits.uri());
            case TooLongHttpHeaderException _ -> headersTooLarge();
            case ContentLengthNotAllowedException _ ->
                invalid("The request has both Content-Length and Transfer-Encoding, and could be read by either.");
            case TransferEncodingNotAllowedException _ -> invalid("Transfer-Encoding needs HTTP/1.1.");
            default -> invalid(object instanceof FullHttpRequest ? UNREADABLE_LINE : headerAtFault(cause));
        };
    }

    private static ProblemException ofVersion(HttpVersion version) {
        return version.protocolName().equals(HttpVersion.HTTP_1_1.protocolName())
                ? invalid("%s is not spoken on this connection, only HTTP/1.1 and HTTP/1.0."
                                .formatted(shortened(version.text())))
                        .status(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED.code())
                : invalid(UNREADABLE_LINE);
    }

    private ProblemException ofBody(Throwable cause) {
        return cause instanceof TooLongHttpHeaderException ? headersTooLarge() : invalid(UNREADABLE_CHUNK);
    }

    private ProblemException headersTooLarge() {
        return new ProblemException(
                        ProblemType.HEADERS_TOO_LARGE,
                        "The headers have more than the %d bytes allowed.".formatted(limits.headers()))
                .with("limit", limits.headers());
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    private static String headerAtFault(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof NumberFormatException || message.contains("Content-Length")) {
            return "Content-Length could not be read: it is one whole number, said once.";
        }
        return message.contains("Transfer-Encoding")
                ? "Transfer-Encoding could not be read: it is \"chunked\", said once."
                : "A header could not be read. It is a name without spaces, a colon, and a value without control characters.";
    }
}
