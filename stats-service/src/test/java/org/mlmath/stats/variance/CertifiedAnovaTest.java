package org.mlmath.stats.variance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.stats.number.SampleOrSummary;

/**
 * NIST's certified analyses of variance. The observations of the hardest sets agree in thirteen digits; rounding them to doubles
 * changes F already, so a result is measured against what exact arithmetic makes of the same doubles.
 */
class CertifiedAnovaTest {
    static Stream<JsonNode> sets() throws IOException {
        try (InputStream in = CertifiedAnovaTest.class.getResourceAsStream("nist-anova.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void noProgramThatIsGivenDoublesDoesBetterByHalfADigit(JsonNode set) {
        VarianceAnalysisResult result =
                OneWayAnova.test(new OneWayAnovaRequest(groups(set.get("groups")), null, null, null));
        assertDigits(set, "f", "exactF", result.test().statistic());
        assertDigits(set, "between", "exactBetween", result.table().get(0).sumOfSquares());
        assertDigits(set, "within", "exactWithin", result.table().get(1).sumOfSquares());
        assertThat(result.table().get(0).degreesOfFreedom())
                .isEqualTo(set.get("degrees").get(0).asInt());
        assertThat(result.table().get(1).degreesOfFreedom())
                .isEqualTo(set.get("degrees").get(1).asInt());
    }

    private static void assertDigits(JsonNode set, String certified, String exact, double actual) {
        double truth = Double.parseDouble(set.get(certified).asText());
        double best = digits(Double.parseDouble(set.get(exact).asText()), truth);
        assertThat(digits(actual, truth)).as(certified + " " + actual).isGreaterThanOrEqualTo(best - 0.5);
    }

    /** The logarithmic relative error: how many leading digits are right, at most the 15 that are certified. */
    private static double digits(double value, double truth) {
        double error = Math.abs(value - truth) / Math.abs(truth);
        return Math.min(14.5, -Math.log10(error));
    }

    private static List<SampleOrSummary> groups(JsonNode node) {
        List<SampleOrSummary> groups = new ArrayList<>();
        for (JsonNode group : node) {
            double[] data;
            if (group.has("data")) {
                data = StreamSupport.stream(group.get("data").spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .toArray();
            } else {
                data = new double[group.get("count").asInt()];
                for (int i = 0; i < data.length; i++) {
                    data[i] = group.get("pattern")
                            .get(i == 0 ? 0 : 1 + (i - 1) % 2)
                            .asDouble();
                }
            }
            groups.add(new SampleOrSummary(data, null));
        }
        return groups;
    }
}
