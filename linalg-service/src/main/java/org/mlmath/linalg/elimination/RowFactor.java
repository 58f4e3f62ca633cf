package org.mlmath.linalg.elimination;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.exact.Rational;

/**
 * What a row is multiplied by: a number, or text such as {@code "-1/3"} for exact arithmetic. Its schema is in
 * {@code META-INF/microprofile-config.properties}.
 *
 * @param value the number; 0 where there is text
 * @param text as it was written, null for a number
 */
@JsonDeserialize(using = RowFactor.Reader.class)
public record RowFactor(double value, String text) {
    /** @throws org.mlmath.numerics.InvalidParameterException if the text is not a number */
    Rational fraction() {
        return text == null ? Rational.of(value) : Rational.parse(text);
    }

    static final class Reader extends StdDeserializer<RowFactor> {
        Reader() {
            super(RowFactor.class);
        }

        @Override
        public RowFactor deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return new RowFactor(0, parser.getText());
            }
            if (parser.currentToken().isNumeric()) {
                return new RowFactor(context.readValue(parser, Double.class), null);
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a number, or a fraction such as \"-1/3\"");
        }
    }
}
