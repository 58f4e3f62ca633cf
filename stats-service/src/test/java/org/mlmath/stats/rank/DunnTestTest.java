package org.mlmath.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlmath.kit.array.Observations;
import org.mlmath.numerics.Deadline;

class DunnTestTest {
    private static List<RankComparison> comparisons(double[]... groups) {
        List<Observations> observations =
                Arrays.stream(groups).map(Observations::new).toList();
        return KruskalWallis.of(new KruskalWallisRequest(observations, null, null, null, null), Deadline.none())
                .comparisons();
    }

    /** scipy.stats.rankdata, Dunn's variance with ties, scipy.stats.norm and statsmodels' multipletests(method="holm"). */
    @Test
    void agreesWithSciPyAndStatsmodels() {
        List<RankComparison> pairs = comparisons(
                new double[] {2.9, 3.0, 2.5, 2.6, 3.2},
                new double[] {3.8, 2.7, 4.0, 2.4},
                new double[] {2.8, 3.4, 3.7, 2.2, 2.0, 3.0},
                new double[] {5, 4.4, 3.8, 4.9});
        double[] z = {
            -0.6297054853203446,
            0.024477280126087977,
            -2.551964335245607,
            0.6773708607199961,
            -1.8236148654538857,
            -2.6750408567416795
        };
        double[] alone = {
            0.5288872930338829,
            0.9804719061178028,
            0.010711748312608292,
            0.49817068169048007,
            0.0682103176105034,
            0.007472014359535311
        };
        double[] holm = {1, 1, 0.05355874156304146, 1, 0.2728412704420136, 0.04483208615721187};
        assertThat(pairs).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertThat(pairs.get(i).statistic()).isCloseTo(z[i], within(1e-13));
            assertThat(pairs.get(i).unadjustedPValue()).isCloseTo(alone[i], within(1e-13));
            assertThat(pairs.get(i).pValue()).isCloseTo(holm[i], within(1e-13));
            assertThat(pairs.get(i).rejectNull()).isEqualTo(i == 5);
        }
        assertThat(pairs.get(4).groups()).containsExactly(1, 3);
    }

    /** Of two groups z² is H. */
    @Test
    void ofTwoGroupsItIsKruskalAndWallis() {
        List<Observations> groups =
                List.of(new Observations(new double[] {1, 2, 2, 5}), new Observations(new double[] {2, 3, 8}));
        KruskalWallisResult result =
                KruskalWallis.of(new KruskalWallisRequest(groups, null, null, null, null), Deadline.none());
        RankComparison only = result.comparisons().getFirst();
        assertThat(only.statistic() * only.statistic()).isCloseTo(result.test().statistic(), within(1e-13));
        assertThat(only.pValue()).isCloseTo(result.test().pValue(), within(1e-13));
    }
}
