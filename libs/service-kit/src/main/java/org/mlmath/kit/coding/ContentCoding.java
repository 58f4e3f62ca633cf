package org.mlmath.kit.coding;

import java.util.List;
import java.util.Locale;

/** The codings that answers are sent in. */
public enum ContentCoding {
    IDENTITY,
    GZIP;

    /** Below this many bytes an answer fits one packet anyway, and the head of gzip eats what is gained. */
    private static final int WORTHWHILE = 1_024;

    /**
     * The coding in which a caller is sent an answer (RFC 9110 §12.5.3). Who accepts gzip gets it, unless a plain answer is asked for with
     * more weight.
     *
     * @param accepted the values of {@code Accept-Encoding}
     * @param mediaType of the answer; archives of arrays are dense already
     * @param length of the answer in bytes; {@code Integer.MAX_VALUE} where only its end will tell
     */
    public static ContentCoding of(List<String> accepted, String mediaType, int length) {
        if (accepted.isEmpty() || !gains(mediaType)) {
            return IDENTITY;
        }
        double gzip = Double.NaN;
        double identity = Double.NaN;
        double others = Double.NaN;
        for (String list : accepted) {
            for (String element : list.split(",")) {
                String[] parts = element.strip().toLowerCase(Locale.ROOT).split(";", 2);
                double weight = parts.length == 1 ? 1 : weight(parts[1]);
                switch (parts[0].strip()) {
                    case "gzip", "x-gzip" -> gzip = weight;
                    case "identity" -> identity = weight;
                    case "*" -> others = weight;
                    default -> {} // not made here
                }
            }
        }
        gzip = Double.isNaN(gzip) ? others : gzip;
        if (!(gzip > 0) || identity > gzip) {
            return IDENTITY;
        }
        boolean plainRefused = identity == 0 || Double.isNaN(identity) && others == 0;
        return length >= WORTHWHILE || plainRefused ? GZIP : IDENTITY;
    }

    /** @return whether the coding of an answer depends on what its caller accepts */
    public static boolean varies(String mediaType, int length) {
        return length >= WORTHWHILE && gains(mediaType);
    }

    private static boolean gains(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.contains("json")
                || mediaType.contains("yaml")
                || mediaType.contains("javascript")
                || mediaType.contains("svg");
    }

    private static double weight(String parameter) {
        String[] sides = parameter.strip().split("=", 2);
        try {
            return sides.length == 2 && sides[0].strip().equals("q") ? Double.parseDouble(sides[1].strip()) : 1;
        } catch (NumberFormatException unreadable) {
            return 0; // rather plain than wrong
        }
    }
}
