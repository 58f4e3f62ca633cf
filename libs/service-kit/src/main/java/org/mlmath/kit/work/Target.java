package org.mlmath.kit.work;

import java.util.HexFormat;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.problem.Problems;

/**
 * Judges what a request asks for before anything routes by it. A router, a proxy and a framework each have their own idea of
 * {@code //}, {@code ..}, {@code %2F} or {@code ;}: a path that one takes for another's could pass a rule that is meant for it. No path
 * here has any of these, so they lead nowhere.
 */
final class Target {
    private Target() {}

    /**
     * @param path as it was sent, escapes included
     * @param query as it was sent, or null
     * @return what is wrong with them, or null
     */
    static ProblemException fault(String path, String query) {
        if (path == null || path.isEmpty() || path.charAt(0) != '/') {
            return Problems.noSuchPath();
        }
        int segment = 1;
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '/') {
                if (i == segment || isDots(path, segment, i)) {
                    return Problems.noSuchPath();
                }
                segment = i + 1;
            } else if (c == '%') {
                int decoded = decode(path, i);
                if (decoded < 0) {
                    return malformed("path", path, i);
                }
                // Decoded, a dot could come to stand alone in its segment and a percent sign to begin another escape.
                if (isControl(decoded) || isSeparator(decoded) || decoded == '.' || decoded == '%') {
                    return Problems.noSuchPath();
                }
                i += 2;
            } else if (c >= 0x7f || isControl(c) || isSeparator(c)) {
                return Problems.noSuchPath();
            }
        }
        if (isDots(path, segment, path.length())) {
            return Problems.noSuchPath();
        }
        return query == null ? null : faultOfQuery(query);
    }

    /** Braces and quotes stand for themselves, since browsers send them so; what is not ASCII could be meant in any encoding. */
    private static ProblemException faultOfQuery(String query) {
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '%' && decode(query, i) < 0) {
                return malformed("query", query, i);
            }
            if (isControl(c) || c > 0x7f) {
                return new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "The query of the URI has a character at position %d that must be percent-encoded."
                                .formatted(i));
            }
        }
        return null;
    }

    private static boolean isDots(String path, int from, int to) {
        int length = to - from;
        return (length == 1 || length == 2) && path.charAt(from) == '.' && path.charAt(to - 1) == '.';
    }

    private static boolean isControl(int c) {
        return c < ' ' || c == 0x7f;
    }

    private static boolean isSeparator(int c) {
        return c == '/' || c == '\\' || c == ';';
    }

    private static ProblemException malformed(String part, String text, int at) {
        String found = text.substring(at, Math.min(at + 3, text.length()));
        return new ProblemException(
                ProblemType.INVALID_REQUEST,
                "The %s of the URI has \"%s\" at position %d, where two hexadecimal digits should follow the percent sign; a percent sign itself is written %%25."
                        .formatted(part, found, at));
    }

    /** @return the byte that the escape at this place stands for, or -1 where it is none */
    private static int decode(String text, int at) {
        boolean escape = at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
        return escape ? HexFormat.fromHexDigits(text, at + 1, at + 3) : -1;
    }
}
