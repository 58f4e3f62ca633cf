package org.mlmath.expression.parse;

/**
 * @param text spelling settled: {@code ^} for {@code **}, {@code alpha} for α, digits for a superscript
 * @param spaced whether white space stands before it
 */
record Token(Kind kind, String text, int start, int end, boolean spaced) {
    enum Kind {
        NUMBER,
        NAME,
        /** Operators and brackets. */
        SYMBOL,
        /** A raised integer, as in x². */
        SUPERSCRIPT,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    Range range() {
        return new Range(start, end);
    }
}
