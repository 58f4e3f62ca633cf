package org.mlmath.numerics.linear;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The arrays of one native call: Java's own for a critical call, memory outside the heap otherwise, freed on {@link #close}. All of
 * a call's arrays come from one workspace.
 */
final class Workspace implements AutoCloseable {
    /** Calls estimated to take longer are not made critical: the garbage collector would wait for them. */
    private static final double CRITICAL_SECONDS = 5e-4;

    private static final long CACHE_LINE = 64;

    private final Arena arena;

    private Workspace(Arena arena) {
        this.arena = arena;
    }

    /** @param seconds that the calls are estimated to take */
    static Workspace forCallsOf(double seconds) {
        return new Workspace(seconds < CRITICAL_SECONDS ? null : Arena.ofConfined());
    }

    /** @return n doubles, all zero */
    MemorySegment doubles(long n) {
        int length = Math.toIntExact(Math.max(1, n));
        return arena == null ? MemorySegment.ofArray(new double[length]) : arena.allocate(length * 8L, CACHE_LINE);
    }

    /** @return n ints, all zero */
    MemorySegment ints(long n) {
        int length = Math.toIntExact(Math.max(1, n));
        return arena == null ? MemorySegment.ofArray(new int[length]) : arena.allocate(length * 4L, CACHE_LINE);
    }

    /** @return a copy for the routine to read and overwrite */
    MemorySegment copyOf(double[] values) {
        if (arena == null) {
            return MemorySegment.ofArray(values.clone());
        }
        MemorySegment copy = doubles(values.length);
        MemorySegment.copy(values, 0, copy, JAVA_DOUBLE, 0, values.length);
        return copy;
    }

    /** @return a copy, for the routine to read and overwrite, of a square matrix's rows up to the diagonal */
    MemorySegment lowerOf(Matrix a) {
        int n = a.rows();
        MemorySegment copy = doubles((long) n * n);
        for (int i = 0; i < n; i++) {
            MemorySegment.copy(a.values(), i * n, copy, JAVA_DOUBLE, 8L * i * n, i + 1);
        }
        return copy;
    }

    /** @return a copy, for the routine to read and overwrite, of a square matrix's rows from the diagonal on */
    MemorySegment upperOf(Matrix a) {
        int n = a.rows();
        MemorySegment copy = doubles((long) n * n);
        for (int i = 0; i < n; i++) {
            MemorySegment.copy(a.values(), i * n + i, copy, JAVA_DOUBLE, 8L * i * (n + 1), n - i);
        }
        return copy;
    }

    /** @return a copy for the routine to read and overwrite, column by column */
    MemorySegment columnsOf(Matrix a) {
        return columnsOf(a, a.columns());
    }

    /** @param columns at least A's: those behind are zero */
    MemorySegment columnsOf(Matrix a, int columns) {
        MemorySegment copy = doubles((long) a.rows() * columns);
        Columns.put(a, copy);
        return copy;
    }

    MemorySegment copyOf(int[] values) {
        if (arena == null) {
            return MemorySegment.ofArray(values.clone());
        }
        MemorySegment copy = ints(values.length);
        MemorySegment.copy(values, 0, copy, JAVA_INT, 0, values.length);
        return copy;
    }

    /** @return a segment whose contents the routine only reads: the array itself where that is possible */
    MemorySegment view(double[] values) {
        return arena == null ? MemorySegment.ofArray(values) : copyOf(values);
    }

    /** @return the first n doubles, outliving the workspace */
    static double[] toDoubles(MemorySegment segment, int n) {
        if (segment.heapBase().orElse(null) instanceof double[] array && array.length == n) {
            return array;
        }
        return segment.asSlice(0, n * 8L).toArray(JAVA_DOUBLE);
    }

    static int[] toInts(MemorySegment segment, int n) {
        return segment.asSlice(0, n * 4L).toArray(JAVA_INT);
    }

    @Override
    public void close() {
        if (arena != null) {
            arena.close();
        }
    }
}
