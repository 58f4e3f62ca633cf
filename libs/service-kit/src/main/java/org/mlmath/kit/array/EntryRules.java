package org.mlmath.kit.array;

/**
 * What may stand in an array.
 *
 * @param minRank the fewest levels of brackets
 * @param maxRank the most levels of brackets
 * @param text whether numbers may be written as text, such as {@code "1/3"}
 * @param missing whether {@code null} may stand for a value that is missing
 */
record EntryRules(int minRank, int maxRank, boolean text, boolean missing) {
    static final EntryRules VECTOR = new EntryRules(1, 1, false, false);
    static final EntryRules MATRIX = new EntryRules(2, 2, false, false);
    static final EntryRules VECTOR_OR_MATRIX = new EntryRules(1, 2, false, false);
    static final EntryRules OBSERVATIONS = new EntryRules(1, 1, false, true);

    EntryRules withText() {
        return new EntryRules(minRank, maxRank, true, missing);
    }

    /** How the shape asked for is called in a refusal. */
    String expected() {
        String entry = missing ? "numbers or null" : text ? "numbers or fractions such as \"1/3\"" : "numbers";
        if (minRank == 1 && maxRank == 1) {
            return "a vector of " + entry + ", such as [1, 2, 3]";
        }
        if (minRank == 2) {
            return "a matrix of " + entry + ", such as [[1, 2], [3, 4]]";
        }
        return "a vector or a matrix of " + entry;
    }
}
