package org.mlmath.kit.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.mlmath.kit.problem.JsonFailures;
import org.mlmath.kit.problem.Problem;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** Makes a request record of a JSON body and checks what needs no mathematics. */
@Singleton
final class RequestReader {
    private final ObjectMapper mapper;
    private final Validator validator;

    RequestReader(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /** @throws ProblemException malformed-json or invalid-request, with the pointers of what is wrong */
    <T> T read(Buffer body, Class<T> type) {
        T request = parse(body, type);
        if (request == null) {
            throw ProblemException.at(ProblemType.INVALID_REQUEST, "", "is null; expected a JSON object");
        }
        Set<ConstraintViolation<T>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            List<Problem.FieldError> errors = violations.stream()
                    .map(RequestReader::fieldError)
                    .sorted(Comparator.comparing(Problem.FieldError::pointer))
                    .toList();
            Problem.FieldError first = errors.getFirst();
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, (first.pointer() + ": " + first.detail()).strip(), errors);
        }
        return request;
    }

    private <T> T parse(Buffer body, Class<T> type) {
        try {
            // Most bodies lie in one array already: no copy of a large one.
            ByteBuf bytes = ((BufferImpl) body).byteBuf();
            if (bytes.hasArray()) {
                return mapper.readValue(
                        bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes(), type);
            }
            return mapper.readValue(body.getBytes(), type);
        } catch (IOException e) {
            throw JsonFailures.explain(e);
        }
    }

    private static Problem.FieldError fieldError(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        boolean absent = violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
        return new Problem.FieldError(pointer.toString(), absent ? "is required" : violation.getMessage());
    }
}
