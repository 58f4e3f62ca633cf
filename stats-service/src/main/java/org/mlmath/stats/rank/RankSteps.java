package org.mlmath.stats.rank;

import org.mlmath.numerics.rank.Ranks;
import org.mlmath.stats.hypothesis.Working;

/** Steps that the working of several tests on ranks has. */
final class RankSteps {
    /** More ranks than this nobody reads. */
    private static final int MOST_RANKS = 100;

    private RankSteps() {}

    static void ranks(Working working, Ranks ranks, String detail) {
        working.add(
                "rank",
                "Ranks",
                detail,
                "r_i = \\text{rank of } x_i",
                ranks.size() > MOST_RANKS ? null : ranks.values());
    }
}
