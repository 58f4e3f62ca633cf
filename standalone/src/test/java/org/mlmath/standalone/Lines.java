package org.mlmath.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** An answer that comes line by line. */
final class Lines implements AutoCloseable {
    private final HttpClient client;
    private final Stream<String> lines;
    private final Iterator<String> next;

    private Lines(HttpClient client, Stream<String> lines) {
        this.client = client;
        this.lines = lines;
        this.next = lines.iterator();
    }

    static Lines of(URI address, String path, String json) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/x-ndjson")
                .header("Cache-Control", "no-cache") // each is computed
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<Stream<String>> answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode());
        }
        return new Lines(client, answer.body());
    }

    void awaitFirst() {
        next.next();
    }

    /** @return the last line, once the answer has ended as it should */
    String last() {
        String last = null;
        while (next.hasNext()) {
            last = next.next();
        }
        if (last == null) {
            throw new NoSuchElementException("There is but one line");
        }
        return last;
    }

    @Override
    public void close() {
        lines.close();
        client.shutdownNow();
    }
}
