package org.mlmath.linalg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.linear.Matrix;

/** The test resources: reference values made by {@code reference/references.py}, and the irises. */
public final class References {
    private static final ObjectMapper JSON = new ObjectMapper();

    private References() {}

    /** @return name and contents of each case in a file of references */
    public static Stream<Arguments> cases(String file) {
        return StreamSupport.stream(read("reference/" + file).path("cases").spliterator(), false)
                .map(entry -> Arguments.of(entry.path("name").asText(), entry));
    }

    public static Matrix iris() {
        return matrix(read("iris.json").path("matrix"));
    }

    public static Matrix matrix(JsonNode rows) {
        return Matrix.of(List.of(JSON.convertValue(rows, double[][].class)).toArray(double[][]::new));
    }

    public static double[] vector(JsonNode entries) {
        return JSON.convertValue(entries, double[].class);
    }

    public static int[] integers(JsonNode entries) {
        return JSON.convertValue(entries, int[].class);
    }

    public static String[][] text(JsonNode rows) {
        return JSON.convertValue(rows, String[][].class);
    }

    /** @return the matrix of fractions that were written as text */
    public static Matrix fractions(JsonNode rows) {
        String[] texts = Stream.of(text(rows)).flatMap(Stream::of).toArray(String[]::new);
        double[] values = Stream.of(texts)
                .mapToDouble(entry -> Rational.parse(entry).doubleValue())
                .toArray();
        return new Matrix(rows.size(), texts.length / rows.size(), values, texts);
    }

    private static JsonNode read(String path) {
        try (InputStream in = References.class.getClassLoader().getResourceAsStream(path)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
