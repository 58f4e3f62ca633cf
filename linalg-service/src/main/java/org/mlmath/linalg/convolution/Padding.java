package org.mlmath.linalg.convolution;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * Zeros around the input. Its schema is in {@code META-INF/microprofile-config.properties}.
 *
 * @param width on every side, or −1 for as many as keep the size
 */
@JsonDeserialize(using = Padding.Reader.class)
public record Padding(int width) {
    static final Padding SAME = new Padding(-1);
    private static final int MOST = 1000;

    static final class Reader extends StdDeserializer<Padding> {
        Reader() {
            super(Padding.class);
        }

        @Override
        public Padding deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING
                    && parser.getText().equals("same")) {
                return SAME;
            }
            if (parser.currentToken().isNumeric()) {
                double width = parser.getDoubleValue();
                if (width >= 0 && width <= MOST && width == Math.rint(width)) {
                    return new Padding((int) width);
                }
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected an integer from 0 to %d, or \"same\"".formatted(MOST));
        }
    }
}
