package org.mlmath.expression.domain;

import org.mlmath.expression.Expressions;

/**
 * The numbers between two others; a single number where both ends are the same.
 *
 * @param lowerIncluded whether the lower end belongs to it; false at −∞
 * @param upperIncluded whether the upper end belongs to it; false at ∞
 */
public record Interval(Endpoint lower, boolean lowerIncluded, Endpoint upper, boolean upperIncluded) {

    public boolean contains(double x) {
        return (lowerIncluded ? x >= lower.value() : x > lower.value())
                && (upperIncluded ? x <= upper.value() : x < upper.value());
    }

    /** @return whether it is a single number */
    public boolean isPoint() {
        return lowerIncluded && upperIncluded && lower.compare(upper) == 0;
    }

    /** @return as a comparison in this variable, {@code 0 < x <= 1}; empty for the whole line */
    String text(String variable) {
        if (isPoint()) {
            return variable + " = " + lower.text();
        }
        boolean below = Double.isFinite(lower.value());
        boolean above = Double.isFinite(upper.value());
        if (below && above) {
            return "%s %s %s %s %s"
                    .formatted(
                            lower.text(),
                            lowerIncluded ? "<=" : "<",
                            variable,
                            upperIncluded ? "<=" : "<",
                            upper.text());
        }
        if (below) {
            return variable + (lowerIncluded ? " >= " : " > ") + lower.text();
        }
        return above ? variable + (upperIncluded ? " <= " : " < ") + upper.text() : "";
    }

    /** @return in brackets, {@code \left(0, 1\right]} */
    public String latex() {
        if (isPoint()) {
            return "\\left\\{" + Expressions.latex(lower.formula()) + "\\right\\}";
        }
        return (lowerIncluded ? "\\left[" : "\\left(")
                + Expressions.latex(lower.formula())
                + ", "
                + Expressions.latex(upper.formula())
                + (upperIncluded ? "\\right]" : "\\right)");
    }
}
