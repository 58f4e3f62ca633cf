package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlmath.numerics.optimization.Objectives.VALLEY;
import static org.mlmath.numerics.optimization.Objectives.diagonal;
import static org.mlmath.numerics.optimization.Objectives.of;
import static org.mlmath.numerics.optimization.Objectives.quadratic;
import static org.mlmath.numerics.optimization.Objectives.withHessian;
import static org.mlmath.numerics.optimization.Runs.minimization;
import static org.mlmath.numerics.optimization.Runs.run;
import static org.mlmath.numerics.optimization.Runs.with;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.optimization.descent.Armijo;
import org.mlmath.numerics.optimization.descent.Bfgs;
import org.mlmath.numerics.optimization.descent.ConjugateGradient;
import org.mlmath.numerics.optimization.descent.ConjugateGradient.Variant;
import org.mlmath.numerics.optimization.descent.CoordinateDescent;
import org.mlmath.numerics.optimization.descent.CoordinateDescent.Selection;
import org.mlmath.numerics.optimization.descent.FixedLength;
import org.mlmath.numerics.optimization.descent.LimitedMemoryBfgs;
import org.mlmath.numerics.optimization.descent.LineSearch;
import org.mlmath.numerics.optimization.descent.Newton;
import org.mlmath.numerics.optimization.descent.SteepestDescent;
import org.mlmath.numerics.optimization.descent.StrongWolfe;
import org.mlmath.numerics.optimization.direct.CmaEs;
import org.mlmath.numerics.optimization.direct.NelderMead;

class SearchMethodsTest {
    private static final LineSearch EXACT = new StrongWolfe(1e-4, 1e-10);
    private static final LineSearch WOLFE = new StrongWolfe(1e-4, 0.9);
    private static final LineSearch ARMIJO = new Armijo(1e-4, 0.5);
    private static final LineSearch FIXED = new FixedLength();

    private static List<UpdateRule> conjugateGradients(LineSearch search) {
        return Stream.of(Variant.values())
                .<UpdateRule>map(variant -> new ConjugateGradient(variant, search))
                .toList();
    }

    /** Every method, as it is usually taken. */
    private static List<UpdateRule> all() {
        List<UpdateRule> all = new ArrayList<>(conjugateGradients(new StrongWolfe(1e-4, 0.1)));
        all.addAll(List.of(
                new SteepestDescent(WOLFE),
                new Newton(ARMIJO),
                new Newton(FIXED),
                new Bfgs(WOLFE),
                new LimitedMemoryBfgs(3, WOLFE),
                new CoordinateDescent(Selection.CYCLIC, 0, EXACT),
                new CoordinateDescent(Selection.GREEDY, 0, EXACT),
                new CoordinateDescent(Selection.RANDOM, 5, EXACT),
                new NelderMead(false, 0.05),
                new CmaEs(0.5, 0, 7)));
        return all;
    }

    private static double[] drawn(int n, long seed) {
        return new SplittableRandom(seed).doubles(n, -5, 5).toArray();
    }

    @Property(tries = 60)
    void withExactSearchesAQuadraticTakesAsManyStepsAsVariables(
            @ForAll @IntRange(min = 1, max = 6) int n, @ForAll @IntRange(min = 0, max = 10_000) int seed) {
        TwiceDifferentiableFunction f = quadratic(n, seed);
        List<UpdateRule> rules = new ArrayList<>(conjugateGradients(EXACT));
        rules.add(new Bfgs(EXACT));
        rules.add(new LimitedMemoryBfgs(n, EXACT));
        for (UpdateRule rule : rules) {
            Run run = run(minimization(rule, 1, n), f, drawn(n, ~seed));
            assertThat(run.gradientNorm()).as(rule.toString()).isLessThanOrEqualTo(1e-6 * run.gradientNormAtStart());
        }
    }

    @Property(tries = 60)
    void newtonTakesOneStepOnAQuadratic(
            @ForAll @IntRange(min = 1, max = 6) int n, @ForAll @IntRange(min = 0, max = 10_000) int seed) {
        for (LineSearch search : List.of(ARMIJO, FIXED, WOLFE)) {
            Run run = run(minimization(new Newton(search), 1, 1), quadratic(n, seed), drawn(n, ~seed));
            assertThat(run.gradientNorm()).isLessThanOrEqualTo(1e-11 * run.gradientNormAtStart());
        }
    }

    /** The iterates on f(Dx + shear) are those on f, taken back: variables may be measured in any units. */
    @Property(tries = 60)
    void newtonIsAffinelyInvariant(
            @ForAll @DoubleRange(min = 0.01, max = 100) double scale,
            @ForAll @DoubleRange(min = -2, max = 2) double shear,
            @ForAll @DoubleRange(min = -2, max = 2) double x,
            @ForAll @DoubleRange(min = -2, max = 2) double y) {
        // u = (x, y): the valley at (scale·x, y + shear·x).
        DifferentiableFunction inner = of(2, (p, g) -> {
            double value = VALLEY.valueAndGradient(new double[] {scale * p[0], p[1] + shear * p[0]}, g);
            g[0] = scale * g[0] + shear * g[1];
            return value;
        });
        TwiceDifferentiableFunction changed = withHessian(inner, (p, h) -> {
            double[] hessian = new double[4];
            VALLEY.valueGradientAndHessian(new double[] {scale * p[0], p[1] + shear * p[0]}, new double[2], hessian);
            h[0] = scale * scale * hessian[0] + 2 * scale * shear * hessian[1] + shear * shear * hessian[3];
            h[1] = scale * hessian[1] + shear * hessian[3];
            h[2] = h[1];
            h[3] = hessian[3];
        });
        Minimization undamped = minimization(new Newton(FIXED), 1, 2);
        double[] plain = run(undamped, VALLEY, x, y).state().point();
        double[] other =
                run(undamped, changed, x / scale, y - shear * x / scale).state().point();
        double size = 1 + Math.abs(plain[0]) + Math.abs(plain[1]);
        assertThat(scale * other[0]).isCloseTo(plain[0], within(1e-6 * size));
        assertThat(other[1] + shear * other[0]).isCloseTo(plain[1], within(1e-6 * size));
    }

    @Property(tries = 20)
    void continuingGivesTheBitsOfOneRun(
            @ForAll @IntRange(min = 0, max = 30) int n, @ForAll @IntRange(min = 0, max = 30) int m) {
        for (UpdateRule rule : all()) {
            Minimization whole = minimization(rule, 1, n + m);
            Run once = run(whole, VALLEY, -1.5, 2);
            Run first = run(with(whole, n), VALLEY, -1.5, 2);
            Run second = with(whole, m).resume(first.state(), VALLEY, Deadline.none());
            assertThat(second.state())
                    .as(rule.toString())
                    .usingRecursiveComparison()
                    .isEqualTo(once.state());
            assertThat(second.value()).isEqualTo(once.value());
        }
    }

    /** Whatever a method measures its progress by: where that has ended a run, going on ends at once, and one cut short before goes there. */
    @Test
    void goingOnWhereTheChangeOfTheValueHasEndedARunEndsAtOnce() {
        List<UpdateRule> rules = new ArrayList<>(all());
        rules.add(new GradientDescent(0, Convention.TORCH));
        for (UpdateRule rule : rules) {
            Minimization unlimited = minimization(rule, rule instanceof GradientDescent ? 1e-3 : 1, 100_000);
            Minimization whole = new Minimization(
                    rule,
                    unlimited.learningRate(),
                    unlimited.schedule(),
                    unlimited.clipping(),
                    new StopCriteria(Double.NaN, 1e-7, Double.NaN),
                    unlimited.recording(),
                    unlimited.maxIterations());
            Run once = run(whole, VALLEY, -1.5, 2);
            assertThat(once.reason()).as(rule.toString()).isEqualTo(StopReason.VALUE_CHANGE);
            Run again = whole.resume(once.state(), VALLEY, Deadline.none());
            Run cut = run(with(whole, once.iterations() - 1), VALLEY, -1.5, 2);
            Run joined = whole.resume(cut.state(), VALLEY, Deadline.none());
            for (Run run : List.of(again, joined)) {
                assertThat(run.reason()).as(rule.toString()).isEqualTo(StopReason.VALUE_CHANGE);
                assertThat(run.valueChange()).isEqualTo(once.valueChange());
                assertThat(run.state()).usingRecursiveComparison().isEqualTo(once.state());
            }
        }
    }

    @Test
    void everyMethodFindsTheValleysEnd() {
        for (UpdateRule rule : all()) {
            boolean slow = rule instanceof SteepestDescent || rule instanceof CoordinateDescent;
            Run run = run(minimization(rule, 1, slow ? 30_000 : 500), VALLEY, -1.5, 2);
            assertThat(run.state().bestPoint()).as(rule.toString()).satisfies(best -> {
                assertThat(best[0]).isCloseTo(1, within(slow ? 1e-4 : 1e-6));
                assertThat(best[1]).isCloseTo(1, within(slow ? 1e-4 : 1e-6));
            });
        }
    }

    @Test
    void descentMethodsNeverGoUp() {
        for (UpdateRule rule : all()) {
            if (rule.guide() == UpdateRule.Guide.DIRECTION && !rule.equals(new Newton(FIXED))) {
                double[] values = run(minimization(rule, 1, 60), VALLEY, -1.5, 2)
                        .trajectory()
                        .values();
                for (int i = 1; i < values.length; i++) {
                    assertThat(values[i]).as(rule.toString()).isLessThanOrEqualTo(values[i - 1] * (1 + 1e-14));
                }
            }
        }
    }

    @Test
    void aSingularHessianStopsNewton() {
        // (x + y)²
        TwiceDifferentiableFunction trough = withHessian(
                of(2, (p, g) -> {
                    double s = p[0] + p[1];
                    g[0] = 2 * s;
                    g[1] = 2 * s;
                    return s * s;
                }),
                (p, h) -> Arrays.fill(h, 2));
        for (LineSearch search : List.of(ARMIJO, FIXED)) {
            Run run = run(minimization(new Newton(search), 1, 10), trough, 1, 2);
            assertThat(run.reason()).isEqualTo(StopReason.SINGULAR_HESSIAN);
            assertThat(run.iterations()).isZero();
            assertThat(run.converged()).isFalse();
        }
    }

    @Test
    void undampedNewtonIsDrawnToASaddleAndDampedNewtonLeavesIt() {
        // x² − y² + y⁴/4: minima at y = ±√2
        TwiceDifferentiableFunction f = withHessian(
                of(2, (p, g) -> {
                    g[0] = 2 * p[0];
                    g[1] = -2 * p[1] + p[1] * p[1] * p[1];
                    return p[0] * p[0] - p[1] * p[1] + p[1] * p[1] * p[1] * p[1] / 4;
                }),
                (p, h) -> {
                    h[0] = 2;
                    h[1] = 0;
                    h[2] = 0;
                    h[3] = -2 + 3 * p[1] * p[1];
                });
        assertThat(run(minimization(new Newton(FIXED), 1, 20), f, 1, 0.1)
                        .state()
                        .point()[1])
                .isCloseTo(0, within(1e-12));
        assertThat(run(minimization(new Newton(ARMIJO), 1, 20), f, 1, 0.1)
                        .state()
                        .bestPoint()[1])
                .isCloseTo(Math.sqrt(2), within(1e-12));
    }

    /** x + 10⁻³²⁰x²: Newton's step is longer than any double. */
    @Test
    void aDirectionThatOverflowsEndsTheRun() {
        TwiceDifferentiableFunction nearlyLinear = withHessian(
                of(1, (p, g) -> {
                    g[0] = 1;
                    return p[0];
                }),
                (p, h) -> h[0] = 2e-320);
        for (LineSearch search : List.of(ARMIJO, WOLFE)) {
            Run run = run(minimization(new Newton(search), 1, 10), nearlyLinear, 1);
            assertThat(run.reason()).isEqualTo(StopReason.NO_DESCENT);
        }
        assertThat(run(minimization(new Newton(FIXED), 1, 10), nearlyLinear, 1).reason())
                .isEqualTo(StopReason.DIVERGED);
    }

    /** Down to where the squares of everything underflow. */
    @Test
    void aMinimumAtZeroIsNoDivergence() {
        DifferentiableFunction f = of(2, (p, g) -> {
            g[0] = 6 * p[0] + p[1];
            g[1] = 2 * p[1] + p[0];
            return 3 * p[0] * p[0] + p[1] * p[1] + p[0] * p[1];
        });
        List<UpdateRule> rules = new ArrayList<>(conjugateGradients(new StrongWolfe(1e-4, 0.1)));
        rules.addAll(List.of(
                new SteepestDescent(WOLFE),
                new SteepestDescent(ARMIJO),
                new Bfgs(WOLFE),
                new Bfgs(ARMIJO),
                new Bfgs(FIXED),
                new LimitedMemoryBfgs(5, WOLFE),
                new LimitedMemoryBfgs(5, FIXED),
                new CoordinateDescent(Selection.CYCLIC, 0, EXACT),
                new NelderMead(false, 0.05),
                new CmaEs(0.5, 0, 1)));
        for (UpdateRule rule : rules) {
            for (double first : new double[] {1e-4, 1e-3, 0.01, 0.1, 1, 3, 10}) {
                if (first > 1 && (rule.equals(new Bfgs(FIXED)) || rule.equals(new LimitedMemoryBfgs(5, FIXED)))) {
                    continue; // steps thrice too long do diverge
                }
                Run run = run(minimization(rule, first, 2500), f, -1.5, 2);
                assertThat(run.reason())
                        .as("%s from %s", rule, first)
                        .isNotIn(StopReason.DIVERGED, StopReason.UNDEFINED);
                assertThat(run.value()).as("%s from %s", rule, first).isLessThan(run.valueAtStart());
            }
        }
    }

    /** 10³⁰⁰ overflows everywhere at first, 10⁻³⁰⁰ moves nothing. */
    @Test
    void aSearchFindsItsLengthFromAnyOther() {
        for (double first : new double[] {1e300, 1e100, 1e6, 1e-6, 1e-12}) {
            for (UpdateRule rule : List.of(
                    new SteepestDescent(WOLFE),
                    new Bfgs(WOLFE),
                    new LimitedMemoryBfgs(5, WOLFE),
                    new Newton(WOLFE),
                    new ConjugateGradient(Variant.POLAK_RIBIERE, new StrongWolfe(1e-4, 0.1)))) {
                Run run = run(minimization(rule, first, 60), VALLEY, -1.5, 2);
                assertThat(run.value()).as("%s from %s", rule, first).isLessThan(6);
            }
        }
    }

    @Test
    void aSimplexOrPopulationTooSmallToTellApartFindsNothing() {
        for (UpdateRule rule : List.of(new NelderMead(false, 1e-300), new CmaEs(1e-300, 0, 1))) {
            Run run = run(minimization(rule, 1, 60), VALLEY, -1.5, 2);
            assertThat(run.reason()).isEqualTo(StopReason.COLLAPSED);
            assertThat(run.converged()).isFalse();
        }
    }

    @Test
    void aSearchDoesNotLeaveTheDomain() {
        // x − log x, undefined for x ≤ 0
        TwiceDifferentiableFunction f = withHessian(
                of(1, (p, g) -> {
                    g[0] = 1 - 1 / p[0];
                    return p[0] > 0 ? p[0] - Math.log(p[0]) : Double.NaN;
                }),
                (p, h) -> h[0] = 1 / (p[0] * p[0]));
        for (UpdateRule rule : all()) {
            if (!rule.equals(new Newton(FIXED))) {
                Run run = run(minimization(rule, 1, 200), f, 3);
                assertThat(run.state().bestPoint()[0]).as(rule.toString()).isCloseTo(1, within(1e-7));
                assertThat(run.converged()).as(rule.toString()).isTrue();
            }
        }
    }

    @Test
    void nearAMinimumWhoseValueIsLargeTheSlopesLeadOn() {
        // 10⁶ + (x − 1)² + 4(y + 2)²: values stop telling at 10⁻⁵ from the minimum.
        DifferentiableFunction f = of(2, (p, g) -> {
            g[0] = 2 * (p[0] - 1);
            g[1] = 8 * (p[1] + 2);
            return 1e6 + (p[0] - 1) * (p[0] - 1) + 4 * (p[1] + 2) * (p[1] + 2);
        });
        for (UpdateRule rule : List.of(
                new Bfgs(WOLFE),
                new LimitedMemoryBfgs(10, WOLFE),
                new ConjugateGradient(Variant.POLAK_RIBIERE, WOLFE))) {
            Run run = run(minimization(rule, 1, 60), f, 30, 40);
            assertThat(run.gradientNorm()).as(rule.toString()).isLessThan(1e-9);
            assertThat(run.state().bestPoint()).isEqualTo(run.state().point());
            assertThat(run.converged()).isTrue();
        }
    }

    @Test
    void withoutALowerBoundTheRunDivergesInsteadOfGoingOnForEver() {
        DifferentiableFunction f = diagonal(-1, -2);
        for (UpdateRule rule : List.of(
                new SteepestDescent(WOLFE), new Bfgs(WOLFE), new LimitedMemoryBfgs(5, WOLFE), new CmaEs(1, 0, 1))) {
            Run run = run(minimization(rule, 1, 100_000), f, 1, 1);
            assertThat(run.reason()).as(rule.toString()).isEqualTo(StopReason.DIVERGED);
        }
    }

    @Test
    void gradientsMayBeMissingForMethodsThatUseValuesAlone() {
        DifferentiableFunction kinked = of(2, (p, g) -> {
            Arrays.fill(g, Double.NaN);
            return Math.abs(p[0] - 1) + 2 * Math.abs(p[1] + 3);
        });
        for (UpdateRule rule : List.of(new NelderMead(false, 0.05), new CmaEs(1, 0, 3))) {
            Run run = run(minimization(rule, 1, 1000), kinked, 5, 5);
            assertThat(run.state().bestPoint()[0]).isCloseTo(1, within(1e-6));
            assertThat(run.state().bestPoint()[1]).isCloseTo(-3, within(1e-6));
            assertThat(run.gradientNorm()).isNaN();
        }
    }

    @Test
    void cmaEsFollowsItsSeedAndNothingElse() {
        double[] one = run(minimization(new CmaEs(0.5, 0, 1), 1, 20), VALLEY, 0, 0)
                .state()
                .point();
        assertThat(run(minimization(new CmaEs(0.5, 0, 1), 1, 20), VALLEY, 0, 0)
                        .state()
                        .point())
                .isEqualTo(one);
        assertThat(run(minimization(new CmaEs(0.5, 0, 2), 1, 20), VALLEY, 0, 0)
                        .state()
                        .point())
                .isNotEqualTo(one);
    }

    /** Only the order of values counts. */
    @Test
    void cmaEsIsInvariantUnderMonotoneChangesOfTheObjective() {
        DifferentiableFunction logarithm = of(2, (p, g) -> Math.log1p(VALLEY.value(p)));
        assertThat(run(minimization(new CmaEs(0.5, 0, 4), 1, 40), logarithm, 0, 0)
                        .state()
                        .point())
                .isEqualTo(run(minimization(new CmaEs(0.5, 0, 4), 1, 40), VALLEY, 0, 0)
                        .state()
                        .point());
    }

    @Test
    void coordinateDescentOnAQuadraticIsGaussSeidel() {
        DifferentiableFunction f = of(2, (p, g) -> {
            g[0] = 2 * p[0] + p[1] - 1;
            g[1] = p[0] + 4 * p[1] + 2;
            return p[0] * p[0] + p[0] * p[1] + 2 * p[1] * p[1] - p[0] + 2 * p[1];
        });
        double[] point = run(minimization(new CoordinateDescent(Selection.CYCLIC, 0, EXACT), 1, 4), f, 3, 1)
                .state()
                .point();
        // x = (1 − y)/2, y = −(2 + x)/4, twice from y = 1: x 0, y −1/2; x 3/4, y −11/16
        assertThat(point[0]).isCloseTo(0.75, within(1e-9));
        assertThat(point[1]).isCloseTo(-0.6875, within(1e-9));
    }

    @Test
    void coordinateDescentStopsAtAKinkThatNoCoordinateLeaves() {
        // |x − y| + (x + y − 4)²/10 from (0, 0): stuck there, the minimum is (2, 2).
        DifferentiableFunction f = of(2, (p, g) -> {
            double s = (p[0] + p[1] - 4) / 5;
            double sign = p[0] >= p[1] ? 1 : -1;
            g[0] = s + sign;
            g[1] = s - sign;
            return Math.abs(p[0] - p[1]) + 2.5 * s * s;
        });
        Run run = run(minimization(new CoordinateDescent(Selection.CYCLIC, 0, EXACT), 1, 50), f, 0, 0);
        assertThat(run.reason()).isEqualTo(StopReason.NO_DESCENT);
        assertThat(run.converged()).isFalse();
    }

    @Test
    void evaluationsAreCounted() {
        long[] count = {0};
        DifferentiableFunction counted = of(2, (p, g) -> {
            count[0]++;
            return VALLEY.valueAndGradient(p, g);
        });
        for (UpdateRule rule : List.of(
                new Bfgs(WOLFE),
                new ConjugateGradient(Variant.DAI_YUAN, WOLFE),
                new NelderMead(true, 0.1),
                new CmaEs(1, 8, 1))) {
            count[0] = 0;
            Run run = run(minimization(rule, 1, 25), counted, -1.5, 2);
            assertThat(run.evaluations()).as(rule.toString()).isEqualTo(count[0]);
        }
    }
}
