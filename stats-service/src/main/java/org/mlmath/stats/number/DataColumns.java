package org.mlmath.stats.number;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mlmath.kit.array.ObservationTable;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;

/**
 * Data by column, given as a vector (one column), a matrix with an observation per row, or an object of named columns; a CSV body
 * is the last.
 *
 * @param form how the data were given
 * @param names of the columns: those given, or x1, x2, … from left to right
 * @param columns of equal length, NaN where a value is missing
 */
@JsonDeserialize(using = DataColumns.Reader.class)
@ReadsArray(columnsByName = true)
public record DataColumns(Form form, List<String> names, List<double[]> columns) {
    /** How data were given. */
    public enum Form {
        VECTOR,
        MATRIX,
        NAMED
    }

    /** Number of observations, missing ones included. */
    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().length;
    }

    /** Number of values in all columns. */
    public long entries() {
        return (long) rows() * columns.size();
    }

    /**
     * Where a column stands in the request; a matrix as a whole, since it has no place of its own for a column.
     *
     * @param pointer of the data
     */
    public String pointer(String pointer, int column) {
        return form == Form.NAMED ? pointer + "/" + escaped(names.get(column)) : pointer;
    }

    /**
     * Where a value stands in the request.
     *
     * @param pointer of the data
     */
    public String pointer(String pointer, int row, int column) {
        return form == Form.MATRIX ? pointer + "/" + row + "/" + column : pointer(pointer, column) + "/" + row;
    }

    /**
     * The observations without any missing value, as a data set of the same form.
     *
     * @param pointer of the data
     * @throws InvalidParameterException at the first missing value, unless such observations are to be omitted
     */
    public DataColumns complete(MissingValues missing, String pointer) {
        boolean[] incomplete = new boolean[rows()];
        boolean any = false;
        for (int j = 0; j < columns.size(); j++) {
            requirePresent(j, missing, pointer);
            double[] column = columns.get(j);
            for (int i = 0; i < column.length; i++) {
                if (Double.isNaN(column[i])) {
                    incomplete[i] = true;
                    any = true;
                }
            }
        }
        return any ? rows(IntStream.range(0, rows()).filter(i -> !incomplete[i]).toArray()) : this;
    }

    /**
     * @param pointer of the data
     * @throws InvalidParameterException at the first missing value of the column, unless such are to be omitted
     */
    public void requirePresent(int column, MissingValues missing, String pointer) {
        double[] values = columns.get(column);
        for (int i = 0; missing == MissingValues.REFUSE && i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw MissingValues.refusal(i).at(pointer(pointer, i, column));
            }
        }
    }

    /** The observations of the given indices, in their order. */
    public DataColumns rows(int[] indices) {
        List<double[]> kept = columns.stream()
                .map(column ->
                        Arrays.stream(indices).mapToDouble(i -> column[i]).toArray())
                .toList();
        return new DataColumns(form, names, kept);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static final class Reader extends StdDeserializer<DataColumns> {
        private static final TypeReference<LinkedHashMap<String, Observations>> NAMED = new TypeReference<>() {};

        Reader() {
            super(DataColumns.class);
        }

        @Override
        public DataColumns deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                return table(context.readValue(parser, ObservationTable.class));
            }
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                String pointer =
                        parser.getParsingContext().getParent().pathAsPointer().toString();
                return named(context.readValue(parser, context.getTypeFactory().constructType(NAMED)), pointer);
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a vector, a matrix with an observation per row, or an object of named columns");
        }

        private static DataColumns table(ObservationTable table) {
            int width = table.columns();
            List<String> names = new ArrayList<>(width);
            List<double[]> columns = new ArrayList<>(width);
            for (int j = 0; j < width; j++) {
                names.add("x" + (j + 1));
                double[] column = new double[table.rows()];
                for (int i = 0; i < column.length; i++) {
                    column[i] = table.values()[i * width + j];
                }
                columns.add(column);
            }
            return new DataColumns(table.vector() ? Form.VECTOR : Form.MATRIX, names, columns);
        }

        private static DataColumns named(Map<String, Observations> given, String pointer) {
            List<String> names = List.copyOf(given.keySet());
            List<double[]> columns = new ArrayList<>(names.size());
            for (Map.Entry<String, Observations> column : given.entrySet()) {
                String at = pointer + "/" + escaped(column.getKey());
                if (column.getValue() == null) {
                    throw ProblemException.at(
                            ProblemType.INVALID_REQUEST, at, "is null; expected a vector of numbers or null");
                }
                double[] values = column.getValue().values();
                if (!columns.isEmpty() && values.length != columns.getFirst().length) {
                    throw new DimensionMismatchException("Column \"%s\" has %d values, column \"%s\" before it has %d."
                                    .formatted(
                                            column.getKey(),
                                            values.length,
                                            names.getFirst(),
                                            columns.getFirst().length))
                            .at(at);
                }
                columns.add(values);
            }
            return new DataColumns(Form.NAMED, names, columns);
        }
    }
}
