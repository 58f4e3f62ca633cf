package org.mlmath.linalg.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.linalg.References;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class GraphTest {
    static Stream<Arguments> references() {
        return References.cases("graphs.json");
    }

    private static PageRankResult rank(Graph graph, double damping, double[] restart) {
        return PageRank.of(graph, damping, restart, 1e-14, 10_000, false, Deadline.none());
    }

    private static void assertNear(JsonNode expected, double[] actual, double error) {
        double[] values = References.vector(expected);
        assertThat(actual).hasSameSizeAs(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(actual[i]).isCloseTo(values[i], within(error));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void networkXAgrees(String name, JsonNode reference) {
        int n = reference.path("nodes").asInt();
        Graph graph = Graph.of(null, References.matrix(reference.path("edges")), n, true);
        assertNear(reference.path("pagerank"), rank(graph, 0.85, null).scores(), 1e-12);
        double[] restart = DoubleStream.iterate(1, i -> i + 1).limit(n).toArray();
        assertNear(reference.path("damped"), rank(graph, 0.5, restart).scores(), 1e-12);
        if (reference.has("centrality")) {
            EigenvectorCentralityResult result = EigenvectorCentrality.of(graph, 1e-13, 10_000, false, Deadline.none());
            assertThat(result.converged()).isTrue();
            assertNear(reference.path("centrality"), result.scores(), 1e-10);
        }
    }

    @Property(tries = 50)
    void scoresAreAFixedDistribution(@ForAll @IntRange(min = 1, max = 20) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] values = new double[n * n];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? random.nextDouble() * 1e300 : 0;
        }
        Graph graph = Graph.of(new Matrix(n, n, values), null, null, true);
        PageRankResult result = rank(graph, 0.85, null);
        assertThat(result.converged()).isTrue();
        assertThat(DoubleStream.of(result.scores()).sum()).isCloseTo(1, within(1e-14));
        assertThat(result.scores()[result.ranking()[0]])
                .isEqualTo(DoubleStream.of(result.scores()).max().getAsDouble());
    }

    @Test
    void aHundredThousandEdgesAreRanked() {
        Random random = new Random(1);
        double[] edges = new double[200_000];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = random.nextInt(20_000);
        }
        Graph graph = Graph.of(null, new Matrix(100_000, 2, edges), null, true);
        PageRankResult result = rank(graph, 0.85, null);
        assertThat(result.converged()).isTrue();
        assertThat(result.dangling()).isNotEmpty();
    }

    @Test
    void weightsAtEitherEndOfTheRangeShareAsOthersDo() {
        Matrix far = Matrix.of(
                new double[] {0, 1, 1e308}, new double[] {0, 2, 1e308}, new double[] {1, 0, 3e-308}, new double[] {
                    1, 2, 1e-308
                });
        Matrix near = Matrix.of(
                new double[] {0, 1, 1}, new double[] {0, 2, 1}, new double[] {1, 0, 3}, new double[] {1, 2, 1});
        PageRankResult result = rank(Graph.of(null, far, null, true), 0.85, null);
        assertThat(result.dangling()).containsExactly(2);
        double[] expected = rank(Graph.of(null, near, null, true), 0.85, null).scores();
        for (int i = 0; i < expected.length; i++) {
            assertThat(result.scores()[i]).isCloseTo(expected[i], within(1e-13));
        }
    }

    @Test
    void aWalkThatSwingsForEverIsSaidTo() {
        Graph graph = Graph.of(null, Matrix.of(new double[] {0, 1}, new double[] {1, 0}), null, true);
        PageRankResult result = PageRank.of(graph, 1, new double[] {1, 0}, 1e-12, 100, true, Deadline.none());
        assertThat(result.converged()).isFalse();
        assertThat(result.warnings()).extracting("code").containsExactly("not-converged");
        assertThat(result.diagnostics().errorBound()).isNull();
    }

    @Test
    void bipartiteGraphsHaveACentralityToo() {
        Graph graph = Graph.of(null, Matrix.of(new double[] {0, 1}, new double[] {1, 2}), null, false);
        EigenvectorCentralityResult result = EigenvectorCentrality.of(graph, 1e-12, 10_000, true, Deadline.none());
        assertThat(result.converged()).isTrue();
        assertThat(result.eigenvalue()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(result.scores()[1]).isCloseTo(Math.sqrt(0.5), within(1e-10));
        assertThat(result.ranking()[0]).isEqualTo(1);
    }
}
