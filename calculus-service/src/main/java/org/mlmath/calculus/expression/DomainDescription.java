package org.mlmath.calculus.expression;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.domain.Interval;
import org.mlmath.expression.domain.NaturalDomain;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.LimitExceededException;

@Schema(description = "Where an expression has a value")
public record DomainDescription(
        @Schema(description = "In words and formulas", examples = "x < -1 or x > 1")
        String text,

        @Schema(
                description = "As LaTeX",
                examples = "x \\in \\left(-\\infty, -1\\right) \\cup \\left(1, \\infty\\right)")
        String latex,

        @Schema(
                description = "What must hold, part by part; empty where it has a value everywhere",
                examples = "[\"x^2 - 1 > 0\"]")
        List<String> conditions,

        @Schema(
                description =
                        "For one variable, where the conditions could be solved: the intervals, in ascending order; without the `exclusions`",
                nullable = true)
        List<DomainInterval> intervals,

        @Schema(
                description = "Single points to leave out of the intervals, as formulas in an integer k",
                examples = "[\"pi/2 + pi*k (k an integer)\"]")
        List<String> exclusions) {

    @Schema(description = "An interval, or a single number where its ends are the same")
    public record DomainInterval(
            @Schema(description = "The lower end; \"-Infinity\" for none", examples = "1.4142135623730951")
            double lower,

            @Schema(description = "The upper end; \"Infinity\" for none", examples = "3")
            double upper,

            @Schema(description = "The lower end as a formula", examples = "sqrt(2)")
            String lowerFormula,

            @Schema(description = "The upper end as a formula", examples = "3")
            String upperFormula,

            @Schema(description = "Whether the lower end belongs to it", examples = "true")
            boolean lowerIncluded,

            @Schema(description = "Whether the upper end belongs to it", examples = "false")
            boolean upperIncluded) {

        static DomainInterval of(Interval interval) {
            return new DomainInterval(
                    interval.lower().value(),
                    interval.upper().value(),
                    interval.lower().text(),
                    interval.upper().text(),
                    interval.lowerIncluded(),
                    interval.upperIncluded());
        }
    }

    /** @return null, with a warning, where a description would be too long to be of use */
    public static DomainDescription of(Expression expression, List<Warning> warnings) {
        try {
            return of(NaturalDomain.of(expression));
        } catch (LimitExceededException e) {
            warnings.add(new Warning("domain-not-described", e.getMessage(), "/domain"));
            return null;
        }
    }

    public static DomainDescription of(NaturalDomain domain) {
        return new DomainDescription(
                domain.text(),
                domain.latex(),
                domain.conditions().stream()
                        .map(condition -> Expressions.text(condition.requirement()))
                        .toList(),
                domain.intervals()
                        .map(intervals ->
                                intervals.stream().map(DomainInterval::of).toList())
                        .orElse(null),
                domain.exclusions().stream()
                        .map(p -> p.text() + " (" + p.range() + ")")
                        .toList());
    }
}
