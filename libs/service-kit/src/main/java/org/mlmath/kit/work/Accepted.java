package org.mlmath.kit.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The media types that a caller takes, and how gladly (RFC 9110 §12.5.1). Parameters but the weight are left out of account, a star alone
 * stands for everything, as Java's own client sends it, and what cannot be read counts for nothing.
 */
record Accepted(List<Range> ranges) {
    private static final Accepted EVERYTHING = new Accepted(List.of(new Range("*", "*", 1)));

    /** @param weight from 0, which excludes, to 1 */
    record Range(String type, String subtype, double weight) {
        /** @return how exactly this names a media type, from 1 for anything to 3; 0 where it does not */
        private int names(String mediaType) {
            int slash = mediaType.indexOf('/');
            if (type.equals("*")) {
                return 1;
            }
            if (type.length() != slash || !mediaType.startsWith(type)) {
                return 0;
            }
            return subtype.equals("*") ? 2 : mediaType.substring(slash + 1).equals(subtype) ? 3 : 0;
        }
    }

    /** @param headers the values of {@code Accept}; where they name nothing, everything is taken */
    static Accepted of(List<String> headers) {
        List<Range> ranges = new ArrayList<>();
        boolean empty = true;
        for (String header : headers) {
            for (String element : header.toLowerCase(Locale.ROOT).split(",")) {
                empty &= element.isBlank();
                add(ranges, element.strip());
            }
        }
        return empty ? EVERYTHING : new Accepted(ranges);
    }

    private static void add(List<Range> ranges, String element) {
        String[] parts = element.split(";");
        String[] names = parts.length == 0 ? parts : parts[0].strip().split("/", -1);
        if (names.length == 1 && names[0].equals("*")) {
            names = new String[] {"*", "*"};
        }
        if (names.length == 2 && !names[0].isEmpty() && !names[1].isEmpty()) {
            ranges.add(new Range(names[0], names[1], weight(parts)));
        }
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Math.clamp(Double.parseDouble(parameter.substring(2)), 0, 1);
                } catch (NumberFormatException unreadable) {
                    return 1;
                }
            }
        }
        return 1;
    }

    /**
     * @param offers media types in lower case
     * @return the index of the one that is taken most gladly, of equal ones that which is named most exactly, then the first; -1 if none is taken
     */
    int best(List<String> offers) {
        int best = -1;
        double most = 0;
        int closest = 0;
        for (int i = 0; i < offers.size(); i++) {
            Range range = rangeOf(offers.get(i));
            if (range == null || range.weight() == 0) {
                continue;
            }
            int close = range.names(offers.get(i));
            if (range.weight() > most || range.weight() == most && close > closest) {
                best = i;
                most = range.weight();
                closest = close;
            }
        }
        return best;
    }

    /** @return the range that names a media type most exactly, the first of several, or null */
    private Range rangeOf(String mediaType) {
        Range closest = null;
        for (Range range : ranges) {
            if (range.names(mediaType) > (closest == null ? 0 : closest.names(mediaType))) {
                closest = range;
            }
        }
        return closest;
    }
}
