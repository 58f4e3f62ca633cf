package org.mlmath.numerics.mcmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.distribution.Beta;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Gamma;
import org.mlmath.numerics.optimization.DifferentiableFunction;

class MarkovChainsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private interface Density {
        double at(double[] x, double[] gradient);
    }

    private static DifferentiableFunction density(int dimension, Density density) {
        return new DifferentiableFunction() {
            private final double[] scratch = new double[dimension];

            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public double value(double[] x) {
                return density.at(x, scratch);
            }

            @Override
            public double valueAndGradient(double[] x, double[] gradient) {
                return density.at(x, gradient);
            }
        };
    }

    private static BoundedSpace unbounded(int dimension) {
        double[] lower = new double[dimension];
        double[] upper = new double[dimension];
        Arrays.fill(lower, -INFINITY);
        Arrays.fill(upper, INFINITY);
        return new BoundedSpace(lower, upper);
    }

    private static ChainSettings settings(SamplerKind sampler, int warmup, int draws) {
        return new ChainSettings(sampler, 4, warmup, draws, 20260, 0.8, 10);
    }

    private static List<Chain> run(
            Supplier<DifferentiableFunction> density, BoundedSpace space, ChainSettings settings) {
        double[] start = new double[space.dimension()];
        Arrays.fill(start, Double.NaN);
        return MarkovChains.run(density, space, start, settings, Deadline.none());
    }

    private static double[][] draws(List<Chain> chains, int variable) {
        return chains.stream().map(chain -> chain.draws()[variable]).toArray(double[][]::new);
    }

    /** Mean and variance within five Monte-Carlo errors, and the chains' own verdict. */
    private static void assertMoments(List<Chain> chains, int variable, double mean, double variance) {
        double[][] draws = draws(chains, variable);
        ChainStatistics statistics = new ChainStatistics(draws, Deadline.none());
        double[] all = Arrays.stream(draws).flatMapToDouble(Arrays::stream).toArray();
        double average = Arrays.stream(all).average().orElseThrow();
        double error = Math.sqrt(variance / statistics.essMean());
        assertThat(average).isBetween(mean - 5 * error, mean + 5 * error);
        double spread =
                Arrays.stream(all).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        double[][] squares = Arrays.stream(draws)
                .map(row -> Arrays.stream(row).map(x -> (x - mean) * (x - mean)).toArray())
                .toArray(double[][]::new);
        double ofSquares = new ChainStatistics(squares, Deadline.none()).essMean();
        double deviation = Math.sqrt(Arrays.stream(all)
                .map(x -> Math.pow((x - mean) * (x - mean) - spread, 2))
                .average()
                .orElseThrow());
        double tolerance = 5 * deviation / Math.sqrt(ofSquares);
        assertThat(spread).isBetween(variance - tolerance, variance + tolerance);
        assertThat(statistics.rHat()).isLessThan(1.02);
        assertThat(statistics.essBulk()).isGreaterThan(200);
    }

    /** Correlation 0.9, standard deviations 1 and 10, means 1 and −2. */
    private static DifferentiableFunction correlatedNormal() {
        return density(2, (x, gradient) -> {
            double a = x[0] - 1;
            double b = (x[1] + 2) / 10;
            double c = 1 / (1 - 0.81);
            gradient[0] = -c * (a - 0.9 * b);
            gradient[1] = -c * (b - 0.9 * a) / 10;
            return -0.5 * c * (a * a - 1.8 * a * b + b * b);
        });
    }

    @ParameterizedTest
    @EnumSource(SamplerKind.class)
    void momentsOfACorrelatedNormalAreThoseOfTheTarget(SamplerKind sampler) {
        int draws = sampler == SamplerKind.METROPOLIS ? 10_000 : 2000;
        List<Chain> chains = run(MarkovChainsTest::correlatedNormal, unbounded(2), settings(sampler, 1000, draws));
        assertMoments(chains, 0, 1, 1);
        assertMoments(chains, 1, -2, 100);
        assertThat(chains).allMatch(chain -> chain.divergences() == 0);
    }

    private static DifferentiableFunction powers(double atLower, double atUpper, double rate) {
        return density(1, (x, gradient) -> {
            double log = atLower == 0 ? 0 : atLower * Math.log(x[0]);
            gradient[0] = (atLower == 0 ? 0 : atLower / x[0]) - rate;
            if (atUpper != 0) {
                log += atUpper * Math.log1p(-x[0]);
                gradient[0] -= atUpper / (1 - x[0]);
            }
            return log - rate * x[0];
        });
    }

    @ParameterizedTest
    @EnumSource(SamplerKind.class)
    void variablesWithBoundsHaveTheMomentsOfTheirDensityNotOfTheTransformed(SamplerKind sampler) {
        int draws = sampler == SamplerKind.METROPOLIS ? 8000 : 2000;
        BoundedSpace positive = new BoundedSpace(new double[] {0}, new double[] {INFINITY});
        assertLike(run(() -> powers(1.5, 0, 2), positive, settings(sampler, 1000, draws)), new Gamma(2.5, 2));
        BoundedSpace unit = new BoundedSpace(new double[] {0}, new double[] {1});
        assertLike(run(() -> powers(1, 4, 0), unit, settings(sampler, 1000, draws)), new Beta(2, 5));
        assertLike(run(() -> powers(0, 0, 0), unit, settings(sampler, 1000, draws)), new Beta(1, 1));
        // x < 3 with density e^x: 3 − x is exponential.
        BoundedSpace below = new BoundedSpace(new double[] {-INFINITY}, new double[] {3});
        assertMoments(run(() -> powers(0, 0, -1), below, settings(sampler, 1000, draws)), 0, 2, 1);
    }

    private static void assertLike(List<Chain> chains, Distribution distribution) {
        assertMoments(
                chains, 0, distribution.moments().mean(), distribution.moments().variance());
    }

    @Test
    void theGradientInUnboundedVariablesIsThatOfTheTransformedDensity() {
        BoundedSpace space =
                new BoundedSpace(new double[] {0, -1, -INFINITY, -INFINITY}, new double[] {INFINITY, 4, 2, INFINITY});
        DifferentiableFunction function = density(4, (x, gradient) -> {
            double value = 0;
            for (int i = 0; i < 4; i++) {
                gradient[i] = Math.cos(x[i]) - 0.2 * x[i];
                value += Math.sin(x[i]) - 0.1 * x[i] * x[i];
            }
            return value;
        });
        Target target = new Target(function, space);
        for (double[] y : new double[][] {{0.3, -0.7, 1.2, 0.1}, {-2, 3, -1, 5}, {1, -5, 0, -3}}) {
            double[] gradient = new double[4];
            target.valueAndGradient(y, gradient);
            for (int i = 0; i < 4; i++) {
                double[] above = y.clone();
                double[] below = y.clone();
                above[i] += 1e-5;
                below[i] -= 1e-5;
                double difference = (target.value(above) - target.value(below)) / 2e-5;
                assertThat(gradient[i]).isBetween(difference - 1e-7, difference + 1e-7);
            }
            double[] x = new double[4];
            double[] back = new double[4];
            space.constrain(y, x);
            space.free(x, back);
            for (int i = 0; i < 4; i++) {
                assertThat(back[i]).isBetween(y[i] - 1e-9, y[i] + 1e-9);
            }
        }
    }

    @Test
    void nealsFunnelDiverges() {
        List<Chain> chains = run(
                () -> density(10, (x, gradient) -> {
                    double v = x[0];
                    double precision = Math.exp(-v);
                    double squares = 0;
                    for (int i = 1; i < 10; i++) {
                        squares += x[i] * x[i];
                        gradient[i] = -precision * x[i];
                    }
                    gradient[0] = -v / 9 - 4.5 + 0.5 * precision * squares;
                    return -v * v / 18 - 4.5 * v - 0.5 * precision * squares;
                }),
                unbounded(10),
                settings(SamplerKind.NUTS, 1000, 1000));
        assertThat(chains.stream().mapToInt(Chain::divergences).sum()).isGreaterThan(10);
        double fraction = chains.stream()
                .mapToDouble(chain -> ChainStatistics.energyFraction(chain.energies()))
                .min()
                .orElseThrow();
        assertThat(fraction).isLessThan(0.5);
    }

    @Test
    void drawsDependOnTheSeedAndNotOnTheNumberOfThreads() throws Exception {
        ChainSettings settings = settings(SamplerKind.NUTS, 100, 100);
        List<Chain> here = run(MarkovChainsTest::correlatedNormal, unbounded(2), settings);
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool many = new ForkJoinPool(4)) {
            for (ForkJoinPool pool : List.of(one, many)) {
                List<Chain> there = pool.submit(() -> run(MarkovChainsTest::correlatedNormal, unbounded(2), settings))
                        .get();
                for (int i = 0; i < 4; i++) {
                    assertThat(there.get(i).draws()).isDeepEqualTo(here.get(i).draws());
                }
            }
        }
        assertThat(here.get(0).draws()[0]).isNotEqualTo(here.get(1).draws()[0]);
        ChainSettings other = new ChainSettings(SamplerKind.NUTS, 4, 100, 100, 7, 0.8, 10);
        assertThat(run(MarkovChainsTest::correlatedNormal, unbounded(2), other)
                        .get(0)
                        .draws()[0])
                .isNotEqualTo(here.get(0).draws()[0]);
    }

    @ParameterizedTest
    @EnumSource(SamplerKind.class)
    void aDensityThatExistsNowhereIsRefused(SamplerKind sampler) {
        assertThatThrownBy(() ->
                        run(() -> density(1, (x, gradient) -> Double.NaN), unbounded(1), settings(sampler, 10, 10)))
                .isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @EnumSource(SamplerKind.class)
    void holesOfTheDensityAreNeverVisited(SamplerKind sampler) {
        List<Chain> chains = run(
                () -> density(1, (x, gradient) -> {
                    gradient[0] = -x[0];
                    return x[0] > 0 ? -0.5 * x[0] * x[0] : Double.NaN;
                }),
                unbounded(1),
                settings(sampler, 500, 1000));
        assertThat(chains).allSatisfy(chain -> assertThat(chain.draws()[0])
                .doesNotContain(Double.NaN)
                .satisfies(row ->
                        assertThat(Arrays.stream(row).min().orElseThrow()).isPositive()));
    }

    @ParameterizedTest
    @EnumSource(SamplerKind.class)
    void aDensityWithoutAnIntegralEndsAllTheSame(SamplerKind sampler) {
        List<Chain> chains = run(
                () -> density(1, (x, gradient) -> {
                    gradient[0] = 1;
                    return x[0];
                }),
                unbounded(1),
                settings(sampler, 300, 300));
        assertThat(chains)
                .allSatisfy(chain -> assertThat(Arrays.stream(chain.draws()[0]).allMatch(Double::isFinite))
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(SamplerKind.class)
    void theDeadlineIsKept(SamplerKind sampler) {
        double[] start = {Double.NaN, Double.NaN};
        assertThatThrownBy(() -> MarkovChains.run(
                        MarkovChainsTest::correlatedNormal,
                        unbounded(2),
                        start,
                        settings(sampler, 1_000_000, 1_000_000),
                        Deadline.in(Duration.ofMillis(50))))
                .isInstanceOf(DeadlineExceededException.class);
    }
}
