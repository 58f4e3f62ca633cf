package org.mlmath.gateway.routing;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** Why no answer came from a service, as the connection tells it, and as the caller should hear it. */
final class RelayFailure {
    private RelayFailure() {}

    /**
     * Whether there was no connection, or it turned out to be closed before an answer began: nobody is at work on the request. A
     * time-out while waiting for an answer is none of these: the time is gone, and the service may be at work.
     */
    static boolean isDeadConnection(Throwable failure) {
        return failure instanceof HttpClosedException || failure instanceof IOException;
    }

    /** Whether nobody listens at the address. */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof ConnectException && !isSilence(failure);
    }

    /** Whether there was not even a refusal: the same replica need not be asked again. */
    static boolean isSilence(Throwable failure) {
        return failure instanceof ConnectTimeoutException;
    }

    static ProblemException tooSlow(Duration limit) {
        return new ProblemException(
                ProblemType.DEADLINE_EXCEEDED, "The body had not arrived after %d s.".formatted(limit.toSeconds()));
    }

    static ProblemException unanswered(String service) {
        return new ProblemException(
                ProblemType.DEADLINE_EXCEEDED, "The " + service + " service did not answer in time.");
    }

    static ProblemException full(String service) {
        return new ProblemException(
                        ProblemType.OVERLOADED,
                        "The " + service + " service has as many requests as it can hold. Try again in a moment.")
                .retryAfter(1);
    }

    static ProblemException unavailable(String service) {
        return new ProblemException(
                        ProblemType.UPSTREAM_UNAVAILABLE,
                        "The " + service + " service cannot be reached at the moment. Nothing is wrong with the"
                                + " request: try it again in a moment.")
                .retryAfter(1);
    }
}
