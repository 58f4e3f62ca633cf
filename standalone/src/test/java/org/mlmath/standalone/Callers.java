package org.mlmath.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** Callers who ask for something small, wait for the answer and ask again, until they are told to stop. */
final class Callers implements AutoCloseable {
    /** Something small of each service. */
    static final Map<String, String> SMALL = Map.of(
            "/v1/linalg/decompositions/svd", "{\"matrix\": [[1, 2, 3], [4, 5, 6], [7, 8, 10]]}",
            "/v1/calculus/derivative", "{\"expression\": \"x^2 sin x\"}",
            "/v1/stats/tests/t-one-sample", "{\"data\": [1, 2, 3, 4]}");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, AtomicLong> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Queue<Double>> seconds = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /** @param each callers of each path */
    Callers(URI address, int each, List<String> paths) {
        for (String path : paths) {
            HttpRequest request = Processes.request(address, path, SMALL.get(path));
            for (int i = 0; i < each; i++) {
                Thread.ofPlatform().start(() -> call(request));
            }
        }
    }

    private void call(HttpRequest request) {
        while (!stopped) {
            try {
                long begin = System.nanoTime();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                String status = Integer.toString(answer.statusCode());
                seconds.computeIfAbsent(status, any -> new ConcurrentLinkedQueue<>())
                        .add((System.nanoTime() - begin) / 1e9);
                count(status);
                if (answer.statusCode() != 200) {
                    Thread.sleep(20);
                }
            } catch (IOException e) {
                if (!stopped) {
                    count(e.toString());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void count(String outcome) {
        outcomes.computeIfAbsent(outcome, any -> new AtomicLong()).incrementAndGet();
    }

    private long ended(String outcome) {
        AtomicLong count = outcomes.get(outcome);
        return count == null ? 0 : count.get();
    }

    /** Waits until this many more requests have ended so. */
    void await(String outcome, int more) {
        long before = ended(outcome);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> ended(outcome) >= before + more);
    }

    /** @return how requests ended up to now, each way with its number */
    Map<String, Long> outcomes() {
        Map<String, Long> counted = new TreeMap<>();
        outcomes.forEach((outcome, count) -> counted.put(outcome, count.get()));
        return counted;
    }

    /** @return in how many seconds nineteen of twenty of those answers came */
    double usualSeconds(String status) {
        List<Double> sorted = seconds.get(status).stream().sorted().toList();
        return sorted.get(sorted.size() * 19 / 20);
    }

    @Override
    public void close() {
        stopped = true;
        client.close(); // waits for what is in flight
    }

    /** As much work as one of random numbers, in a tenth of the text. */
    static String integerMatrix(int n) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder json = new StringBuilder("{\"matrix\": [");
        for (int i = 0; i < n; i++) {
            json.append(i == 0 ? "[" : ",[");
            for (int j = 0; j < n; j++) {
                json.append(j == 0 ? "" : ",").append(random.nextInt(10));
            }
            json.append(']');
        }
        return json.append("]}").toString();
    }

    /** @return a batch of this request, so many times over */
    static String batch(String path, String body, int items) {
        String item = "{\"path\": \"%s\", \"body\": %s}".formatted(path, body);
        return "{\"requests\": [" + String.join(",", Collections.nCopies(items, item)) + "]}";
    }

    /** @return a run of an optimiser that does not arrive: a million steps take a few tenths of a second */
    static String longRun(int steps) {
        return """
                {"objective": {"expression": "(1-x)^2 + 100*(y-x^2)^2"}, "start": [-1.5, 2], "maxIterations": %d,
                 "method": {"name": "gradient-descent", "learningRate": 1e-7}, "stop": {"target": -1},
                 "record": {"every": %d}}""".formatted(steps, steps / 100);
    }

    /** @return a request that takes some time: with n = 500 a few hundredths of a second, and longer by the cube of n */
    static String randomMatrix(int n) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder json = new StringBuilder("{\"matrix\": [");
        for (int i = 0; i < n; i++) {
            json.append(i == 0 ? "[" : ",[");
            for (int j = 0; j < n; j++) {
                json.append(j == 0 ? "" : ",").append(random.nextDouble());
            }
            json.append(']');
        }
        return json.append("]}").toString();
    }
}
