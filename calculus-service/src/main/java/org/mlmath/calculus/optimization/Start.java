package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.DimensionMismatchException;

/**
 * Where a run starts: a point or, for a softmax model, a row per class. Its schema is in
 * {@code META-INF/microprofile-config.properties}.
 *
 * @param point null where rows are given
 * @param rows null where a point is given
 */
@JsonDeserialize(using = Start.Reader.class)
@ReadsArray
public record Start(Point point, List<Point> rows) {
    /** More weights than anybody writes out; larger models start from zeros. */
    private static final int MOST_NUMBERS = 5_000;

    private static final int MOST_ROWS = 1_000;

    /**
     * The coordinates in the order of the variables.
     *
     * @param classes how many rows make a point
     * @throws org.mlmath.numerics.MathException where the start does not fit; pointer relative to it
     */
    double[] in(List<String> variables, int classes) {
        if (rows == null) {
            return point.in(variables);
        }
        if (rows.size() != classes) {
            throw new DimensionMismatchException("The start has %d rows, where %s."
                    .formatted(rows.size(), classes == 1 ? "one list of numbers is needed" : classes + " are needed"));
        }
        int length = variables.size() / classes;
        double[] coordinates = new double[variables.size()];
        for (int k = 0; k < classes; k++) {
            int from = k * length;
            try {
                double[] row = rows.get(k).in(variables.subList(from, from + length));
                System.arraycopy(row, 0, coordinates, from, length);
            } catch (DimensionMismatchException e) {
                throw e.at("/" + k);
            }
        }
        return coordinates;
    }

    static final class Reader extends StdDeserializer<Start> {
        Reader() {
            super(Start.class);
        }

        @Override
        public Start deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return new Start(context.readValue(parser, Point.class), null);
            }
            List<Double> vector = new ArrayList<>();
            List<Point> rows = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    rows.add(context.readValue(parser, Point.class));
                } else {
                    vector.add(Point.coordinate(parser));
                }
                if (!rows.isEmpty() && !vector.isEmpty()) {
                    throw refused(
                            parser,
                            ProblemType.INVALID_REQUEST,
                            "a start is a list of numbers or a list of rows, not both");
                }
                if (vector.size() > MOST_NUMBERS || rows.size() > MOST_ROWS) {
                    throw refused(
                            parser,
                            ProblemType.LIMIT_EXCEEDED,
                            "a start has at most %,d numbers, or %,d rows".formatted(MOST_NUMBERS, MOST_ROWS));
                }
            }
            return rows.isEmpty() ? new Start(new Point(null, vector), null) : new Start(null, rows);
        }

        private static ProblemException refused(JsonParser parser, ProblemType type, String why) {
            return ProblemException.at(
                    type, parser.getParsingContext().pathAsPointer().toString(), why);
        }
    }
}
