package org.mlmath.stats.number;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * The end of an interval: a number, an infinity by name, or a constant expression.
 *
 * @param value finite or infinite
 */
@JsonDeserialize(using = Bound.Reader.class)
public record Bound(double value) {
    static final class Reader extends StdDeserializer<Bound> {
        Reader() {
            super(Bound.class);
        }

        @Override
        public Bound deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return new Bound(value(parser.getText()));
            }
            if (parser.currentToken().isNumeric()) {
                return new Bound(context.readValue(parser, Double.class));
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a number, \"Infinity\", \"-Infinity\" or a constant expression such as \"pi/4\"");
        }

        private static double value(String text) {
            return switch (text) {
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> Evaluation.constant(text);
            };
        }
    }
}
