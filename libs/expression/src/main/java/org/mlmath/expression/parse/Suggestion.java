package org.mlmath.expression.parse;

import java.util.Collection;
import java.util.Locale;

/** "Did you mean": the known name nearest to a mistyped one. */
final class Suggestion {
    private Suggestion() {}

    /** @return the nearest name if a third of the letters or fewer (at least one) are wrong, or null */
    static String nearest(String name, Collection<String> known) {
        if (name.length() > 40) {
            return null;
        }
        String nearest = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            // Of equally near ones the beginning of what was typed: a letter too many at the end is the commonest slip.
            boolean nearer = distance < least || (distance == least && nearest != null && name.startsWith(candidate));
            if (nearer && distance < Math.max(name.length(), candidate.length())) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Edits (insert, delete, replace, swap neighbours) from one to the other: optimal string alignment. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + replace);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
