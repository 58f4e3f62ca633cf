package org.mlmath.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The value and the gradient of an expression, compiled from its text, beside the same formula written by hand in Java with the gradient
 * that a careful programmer derives for it. Points differ from call to call, so that nothing can be computed ahead.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ExpressionBenchmark {
    private static final int POINTS = 1 << 8;

    /** As many evaluations as a long run makes: what decides that the expression is compiled. */
    private static final long MANY = 1_000_000;

    @Param({"rosenbrock", "tenTerms", "twoHundredNodes"})
    String expression;

    private HandWritten hand;
    private ExpressionFunction compiled;
    private double[][] points;
    private double[] gradient;
    private int next;

    @Setup
    public void prepare() {
        hand = HandWritten.named(expression);
        compiled = ExpressionFunction.of(Expressions.parse(hand.text()), hand.variables(), MANY);
        SplittableRandom random = new SplittableRandom(1);
        points = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            points[i] = random.doubles(hand.variables().size(), 0.5, 1.5).toArray();
        }
        gradient = new double[hand.variables().size()];
        requireAgreement();
    }

    /** A benchmark of two different functions would say nothing. */
    private void requireAgreement() {
        double[] other = new double[gradient.length];
        for (double[] point : points) {
            double difference =
                    Math.abs(hand.valueAndGradient(point, gradient) - compiled.valueAndGradient(point, other));
            for (int i = 0; i < other.length; i++) {
                difference = Math.max(difference, Math.abs(gradient[i] - other[i]) / Math.max(1, Math.abs(other[i])));
            }
            if (!(difference < 1e-10)) {
                throw new IllegalStateException("they differ by " + difference + " at " + List.of(point[0], point[1]));
            }
        }
    }

    private double[] point() {
        next = (next + 1) & (POINTS - 1);
        return points[next];
    }

    @Benchmark
    public double hand() {
        return hand.valueAndGradient(point(), gradient) + gradient[0];
    }

    @Benchmark
    public double compiled() {
        return compiled.valueAndGradient(point(), gradient) + gradient[0];
    }
}
