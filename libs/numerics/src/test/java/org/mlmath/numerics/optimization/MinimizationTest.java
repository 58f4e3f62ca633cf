package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlmath.numerics.optimization.Objectives.ROSENBROCK;
import static org.mlmath.numerics.optimization.Objectives.diagonal;
import static org.mlmath.numerics.optimization.Runs.adam;
import static org.mlmath.numerics.optimization.Runs.gradientDescent;
import static org.mlmath.numerics.optimization.Runs.minimization;
import static org.mlmath.numerics.optimization.Runs.momentum;
import static org.mlmath.numerics.optimization.Runs.run;
import static org.mlmath.numerics.optimization.Runs.with;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.CancelledException;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;

class MinimizationTest {
    private static final double NEVER = Double.NaN;

    @Property(tries = 200)
    void gradientDescentOnAQuadraticConvergesExactlyBelowTwoOverTheLargestCurvature(
            @ForAll @DoubleRange(min = 0.1, max = 1) double smaller,
            @ForAll @DoubleRange(min = 1, max = 50) double larger,
            @ForAll @DoubleRange(min = 0.05, max = 3) double partOfTheBound) {
        Assume.that(Math.abs(partOfTheBound - 1) > 0.02);
        double rate = partOfTheBound * gradientDescent().largestStableRate(larger);

        Run run = run(minimization(gradientDescent(), rate, 600), diagonal(smaller, larger), 1, 1);

        double steep = Math.abs(run.state().point()[1]);
        assertThat(steep < 1).isEqualTo(partOfTheBound < 1);
    }

    @Property(tries = 100)
    void momentumAndNesterovConvergeExactlyBelowItsBound(
            @ForAll @DoubleRange(min = 0, max = 0.95) double mu,
            @ForAll @DoubleRange(min = 0, max = 0.9) double dampening,
            @ForAll @DoubleRange(min = 0, max = 1) double decay,
            @ForAll @DoubleRange(min = 0.1, max = 2) double partOfTheBound,
            @ForAll Convention convention) {
        Assume.that(Math.abs(partOfTheBound - 1) > 0.05);
        for (UpdateRule rule : List.of(
                new Momentum(mu, convention == Convention.TORCH ? dampening : 0, decay, convention),
                new Nesterov(mu, decay, convention))) {
            double rate = partOfTheBound * rule.largestStableRate(3);

            Run run = run(minimization(rule, rate, 3000), diagonal(3), 1);

            assertThat(Math.abs(run.state().point()[0]) < 1).isEqualTo(partOfTheBound < 1);
        }
    }

    @Property(tries = 100)
    void continuingGivesTheBitsOfOneRun(
            @ForAll @IntRange(min = 0, max = 80) int n,
            @ForAll @IntRange(min = 0, max = 80) int m,
            @ForAll Convention convention) {
        Schedule schedule = new Schedule.WarmUp(20, 0.1, new Schedule.Cosine(50, 1e-4));
        for (UpdateRule rule : List.of(
                new Adam(0.9, 0.999, 1e-8, 0.01, convention),
                new Momentum(0.8, 0, 0.01, convention),
                new Nesterov(0.8, 0.01, convention),
                new Adagrad(0.1, 0.1, 1e-10, 0.01, convention),
                new RmsProp(0.99, 1e-8, 0.5, true, 0.01, convention),
                new Adadelta(0.9, 1e-6, 0.01, convention),
                new Adamax(0.9, 0.999, 1e-8, 0.01, convention),
                new Nadam(0.9, 0.999, 1e-8, 0.004, 0.01, convention),
                new AmsGrad(0.9, 0.999, 1e-8, 0.01, convention),
                new AdamW(0.9, 0.999, 1e-8, 0.01, convention),
                new GradientDescent(0.01, convention))) {
            Minimization whole =
                    with(with(minimization(rule, 1e-3, n + m), schedule), new Clipping(100, Double.POSITIVE_INFINITY));

            RunState once = run(whole, ROSENBROCK, -1.5, 2).state();
            RunState half = run(with(whole, n), ROSENBROCK, -1.5, 2).state();
            RunState twice =
                    with(whole, m).resume(half, ROSENBROCK, Deadline.none()).state();

            assertThat(twice).usingRecursiveComparison().isEqualTo(once);
        }
    }

    @Property(tries = 300)
    void theTrajectoryIsTheWindowThinnedEvenlyWithItsEnds(
            @ForAll @IntRange(min = 0, max = 300) int steps,
            @ForAll @IntRange(min = 1, max = 7) int every,
            @ForAll @IntRange(min = 0, max = 320) int from,
            @ForAll @IntRange(min = 0, max = 320) int length,
            @ForAll @IntRange(min = 2, max = 50) int maxPoints) {
        Recording recording = new Recording(every, from, from + length, maxPoints, false);
        long end = Math.min(steps, from + length);

        Trajectory trajectory = run(with(minimization(gradientDescent(), 0.001, steps), recording), ROSENBROCK, -1.5, 2)
                .trajectory();
        Trajectory full = run(minimization(gradientDescent(), 0.001, steps), ROSENBROCK, -1.5, 2)
                .trajectory();

        long[] kept = trajectory.iterations();
        if (from > steps) {
            assertThat(kept).isEmpty();
            return;
        }
        assertThat(kept[0]).isEqualTo(from);
        assertThat(kept[kept.length - 1]).isEqualTo(end);
        assertThat(kept.length).isBetween(1, maxPoints);
        long gridPoints = (end - from) / every + 1;
        assertThat((long) kept.length).isGreaterThanOrEqualTo(Math.min(gridPoints, maxPoints / 2));
        if (kept.length > 2) {
            long stride = kept[1] - kept[0];
            assertThat(stride % every).isZero();
            assertThat(LongStream.range(1, kept.length - 1).map(i -> kept[(int) i] - kept[(int) i - 1]))
                    .containsOnly(stride);
        }
        for (int i = 0; i < kept.length; i++) {
            int row = (int) kept[i];
            assertThat(trajectory.points().row(i)).isEqualTo(full.points().row(row));
            assertThat(trajectory.values()[i]).isEqualTo(full.values()[row]);
            assertThat(trajectory.gradientNorms()[i]).isEqualTo(full.gradientNorms()[row]);
        }
    }

    @Test
    void theRulesMemoryIsRecordedOnRequest() {
        Minimization m = with(minimization(momentum(0.5), 0.25, 2), new Recording(1, 0, Long.MAX_VALUE, 10, true));
        assertThat(run(m, diagonal(2), 1).trajectory().memory().values()).containsExactly(0, 2, 2);
    }

    @Test
    void theStartIsIterationZeroAndStateIsAlwaysThere() {
        Run run = run(minimization(gradientDescent(), 0.25, 0), diagonal(2), 1);
        assertThat(run.reason()).isEqualTo(StopReason.MAX_ITERATIONS);
        assertThat(run.iterations()).isZero();
        assertThat(run.evaluations()).isEqualTo(1);
        assertThat(run.trajectory().iterations()).containsExactly(0);
        assertThat(run.state().point()).containsExactly(1);
    }

    @Test
    void theStartIsNotWrittenTo() {
        double[] start = {-1.5, 2};
        run(minimization(adam(), 0.1, 10), ROSENBROCK, start);
        assertThat(start).containsExactly(-1.5, 2);
    }

    @Test
    void eachCriterionStopsTheRun() {
        Minimization m = minimization(gradientDescent(), 0.25, 1000);
        // x halves from 1; f = x², g = 2x
        Run byGradient = run(with(m, new StopCriteria(0.25, NEVER, NEVER)), diagonal(2), 1);
        assertThat(byGradient.reason()).isEqualTo(StopReason.GRADIENT_NORM);
        assertThat(byGradient.iterations()).isEqualTo(3);
        Run byChange = run(with(m, new StopCriteria(NEVER, 0.2, NEVER)), diagonal(2), 1);
        assertThat(byChange.reason()).isEqualTo(StopReason.VALUE_CHANGE);
        assertThat(byChange.iterations()).isEqualTo(2);
        Run byTarget = run(with(m, new StopCriteria(NEVER, NEVER, 1)), diagonal(2), 1);
        assertThat(byTarget.reason()).isEqualTo(StopReason.TARGET);
        assertThat(byTarget.iterations()).isZero();
        assertThat(List.of(byGradient, byChange, byTarget)).allMatch(Run::converged);
    }

    @Test
    void overflowEndsTheRunAtTheLastFiniteIterate() {
        Run run = run(minimization(gradientDescent(), 10, 1_000_000), diagonal(2), 1);
        assertThat(run.reason()).isEqualTo(StopReason.DIVERGED);
        assertThat(run.converged()).isFalse();
        assertThat(run.value()).isFinite();
        assertThat(run.state().point()[0]).isFinite().isNotZero();
        assertThat(run.state().bestPoint()).containsExactly(1);
        assertThat(run.trajectory().values()).hasSize((int) run.iterations() + 1);
        assertThat(run.evaluations()).isEqualTo(run.iterations() + 2);
    }

    @Test
    void anEnormousRateDivergesAtOnce() {
        assertThat(run(minimization(gradientDescent(), 1e300, 100), ROSENBROCK, -1.5, 2)
                        .reason())
                .isEqualTo(StopReason.DIVERGED);
    }

    @Test
    void aMemoryThatOverflowsEndsTheRunToo() {
        Run run = run(minimization(new Adagrad(0, 0, 1e-10, 1e200, Convention.TORCH), 1e-9, 10), diagonal(1), 1);
        assertThat(run.reason()).isEqualTo(StopReason.DIVERGED);
        assertThat(run.iterations()).isZero();
        assertThat(run.state().memory()).containsExactly(0);
    }

    @Test
    void aPointWithoutAGradientIsOutsideTheDomain() {
        DifferentiableFunction kink = Objectives.of(1, (x, g) -> {
            g[0] = x[0] == 0 ? NEVER : Math.signum(x[0]);
            return Math.abs(x[0]);
        });
        Run run = run(minimization(gradientDescent(), 0.5, 10), kink, 1);
        assertThat(run.reason()).isEqualTo(StopReason.UNDEFINED);
        assertThat(run.state().point()).containsExactly(0.5);
    }

    @Test
    void leavingTheDomainEndsTheRunInsideIt() {
        DifferentiableFunction logarithm = Objectives.of(1, (x, g) -> {
            g[0] = x[0] > 0 ? 1 / x[0] : NEVER;
            return x[0] > 0 ? Math.log(x[0]) : NEVER;
        });
        Run run = run(minimization(gradientDescent(), 0.4, 100), logarithm, 1);
        assertThat(run.reason()).isEqualTo(StopReason.UNDEFINED);
        assertThat(run.state().point()[0]).isPositive();
        assertThatThrownBy(() -> run(minimization(gradientDescent(), 0.4, 100), logarithm, -1))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void theBestIterateIsKeptBesideTheLast() {
        // x: 1, −1.5, 2.25: the start is best. From 0.1 with momentum the run overshoots after passing the minimum.
        Run run = run(minimization(momentum(0.9), 0.1, 40), diagonal(1), 1);
        double[] values = run.trajectory().values();
        int best = 0;
        for (int i = 0; i < values.length; i++) {
            best = values[i] < values[best] ? i : best;
        }
        assertThat(best).isBetween(1, 39);
        assertThat(run.state().bestIteration()).isEqualTo(best);
        assertThat(run.state().bestValue()).isEqualTo(values[best]);
        assertThat(run.state().bestPoint()).isEqualTo(run.trajectory().points().row(best));
    }

    @Test
    void tinyGradientsHaveTheirNorm() {
        Run run = run(minimization(gradientDescent(), 1, 0), diagonal(3e-200, 4e-200), 1, 1);
        assertThat(run.gradientNorm()).isCloseTo(5e-200, within(1e-214));
    }

    @Test
    void theDeadlineEndsARun() {
        assertThatThrownBy(() -> minimization(adam(), 1e-9, Long.MAX_VALUE)
                        .from(new double[] {-1.5, 2}, ROSENBROCK, Deadline.in(Duration.ofMillis(20))))
                .isInstanceOf(DeadlineExceededException.class);
        Deadline cancelled = Deadline.in(Duration.ofSeconds(60));
        cancelled.cancel();
        assertThatThrownBy(() -> minimization(adam(), 1e-9, 10).from(new double[] {-1.5, 2}, ROSENBROCK, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void wrongLengthsAreRefused() {
        assertThatThrownBy(() -> run(minimization(adam(), 0.1, 1), ROSENBROCK, 1))
                .isInstanceOf(DimensionMismatchException.class)
                .hasMessageContaining("1 entries")
                .hasMessageContaining("2 are needed");
        RunState ofMomentum =
                run(minimization(momentum(0.9), 0.001, 1), ROSENBROCK, 1, 1).state();
        assertThatThrownBy(() -> minimization(adam(), 0.1, 1).resume(ofMomentum, ROSENBROCK, Deadline.none()))
                .isInstanceOf(DimensionMismatchException.class)
                .hasMessageContaining("memory");
    }
}
