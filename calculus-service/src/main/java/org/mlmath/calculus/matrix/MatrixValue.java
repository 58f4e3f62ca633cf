package org.mlmath.calculus.matrix;

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
import org.mlmath.numerics.linear.Matrix;

/**
 * A number, a vector or a matrix, entries being numbers or constant expressions. Its schema is in
 * {@code META-INF/microprofile-config.properties}.
 *
 * @param matrix a vector as a column, a number as 1×1
 * @param dimensions 0, 1 or 2
 */
@JsonDeserialize(using = MatrixValue.Reader.class)
@ReadsArray
public record MatrixValue(Matrix matrix, int dimensions) {
    private static final int ENTRIES = 1_000_000;

    static final class Reader extends StdDeserializer<MatrixValue> {
        Reader() {
            super(MatrixValue.class);
        }

        @Override
        public MatrixValue deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return new MatrixValue(new Matrix(1, 1, new double[] {Point.coordinate(parser)}), 0);
            }
            List<Double> entries = new ArrayList<>();
            int rows = 0;
            int columns = -1;
            boolean nested = false;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                boolean row = parser.currentToken() == JsonToken.START_ARRAY;
                if (rows > 0 && row != nested) {
                    throw refused(parser, "rows and numbers are mixed");
                }
                nested = row;
                int before = entries.size();
                if (row) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        entry(parser, entries);
                    }
                } else {
                    entry(parser, entries);
                }
                int width = entries.size() - before;
                if (columns >= 0 && width != columns) {
                    throw refused(parser, "the row has %d entries, the first one %d".formatted(width, columns));
                }
                columns = width;
                rows++;
            }
            if (entries.isEmpty()) {
                throw refused(parser, "is empty");
            }
            double[] values = entries.stream().mapToDouble(Double::doubleValue).toArray();
            return new MatrixValue(new Matrix(rows, columns, values), nested ? 2 : 1);
        }

        private static void entry(JsonParser parser, List<Double> entries) throws IOException {
            if (entries.size() >= ENTRIES) {
                throw ProblemException.at(
                        ProblemType.LIMIT_EXCEEDED,
                        pointer(parser),
                        "a value has at most %,d entries".formatted(ENTRIES));
            }
            entries.add(Point.coordinate(parser));
        }

        private static ProblemException refused(JsonParser parser, String why) {
            return ProblemException.at(ProblemType.INVALID_REQUEST, pointer(parser), why);
        }

        private static String pointer(JsonParser parser) {
            return parser.getParsingContext().pathAsPointer().toString();
        }
    }
}
