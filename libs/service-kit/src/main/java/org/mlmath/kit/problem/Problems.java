package org.mlmath.kit.problem;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.mlmath.expression.parse.ExpressionSyntaxException;
import org.mlmath.expression.parse.UnknownNameException;
import org.mlmath.numerics.CancelledException;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.NotSymmetricException;
import org.mlmath.numerics.SingularMatrixException;

/** Turns any failure into a problem document: the one place that knows each exception's type. */
public final class Problems {
    private Problems() {}

    public static Problem of(Throwable failure, String requestId) {
        ProblemException known = explain(failure);
        return new Problem(
                known.type().uri(),
                known.type().title(),
                known.status(),
                known.getMessage(),
                known.errors(),
                requestId,
                known.facts());
    }

    /** @return the refusal that a failure amounts to; a surprise is an internal error without its details */
    public static ProblemException explain(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case MathException mathematics -> explain(mathematics);
            case CancelledException _ -> new ProblemException(ProblemType.OVERLOADED, "The caller has gone.");
            case NotFoundException _ -> noSuchPath();
            case NotAllowedException _ ->
                new ProblemException(ProblemType.METHOD_NOT_ALLOWED, "This path does not answer this method.");
            case NotAcceptableException _ ->
                new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "Answers come as application/json, those of computations also as application/x-npz and application/x-npy;"
                                + " the Accept header excludes them.");
            case NotSupportedException _ ->
                new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Requests are read as application/json, application/x-npz, application/x-npy or text/csv; the"
                                + " Content-Type says otherwise.");
            case BadRequestException bad
            when bad.getCause() == null ->
                new ProblemException(ProblemType.INVALID_REQUEST, "The request could not be read.");
            case WebApplicationException web
            when web.getCause() != null && web.getCause() != web -> explain(web.getCause());
            case RejectedExecutionException _ ->
                new ProblemException(ProblemType.OVERLOADED, "There is no room for more work; try again in a moment.")
                        .retryAfter(1);
            case OutOfMemoryError _ ->
                new ProblemException(
                                ProblemType.OVERLOADED,
                                "There was not enough memory for this request; try again in a moment.")
                        .retryAfter(5);
            default ->
                new ProblemException(
                        ProblemType.INTERNAL_ERROR,
                        "Something went wrong on our side. The log holds the details under this requestId.");
        };
    }

    /** The refusal of a path that leads nowhere. */
    public static ProblemException noSuchPath() {
        return new ProblemException(
                ProblemType.NOT_FOUND, "No operation has this path. /docs lists them all, /openapi describes them.");
    }

    private static ProblemException explain(MathException failure) {
        // The empty pointer is the request as a whole. Time ran out nowhere in particular.
        List<Problem.FieldError> errors = failure instanceof DeadlineExceededException
                ? List.of()
                : List.of(new Problem.FieldError(failure.pointer(), failure.getMessage()));
        ProblemException problem = new ProblemException(type(failure), failure.getMessage(), errors);
        failure.facts().forEach(problem::with);
        return problem;
    }

    private static ProblemType type(MathException failure) {
        return switch (failure) {
            case DimensionMismatchException _ -> ProblemType.DIMENSION_MISMATCH;
            case SingularMatrixException _ -> ProblemType.SINGULAR_MATRIX;
            case NotPositiveDefiniteException _ -> ProblemType.NOT_POSITIVE_DEFINITE;
            case NotSymmetricException _ -> ProblemType.NOT_SYMMETRIC;
            case DomainException _ -> ProblemType.DOMAIN_ERROR;
            case DidNotConvergeException _ -> ProblemType.DID_NOT_CONVERGE;
            case InvalidParameterException _ -> ProblemType.INVALID_PARAMETER;
            case InsufficientDataException _ -> ProblemType.INSUFFICIENT_DATA;
            case LimitExceededException _ -> ProblemType.LIMIT_EXCEEDED;
            case DeadlineExceededException _ -> ProblemType.DEADLINE_EXCEEDED;
            case ExpressionSyntaxException _ -> ProblemType.EXPRESSION_SYNTAX;
            case UnknownNameException _ -> ProblemType.UNKNOWN_NAME;
            default -> throw new IllegalStateException("no problem type for " + failure.getClass());
        };
    }
}
