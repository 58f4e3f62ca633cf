package org.mlmath.gateway.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Ends well once {@code /health} says that everything is up; ends badly if that takes more than two minutes. */
public final class AwaitReady {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private AwaitReady() {}

    /** @param args the address that is listened on and the port */
    public static void main(String[] args) throws InterruptedException, IOException {
        // One that listens on every address is asked at this machine's own.
        InetAddress listening = InetAddress.getByName(args[0]);
        String host = listening.isAnyLocalAddress() ? "127.0.0.1" : args[0];
        URI health = URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + args[1] + "/health");
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            while (!isUp(client, request)) {
                if (System.nanoTime() > end) {
                    System.err.println("mlmath: not ready after " + PATIENCE.toMinutes() + " minutes, see " + health);
                    System.exit(1);
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean isUp(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"status\":\"up\"");
        } catch (IOException e) {
            return false; // not listening yet
        }
    }
}
