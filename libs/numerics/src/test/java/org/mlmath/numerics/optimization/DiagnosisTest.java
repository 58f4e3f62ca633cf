package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlmath.numerics.optimization.Objectives.ROSENBROCK;
import static org.mlmath.numerics.optimization.Objectives.diagonal;
import static org.mlmath.numerics.optimization.Objectives.withHessian;
import static org.mlmath.numerics.optimization.Runs.adam;
import static org.mlmath.numerics.optimization.Runs.diagnosis;
import static org.mlmath.numerics.optimization.Runs.gradientDescent;
import static org.mlmath.numerics.optimization.Runs.minimization;
import static org.mlmath.numerics.optimization.Runs.momentum;
import static org.mlmath.numerics.optimization.Runs.run;
import static org.mlmath.numerics.optimization.Runs.with;

import org.junit.jupiter.api.Test;
import org.mlmath.numerics.optimization.Finding.Code;
import org.mlmath.numerics.optimization.descent.FixedLength;
import org.mlmath.numerics.optimization.descent.Newton;

class DiagnosisTest {
    /** ½(10⁷x² + y²), of which differences of gradients see only x. */
    private static final TwiceDifferentiableFunction BOWL = withHessian(diagonal(1e7, 1), (x, hessian) -> {
        hessian[0] = 1e7;
        hessian[1] = 0;
        hessian[2] = 0;
        hessian[3] = 1;
    });

    private static Finding finding(Diagnosis diagnosis, Code code) {
        return diagnosis.findings().stream()
                .filter(f -> f.code() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " not in " + diagnosis));
    }

    private static Code first(Diagnosis diagnosis) {
        assertThat(diagnosis.summary())
                .isEqualTo(diagnosis.findings().getFirst().message());
        return diagnosis.findings().getFirst().code();
    }

    @Test
    void convergedSaysByWhichCriterion() {
        Minimization m = minimization(gradientDescent(), 0.25, 100);
        Diagnosis byCriterion =
                diagnosis(with(m, new StopCriteria(1e-3, Double.NaN, Double.NaN)), diagonal(2, 1), 1, 1);
        assertThat(first(byCriterion)).isEqualTo(Code.CONVERGED);
        assertThat(byCriterion.summary()).contains("the one asked for");
        Diagnosis byItself = diagnosis(m, diagonal(2, 1), 1, 1);
        assertThat(first(byItself)).isEqualTo(Code.CONVERGED);
        assertThat(byItself.summary()).contains("iteration 100").contains("at the start");
        assertThat(byItself.findings()).hasSize(1);
    }

    @Test
    void overflowNamesTheStepAndTheLargestStableRate() {
        Diagnosis diagnosis = diagnosis(minimization(gradientDescent(), 0.5, 10_000), diagonal(8, 1), 1, 1);
        Finding diverged = finding(diagnosis, Code.DIVERGED);
        assertThat(diverged.evidence().get("largestStableRate")).isCloseTo(0.25, within(1e-8));
        assertThat(diverged.iteration()).isGreaterThan(100);
        assertThat(diverged.severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(first(diagnosis)).isEqualTo(Code.DIVERGED);
    }

    @Test
    void divergenceIsSeenBeforeItOverflows() {
        Diagnosis diagnosis = diagnosis(minimization(gradientDescent(), 0.3, 20), diagonal(8, 1), 1, 1);
        assertThat(first(diagnosis)).isEqualTo(Code.DIVERGED);
        assertThat(diagnosis.summary()).startsWith("Diverging");
    }

    /** The value grows as the square of the gradient, so that far out the gradient looks small beside it. */
    @Test
    void aRunThatGrowsForAThousandStepsHasNotConverged() {
        Minimization minimization = minimization(gradientDescent(), 1.1, 1000);
        Run run = run(minimization, diagonal(2), 1);
        assertThat(run.value()).isGreaterThan(1e150);
        assertThat(run.converged()).isFalse();
        assertThat(first(diagnosis(minimization, diagonal(2), 1))).isEqualTo(Code.DIVERGED);
    }

    @Test
    void aRateALittleTooLargeDivergesThoughSlowly() {
        Minimization minimization = minimization(gradientDescent(), 1.001, 100);
        assertThat(run(minimization, diagonal(2), 1).value()).isBetween(1.0, 2.0);
        Diagnosis diagnosis = diagnosis(minimization, diagonal(2), 1);
        assertThat(first(diagnosis)).isEqualTo(Code.DIVERGED);
        assertThat(diagnosis.summary()).startsWith("Diverging").contains("risen");
    }

    @Test
    void anElongatedBowlIsIllConditionedAndNoPlateau() {
        Minimization minimization = minimization(gradientDescent(), 1e-7, 100);
        Diagnosis halfway = diagnosis(minimization, BOWL, 1, 100);
        assertThat(halfway.findings())
                .extracting(Finding::code)
                .containsExactly(Code.ILL_CONDITIONED, Code.STILL_DESCENDING);
        assertThat(first(halfway)).isEqualTo(Code.ILL_CONDITIONED);
        assertThat(halfway.summary()).contains("like scale");
        assertThat(finding(halfway, Code.ILL_CONDITIONED).evidence().get("conditionNumber"))
                .isCloseTo(1e7, within(1.0));
        Diagnosis settled = diagnosis(minimization, BOWL, 1, 1);
        assertThat(settled.findings()).extracting(Finding::code).containsExactly(Code.CONVERGED, Code.ILL_CONDITIONED);
    }

    @Test
    void aRateAtTheEdgeOscillates() {
        Finding finding =
                finding(diagnosis(minimization(gradientDescent(), 0.2499, 100), diagonal(8), 1), Code.OSCILLATING);
        assertThat(finding.evidence()).containsEntry("reversals", 64.0).containsEntry("steps", 64.0);
        assertThat(finding.evidence().get("largestStableRate")).isCloseTo(0.25, within(1e-8));
    }

    /** η = 1.75/λ turns the gradient round at every step, and shrinks it by a quarter. */
    @Test
    void anOscillationThatSettlesIsHeadedByWhereItLeads() {
        for (double rate : new double[] {0.175 * 1.25, 0.22}) {
            Diagnosis settling = diagnosis(minimization(gradientDescent(), rate, 12), diagonal(8, 1), 1, 1e-3);
            assertThat(settling.findings())
                    .extracting(Finding::code)
                    .startsWith(Code.STILL_DESCENDING, Code.OSCILLATING)
                    .doesNotHaveDuplicates();
            assertThat(finding(settling, Code.OSCILLATING).message())
                    .startsWith(
                            "Overshooting, by less and less: in the last 12 steps the gradient turned round 12 times");
        }
        Diagnosis sustained = diagnosis(minimization(gradientDescent(), 0.2499, 12), diagonal(8, 1), 1, 1e-3);
        assertThat(first(sustained)).isEqualTo(Code.OSCILLATING);
        assertThat(sustained.summary()).startsWith("Oscillating");
    }

    /** Newton's undamped steps on √(1 + x²) beyond |x| = 1: x ← −x³. They rise, so that nothing is bottomless. */
    @Test
    void whatHasRisenIsNotSaidToHaveFallen() {
        TwiceDifferentiableFunction hyperbola = withHessian(
                Objectives.of(1, (x, g) -> {
                    g[0] = x[0] / Math.hypot(1, x[0]);
                    return Math.hypot(1, x[0]);
                }),
                (x, hessian) -> hessian[0] = Math.pow(Math.hypot(1, x[0]), -3));
        Diagnosis diagnosis = diagnosis(minimization(new Newton(new FixedLength()), 1, 12), hyperbola, 1.1);
        assertThat(first(diagnosis)).isEqualTo(Code.DIVERGED);
        assertThat(diagnosis.summary()).doesNotContain("no lower bound").contains("line search");
    }

    @Test
    void heavyMomentumOscillates() {
        assertThat(first(diagnosis(minimization(momentum(0.99), 0.05, 60), diagonal(1), 1)))
                .isEqualTo(Code.OSCILLATING);
    }

    @Test
    void aLongWayToGoIsStillDescending() {
        Diagnosis diagnosis = diagnosis(minimization(gradientDescent(), 0.3, 10), diagonal(1, 0.05), 1, 1);
        assertThat(first(diagnosis)).isEqualTo(Code.STILL_DESCENDING);
        assertThat(diagnosis.findings().getFirst().evidence().get("decreasePerIteration"))
                .isPositive();
    }

    @Test
    void aTinyRateIsCalledTooSmall() {
        Finding finding =
                finding(diagnosis(minimization(gradientDescent(), 1e-4, 100), diagonal(2), 1), Code.RATE_TOO_SMALL);
        assertThat(finding.evidence().get("largestStableRate")).isCloseTo(1, within(1e-6));
        assertThat(first(diagnosis(minimization(adam(), 1e-6, 100), diagonal(2), 1)))
                .isEqualTo(Code.RATE_TOO_SMALL);
    }

    @Test
    void aSaddleIsNotTakenForAMinimum() {
        Diagnosis diagnosis = diagnosis(minimization(gradientDescent(), 0.1, 300), diagonal(2, -2), 1, 0);
        assertThat(first(diagnosis)).isEqualTo(Code.PLATEAU_OR_SADDLE);
        Finding saddle = finding(diagnosis, Code.PLATEAU_OR_SADDLE);
        assertThat(saddle.evidence().get("smallestCurvature")).isCloseTo(-2, within(1e-8));
        assertThat(saddle.message()).contains("a saddle");
    }

    @Test
    void aFlatMinimumIsAPlateauOnSecondThought() {
        DifferentiableFunction quartic = Objectives.of(1, (x, g) -> {
            g[0] = 4 * x[0] * x[0] * x[0];
            return Math.pow(x[0], 4);
        });
        Diagnosis diagnosis = diagnosis(minimization(gradientDescent(), 0.1, 10), quartic, 0);
        assertThat(first(diagnosis)).isEqualTo(Code.CONVERGED);
        assertThat(finding(diagnosis, Code.PLATEAU_OR_SADDLE).message()).contains("flat");
    }

    @Test
    void aPlateauIsNotTakenForASmallRate() {
        DifferentiableFunction sigmoid = Objectives.of(1, (x, g) -> {
            double value = 1 / (1 + Math.exp(-x[0]));
            g[0] = value * (1 - value);
            return value;
        });
        assertThat(first(diagnosis(minimization(gradientDescent(), 0.1, 100), sigmoid, -20)))
                .isEqualTo(Code.PLATEAU_OR_SADDLE);
    }

    @Test
    void aRateIsJudgedByTheLargestCurvatureMet() {
        // x⁴ is flat where the run ends, but where it began λ = 12 allowed no more than 1/6.
        DifferentiableFunction quartic = Objectives.of(1, (x, g) -> {
            g[0] = 4 * x[0] * x[0] * x[0];
            return Math.pow(x[0], 4);
        });
        Diagnosis diagnosis = diagnosis(minimization(gradientDescent(), 0.1, 1000), quartic, 1);
        assertThat(diagnosis.findings()).noneMatch(f -> f.code() == Code.RATE_TOO_SMALL);
    }

    @Test
    void fallingWithoutEndMeansThereIsNoLowerBound() {
        DifferentiableFunction cubic = Objectives.of(1, (x, g) -> {
            g[0] = 3 * x[0] * x[0];
            return x[0] * x[0] * x[0];
        });
        assertThat(diagnosis(minimization(gradientDescent(), 0.1, 100), cubic, -1)
                        .summary())
                .contains("no lower bound");
    }

    @Test
    void oscillationWithoutDescentIsNotCalledDescent() {
        DifferentiableFunction absolute = Objectives.of(1, (x, g) -> {
            g[0] = Math.signum(x[0]);
            return Math.abs(x[0]);
        });
        Diagnosis diagnosis = diagnosis(minimization(gradientDescent(), 0.1, 100), absolute, 1.05);
        assertThat(diagnosis.findings()).extracting(Finding::code).containsExactly(Code.OSCILLATING);
    }

    @Test
    void aNarrowValleyIsIllConditioned() {
        Finding finding =
                finding(diagnosis(minimization(adam(), 0.01, 5000), ROSENBROCK, -1.5, 2), Code.ILL_CONDITIONED);
        assertThat(finding.evidence().get("conditionNumber")).isBetween(2000.0, 3000.0);
        assertThat(finding.evidence().get("predictedRate")).isBetween(0.999, 1.0);
    }

    @Test
    void leavingTheDomainIsNamed() {
        DifferentiableFunction root = Objectives.of(1, (x, g) -> {
            g[0] = 0.5 / Math.sqrt(x[0]);
            return Math.sqrt(x[0]);
        });
        assertThat(first(diagnosis(minimization(gradientDescent(), 0.4, 100), root, 1)))
                .isEqualTo(Code.LEFT_DOMAIN);
    }

    @Test
    void noStepsAreAnAnswerToo() {
        assertThat(first(diagnosis(minimization(gradientDescent(), 0.4, 0), diagonal(1), 1)))
                .isEqualTo(Code.STILL_DESCENDING);
    }
}
