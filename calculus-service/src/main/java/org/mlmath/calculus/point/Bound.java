package org.mlmath.calculus.point;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.MathException;

/**
 * A point of the extended real line as callers give it: a number, a constant expression {@code "pi/4"}, {@code "Infinity"} or
 * {@code "-Infinity"}. Kept as the formula, so that exact work has an exact bound. Its schema is in
 * {@code META-INF/microprofile-config.properties}.
 *
 * @param formula without variables; {@code inf} and {@code -inf} for the infinities
 * @param value the nearest double
 */
@JsonDeserialize(using = Bound.Reader.class)
public record Bound(Expression formula, double value) {
    public static final Bound INFINITY = new Bound(Constant.INFINITY, Double.POSITIVE_INFINITY);
    public static final Bound MINUS_INFINITY = new Bound(new Negate(Constant.INFINITY), Double.NEGATIVE_INFINITY);

    /** @throws MathException for text that is no constant expression with a value */
    public static Bound of(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "infinity", "inf", "oo", "+infinity", "+inf", "∞" -> INFINITY;
            case "-infinity", "-inf", "-oo", "-∞" -> MINUS_INFINITY;
            default -> {
                Expression formula = Expressions.parse(text, List.of());
                yield new Bound(formula, Evaluation.value(formula, List.of(), new double[0]));
            }
        };
    }

    public boolean isInfinite() {
        return Double.isInfinite(value);
    }

    static final class Reader extends StdDeserializer<Bound> {
        Reader() {
            super(Bound.class);
        }

        @Override
        public Bound deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
            if (!text && !parser.currentToken().isNumeric()) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        pointer,
                        "expected a number, a constant expression such as \"pi/4\", \"Infinity\" or \"-Infinity\"");
            }
            try {
                return text ? of(parser.getText()) : number(parser, pointer);
            } catch (MathException e) {
                throw e.at(pointer);
            }
        }

        private static Bound number(JsonParser parser, String pointer) throws IOException {
            double value = parser.getDoubleValue();
            if (!Double.isFinite(value)) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST, pointer, "is larger than the largest double, about 1.8e308");
            }
            // As it is written: 0.1 is one tenth, which its double is not.
            return new Bound(Expressions.number(parser.getDecimalValue()), value);
        }
    }
}
