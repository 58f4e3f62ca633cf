package org.mlmath.kit.work;

import io.netty.handler.codec.http.HttpHeaderValidationUtil;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URISyntaxException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.mlmath.kit.observe.Observer;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.problem.Problems;

/**
 * Gives every request its id and every answer its version, and refuses targets and headers that are beyond their limits or that not
 * everyone on the way would read alike. What fails before or besides any resource is answered here too, with a problem as everything.
 */
@Singleton
public class Identity {
    /** Before everything else but what takes marks off the request that others must not see. */
    private static final int ORDER = -1000;

    /** After origins have been judged (-300), so that pages elsewhere can read a refusal; before all that costs anything. */
    private static final int ORDER_OF_JUDGEMENT = -290;

    private static final String METHODS = "GET, HEAD, OPTIONS, POST";
    private static final String HOST = "host";
    private static final String CONTENT_LENGTH = "content-length";

    /** Digits of a length that the server underneath refuses without a word; shorter ones are judged by who takes the body. */
    private static final int ENDLESS = 10;

    private static final String TRANSFER_ENCODING = "transfer-encoding";
    private static final Logger LOG = Logger.getLogger(Identity.class);
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Limits limits;
    private final ProductVersion version;
    private final EarlyHeaders headers;
    private final Observer observer;

    Identity(Limits limits, ProductVersion version, EarlyHeaders headers, Observer observer) {
        this.limits = limits;
        this.version = version;
        this.headers = headers;
        this.observer = observer;
    }

    void mount(@Observes Router router) {
        router.route().order(ORDER).handler(context -> {
            introduce(context);
            Expectation.watch(context);
            context.next();
        });
        router.route().order(ORDER_OF_JUDGEMENT).handler(this::judge);
        router.route().order(ORDER).failureHandler(this::fail);
        router.errorHandler(400, this::failUnread);
    }

    private void judge(RoutingContext context) {
        ProblemException fault = fault(context);
        if (fault == null) {
            context.next();
        } else if (fault.type() == ProblemType.BODY_TOO_LARGE) {
            ProblemResponse.refuse(context, fault);
        } else {
            ProblemResponse.send(context, fault);
        }
    }

    /** The router stumbled over the path before any handler saw the request. */
    private void failUnread(RoutingContext context) {
        introduceLate(context);
        ProblemException fault = fault(context);
        ProblemResponse.send(context, fault != null ? fault : unreadable());
    }

    private static ProblemException unreadable() {
        return new ProblemException(ProblemType.INVALID_REQUEST, "The request could not be read.");
    }

    /**
     * Whoever was refused before anything else has come by here has not been seen yet, and has no headers. The origin of the page, if it is
     * one, may not have been judged yet either.
     */
    private void introduceLate(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        if (ProblemResponse.requestId(context) == null) {
            observer.see(context);
            headers.of(request.isSSL()).forEach(response::putHeader);
        }
        introduce(context);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !response.headers().contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)) {
            headers.forPage(origin).forEach(response::putHeader);
        }
    }

    private void introduce(RoutingContext context) {
        // A GET on its second way through, as a POST, keeps its id; the headers set on the first have been taken away.
        String known = ProblemResponse.requestId(context);
        ProblemResponse.identify(
                context, known == null ? newId(context.request().getHeader(ProblemResponse.REQUEST_ID_HEADER)) : known);
        version.addTo(context.response());
    }

    private ProblemException fault(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > limits.uri()) {
            return new ProblemException(
                            ProblemType.URI_TOO_LONG,
                            "The URI has %d bytes, more than the %d allowed; send the request by POST."
                                    .formatted(request.uri().length(), limits.uri()))
                    .with("limit", limits.uri());
        }
        if (request.method() == HttpMethod.CONNECT) {
            return unreadable(context, "Nothing is passed on by CONNECT: this is no proxy.");
        }
        ProblemException fault = faultOfHeaders(context);
        if (fault == null && !request.uri().startsWith("/")) {
            return Problems.noSuchPath();
        }
        return fault != null ? fault : Target.fault(request.path(), request.query());
    }

    private ProblemException faultOfHeaders(RoutingContext context) {
        int bytes = 0;
        int hosts = 0;
        boolean framed = context.request().version() == HttpVersion.HTTP_2;
        for (var header : context.request().headers()) {
            String name = header.getKey();
            String value = header.getValue();
            bytes += name.length() + value.length() + 4;
            if (name.length() == CONTENT_LENGTH.length()
                    && value.length() >= ENDLESS
                    && name.equalsIgnoreCase(CONTENT_LENGTH)
                    && Long.parseLong(value) > limits.body()) { // the server has seen to it that it is a number
                return BodyTooLarge.declared(Long.parseLong(value), limits.body());
            }
            if (name.isEmpty()) {
                return unreadable(context, "There is a header without a name.");
            }
            if (framed && !isOneLine(name, value)) {
                return new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "There is a header with a character that none may have: names are tokens, and values a line of text.");
            }
            if (name.length() == HOST.length() && name.equalsIgnoreCase(HOST)) {
                hosts++;
            } else if (name.length() == TRANSFER_ENCODING.length()
                    && name.equalsIgnoreCase(TRANSFER_ENCODING)
                    && !value.equalsIgnoreCase("chunked")) {
                return unreadable(context, "Transfer-Encoding \"%s\" is not read here, only chunked.".formatted(value))
                        .status(501);
            }
        }
        if (hosts > 1) {
            return unreadable(context, "There are %d Host headers, of which only one can be meant.".formatted(hosts));
        }
        if (bytes > limits.headers()) {
            return new ProblemException(
                            ProblemType.HEADERS_TOO_LARGE,
                            "The headers have more than the %d bytes allowed.".formatted(limits.headers()))
                    .with("limit", limits.headers());
        }
        return null;
    }

    /**
     * Where headers are lines, whoever reads the lines sees to it. In HTTP/2 each may hold any bytes, those too that would end its line
     * where it is passed on (RFC 9113 §8.2.1).
     */
    private static boolean isOneLine(String name, String value) {
        if (HttpHeaderValidationUtil.validateToken(name) >= 0) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Where it is in doubt where this request ends, nothing that follows on its connection can be believed (RFC 9112 §6.3). */
    private static ProblemException unreadable(RoutingContext context, String detail) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        // The response itself has but one such handler, by which each request is seen to its end.
        context.addEndHandler(ended -> context.request().connection().close());
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }

    /** What the router itself refused, as it does requests without a host, and what was thrown outside of any resource. */
    private void fail(RoutingContext context) {
        introduceLate(context);
        HttpServerRequest request = context.request();
        if (request.method() == HttpMethod.OPTIONS && request.uri().equals("*")) { // asks about the server as a whole
            context.response().setStatusCode(204).putHeader("Allow", METHODS).end();
            return;
        }
        Throwable failure = context.failure();
        ProblemException problem =
                switch (context.statusCode()) {
                    case 400 -> failure instanceof VertxException ? ofRouter(request, failure) : unreadable();
                    case 404 -> Problems.noSuchPath();
                    default ->
                        failure.getCause() instanceof URISyntaxException
                                ? new ProblemException(
                                        ProblemType.INVALID_REQUEST,
                                        "The URI or the Origin of the request is malformed.")
                                : Problems.explain(failure);
                };
        if (problem.type() == ProblemType.INTERNAL_ERROR && !context.response().closed()) {
            LOG.errorf(
                    failure,
                    "%s %s failed",
                    context.request().method(),
                    context.request().path());
        }
        ProblemResponse.send(context, problem);
    }

    private static ProblemException ofRouter(HttpServerRequest request, Throwable failure) {
        boolean hasHost = request.headers().contains(HttpHeaders.HOST);
        if (request.authority() == null && request.version() != HttpVersion.HTTP_2) {
            return new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    hasHost
                            ? "The Host header could not be read. It is a name or an address, and perhaps a colon and a port."
                            : "The request has no Host header, which HTTP/1.1 asks for.");
        }
        return failure.getMessage() == null
                ? unreadable()
                : new ProblemException(ProblemType.INVALID_REQUEST, failure.getMessage() + ".");
    }

    /** @return the id that the caller gave, if it is one that may be written anywhere, otherwise a new one */
    static String newId(String given) {
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }
}
