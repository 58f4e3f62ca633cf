package org.mlmath.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request refused by what surrounds the mathematics: its form, its size, or the load of the moment. */
public final class ProblemException extends RuntimeException {
    private final ProblemType type;
    private final List<Problem.FieldError> errors;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Integer retryAfterSeconds;
    private int status;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<Problem.FieldError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.status = type.status();
        this.errors = errors;
    }

    /** A refusal about one place of the request. */
    public static ProblemException at(ProblemType type, String pointer, String detail) {
        String where = pointer.isEmpty() ? "" : pointer + ": ";
        return new ProblemException(type, where + detail, List.of(new Problem.FieldError(pointer, detail)));
    }

    public ProblemException with(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    /** The caller may come back after this many seconds. */
    public ProblemException retryAfter(int seconds) {
        retryAfterSeconds = seconds;
        return this;
    }

    /** Says this in the head of the answer. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Answered with this status, which says more than that of its type. */
    public ProblemException status(int status) {
        this.status = status;
        return this;
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public ProblemType type() {
        return type;
    }

    public List<Problem.FieldError> errors() {
        return errors;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    /** @return seconds for {@code Retry-After}, or null */
    public Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
