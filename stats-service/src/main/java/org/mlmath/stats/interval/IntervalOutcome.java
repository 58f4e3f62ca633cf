package org.mlmath.stats.interval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DomainException;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/** Gathers what was found of an interval and adds the sentence and the last step. */
final class IntervalOutcome {
    private final IntervalQuestion question;
    private final String parameter;
    private final List<Assumption> assumptions = new ArrayList<>();
    private final Map<String, String> conventions = new LinkedHashMap<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Double estimate;
    private Double standardError;
    private Double degreesOfFreedom;
    private IntervalDiagnostics diagnostics;

    /** @param parameter what the interval is for, as a sentence begins: "The mean" */
    IntervalOutcome(IntervalQuestion question, String parameter) {
        this.question = question;
        this.parameter = parameter;
    }

    IntervalOutcome estimate(double value) {
        this.estimate = value;
        return this;
    }

    IntervalOutcome standardError(double value) {
        this.standardError = value;
        return this;
    }

    IntervalOutcome degreesOfFreedom(double value) {
        this.degreesOfFreedom = value;
        return this;
    }

    IntervalOutcome method(String name, boolean exact) {
        this.diagnostics = new IntervalDiagnostics(name, exact, null);
        return this;
    }

    IntervalOutcome attained(String name, double level) {
        this.diagnostics = new IntervalDiagnostics(name, true, level);
        return this;
    }

    IntervalOutcome assume(Assumption assumption) {
        assumptions.add(assumption);
        return this;
    }

    IntervalOutcome convention(String name, String what) {
        conventions.put(name, what);
        return this;
    }

    IntervalOutcome warn(List<Warning> several) {
        warnings.addAll(several);
        return this;
    }

    IntervalOutcome warn(String code, String detail) {
        warnings.add(new Warning(code, detail));
        return this;
    }

    IntervalOutcome step(String kind, String title, String detail, String latex, Object value) {
        steps.add(new Step(kind, title, detail, latex, value));
        return this;
    }

    /**
     * @param latex of the interval with its numbers, up to the equals sign
     * @throws DomainException where an end is undefined
     */
    ConfidenceIntervalResult between(double lower, double upper, String latex) {
        if (Double.isNaN(lower) || Double.isNaN(upper)) {
            throw new DomainException("An end of the interval is larger than the largest double: scale the data.");
        }
        Interval interval = new Interval(lower, upper);
        step(
                "interval",
                "Interval",
                "All values of the parameter that are compatible with the data at this level.",
                "%s = [%s,\\ %s]".formatted(latex, Words.latex(lower), Words.latex(upper)),
                interval);
        boolean prediction = parameter.contains("to come");
        String sentence = prediction
                ? "%s lies between %s and %s with %s confidence: of intervals found so from a sample each and what is observed next, that share holds it."
                        .formatted(parameter, Words.number(lower), Words.number(upper), Words.percent(question.level()))
                : "%s is estimated as %s, %s confidence interval %s: of intervals found so from one sample each, that share holds the true value."
                        .formatted(
                                parameter,
                                Words.number(estimate),
                                Words.percent(question.level()),
                                Words.range(interval));
        return new ConfidenceIntervalResult(
                lower,
                upper,
                estimate,
                standardError,
                question.level(),
                degreesOfFreedom,
                List.copyOf(assumptions),
                sentence,
                diagnostics,
                conventions,
                warnings,
                question.explain() ? List.copyOf(steps) : null);
    }
}
