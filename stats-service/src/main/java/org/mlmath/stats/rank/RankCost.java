package org.mlmath.stats.rank;

import java.util.List;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.stats.hypothesis.TestMethod;

/** What tests on ranks cost: sorting, searching the pairwise differences, and the exact distribution. */
record RankCost(double seconds) {
    private static final double SECONDS = 3e-5;
    private static final double SECONDS_PER_OBSERVATION = 1.2e-6;
    private static final double SECONDS_PER_ADDITION = 1e-9;
    private static final double MOST_ADDITIONS = 1e9;

    /** Of two independent samples. */
    static Cost of(double m, double n, TestMethod method) {
        double smaller = Math.min(m, n);
        return of(m + n, exact(method, Math.max(m, n)) ? 0.8 * (m + n) * smaller * m * n : 0);
    }

    /** Of one sample or of pairs. */
    static Cost of(double n, TestMethod method) {
        return of(n, exact(method, n) ? 0.5 * n * n * n : 0);
    }

    /** @param additions of the exact distribution */
    static Cost of(double observations, double additions) {
        return new Cost(
                SECONDS
                        + observations * SECONDS_PER_OBSERVATION
                        + Math.min(MOST_ADDITIONS, additions) * SECONDS_PER_ADDITION,
                4096 + (long) (64 * observations));
    }

    /** Of several groups; the states of an exact test are many where there is an observation more, so no estimate follows them. */
    static Cost ofGroups(List<Observations> groups, TestMethod method) {
        double observations = 0;
        for (Observations group : groups == null ? List.<Observations>of() : groups) {
            observations += group == null ? 0 : group.values().length;
        }
        return of(observations, method == TestMethod.EXACT ? Math.min(MOST_ADDITIONS, Math.pow(2, observations)) : 0);
    }

    private static boolean exact(TestMethod method, double largest) {
        return method == TestMethod.EXACT || (method == TestMethod.AUTO && largest < RankFindings.EXACT_BELOW);
    }
}
