package org.mlmath.kit.coding;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** The codings in which bodies are read (RFC 9110 §8.4.1). Nothing grows beyond what it may, whatever a body claims to hold. */
public enum BodyCoding {
    IDENTITY {
        @Override
        InputStream open(InputStream body, byte[] bytes, int from, int length) {
            return body;
        }
    },
    GZIP {
        @Override
        InputStream open(InputStream body, byte[] bytes, int from, int length) throws IOException {
            return new GZIPInputStream(body, PIECE);
        }
    },
    /** With the head of zlib, as it should be, or without, as some send it. */
    DEFLATE {
        @Override
        InputStream open(InputStream body, byte[] bytes, int from, int length) {
            boolean zlib = length >= 2
                    && (bytes[from] & 0x0f) == 8
                    && ((bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff) % 31 == 0;
            Inflater inflater = new Inflater(!zlib);
            return new InflaterInputStream(body, inflater, PIECE) {
                @Override
                public void close() {
                    inflater.end();
                }
            };
        }
    };

    private static final int PIECE = 8 * 1024;

    /** What is read, for {@code Accept-Encoding} (RFC 7694). */
    private static final String READ = "gzip, deflate";

    abstract InputStream open(InputStream body, byte[] bytes, int from, int length) throws IOException;

    /**
     * @param headers the values of {@code Content-Encoding}; several are as many codings, one over the other
     * @throws ProblemException unsupported-media-type, with what is read instead
     */
    public static BodyCoding of(List<String> headers) {
        if (headers.isEmpty()) {
            return IDENTITY;
        }
        return switch (String.join(",", headers).strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            default ->
                throw new ProblemException(
                                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                "Bodies are read as they are, or from gzip or deflate; the Content-Encoding says otherwise.")
                        .header("Accept-Encoding", READ);
        };
    }

    /**
     * Unpacks a body.
     *
     * @param limit bytes that the result may have
     * @param reserve told of memory before it is taken
     * @return the body, or null if it has more bytes than that
     * @throws ProblemException invalid-request if it is not in this coding, or cut off
     */
    public byte[] unpack(byte[] bytes, int from, int length, int limit, LongConsumer reserve) {
        int capacity = (int) Math.min(limit, Math.max(PIECE, 4L * length));
        reserve.accept(capacity);
        byte[] body = new byte[capacity];
        int size = 0;
        try (InputStream in = open(new ByteArrayInputStream(bytes, from, length), bytes, from, length)) {
            while (true) {
                if (size == body.length) {
                    int next = in.read();
                    if (next < 0) {
                        return body;
                    }
                    if (size == limit) {
                        return null;
                    }
                    capacity = (int) Math.min(limit, 2L * size);
                    reserve.accept(capacity - size); // what is copied from is let go at once
                    body = Arrays.copyOf(body, capacity);
                    body[size++] = (byte) next;
                }
                int read = in.read(body, size, body.length - size);
                if (read < 0) {
                    return Arrays.copyOf(body, size);
                }
                size += read;
            }
        } catch (EOFException truncated) {
            throw unreadable("The body ends before its %s does.");
        } catch (ZipException corrupt) {
            throw unreadable("The body is not %s, as its Content-Encoding says.");
        } catch (IOException e) {
            throw new IllegalStateException("memory was not read", e);
        }
    }

    private ProblemException unreadable(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail.formatted(name().toLowerCase(Locale.ROOT)));
    }
}
