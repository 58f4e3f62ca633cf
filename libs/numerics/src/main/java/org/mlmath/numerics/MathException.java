package org.mlmath.numerics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A computation that cannot give an answer, and why. The message is written for the caller: what was found and what to try.
 * Where it was found in the request is said by {@link #pointer}, set by whoever knows the request's shape; the numbers
 * involved are {@link #facts}.
 */
public abstract class MathException extends RuntimeException {
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private String pointer = "";

    protected MathException(String message) {
        super(message);
    }

    protected MathException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @return a JSON Pointer (RFC 6901) into the request, empty for the whole of it */
    public String pointer() {
        return pointer;
    }

    /** @return what was measured, by the field's usual names ({@code rank}, {@code conditionNumber}); values are JSON-like */
    public Map<String, Object> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /**
     * Says where in the request this happened. Called again by an outer level, the outer pointer is put before the inner one.
     *
     * @param prefix a JSON Pointer such as {@code /matrix}
     * @return this
     */
    public MathException at(String prefix) {
        pointer = prefix + pointer;
        return this;
    }

    /** Adds one number (or text, or list) to {@link #facts}; returns this. */
    public MathException with(String name, Object value) {
        facts.put(name, value);
        return this;
    }
}
