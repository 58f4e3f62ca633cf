package org.mlmath.kit.coding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Bytes to be sent, in both codings, each with a strong entity tag of its own (RFC 9110 §8.8.3): they are different bytes. What is asked for
 * is made once.
 */
public final class Representation {
    private final String mediaType;
    private final byte[] body;
    private volatile byte[] gzip;
    private volatile String digest;

    /** @param body not to be changed any more */
    public Representation(String mediaType, byte[] body) {
        this.mediaType = mediaType;
        this.body = body;
    }

    public String mediaType() {
        return mediaType;
    }

    /** @return how many bytes it holds: those of both codings, whether they are there yet or not */
    public int bytes() {
        return 2 * body.length;
    }

    public int length() {
        return body.length;
    }

    /** @return the bytes themselves; not to be changed */
    public byte[] in(ContentCoding coding) {
        return coding == ContentCoding.GZIP ? gzip() : body;
    }

    /** @return whether they need not be made any more */
    public boolean has(ContentCoding coding) {
        return coding == ContentCoding.IDENTITY || gzip != null;
    }

    private byte[] gzip() {
        byte[] made = gzip;
        if (made == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2 + 32);
            try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                packed.write(body);
            } catch (IOException e) {
                throw new UncheckedIOException("memory was not written to", e);
            }
            made = out.toByteArray();
            gzip = made;
        }
        return made;
    }

    /** @return the entity tag of the bytes in this coding */
    public String tag(ContentCoding coding) {
        return coding == ContentCoding.GZIP ? '"' + digest() + "-gzip\"" : '"' + digest() + '"';
    }

    /**
     * @param ifNoneMatch the values of the header: entity tags, weak ones compared as if they were strong, or a star (RFC 9110 §13.1.2)
     * @return whether its caller has these bytes already
     */
    public boolean isHeld(List<String> ifNoneMatch, ContentCoding coding) {
        if (ifNoneMatch.isEmpty()) {
            return false;
        }
        String tag = tag(coding);
        return ifNoneMatch.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .anyMatch(held -> held.equals("*") || held.equals(tag) || held.equals("W/" + tag));
    }

    private String digest() {
        String made = digest;
        if (made == null) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
                made = HexFormat.of().formatHex(hash, 0, 16);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
            digest = made;
        }
        return made;
    }
}
