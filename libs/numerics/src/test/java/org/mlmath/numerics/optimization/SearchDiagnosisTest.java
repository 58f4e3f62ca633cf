package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlmath.numerics.optimization.Objectives.VALLEY;
import static org.mlmath.numerics.optimization.Objectives.diagonal;
import static org.mlmath.numerics.optimization.Objectives.of;
import static org.mlmath.numerics.optimization.Objectives.quadratic;
import static org.mlmath.numerics.optimization.Objectives.withHessian;
import static org.mlmath.numerics.optimization.Runs.diagnosis;
import static org.mlmath.numerics.optimization.Runs.gradientDescent;
import static org.mlmath.numerics.optimization.Runs.minimization;
import static org.mlmath.numerics.optimization.Runs.with;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.optimization.Finding.Code;
import org.mlmath.numerics.optimization.descent.Armijo;
import org.mlmath.numerics.optimization.descent.Bfgs;
import org.mlmath.numerics.optimization.descent.ConjugateGradient;
import org.mlmath.numerics.optimization.descent.CoordinateDescent;
import org.mlmath.numerics.optimization.descent.FixedLength;
import org.mlmath.numerics.optimization.descent.Newton;
import org.mlmath.numerics.optimization.descent.SteepestDescent;
import org.mlmath.numerics.optimization.descent.StrongWolfe;
import org.mlmath.numerics.optimization.direct.CmaEs;
import org.mlmath.numerics.optimization.direct.NelderMead;

class SearchDiagnosisTest {
    private static final StrongWolfe WOLFE = new StrongWolfe(1e-4, 0.9);

    private static List<Code> codes(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(Finding::code).toList();
    }

    @Test
    void methodsThatNeedNoAdviceOnRatesGetNone() {
        for (UpdateRule rule : List.of(
                new Newton(new Armijo(1e-4, 0.5)),
                new Bfgs(WOLFE),
                new NelderMead(false, 0.05),
                new CmaEs(0.5, 0, 3))) {
            Diagnosis diagnosis = diagnosis(minimization(rule, 1, 300), VALLEY, -1.5, 2);
            assertThat(codes(diagnosis)).as(rule.toString()).containsExactly(Code.CONVERGED);
            assertThat(diagnosis.toString()).doesNotContain("learning");
        }
    }

    @Test
    void convergedSaysWhatEndedTheRun() {
        assertThat(diagnosis(minimization(new Bfgs(WOLFE), 1, 300), VALLEY, -1.5, 2)
                        .summary())
                .contains("the gradient vanishes");
        assertThat(diagnosis(minimization(new NelderMead(false, 0.05), 1, 900), VALLEY, -1.5, 2)
                        .summary())
                .contains("drawn together");
        Minimization spread =
                with(minimization(new NelderMead(false, 0.05), 1, 900), new StopCriteria(Double.NaN, 1e-3, Double.NaN));
        assertThat(diagnosis(spread, VALLEY, -1.5, 2).summary()).contains("values in hand differ");
    }

    @Test
    void aSingularHessianIsNamedWithItsEigenvalues() {
        TwiceDifferentiableFunction trough = withHessian(
                of(2, (p, g) -> {
                    Arrays.fill(g, 2 * (p[0] + p[1]));
                    return (p[0] + p[1]) * (p[0] + p[1]);
                }),
                (p, h) -> Arrays.fill(h, 2));
        Diagnosis diagnosis = diagnosis(minimization(new Newton(new FixedLength()), 1, 9), trough, 1, 2);
        assertThat(codes(diagnosis)).containsExactly(Code.SINGULAR_HESSIAN);
        assertThat(diagnosis.findings().getFirst().evidence().get("smallestCurvature"))
                .isCloseTo(0, within(1e-8));
        assertThat(diagnosis.findings().getFirst().evidence().get("largestCurvature"))
                .isCloseTo(4, within(1e-8));
    }

    @Test
    void aKinkThatStopsASearchIsNamed() {
        DifferentiableFunction kinked = of(2, (p, g) -> {
            g[0] = p[0] >= p[1] ? 1.1 : -0.9;
            g[1] = p[0] >= p[1] ? -0.9 : 1.1;
            return Math.abs(p[0] - p[1]) + 0.1 * (p[0] + p[1]);
        });
        UpdateRule rule = new CoordinateDescent(CoordinateDescent.Selection.CYCLIC, 0, new StrongWolfe(1e-10, 1e-8));
        assertThat(codes(diagnosis(minimization(rule, 1, 50), kinked, 3, 3))).containsExactly(Code.NO_DESCENT);
    }

    @Test
    void aSearchWithoutEndMeansThereIsNoLowerBound() {
        assertThat(diagnosis(minimization(new Bfgs(WOLFE), 1, 500), diagonal(-1), 1)
                        .summary())
                .contains("no lower bound");
    }

    @Test
    void fallingForEverIsNotConverging() {
        for (UpdateRule rule : List.of(
                new NelderMead(false, 0.05), new CmaEs(0.5, 0, 3), new SteepestDescent(new Armijo(1e-4, 0.5)))) {
            Minimization minimization = minimization(rule, 1, 150);
            assertThat(Runs.run(minimization, diagonal(-1, -2), 1, 1).converged())
                    .as(rule.toString())
                    .isFalse();
            Diagnosis diagnosis = diagnosis(minimization, diagonal(-1, -2), 1, 1);
            assertThat(codes(diagnosis).getFirst()).as(rule.toString()).isEqualTo(Code.DIVERGED);
            assertThat(diagnosis.summary()).contains("no lower bound");
        }
    }

    @Test
    void aMaximumThatUndampedNewtonIsDrawnToIsNamed() {
        TwiceDifferentiableFunction cosine = withHessian(
                of(1, (p, g) -> {
                    g[0] = -Math.sin(p[0]);
                    return Math.cos(p[0]);
                }),
                (p, h) -> h[0] = -Math.cos(p[0]));
        Diagnosis diagnosis = diagnosis(minimization(new Newton(new FixedLength()), 1, 50), cosine, 0.5);
        assertThat(codes(diagnosis)).containsExactly(Code.PLATEAU_OR_SADDLE);
        assertThat(diagnosis.summary()).contains("maximum");
    }

    @Test
    void aSpoiltModelDoesNotMakeAKinkStationary() {
        DifferentiableFunction absolute = of(1, (p, g) -> {
            g[0] = p[0] >= 0 ? 1 : -1;
            return Math.abs(p[0]);
        });
        assertThat(Runs.run(minimization(new Bfgs(WOLFE), 1, 50), absolute, 3).reason())
                .isEqualTo(StopReason.NO_DESCENT);
    }

    /** κ = 400: the linear theory's (√κ − 1)/(√κ + 1) for conjugate gradients. */
    @Test
    void conjugateGradientsAreToldTheirOwnRate() {
        Minimization few = minimization(new ConjugateGradient(ConjugateGradient.Variant.POLAK_RIBIERE, WOLFE), 1, 1);
        Finding finding = diagnosis(few, diagonal(400, 40, 1), 1, 1, 1).findings().stream()
                .filter(f -> f.code() == Code.ILL_CONDITIONED)
                .findFirst()
                .orElseThrow();
        assertThat(finding.evidence().get("predictedRate")).isCloseTo(19.0 / 21, within(1e-6));
    }

    @Test
    void onAQuadraticTheLargestStableRateIsExact() {
        TwiceDifferentiableFunction f = quadratic(4, 11);
        double bound = 2
                / Curvature.everywhere(f, new double[4], Deadline.none())
                        .orElseThrow()
                        .largest();
        Diagnosis diagnosis = diagnosis(minimization(gradientDescent(), 1.2 * bound, 5000), f, 1, 1, 1, 1);
        assertThat(codes(diagnosis).getFirst()).isEqualTo(Code.DIVERGED);
        assertThat(diagnosis.findings().getFirst().evidence()).containsEntry("largestStableRate", bound);
        assertThat(diagnosis.summary()).contains("quadratic");
        assertThat(Curvature.everywhere(VALLEY, new double[] {1, 1}, Deadline.none()))
                .isEmpty();
    }

    @Test
    void elsewhereTheStartsCurvatureCountsToo() {
        // x⁴: flat at the best point, and 12 where the run began.
        DifferentiableFunction quartic = of(1, (x, g) -> {
            g[0] = 4 * x[0] * x[0] * x[0];
            return x[0] * x[0] * x[0] * x[0];
        });
        Finding diverged = diagnosis(minimization(gradientDescent(), 0.8, 100), quartic, 1)
                .findings()
                .getFirst();
        assertThat(diverged.code()).isEqualTo(Code.DIVERGED);
        assertThat(diverged.evidence().get("largestStableRate")).isCloseTo(1.0 / 6, within(1e-6));
    }
}
