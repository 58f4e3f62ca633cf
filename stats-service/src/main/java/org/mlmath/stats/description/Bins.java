package org.mlmath.stats.description;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * The bins of a histogram as asked for: two of the three are null.
 *
 * @param count so many of equal width
 * @param edges between neighbouring ones
 * @param rule as many of equal width as it says
 */
@JsonDeserialize(using = Bins.Reader.class)
public record Bins(Integer count, double[] edges, BinRule rule) {
    static Bins by(BinRule rule) {
        return new Bins(null, null, rule);
    }

    /** Reads a number, a list or a name. */
    static final class Reader extends StdDeserializer<Bins> {
        Reader() {
            super(Bins.class);
        }

        @Override
        public Bins deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.START_ARRAY) {
                return new Bins(null, context.readValue(parser, double[].class), null);
            }
            if (token == JsonToken.VALUE_STRING) {
                return by(context.readValue(parser, BinRule.class));
            }
            if (token.isNumeric()) {
                return new Bins(context.readValue(parser, Integer.class), null, null);
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a number of bins, a list of edges, or a rule such as \"freedman-diaconis\"");
        }
    }
}
