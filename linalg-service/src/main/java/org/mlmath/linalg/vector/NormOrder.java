package org.mlmath.linalg.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * The p of a p-norm: a number, or {@code "inf"}. Its schema is in {@code META-INF/microprofile-config.properties}.
 *
 * @param value infinite for the largest modulus
 */
@JsonDeserialize(using = NormOrder.Reader.class)
public record NormOrder(double value) {
    static final class Reader extends StdDeserializer<NormOrder> {
        Reader() {
            super(NormOrder.class);
        }

        @Override
        public NormOrder deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken().isNumeric()) {
                return new NormOrder(context.readValue(parser, Double.class));
            }
            boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
            if (text && (parser.getText().equals("inf") || parser.getText().equals("Infinity"))) {
                return new NormOrder(Double.POSITIVE_INFINITY);
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a number or \"inf\"");
        }
    }
}
