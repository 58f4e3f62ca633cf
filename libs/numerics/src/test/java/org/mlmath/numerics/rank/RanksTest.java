package org.mlmath.numerics.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RanksTest {
    private static double[] array(List<? extends Number> values) {
        return values.stream().mapToDouble(Number::doubleValue).toArray();
    }

    @Property(tries = 100)
    void aRankIsOneMoreThanWhatLiesBelowAndHalfOfWhatIsEqual(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -3, max = 6) Integer> values) {
        double[] x = array(values);
        Ranks ranks = Ranks.of(x);
        for (int i = 0; i < x.length; i++) {
            double value = x[i];
            long below = Arrays.stream(x).filter(v -> v < value).count();
            long equal = Arrays.stream(x).filter(v -> v == value).count();
            assertThat(ranks.rank(i)).isEqualTo(below + 0.5 * (equal + 1));
        }
        assertThat(Arrays.stream(ranks.values()).sum()).isEqualTo(0.5 * x.length * (x.length + 1));
    }

    @Test
    void zerosOfEitherSignAreEqual() {
        Ranks ranks = Ranks.of(0.0, -0.0, -1);
        assertThat(ranks.values()).containsExactly(2.5, 2.5, 1);
        assertThat(ranks.tiedValues()).isEqualTo(2);
        assertThat(ranks.tieSum()).isEqualTo(6);
    }

    @Property(tries = 100)
    void pairsAreCountedAsOneByOne(
            @ForAll @Size(9) List<@IntRange(max = 5) Integer> x, @ForAll @Size(9) List<@IntRange(max = 5) Integer> y) {
        long concordant = 0;
        long discordant = 0;
        long tiedInX = 0;
        long tiedInY = 0;
        for (int i = 0; i < x.size(); i++) {
            for (int j = 0; j < i; j++) {
                int inX = Integer.compare(x.get(i), x.get(j));
                int inY = Integer.compare(y.get(i), y.get(j));
                concordant += inX * inY > 0 ? 1 : 0;
                discordant += inX * inY < 0 ? 1 : 0;
                tiedInX += inX == 0 ? 1 : 0;
                tiedInY += inY == 0 ? 1 : 0;
            }
        }
        assertThat(ConcordantPairs.of(Ranks.of(array(x)), Ranks.of(array(y))))
                .isEqualTo(new ConcordantPairs(concordant, discordant, tiedInX, tiedInY));
    }

    @Property(tries = 100)
    void orderStatisticsOfPairsAreThoseOfAllPairsSorted(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = -50, max = 50) Double> x,
            @ForAll @Size(min = 1, max = 7) List<@DoubleRange(min = -50, max = 50) Double> y) {
        double[] a = DoubleStream.of(array(x)).sorted().toArray();
        double[] b = DoubleStream.of(array(y)).sorted().toArray();
        double[] differences = DoubleStream.of(a)
                .flatMap(u -> DoubleStream.of(b).map(v -> u - v))
                .sorted()
                .toArray();
        for (int k = 1; k <= differences.length; k++) {
            assertThat(PairwiseOrderStatistics.difference(a, b, k)).isEqualTo(differences[k - 1] + 0.0);
        }
        double[] averages = new double[a.length * (a.length + 1) / 2];
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = i; j < a.length; j++) {
                averages[count++] = 0.5 * a[i] + 0.5 * a[j];
            }
        }
        Arrays.sort(averages);
        for (int k = 1; k <= averages.length; k++) {
            assertThat(PairwiseOrderStatistics.walshAverage(a, k)).isEqualTo(averages[k - 1] + 0.0);
        }
    }

    @Test
    void mediansOfPairsMayLieBetweenTwo() {
        assertThat(PairwiseOrderStatistics.medianDifference(new double[] {1, 5}, new double[] {0, 1}))
                .isEqualTo(2.5);
        assertThat(PairwiseOrderStatistics.pseudomedian(new double[] {1, 2, 9})).isEqualTo(3.5);
        assertThat(PairwiseOrderStatistics.pseudomedian(new double[] {1e308, 1.5e308}))
                .isEqualTo(1.25e308);
    }
}
