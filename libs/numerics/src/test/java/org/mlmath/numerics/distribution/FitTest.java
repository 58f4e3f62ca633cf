package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.special.GammaFunctions;

class FitTest {
    static Stream<JsonNode> references() {
        return References.cases("fits.json");
    }

    @ParameterizedTest
    @MethodSource("references")
    void maximumLikelihoodAgreesWithTheRootOfTheScore(JsonNode reference) {
        Family family = References.family(reference);
        Fit fit = family.fit(
                References.array(reference.get("data")),
                FitMethod.MAXIMUM_LIKELIHOOD,
                References.numbers(reference.get("fixed")),
                Deadline.none());
        References.numbers(reference.get("parameters")).forEach((name, expected) -> assertThat(
                        family.named(fit.parameters()).get(name))
                .as(name)
                .isCloseTo(expected, Percentage.withPercentage(1e-9)));
        References.numbers(reference.get("standardErrors")).forEach((name, expected) -> assertThat(
                        family.named(fit.standardErrors()).get(name))
                .as(name)
                .isCloseTo(expected, Percentage.withPercentage(1e-6)));
        assertThat(fit.logLikelihood())
                .isCloseTo(References.number(reference.get("logLikelihood")), Percentage.withPercentage(1e-10));
    }

    @Test
    void everyFamilyRecoversItsParametersFromALargeSample() {
        Map<String, double[]> members = Map.ofEntries(
                Map.entry("normal", new double[] {-2, 0.5}),
                Map.entry("uniform", new double[] {-2, 0.5}),
                Map.entry("exponential", new double[] {0.2}),
                Map.entry("gamma", new double[] {2.5, 0.3}),
                Map.entry("beta", new double[] {2.5, 4}),
                Map.entry("student-t", new double[] {20, 10, 2}),
                Map.entry("chi-square", new double[] {3.3}),
                Map.entry("f", new double[] {6, 14}),
                Map.entry("log-normal", new double[] {1, 0.4}),
                Map.entry("weibull", new double[] {1.7, 3}),
                Map.entry("pareto", new double[] {9, 3}),
                Map.entry("inverse-gamma", new double[] {12, 3}),
                Map.entry("cauchy", new double[] {1, 3}),
                Map.entry("laplace", new double[] {1, 3}),
                Map.entry("logistic", new double[] {1, 3}),
                Map.entry("gumbel", new double[] {1, 3}),
                Map.entry("triangular", new double[] {1, 3, 8}),
                Map.entry("rayleigh", new double[] {3}),
                Map.entry("von-mises", new double[] {0.5, 3}),
                Map.entry("bernoulli", new double[] {0.3}),
                Map.entry("binomial", new double[] {20, 0.35}),
                Map.entry("geometric", new double[] {0.2}),
                Map.entry("negative-binomial", new double[] {3.5, 0.2}),
                Map.entry("hypergeometric", new double[] {300, 90, 40}),
                Map.entry("poisson", new double[] {4.5}),
                Map.entry("beta-binomial", new double[] {25, 2, 6}),
                Map.entry("discrete-uniform", new double[] {-4, 11}));
        Map<String, Map<String, Double>> held = Map.of(
                "binomial", Map.of("trials", 20.0),
                "beta-binomial", Map.of("trials", 25.0),
                "hypergeometric", Map.of("population", 300.0, "draws", 40.0));
        members.forEach((name, parameters) -> {
            Family family = Families.named(name).orElseThrow();
            double[] data = sample(family.member(parameters), 20_000);
            Map<String, Double> fixed = held.getOrDefault(name, Map.of());
            for (FitMethod method : FitMethod.values()) {
                if (name.equals("cauchy") && method == FitMethod.MOMENTS) {
                    continue;
                }
                Fit fit = family.fit(data, method, fixed, Deadline.none());
                for (int i = 0; i < parameters.length; i++) {
                    double error = fit.standardErrors()[i];
                    // Ends of a support and integers have no standard error, but are found to a percent or so.
                    double bound = Double.isNaN(error) ? 0.03 * Math.abs(parameters[i]) : 5 * error;
                    assertThat(Math.abs(fit.parameters()[i] - parameters[i]))
                            .as("%s %s %d, standard error %s", name, method, i, error)
                            .isLessThanOrEqualTo(bound);
                }
            }
        });
    }

    private static double[] sample(Distribution distribution, int size) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        return DoubleStream.generate(() -> distribution.sample(random))
                .limit(size)
                .toArray();
    }

    @Test
    void numberOfTrialsIsTheMostLikelyInteger() {
        double[] data = {16, 18, 22, 25, 27};
        Fit fit = Binomial.FAMILY.fit(data, FitMethod.MAXIMUM_LIKELIHOOD, Map.of(), Deadline.none());
        // Olkin, Petkau and Zidek (1981): 99 for this sample.
        assertThat(fit.parameters()[0]).isEqualTo(99);
        assertThat(fit.parameters()[1]).isEqualTo(21.6 / 99);
        assertThat(fit.standardErrors()[0]).isNaN();
    }

    @Test
    void moreVarianceThanMeanHasNoBinomialFit() {
        assertThatThrownBy(() -> Binomial.FAMILY.fit(
                        new double[] {0, 0, 10, 30}, FitMethod.MAXIMUM_LIKELIHOOD, Map.of(), Deadline.none()))
                .isInstanceOf(DidNotConvergeException.class);
    }

    @Test
    void lightTailsSendDegreesOfFreedomToInfinityAndTheFitSaysSo() {
        double[] data = {-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2};
        Fit fit = StudentT.FAMILY.fit(data, FitMethod.MAXIMUM_LIKELIHOOD, Map.of(), Deadline.none());
        assertThat(fit.remarks()).isNotEmpty();
        assertThat(fit.parameters()[2]).isCloseTo(Math.sqrt(15.0 / 9), Percentage.withPercentage(1e-5));
    }

    @Test
    void aLikelihoodWithoutMaximumIsSaidToHaveNone() {
        double[] data = {0.1, 0.9, 0.5, 0.3, 0.7, 0.2, 0.8, 0.6, 0.4, 0.55};
        Fit fit = FisherF.FAMILY.fit(data, FitMethod.MAXIMUM_LIKELIHOOD, Map.of(), Deadline.none());
        assertThat(fit.remarks()).hasSize(1).first().asString().contains("denominatorDegreesOfFreedom");
    }

    @Test
    void dataOfAnyMagnitudeAreFitted() {
        Fit normal = Normal.FAMILY.fit(
                new double[] {1e300, -1e300}, FitMethod.MAXIMUM_LIKELIHOOD, Map.of(), Deadline.none());
        assertThat(normal.parameters()).containsExactly(0, 1e300);
        double[] tiny = {1e-300, 1e-200};
        Fit chiSquare = ChiSquare.FAMILY.fit(tiny, FitMethod.MAXIMUM_LIKELIHOOD, Map.of(), Deadline.none());
        assertThat(chiSquare.remarks()).isEmpty();
        double meanLog = 0.5 * (Math.log(0.5e-300) + Math.log(0.5e-200));
        assertThat(GammaFunctions.digamma(0.5 * chiSquare.parameters()[0]))
                .isCloseTo(meanLog, Percentage.withPercentage(1e-10));
    }

    @Test
    void equalObservationsAndValuesOffTheSupportAreRefusedWhereTheyStand() {
        assertThatThrownBy(() -> Normal.FAMILY.fit(new double[] {3, 3}, FitMethod.MOMENTS, Map.of(), Deadline.none()))
                .isInstanceOf(InsufficientDataException.class);
        assertThatThrownBy(() -> ChiSquare.FAMILY.fit(
                        new double[] {1, -2}, FitMethod.MAXIMUM_LIKELIHOOD, Map.of(), Deadline.none()))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/data/1"));
        assertThatThrownBy(() -> Normal.FAMILY.fit(
                        new double[] {1, 2}, FitMethod.MOMENTS, Map.of("standardDeviation", -1.0), Deadline.none()))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/fixed/standardDeviation"));
    }
}
