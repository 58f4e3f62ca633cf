package org.mlmath.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.mlmath.linalg.decomposition.Svd;
import org.mlmath.linalg.decomposition.SvdMode;
import org.mlmath.linalg.decomposition.SvdResult;
import org.mlmath.numerics.linear.Matrix;
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

/** A singular value decomposition with its certificate, from what a 3×3 request needs to the largest that is answered in a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class SvdBenchmark {
    @Param({"2", "3", "5", "10", "30"})
    int size;

    private Matrix matrix;

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        matrix = new Matrix(
                size,
                size,
                random.doubles((long) size * size).map(u -> 2 * u - 1).toArray());
    }

    @Benchmark
    public SvdResult decompose() {
        return Svd.decompose(matrix, SvdMode.THIN, null, false);
    }
}
