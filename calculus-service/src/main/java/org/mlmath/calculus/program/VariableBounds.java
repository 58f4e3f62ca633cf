package org.mlmath.calculus.program;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.DimensionMismatchException;

/**
 * Bounds of variables: a pair {@code [lower, upper]} for each or one for all, null or an infinity where there is none. Its schema is in
 * {@code META-INF/microprofile-config.properties}.
 *
 * @param pairs lower and upper bound of each variable
 * @param forAll whether the one pair is that of every variable
 */
@JsonDeserialize(using = VariableBounds.Reader.class)
public record VariableBounds(List<double[]> pairs, boolean forAll) {
    private static final int MOST = 10_000;

    /** @return the lower, or else the upper bound of each of n variables */
    double[] side(boolean upper, int n) {
        if (!forAll && pairs.size() != n) {
            throw new DimensionMismatchException(
                    "There are %d pairs of bounds for %d variables.".formatted(pairs.size(), n));
        }
        double[] side = new double[n];
        for (int j = 0; j < n; j++) {
            side[j] = pairs.get(forAll ? 0 : j)[upper ? 1 : 0];
        }
        return side;
    }

    /** @return n times the same number */
    static double[] all(int n, double bound) {
        double[] side = new double[n];
        Arrays.fill(side, bound);
        return side;
    }

    static final class Reader extends StdDeserializer<VariableBounds> {
        Reader() {
            super(VariableBounds.class);
        }

        @Override
        public VariableBounds deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw refused(parser);
            }
            List<double[]> pairs = new ArrayList<>();
            JsonToken token = parser.nextToken();
            if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                return new VariableBounds(List.of(pair(parser)), true);
            }
            while (parser.currentToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.START_ARRAY) {
                    throw refused(parser);
                }
                parser.nextToken();
                pairs.add(pair(parser));
                parser.nextToken();
                if (pairs.size() > MOST) {
                    throw ProblemException.at(
                            ProblemType.LIMIT_EXCEEDED, pointer(parser), "at most %,d pairs are read".formatted(MOST));
                }
            }
            return new VariableBounds(pairs, false);
        }

        /** From the first bound to the end of the pair. */
        private static double[] pair(JsonParser parser) throws IOException {
            double lower = bound(parser, Double.NEGATIVE_INFINITY);
            parser.nextToken();
            double upper = bound(parser, Double.POSITIVE_INFINITY);
            if (parser.nextToken() != JsonToken.END_ARRAY
                    || lower > 0 && Double.isInfinite(lower)
                    || upper < 0 && Double.isInfinite(upper)) {
                throw refused(parser);
            }
            return new double[] {lower, upper};
        }

        private static double bound(JsonParser parser, double none) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return none;
            }
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                switch (parser.getText()) {
                    case "Infinity":
                        return Double.POSITIVE_INFINITY;
                    case "-Infinity":
                        return Double.NEGATIVE_INFINITY;
                    default:
                        return Point.coordinate(parser);
                }
            }
            if (!parser.currentToken().isNumeric()) {
                throw refused(parser);
            }
            return Point.coordinate(parser);
        }

        private static ProblemException refused(JsonParser parser) {
            return ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    pointer(parser),
                    "expected a pair [lower, upper] for each variable, or one for all; null means no bound");
        }

        private static String pointer(JsonParser parser) {
            return parser.getParsingContext().pathAsPointer().toString();
        }
    }
}
