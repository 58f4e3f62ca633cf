package org.mlmath.calculus.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.calculus.point.Bound;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;

class SeriesSumTest {
    private static SeriesResult of(String term, String from, String to) {
        return SeriesSum.of(term, null, Bound.of(from), Bound.of(to), 10, true, Deadline.in(Duration.ofSeconds(60)));
    }

    static List<JsonNode> references() throws IOException {
        try (InputStream file = SeriesSumTest.class.getResourceAsStream("series.json")) {
            JsonNode cases = new ObjectMapper().readTree(file).get("cases");
            return StreamSupport.stream(cases.spliterator(), false).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithReference(JsonNode reference) {
        SeriesResult result =
                of(reference.get("term").asText(), reference.get("from").asText(), "Infinity");
        double expected = Double.parseDouble(reference.get("value").asText());
        assertThat(result.converges()).isTrue();
        assertThat(result.value()).isCloseTo(expected, offset(2 * Math.ulp(expected)));
        assertThat(result.steps().getLast().value()).isEqualTo(result.value());
    }

    @ParameterizedTest
    @CsvSource({
        "1/n, p-series",
        "1/sqrt(n), p-series",
        "ln(1+1/n), p-series",
        "n, nth-term",
        "(n+1)/n, nth-term",
        "(-1)^n, nth-term",
        "(-1)^n*n/(n+1), nth-term",
        "1/ln(n+1), comparison",
        "1/((n+1)*ln(n+1)), condensation",
        "sqrt(n+1)-sqrt(n), p-series",
        "(2n)!/(n!)^2/4^n, p-series",
        "1/((n+20)*ln(n+20)*ln(ln(n+20))*ln(ln(ln(n+20)))), condensation",
        "1/((n+1)*sqrt(ln(n+1))), condensation",
        "1.01^n/n^5, nth-term",
        "-1/n, p-series"
    })
    void divergenceIsAnAnswerWithItsTest(String term, String test) {
        SeriesResult result = of(term, "1", "Infinity");
        assertThat(result.converges()).isFalse();
        assertThat(result.value()).isNull();
        assertThat(result.test()).isEqualTo(test);
    }

    @ParameterizedTest
    @CsvSource({
        "1/n^2, p-series, true",
        "(1/2)^n, geometric, true",
        "1/n!, ratio, true",
        "ln(n)/n^2, comparison, true",
        "1/((n+1)*ln(n+1)^2), condensation, true",
        "(-1)^n/n, leibniz, false",
        "sin(n)/n, dirichlet, false",
        "sin(n)/n^2, comparison, true",
        "(-1)^n/n^2, p-series, true"
    })
    void convergenceNamesItsTestAndWhetherItIsAbsolute(String term, String test, boolean absolutely) {
        SeriesResult result = of(term, "1", "Infinity");
        assertThat(result.converges()).isTrue();
        assertThat(result.test()).isEqualTo(test);
        assertThat(result.absolutely()).isEqualTo(absolutely);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(-1)^floor(n/2)/n", "gcd(n, 2)/n^2", "sin(n^2)/n"})
    void whatNoTestDecidesIsSaidToBeUndecided(String term) {
        SeriesResult result = of(term, "1", "Infinity");
        assertThat(result.converges()).isNull();
        assertThat(result.value()).isNull();
        assertThat(result.warnings()).extracting("code").contains("undecided");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1/n^2          | 1 | pi^2/6
            (1/2)^n        | 0 | 2
            1/n!           | 0 | e
            (-1)^n/(2n+1)  | 0 | pi/4
            (-1)^n/n       | 1 | -ln(2)
            1/(n*(n+1))    | 1 | 1
            1/(n^2+1)      | 1 | pi*coth(pi)/2 - 1/2
            """)
    void formulasAreFound(String term, String from, String exact) {
        assertThat(of(term, from, "Infinity").exact()).isEqualTo(exact);
    }

    /** By mpmath: zeta, and Euler-Maclaurin's formula with the integral in closed form. */
    @ParameterizedTest
    @CsvSource({
        "1/n^1.001, 1, 1000.57728847590149",
        "1/n^1.01, 1, 100.577943338496872",
        "1/(n*ln(n)^2), 2, 2.10974280123689197",
        "1/(n*ln(n)*ln(ln(n))^2), 3, 38.4067680928217863"
    })
    void seriesThatFallSlowlyAreSummedByTheirIntegral(String term, String from, double value) {
        SeriesResult result = of(term, from, "Infinity");
        assertThat(result.converges()).isTrue();
        assertThat(result.value()).isCloseTo(value, offset(1e-13 * value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/(n*ln(n+1)^1.001)", "ln(n)^100/n^2", "n^50/e^n"})
    void termsThatGrowForLongMayStillBeSummable(String term) {
        assertThat(of(term, "1", "Infinity").converges()).isTrue();
    }

    @Test
    void convergesTooSlowlyMeansNoValue() {
        SeriesResult result = of("1/((n+1)*ln(n+1)^2+1)", "1", "Infinity"); // no elementary antiderivative
        assertThat(result.converges()).isTrue();
        assertThat(result.value()).isNull();
        assertThat(result.warnings()).extracting("code").contains("too-slow");
    }

    @Test
    void finiteSumsAreExact() {
        assertThat(of("n^2", "1", "10").exact()).isEqualTo("385");
        assertThat(of("1/n", "1", "10").exact()).isEqualTo("7381/2520");
        assertThat(of("n^2", "1", "1000000000").value()).isEqualTo(333333333833333333500000000.0);
        assertThat(of("1/n", "1", "10000000").value()).isCloseTo(16.695311365859851, offset(1e-14));
        assertThat(of("n", "5", "3").value()).isZero();
        assertThat(of("n", "1", "4").partialSums()).containsExactly(1, 3, 6, 10);
        assertThat(of("0.1", "1", "10").exact()).isEqualTo("1");
    }

    @Test
    void whatIsNoSumIsRefused() {
        assertThatThrownBy(() -> of("1/(n-3)", "1", "Infinity")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> of("1/n", "0", "10")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> of("n", "1.5", "3")).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> of("x*n", "1", "3")).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> of("sin(n^2)", "1", "1e9")).isInstanceOf(LimitExceededException.class);
    }

    /** Σ (−1)ᵏ/(k + 1) = ln 2 from 64 terms to forty digits. */
    @Test
    void alternatingAccelerationIsAsGoodAsItsTheory() {
        Acceleration.Sum sum = Acceleration.alternating(
                k -> BigDecimal.ONE.divide(new BigDecimal(k), Acceleration.DIGITS), BigInteger.ONE);
        BigDecimal ln2 = new BigDecimal("0.693147180559945309417232121458176568075500134360255254");
        assertThat(sum.value().subtract(ln2).abs()).isLessThan(new BigDecimal("1e-44"));
    }
}
