package org.mlmath.stats.number;

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
 * Numbers given as a list, or one given by itself.
 *
 * @param values in the order given
 */
@JsonDeserialize(using = Numbers.Reader.class)
@ReadsArray
public record Numbers(double[] values) {
    static final class Reader extends StdDeserializer<Numbers> {
        Reader() {
            super(Numbers.class);
        }

        @Override
        public Numbers deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                return new Numbers(context.readValue(parser, double[].class));
            }
            if (parser.currentToken().isNumeric()) {
                return new Numbers(new double[] {context.readValue(parser, Double.class)});
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a number or a list of numbers");
        }
    }
}
