package org.mlmath.numerics.goodnessoffit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.special.Tails;

class NormalityTest {
    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = NormalityTest.class.getResourceAsStream("normality.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithReference(JsonNode r) {
        if (r.get("kind").asText().equals("shapiro-wilk")) {
            double[] x = StreamSupport.stream(r.get("x").spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .sorted()
                    .toArray();
            ShapiroWilk result = ShapiroWilk.of(x);
            assertThat(result.statistic()).isCloseTo(r.get("w").asDouble(), Percentage.withPercentage(1e-11));
            // W near its smallest value carries a rounding that the p-value, then near 0, cannot be without.
            double p = r.get("p").asDouble();
            assertThat(result.pValue()).isCloseTo(p, Offset.offset(1e-10 * p + 1e-14));
        } else {
            assertThat(AndersonDarling.limit(r.get("a").asDouble()))
                    .isCloseTo(r.get("p").asDouble(), Percentage.withPercentage(1e-10));
        }
    }

    @Property(tries = 60)
    void placeScaleAndDirectionDoNotMatterToShapiroAndWilk(
            @ForAll @Size(min = 4, max = 40) @UniqueElements List<@IntRange(max = 1000) Integer> values,
            @ForAll @DoubleRange(min = 0.5, max = 3) double factor) {
        double[] x = values.stream().mapToDouble(v -> v).sorted().toArray();
        double[] moved = Arrays.stream(x).map(v -> 5 - factor * v).sorted().toArray();
        assertThat(ShapiroWilk.of(moved).statistic())
                .isCloseTo(ShapiroWilk.of(x).statistic(), Percentage.withPercentage(1e-9));
    }

    @Test
    void theHugeAndTheTinyAreTestedAlike() {
        double[] x = {-1.5, -0.5, 0.25, 1, 1.75};
        double w = ShapiroWilk.of(x).statistic();
        for (double scale : new double[] {1e308, 1e-300}) {
            assertThat(ShapiroWilk.of(Arrays.stream(x).map(v -> v * scale).toArray())
                            .statistic())
                    .isCloseTo(w, Percentage.withPercentage(1e-10));
        }
    }

    @Property(tries = 80)
    void theLimitFallsSmoothlyToTinyProbabilities(@ForAll @DoubleRange(min = 0.05, max = 600) double a) {
        double p = AndersonDarling.limit(a);
        assertThat(p).isPositive();
        assertThat(AndersonDarling.limit(a + 0.5)).isLessThan(p);
        // The largest weight, 1/2, rules the tail: p falls by e^(-1) per unit of a, and a little faster.
        if (a > 20) {
            assertThat(Math.log(AndersonDarling.limit(a + 1) / p)).isBetween(-1.05, -1.0);
        }
    }

    /** The p-value of samples that come from the distribution is uniform. */
    @Test
    void samplesFromTheDistributionHaveUniformPValues() {
        SplittableRandom random = new SplittableRandom(8);
        int samples = 4000;
        for (int n : new int[] {2, 5, 20}) {
            int atMostTenth = 0;
            int atMostHalf = 0;
            for (int s = 0; s < samples; s++) {
                Tails[] tails = random.doubles(n)
                        .sorted()
                        .mapToObj(u -> new Tails(u, 1 - u, Math.log(u), Math.log1p(-u)))
                        .toArray(Tails[]::new);
                double p = AndersonDarling.pValue(n, AndersonDarling.statistic(tails));
                atMostTenth += p <= 0.1 ? 1 : 0;
                atMostHalf += p <= 0.5 ? 1 : 0;
            }
            assertThat((double) atMostTenth / samples).isCloseTo(0.1, Offset.offset(0.015));
            assertThat((double) atMostHalf / samples).isCloseTo(0.5, Offset.offset(0.025));
        }
    }

    @Test
    void exponentialSamplesHaveUniformPValuesThoughTheirScaleIsEstimated() {
        SplittableRandom random = new SplittableRandom(9);
        int samples = 4000;
        int[] counts = new int[3];
        double[] levels = {0.01, 0.1, 0.5};
        for (int s = 0; s < samples; s++) {
            double[] x = random.doubles(30).map(u -> -Math.log1p(-u)).sorted().toArray();
            double mean = Arrays.stream(x).average().orElseThrow();
            Tails[] tails = Arrays.stream(x)
                    .mapToObj(v -> Tails.ofLogLower(Math.log(-Math.expm1(-v / mean))))
                    .toArray(Tails[]::new);
            double p = AndersonDarling.pValueOfEstimatedExponential(30, AndersonDarling.statistic(tails));
            for (int i = 0; i < levels.length; i++) {
                counts[i] += p <= levels[i] ? 1 : 0;
            }
        }
        assertThat((double) counts[0] / samples).isCloseTo(0.01, Offset.offset(0.005));
        assertThat((double) counts[1] / samples).isCloseTo(0.1, Offset.offset(0.015));
        assertThat((double) counts[2] / samples).isCloseTo(0.5, Offset.offset(0.025));
    }

    @Test
    void thePValueOfAnEstimatedNormalHasNoJumpsBetweenItsPiecesThatMatter() {
        for (double joint : new double[] {0.2, 0.34, 0.6}) {
            double below = AndersonDarling.pValueOfEstimatedNormal(1_000_000, joint - 1e-5);
            double above = AndersonDarling.pValueOfEstimatedNormal(1_000_000, joint + 1e-5);
            assertThat(above).isCloseTo(below, Offset.offset(0.005));
        }
    }
}
