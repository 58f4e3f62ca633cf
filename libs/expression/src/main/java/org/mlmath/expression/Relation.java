package org.mlmath.expression;

/** How two numbers are compared. */
public enum Relation {
    LESS("<", "<"),
    LESS_OR_EQUAL("<=", "\\le"),
    GREATER(">", ">"),
    GREATER_OR_EQUAL(">=", "\\ge"),
    EQUAL("=", "="),
    NOT_EQUAL("!=", "\\ne");

    private final String text;
    private final String latex;

    Relation(String text, String latex) {
        this.text = text;
        this.latex = latex;
    }

    public String text() {
        return text;
    }

    public String latex() {
        return latex;
    }

    /** @return 1 or 0, NaN where either number is undefined */
    public double of(double a, double b) {
        if (a != a || b != b) {
            return Double.NaN;
        }
        boolean holds =
                switch (this) {
                    case LESS -> a < b;
                    case LESS_OR_EQUAL -> a <= b;
                    case GREATER -> a > b;
                    case GREATER_OR_EQUAL -> a >= b;
                    case EQUAL -> a == b;
                    case NOT_EQUAL -> a != b;
                };
        return holds ? 1 : 0;
    }
}
