package org.mlmath.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.mlmath.numerics.linear.EigenFactors;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.QrFactors;
import org.mlmath.numerics.linear.SvdFactors;
import org.mlmath.numerics.linear.SymmetricEigenFactors;
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

/** What small factorisations cost on either kernel, copies in and out included; {@link KernelComparison} has the large ones. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class KernelBenchmark {
    @Param({"openblas", "hipparchus"})
    String library;

    @Param({"2", "3", "5", "10"})
    int size;

    private Kernel kernel;
    private Matrix matrix;
    private Matrix symmetric;
    private Matrix rightHandSide;

    @Setup
    public void draw() {
        kernel = library.equals("hipparchus") ? Kernels.hipparchus() : Kernels.current();
        if (!kernel.name().startsWith(library)) {
            throw new IllegalStateException("the kernel is " + kernel.name());
        }
        SplittableRandom random = new SplittableRandom(1);
        double[] values = random.doubles((long) size * size).map(u -> 2 * u - 1).toArray();
        matrix = new Matrix(size, size, values);
        double[] sums = values.clone();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                sums[i * size + j] += values[j * size + i];
            }
        }
        symmetric = new Matrix(size, size, sums);
        rightHandSide = new Matrix(size, 1, random.doubles(size).toArray());
    }

    @Benchmark
    public SvdFactors svd() {
        return kernel.svd(matrix, Kernel.Vectors.THIN);
    }

    @Benchmark
    public SymmetricEigenFactors symmetricEigen() {
        return kernel.symmetricEigen(symmetric, true);
    }

    @Benchmark
    public EigenFactors eigen() {
        return kernel.eigen(matrix, true);
    }

    @Benchmark
    public QrFactors qr() {
        return kernel.qr(matrix, false, false);
    }

    @Benchmark
    public Matrix solve() {
        return kernel.lu(matrix).solve(rightHandSide);
    }

    @Benchmark
    public Matrix multiply() {
        return kernel.multiply(matrix, symmetric);
    }
}
