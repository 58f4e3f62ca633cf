package org.mlmath.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.mlmath.gateway.batch.InternalCalls;
import org.mlmath.gateway.key.ApiKey;
import org.mlmath.gateway.key.ApiKeys;
import org.mlmath.gateway.rate.Account;
import org.mlmath.gateway.rate.Allowances;
import org.mlmath.gateway.rate.ClientAddress;
import org.mlmath.gateway.rate.RateSettings;
import org.mlmath.gateway.rate.UnderWay;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.work.Admission;

/**
 * Lets requests to {@code /v1} in: those with a key where keys are required, and those whose caller has something left and not
 * too much under way. Pages, health and documents are open to everybody, and so is the asking of browsers whether they may ask.
 */
@Singleton
public class Doorkeeper {
    /** After origins have been judged (-300), so that pages elsewhere can read a refusal; before the routes to the services. */
    private static final int ORDER = -100;

    private static final String KEY_HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final Allowances allowances;
    private final UnderWay underWay;
    private final ClientAddress addresses;

    Doorkeeper(ApiKeys keys, Allowances allowances, UnderWay underWay, RateSettings settings) {
        this.keys = keys;
        this.allowances = allowances;
        this.underWay = underWay;
        this.addresses = new ClientAddress(settings.trustedProxies().orElse(List.of()));
    }

    void mount(@Observes Router router) {
        boolean everywhere = keys.inUse() || allowances.inForce() || underWay.inForce();
        // Else only batches need to know of whom they are: those of one caller take turns.
        router.route(everywhere ? "/v1/*" : "/v1/batch").order(ORDER).handler(this::judge);
    }

    private void judge(RoutingContext context) {
        if (InternalCalls.isInternal(context) || context.request().method() == HttpMethod.OPTIONS) {
            context.next();
            return;
        }
        Visit known = Visit.of(context);
        if (known != null) { // a GET on its second way through, as a POST: it has lost what was to happen at its head
            known.describe(context);
            context.next();
            return;
        }
        MultiMap headers = context.request().headers();
        String presented = presented(headers);
        headers.remove(KEY_HEADER); // no service needs to see it
        headers.remove(HttpHeaders.AUTHORIZATION);

        Optional<ApiKey> key = presented == null || !keys.inUse() ? Optional.empty() : keys.find(presented);
        Visit visit = visit(context.request(), key.orElse(null));
        headers.set(Admission.CALLER, visit.caller()); // lanes let in who has nothing in them before who has much
        visit.attachTo(context);
        ProblemException refusal = visit.enter();
        if (refusal == null && key.isEmpty()) {
            refusal = withoutKey(context, presented != null);
        }
        if (refusal == null) {
            context.next();
        } else {
            ProblemResponse.refuse(context, refusal);
        }
    }

    /** @return what the caller presents as a key, or null */
    private static String presented(MultiMap headers) {
        String authorization = headers.get(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).strip();
        }
        return headers.get(KEY_HEADER);
    }

    private Visit visit(HttpServerRequest request, ApiKey key) {
        String caller = key != null ? "key " + key.name() : address(request);
        Account account = allowances.inForce() ? allowances.of(caller, key == null ? null : key.allowance()) : null;
        return new Visit(allowances, underWay, caller, account, key != null);
    }

    private String address(HttpServerRequest request) {
        String peer =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return addresses.of(peer, request.headers().getAll("X-Forwarded-For"));
    }

    /** A key that is not known is refused even where none is needed: its holder should hear of the mistake. */
    private ProblemException withoutKey(RoutingContext context, boolean presented) {
        if (!keys.inUse() || !presented && !keys.required()) {
            return null;
        }
        context.response()
                .putHeader(
                        "WWW-Authenticate", "Bearer realm=\"mlmath\"" + (presented ? ", error=\"invalid_token\"" : ""));
        return new ProblemException(
                ProblemType.UNAUTHORIZED,
                presented
                        ? "The API key is not known here."
                        : "This request has no API key; send one as Authorization: Bearer <key> or as X-API-Key.");
    }
}
