package org.mlmath.stats.resampling;

import java.util.Arrays;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Work;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.resampling.Estimator;
import org.mlmath.numerics.resampling.Estimators;
import org.mlmath.numerics.resampling.PermutationTest;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.PairedObservations;
import org.mlmath.stats.number.Sample;
import org.mlmath.stats.number.Words;

/**
 * A permutation test of two samples or of pairs. Ratios are compared by their logarithms, which treats both directions alike and changes
 * no one-sided p-value; the ratio is the statistic that is answered.
 */
final class PermutationComparison {
    static final int MOST_BY_DEFAULT = 200_000;
    static final int MOST = 10_000_000;

    private PermutationComparison() {}

    static PermutationResult of(PermutationRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        boolean association = request.statistic().association();
        TestOutcome outcome = new TestOutcome(question);
        double[] a;
        double[] b;
        if (association || request.paired()) {
            PairedObservations pairs =
                    PairedObservations.of(request.a().values(), request.b().values(), request.missing());
            new Sample("/a", pairs.a(), pairs.warnings()).requireSize(association ? 2 : 1);
            a = pairs.a();
            b = pairs.b();
            outcome.warn(pairs.warnings());
        } else {
            Sample first = Sample.of(request.a(), "/a", request.missing(), 1);
            Sample second = Sample.of(request.b(), "/b", request.missing(), 1);
            a = first.values();
            b = second.values();
            outcome.warn(first.warnings()).warn(second.warnings());
        }
        PermutationTest.Exchange exchange = association
                ? PermutationTest.Exchange.PAIRING
                : request.paired() ? PermutationTest.Exchange.WITHIN_PAIRS : PermutationTest.Exchange.MEMBERSHIP;
        if (request.statistic().centred()) {
            SampleMoments ofA = SampleMoments.of(a);
            a = Arrays.stream(a).map(ofA::deviation).toArray();
            b = Arrays.stream(b).map(ofA::deviation).toArray();
        }
        PermutationTest test = new PermutationTest(a, b, exchange, estimator(request.statistic()));
        boolean exact = exact(request, test.arrangements());
        Long seed = exact ? null : (Long) Work.seed(request.seed());
        PermutationTest.Outcome found = run(test, request.resamples(), seed, deadline);
        double pValue =
                switch (question.alternative()) {
                    case LESS -> found.less();
                    case GREATER -> found.greater();
                    case TWO_SIDED -> found.twoSided();
                };
        boolean ratio = request.statistic() == PermutationStatistic.RATIO_OF_MEANS
                || request.statistic() == PermutationStatistic.RATIO_OF_VARIANCES;
        double statistic = ratio ? Math.exp(found.statistic()) : found.statistic();
        double error = exact ? 0 : Math.sqrt(pValue * (1 - pValue) / found.arrangements());
        outcome.anyStatistic("T", statistic)
                .pValue(pValue)
                .claim(claim(request.statistic(), question.alternative()))
                .assume(exchangeability(exchange))
                .convention("statistic", request.statistic().words().replace("the logarithm of ", ""))
                .convention(
                        "pValue",
                        exact
                                ? "share of all arrangements; two-sided twice the smaller one-sided share, as SciPy"
                                : "(b + 1)/(m + 1) of m arrangements drawn; two-sided twice the smaller one-sided one, as SciPy")
                .diagnostics(TestDiagnostics.of("permutation", exact));
        if (!exact && Math.abs(pValue - question.alpha()) < 2 * error) {
            outcome.warn(new Warning(
                    "close-to-alpha",
                    "The p-value is within its Monte-Carlo error (%s) of alpha: more resamples may decide otherwise."
                            .formatted(Words.number(error)),
                    "/resamples"));
        }
        if (exact && pValue > question.alpha() && 1 / (double) found.arrangements() > question.alpha()) {
            outcome.warn(new Warning(
                    "cannot-reject",
                    "With %d arrangements no p-value lies below %s: at this level the null hypothesis cannot be rejected, whatever the data."
                            .formatted(found.arrangements(), Words.number(1 / (double) found.arrangements()))));
        }
        if (question.explain()) {
            outcome.working(working(request.statistic(), exchange, statistic, found, pValue));
        }
        TestResult result = outcome.result();
        return new PermutationResult(
                statistic,
                pValue,
                exact,
                found.arrangements(),
                seed,
                result.rejectNull(),
                result.assumptions(),
                result.interpretation(),
                new PermutationDiagnostics(method(exchange), exact, error, seed),
                result.conventions(),
                result.warnings(),
                result.steps());
    }

    private static PermutationTest.Outcome run(PermutationTest test, int resamples, Long seed, Deadline deadline) {
        try {
            return seed == null ? test.exact(deadline) : test.random(resamples, seed, deadline);
        } catch (DomainException e) {
            throw e.at("/a");
        }
    }

    private static boolean exact(PermutationRequest request, double arrangements) {
        if (request.method() == PermutationMethod.EXACT && arrangements > MOST) {
            throw new LimitExceededException(
                            "There are %s arrangements, more than %d can be looked at: method \"monte-carlo\" draws some of them."
                                    .formatted(Words.number(arrangements), MOST))
                    .at("/method")
                    .with("limit", MOST);
        }
        return request.method() == PermutationMethod.EXACT
                || (request.method() == PermutationMethod.AUTO && arrangements <= MOST_BY_DEFAULT);
    }

    private static Estimator estimator(PermutationStatistic statistic) {
        return switch (statistic) {
            case DIFFERENCE_OF_MEANS -> s -> Estimators.mean(s[0]) - Estimators.mean(s[1]);
            case DIFFERENCE_OF_MEDIANS -> s -> Estimators.median(s[0].clone()) - Estimators.median(s[1].clone());
            case RATIO_OF_MEANS -> s -> Math.log(Estimators.mean(s[0]) / Estimators.mean(s[1]));
            case RATIO_OF_VARIANCES -> s -> Math.log(Estimators.variance(s[0]) / Estimators.variance(s[1]));
            case WELCH_T -> s -> Estimators.welch(s[0], s[1]);
            case CORRELATION -> s -> Estimators.correlation(s[0], s[1]);
            case SPEARMAN_CORRELATION -> s -> Estimators.rankCorrelation(s[0], s[1]);
        };
    }

    private static Claim claim(PermutationStatistic statistic, Alternative alternative) {
        if (statistic.association()) {
            String words =
                    switch (alternative) {
                        case TWO_SIDED -> "a and b go together";
                        case LESS -> "b falls as a rises";
                        case GREATER -> "b rises with a";
                    };
            return new Claim(
                    words,
                    "they have nothing to do with each other",
                    "Had they nothing to do with each other",
                    "a correlation at least as extreme");
        }
        String words =
                switch (alternative) {
                    case TWO_SIDED -> "the %ss of a and b differ".formatted(statistic.compared());
                    case LESS -> "the %s of a is smaller than that of b".formatted(statistic.compared());
                    case GREATER -> "the %s of a is larger than that of b".formatted(statistic.compared());
                };
        return new Claim(
                words,
                "a and b come from the same distribution",
                "Did a and b come from the same distribution",
                "a statistic at least as extreme");
    }

    private static Assumption exchangeability(PermutationTest.Exchange exchange) {
        return new Assumption(
                "exchangeability",
                null,
                switch (exchange) {
                    case MEMBERSHIP ->
                        "Under the null hypothesis any observation could as well have stood in the other sample: random assignment makes that so, equal distributions too.";
                    case WITHIN_PAIRS ->
                        "Under the null hypothesis the two members of a pair could as well have been exchanged: random assignment within pairs makes that so, symmetric differences too.";
                    case PAIRING -> "Under the null hypothesis any b could as well have stood beside any a.";
                });
    }

    private static String method(PermutationTest.Exchange exchange) {
        return switch (exchange) {
            case MEMBERSHIP -> "exchange-between-samples";
            case WITHIN_PAIRS -> "exchange-within-pairs";
            case PAIRING -> "permute-pairing";
        };
    }

    private static Working working(
            PermutationStatistic statistic,
            PermutationTest.Exchange exchange,
            double value,
            PermutationTest.Outcome found,
            double pValue) {
        Working working = Working.of(
                "H₀: only chance decided %s."
                        .formatted(
                                switch (exchange) {
                                    case MEMBERSHIP -> "which observation stands in which sample";
                                    case WITHIN_PAIRS -> "which member of a pair is a and which b";
                                    case PAIRING -> "which b stands beside which a";
                                }),
                "H_0: \\text{all arrangements are equally likely}");
        working.statistic(
                "The statistic of the data as they are: %s."
                        .formatted(statistic.words().replace("the logarithm of ", "")),
                "T = %s".formatted(Words.latex(value)),
                value);
        working.add(
                "arrangements",
                "Arrangements",
                found.exact()
                        ? "All arrangements of the data that H₀ makes equally likely were looked at."
                        : "So many arrangements were drawn at random from all that H₀ makes equally likely.",
                "m = %d".formatted(found.arrangements()),
                found.arrangements());
        return working.pValue(
                "The share of arrangements with a statistic at least as extreme%s."
                        .formatted(found.exact() ? "" : ", the data as they are counted among them"),
                found.exact() ? "\\frac{b}{m}" : "\\frac{b+1}{m+1}",
                pValue);
    }
}
