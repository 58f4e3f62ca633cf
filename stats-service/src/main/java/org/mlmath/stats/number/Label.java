package org.mlmath.stats.number;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * The name of a class: a number, a text, or true or false. In ascending order false and true come first, then numbers, then texts.
 *
 * @param value a Double, a String or a Boolean
 */
@JsonDeserialize(using = Label.Reader.class)
public record Label(@JsonValue Object value) implements Comparable<Label> {
    public static Label of(double number) {
        return new Label(number + 0.0); // -0 is 0
    }

    @Override
    public int compareTo(Label other) {
        int kinds = Integer.compare(kind(), other.kind());
        if (kinds != 0) {
            return kinds;
        }
        return switch (value) {
            case Boolean truth -> truth.compareTo((Boolean) other.value);
            case Double number -> number.compareTo((Double) other.value);
            default -> value.toString().compareTo(other.value.toString());
        };
    }

    private int kind() {
        return value instanceof Boolean ? 0 : value instanceof Double ? 1 : 2;
    }

    /** As it is written in sentences: 1, spam, true. */
    @Override
    public String toString() {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : value.toString();
    }

    static final class Reader extends StdDeserializer<Label> {
        private static final int LONGEST = 200;

        Reader() {
            super(Label.class);
        }

        @Override
        public boolean isCachable() {
            return true;
        }

        @Override
        public Label deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING && parser.getTextLength() <= LONGEST) {
                return new Label(parser.getText());
            }
            if (token.isBoolean()) {
                return new Label(parser.getBooleanValue());
            }
            if (token.isNumeric()) {
                return of(context.readValue(parser, Double.class));
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    token == JsonToken.VALUE_STRING
                            ? "is longer than " + LONGEST + " characters"
                            : "expected a label: a number, a text, true or false");
        }
    }
}
