package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.InvalidParameterException;

class FamilyTest {
    @Test
    void defaultsStandInForParametersNotGiven() {
        assertThat(StudentT.FAMILY.values(Map.of("degreesOfFreedom", 3.0))).containsExactly(3, 0, 1);
    }

    @Test
    void badParametersAreNamed() {
        assertRefused(Map.of("mean", 0.0, "standardDeviation", 0.0), "/standardDeviation");
        assertRefused(Map.of("mean", Double.NaN, "standardDeviation", 1.0), "/mean");
        assertRefused(Map.of("mean", 0.0), "/standardDeviation");
    }

    private static void assertRefused(Map<String, Double> parameters, String pointer) {
        assertThatThrownBy(() -> Normal.FAMILY.member(parameters))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.pointer())
                        .isEqualTo(pointer));
    }

    @Test
    void unknownParametersAreRefusedWithTheNearestKnownName() {
        assertThatThrownBy(() -> Normal.FAMILY.member(Map.of("mean", 0.0, "standarddeviaton", 1.0)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Did you mean \"standardDeviation\"?");
    }

    @Test
    void anAliasCannotStandBesideItsParameter() {
        Family family = Family.named("waiting")
                .parameter(Parameter.positive("rate", "events per unit of time", "\\lambda")
                        .alias("scale", "mean waiting time, 1/rate", scale -> 1 / scale))
                .build(p -> new ChiSquare(p[0]));
        assertThat(family.values(Map.of("scale", 4.0))).containsExactly(0.25);
        assertThatThrownBy(() -> family.values(Map.of("scale", 4.0, "rate", 1.0)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void everyFamilyDescribesItself() {
        for (Family family : Families.all()) {
            assertThat(family.title()).isNotBlank();
            assertThat(family.densityLatex()).isNotBlank();
            assertThat(family.distributionFunctionLatex()).isNotBlank();
            assertThat(family.supportLatex()).isNotBlank();
            assertThat(family.momentsLatex())
                    .containsOnlyKeys("mean", "variance", "skewness", "excessKurtosis", "entropy", "median", "mode");
        }
    }
}
