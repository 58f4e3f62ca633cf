package org.mlmath.kit.problem;

import java.util.Locale;

/** Everything that can go wrong, each with its status, its title and a page of its own under {@code /problems/}. */
public enum ProblemType {
    MALFORMED_JSON(400, "The body is not JSON"),
    INVALID_REQUEST(400, "The request does not have the documented form"),
    UNAUTHORIZED(401, "An API key is needed"),
    FORBIDDEN(403, "This is not allowed"),
    NOT_FOUND(404, "Nothing is here"),
    METHOD_NOT_ALLOWED(405, "This path does not answer this method"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in this media type"),
    BODY_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The URI is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not read here"),
    DIMENSION_MISMATCH(422, "Shapes do not fit each other"),
    SINGULAR_MATRIX(422, "The matrix is singular"),
    NOT_POSITIVE_DEFINITE(422, "The matrix is not positive definite"),
    NOT_SYMMETRIC(422, "The matrix is not symmetric"),
    EXPRESSION_SYNTAX(422, "The expression cannot be read"),
    UNKNOWN_NAME(422, "A name is not known"),
    DOMAIN_ERROR(422, "A value does not exist"),
    DID_NOT_CONVERGE(422, "The iteration did not converge"),
    INVALID_PARAMETER(422, "A parameter's value has no meaning here"),
    INSUFFICIENT_DATA(422, "There are too few data"),
    LIMIT_EXCEEDED(422, "The request is larger than what is allowed"),
    RATE_LIMITED(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "A fault of ours"),
    UPSTREAM_UNAVAILABLE(502, "A service behind the gateway does not answer"),
    OVERLOADED(503, "Too much work at the moment"),
    DEADLINE_EXCEEDED(504, "The time allowed was over");

    private final int status;
    private final String title;
    private final String slug;
    private final String uri;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
        this.slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.uri = "/problems/" + slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** @return the last segment of its address, such as {@code singular-matrix} */
    public String slug() {
        return slug;
    }

    /** @return the stable {@code type} of the problem document, relative to the API's address */
    public String uri() {
        return uri;
    }

    /** @return the type with this address */
    public static ProblemType of(String uri) {
        for (ProblemType type : values()) {
            if (type.uri.equals(uri)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no problem has the type " + uri);
    }
}
