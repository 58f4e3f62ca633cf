package org.mlmath.numerics.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NIST's certified values, as near as data that are doubles allow: a tenth as a double is not a tenth. */
class UnivariateReferenceTest {
    private static final MathContext DIGITS = new MathContext(60);

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = UnivariateReferenceTest.class.getResourceAsStream("univariate.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        }
    }

    private static double[] data(JsonNode reference) {
        if (reference.has("digits")) {
            return reference
                    .get("digits")
                    .asText()
                    .chars()
                    .mapToDouble(c -> c - '0')
                    .toArray();
        }
        double[] values = doubles(reference.get("values"));
        if (!reference.has("then")) {
            return values;
        }
        double[] pair = doubles(reference.get("then"));
        DoubleStream rest = Stream.generate(() -> pair)
                .limit(reference.get("times").asLong())
                .flatMapToDouble(Arrays::stream);
        return DoubleStream.concat(Arrays.stream(values), rest).toArray();
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /** Mean, standard deviation and lag-1 autocorrelation of the doubles, exactly. */
    private static BigDecimal[] exact(double[] data) {
        BigDecimal n = new BigDecimal(data.length);
        BigDecimal mean = Arrays.stream(data)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n, DIGITS);
        BigDecimal squares = BigDecimal.ZERO;
        BigDecimal products = BigDecimal.ZERO;
        BigDecimal before = null;
        for (double x : data) {
            BigDecimal deviation = new BigDecimal(x).subtract(mean);
            squares = squares.add(deviation.multiply(deviation));
            products = before == null ? products : products.add(deviation.multiply(before));
            before = deviation;
        }
        BigDecimal deviation =
                squares.divide(n.subtract(BigDecimal.ONE), DIGITS).sqrt(DIGITS);
        return new BigDecimal[] {mean, deviation, products.divide(squares, DIGITS)};
    }

    /** Digits that agree: −log₁₀ of the relative error, 15 where none is left. */
    private static double digits(BigDecimal value, BigDecimal certified) {
        double error = value.subtract(certified).divide(certified, DIGITS).abs().doubleValue();
        return error == 0 ? 15 : Math.min(15, -Math.log10(error));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void certifiedValuesAreReachedAsFarAsDoublesHoldTheData(JsonNode reference) {
        double[] data = data(reference);
        SampleMoments moments = SampleMoments.of(data);
        BigDecimal[] exact = exact(data);
        double[] computed = {moments.mean(), moments.standardDeviation(), Autocorrelation.of(data, moments, 1)};
        String[] names = {"mean", "standardDeviation", "lag1"};
        for (int k = 0; k < names.length; k++) {
            BigDecimal certified = new BigDecimal(reference.get(names[k]).asText());
            assertThat(digits(new BigDecimal(computed[k]), certified))
                    .as(reference.get("name").asText() + " " + names[k])
                    .isGreaterThanOrEqualTo(digits(exact[k], certified) - 0.5)
                    .isGreaterThanOrEqualTo(7);
            assertThat(digits(new BigDecimal(computed[k]), exact[k]))
                    .as(reference.get("name").asText() + " " + names[k] + " of the doubles")
                    .isGreaterThanOrEqualTo(14);
        }
    }
}
