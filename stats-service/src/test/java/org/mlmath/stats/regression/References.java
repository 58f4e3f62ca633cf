package org.mlmath.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.mlmath.stats.number.DataColumns;

/** Reads reference files, and compares with them. */
final class References {
    private References() {}

    static Stream<JsonNode> cases(String file) {
        try (InputStream in = References.class.getResourceAsStream(file)) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] vector(JsonNode list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asDouble();
        }
        return values;
    }

    /** A matrix by its columns. */
    static DataColumns columns(JsonNode rows) {
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int j = 0; j < rows.get(0).size(); j++) {
            names.add("x" + (j + 1));
            double[] column = new double[rows.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = rows.get(i).get(j).asDouble();
            }
            columns.add(column);
        }
        return new DataColumns(DataColumns.Form.MATRIX, names, columns);
    }

    static void assertClose(String what, double value, double expected, double relative) {
        assertThat(Math.abs(value - expected))
                .as("%s: %s instead of %s", what, value, expected)
                .isLessThanOrEqualTo(relative * Math.max(Math.abs(expected), 1e-12));
    }
}
