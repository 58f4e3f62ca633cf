package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mlmath.numerics.optimization.Objectives.ROSENBROCK;
import static org.mlmath.numerics.optimization.Objectives.TILTED;
import static org.mlmath.numerics.optimization.Runs.adam;
import static org.mlmath.numerics.optimization.Runs.gradientDescent;
import static org.mlmath.numerics.optimization.Runs.minimization;
import static org.mlmath.numerics.optimization.Runs.momentum;
import static org.mlmath.numerics.optimization.Runs.with;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every iterate against torch.optim, see torch-iterates.py. */
class TorchReferenceTest {
    /** Adam amplifies last-bit differences of the gradient; over a thousand steps they stay below 1e-13. */
    private static final double TOLERANCE = 1e-9;

    private static final Iterates ITERATES = Iterates.read("torch-iterates.csv");

    private static final GradientDescent DECAYED = new GradientDescent(0.3, Convention.TORCH);
    private static final Schedule WARM_UP_COSINE = new Schedule.WarmUp(20, 0.25, new Schedule.Cosine(100, 0.001));

    static Stream<Arguments> references() {
        return Stream.of(
                on("adam", ROSENBROCK, minimization(adam(), 0.01, 1000)),
                on(
                        "adam-weight-decay",
                        ROSENBROCK,
                        minimization(new Adam(0.8, 0.99, 1e-4, 0.1, Convention.TORCH), 0.02, 200)),
                on("adam-exponential", TILTED, with(minimization(adam(), 0.1, 200), new Schedule.Exponential(0.98))),
                on("gradient-descent", ROSENBROCK, minimization(gradientDescent(), 0.001, 200)),
                on("gradient-descent-weight-decay", TILTED, minimization(DECAYED, 0.05, 200)),
                on(
                        "gradient-descent-clip-norm",
                        ROSENBROCK,
                        with(minimization(gradientDescent(), 0.01, 200), new Clipping(1, Double.POSITIVE_INFINITY))),
                on(
                        "gradient-descent-clip-value",
                        ROSENBROCK,
                        with(minimization(gradientDescent(), 0.001, 200), new Clipping(Double.POSITIVE_INFINITY, 5))),
                on("momentum", ROSENBROCK, minimization(momentum(0.9), 0.0005, 200)),
                on(
                        "momentum-dampening",
                        ROSENBROCK,
                        minimization(new Momentum(0.8, 0.3, 0, Convention.TORCH), 0.001, 200)),
                on(
                        "momentum-weight-decay",
                        TILTED,
                        minimization(new Momentum(0.9, 0.1, 0.2, Convention.TORCH), 0.02, 200)),
                on("nesterov", ROSENBROCK, minimization(new Nesterov(0.9, 0, Convention.TORCH), 0.0005, 200)),
                on("nesterov-weight-decay", TILTED, minimization(new Nesterov(0.8, 0.2, Convention.TORCH), 0.02, 200)),
                on("adagrad", ROSENBROCK, minimization(new Adagrad(0, 0, 1e-10, 0, Convention.TORCH), 0.1, 200)),
                on(
                        "adagrad-options",
                        ROSENBROCK,
                        minimization(new Adagrad(0.01, 0.5, 1e-3, 0.1, Convention.TORCH), 0.3, 200)),
                on(
                        "rmsprop",
                        ROSENBROCK,
                        minimization(new RmsProp(0.99, 1e-8, 0, false, 0, Convention.TORCH), 0.01, 200)),
                on(
                        "rmsprop-options",
                        ROSENBROCK,
                        minimization(new RmsProp(0.995, 1e-4, 0.5, true, 0.1, Convention.TORCH), 0.001, 200)),
                on("adadelta", ROSENBROCK, minimization(new Adadelta(0.9, 1e-6, 0, Convention.TORCH), 1, 200)),
                on(
                        "adadelta-options",
                        ROSENBROCK,
                        minimization(new Adadelta(0.8, 1e-4, 0.1, Convention.TORCH), 2, 200)),
                on("adamax", ROSENBROCK, minimization(new Adamax(0.9, 0.999, 1e-8, 0, Convention.TORCH), 0.02, 200)),
                on(
                        "adamax-options",
                        ROSENBROCK,
                        minimization(new Adamax(0.8, 0.9, 1e-3, 0.1, Convention.TORCH), 0.01, 200)),
                on(
                        "nadam",
                        ROSENBROCK,
                        minimization(new Nadam(0.9, 0.999, 1e-8, 0.004, 0, Convention.TORCH), 0.02, 200)),
                on(
                        "nadam-options",
                        ROSENBROCK,
                        minimization(new Nadam(0.8, 0.995, 1e-3, 0.1, 0.1, Convention.TORCH), 0.005, 200)),
                on("amsgrad", ROSENBROCK, minimization(new AmsGrad(0.9, 0.999, 1e-8, 0, Convention.TORCH), 0.02, 200)),
                on(
                        "amsgrad-options",
                        ROSENBROCK,
                        minimization(new AmsGrad(0.8, 0.9, 1e-3, 0.1, Convention.TORCH), 0.01, 200)),
                on("adamw", ROSENBROCK, minimization(new AdamW(0.9, 0.999, 1e-8, 0.01, Convention.TORCH), 0.02, 200)),
                on(
                        "adamw-options",
                        ROSENBROCK,
                        minimization(new AdamW(0.8, 0.9, 1e-3, 0.3, Convention.TORCH), 0.01, 200)),
                on("schedule-step", TILTED, scheduled(0.1, 200, new Schedule.Step(30, 0.5))),
                on("schedule-exponential", TILTED, scheduled(0.1, 200, new Schedule.Exponential(0.97))),
                on("schedule-cosine", TILTED, scheduled(0.02, 250, new Schedule.Cosine(100, 0.001))),
                on("schedule-inverse-time", TILTED, scheduled(0.1, 200, new Schedule.InverseTime(0.05))),
                on(
                        "schedule-warm-up",
                        TILTED,
                        scheduled(0.05, 60, new Schedule.WarmUp(20, 0.25, new Schedule.Constant()))),
                on("schedule-warm-up-cosine", TILTED, with(minimization(momentum(0.5), 0.05, 150), WARM_UP_COSINE)));
    }

    private static Arguments on(String name, DifferentiableFunction objective, Minimization minimization) {
        return Arguments.of(name, objective, minimization);
    }

    private static Minimization scheduled(double rate, long steps, Schedule schedule) {
        return with(minimization(gradientDescent(), rate, steps), schedule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void everyIterateAgreesWithTorch(String name, DifferentiableFunction objective, Minimization minimization) {
        ITERATES.requireAgreement(name, objective, minimization, TOLERANCE);
    }

    @Test
    void everyReferenceIsUsed() {
        assertThat(references().map(a -> a.get()[0]))
                .containsExactlyInAnyOrderElementsOf(ITERATES.byCase().keySet());
    }
}
