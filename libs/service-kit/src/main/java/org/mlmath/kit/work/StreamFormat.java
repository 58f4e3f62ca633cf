package org.mlmath.kit.work;

import java.nio.charset.StandardCharsets;

/** How the lines of a stream are told apart. */
enum StreamFormat {
    /** A JSON object on each line. */
    NDJSON("application/x-ndjson", "", "\n"),
    /** A server-sent event for each JSON object, as a browser's EventSource reads them. */
    EVENTS("text/event-stream", "data: ", "\n\n");

    private final String mediaType;
    private final byte[] before;
    private final byte[] after;

    StreamFormat(String mediaType, String before, String after) {
        this.mediaType = mediaType;
        this.before = before.getBytes(StandardCharsets.US_ASCII);
        this.after = after.getBytes(StandardCharsets.US_ASCII);
    }

    String mediaType() {
        return mediaType;
    }

    byte[] before() {
        return before;
    }

    byte[] after() {
        return after;
    }
}
