package org.mlmath.gateway.routing;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** Why no answer came from a service, as the client of the connection tells it, and as the caller should hear it. */
final class RelayFailure {
    private RelayFailure() {}

    /**
     * Whether the connection was refused or turned out to be closed before an answer began. Not: time-outs, which are told apart by
     * class although a time-out to connect is a {@link ConnectException} too.
     */
    static boolean isDeadConnection(Throwable failure) {
        return !isConnectTimeout(failure)
                && (failure instanceof HttpClosedException
                        || failure instanceof SocketException
                        || failure instanceof ClosedChannelException);
    }

    private static boolean isConnectTimeout(Throwable failure) {
        return failure instanceof io.netty.channel.ConnectTimeoutException
                || failure.getCause() instanceof io.netty.channel.ConnectTimeoutException;
    }

    static ProblemException tooLarge(int limit) {
        return new ProblemException(
                        ProblemType.BODY_TOO_LARGE, "The body has more than the %d bytes allowed.".formatted(limit))
                .with("limit", limit);
    }

    static ProblemException tooSlow(Duration limit) {
        return new ProblemException(
                ProblemType.DEADLINE_EXCEEDED, "The body had not arrived after %d s.".formatted(limit.toSeconds()));
    }

    static ProblemException describe(String service, Throwable failure) {
        return switch (failure) {
            case ConnectionPoolTooBusyException e ->
                new ProblemException(
                                ProblemType.OVERLOADED,
                                "The " + service
                                        + " service has as many requests as it can hold. Try again in a moment.")
                        .retryAfter(1);
            case TimeoutException e
            when !isConnectTimeout(e) ->
                new ProblemException(
                        ProblemType.DEADLINE_EXCEEDED, "The " + service + " service did not answer in time.");
            default ->
                new ProblemException(
                                ProblemType.UPSTREAM_UNAVAILABLE,
                                "The " + service + " service cannot be reached at the moment. Nothing is wrong with the"
                                        + " request: try it again in a moment.")
                        .retryAfter(1);
        };
    }
}
