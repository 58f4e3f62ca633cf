package org.mlmath.numerics.distribution;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name closest to one that is not known, for messages. */
public final class NearestName {
    private NearestName() {}

    /** The nearest of the known names if it is near enough to be meant: a third of its letters wrong, or one begins the other. */
    public static Optional<String> of(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        String best = null;
        double least = Double.POSITIVE_INFINITY;
        for (String name : known) {
            String candidate = name.toLowerCase(Locale.ROOT);
            double distance = !wanted.isEmpty() && (candidate.startsWith(wanted) || wanted.startsWith(candidate))
                    ? 0.5
                    : distance(wanted, candidate);
            if (distance < least && distance <= Math.max(2, candidate.length() / 3)) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "Did you mean …?", or nothing. */
    public static String suggestion(String given, Collection<String> known) {
        return of(given, known).map("Did you mean \"%s\"?"::formatted).orElse("");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
