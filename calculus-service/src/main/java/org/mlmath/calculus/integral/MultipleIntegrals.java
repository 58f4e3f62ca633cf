package org.mlmath.calculus.integral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.integral.MultipleIntegralRequest.IntegrationRange;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.quadrature.IteratedIntegral;
import org.mlmath.expression.quadrature.IteratedIntegral.Range;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.integration.Quadrature;

/**
 * ∫…∫ f over ranges of several variables.
 *
 * <p>The value is that of nested quadrature; the closed form, from antiderivatives one variable after the other, is given where it
 * agrees with the value within the error estimate.
 */
public final class MultipleIntegrals {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "order", "ranges go from the outermost variable inwards; the last one is integrated first",
            "orientation", "a range whose upper bound is below its lower one counts negative");

    /** Relative to the modulus: above it no digit is certain. */
    private static final double USELESS = 1e-3;

    private static final double INACCURATE = 1e-6;
    private static final double AGREEMENT = 1e-8;

    private MultipleIntegrals() {}

    /**
     * @throws InvalidParameterException for a variable listed twice, or one of the expression without a range
     * @throws org.mlmath.numerics.DomainException where the integrand or a bound is undefined inside the region
     * @throws org.mlmath.numerics.DeadlineExceededException where the time does not suffice
     */
    public static MultipleIntegralResult integral(
            String text, List<IntegrationRange> given, boolean explain, Deadline deadline) {
        List<Range> ranges = ranges(given);
        List<String> names = ranges.stream().map(Range::variable).toList();
        Expression expression = Variables.of(text, null).expression();
        for (String name : expression.variables()) {
            if (!names.contains(name)) {
                throw new InvalidParameterException(
                                "The integrand contains %s, for which there is no range.".formatted(name))
                        .at("/ranges");
            }
        }
        Quadrature quadrature;
        IteratedRules exact;
        try {
            quadrature = IteratedIntegral.of(expression, ranges, deadline);
            exact = IteratedRules.of(expression, ranges, deadline);
        } catch (MathException e) {
            throw e.at(e.pointer().isEmpty() ? "/expression" : "/ranges");
        }
        return result(quadrature, exact, names, explain);
    }

    private static MultipleIntegralResult result(
            Quadrature quadrature, IteratedRules exact, List<String> names, boolean explain) {
        List<Warning> warnings = new ArrayList<>();
        double error = quadrature.errorEstimate();
        Double value = quadrature.value();
        boolean useless =
                !quadrature.isDefined() || error > USELESS * Math.max(Math.abs(value), 1e-3 * quadrature.modulus());
        boolean agrees = exact != null
                && !useless
                && Math.abs(exact.number() - value) <= Math.max(4 * error, AGREEMENT * Math.abs(value));
        if (useless) {
            value = null;
            warnings.add(new Warning(
                    "not-converged",
                    "The quadrature did not come to a value; the integral may diverge, or its integrand is singular inside the region.",
                    "/value"));
        } else if (agrees) {
            value = exact.number();
            error = 8 * Math.ulp(Math.max(Math.abs(value), 1e-300));
        } else if (error > INACCURATE * Math.max(Math.abs(value), 1e-6)) {
            warnings.add(new Warning(
                    "inaccurate",
                    "The quadrature's estimated error is %.1e; fewer digits than usual are certain.".formatted(error),
                    "/value"));
        }
        List<Step> steps = explain && agrees ? exact.steps(warnings) : null;
        if (explain && !agrees) {
            warnings.add(Warning.noSteps());
        }
        return new MultipleIntegralResult(
                value,
                agrees ? Expressions.text(exact.value()) : null,
                agrees ? Expressions.latex(exact.value()) : null,
                names,
                steps,
                CONVENTIONS,
                new MultipleIntegralDiagnostics(
                        useless ? null : error,
                        quadrature.evaluations(),
                        agrees ? "nested-quadrature, antiderivative" : "nested-quadrature"),
                warnings);
    }

    private static List<Range> ranges(List<IntegrationRange> given) {
        List<Range> ranges = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            IntegrationRange range = given.get(i);
            String pointer = "/ranges/" + i;
            String name = Variables.name(range.variable(), pointer + "/variable");
            if (before.contains(name)) {
                throw new InvalidParameterException("\"%s\" has two ranges.".formatted(name)).at(pointer + "/variable");
            }
            ranges.add(new Range(
                    name,
                    bound(range.lower(), before, pointer + "/lower"),
                    bound(range.upper(), before, pointer + "/upper")));
            before.add(name);
        }
        return ranges;
    }

    private static Expression bound(RangeBound bound, List<String> before, String pointer) {
        try {
            return bound.in(before);
        } catch (MathException e) {
            throw e.at(pointer);
        }
    }
}
