package org.mlmath.stats.rank;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.rank.BlockedRanks;
import org.mlmath.numerics.rank.Ranks;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Words;

/**
 * Friedman's test of several treatments in blocks.
 *
 * <p>Q = 12 Σ (Rⱼ − n(k + 1)/2)² / (nk(k + 1) − Σ(t³ − t)/(k − 1)) with Rⱼ the sum of treatment j's ranks within the n blocks; nearly
 * chi-square with k − 1 degrees of freedom, or exactly over all orders within the blocks. Effect size: Kendall's W = Q/(n(k − 1)),
 * the agreement of the blocks.
 */
final class FriedmanTest {
    /** Below this many blocks the chi-square approximation is coarse. */
    private static final int FEW = 15;

    private FriedmanTest() {}

    static TestResult of(FriedmanRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        List<Observations> groups = request.groups();
        requireShape(groups);
        int k = groups.size();
        List<double[]> complete = complete(groups, request.missing());
        int n = complete.size();
        if (n < 2) {
            throw new InsufficientDataException(
                            "There %s, but at least 2 are needed.".formatted(n == 1 ? "is 1 block" : "are no blocks"))
                    .at("/groups")
                    .with("blocks", n);
        }
        List<Ranks> blocks = complete.stream().map(Ranks::of).toList();
        double[] sums = new double[k];
        double tieSum = 0;
        int tied = 0;
        for (Ranks block : blocks) {
            for (int j = 0; j < k; j++) {
                sums[j] += block.rank(j);
            }
            tieSum += block.tieSum();
            tied += block.tiedValues();
        }
        double between = 0;
        for (double sum : sums) {
            double distance = sum - 0.5 * n * (k + 1.0);
            between += distance * distance;
        }
        double scale = (double) n * k * (k + 1) - tieSum / (k - 1);
        if (scale <= 0) {
            throw new InsufficientDataException(
                            "In every block all observations are equal, so their ranks show nothing: no statistic exists.")
                    .at("/groups");
        }
        double q = 12 * between / scale;
        Dispersion dispersion = new Dispersion("Q", q, k - 1, n * (k - 1.0));
        boolean exact = request.method() == TestMethod.EXACT;
        double pValue = exact ? BlockedRanks.atLeastAsDispersed(blocks, deadline) : dispersion.asymptoticPValue();
        TestOutcome outcome = new TestOutcome(question)
                .statistic("Q", q)
                .pValue(pValue)
                .degreesOfFreedom(k - 1)
                .effectSize(dispersion.effectSize("kendalls-w", question))
                .claim(new Claim(
                        "some treatments tend to larger values than others",
                        "they do not differ",
                        "Did they not differ",
                        "a Q at least as large"))
                .assume(Assumptions.independence("Blocks"))
                .assume(RankFindings.ties(tied, n * k))
                .convention("groups", "treatments; the i-th observation of each belongs to block i")
                .convention(
                        "effectSize",
                        "Kendall's W = Q/(n(k - 1)); its interval is that of the noncentrality over n(k - 1), two-sided")
                .diagnostics(TestDiagnostics.of(exact ? "exact-permutation" : "chi-square", exact)
                        .withTies(tied))
                .warn(omitted(groups.getFirst().values().length - n));
        dispersion.mentionExactTest(outcome, request.method(), n < FEW);
        if (question.explain()) {
            outcome.working(working(sums, n, dispersion, exact, pValue));
        }
        return outcome.result();
    }

    private static void requireShape(List<Observations> groups) {
        if (groups.size() < 2) {
            throw new InsufficientDataException("A comparison needs at least 2 treatments.").at("/groups");
        }
        for (int j = 0; j < groups.size(); j++) {
            if (groups.get(j) == null) {
                throw ProblemException.at(ProblemType.INVALID_REQUEST, "/groups/" + j, "expected a list of numbers");
            }
            int blocks = groups.getFirst().values().length;
            if (groups.get(j).values().length != blocks) {
                throw new DimensionMismatchException(
                                "Treatment %d has %d observations and treatment 0 has %d: each block needs one of each."
                                        .formatted(j, groups.get(j).values().length, blocks))
                        .at("/groups/" + j);
            }
        }
    }

    /** The observations by block, of blocks in which none is missing. */
    private static List<double[]> complete(List<Observations> groups, MissingValues missing) {
        List<double[]> blocks = new ArrayList<>();
        for (int i = 0; i < groups.getFirst().values().length; i++) {
            double[] block = new double[groups.size()];
            boolean whole = true;
            for (int j = 0; j < block.length; j++) {
                block[j] = groups.get(j).values()[i];
                if (Double.isNaN(block[j])) {
                    if (missing == MissingValues.REFUSE) {
                        throw MissingValues.refusal(i, "/groups/" + j);
                    }
                    whole = false;
                }
            }
            if (whole) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static List<Warning> omitted(int count) {
        return count == 0
                ? List.of()
                : List.of(new Warning(
                        "missing-omitted",
                        count == 1
                                ? "1 block with a missing observation was left out."
                                : count + " blocks with a missing observation were left out.",
                        "/groups"));
    }

    private static Working working(double[] sums, int n, Dispersion dispersion, boolean exact, double pValue) {
        int k = sums.length;
        Working working = Working.of(
                "H₀: within each block all orders of the treatments are equally likely. The alternative: some treatments tend to larger values.",
                "H_0: F_{i1} = \\dots = F_{i%d}".formatted(k));
        working.add(
                "rank-sums",
                "Rank sums",
                "Within each block the treatments are ranked from 1 to %d; these are the sums over the %d blocks. Without differences each would be near n(k + 1)/2 = %s."
                        .formatted(k, n, Words.number(0.5 * n * (k + 1.0))),
                "R_j = \\sum_{i=1}^{%d} r_{ij}".formatted(n),
                sums);
        working.statistic(
                "How far the rank sums lie apart, in units of the variance of ranks.",
                "Q = \\frac{12\\sum_j (R_j - \\frac{n(k+1)}{2})^2}{nk(k+1) - \\frac{1}{k-1}\\sum(t^3-t)} = %s"
                        .formatted(Words.latex(dispersion.statistic())),
                dispersion.statistic());
        dispersion.explainPValue(working, exact, pValue);
        return working;
    }
}
