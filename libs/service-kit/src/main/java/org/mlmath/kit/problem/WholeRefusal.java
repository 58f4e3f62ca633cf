package org.mlmath.kit.problem;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A refusal as it goes over a connection of HTTP/1.1, head and document. All but the id of the request stands ready, so that it costs little
 * more than the sending of it.
 */
public final class WholeRefusal {
    private final byte[] toId;
    private final byte[] toLength;
    private final byte[] toDocument;
    private final byte[] before;
    private final byte[] after;

    /**
     * @param before the document up to the id of the request
     * @param after what follows on that
     */
    WholeRefusal(
            ProblemType type,
            CharSequence retryAfter,
            Map<CharSequence, CharSequence> headers,
            byte[] before,
            byte[] after) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(HttpResponseStatus.valueOf(type.status()));
        headers.forEach((name, value) -> begin(head, name).append(value));
        begin(head, "content-type").append(ProblemResponse.MEDIA_TYPE);
        begin(head, "retry-after").append(retryAfter);
        toId = ascii(begin(head, ProblemResponse.REQUEST_ID_HEADER));
        toLength = ascii(begin(new StringBuilder(), "content-length"));
        toDocument = ascii(new StringBuilder("\r\n\r\n"));
        this.before = before;
        this.after = after;
    }

    private static StringBuilder begin(StringBuilder head, CharSequence header) {
        return head.append("\r\n").append(header).append(": ");
    }

    private static byte[] ascii(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** @param requestId in ASCII */
    public ByteBuf of(String requestId, ByteBufAllocator allocator) {
        byte[] id = requestId.getBytes(StandardCharsets.US_ASCII);
        int length = before.length + id.length + after.length;
        byte[] digits = Integer.toString(length).getBytes(StandardCharsets.US_ASCII);
        return allocator
                .directBuffer(toId.length + id.length + toLength.length + digits.length + toDocument.length + length)
                .writeBytes(toId)
                .writeBytes(id)
                .writeBytes(toLength)
                .writeBytes(digits)
                .writeBytes(toDocument)
                .writeBytes(before)
                .writeBytes(id)
                .writeBytes(after);
    }
}
