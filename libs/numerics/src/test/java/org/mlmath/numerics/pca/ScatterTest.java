package org.mlmath.numerics.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class ScatterTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final int P = 3;

    /** Data that are hard on a mean guessed from every eighth row, or on any one-pass sum. */
    private enum Data {
        ORDINARY,
        FAR_FROM_ZERO {
            @Override
            double shifted(int row, double value) {
                return 1e9 + value;
            }
        },
        RISING {
            @Override
            double shifted(int row, double value) {
                return row + value;
            }
        },
        /** Every eighth row lies elsewhere: all of those that are looked at first. */
        DECEPTIVE {
            @Override
            double shifted(int row, double value) {
                return row % 8 == 0 ? 1e6 + value : value;
            }
        },
        /** The first row alone lies elsewhere. */
        OUTLIER {
            @Override
            double shifted(int row, double value) {
                return row == 0 ? 1e6 : value;
            }
        };

        double shifted(int row, double value) {
            return value;
        }

        Matrix rows(int n) {
            Random random = new Random(5);
            double[] values = new double[n * P];
            for (int i = 0; i < n; i++) {
                double common = random.nextGaussian();
                for (int j = 0; j < P; j++) {
                    values[i * P + j] = shifted(i, common + random.nextGaussian() / (j + 1));
                }
            }
            return new Matrix(n, P, values);
        }
    }

    @ParameterizedTest
    @EnumSource(Data.class)
    void agreesWithSixtyDigits(Data kind) {
        for (int n : new int[] {4, 9, 500, 12_000}) { // of 12,000 rows, a block and a part
            Matrix data = kind.rows(n);
            Scatter scatter = Scatter.of(data, Deadline.none());
            BigDecimal[] mean = mean(data);
            double trace = 0;
            BigDecimal[][] products = products(data, mean);
            for (int j = 0; j < P; j++) {
                trace += products[j][j].doubleValue();
                double spread = Math.sqrt(products[j][j].doubleValue() / n);
                // Sums of at most 128 deviations, of as many sums again, each of the size of the spread.
                assertThat(Math.abs(scatter.mean()[j] - mean[j].doubleValue()))
                        .isLessThanOrEqualTo(2 * Math.ulp(mean[j].doubleValue()) + 256 * Math.ulp(spread));
            }
            for (int i = 0; i < P; i++) {
                for (int j = 0; j < P; j++) {
                    double expected = products[i][j].doubleValue();
                    assertThat(Math.abs(scatter.products().get(i, j) - expected))
                            .isLessThan(n * Math.ulp(1.0) * trace);
                    assertThat(scatter.products().get(i, j))
                            .isEqualTo(scatter.products().get(j, i));
                }
            }
        }
    }

    private static BigDecimal[] mean(Matrix data) {
        BigDecimal[] mean = new BigDecimal[P];
        for (int j = 0; j < P; j++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < data.rows(); i++) {
                sum = sum.add(new BigDecimal(data.get(i, j)));
            }
            mean[j] = sum.divide(BigDecimal.valueOf(data.rows()), DIGITS);
        }
        return mean;
    }

    private static BigDecimal[][] products(Matrix data, BigDecimal[] mean) {
        BigDecimal[][] products = new BigDecimal[P][P];
        for (int i = 0; i < P; i++) {
            for (int j = 0; j < P; j++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int row = 0; row < data.rows(); row++) {
                    BigDecimal left = new BigDecimal(data.get(row, i)).subtract(mean[i], DIGITS);
                    BigDecimal right = new BigDecimal(data.get(row, j)).subtract(mean[j], DIGITS);
                    sum = sum.add(left.multiply(right, DIGITS), DIGITS);
                }
                products[i][j] = sum;
            }
        }
        return products;
    }

    @Test
    void columnsOfEqualNumbersHaveThemAsMeanAndDoNotScatter() {
        double[] values = new double[1000 * P];
        for (int at = 0; at < values.length; at++) {
            values[at] = at % P == 1 ? 0.1 : Math.sin(at);
        }
        Scatter scatter = Scatter.of(new Matrix(1000, P, values), Deadline.none());
        assertThat(scatter.mean()[1]).isEqualTo(0.1);
        for (int j = 0; j < P; j++) {
            assertThat(scatter.products().get(1, j)).isZero();
        }
        assertThat(scatter.standardization(true).scale()[1]).isEqualTo(1);
        assertThat(scatter.gram(scatter.standardization(true)).get(0, 0)).isEqualTo(999, within(1e-9));
    }
}
