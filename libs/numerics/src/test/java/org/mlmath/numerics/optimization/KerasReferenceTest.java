package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mlmath.numerics.optimization.Convention.KERAS;
import static org.mlmath.numerics.optimization.Objectives.ROSENBROCK;
import static org.mlmath.numerics.optimization.Runs.minimization;
import static org.mlmath.numerics.optimization.Runs.with;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every iterate against Keras's optimizers, see keras-iterates.py. */
class KerasReferenceTest {
    private static final double TOLERANCE = 1e-9;

    private static final Iterates ITERATES = Iterates.read("keras-iterates.csv");

    static Stream<Arguments> references() {
        return Stream.of(
                constant("gradient-descent", new GradientDescent(0.1, KERAS), 1e-3),
                falling("momentum", new Momentum(0.8, 0, 0.1, KERAS), 1e-3),
                falling("nesterov", new Nesterov(0.8, 0.1, KERAS), 1e-3),
                constant("adagrad", new Adagrad(0, 0.5, 1e-3, 0.1, KERAS), 0.3),
                constant("rmsprop", new RmsProp(0.95, 1e-3, 0, false, 0.1, KERAS), 0.01),
                falling("rmsprop-centered", new RmsProp(0.995, 1e-3, 0.5, true, 0, KERAS), 1e-3),
                constant("adadelta", new Adadelta(0.9, 1e-4, 0.1, KERAS), 0.8),
                falling("adam", new Adam(0.8, 0.99, 1e-2, 0.1, KERAS), 0.01),
                constant("adamax", new Adamax(0.8, 0.99, 1e-2, 0.1, KERAS), 0.01),
                constant("nadam", new Nadam(0.8, 0.99, 1e-2, 1, 0.1, KERAS), 0.01),
                constant("amsgrad", new AmsGrad(0.8, 0.9, 1e-2, 0.1, KERAS), 0.01),
                falling("adamw", new AdamW(0.8, 0.99, 1e-2, 0.1, KERAS), 0.01));
    }

    private static Arguments constant(String name, UpdateRule rule, double rate) {
        return Arguments.of(name, minimization(rule, rate, 100));
    }

    private static Arguments falling(String name, UpdateRule rule, double rate) {
        return Arguments.of(name, with(minimization(rule, rate, 100), new Schedule.Exponential(0.99)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void everyIterateAgreesWithKeras(String name, Minimization minimization) {
        ITERATES.requireAgreement(name, ROSENBROCK, minimization, TOLERANCE);
    }

    @Test
    void everyReferenceIsUsed() {
        assertThat(references().map(a -> a.get()[0]))
                .containsExactlyInAnyOrderElementsOf(ITERATES.byCase().keySet());
    }
}
