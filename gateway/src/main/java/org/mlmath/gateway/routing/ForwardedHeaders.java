package org.mlmath.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.mlmath.kit.work.Limits;

/** Which headers go from one side to the other: all but those that concern one connection (RFC 9110 §7.6.1), and what is added. */
final class ForwardedHeaders {
    private static final String REQUEST_ID = "X-Request-Id";
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence PREFER = HttpHeaders.createOptimized("Prefer");
    private static final String ABOUT_CORS = "access-control-";

    private static final Names OF_ONE_CONNECTION = new Names(List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "HTTP2-Settings"));

    private static final Names NOT_FOR_THE_SERVICE = new Names(List.of(
            "Host", // becomes that of the service
            "Authorization", // API keys are the gateway's business
            "X-API-Key",
            "Content-Length", // said by what writes the body
            "Expect")); // answered here, and the service would answer it once more

    private ForwardedHeaders() {}

    /** Names of headers, upper and lower case alike. Most names that are asked for are known by their length not to be among them. */
    private static final class Names {
        private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        private final long lengths;

        Names(List<String> names) {
            this.names.addAll(names);
            lengths = names.stream().mapToLong(name -> 1L << name.length()).reduce(0, (a, b) -> a | b);
        }

        boolean contain(String name) {
            return name.length() < Long.SIZE && (lengths >>> name.length() & 1) == 1 && names.contains(name);
        }
    }

    /** @param leftMillis of the time for the request: the service counts from when it arrives there */
    static void ask(HttpServerRequest incoming, MultiMap outgoing, long leftMillis) {
        MultiMap given = incoming.headers();
        given.forEach((name, value) -> {
            if (!OF_ONE_CONNECTION.contain(name) && !NOT_FOR_THE_SERVICE.contain(name)) {
                outgoing.add(name, value);
            }
        });
        removeNamed(given, outgoing);

        String caller = incoming.remoteAddress() == null
                ? "unknown"
                : incoming.remoteAddress().hostAddress();
        String before = outgoing.get(FORWARDED_FOR);
        outgoing.set(FORWARDED_FOR, before == null ? caller : before + ", " + caller);
        if (!outgoing.contains(FORWARDED_PROTO)) { // an ingress in front of this gateway knows better
            outgoing.set(FORWARDED_PROTO, incoming.isSSL() ? "https" : "http");
        }
        if (!outgoing.contains(FORWARDED_HOST) && incoming.authority() != null) {
            outgoing.set(FORWARDED_HOST, incoming.authority().toString());
        }
        String id = incoming.response().headers().get(REQUEST_ID);
        if (id != null) {
            outgoing.set(REQUEST_ID, id);
        }
        outgoing.set(PREFER, patience(outgoing.getAll(PREFER), leftMillis));
    }

    /** What a sender names in {@code Connection} is for this connection only. */
    private static void removeNamed(MultiMap from, MultiMap to) {
        if (!from.contains(HttpHeaders.CONNECTION)) {
            return;
        }
        for (String named :
                String.join(",", from.getAll(HttpHeaders.CONNECTION)).split(",")) {
            if (!named.isBlank()) {
                to.remove(named.strip());
            }
        }
    }

    /** @return the preferences with the time that is left in place of the time that was asked for (RFC 7240 §4.3) */
    static String patience(List<String> preferences, long leftMillis) {
        String thousandths = Long.toString(1_000 + leftMillis % 1_000);
        String wait = "wait=" + leftMillis / 1_000 + "." + thousandths.substring(1);
        if (preferences.isEmpty()) {
            return wait;
        }
        String joined = String.join(", ", preferences);
        Matcher asked = Limits.WAIT.matcher(joined);
        if (!asked.find()) {
            return joined.isBlank() ? wait : joined + ", " + wait;
        }
        int start = joined.indexOf("wait", asked.start());
        int end = asked.end() < joined.length() && joined.charAt(asked.end()) == '"' ? asked.end() + 1 : asked.end();
        return joined.substring(0, start) + wait + joined.substring(end);
    }

    /** What both sides say, as the id and the version, the service says. Who may read its answers only the gateway knows. */
    static void answer(MultiMap theirs, MultiMap ours) {
        for (String name : List.copyOf(ours.names())) {
            if (!name.equalsIgnoreCase("Vary") && theirs.contains(name) && isPassedBack(name)) {
                ours.remove(name);
            }
        }
        theirs.forEach((name, value) -> {
            if (isPassedBack(name)) {
                ours.add(name, value);
            }
        });
        removeNamed(theirs, ours);
    }

    private static boolean isPassedBack(String name) {
        return !OF_ONE_CONNECTION.contain(name) && !name.regionMatches(true, 0, ABOUT_CORS, 0, ABOUT_CORS.length());
    }
}
