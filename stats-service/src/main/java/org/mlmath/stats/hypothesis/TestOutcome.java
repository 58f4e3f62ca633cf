package org.mlmath.stats.hypothesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DomainException;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/**
 * Gathers what a test found and draws from it what follows for every test alike: the decision, the sentences, the last step
 * of the working, and the warnings that a p-value underflows or that test and interval disagree.
 */
public final class TestOutcome {
    private final TestQuestion question;
    private final List<Assumption> assumptions = new ArrayList<>();
    private final Map<String, String> conventions = new LinkedHashMap<>();
    private final List<Warning> warnings = new ArrayList<>();
    private String symbol;
    private Double statistic;
    private double pValue;
    private DegreesOfFreedom degreesOfFreedom;
    private Double estimate;
    private String estimated = "It";
    private Double standardError;
    private Interval interval;
    private EffectSize effectSize;
    private TestDiagnostics diagnostics;
    private Claim claim;
    private Working working;

    public TestOutcome(TestQuestion question) {
        this.question = question;
    }

    /**
     * @param symbol by which sentences name it: "t"
     * @throws DomainException where it overflows
     */
    public TestOutcome statistic(String symbol, double value) {
        if (!Double.isFinite(value)) {
            throw new DomainException("The statistic is larger than the largest double: scale the data.");
        }
        this.symbol = symbol;
        this.statistic = value;
        return this;
    }

    /** A statistic that may be infinite, as of points that lie on a line. */
    public TestOutcome anyStatistic(String symbol, double value) {
        this.symbol = symbol;
        this.statistic = value;
        return this;
    }

    public TestOutcome pValue(double value) {
        this.pValue = value;
        return this;
    }

    public TestOutcome degreesOfFreedom(double value) {
        this.degreesOfFreedom = DegreesOfFreedom.of(value);
        return this;
    }

    public TestOutcome degreesOfFreedom(double numerator, double denominator) {
        this.degreesOfFreedom = DegreesOfFreedom.of(numerator, denominator);
        return this;
    }

    public TestOutcome estimate(double value) {
        this.estimate = value;
        return this;
    }

    /** @param subject what is estimated, at the head of a sentence, where that is not what the claim is about */
    public TestOutcome estimate(String subject, double value) {
        this.estimated = subject;
        this.estimate = value;
        return this;
    }

    public TestOutcome standardError(double value) {
        this.standardError = value;
        return this;
    }

    public TestOutcome interval(Interval value) {
        this.interval = value;
        return this;
    }

    public TestOutcome effectSize(EffectSize value) {
        this.effectSize = value;
        return this;
    }

    public TestOutcome assume(Assumption assumption) {
        assumptions.add(assumption);
        return this;
    }

    public TestOutcome convention(String name, String what) {
        conventions.put(name, what);
        return this;
    }

    public TestOutcome warn(Warning warning) {
        warnings.add(warning);
        return this;
    }

    public TestOutcome warn(List<Warning> several) {
        warnings.addAll(several);
        return this;
    }

    public TestOutcome diagnostics(TestDiagnostics value) {
        this.diagnostics = value;
        return this;
    }

    public TestOutcome claim(Claim value) {
        this.claim = value;
        return this;
    }

    /** @param value up to the p-value; the decision is added. Null where none was asked for */
    public TestOutcome working(Working value) {
        this.working = value;
        return this;
    }

    public TestResult result() {
        boolean reject = pValue <= question.alpha();
        if (interval != null) {
            conventions.putIfAbsent("confidenceInterval", "level 1 - alpha, one-sided as the alternative is");
        }
        return new TestResult(
                statistic,
                pValue,
                degreesOfFreedom,
                estimate,
                standardError,
                interval,
                effectSize,
                reject,
                List.copyOf(assumptions),
                interpretation(reject),
                diagnostics,
                conventions,
                allWarnings(reject),
                working == null ? null : working.decided(pValue, question));
    }

    private List<Warning> allWarnings(boolean reject) {
        List<Warning> all = new ArrayList<>(warnings);
        if (underflows()) {
            all.add(new Warning(
                    "underflow", "The p-value is positive but smaller than the smallest double, 4.9e-324.", "/pValue"));
        }
        if (disagrees(reject)) {
            all.add(new Warning(
                    "interval-disagrees",
                    reject
                            ? "The confidence interval holds the null value although the test rejects it: the two rest on different approximations, and the case is close."
                            : "The confidence interval leaves out the null value although the test does not reject it: the two rest on different approximations, and the case is close.",
                    "/confidenceInterval"));
        }
        return all;
    }

    private boolean underflows() {
        return pValue == 0 && (statistic == null || (statistic != 0 && Double.isFinite(statistic)));
    }

    private boolean disagrees(boolean reject) {
        if (interval == null || Double.isNaN(question.nullValue())) {
            return false;
        }
        boolean holds = interval.lower() <= question.nullValue() && question.nullValue() <= interval.upper();
        boolean onTheEdge = Math.abs(pValue - question.alpha()) <= 1e-9 * question.alpha();
        return holds == reject && !onTheEdge;
    }

    private String interpretation(boolean reject) {
        String level = Words.percent(question.alpha());
        if (reject) {
            return "At the %s level the data show that %s (%s).%s %s, %s would turn up in %s of samples."
                    .formatted(
                            level,
                            claim.alternative(),
                            evidence(),
                            estimateSentence(),
                            claim.supposing(),
                            claim.extreme(),
                            Words.percent(pValue));
        }
        String notShown =
                "At the %s level the data do not show that %s (%s).".formatted(level, claim.alternative(), evidence());
        if (estimate == null || interval == null || disagrees(false)) {
            return "%s%s This is not evidence that %s.".formatted(notShown, estimateSentence(), claim.nullHypothesis());
        }
        return "%s %s is estimated as %s, and every value in the %s is compatible with the data: this is not evidence that %s."
                .formatted(notShown, estimated, Words.number(estimate), confidence(), claim.nullHypothesis());
    }

    private String evidence() {
        String p = underflows() ? "p < 5e-324" : "p = " + Words.number(pValue);
        if (statistic == null || symbol == null) {
            return p;
        }
        String degrees = degreesOfFreedom == null
                ? ""
                : switch (degreesOfFreedom.value()) {
                    case DegreesOfFreedom.Pair pair ->
                        "(%s, %s)".formatted(Words.number(pair.numerator()), Words.number(pair.denominator()));
                    case Double single -> "(" + Words.number(single) + ")";
                    default -> throw new IllegalStateException("neither a number nor a pair");
                };
        return "%s%s = %s, %s".formatted(symbol, degrees, Words.number(statistic), p);
    }

    private String estimateSentence() {
        if (estimate == null) {
            return "";
        }
        String value = " %s is estimated as %s".formatted(estimated, Words.number(estimate));
        return interval == null ? value + "." : value + ", " + confidence() + ".";
    }

    private String confidence() {
        return "%s confidence interval %s".formatted(Words.percent(1 - question.alpha()), Words.range(interval));
    }
}
