package org.mlmath.k8s.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As large a body as {@code /v1/limits} allows, full of numbers, for each service; and one byte more. */
final class LargestRequests {
    private static final Pattern BODY = Pattern.compile("\"bodyBytes\"\\s*:\\s*(\\d+)");
    private static final Pattern ENTRIES = Pattern.compile("\"arrayEntries\"\\s*:\\s*(\\d+)");

    private LargestRequests() {}

    /** @return requests by the service that answers them, and by what they show */
    static Map<String, Call> of(HttpClient client, URI gateway) throws IOException, InterruptedException {
        String limits = client.send(
                        HttpRequest.newBuilder(gateway.resolve("/v1/limits")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        int bytes = number(BODY, limits);
        int entries = number(ENTRIES, limits);
        Map<String, Call> calls = new LinkedHashMap<>();
        // Half of the numbers for a norm, which holds them several times over: for all that would be more memory than a
        // request may take.
        // A quarter for a description, which sorts them: that is to be in time on a busy machine too.
        calls.put("linalg", full("/v1/linalg/vectors/norm", "{\"vector\": [", "]}", entries / 2, bytes));
        calls.put("calculus", full("/v1/calculus/activations/relu", "{\"inputs\": [", "]}", entries, bytes));
        calls.put("stats", full("/v1/stats/describe", "{\"data\": [", "]}", entries / 4, bytes));
        Call tooLarge = full("/v1/linalg/vectors/norm", "{\"vector\": [", "]}", entries, bytes + 1);
        calls.put("one byte more", new Call(tooLarge.path(), tooLarge.mediaType(), tooLarge.body(), 413));
        return calls;
    }

    /** Numbers of seven characters with a comma after each, as many as fit, and blanks after them. */
    private static Call full(String path, String before, String after, int entries, int bytes) {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) ' ');
        byte[] start = before.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, body, 0, start.length);
        int at = start.length;
        byte[] end = after.getBytes(StandardCharsets.US_ASCII);
        int count = Math.min(entries, (bytes - start.length - end.length) / 8);
        for (int i = 0; i < count; i++) {
            int digits = Math.floorMod(i * 31_607, 100_000); // all different from their neighbours
            body[at] = '0';
            body[at + 1] = '.';
            for (int k = 6; k > 1; k--) {
                body[at + k] = (byte) ('0' + digits % 10);
                digits /= 10;
            }
            body[at + 7] = (byte) (i < count - 1 ? ',' : ' ');
            at += 8;
        }
        System.arraycopy(end, 0, body, at, end.length);
        return new Call(path, "application/json", body, 200);
    }

    private static int number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("/v1/limits says nothing of " + pattern);
        }
        return Integer.parseInt(matcher.group(1));
    }
}
