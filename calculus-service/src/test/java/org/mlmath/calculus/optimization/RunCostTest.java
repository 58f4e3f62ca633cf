package org.mlmath.calculus.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.linear.Matrix;

class RunCostTest {
    private static MinimizeRequest run(Objective objective, Long iterations, RecordWindow window) {
        return new MinimizeRequest(objective, null, null, iterations, null, window, null, null, null, null);
    }

    private static Objective expression(String text) {
        return new Objective(text, null, null, null, null, null);
    }

    @Test
    void incompleteRequestsAreSmall() {
        assertThat(run(null, 10L, null).cost()).isEqualTo(Cost.SMALL);
        assertThat(run(expression("x"), null, null).cost()).isEqualTo(Cost.SMALL);
        assertThat(run(new Objective(null, null, null, null, null, null), 10L, null)
                        .cost()
                        .seconds())
                .isLessThan(1e-3);
    }

    @Test
    void aMillionStepsOnRosenbrockTakeATenthOfASecond() {
        Cost cost = run(expression("(1-x)^2 + 100*(y-x^2)^2"), 1_000_000L, null).cost();
        assertThat(cost.seconds()).isBetween(0.03, 0.5);
    }

    @Test
    void dataCountByTheirSize() {
        VectorOrMatrix features = VectorOrMatrix.matrix(new Matrix(10_000, 50, new double[500_000]));
        VectorOrMatrix targets = VectorOrMatrix.vector(new double[10_000]);
        Objective model = new Objective(null, null, Objective.Model.LINEAR, null, features, targets);
        assertThat(run(model, 1000L, null).cost().seconds()).isBetween(0.2, 3.0);
    }

    @Test
    void whatIsKeptIsWhatMemoryItTakes() {
        RecordWindow everything = new RecordWindow(1L, null, null, 1_000_000, null);
        long few = run(expression("x*y"), 1_000_000L, null).cost().bytes();
        long many = run(expression("x*y"), 1_000_000L, everything).cost().bytes();
        assertThat(many).isGreaterThan(50 * few);
    }

    @Test
    void nestedSumsMultiply() {
        double one = run(expression("sum(i,1,100,(x-i)^2)"), 1000L, null).cost().seconds();
        double two = run(expression("sum(j,1,100,sum(i,1,100,(x-i-j)^2))"), 1000L, null)
                .cost()
                .seconds();
        assertThat(two).isBetween(50 * one, 200 * one);
    }
}
