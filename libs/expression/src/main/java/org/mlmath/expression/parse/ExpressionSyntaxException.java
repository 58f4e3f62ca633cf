package org.mlmath.expression.parse;

import org.mlmath.numerics.MathException;

/** A text that is no expression. Facts: {@code start} and {@code end} of what does not fit, {@code expected} in its place. */
public final class ExpressionSyntaxException extends MathException {
    public ExpressionSyntaxException(String message, Range range, String expected) {
        super(message);
        with("start", range.start()).with("end", range.end());
        if (expected != null) {
            with("expected", expected);
        }
    }
}
