package org.mlmath.numerics.mcmc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.Deadline;

class ChainStatisticsTest {
    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = ChainStatisticsTest.class.getResourceAsStream("chain-statistics.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        }
    }

    /** As the reference's script makes them. */
    private static double[][] chains(int count, int length, double phi, double shift, double grid) {
        double[][] chains = new double[count][length];
        for (int c = 0; c < count; c++) {
            long s = 12345 + 1000003L * c;
            double x = 0;
            for (int t = 0; t < length; t++) {
                s = (69069 * s + 1) % (1L << 32);
                x = phi * x + (2 * s / 0x1p32 - 1);
                double value = x + shift * c;
                chains[c][t] = grid == 0 ? value : Math.floor(value / grid + 0.5) * grid;
            }
        }
        return chains;
    }

    private static ChainStatistics statistics(double[][] chains) {
        return new ChainStatistics(chains, Deadline.none());
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithAnIndependentVersionOfThePaper(JsonNode reference) {
        JsonNode p = reference.get("parameters");
        ChainStatistics statistics = statistics(chains(
                p.get(0).asInt(),
                p.get(1).asInt(),
                p.get(2).asDouble(),
                p.get(3).asDouble(),
                p.get(4).asDouble()));
        Percentage tolerance = Percentage.withPercentage(1e-8);
        assertThat(statistics.rHat()).isCloseTo(reference.get("rHat").asDouble(), tolerance);
        assertThat(statistics.essBulk()).isCloseTo(reference.get("essBulk").asDouble(), tolerance);
        assertThat(statistics.essTail()).isCloseTo(reference.get("essTail").asDouble(), tolerance);
        assertThat(statistics.essMean()).isCloseTo(reference.get("essMean").asDouble(), tolerance);
    }

    @Test
    void drawsThatDoNotVaryHaveNoStatistics() {
        double[][] constant = new double[4][100];
        assertThat(statistics(constant).rHat()).isNaN();
        assertThat(statistics(constant).essBulk()).isNaN();
        for (int i = 0; i < 4; i++) {
            Arrays.fill(constant[i], i);
        }
        assertThat(statistics(constant).rHat()).isGreaterThan(1e6);
    }

    @Test
    void chainsInDifferentPlacesHaveALargeScaleReduction() {
        assertThat(statistics(chains(4, 500, 0.2, 1, 0)).rHat()).isGreaterThan(1.3);
    }

    @Test
    void quantilesAreOfAllDrawsTogether() {
        ChainStatistics statistics = statistics(new double[][] {{1, 5, 3, 9}, {2, 8, 4, 7}});
        assertThat(statistics.quantile(0)).isEqualTo(1);
        assertThat(statistics.quantile(0.5)).isEqualTo(4.5);
        assertThat(statistics.quantile(1)).isEqualTo(9);
    }

    @Test
    void theEnergyFractionOfIndependentEnergiesIsTwo() {
        double[] energies = chains(1, 5000, 0, 0, 0)[0];
        assertThat(ChainStatistics.energyFraction(energies)).isCloseTo(2, Percentage.withPercentage(10));
    }
}
