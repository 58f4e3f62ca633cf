package org.mlmath.stats.dependence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * Shrinkage as asked for.
 *
 * @param intensity null where a rule decides
 * @param rule null where the intensity is given
 */
@JsonDeserialize(using = Shrinkage.Reader.class)
public record Shrinkage(Double intensity, ShrinkageRule rule) {
    /** Reads a number or a name. */
    static final class Reader extends StdDeserializer<Shrinkage> {
        Reader() {
            super(Shrinkage.class);
        }

        @Override
        public Shrinkage deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return new Shrinkage(null, context.readValue(parser, ShrinkageRule.class));
            }
            if (parser.currentToken().isNumeric()) {
                return new Shrinkage(context.readValue(parser, Double.class), null);
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a number from 0 to 1, or \"none\", \"ledoit-wolf\" or \"oas\"");
        }
    }
}
