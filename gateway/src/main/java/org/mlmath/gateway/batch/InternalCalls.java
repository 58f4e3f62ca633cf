package org.mlmath.gateway.batch;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.mlmath.kit.work.Admission;

/**
 * Tells the requests that this process sends to itself, the items of a batch, from all others. The batch has been let in and is
 * charged for all of them, so they need no key of their own and are charged to nobody.
 *
 * <p>They carry a secret that is drawn anew by each process and never leaves it: the header is taken off every request, whatever
 * it says, before anything else sees it.
 */
@Singleton
public class InternalCalls {
    static final String HEADER = "Mlmath-Internal";

    private static final CharSequence NAME = HttpHeaders.createOptimized(HEADER);

    /** Before everything else that is done to a request. */
    private static final int ORDER = -10_000;

    private static final String KEY = InternalCalls.class.getName();
    private static final int SECRET_BYTES = 32;

    private final String secret;
    private final byte[] expected;

    InternalCalls() {
        byte[] drawn = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(drawn);
        secret = HexFormat.of().formatHex(drawn);
        expected = secret.getBytes(StandardCharsets.ISO_8859_1);
    }

    void mount(@Observes Router router) {
        router.route().order(ORDER).handler(this::judge);
    }

    private void judge(RoutingContext context) {
        if (isMarked(context.request())) {
            context.put(KEY, true);
        } else {
            context.request().headers().remove(Admission.CALLER); // who that is, is found out here
        }
        context.request().headers().remove(NAME);
        context.next();
    }

    /** @return whether a request that has not been let in yet carries the mark */
    boolean isMarked(HttpServerRequest request) {
        List<String> given = request.headers().getAll(NAME);
        return given.size() == 1 && isSecret(given.getFirst());
    }

    /** Takes the same time wherever the first difference is. */
    private boolean isSecret(String given) {
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Marks a request of this process to itself. */
    void mark(MultiMap headers) {
        headers.set(HEADER, secret);
    }

    /** @return whether this process sent the request itself, on behalf of a caller who has been let in already */
    public static boolean isInternal(RoutingContext context) {
        return context.get(KEY) != null;
    }
}
