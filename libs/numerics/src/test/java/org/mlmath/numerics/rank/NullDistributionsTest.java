package org.mlmath.numerics.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

class NullDistributionsTest {
    private static final Percentage TO_TWELVE_DIGITS = Percentage.withPercentage(1e-10);

    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = NullDistributionsTest.class.getResourceAsStream("null-distributions.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void bothTailsAgreeWithEnumeration(JsonNode reference) {
        double observed = reference.get("observed").asDouble();
        double atLeast = reference.get("atLeast").asDouble();
        String kind = reference.get("kind").asText();
        if (kind.equals("kruskal-wallis")) {
            assertThat(kruskalWallis(reference.get("groups"))).isCloseTo(atLeast, TO_TWELVE_DIGITS);
        } else if (kind.equals("friedman")) {
            assertThat(friedman(reference.get("blocks"))).isCloseTo(atLeast, TO_TWELVE_DIGITS);
        } else {
            NullDistribution distribution = distribution(kind, reference);
            assertThat(distribution.atLeast(observed)).isCloseTo(atLeast, TO_TWELVE_DIGITS);
            assertThat(distribution.atMost(observed))
                    .isCloseTo(reference.get("atMost").asDouble(), TO_TWELVE_DIGITS);
        }
    }

    private static NullDistribution distribution(String kind, JsonNode r) {
        Deadline none = Deadline.none();
        return switch (kind) {
            case "rank-sum" -> RankSum.of(ranks(r.get("values")), r.get("m").asInt(), none);
            case "rank-sum-untied" ->
                RankSum.of(
                        untied(r.get("m").asInt() + r.get("n").asInt()),
                        r.get("m").asInt(),
                        none);
            case "signed-rank" ->
                SignedRank.of(
                        Ranks.of(Arrays.stream(array(r.get("values")))
                                        .map(Math::abs)
                                        .toArray())
                                .doubled(),
                        none);
            case "signed-rank-untied" ->
                SignedRank.of(untied(r.get("n").asInt()).doubled(), none);
            case "kendall" -> Pairings.kendall(ranks(r.get("x")), ranks(r.get("y")), none);
            case "kendall-untied" -> KendallScore.of(r.get("n").asInt(), none);
            case "spearman" -> Pairings.spearman(ranks(r.get("x")), ranks(r.get("y")), none);
            case "runs" -> RunsCount.of(r.get("m").asInt(), r.get("n").asInt());
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static double kruskalWallis(JsonNode groups) {
        double[][] samples = StreamSupport.stream(groups.spliterator(), false)
                .map(NullDistributionsTest::array)
                .toArray(double[][]::new);
        int[] sizes = Arrays.stream(samples).mapToInt(sample -> sample.length).toArray();
        return GroupedRanks.atLeastAsDispersed(Ranks.pooled(samples), sizes, Deadline.none());
    }

    private static double friedman(JsonNode blocks) {
        List<Ranks> ranks = StreamSupport.stream(blocks.spliterator(), false)
                .map(NullDistributionsTest::ranks)
                .toList();
        return BlockedRanks.atLeastAsDispersed(ranks, Deadline.none());
    }

    private static Ranks ranks(JsonNode values) {
        return Ranks.of(array(values));
    }

    private static double[] array(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static Ranks untied(int n) {
        return Ranks.of(IntStream.range(0, n).asDoubleStream().toArray());
    }

    @Property(tries = 30)
    void pairingsWithoutTiesAreWhatTheRecurrenceGives(@ForAll @IntRange(min = 2, max = 9) int n) {
        NullDistribution paired = Pairings.kendall(untied(n), untied(n), Deadline.none());
        NullDistribution counted = KendallScore.of(n, Deadline.none());
        for (double s = counted.smallest(); s <= counted.largest(); s += 2) {
            assertThat(paired.atMost(s)).isCloseTo(counted.atMost(s), TO_TWELVE_DIGITS);
        }
    }

    @Property(tries = 40)
    void exchangingXAndYLeavesKendallAndSpearmanAlone(
            @ForAll @Size(7) List<@IntRange(max = 4) Integer> x, @ForAll @Size(7) List<@IntRange(max = 4) Integer> y) {
        Ranks rx = Ranks.of(x.stream().mapToDouble(v -> v).toArray());
        Ranks ry = Ranks.of(y.stream().mapToDouble(v -> v).toArray());
        NullDistribution kendall = Pairings.kendall(rx, ry, Deadline.none());
        NullDistribution kendallExchanged = Pairings.kendall(ry, rx, Deadline.none());
        for (double s = kendall.smallest(); s <= kendall.largest(); s++) {
            assertThat(kendallExchanged.atMost(s)).isCloseTo(kendall.atMost(s), TO_TWELVE_DIGITS);
        }
        NullDistribution spearman = Pairings.spearman(rx, ry, Deadline.none());
        NullDistribution spearmanExchanged = Pairings.spearman(ry, rx, Deadline.none());
        for (double s = spearman.smallest(); s <= spearman.largest(); s += 0.25) {
            assertThat(spearmanExchanged.atLeast(s)).isCloseTo(spearman.atLeast(s), TO_TWELVE_DIGITS);
        }
    }

    @Property(tries = 40)
    void theRanksNotChosenSumToTheRest(
            @ForAll @Size(min = 3, max = 14) List<@IntRange(max = 6) Integer> values,
            @ForAll @IntRange(min = 1, max = 2) int m) {
        Ranks ranks = Ranks.of(values.stream().mapToDouble(v -> v).toArray());
        double total = 0.5 * values.size() * (values.size() + 1);
        NullDistribution chosen = RankSum.of(ranks, m, Deadline.none());
        NullDistribution rest = RankSum.of(ranks, values.size() - m, Deadline.none());
        assertThat(rest.smallest()).isEqualTo(total - chosen.largest());
        for (double s = chosen.smallest(); s <= chosen.largest(); s += 0.5) {
            assertThat(rest.atLeast(total - s)).isCloseTo(chosen.atMost(s), TO_TWELVE_DIGITS);
        }
    }

    @Property(tries = 60)
    void aQuantileIsTheFirstValueWithSoMuchBelow(
            @ForAll @IntRange(min = 1, max = 12) int m,
            @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        NullDistribution runs = RunsCount.of(m, n);
        double q = runs.quantile(0.01 * percent);
        assertThat(runs.atMost(q)).isGreaterThanOrEqualTo(0.01 * percent - 1e-15);
        assertThat(runs.atMost(q - 1)).isLessThan(0.01 * percent);
    }

    @Test
    void whatHasTooManyStatesIsRefused() {
        double[] values = IntStream.range(0, 60).asDoubleStream().toArray();
        int[] sizes = {12, 12, 12, 12, 12};
        assertThatThrownBy(() -> GroupedRanks.atLeastAsDispersed(Ranks.of(values), sizes, Deadline.none()))
                .isInstanceOf(LimitExceededException.class);
        List<Ranks> blocks = java.util.Collections.nCopies(3, untied(9));
        assertThatThrownBy(() -> BlockedRanks.atLeastAsDispersed(blocks, Deadline.none()))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void runsOfAMillionSymbolsHaveADistribution() {
        NullDistribution runs = RunsCount.of(600_000, 400_000);
        // Mean 1 + 2mn/N, standard deviation √(2mn(2mn − N)/(N²(N − 1))) = 480.0; a normal distribution's tail at 2 of
        // them.
        assertThat(runs.atLeast(480_001 + 960)).isCloseTo(0.02275, Percentage.withPercentage(0.5));
    }
}
