package org.mlmath.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/** The linear sets of NIST StRD. An LRE is the number of digits that are right, −log₁₀ of the relative error, 15 at most. */
class LinearFitReferenceTest {
    static Stream<JsonNode> sets() {
        try (InputStream in = LinearFitReferenceTest.class.getResourceAsStream("strd.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyNumberIsThatOfTheDoublesToFifteenDigits(JsonNode set) {
        found(set).forEach((name, value) -> assertThat(lre(value, number(set, "ofDoubles", name)))
                .as("%s of %s: %s", name, set.get("name").asText(), value)
                .isEqualTo(15));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void certifiedDigitsAreFoundAsFarAsDoublesHoldTheData(JsonNode set) {
        found(set).forEach((name, value) -> {
            double certified = number(set, "exact", name);
            double best = lre(number(set, "ofDoubles", name), certified);
            assertThat(lre(value, certified))
                    .as("%s of %s: %s", name, set.get("name").asText(), value)
                    .isGreaterThanOrEqualTo(best - 0.5);
            // What is 0 or infinite in the decimals is not so once they are rounded.
            if (certified != 0 && certified != Double.POSITIVE_INFINITY) {
                assertThat(best).as(name).isGreaterThan(13);
            }
        });
    }

    private static Map<String, Double> found(JsonNode set) {
        double[] y = numbers(set.get("y"));
        LinearFit fit = LinearFit.of(design(set), y, Deadline.none());
        double sigma = Math.sqrt(fit.minimum() / (y.length - fit.rank()));
        double[] estimates = fit.coefficients();
        Matrix inverse = fit.inverseGram();
        Map<String, Double> found = new LinkedHashMap<>();
        for (int j = 0; j < estimates.length; j++) {
            found.put("estimates/" + j, estimates[j]);
            found.put("standardErrors/" + j, sigma * Math.sqrt(inverse.get(j, j)));
        }
        found.put("residualStandardError", sigma);
        double[] sums = fit.sequentialSumsOfSquares();
        int from = set.get("intercept").asBoolean() ? 1 : 0;
        double explained = Arrays.stream(sums, from, sums.length).sum();
        found.put("rSquared", explained / (explained + fit.minimum()));
        found.put("fStatistic", explained / (sums.length - from) / (sigma * sigma));
        return found;
    }

    private static double number(JsonNode set, String kind, String name) {
        String text = set.at("/" + kind + "/" + name).asText();
        return text.equals("Infinity") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    private static double lre(double value, double exact) {
        if (value == exact) {
            return 15;
        }
        return Math.min(15, -Math.log10(exact == 0 ? Math.abs(value) : Math.abs(value / exact - 1)));
    }

    private static Design design(JsonNode set) {
        boolean intercept = set.get("intercept").asBoolean();
        int degree = set.get("degree").asInt();
        if (degree > 0) {
            return Design.polynomial(numbers(set.get("x")), degree, intercept);
        }
        double[][] rows = new double[set.get("x").size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(set.get("x").get(i));
        }
        return Design.of(Matrix.of(rows), intercept);
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(list.get(i).asText());
        }
        return numbers;
    }
}
