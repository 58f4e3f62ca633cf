package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.special.Tails;

class NoncentralTTest {
    static Stream<JsonNode> references() {
        return References.cases("noncentral-t.json");
    }

    @ParameterizedTest
    @MethodSource("references")
    void bothTailsAgreeWithQuadratureAtFortyDigits(JsonNode reference) {
        NoncentralT distribution = new NoncentralT(
                reference.get("degreesOfFreedom").asDouble(),
                reference.get("noncentrality").asDouble());
        Tails tails = distribution.tails(reference.get("t").asDouble());
        Percentage tolerance = Percentage.withPercentage(1e-10);
        assertThat(tails.lower()).isCloseTo(References.number(reference.get("cdf")), tolerance);
        assertThat(tails.upper()).isCloseTo(References.number(reference.get("survival")), tolerance);
    }

    /** T/δ tends to 1/S. */
    @Property(tries = 30)
    void farFromZeroItIsAReciprocalChi(
            @ForAll @DoubleRange(min = 0.3, max = 3) double ratio, @ForAll @DoubleRange(min = 1, max = 200) double nu) {
        Tails expected = new ChiSquare(nu).tails(nu / (ratio * ratio)).mirrored();
        Tails tails = new NoncentralT(nu, 1e12).tails(1e12 * ratio);
        assertThat(tails.logLower()).isCloseTo(expected.logLower(), Percentage.withPercentage(1e-8));
        assertThat(tails.logUpper()).isCloseTo(expected.logUpper(), Percentage.withPercentage(1e-8));
    }

    /** Where the exponents are so large that a fall of 1 is lost in their rounding, the search for it must still end. */
    @ParameterizedTest
    @CsvSource({"4, 1e15, 2", "4, 1e15, -2", "1000, 1e10, 0.5", "1, -1e300, 3", "1e6, 1e30, 1e-10"})
    void tailsBeyondAllDoublesAreZeroAndOneAndEnd(double degreesOfFreedom, double noncentrality, double t) {
        Tails tails = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> new NoncentralT(degreesOfFreedom, noncentrality).tails(t));
        assertThat(tails.lower()).isEqualTo(noncentrality > 0 ? 0 : 1);
        assertThat(tails.upper()).isEqualTo(noncentrality > 0 ? 1 : 0);
    }

    @Property(tries = 60)
    void withoutNoncentralityItIsStudents(
            @ForAll @DoubleRange(min = -20, max = 20) double t, @ForAll @DoubleRange(min = 0.5, max = 500) double nu) {
        Tails expected = new StudentT(nu).tails(t);
        Tails tails = new NoncentralT(nu, 0).tails(t);
        assertThat(tails.logLower()).isCloseTo(expected.logLower(), Percentage.withPercentage(1e-9));
        assertThat(tails.logUpper()).isCloseTo(expected.logUpper(), Percentage.withPercentage(1e-9));
    }

    @Property(tries = 40)
    void boundsOfTheNoncentralityHaveTheProbabilityAskedFor(
            @ForAll @DoubleRange(min = -50, max = 50) double t,
            @ForAll @DoubleRange(min = 1, max = 300) double nu,
            @ForAll @DoubleRange(min = 0.01, max = 0.49) double p) {
        NoncentralT.Noncentralities noncentralities = new NoncentralT.Noncentralities(nu, t);
        double lower = noncentralities.at(TailProbability.upper(p));
        double upper = noncentralities.at(TailProbability.lower(p));
        assertThat(lower).isLessThan(upper);
        assertThat(new NoncentralT(nu, lower).tails(t).upper()).isCloseTo(p, Percentage.withPercentage(1e-8));
        assertThat(new NoncentralT(nu, upper).tails(t).lower()).isCloseTo(p, Percentage.withPercentage(1e-8));
    }
}
