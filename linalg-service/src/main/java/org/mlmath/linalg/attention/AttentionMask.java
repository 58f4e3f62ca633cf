package org.mlmath.linalg.attention;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Arrays;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.linear.Matrix;

/**
 * What is added to the scores: 0 where a query may see a key, −∞ where it may not, or any other number. Read from a matrix of booleans,
 * or of 0 and 1 alone, which say who may see whom, or of other numbers, which are what is added. A vector, like a matrix of one row, is for
 * all queries. Its schema is in
 * {@code META-INF/microprofile-config.properties}.
 *
 * @param added entries that are finite or −∞
 */
@JsonDeserialize(using = AttentionMask.Reader.class)
public record AttentionMask(Matrix added) {
    /** @param numbers finite or −∞; only 0 and 1 mean hidden and seen */
    static AttentionMask of(Matrix numbers) {
        double[] added = numbers.values().clone();
        if (Arrays.stream(added).allMatch(entry -> entry == 0 || entry == 1)) {
            for (int i = 0; i < added.length; i++) {
                added[i] = added[i] == 1 ? 0 : Double.NEGATIVE_INFINITY;
            }
        }
        return new AttentionMask(new Matrix(numbers.rows(), numbers.columns(), added));
    }

    /** @return the mask of so many queries, where one row is for all of them; as it is where the number of keys does not fit */
    Matrix forQueries(int queries, int keys) {
        if (added.rows() != 1 || added.columns() != keys || queries <= 1) {
            return added;
        }
        double[] repeated = new double[Math.multiplyExact(queries, added.columns())];
        for (int i = 0; i < queries; i++) {
            System.arraycopy(added.values(), 0, repeated, i * added.columns(), added.columns());
        }
        return new Matrix(queries, added.columns(), repeated);
    }

    static final class Reader extends StdDeserializer<AttentionMask> {
        private static final int MOST_ENTRIES = 8_000_000;

        Reader() {
            super(AttentionMask.class);
        }

        @Override
        public AttentionMask deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            require(
                    parser,
                    parser.currentToken() == JsonToken.START_ARRAY,
                    "expected a matrix, or a vector, of booleans or numbers");
            double[] values = new double[64];
            int count = 0;
            int rows = 0;
            int columns = -1;
            boolean vector = false;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                boolean row = parser.currentToken() == JsonToken.START_ARRAY;
                require(parser, row ? !vector : rows == 0, "expected a row of the mask");
                vector = !row;
                int inRow = 0;
                while (!row || parser.nextToken() != JsonToken.END_ARRAY) {
                    require(parser, count < MOST_ENTRIES, "has more than 8,000,000 entries");
                    if (count == values.length) {
                        values = Arrays.copyOf(values, 2 * count);
                    }
                    values[count++] = entry(parser);
                    inRow++;
                    if (!row) {
                        break;
                    }
                }
                if (row) {
                    require(parser, columns < 0 || columns == inRow, "all rows must be equally long");
                    columns = inRow;
                    rows++;
                }
            }
            if (vector) {
                return of(new Matrix(1, count, Arrays.copyOf(values, count)));
            }
            return of(new Matrix(rows, Math.max(0, columns), Arrays.copyOf(values, count)));
        }

        private static double entry(JsonParser parser) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_TRUE -> 1;
                case VALUE_FALSE -> 0;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    double value = parser.getDoubleValue();
                    require(parser, Double.isFinite(value), "is larger than the largest double, about 1.8e308");
                    yield value;
                }
                case VALUE_STRING -> {
                    require(
                            parser,
                            parser.getText().equals("-Infinity"),
                            "expected a number, true, false or \"-Infinity\"");
                    yield Double.NEGATIVE_INFINITY;
                }
                default -> throw refused(parser, "expected a number, true, false or \"-Infinity\"");
            };
        }

        private static void require(JsonParser parser, boolean holds, String otherwise) {
            if (!holds) {
                throw refused(parser, otherwise);
            }
        }

        private static ProblemException refused(JsonParser parser, String why) {
            return ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    why);
        }
    }
}
