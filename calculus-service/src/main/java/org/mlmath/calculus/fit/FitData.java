package org.mlmath.calculus.fit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.point.Variables;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;

/**
 * Observations by column, {@code {"x": [1, 2], "y": [3, 5]}}; a CSV body with a header row is the same. Its schema is in
 * {@code META-INF/microprofile-config.properties}.
 *
 * @param names of the columns, as the language spells them
 * @param columns of equal length
 */
@JsonDeserialize(using = FitData.Reader.class)
@ReadsArray(columnsByName = true)
public record FitData(List<String> names, List<double[]> columns) {
    private static final int MOST_COLUMNS = 1_000;

    int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().length;
    }

    /** Puts the entries of a row into a vector, from a place on. */
    void copyRow(int row, double[] into, int from) {
        for (int k = 0; k < columns.size(); k++) {
            into[from + k] = columns.get(k)[row];
        }
    }

    static final class Reader extends StdDeserializer<FitData> {
        private static final TypeReference<LinkedHashMap<String, double[]>> COLUMNS = new TypeReference<>() {};

        Reader() {
            super(FitData.class);
        }

        @Override
        public FitData deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        parser.getParsingContext().pathAsPointer().toString(),
                        "expected an object of columns by name, such as {\"x\": [1, 2]}");
            }
            String pointer =
                    parser.getParsingContext().getParent().pathAsPointer().toString();
            return of(context.readValue(parser, context.getTypeFactory().constructType(COLUMNS)), pointer);
        }

        private static FitData of(Map<String, double[]> given, String pointer) {
            if (given.size() > MOST_COLUMNS) {
                throw ProblemException.at(
                        ProblemType.LIMIT_EXCEEDED, pointer, "at most %,d columns are read".formatted(MOST_COLUMNS));
            }
            List<String> names = new ArrayList<>();
            List<double[]> columns = new ArrayList<>();
            given.forEach((name, column) -> {
                String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                if (column == null) {
                    throw ProblemException.at(ProblemType.INVALID_REQUEST, at, "is null; expected a list of numbers");
                }
                String known = Variables.name(name, at);
                if (names.contains(known)) {
                    throw new InvalidParameterException("\"%s\" is given twice, in two spellings.".formatted(name))
                            .at(at);
                }
                if (!columns.isEmpty() && column.length != columns.getFirst().length) {
                    throw new DimensionMismatchException("Column \"%s\" has %d values, column \"%s\" has %d."
                                    .formatted(name, column.length, names.getFirst(), columns.getFirst().length))
                            .at(at);
                }
                names.add(known);
                columns.add(column);
            });
            return new FitData(List.copyOf(names), List.copyOf(columns));
        }
    }
}
