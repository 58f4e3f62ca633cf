package org.mlmath.kit.work;

import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.problem.Problems;

/**
 * Gives every request its id and every answer its version, and refuses targets and headers that are beyond their limits or that not
 * everyone on the way would read alike. What fails before or besides any resource is answered here too, with a problem as everything.
 */
@Singleton
public class Identity implements AnswerHeaders {
    /** Before everything else but what takes marks off the request that others must not see. */
    private static final int ORDER = -1000;

    private static final CharSequence VERSION = HttpHeaders.createOptimized("Mlmath-Version");
    private static final String HOST = "host";
    private static final String CONTENT_LENGTH = "content-length";

    /** Digits of a length that the server underneath refuses without a word; shorter ones are judged by who takes the body. */
    private static final int ENDLESS = 10;

    private static final String TRANSFER_ENCODING = "transfer-encoding";
    private static final Logger LOG = Logger.getLogger(Identity.class);
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Limits limits;
    private final CharSequence version;

    Identity(Limits limits, @ConfigProperty(name = "mlmath.version") String version) {
        this.limits = limits;
        this.version = HttpHeaders.createOptimized(version);
    }

    void mount(@Observes Router router) {
        router.route().order(ORDER).handler(this::identify);
        router.route().order(ORDER).failureHandler(this::fail);
        router.errorHandler(400, this::failUnread);
    }

    @Override
    public Map<CharSequence, CharSequence> of(boolean tls) {
        return Map.of(VERSION, version);
    }

    private void identify(RoutingContext context) {
        introduce(context);
        ProblemException fault = fault(context.request());
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
        introduce(context);
        ProblemException fault = fault(context.request());
        ProblemResponse.send(
                context,
                fault != null
                        ? fault
                        : new ProblemException(ProblemType.INVALID_REQUEST, "The request could not be read."));
    }

    private void introduce(RoutingContext context) {
        // A GET on its second way through, as a POST, keeps its id; the headers set on the first have been taken away.
        String known = ProblemResponse.requestId(context);
        ProblemResponse.identify(
                context, known == null ? newId(context.request().getHeader(ProblemResponse.REQUEST_ID_HEADER)) : known);
        context.response().putHeader(VERSION, version);
    }

    private ProblemException fault(HttpServerRequest request) {
        if (request.uri().length() > limits.uri()) {
            return new ProblemException(
                            ProblemType.URI_TOO_LONG,
                            "The URI has %d bytes, more than the %d allowed; send the request by POST."
                                    .formatted(request.uri().length(), limits.uri()))
                    .with("limit", limits.uri());
        }
        ProblemException fault = faultOfHeaders(request);
        return fault != null ? fault : Target.fault(request.path(), request.query());
    }

    private ProblemException faultOfHeaders(HttpServerRequest request) {
        int bytes = 0;
        int hosts = 0;
        for (var header : request.headers()) {
            String name = header.getKey();
            String value = header.getValue();
            bytes += name.length() + value.length() + 4;
            if (name.length() == CONTENT_LENGTH.length()
                    && value.length() >= ENDLESS
                    && name.equalsIgnoreCase(CONTENT_LENGTH)
                    && Long.parseLong(value) > limits.body()) { // the server has seen to it that it is a number
                return BodyReceiver.tooLarge("The body has more than the %d bytes allowed.", limits.body());
            }
            if (name.length() == HOST.length() && name.equalsIgnoreCase(HOST)) {
                hosts++;
            } else if (name.length() == TRANSFER_ENCODING.length()
                    && name.equalsIgnoreCase(TRANSFER_ENCODING)
                    && !value.equalsIgnoreCase("chunked")) {
                return unreadable(request, "Transfer-Encoding \"%s\" is not read here, only chunked.".formatted(value));
            }
        }
        if (hosts > 1) {
            return unreadable(request, "There are %d Host headers, of which only one can be meant.".formatted(hosts));
        }
        if (bytes > limits.headers()) {
            return new ProblemException(
                            ProblemType.HEADERS_TOO_LARGE,
                            "The headers have more than the %d bytes allowed.".formatted(limits.headers()))
                    .with("limit", limits.headers());
        }
        return null;
    }

    /** Where it is in doubt where this request ends, nothing that follows on its connection can be believed (RFC 9112 §6.3). */
    private static ProblemException unreadable(HttpServerRequest request, String detail) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        request.response().endHandler(ended -> request.connection().close());
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }

    /** What the router itself refused, as it does requests without a host, and what was thrown outside of any resource. */
    private void fail(RoutingContext context) {
        introduce(context);
        Throwable failure = context.failure();
        ProblemException problem =
                switch (context.statusCode()) {
                    case 400 ->
                        new ProblemException(
                                ProblemType.INVALID_REQUEST,
                                failure instanceof VertxException known && known.getMessage() != null
                                        ? known.getMessage() + "."
                                        : "The request could not be read.");
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

    /** @return the id that the caller gave, if it is one that may be written anywhere, otherwise a new one */
    static String newId(String given) {
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }
}
