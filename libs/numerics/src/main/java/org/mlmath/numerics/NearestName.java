package org.mlmath.numerics;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the known name nearest to one that is not known. */
public final class NearestName {
    /** Nobody misspells at this length; comparing would only cost time. */
    private static final int LONGEST = 40;

    private NearestName() {}

    /**
     * @return the nearest of the known names, if at most a third of the letters (at least one) are wrong or one name begins the
     *     other
     */
    public static Optional<String> of(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        String nearest = null;
        double least = Math.max(1, wanted.length() / 3) + 0.5;
        for (String name : known) {
            String candidate = name.toLowerCase(Locale.ROOT);
            boolean begins = wanted.length() >= 3 && candidate.startsWith(wanted)
                    || candidate.length() >= 3 && wanted.startsWith(candidate);
            int edits = edits(wanted, candidate);
            double distance = begins ? Math.min(edits, 1.25) : edits;
            if (distance < least && edits < Math.max(wanted.length(), candidate.length())) {
                least = distance;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** @return {@code Did you mean "…"?} with a space before it, or nothing */
    public static String question(String given, Collection<String> known) {
        return of(given, known).map(name -> " Did you mean \"" + name + "\"?").orElse("");
    }

    /** Letters to insert, delete, replace, or swap with a neighbour: the optimal string alignment distance. */
    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, replaced);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
