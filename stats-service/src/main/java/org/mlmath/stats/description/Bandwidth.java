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
 * A bandwidth as asked for.
 *
 * @param value null where a rule decides
 * @param rule null where the value is given
 */
@JsonDeserialize(using = Bandwidth.Reader.class)
public record Bandwidth(Double value, BandwidthRule rule) {
    /** Reads a number or a name. */
    static final class Reader extends StdDeserializer<Bandwidth> {
        Reader() {
            super(Bandwidth.class);
        }

        @Override
        public Bandwidth deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return new Bandwidth(null, context.readValue(parser, BandwidthRule.class));
            }
            if (parser.currentToken().isNumeric()) {
                return new Bandwidth(context.readValue(parser, Double.class), null);
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a positive number, or \"silverman\", \"scott\" or \"sheather-jones\"");
        }
    }
}
