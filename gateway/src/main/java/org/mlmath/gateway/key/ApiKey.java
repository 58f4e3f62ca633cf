package org.mlmath.gateway.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One key as it is written down: {@code <SHA-256, hexadecimal> <name> [allowance=<seconds>s]}. Keys are drawn, 256 bits each, not thought
 * up, so that a hash without salt or repetition gives nothing away.
 *
 * @param hash of the key, in hexadecimal digits
 * @param name whose it is, for limits and people
 * @param allowance the time of a core that its holder may use in a window, null where it is everybody's
 */
public record ApiKey(String hash, String name, Duration allowance) {
    private static final Pattern LINE = Pattern.compile(
            "(?<hash>[0-9a-fA-F]{64})\\s+(?<name>[A-Za-z0-9][A-Za-z0-9._@-]{0,63})(?:\\s+allowance=(?<seconds>\\d{1,9}(?:\\.\\d{1,9})?)s)?");

    /** @return whether a holder may have this name */
    static boolean isName(String name) {
        return LINE.matcher("0".repeat(64) + " " + name).matches() && !name.contains(" ");
    }

    /** @throws IllegalArgumentException if this is not a key's line; it does not say what the line has instead, which may be a key */
    static ApiKey parse(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "is not <SHA-256 in 64 hexadecimal digits> <name> [allowance=<seconds>s]");
        }
        String seconds = matcher.group("seconds");
        return new ApiKey(
                matcher.group("hash").toLowerCase(Locale.ROOT),
                matcher.group("name"),
                seconds == null ? null : Duration.ofNanos(Math.round(Double.parseDouble(seconds) * 1e9)));
    }

    /** @return the hash of a key as a caller presents it */
    static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
