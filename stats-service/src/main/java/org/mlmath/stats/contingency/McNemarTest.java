package org.mlmath.stats.contingency;

import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;
import org.mlmath.stats.proportion.BinomialTail;
import org.mlmath.stats.proportion.ProportionBounds;

/**
 * McNemar's test of paired outcomes and Bowker's of k×k tables.
 *
 * <p>2×2 with discordant counts b and c: exact, b is binomial(b + c, ½); asymptotic, (|b − c| − 1)²/(b + c) on one degree of freedom,
 * without the 1 where no correction is asked for, and never corrected beyond 0 (R's mcnemar.test). The estimate is the odds ratio b/c, its
 * interval that of the share b/(b + c). Larger: Σ (nᵢⱼ − nⱼᵢ)²/(nᵢⱼ + nⱼᵢ) over the pairs of cells that are not both empty.
 */
final class McNemarTest {
    private static final double EXACT_BELOW = 25;

    private McNemarTest() {}

    static TestResult test(McNemarRequest request) {
        TestQuestion asked = request.question();
        if (request.table().rows() != request.table().columns()) {
            throw new InvalidParameterException("The table is %s; that of pairs is square."
                            .formatted(request.table().shape()))
                    .at("/table");
        }
        Counts counts = Counts.of(request.table(), true);
        return counts.rows().length == 2 ? fourfold(counts, request, asked) : larger(counts, request, asked);
    }

    private static TestResult fourfold(Counts counts, McNemarRequest request, TestQuestion asked) {
        TestQuestion question = new TestQuestion(1, asked.alternative(), asked.alpha(), asked.explain());
        double b = counts.table().get(0, 1);
        double c = counts.table().get(1, 0);
        double discordant = b + c;
        if (discordant == 0) {
            throw new DomainException("No pair changed, so nothing tells one direction from the other.").at("/table");
        }
        boolean exact =
                request.method() == TestMethod.EXACT || request.method() == TestMethod.AUTO && discordant < EXACT_BELOW;
        double shift = request.continuityCorrection() ? Math.min(1, Math.abs(b - c)) : 0;
        double root = Math.copySign(Math.abs(b - c) - shift, b - c) / Math.sqrt(discordant);
        double pValue = exact
                ? BinomialTail.pValue(b, discordant, 0.5, question)
                : question.pValue(new Normal(0, 1).tails(root));
        Interval share = exact
                ? ProportionBounds.clopperPearson(b, discordant, question.outside())
                : ProportionBounds.wilson(b, discordant, question.outside());
        Interval odds = new Interval(
                question.boundedBelow() ? odds(share.lower()) : 0,
                question.boundedAbove() ? odds(share.upper()) : Double.POSITIVE_INFINITY);
        TestOutcome outcome = new TestOutcome(question)
                .pValue(pValue)
                .estimate("The odds ratio of a change", b / c)
                .interval(odds)
                .effectSize(new EffectSize(
                        "cohens-g",
                        b / discordant - 0.5,
                        question.interval(share.lower() - 0.5, share.upper() - 0.5, -0.5, 0.5)))
                .assume(Assumptions.independence("Pairs"))
                .convention("estimate", "entry (0, 1) over entry (1, 0)")
                .convention(
                        "method",
                        "auto is exact for fewer than 25 discordant pairs; R's mcnemar.test is always asymptotic")
                .convention(
                        "confidenceInterval",
                        (exact ? "from the exact interval" : "from Wilson's interval")
                                + " of entry (0, 1) among the discordant pairs, at 1 - alpha, one-sided as the alternative is")
                .convention("effectSize", "Cohen's g: the share of entry (0, 1) among the discordant pairs, less 1/2")
                .diagnostics(TestDiagnostics.of(exact ? "binomial" : "chi-square", exact)
                        .withSmallestExpected(discordant / 2))
                .claim(new Claim(
                        switch (question.alternative()) {
                            case TWO_SIDED -> "changes in one direction are more probable than in the other";
                            case GREATER -> "a change from the first to the second is more probable than the reverse";
                            case LESS -> "a change from the first to the second is less probable than the reverse";
                        },
                        "they are equally probable",
                        "Were they equally probable",
                        "so uneven a split, or a more uneven one,"));
        if (exact) {
            outcome.statistic(null, Math.min(b, c))
                    .convention("statistic", "the smaller discordant count, as in statsmodels");
        } else {
            outcome.statistic("chi-square", root * root)
                    .degreesOfFreedom(1)
                    .convention("statistic", "chi-square, as in R")
                    .convention(
                            "continuityCorrection",
                            request.continuityCorrection()
                                    ? "1 off the difference, as R by default"
                                    : "none; R corrects by default")
                    .assume(new Assumption(
                            "discordant-pairs",
                            discordant >= EXACT_BELOW,
                            "%s pairs changed; the approximation wants 25.".formatted(Words.number(discordant))));
        }
        if (question.explain()) {
            outcome.working(working(b, c, exact, shift, root, pValue, question));
        }
        return outcome.result();
    }

    private static double odds(double share) {
        return share / (1 - share);
    }

    private static Working working(
            double b, double c, boolean exact, double shift, double root, double pValue, TestQuestion question) {
        Working working = Working.of(
                        "H₀: among the pairs that changed, both directions are equally probable. The alternative: "
                                + switch (question.alternative()) {
                                    case TWO_SIDED -> "they are not.";
                                    case GREATER -> "the first direction is more probable.";
                                    case LESS -> "the first direction is less probable.";
                                },
                        "H_0: p_{01} = p_{10}, \\quad H_1: p_{01} %s p_{10}"
                                .formatted(question.alternative().latex()))
                .add(
                        "discordant-pairs",
                        "Discordant pairs",
                        "Pairs that did not change say nothing about the direction.",
                        "b = %s, \\quad c = %s".formatted(Words.exact(b), Words.exact(c)),
                        new double[] {b, c});
        if (exact) {
            String tail =
                    switch (question.alternative()) {
                        case LESS -> "P(X \\le %s)".formatted(Words.exact(b));
                        case GREATER -> "P(X \\ge %s)".formatted(Words.exact(b));
                        case TWO_SIDED -> "2\\,P(X \\le %s)".formatted(Words.exact(Math.min(b, c)));
                    };
            return working.pValue(
                    "Were H₀ true, b would be binomial with b + c trials and probability 1/2 (two-sided at most 1).",
                    tail,
                    pValue);
        }
        return working.statistic(
                        "The squared difference over its variance under H₀"
                                + (shift > 0 ? ", less 1 for continuity." : "."),
                        (shift > 0
                                        ? "\\chi^2 = \\frac{(|b - c| - 1)^2}{b + c} = "
                                        : "\\chi^2 = \\frac{(b - c)^2}{b + c} = ")
                                + Words.latex(root * root),
                        root * root)
                .pValue(
                        "The probability, were H₀ true, of a statistic at least as extreme.",
                        question.alternative() == Alternative.TWO_SIDED
                                ? "P(\\chi^2_1 \\ge %s)".formatted(Words.latex(root * root))
                                : "P(Z %s %s)"
                                        .formatted(
                                                question.alternative() == Alternative.LESS ? "\\le" : "\\ge",
                                                Words.latex(root)),
                        pValue);
    }

    private static TestResult larger(Counts counts, McNemarRequest request, TestQuestion asked) {
        if (asked.alternative() != Alternative.TWO_SIDED) {
            throw new InvalidParameterException("Only a 2×2 table has a one-sided alternative.").at("/alternative");
        }
        if (request.method() == TestMethod.EXACT) {
            throw new InvalidParameterException("Only a 2×2 table is tested exactly.").at("/method");
        }
        TestQuestion question = TestQuestion.of(asked.alpha(), asked.explain());
        Matrix t = counts.table();
        int k = t.rows();
        double statistic = 0;
        int degrees = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                double both = t.get(i, j) + t.get(j, i);
                if (both > 0) {
                    double difference = t.get(i, j) - t.get(j, i);
                    statistic += difference * difference / both;
                    degrees++;
                    smallest = Math.min(smallest, both / 2);
                }
            }
        }
        if (degrees == 0) {
            throw new InsufficientDataException("No pair changed, so nothing tells one direction from the other.")
                    .at("/table");
        }
        double pValue = new ChiSquare(degrees).tails(statistic).upper();
        TestOutcome outcome = new TestOutcome(question)
                .statistic("chi-square", statistic)
                .pValue(pValue)
                .degreesOfFreedom(degrees)
                .assume(Assumptions.independence("Pairs"))
                .assume(new Assumption(
                        "expected-counts",
                        smallest >= 5,
                        "The smallest expected count of a changed pair is %s; the approximation wants 5."
                                .formatted(Words.number(smallest))))
                .convention(
                        "method",
                        "Bowker's test of symmetry, as R's mcnemar.test; pairs of empty cells take no degree of freedom")
                .diagnostics(TestDiagnostics.of("chi-square", false).withSmallestExpected(smallest))
                .claim(new Claim(
                        "the table is not symmetric",
                        "it is symmetric",
                        "Was it symmetric",
                        "a chi-square at least as large"));
        if (degrees < k * (k - 1) / 2) {
            outcome.warn(new Warning(
                    "empty-cells", "Some pairs of opposite cells are both empty and were left out.", "/table"));
        }
        if (question.explain()) {
            outcome.working(Working.of(
                            "H₀: each change is as probable as its reverse. The alternative: some is not.",
                            "H_0: p_{ij} = p_{ji} \\text{ for all } i < j")
                    .statistic(
                            "The squared differences of opposite cells over their variances under H₀.",
                            "\\chi^2 = \\sum_{i<j} \\frac{(n_{ij} - n_{ji})^2}{n_{ij} + n_{ji}} = "
                                    + Words.latex(statistic),
                            statistic)
                    .pValue(
                            "The probability, were H₀ true, of a chi-square at least as large.",
                            "P(\\chi^2_{%d} \\ge %s)".formatted(degrees, Words.latex(statistic)),
                            pValue));
        }
        return outcome.result();
    }
}
