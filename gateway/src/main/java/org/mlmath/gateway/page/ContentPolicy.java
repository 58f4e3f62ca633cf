package org.mlmath.gateway.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page may do, as browsers enforce it (CSP): scripts and styles stand in the page, known by their hashes, or come from here;
 * nothing may be fetched from elsewhere or run from a text that found its way into the page.
 */
final class ContentPolicy {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'%s; style-src 'self'%s; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private ContentPolicy() {}

    /** @param html the page, or nothing where it is none */
    static String of(String html) {
        return POLICY.formatted(hashes(html, "script"), hashes(html, "style"));
    }

    private static String hashes(String html, String element) {
        return Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(element), Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(found -> " 'sha256-" + hash(found.group(1)) + "'")
                .distinct()
                .collect(Collectors.joining());
    }

    private static String hash(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
