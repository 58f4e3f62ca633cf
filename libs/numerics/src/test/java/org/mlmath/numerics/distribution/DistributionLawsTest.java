package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mlmath.numerics.special.Tails;

/** What holds for every member of every family. A family listed in {@link Families} takes part without further ado. */
class DistributionLawsTest {
    /** A member with a name for messages. */
    record Member(String name, Distribution distribution) {}

    @Provide
    Arbitrary<Member> members() {
        return membersOf(
                Families.all().stream().filter(family -> !family.takesList()).toList());
    }

    @Provide
    Arbitrary<Member> discreteMembers() {
        return membersOf(Families.all().stream()
                .filter(family -> family.discrete() && !family.takesList())
                .toList());
    }

    @Provide
    Arbitrary<Member> continuousMembers() {
        return membersOf(
                Families.all().stream().filter(family -> !family.discrete()).toList());
    }

    private static Arbitrary<Member> membersOf(List<Family> families) {
        return Arbitraries.of(families).flatMap(family -> Combinators.combine(family.parameters().stream()
                        .map(DistributionLawsTest::value)
                        .toList())
                .as(values -> values.stream().mapToDouble(v -> v).toArray())
                .filter(100_000, family::hasMember)
                .map(parameters -> new Member(family.name() + family.named(parameters), family.member(parameters))));
    }

    private static Arbitrary<Double> value(Parameter parameter) {
        return switch (parameter.domain()) {
            case REAL -> Arbitraries.doubles().between(-100, 100).ofScale(3);
            case POSITIVE -> Arbitraries.doubles().between(-1.5, 5).ofScale(3).map(e -> Math.pow(10, e));
            case NON_NEGATIVE ->
                Arbitraries.oneOf(
                        Arbitraries.just(0.0),
                        Arbitraries.doubles().between(-1.5, 5).ofScale(3).map(e -> Math.pow(10, e)));
            case PROBABILITY -> Arbitraries.doubles().between(0, 1).ofScale(6);
            case POSITIVE_PROBABILITY ->
                Arbitraries.doubles().between(0.000001, 1).ofScale(6);
            case INTEGER -> Arbitraries.integers().between(-1000, 1000).map(Integer::doubleValue);
            case COUNT -> Arbitraries.integers().between(0, 1_000_000).map(Integer::doubleValue);
        };
    }

    @Provide
    Arbitrary<Double> probabilities() {
        return Arbitraries.doubles().between(0.0001, 0.9999).ofScale(8);
    }

    @Provide
    Arbitrary<Double> logProbabilities() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-800, 0).ofScale(4),
                Arbitraries.doubles().between(1e-9, 1 - 1e-9).ofScale(10).map(Math::log));
    }

    @Property(tries = 400)
    void tailsAddToOneAndLogarithmsAreOfThem(@ForAll("members") Member member, @ForAll("probabilities") double p) {
        double x = member.distribution().quantile(p);
        Assume.that(!Double.isNaN(x)); // it would overflow
        Tails tails = member.distribution().tails(x);
        assertThat(tails.lower() + tails.upper()).isBetween(1 - 1e-15, 1 + 1e-15);
        assertThat(Math.exp(tails.logLower())).isBetween(tails.lower() * (1 - 1e-13), tails.lower() * (1 + 1e-13));
        assertThat(Math.exp(tails.logUpper())).isBetween(tails.upper() * (1 - 1e-13), tails.upper() * (1 + 1e-13));
    }

    @Property(tries = 500)
    void continuousQuantilesInvertBothTails(
            @ForAll("continuousMembers") Member member, @ForAll("logProbabilities") double log, @ForAll boolean upper) {
        Distribution distribution = member.distribution();
        double x = distribution.quantile(TailProbability.ofLog(upper, log));
        Assume.that(Double.isFinite(x)); // it is an end of the support, or would overflow
        // Four doubles away on either side: near an end of the support they may be so far apart that the probability
        // jumps.
        double before = logTail(distribution, upper, x - 4 * Math.ulp(x));
        double after = logTail(distribution, upper, x + 4 * Math.ulp(x));
        // The tail is evaluated twice, where the point is found and here, each time with the accuracy that is promised.
        double rounding = 2 * 1e-13 * Math.max(1, Math.abs(log));
        assertThat(log).isBetween(Math.min(before, after) - rounding, Math.max(before, after) + rounding);
    }

    private static double logTail(Distribution distribution, boolean upper, double x) {
        Tails tails = distribution.tails(x);
        return upper ? tails.logUpper() : tails.logLower();
    }

    @Property(tries = 300)
    void discreteQuantilesAreTheFirstToReachTheProbability(
            @ForAll("discreteMembers") Member member, @ForAll("logProbabilities") double log, @ForAll boolean upper) {
        Distribution distribution = member.distribution();
        double k = distribution.quantile(TailProbability.ofLog(upper, log));
        Tails at = distribution.tails(k);
        Tails before = distribution.tails(k - 1);
        double slack = 1e-14 * (1 + Math.abs(log));
        if (upper) {
            assertThat(at.logUpper()).isLessThanOrEqualTo(log + slack);
            assertThat(k == distribution.support().lower() || before.logUpper() > log - slack)
                    .isTrue();
        } else {
            assertThat(at.logLower()).isGreaterThanOrEqualTo(log - slack);
            assertThat(k == distribution.support().lower() || before.logLower() < log + slack)
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void probabilitiesComeBackToTheirCount(
            @ForAll("discreteMembers") Member member, @ForAll("probabilities") double p) {
        Distribution distribution = member.distribution();
        double k = distribution.quantile(p);
        Assume.that(distribution.density(k) > 1e-10 && distribution.tails(k).upper() > 0);
        assertThat(distribution.quantile(distribution.tails(k).lower())).isEqualTo(k);
    }

    @Property(tries = 300)
    void densityIsTheSlopeOfTheDistributionFunction(
            @ForAll("members") Member member, @ForAll("probabilities") double p) {
        Distribution distribution = member.distribution();
        double x = distribution.quantile(p);
        double density = distribution.density(x);
        if (distribution.support().discrete()) {
            double step = distribution.probability(x, x);
            assertThat(step).isBetween(density * (1 - 1e-9), density * (1 + 1e-9));
            return;
        }
        Assume.that(Math.abs(x) > 1e-290);
        double h = 1e-3 / density * Math.min(p, 1 - p);
        h = distribution.support().lower() == 0 || Math.abs(x) > 1 ? Math.min(h, 1e-3 * Math.abs(x)) : h;
        // A Laplace or triangular density has a corner at its mode.
        Assume.that(!(Math.abs(x - distribution.moments().mode()) < 3 * h));
        // Five-point rule: error of order h⁴.
        double slope = (8 * (cdf(distribution, x + h) - cdf(distribution, x - h))
                        - (cdf(distribution, x + 2 * h) - cdf(distribution, x - 2 * h)))
                / (12 * h);
        double rounding = (1e-15 + 4 * density * Math.ulp(x)) / h;
        assertThat(slope).isBetween(density * (1 - 1e-7) - rounding, density * (1 + 1e-7) + rounding);
    }

    private static double cdf(Distribution distribution, double x) {
        return distribution.tails(x).lower();
    }

    @Property(tries = 200)
    void shortIntervalsHaveDensityTimesLength(
            @ForAll("continuousMembers") Member member, @ForAll("probabilities") double p) {
        Distribution distribution = member.distribution();
        double x = distribution.quantile(p);
        Support support = distribution.support();
        // Near an end of the support the density may vary over less than the interval's length.
        Assume.that(Math.min(x - support.lower(), support.upper() - x) > 0.01 * Math.abs(x));
        Assume.that(Math.abs(x) > 1e-290);
        double next = x + Math.abs(x) * 0x1p-40;
        double expected = distribution.density(x) * (next - x);
        assertThat(distribution.probability(x, next)).isBetween(expected * (1 - 1e-6), expected * (1 + 1e-6));
    }

    @Property(tries = 150)
    void hazardIsDensityOverSurvival(@ForAll("members") Member member, @ForAll("probabilities") double p) {
        Distribution distribution = member.distribution();
        double x = distribution.quantile(p);
        double atLeast = distribution.support().discrete()
                ? distribution.tails(x - 1).upper()
                : distribution.tails(x).upper();
        Assume.that(Double.isFinite(distribution.density(x)));
        assertThat(distribution.hazard(x) * atLeast)
                .isBetween(distribution.density(x) * (1 - 1e-11), distribution.density(x) * (1 + 1e-11));
    }

    @Property(tries = 60)
    void samplesFollowTheDistribution(@ForAll("members") Member member, @ForAll long seed) {
        Distribution distribution = member.distribution();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int size = 4000;
        int[] counts = new int[4];
        double[] cuts = {distribution.quantile(0.1), distribution.quantile(0.5), distribution.quantile(0.9)};
        Assume.that(Double.isFinite(cuts[0]) && Double.isFinite(cuts[2]));
        for (int i = 0; i < size; i++) {
            double x = distribution.sample(random);
            assertThat(distribution.support().lower() <= x
                            && x <= distribution.support().upper())
                    .isTrue();
            for (int j = 0; j < cuts.length; j++) {
                counts[j] += x <= cuts[j] ? 1 : 0;
            }
        }
        for (int j = 0; j < cuts.length; j++) {
            double expected = distribution.tails(cuts[j]).lower();
            double error = Math.sqrt(expected * (1 - expected) / size);
            // Six standard errors: one run in 10^8 fails by chance.
            assertThat(counts[j] / (double) size).isBetween(expected - 6 * error - 1e-12, expected + 6 * error + 1e-12);
        }
    }

    @Property(tries = 30)
    void sameSeedGivesTheSameValues(@ForAll("members") Member member, @ForAll long seed) {
        RandomGeneratorFactory<RandomGenerator> factory = RandomGeneratorFactory.of("L64X128MixRandom");
        RandomGenerator first = factory.create(seed);
        RandomGenerator second = factory.create(seed);
        for (int i = 0; i < 20; i++) {
            assertThat(member.distribution().sample(first))
                    .isEqualTo(member.distribution().sample(second));
        }
    }
}
