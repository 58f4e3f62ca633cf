package org.mlmath.numerics.linear;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes below, at and above the size of a tile, tall and wide. */
class ColumnsTest {
    private static final String SHAPES =
            "1, 1\n1, 5000\n5000, 1\n7, 3\n31, 33\n32, 32\n33, 31\n64, 65\n70, 2049\n2049, 40";

    @BeforeAll
    static void onlyWhereItLoads() {
        Assumptions.assumeTrue(Kernels.fallbackReason().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(textBlock = SHAPES)
    void rowsAndColumnsHoldTheSameBits(int m, int n) {
        Matrix a = matrix(m, n);
        try (Arena arena = Arena.ofConfined()) {
            for (MemorySegment columns :
                    new MemorySegment[] {arena.allocate(8L * m * n), MemorySegment.ofArray(new double[m * n])}) {
                Columns.put(a, columns);
                assertThat(columns.toArray(JAVA_DOUBLE)).isEqualTo(a.transpose().values());
                assertThat(Columns.take(columns, m, n)).isEqualTo(a);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SHAPES)
    void trianglesAreWhatTheyAreOfTheMatrix(int m, int n) {
        Matrix a = matrix(m, n);
        MemorySegment columns = MemorySegment.ofArray(a.transpose().values());
        for (int rows : new int[] {Math.min(m, n), m}) {
            assertThat(Columns.takeUpper(columns, m, n, rows)).isEqualTo(part(a, rows, (i, j) -> i <= j ? 1 : 0));
        }
        Matrix lower = part(a, m, (i, j) -> i > j ? 1 : 0);
        for (int i = 0; i < Math.min(m, n); i++) {
            lower.values()[i * (n + 1)] = 1;
        }
        assertThat(Columns.takeUnitLower(columns, m, n)).isEqualTo(lower);
        if (m == n) {
            assertThat(Columns.takeHessenberg(columns, n)).isEqualTo(part(a, n, (i, j) -> i <= j + 1 ? 1 : 0));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SHAPES)
    void sumsOfModuliAreTheNorms(int m, int n) {
        Matrix a = matrix(m, n);
        MemorySegment columns = MemorySegment.ofArray(a.transpose().values());
        double rounding = m * n * Math.ulp(1.0);
        assertThat(Moduli.largestSum(columns, n, m)).isCloseTo(a.oneNorm(), within(rounding * a.oneNorm()));
        Matrix whole = new Matrix(m * n, 1, a.values());
        assertThat(Moduli.sum(a)).isCloseTo(whole.oneNorm(), within(rounding * whole.oneNorm()));
    }

    private static Matrix matrix(int m, int n) {
        Random random = new Random(m + 31L * n);
        Matrix a = new Matrix(m, n, random.doubles((long) m * n, -1, 1).toArray());
        a.values()[a.values().length / 2] = -0.0;
        a.values()[a.values().length / 3] = Double.MIN_VALUE;
        return a;
    }

    /** @param belongs 1 for an entry that does, 0 for one that is to be zero */
    private static Matrix part(Matrix a, int rows, IntBinaryOperator belongs) {
        double[] values = new double[rows * a.columns()];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < a.columns(); j++) {
                values[i * a.columns() + j] = belongs.applyAsInt(i, j) == 1 ? a.get(i, j) : 0;
            }
        }
        return new Matrix(rows, a.columns(), values);
    }
}
