package org.mlmath.numerics.optimization;

import java.util.Arrays;
import org.mlmath.numerics.linear.Matrix;

/** Keeps iterates as a {@link Recording} says, in arrays that grow by doubling up to its bound. */
final class TrajectoryRecorder {
    private static final int FIRST_CAPACITY = 64;

    private final Recording recording;
    private final int dimension;
    private final int memoryLength;
    private long stride;
    private long nextDue = Long.MIN_VALUE;
    private int count;
    private long[] iterations;
    private double[] points;
    private double[] values;
    private double[] gradientNorms;
    private double[] memory;

    TrajectoryRecorder(Recording recording, int dimension, int memoryLength) {
        this.recording = recording;
        this.dimension = dimension;
        this.memoryLength = recording.state() ? memoryLength : 0;
        stride = recording.every();
        resize(Math.min(FIRST_CAPACITY, recording.maxPoints()));
    }

    /** Called for every iterate in turn; one comparison where nothing is due. */
    void see(Iterate iterate) {
        if (iterate.iteration() >= nextDue) {
            record(iterate);
        }
    }

    /** The run ends here: the last iterate belongs to the trajectory wherever it stands on the grid. */
    void end(Iterate iterate) {
        if (inWindow(iterate.iteration()) && (count == 0 || iterations[count - 1] != iterate.iteration())) {
            keepLast(iterate);
        }
    }

    private void record(Iterate iterate) {
        long iteration = iterate.iteration();
        if (iteration < recording.from()) {
            nextDue = recording.from();
            return;
        }
        if (iteration > recording.to()) {
            nextDue = Long.MAX_VALUE;
            return;
        }
        if (count == recording.maxPoints()) {
            thin();
        }
        if (count == 0 || onGrid(iteration)) {
            append(iterate);
        } else if (iteration == recording.to()) {
            keepLast(iterate);
        }
        long onGridNext = recording.from() + ((iteration - recording.from()) / stride + 1) * stride;
        nextDue = iteration < recording.to() ? Math.min(onGridNext, recording.to()) : Long.MAX_VALUE;
    }

    private boolean inWindow(long iteration) {
        return iteration >= recording.from() && iteration <= recording.to();
    }

    private boolean onGrid(long iteration) {
        return (iteration - recording.from()) % stride == 0;
    }

    /** The window's end, off the grid: where there is no room the last one on the grid gives way. */
    private void keepLast(Iterate iterate) {
        if (count == recording.maxPoints()) {
            count--;
        }
        append(iterate);
    }

    /** Doubles the stride until something has gone. The first point stays, on the grid or not. */
    private void thin() {
        int before = count;
        while (count == before) {
            stride = Math.multiplyExact(stride, 2);
            int kept = 1;
            for (int i = 1; i < count; i++) {
                if (onGrid(iterations[i])) {
                    iterations[kept] = iterations[i];
                    values[kept] = values[i];
                    gradientNorms[kept] = gradientNorms[i];
                    System.arraycopy(points, i * dimension, points, kept * dimension, dimension);
                    System.arraycopy(memory, i * memoryLength, memory, kept * memoryLength, memoryLength);
                    kept++;
                }
            }
            count = kept;
        }
    }

    private void append(Iterate iterate) {
        if (count == iterations.length) {
            resize(Math.min(2 * count, recording.maxPoints()));
        }
        iterations[count] = iterate.iteration();
        values[count] = iterate.value();
        gradientNorms[count] = iterate.gradientNorm();
        System.arraycopy(iterate.point(), 0, points, count * dimension, dimension);
        System.arraycopy(iterate.memory(), 0, memory, count * memoryLength, memoryLength);
        count++;
    }

    private void resize(int capacity) {
        iterations = iterations == null ? new long[capacity] : Arrays.copyOf(iterations, capacity);
        values = resized(values, capacity);
        gradientNorms = resized(gradientNorms, capacity);
        points = resized(points, Math.multiplyExact(capacity, dimension));
        memory = resized(memory, Math.multiplyExact(capacity, memoryLength));
    }

    private static double[] resized(double[] array, int length) {
        return array == null ? new double[length] : Arrays.copyOf(array, length);
    }

    Trajectory trajectory() {
        return new Trajectory(
                Arrays.copyOf(iterations, count),
                new Matrix(count, dimension, Arrays.copyOf(points, count * dimension)),
                Arrays.copyOf(values, count),
                Arrays.copyOf(gradientNorms, count),
                recording.state()
                        ? new Matrix(count, memoryLength, Arrays.copyOf(memory, count * memoryLength))
                        : null);
    }
}
