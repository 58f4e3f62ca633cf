package org.mlmath.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.mcmc.BoundedSpace;
import org.mlmath.numerics.mcmc.Chain;
import org.mlmath.numerics.mcmc.ChainSettings;
import org.mlmath.numerics.mcmc.MarkovChains;
import org.mlmath.numerics.mcmc.SamplerKind;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One NUTS chain of 1000 + 1000 iterations on the eight schools (ten variables, standardized effects): from the text of the log density, with
 * its gradient written by hand, and as many leapfrog steps in a bare loop that builds no trees, draws nothing and keeps nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NutsBenchmark {
    private static final double[] EFFECTS = {28, 8, -3, 7, -1, 1, 18, 12};
    private static final double[] ERRORS = {15, 10, 16, 11, 9, 11, 10, 18};
    private static final int SCHOOLS = 8;

    /** mu, log tau, and the standardized effects z. */
    private static final int DIMENSION = SCHOOLS + 2;

    private static final ChainSettings SETTINGS = new ChainSettings(SamplerKind.NUTS, 1, 1000, 1000, 1, 0.8, 10);

    private final Expression expression = Expressions.parse(text());
    private final List<String> names = IntStream.range(0, DIMENSION)
            .mapToObj(i -> i == 0 ? "mu" : i == 1 ? "t" : "z" + (i - 1))
            .toList();
    private long steps;

    private static String text() {
        StringBuilder text = new StringBuilder("-mu^2/50 - ln(1 + e^(2*t)/25) + t");
        for (int i = 0; i < SCHOOLS; i++) {
            text.append(" - z%1$d^2/2 - ((%2$s - mu - e^t*z%1$d)/%3$s)^2/2".formatted(i + 1, EFFECTS[i], ERRORS[i]));
        }
        return text.toString();
    }

    @Setup
    public void countSteps() {
        steps = hand();
    }

    @Benchmark
    public long expression() {
        return run(ExpressionFunction.of(expression, names, 100_000));
    }

    @Benchmark
    public long hand() {
        return run(new EightSchools());
    }

    @Benchmark
    public double bareLeapfrogs() {
        EightSchools density = new EightSchools();
        double[] q = new double[DIMENSION];
        double[] p = new double[DIMENSION];
        double[] gradient = new double[DIMENSION];
        Arrays.fill(p, 0.5);
        double sum = density.valueAndGradient(q, gradient);
        for (long step = 0; step < steps; step++) {
            for (int i = 0; i < DIMENSION; i++) {
                p[i] += 0.05 * gradient[i];
                q[i] += 0.1 * p[i];
            }
            sum += density.valueAndGradient(q, gradient);
            for (int i = 0; i < DIMENSION; i++) {
                p[i] += 0.05 * gradient[i];
            }
        }
        return sum;
    }

    private static long run(DifferentiableFunction density) {
        double[] infinite = new double[DIMENSION];
        Arrays.fill(infinite, Double.POSITIVE_INFINITY);
        double[] lower = Arrays.stream(infinite).map(x -> -x).toArray();
        double[] start = new double[DIMENSION];
        Arrays.fill(start, Double.NaN);
        List<Chain> chains =
                MarkovChains.run(() -> density, new BoundedSpace(lower, infinite), start, SETTINGS, Deadline.none());
        return chains.getFirst().evaluations();
    }

    private static final class EightSchools implements DifferentiableFunction {
        private final double[] scratch = new double[DIMENSION];

        @Override
        public int dimension() {
            return DIMENSION;
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, scratch);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double mu = x[0];
            double tau = Math.exp(x[1]);
            double heavy = tau * tau / 25;
            double value = -mu * mu / 50 - Math.log(1 + heavy) + x[1];
            double byMu = -mu / 25;
            double byTau = 0;
            for (int i = 0; i < SCHOOLS; i++) {
                double z = x[i + 2];
                double residual = (EFFECTS[i] - mu - tau * z) / ERRORS[i];
                value -= 0.5 * (z * z + residual * residual);
                double slope = residual / ERRORS[i];
                byMu += slope;
                byTau += slope * z;
                gradient[i + 2] = -z + slope * tau;
            }
            gradient[0] = byMu;
            gradient[1] = byTau * tau - 2 * heavy / (1 + heavy) + 1;
            return value;
        }
    }
}
