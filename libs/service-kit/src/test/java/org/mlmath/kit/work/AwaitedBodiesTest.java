package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mlmath.kit.work.AwaitedBodies.Place;

class AwaitedBodiesTest {
    private static final long SOON = TimeUnit.MILLISECONDS.toNanos(5);

    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final AwaitedBodies bodies = new AwaitedBodies();
    private final List<String> late = new ArrayList<>();
    private final CountDownLatch last = new CountDownLatch(1);
    private final Place end = new Place(last::countDown);

    private Place place(String name) {
        return new Place(() -> late.add(name));
    }

    private void await(Place place) {
        bodies.await(place, SOON, loop);
    }

    private void onLoop(Runnable work) throws ExecutionException, InterruptedException {
        loop.submit(work).get();
    }

    @AfterEach
    void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void thoseThatDoNotComeAreLateInTheirOrder() throws Exception {
        onLoop(() -> {
            await(place("first"));
            await(place("second"));
            await(end);
        });
        last.await();
        assertThat(late).containsExactly("first", "second");
    }

    @Test
    void whatIsForgottenIsNeverLate() throws Exception {
        onLoop(() -> {
            Place oldest = place("oldest");
            Place middle = place("middle");
            await(oldest);
            await(place("other"));
            await(middle);
            await(end);
            oldest.forget();
            middle.forget();
            middle.forget();
        });
        last.await();
        assertThat(late).containsExactly("other");
    }

    @Test
    void whoBeginsToBeAwaitedAfterTheTimerIsTimedAsWell() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        onLoop(() -> await(new Place(first::countDown)));
        first.await();
        onLoop(() -> await(end));
        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
