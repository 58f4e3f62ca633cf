package org.mlmath.k8s.rehearsal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Callers that go on while things happen, a little pause after each answer, and remember what went wrong. */
final class Load implements AutoCloseable {
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();
    private final List<String> lost = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> callers = new ArrayList<>();
    private final long begin = System.nanoTime();

    /** @param calls by their number, counted through all callers */
    Load(URI server, LongFunction<Call> calls, int width, Duration pause) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < width; i++) {
            callers.add(Thread.ofVirtual().start(() -> call(client, server, calls, pause)));
        }
    }

    private void call(HttpClient client, URI server, LongFunction<Call> calls, Duration pause) {
        try {
            while (going.get()) {
                long started = System.nanoTime();
                String wrong = calls.apply(sent.getAndIncrement()).send(client, server);
                slowest.accumulateAndGet(System.nanoTime() - started, Math::max);
                if (wrong == null) {
                    answered.incrementAndGet();
                } else {
                    lost.add(wrong);
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            lost.add("a caller was interrupted");
        }
    }

    long answered() {
        return answered.get();
    }

    List<String> lost() {
        return List.copyOf(lost);
    }

    /** @return how long the slowest answer took */
    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        going.set(false);
        try {
            for (Thread caller : callers) {
                caller.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
