package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.special.Tails;

class StudentizedRangeTest {
    static Stream<JsonNode> references() {
        return References.cases("studentized-range.json");
    }

    @ParameterizedTest
    @MethodSource("references")
    void theUpperTailAgreesWithThirtyDigits(JsonNode reference) {
        Tails tails = new StudentizedRange(
                        reference.get("groups").asInt(),
                        reference.get("degreesOfFreedom").asDouble())
                .tails(reference.get("q").asDouble());
        assertThat(tails.upper())
                .isCloseTo(References.number(reference.get("survival")), Percentage.withPercentage(1e-10));
    }

    /** The range of two is √2 times their difference. */
    @Property(tries = 40)
    void ofTwoItIsStudents(
            @ForAll @DoubleRange(min = 0.01, max = 60) double q, @ForAll @IntRange(min = 1, max = 3000) int nu) {
        Tails t = new StudentT(nu).tails(q * Math.sqrt(0.5));
        Tails tails = new StudentizedRange(2, nu).tails(q);
        assertThat(tails.logUpper()).isCloseTo(Math.log(2) + t.logUpper(), Percentage.withPercentage(1e-8));
        assertThat(tails.lower() + tails.upper()).isCloseTo(1, Percentage.withPercentage(1e-12));
    }

    /** Of few degrees of freedom and a small q, P(Q ≤ q) is √k·(q/√(2π))^{k−1}·E[S^{k−1}] to the first order. */
    @Property(tries = 40)
    void nextToZeroItIsAPower(
            @ForAll @DoubleRange(min = -300, max = -8) double logQ, @ForAll @IntRange(min = 2, max = 40) int groups) {
        double q = Math.exp(logQ);
        double nu = 1e9; // S is 1
        double expected = 0.5 * Math.log(groups) + (groups - 1) * (logQ - 0.5 * Math.log(2 * Math.PI));
        double tolerance = 1e-10 * Math.abs(expected) + 2.0 * groups * groups * Math.max(q * q, 1 / nu);
        assertThat(new StudentizedRange(groups, nu).tails(q).logLower()).isCloseTo(expected, offset(tolerance));
    }

    @Property(tries = 20)
    void aQuantileHasTheProbabilityAskedFor(
            @ForAll @IntRange(min = 2, max = 60) int groups,
            @ForAll @IntRange(min = 1, max = 500) int nu,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        StudentizedRange range = new StudentizedRange(groups, nu);
        assertThat(range.tails(range.upperQuantile(p)).upper()).isCloseTo(p, Percentage.withPercentage(1e-9));
    }
}
