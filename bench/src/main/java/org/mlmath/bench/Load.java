package org.mlmath.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Requests of one kind to a server on this machine, from one thread. */
final class Load implements AutoCloseable {
    /** Together more connections than answers are ever waited for; each looks through all of its own for one that is free. */
    private static final int CLIENTS = 16;

    private static final int CONNECTIONS = 64;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final List<HttpClient> clients = IntStream.range(0, CLIENTS)
            .mapToObj(i -> vertx.createHttpClient(
                    new HttpClientOptions().setKeepAliveTimeout(10), new PoolOptions().setHttp1MaxSize(CONNECTIONS)))
            .toList();
    private int next;
    private final RequestOptions request;
    private final Buffer body;

    Load(Server server, String path, String json) {
        request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(server.port())
                .setURI(path)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-cache"); // each is to be computed
        body = Buffer.buffer(json);
    }

    /** What became of the requests: how many had which status (0: none), and how long those took that were answered with 200. */
    static final class Outcome {
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private final long[] sorted;
        private final double seconds;
        private double slowestRefusal;
        private int answered;
        private long[] nanos = new long[1 << 16];

        Outcome() {
            sorted = null;
            seconds = 0;
        }

        private Outcome(Outcome raw, double seconds) {
            statuses.putAll(raw.statuses);
            sorted = Arrays.copyOf(raw.nanos, raw.answered);
            Arrays.sort(sorted);
            answered = raw.answered;
            slowestRefusal = raw.slowestRefusal;
            this.seconds = seconds;
        }

        private void count(int status, long taken) {
            statuses.merge(status, 1, Integer::sum);
            if (status != 200) {
                slowestRefusal = Math.max(slowestRefusal, taken / 1e6);
                return;
            }
            if (answered == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * answered);
            }
            nanos[answered++] = taken;
        }

        /** @return answers of 200 in a second */
        double rate() {
            return answered / seconds;
        }

        int count(int... of) {
            return Arrays.stream(of)
                    .map(status -> statuses.getOrDefault(status, 0))
                    .sum();
        }

        /** @return milliseconds, 0 where nothing was refused */
        double slowestRefusal() {
            return slowestRefusal;
        }

        int all() {
            return statuses.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** @return milliseconds within which this share of the answers came */
        double quantile(double share) {
            return sorted.length == 0
                    ? Double.NaN
                    : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
        }
    }

    /** Callers who ask again as soon as they have an answer. */
    Outcome closed(int callers, double seconds) {
        Outcome outcome = new Outcome();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        CompletableFuture<Void> done = new CompletableFuture<>();
        int[] left = {callers};
        vertx.runOnContext(go -> {
            for (int i = 0; i < callers; i++) {
                call(outcome, end, () -> {
                    if (--left[0] == 0) {
                        done.complete(null);
                    }
                });
            }
        });
        done.join();
        return new Outcome(outcome, (System.nanoTime() - start) / 1e9);
    }

    private void call(Outcome outcome, long end, Runnable done) {
        long now = System.nanoTime();
        if (now - end >= 0) {
            done.run();
            return;
        }
        send(now, outcome).onComplete(answered -> call(outcome, end, done));
    }

    /** Requests at a steady rate whatever becomes of them; each counts from when it was due. */
    Outcome open(double rate, double seconds) {
        Outcome outcome = new Outcome();
        long start = System.nanoTime();
        int total = (int) (rate * seconds);
        int[] sent = {0};
        int[] ended = {0};
        CompletableFuture<Void> done = new CompletableFuture<>();
        long timer = vertx.setPeriodic(1, tick -> {
            long due = (long) ((System.nanoTime() - start) / 1e9 * rate);
            while (sent[0] < total && sent[0] <= due) {
                long began = start + (long) (sent[0]++ / rate * 1e9);
                send(began, outcome).onComplete(answered -> {
                    if (++ended[0] == total) {
                        done.complete(null);
                    }
                });
            }
        });
        done.join();
        vertx.cancelTimer(timer);
        return new Outcome(outcome, seconds);
    }

    private Future<Void> send(long began, Outcome outcome) {
        next = (next + 1) % CLIENTS;
        return clients.get(next)
                .request(request)
                .compose(outgoing -> outgoing.send(body))
                .compose(answer -> answer.end().map(answer.statusCode()))
                .otherwise(0)
                .map(status -> {
                    outcome.count(status, System.nanoTime() - began);
                    return null;
                });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
