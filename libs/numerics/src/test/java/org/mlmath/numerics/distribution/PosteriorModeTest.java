package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;

/** Where a conjugate prior gives the posterior's mode in closed form, the search finds it. */
class PosteriorModeTest {
    private static final double[] WAITS = {0.3, 1.2, 2.5, 0.9, 3.3};

    private static Fit find(Family family, double[] data, Map<String, Double> fixed, Map<String, Distribution> priors) {
        return PosteriorMode.find(family, data, fixed, priors, Deadline.none());
    }

    @Property(tries = 100)
    void successesWithABetaPrior(
            @ForAll @IntRange(max = 9) int successes,
            @ForAll @DoubleRange(min = 1.2, max = 30) double alpha,
            @ForAll @DoubleRange(min = 1.2, max = 30) double beta) {
        double[] data = new double[9];
        for (int i = 0; i < successes; i++) {
            data[i] = 1;
        }
        Fit fit = find(Bernoulli.FAMILY, data, Map.of(), Map.of("probability", new Beta(alpha, beta)));
        double a = alpha - 1 + successes;
        double b = beta - 1 + 9 - successes;
        double mode = a / (a + b);
        assertThat(fit.parameters()[0]).isCloseTo(mode, withPercentage(1e-7));
        assertThat(fit.standardErrors()[0]).isCloseTo(Math.sqrt(mode * (1 - mode) / (a + b)), withPercentage(1e-4));
    }

    @Property(tries = 100)
    void waitingTimesWithAGammaPrior(
            @ForAll @DoubleRange(min = 0.5, max = 50) double shape,
            @ForAll @DoubleRange(min = 0.01, max = 50) double rate) {
        Fit fit = find(Exponential.FAMILY, WAITS, Map.of(), Map.of("rate", new Gamma(shape, rate)));
        assertThat(fit.parameters()[0]).isCloseTo((shape + 4) / (rate + 8.2), withPercentage(1e-7));
    }

    @Test
    void aMeanWithANormalPriorIsTheWeightedMean() {
        Fit fit = find(Normal.FAMILY, WAITS, Map.of("standardDeviation", 2.0), Map.of("mean", new Normal(10, 0.5)));
        double precision = 5 / 4.0 + 4;
        assertThat(fit.parameters()[0]).isCloseTo((8.2 / 4 + 40) / precision, withPercentage(1e-9));
        assertThat(fit.standardErrors()[0]).isCloseTo(1 / Math.sqrt(precision), withPercentage(1e-6));
    }

    @Test
    void withoutPriorsTheModeIsTheMostLikelyPoint() {
        Fit mode = find(Gamma.FAMILY, WAITS, Map.of(), Map.of());
        Fit likely = Gamma.FAMILY.fit(WAITS, FitMethod.MAXIMUM_LIKELIHOOD, Map.of(), Deadline.none());
        for (int i = 0; i < 2; i++) {
            assertThat(mode.parameters()[i]).isCloseTo(likely.parameters()[i], withPercentage(1e-7));
            assertThat(mode.standardErrors()[i]).isCloseTo(likely.standardErrors()[i], withPercentage(1e-3));
        }
    }

    @Test
    void aModeAtTheEdgeOfTheSupportIsFoundAndSaid() {
        Fit fit = find(Uniform.FAMILY, WAITS, Map.of("lower", 0.0), Map.of("upper", new Pareto(2, 1)));
        assertThat(fit.parameters()[1]).isCloseTo(3.3, withPercentage(1e-8));
        assertThat(fit.remarks()).isNotEmpty();
        assertThat(fit.standardErrors()[1]).isNaN();
    }

    @Test
    void onlySuccessesAndAFlatPriorEndAtOne() {
        Fit fit = find(Bernoulli.FAMILY, new double[] {1, 1, 1}, Map.of(), Map.of("probability", new Beta(1, 1)));
        assertThat(fit.parameters()[0]).isEqualTo(1);
        assertThat(fit.remarks()).isNotEmpty();
    }

    @Test
    void aSingleObservationIsEnoughWithPriors() {
        Fit fit = find(
                Normal.FAMILY,
                new double[] {3},
                Map.of(),
                Map.of("mean", new Normal(0, 1), "standardDeviation", new InverseGamma(3, 4)));
        assertThat(fit.parameters()[0]).isBetween(0.0, 3.0);
        assertThat(fit.standardErrors()[1]).isPositive();
    }

    @Test
    void integersAreNotEstimated() {
        assertThatThrownBy(() -> find(Binomial.FAMILY, new double[] {3, 4}, Map.of(), Map.of()))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/fixed/trials"));
    }
}
