package org.mlmath.expression.parse;

import org.mlmath.numerics.MathException;

/** A name that means nothing here. Facts: {@code name}, {@code start}, {@code end}, and {@code suggestion} where one is close. */
public final class UnknownNameException extends MathException {
    /** @param suggestion null where nothing is close */
    public UnknownNameException(String message, String name, Range range, String suggestion) {
        super(message + (suggestion == null ? "." : "; did you mean \"" + suggestion + "\"?"));
        with("name", name).with("start", range.start()).with("end", range.end());
        if (suggestion != null) {
            with("suggestion", suggestion);
        }
    }
}
