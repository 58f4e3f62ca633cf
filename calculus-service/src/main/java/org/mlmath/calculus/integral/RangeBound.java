package org.mlmath.calculus.integral;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;
import org.mlmath.calculus.point.Bound;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.MathException;

/**
 * A bound that may depend on other variables: a number, an expression {@code "sqrt(1 - x^2)"}, {@code "Infinity"} or
 * {@code "-Infinity"}. Its schema is in {@code META-INF/microprofile-config.properties}.
 *
 * @param text as it was given
 */
@JsonDeserialize(using = RangeBound.Reader.class)
public record RangeBound(String text) {

    /**
     * @param before the variables it may depend on
     * @throws MathException for text that is no expression in these
     */
    Expression in(List<String> before) {
        return switch (text.strip()) {
            case "Infinity", "inf" -> Bound.INFINITY.formula();
            case "-Infinity", "-inf" -> Bound.MINUS_INFINITY.formula();
            default -> Expressions.parse(text, before);
        };
    }

    static final class Reader extends StdDeserializer<RangeBound> {
        Reader() {
            super(RangeBound.class);
        }

        @Override
        public RangeBound deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return new RangeBound(parser.getText());
            }
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            if (!parser.currentToken().isNumeric()) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        pointer,
                        "expected a number, an expression in the variables before such as \"1 - x\", \"Infinity\" or \"-Infinity\"");
            }
            if (!Double.isFinite(parser.getDoubleValue())) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST, pointer, "is larger than the largest double, about 1.8e308");
            }
            return new RangeBound(parser.getDecimalValue().toPlainString());
        }
    }
}
