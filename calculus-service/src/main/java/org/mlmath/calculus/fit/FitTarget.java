package org.mlmath.calculus.fit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * What a curve is fitted to: a column of the data by its name, an expression in columns such as {@code ln(y)}, or the values
 * themselves. Its schema is in {@code META-INF/microprofile-config.properties}.
 *
 * @param text null where values are given
 * @param values null where a text is given
 */
@JsonDeserialize(using = FitTarget.Reader.class)
public record FitTarget(String text, double[] values) {

    static final class Reader extends StdDeserializer<FitTarget> {
        Reader() {
            super(FitTarget.class);
        }

        @Override
        public FitTarget deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return new FitTarget(parser.getText(), null);
            }
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                return new FitTarget(null, context.readValue(parser, double[].class));
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected the name of a column, an expression in columns, or a list of numbers");
        }
    }
}
