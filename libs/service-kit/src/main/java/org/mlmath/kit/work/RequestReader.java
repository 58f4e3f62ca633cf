package org.mlmath.kit.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.impl.BufferImpl;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlmath.kit.array.ArrayBody;
import org.mlmath.kit.array.ArrayBudget;
import org.mlmath.kit.array.WireFormat;
import org.mlmath.kit.problem.JsonFailures;
import org.mlmath.kit.problem.Problem;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** Makes a request record of what was sent, whatever its form, and checks what needs no mathematics. */
@Singleton
final class RequestReader {
    /** Asked of each request, and the JVM makes the components anew each time. */
    private static final ClassValue<Boolean> RAW = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return components.length == 1 && components[0].getType() == byte[].class;
        }
    };

    private final ObjectMapper mapper;
    private final Validator validator;
    private final Limits limits;

    /** For bodies of JSON: finding out anew what is known of a type would take longer than reading a small one. */
    private final ClassValue<ObjectReader> readers = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
            return mapper.readerFor(type);
        }
    };

    RequestReader(ObjectMapper mapper, Validator validator, Limits limits) {
        this.mapper = mapper;
        this.validator = validator;
        this.limits = limits;
    }

    /**
     * What is to be read.
     *
     * @param type the request record
     * @param format of the body
     * @param query the parameters beside a body that holds arrays alone
     */
    record Form(Class<?> type, WireFormat format, List<Map.Entry<String, String>> query) {
        static Form json(Class<?> type) {
            return new Form(type, WireFormat.JSON, List.of());
        }
    }

    /** @throws ProblemException malformed-json or invalid-request, with the pointers of what is wrong */
    Object read(Ticket ticket, Form form) {
        Object request = parse(ticket, form);
        if (request == null) {
            throw ProblemException.at(ProblemType.INVALID_REQUEST, "", "is null; expected a JSON object");
        }
        Set<ConstraintViolation<Object>> violations = validator.validate(request);
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

    /** @return whether the body is the request as it is, a picture for instance: a record of nothing but bytes */
    static boolean isRaw(Class<?> type) {
        return RAW.get(type);
    }

    private Object parse(Ticket ticket, Form form) {
        if (isRaw(form.type())) {
            String field = form.type().getRecordComponents()[0].getName();
            return mapper.convertValue(Map.of(field, ticket.body().getBytes()), form.type());
        }
        try {
            if (ticket.array() != null) {
                return mapper.readValue(
                        ArrayBody.open(ticket.array(), form.type(), form.query(), mapper, budget(ticket)), form.type());
            }
            // Most bodies lie in one array already: no copy of a large one.
            ByteBuf buffer = ((BufferImpl) ticket.body()).byteBuf();
            boolean inPlace = buffer.hasArray();
            byte[] bytes = inPlace ? buffer.array() : ticket.body().getBytes();
            int from = inPlace ? buffer.arrayOffset() + buffer.readerIndex() : 0;
            int length = inPlace ? buffer.readableBytes() : bytes.length;
            if (form.format() == WireFormat.JSON) {
                return readers.get(form.type()).readValue(bytes, from, length);
            }
            return mapper.readValue(
                    ArrayBody.open(
                            form.format(),
                            bytes,
                            from,
                            from + length,
                            form.type(),
                            form.query(),
                            mapper,
                            budget(ticket)),
                    form.type());
        } catch (IOException e) {
            throw JsonFailures.explain(e);
        }
    }

    private ArrayBudget budget(Ticket ticket) {
        return new ArrayBudget(limits.entries(), ticket::reserve);
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
