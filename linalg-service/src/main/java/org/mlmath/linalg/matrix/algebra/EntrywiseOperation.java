package org.mlmath.linalg.matrix.algebra;

/** What is done with two entries in the same place. */
enum EntrywiseOperation {
    SUM("+"),
    DIFFERENCE("-"),
    PRODUCT("\\cdot");

    private final String symbol;

    EntrywiseOperation(String symbol) {
        this.symbol = symbol;
    }

    /** @return in LaTeX */
    String symbol() {
        return symbol;
    }

    double of(double x, double y) {
        return switch (this) {
            case SUM -> x + y;
            case DIFFERENCE -> x - y;
            case PRODUCT -> x * y;
        };
    }
}
