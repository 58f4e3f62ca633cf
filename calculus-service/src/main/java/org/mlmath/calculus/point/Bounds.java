package org.mlmath.calculus.point;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * An interval as callers give it, {@code [0, "Infinity"]}, ends included. Its schema is in
 * {@code META-INF/microprofile-config.properties}.
 *
 * @param lower not above the upper end
 */
@JsonDeserialize(using = Bounds.Reader.class)
@ReadsArray
public record Bounds(double lower, double upper) {
    public static final Bounds ALL = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static final class Reader extends StdDeserializer<Bounds> {
        Reader() {
            super(Bounds.class);
        }

        @Override
        public Bounds deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw refused(pointer);
            }
            double lower = end(parser, pointer);
            double upper = end(parser, pointer);
            boolean empty = !(lower <= upper) || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY;
            if (parser.nextToken() != JsonToken.END_ARRAY || empty) {
                throw refused(pointer);
            }
            return new Bounds(lower, upper);
        }

        private static double end(JsonParser parser, String pointer) throws IOException {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING) {
                switch (parser.getText()) {
                    case "Infinity":
                        return Double.POSITIVE_INFINITY;
                    case "-Infinity":
                        return Double.NEGATIVE_INFINITY;
                    default:
                        return Point.coordinate(parser);
                }
            }
            if (!token.isNumeric()) {
                throw refused(pointer);
            }
            return Point.coordinate(parser);
        }

        private static ProblemException refused(String pointer) {
            return ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    pointer,
                    "expected two ends [lower, upper], each a number, a constant expression, \"Infinity\" or \"-Infinity\"");
        }
    }
}
