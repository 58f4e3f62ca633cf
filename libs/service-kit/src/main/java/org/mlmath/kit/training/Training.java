package org.mlmath.kit.training;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.mlmath.kit.training.DocumentedCalls.Call;

/**
 * Makes the AOT cache of an application: starts it as it will be started, sends it the documented examples of its own operations and
 * what an orchestrator asks, ends it, and starts it once more on the cache, in a mode in which the JVM refuses to run without. For a
 * cache that does not fit is otherwise passed over with a line in the log, and every start is slow again.
 *
 * <p>Called with this class on the class path of the application: {@code Training <cache> <seconds> <java> <its options> -jar <jar>}. The options
 * have to be those of later starts: a cache is bound to the class path with the times of its files, and to what options say about modules.
 */
public final class Training {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final List<String> SERVICES = List.of("linalg", "calculus", "stats");
    private static final List<String> PAGES = List.of("/", "/docs", "/openapi", "/health", "/problems", "/v1/limits");
    private static final List<String> PROBES =
            List.of("/q/health/started", "/q/health/ready", "/q/health/live", "/q/metrics");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server = address();
    private final URI management = address();
    private final List<String> command;

    private Training(List<String> command) throws IOException {
        this.command = command;
    }

    /** @param args the file to write, for how many seconds to send, and the command that starts the application */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 4) {
            throw new IllegalArgumentException("usage: Training <cache> <seconds> <java> <options> -jar <jar>");
        }
        Path cache = Path.of(args[0]);
        Duration time = Duration.ofSeconds(Long.parseLong(args[1]));
        Training training = new Training(List.of(args).subList(2, args.length));
        Files.deleteIfExists(cache);
        training.record(cache, time);
        training.verify(cache);
    }

    private void record(Path cache, Duration time) throws IOException, InterruptedException {
        try (StandIn standIn = new StandIn()) {
            List<Call> calls = calls();
            // A heap of its own size: a JVM with more than 32 GiB addresses objects in another way, which the cache
            // would be bound to.
            Process application = start(standIn, calls, "-XX:AOTCacheOutput=" + cache, "-Xmx1g");
            try {
                awaitReady(application);
                long answered = send(calls, time);
                System.out.println(answered + " documented calls answered as documented");
                if (answered == 0) {
                    throw new IllegalStateException("none of the calls was answered as documented");
                }
            } finally {
                stop(application);
            }
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the JVM has not written " + cache);
        }
        System.out.println(cache + " has " + (Files.size(cache) >> 20) + " MiB");
    }

    private void verify(Path cache) throws IOException, InterruptedException {
        try (StandIn standIn = new StandIn()) {
            long begin = System.nanoTime();
            Process application = start(standIn, calls(), "-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-Xmx256m");
            try {
                awaitReady(application);
                System.out.println("ready on it after " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            } finally {
                stop(application);
            }
        }
    }

    /** The examples; a call to each service, which a gateway passes on and a service refuses; pages and probes. */
    private List<Call> calls() throws IOException {
        List<Call> calls = new ArrayList<>(DocumentedCalls.to(server));
        for (String service : SERVICES) {
            calls.add(new Call(
                    HttpRequest.newBuilder(server.resolve("/v1/" + service + "/training"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"matrix\": [[1, 2], [3, 4]]}"))
                            .build(),
                    200));
        }
        PAGES.forEach(page ->
                calls.add(new Call(HttpRequest.newBuilder(server.resolve(page)).build(), 200)));
        PROBES.forEach(probe -> calls.add(
                new Call(HttpRequest.newBuilder(management.resolve(probe)).build(), 200)));
        return calls;
    }

    private Process start(StandIn standIn, List<Call> calls, String... options) throws IOException {
        List<String> line = new ArrayList<>(command);
        List<String> settings = new ArrayList<>(List.of(options));
        settings.add("-Dquarkus.http.host=127.0.0.1");
        settings.add("-Dquarkus.http.port=" + server.getPort());
        settings.add("-Dquarkus.management.host=127.0.0.1");
        settings.add("-Dquarkus.management.port=" + management.getPort());
        settings.add("-Dquarkus.shutdown.delay=0");
        for (String service : SERVICES) {
            if (calls.stream().noneMatch(call -> isExampleOf(service, call))) { // else it is in this very process
                settings.add("-Dmlmath.gateway.upstreams." + service + ".url=" + standIn.address());
            }
        }
        line.addAll(line.indexOf("-jar"), settings);
        Process application = new ProcessBuilder(line).inheritIO().start();
        // Who ends this ends both, at once: asked to end, the application would write its cache first.
        Runtime.getRuntime().addShutdownHook(new Thread(application::destroyForcibly));
        return application;
    }

    private static boolean isExampleOf(String service, Call call) {
        String path = call.request().uri().getPath();
        return path.startsWith("/v1/" + service + "/") && !path.endsWith("/training");
    }

    /** Two connections, so that large work and small work meet as they do in service; in a random order that is always the same. */
    private long send(List<Call> calls, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        // Between them they send each call once, however slow the machine; then what comes until the time is over.
        Queue<Call> once = new ConcurrentLinkedQueue<>(shuffled(calls, new Random(0)));
        List<Sender> senders = List.of(new Sender(once, calls, 1, end), new Sender(once, calls, 2, end));
        senders.forEach(Thread::start);
        long answered = 0;
        for (Sender sender : senders) {
            sender.join();
            answered += sender.answered;
        }
        return answered;
    }

    private static List<Call> shuffled(List<Call> calls, Random random) {
        List<Call> order = new ArrayList<>(calls);
        Collections.shuffle(order, random);
        return order;
    }

    private final class Sender extends Thread {
        private final Queue<Call> once;
        private final List<Call> calls;
        private final Random random;
        private final long end;
        private long answered;

        Sender(Queue<Call> once, List<Call> calls, long seed, long end) {
            this.once = once;
            this.calls = calls;
            this.random = new Random(seed);
            this.end = end;
        }

        @Override
        public void run() {
            for (Call call = once.poll(); call != null; call = once.poll()) {
                send(call);
            }
            while (System.nanoTime() < end) {
                for (Call call : shuffled(calls, random)) {
                    if (System.nanoTime() >= end) {
                        return;
                    }
                    send(call);
                }
            }
        }

        private void send(Call call) {
            if (status(call.request()) == call.status()) {
                answered++;
            }
        }
    }

    private int status(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady(Process application) throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(management.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (status(ready) != 200) {
            if (!application.isAlive()) {
                throw new IllegalStateException("the application ended with " + application.exitValue());
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not ready after " + PATIENCE);
            }
            Thread.sleep(PAUSE);
        }
    }

    /** By the signal that an orchestrator sends; the JVM writes the cache after that. */
    private static void stop(Process application) throws InterruptedException {
        application.destroy();
        if (!application.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            application.destroyForcibly();
            throw new IllegalStateException("the application did not end within " + PATIENCE);
        }
    }

    private static URI address() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
