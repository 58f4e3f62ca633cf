package org.mlmath.calculus.point;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.parse.VariableName;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/**
 * A point, by name {@code {"x": 1, "y": "pi/4"}} or as a vector {@code [1, 0.5]} in the order of the variables; a single coordinate
 * {@code 0.5} is a vector of one. Its schema is in
 * {@code META-INF/microprofile-config.properties}.
 *
 * @param byName the coordinates by variable, null for a vector
 * @param vector the coordinates in order, null for an object
 */
@JsonDeserialize(using = Point.Reader.class)
@ReadsArray
public record Point(Map<String, Double> byName, List<Double> vector) {
    /** More variables than an expression can hold. */
    private static final int COORDINATES = 5_000;

    /**
     * The coordinates in the order of these variables. An object may hold others besides.
     *
     * @throws InvalidParameterException for a variable without a value; pointer relative to the point
     * @throws DimensionMismatchException for a vector of another length
     */
    public double[] in(List<String> variables) {
        double[] coordinates = new double[variables.size()];
        if (vector != null && vector.size() != variables.size()) {
            throw new DimensionMismatchException(
                    "The point has %d coordinates for %s.".formatted(vector.size(), described(variables)));
        }
        for (int i = 0; i < coordinates.length; i++) {
            Double value = vector == null ? byName.get(variables.get(i)) : vector.get(i);
            if (value == null) {
                throw new InvalidParameterException("The point gives no value for %s.".formatted(variables.get(i)));
            }
            coordinates[i] = value;
        }
        return coordinates;
    }

    /** @return how many coordinates are given */
    public int size() {
        return vector == null ? byName.size() : vector.size();
    }

    /** The number, or the value of the constant expression, at which a parser stands: for readers of other shapes of points. */
    public static double coordinate(JsonParser parser) throws IOException {
        return Reader.coordinate(parser);
    }

    private static String described(List<String> variables) {
        return switch (variables.size()) {
            case 0 -> "an expression without variables";
            case 1 -> "the one variable " + variables.getFirst();
            default -> "the %d variables %s".formatted(variables.size(), String.join(", ", variables));
        };
    }

    static final class Reader extends StdDeserializer<Point> {
        Reader() {
            super(Point.class);
        }

        @Override
        public boolean isCachable() {
            return true;
        }

        @Override
        public Point deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(parser);
                case START_ARRAY -> vector(parser);
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Point(null, List.of(coordinate(parser)));
                default ->
                    throw refused(
                            parser,
                            "expected a point: an object by variable name, or a vector in the order of the variables");
            };
        }

        private static Point object(JsonParser parser) throws IOException {
            Map<String, Double> byName = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                double value = coordinate(parser);
                require(parser, byName.size() < COORDINATES);
                if (byName.put(name(parser, name), value) != null) {
                    throw refused(parser, "\"" + name + "\" is given twice, in two spellings");
                }
            }
            return new Point(byName, null);
        }

        private static String name(JsonParser parser, String name) {
            try {
                return VariableName.of(name);
            } catch (MathException e) {
                throw e.at(pointer(parser));
            }
        }

        private static Point vector(JsonParser parser) throws IOException {
            List<Double> vector = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                require(parser, vector.size() < COORDINATES);
                vector.add(coordinate(parser));
            }
            return new Point(null, vector);
        }

        static double coordinate(JsonParser parser) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                try {
                    return Evaluation.constant(parser.getText());
                } catch (MathException e) {
                    throw e.at(pointer(parser));
                }
            }
            if (!parser.currentToken().isNumeric()) {
                throw refused(parser, "expected a number or a constant expression such as \"pi/4\"");
            }
            double value = parser.getDoubleValue();
            if (!Double.isFinite(value)) {
                throw refused(parser, "is larger than the largest double, about 1.8e308");
            }
            return value;
        }

        private static void require(JsonParser parser, boolean small) {
            if (!small) {
                throw ProblemException.at(
                        ProblemType.LIMIT_EXCEEDED,
                        pointer(parser),
                        "a point has at most %,d coordinates".formatted(COORDINATES));
            }
        }

        private static ProblemException refused(JsonParser parser, String why) {
            return ProblemException.at(ProblemType.INVALID_REQUEST, pointer(parser), why);
        }

        private static String pointer(JsonParser parser) {
            return parser.getParsingContext().pathAsPointer().toString();
        }
    }
}
