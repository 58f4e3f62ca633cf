package org.mlmath.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.learning.CategoricalCrossEntropy;
import org.mlmath.numerics.learning.ElementwiseActivation;
import org.mlmath.numerics.learning.SoftmaxActivation;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.network.Criterion;
import org.mlmath.numerics.network.Layer;
import org.mlmath.numerics.network.Network;
import org.mlmath.numerics.network.Scoring;
import org.mlmath.numerics.network.Training;
import org.mlmath.numerics.network.TrainingRun;
import org.mlmath.numerics.network.TrainingState;
import org.mlmath.numerics.optimization.Adam;
import org.mlmath.numerics.optimization.Clipping;
import org.mlmath.numerics.optimization.Convention;
import org.mlmath.numerics.optimization.Schedule;
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
 * An epoch of a 784-128-10 network (relu, softmax with its cross-entropy, Adam) on 10,000 examples, beside the matrix products that it is
 * made of and nothing else: two forward, three backward for each batch, on the same kernel.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class NetworkBenchmark {
    private static final int EXAMPLES = 10_000;
    private static final int INPUTS = 784;
    private static final int HIDDEN = 128;
    private static final int OUTPUTS = 10;

    @Param({"32", "128", "10000"})
    int batchSize;

    private Training training;
    private TrainingState start;

    @Setup
    public void prepare() {
        Random random = new Random(1);
        Network network = new Network(List.of(
                new Layer(matrix(random, HIDDEN, INPUTS, 0.05), new double[HIDDEN], ElementwiseActivation.relu()),
                new Layer(matrix(random, OUTPUTS, HIDDEN, 0.1), new double[OUTPUTS], SoftmaxActivation.SOFTMAX)));
        double[] targets = new double[EXAMPLES * OUTPUTS];
        for (int i = 0; i < EXAMPLES; i++) {
            targets[i * OUTPUTS + random.nextInt(OUTPUTS)] = 1;
        }
        training = new Training(
                network,
                new Criterion(CategoricalCrossEntropy.OF_LOGITS, true, Criterion.Predictions.ANY, n -> 1.0 / n),
                Scoring.LARGEST,
                new Training.Examples(matrix(random, EXAMPLES, INPUTS, 1), new Matrix(EXAMPLES, OUTPUTS, targets)),
                null,
                new Adam(0.9, 0.999, 1e-8, 0, Convention.TORCH),
                1e-3,
                new Schedule.Constant(),
                Clipping.NONE,
                batchSize,
                1,
                new double[2],
                0,
                0,
                null);
        start = TrainingState.start(network);
    }

    @Benchmark
    public TrainingRun epoch() {
        return training.run(start, 1, Deadline.none(), epoch -> {});
    }

    @Benchmark
    public List<Matrix> products() {
        List<Matrix> gradients = List.of();
        Kernel kernel = Kernels.current();
        Matrix first = training.network().layers().getFirst().weights();
        Matrix second = training.network().layers().getLast().weights();
        double[] all = training.data().inputs().values();
        for (int at = 0; at < EXAMPLES; at += batchSize) {
            int rows = Math.min(batchSize, EXAMPLES - at);
            double[] part = rows == EXAMPLES ? all : Arrays.copyOfRange(all, at * INPUTS, (at + rows) * INPUTS);
            Matrix x = new Matrix(rows, INPUTS, part);
            Matrix hidden = kernel.multiply(x, false, first, true);
            Matrix outputs = kernel.multiply(hidden, false, second, true);
            Matrix ofSecond = kernel.multiply(outputs, true, hidden, false);
            Matrix back = kernel.multiply(outputs, second);
            gradients = List.of(ofSecond, kernel.multiply(back, true, x, false));
        }
        return gradients;
    }

    private static Matrix matrix(Random random, int rows, int columns, double scale) {
        return new Matrix(
                rows,
                columns,
                random.doubles((long) rows * columns, -scale, scale).toArray());
    }
}
