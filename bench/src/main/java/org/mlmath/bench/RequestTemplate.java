package org.mlmath.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A request with places for digits, which are others each time, so that no answer can be one given before. */
final class RequestTemplate {
    private static final String PLACE = "#######";

    private final ByteBuffer bytes;
    private final int[] places;

    /** @param json with any number of {@code #######} */
    RequestTemplate(int port, String path, String json) {
        String request = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: application/json\r\n"
                + (json.contains(PLACE) ? "" : "Cache-Control: no-cache\r\n") // each is to be computed
                + "Content-Length: " + json.length()
                + "\r\n\r\n" + json;
        bytes = ByteBuffer.allocateDirect(request.length()).put(request.getBytes(StandardCharsets.US_ASCII));
        places = Pattern.compile(PLACE)
                .matcher(request)
                .results()
                .mapToInt(found -> found.start())
                .toArray();
    }

    /** @return the request with the digits of this number in its places, ready to be sent */
    ByteBuffer fill(int number) {
        for (int place : places) {
            int rest = number;
            for (int i = PLACE.length() - 1; i >= 0; i--) {
                bytes.put(place + i, (byte) ('0' + rest % 10));
                rest /= 10;
            }
        }
        return bytes.rewind();
    }
}
