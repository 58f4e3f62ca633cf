package org.mlmath.kit.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.NearestName;

/** Says in the caller's words why JSON could not be read: where, what was found, what would be right. */
public final class JsonFailures {
    private static final int LONGEST = 100;

    private JsonFailures() {}

    /** @return the refusal that Jackson's failure amounts to; a failure of the mathematics inside it comes out as it is */
    public static RuntimeException explain(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof MathException mathematics) {
                return mathematics.pointer().isEmpty() && failure instanceof JsonMappingException mapping
                        ? mathematics.at(pointer(mapping))
                        : mathematics;
            }
        }
        return switch (failure) {
            case StreamConstraintsException tooMuch ->
                new ProblemException(ProblemType.LIMIT_EXCEEDED, plain(tooMuch.getOriginalMessage()) + ".");
            case JsonParseException malformed -> malformed(malformed);
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() -> notAChoice(format);
            case MismatchedInputException mismatch
            when isEmpty(mismatch) ->
                ProblemException.at(ProblemType.INVALID_REQUEST, "", "the body is empty; expected a JSON object");
            case MismatchedInputException mismatch ->
                ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        pointer(mismatch),
                        "expected " + expected(mismatch.getTargetType()));
            case JsonMappingException mapping
            when mapping.getCause() instanceof JsonParseException malformed -> malformed(malformed);
            case JsonMappingException mapping ->
                ProblemException.at(ProblemType.INVALID_REQUEST, pointer(mapping), plain(mapping.getOriginalMessage()));
            default -> new ProblemException(ProblemType.MALFORMED_JSON, "The body could not be read as JSON.");
        };
    }

    /** What the library says, without what it says to those who program with it: where it read from and which of its methods knows more. */
    private static String plain(String message) {
        return message.replaceAll(", from `[^`]*`", "")
                .replaceAll(": enable `[^`]*` to allow", "")
                .replaceAll(
                        "\\(start marker at \\[Source: [^\\]]*; line: (\\d+), column: (\\d+)]\\)",
                        "that begins at line $1, column $2")
                .replaceAll("\\s*\\(?(at )?\\[Source: [^\\]]*]\\)?", "");
    }

    private static ProblemException malformed(JacksonException failure) {
        int line = failure.getLocation() == null ? 1 : failure.getLocation().getLineNr();
        int column = failure.getLocation() == null ? 1 : failure.getLocation().getColumnNr();
        String what = plain(failure.getOriginalMessage()).lines().findFirst().orElse("");
        return new ProblemException(ProblemType.MALFORMED_JSON, "line %d, column %d: %s".formatted(line, column, what))
                .with("line", line)
                .with("column", column);
    }

    private static ProblemException unknownField(UnrecognizedPropertyException failure) {
        String name = failure.getPropertyName();
        Collection<Object> known = failure.getKnownPropertyIds() == null ? List.of() : failure.getKnownPropertyIds();
        List<String> names = known.stream().map(String::valueOf).sorted().toList();
        String nearest = NearestName.of(name, names).orElse(null);
        ProblemException problem = ProblemException.at(
                ProblemType.INVALID_REQUEST,
                pointer(failure),
                "unknown field \"" + beginning(name) + "\"." + NearestName.question(name, names) + " Known here: "
                        + String.join(", ", names));
        return nearest == null ? problem : problem.with("suggestion", nearest);
    }

    /** A name or choice may be as long as a body; nobody needs all of it back. */
    private static String beginning(String given) {
        return given.length() <= LONGEST ? given : given.substring(0, LONGEST) + "…";
    }

    private static ProblemException notAChoice(InvalidFormatException failure) {
        List<String> choices = Arrays.stream(failure.getTargetType().getEnumConstants())
                .map(constant -> spelling((Enum<?>) constant))
                .toList();
        String given = String.valueOf(failure.getValue());
        String all = choices.stream().map(choice -> '"' + choice + '"').collect(Collectors.joining(", "));
        return ProblemException.at(
                ProblemType.INVALID_REQUEST,
                pointer(failure),
                "\"" + beginning(given) + "\" is not one of " + all + "." + NearestName.question(given, choices));
    }

    private static String spelling(Enum<?> constant) {
        try {
            JsonProperty property =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return property == null ? constant.name() : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("an enum constant is a field of its enum", e);
        }
    }

    private static boolean isEmpty(MismatchedInputException failure) {
        return failure.getPath().isEmpty() && failure.getOriginalMessage().startsWith("No content");
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type == Double.class || type == double.class) {
            return "a finite number";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "an integer";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> '"' + spelling((Enum<?>) constant) + '"')
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "an array" : "an object";
    }

    private static String pointer(JsonMappingException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
