package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlmath.numerics.optimization.Objectives.ROSENBROCK;
import static org.mlmath.numerics.optimization.Objectives.TILTED;
import static org.mlmath.numerics.optimization.Objectives.diagonal;
import static org.mlmath.numerics.optimization.Runs.gradientDescent;
import static org.mlmath.numerics.optimization.Runs.minimization;
import static org.mlmath.numerics.optimization.Runs.momentum;
import static org.mlmath.numerics.optimization.Runs.run;
import static org.mlmath.numerics.optimization.Runs.with;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two or three steps by hand on f = x² (gradient 2x) from x = 1, and how the conventions differ. */
class UpdateRuleTest {
    private static final DifferentiableFunction SQUARE = diagonal(2);

    private static double[] iterates(UpdateRule rule, double rate, int steps) {
        return run(minimization(rule, rate, steps), SQUARE, 1)
                .trajectory()
                .points()
                .values();
    }

    @Test
    void gradientDescentMultipliesByOneMinusRateTimesCurvature() {
        assertThat(iterates(gradientDescent(), 0.25, 3)).containsExactly(1, 0.5, 0.25, 0.125);
    }

    @Test
    void weightDecayAddsToTheGradient() {
        // d = 2x + 2x: x − 0.125·4x = x/2
        assertThat(iterates(new GradientDescent(2, Convention.TORCH), 0.125, 2)).containsExactly(1, 0.5, 0.25);
        // The same decay outside the gradient: for plain gradient descent there is no difference.
        assertThat(iterates(new GradientDescent(2, Convention.KERAS), 0.125, 2)).containsExactly(1, 0.5, 0.25);
    }

    /** However coordinates are grouped for the processor, each goes its own way. */
    @Test
    void adamMovesEachOfManyCoordinatesAsIfItWereAlone() {
        int n = 2500;
        Adam adam = new Adam(0.9, 0.99, 1e-8, 0.01, Convention.TORCH);
        Iterate all = new Iterate(n, 2 * n);
        Iterate moved = new Iterate(n, 2 * n);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < n; i++) {
            all.point()[i] = random.nextDouble() - 0.5;
            all.gradient()[i] = random.nextDouble() - 0.5;
            all.memory()[i] = random.nextDouble() - 0.5;
            all.memory()[n + i] = random.nextDouble();
        }
        moved.number(5);
        adam.step(all, moved, 0.1, SQUARE);
        for (int i = 0; i < n; i += 7) {
            Iterate one = new Iterate(1, 2);
            Iterate next = new Iterate(1, 2);
            one.point()[0] = all.point()[i];
            one.gradient()[0] = all.gradient()[i];
            one.memory()[0] = all.memory()[i];
            one.memory()[1] = all.memory()[n + i];
            next.number(5);
            adam.step(one, next, 0.1, SQUARE);
            assertThat(moved.point()[i]).isEqualTo(next.point()[0]);
            assertThat(moved.memory()[i]).isEqualTo(next.memory()[0]);
            assertThat(moved.memory()[n + i]).isEqualTo(next.memory()[1]);
        }
    }

    @Test
    void momentumAccumulates() {
        // b: 2, then 0.5·2 + 2·0.5 = 2; x: 1, 1 − ¼·2 = ½, ½ − ¼·2 = 0
        assertThat(iterates(momentum(0.5), 0.25, 2)).containsExactly(1, 0.5, 0);
    }

    @Test
    void theFirstBufferIsNotDampened() {
        // b: 2, then 0.5·2 + 0.5·1 = 1.5; x: 1, ½, ½ − ¼·1.5
        assertThat(iterates(new Momentum(0.5, 0.5, 0, Convention.TORCH), 0.25, 2))
                .containsExactly(1, 0.5, 0.125);
    }

    @Test
    void theCoursesMomentumIsAnAverage() {
        // v: 0.5·2 = 1, then 0.5·1 + 0.5·1.5 = 1.25; x: 1, 1 − ¼ = ¾, ¾ − ¼·1.25
        assertThat(iterates(new Momentum(0.5, 0, 0, Convention.COURSE), 0.25, 2))
                .containsExactly(1, 0.75, 0.4375);
    }

    @Test
    void theVelocityOfKerasKeepsTheRateOfItsStep() {
        Minimization torch = with(minimization(momentum(0.5), 0.25, 2), new Schedule.Exponential(0.5));
        Minimization keras =
                with(minimization(new Momentum(0.5, 0, 0, Convention.KERAS), 0.25, 2), new Schedule.Exponential(0.5));
        // torch: b = 2, 2; x = ½, ½ − ⅛·2. Keras: v = −½, then −¼ − ⅛·1 = −⅜.
        assertThat(run(torch, SQUARE, 1).state().point()).containsExactly(0.25);
        assertThat(run(keras, SQUARE, 1).state().point()).containsExactly(0.125);
    }

    @Test
    void theFirstStepOfAdamHasTheLengthOfTheLearningRate() {
        for (Convention convention : new Convention[] {Convention.TORCH, Convention.COURSE}) {
            double x = iterates(new Adam(0.9, 0.999, 1e-8, 0, convention), 0.1, 1)[1];
            assertThat(x).isCloseTo(1 - 0.1 * 2 / (2 + 1e-8), within(1e-15));
        }
        // Keras adds epsilon to the uncorrected root √(0.001·4).
        double keras = iterates(new Adam(0.9, 0.999, 1e-3, 0, Convention.KERAS), 0.1, 1)[1];
        double root = Math.sqrt(0.001 * 4);
        assertThat(keras).isCloseTo(1 - 0.1 * Math.sqrt(0.001) / 0.1 * 0.2 / (root + 1e-3), within(1e-15));
    }

    @Test
    void theCoursesAdamIsTorchsButForRounding() {
        double[] torch = run(
                        minimization(new Adam(0.9, 0.999, 1e-8, 0.1, Convention.TORCH), 0.01, 200), ROSENBROCK, -1.5, 2)
                .state()
                .point();
        double[] course = run(
                        minimization(new Adam(0.9, 0.999, 1e-8, 0.1, Convention.COURSE), 0.01, 200),
                        ROSENBROCK,
                        -1.5,
                        2)
                .state()
                .point();
        assertThat(course[0]).isCloseTo(torch[0], within(1e-11));
        assertThat(course[1]).isCloseTo(torch[1], within(1e-11));
    }

    @Test
    void torchsEpsilonIsNotKerass() {
        Run torch = run(minimization(new Adam(0.9, 0.999, 0.1, 0, Convention.TORCH), 0.01, 50), TILTED, -1.5, 2);
        Run keras = run(minimization(new Adam(0.9, 0.999, 0.1, 0, Convention.KERAS), 0.01, 50), TILTED, -1.5, 2);
        assertThat(keras.state().point()[0]).isNotCloseTo(torch.state().point()[0], within(1e-3));
    }

    @Test
    void kerasDecaysWeightsOutsideTheMoments() {
        // A flat objective: torch's Adam still moves by the sign of the decay, Keras's shrinks x by the factor 1 − ηλ.
        DifferentiableFunction flat = diagonal(0);
        double keras = run(minimization(new Adam(0.9, 0.999, 1e-8, 0.5, Convention.KERAS), 0.5, 1), flat, 1)
                .state()
                .point()[0];
        double torch = run(minimization(new Adam(0.9, 0.999, 1e-8, 0.5, Convention.TORCH), 0.5, 1), flat, 1)
                .state()
                .point()[0];
        assertThat(keras).isEqualTo(0.75);
        assertThat(torch).isCloseTo(0.5, within(1e-7));
    }
}
