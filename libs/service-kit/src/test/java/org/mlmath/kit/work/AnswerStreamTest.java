package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerStreamTest {
    private static final int NEVER = -1;

    private final HttpServerResponse response = proxy(HttpServerResponse.class, this::ask);
    private final AnswerStream stream = new AnswerStream(
            proxy(RoutingContext.class, (method, arguments) -> response),
            null,
            StreamFormat.NDJSON,
            new ObjectMapper());
    private final AtomicInteger told = new AtomicInteger();

    private int asked;
    private int catchesUpAt = NEVER;
    private boolean behind;
    private boolean gone;
    private Handler<Void> drained;

    private interface Answering {
        Object answer(Method method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answering.answer(method, arguments)));
    }

    @SuppressWarnings("unchecked")
    private Object ask(Method method, Object[] arguments) {
        if (asked++ == catchesUpAt) {
            catchUp();
        }
        return switch (method.getName()) {
            case "closed" -> gone;
            case "writeQueueFull" -> behind;
            case "drainHandler" -> {
                drained = (Handler<Void>) arguments[0];
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    /** As the event loop of the connection sees it, on a thread of its own. */
    private void catchUp() {
        behind = false;
        if (drained != null) {
            drained.handle(null);
        }
    }

    @Test
    void whoIsNotBehindIsSentMoreAtOnce() {
        assertThat(stream.isTaken(told::incrementAndGet)).isTrue();
    }

    @Test
    void whoIsBehindIsSentMoreWhenTheyHaveCaughtUp() {
        behind = true;
        assertThat(stream.isTaken(told::incrementAndGet)).isFalse();
        assertThat(told).hasValue(0);
        catchUp();
        assertThat(told).hasValue(1);
    }

    /** Whoever asks may be on another thread than whoever sends: their reader can catch up between any two steps of asking. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whoCatchesUpWhileTheyAreAskedAfterIsNotForgotten(int step) {
        behind = true;
        catchesUpAt = step;
        boolean taken = stream.isTaken(told::incrementAndGet);
        if (behind) {
            catchUp();
        }
        assertThat(taken || told.get() > 0).isTrue();
    }

    @Test
    void whoHasGoneIsNotWaitedFor() {
        behind = true;
        gone = true;
        assertThat(stream.isTaken(told::incrementAndGet)).isTrue();
    }
}
