package org.mlmath.numerics.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class EigenvalueStructureTest {
    private static EigenvalueStructure of(double[]... rows) {
        return EigenvalueStructure.of(RationalMatrix.of(Matrix.of(rows)), Deadline.none());
    }

    @Test
    void distinctEigenvaluesAreFoundDistinct() {
        assertThat(of(new double[] {0, -1}, new double[] {1, 0})).satisfies(s -> {
            assertThat(s.distinct()).isTrue();
            assertThat(s.diagonalizable()).isTrue();
        });
        assertThat(of(new double[] {1, 1}, new double[] {0, 1.0000000000000002}).distinct())
                .isTrue();
        Random random = new Random(5);
        double[][] rows = new double[30][30];
        for (double[] row : rows) {
            for (int j = 0; j < 30; j++) {
                row[j] = random.nextGaussian();
            }
        }
        assertThat(of(rows).distinct()).isTrue();
    }

    @Test
    void repeatedEigenvaluesOfADiagonalizableMatrixAreCounted() {
        EigenvalueStructure projection =
                of(new double[] {0.5, 0.5, 0}, new double[] {0.5, 0.5, 0}, new double[] {0, 0, 1});
        assertThat(projection.diagonalizable()).isTrue();
        assertThat(projection.counts()).containsExactly(0, 1, 1);
        assertThat(of(new double[3], new double[3], new double[3]).counts()).containsExactly(0, 0, 0, 1);
    }

    @Test
    void defectiveMatricesAreFoundDefective() {
        assertThat(of(new double[] {3, 1}, new double[] {-1, 1}).diagonalizable())
                .isFalse();
        EigenvalueStructure wiki =
                of(new double[] {5, 4, 2, 1}, new double[] {0, 1, -1, -1}, new double[] {-1, -1, 3, 0}, new double[] {
                    1, 1, -1, 2
                });
        assertThat(wiki.diagonalizable()).isFalse();
        assertThat(wiki.counts()).containsExactly(0, 2, 1);
        // Two blocks of one eigenvalue, of orders 2 and 1.
        EigenvalueStructure blocks = of(new double[] {2, 1, 0}, new double[] {0, 2, 0}, new double[] {0, 0, 2});
        assertThat(blocks.diagonalizable()).isFalse();
        assertThat(blocks.counts()).containsExactly(0, 0, 0, 1);
        // A pair ±i, twice, coupled.
        assertThat(of(new double[] {0, -1, 1, 0}, new double[] {1, 0, 0, 1}, new double[] {0, 0, 0, -1}, new double[] {
                            0, 0, 1, 0
                        })
                        .diagonalizable())
                .isFalse();
    }

    @Test
    void decimalsMeanWhatIsWritten() {
        assertThat(of(new double[] {0.3, 0.1}, new double[] {-0.1, 0.1}).diagonalizable())
                .isFalse();
    }
}
