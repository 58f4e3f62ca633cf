package org.mlmath.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.mlmath.kit.array.ArrayJsonFactory;
import org.mlmath.kit.array.ArrayModule;
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

/** A matrix of 17-digit numbers between JSON and doubles: by our reader and writer, and by Jackson as it comes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class MatrixJsonBenchmark {
    @Param({"3", "100", "1000"})
    int size;

    private final ObjectMapper stock = new ObjectMapper();
    private final ObjectMapper json = JsonMapper.builder(new ArrayJsonFactory())
            .addModule(new ArrayModule(1_000_000))
            .build();
    private Matrix matrix;
    private double[][] rows;
    private byte[] text;

    @Setup
    public void draw() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        matrix = new Matrix(size, size, random.doubles((long) size * size).toArray());
        rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = matrix.row(i);
        }
        text = json.writeValueAsBytes(matrix);
    }

    @Benchmark
    public Matrix read() throws IOException {
        return json.readValue(text, Matrix.class);
    }

    @Benchmark
    public byte[] write() throws IOException {
        return json.writeValueAsBytes(matrix);
    }

    @Benchmark
    public double[][] readByStockJackson() throws IOException {
        return stock.readValue(text, double[][].class);
    }

    @Benchmark
    public byte[] writeByStockJackson() throws IOException {
        return stock.writeValueAsBytes(rows);
    }
}
