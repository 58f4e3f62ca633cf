package org.mlmath.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.optimization.Adam;
import org.mlmath.numerics.optimization.Clipping;
import org.mlmath.numerics.optimization.Convention;
import org.mlmath.numerics.optimization.Minimization;
import org.mlmath.numerics.optimization.Recording;
import org.mlmath.numerics.optimization.Schedule;
import org.mlmath.numerics.optimization.StopCriteria;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million steps of Adam on Rosenbrock's function: from the text of the expression to the last point, beside a loop written by hand that
 * does nothing else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AdamBenchmark {
    private static final int STEPS = 1_000_000;
    private static final double RATE = 1e-3;
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final String ROSENBROCK = "(1-x)^2 + 100*(y-x^2)^2";

    private double startX = -1.5;
    private double startY = 2;

    @Benchmark
    public double[] expression() {
        return run(Recording.DEFAULT);
    }

    /** With every iterate kept. */
    @Benchmark
    public double[] trajectory() {
        return run(new Recording(1, 0, Long.MAX_VALUE, STEPS + 1, false));
    }

    private double[] run(Recording recording) {
        ExpressionFunction objective = ExpressionFunction.of(Expressions.parse(ROSENBROCK), List.of("x", "y"), STEPS);
        Minimization run = new Minimization(
                new Adam(BETA_1, BETA_2, EPSILON, 0, Convention.TORCH),
                RATE,
                new Schedule.Constant(),
                Clipping.NONE,
                StopCriteria.NONE,
                recording,
                STEPS);
        return run.from(new double[] {startX, startY}, objective, Deadline.none())
                .state()
                .point();
    }

    @Benchmark
    public double[] hand() {
        double[] x = {startX, startY};
        double[] first = new double[2];
        double[] second = new double[2];
        double[] gradient = new double[2];
        double power1 = 1;
        double power2 = 1;
        for (int step = 1; step <= STEPS; step++) {
            double a = 1 - x[0];
            double b = x[1] - x[0] * x[0];
            gradient[0] = -2 * a - 400 * x[0] * b;
            gradient[1] = 200 * b;
            power1 *= BETA_1;
            power2 *= BETA_2;
            double stepSize = RATE / (1 - power1);
            double root = Math.sqrt(1 - power2);
            for (int i = 0; i < 2; i++) {
                first[i] = BETA_1 * first[i] + (1 - BETA_1) * gradient[i];
                second[i] = BETA_2 * second[i] + (1 - BETA_2) * gradient[i] * gradient[i];
                x[i] -= stepSize * first[i] / (Math.sqrt(second[i]) / root + EPSILON);
            }
        }
        return x;
    }
}
