package org.mlmath.stats.bayes.comparison;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** A region of practical equivalence: the differences from lower to upper do not matter. */
@JsonDeserialize(using = Rope.Reader.class)
public record Rope(double lower, double upper) {
    static final class Reader extends StdDeserializer<Rope> {
        private record Ends(Double lower, Double upper) {}

        Reader() {
            super(Rope.class);
        }

        @Override
        public Rope deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            var at = parser.getParsingContext();
            String pointer = (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY ? at.getParent() : at)
                    .pathAsPointer()
                    .toString();
            if (token.isNumeric()) {
                double reach = context.readValue(parser, Double.class);
                return checked(-reach, reach, pointer);
            }
            if (token == JsonToken.START_OBJECT) {
                Ends ends = context.readValue(parser, Ends.class);
                if (ends.lower() != null && ends.upper() != null) {
                    return checked(ends.lower(), ends.upper(), pointer);
                }
            }
            if (token == JsonToken.START_ARRAY) {
                double[] ends = context.readValue(parser, double[].class);
                if (ends.length == 2) {
                    return checked(ends[0], ends[1], pointer);
                }
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST, pointer, "expected a number r, or {\"lower\": …, \"upper\": …}");
        }

        private static Rope checked(double lower, double upper, String pointer) {
            if (lower > upper) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST, pointer, "the lower end must not lie above the upper end");
            }
            return new Rope(lower, upper);
        }
    }
}
