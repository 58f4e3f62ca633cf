package org.mlmath.calculus.integral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.point.Bound;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.quadrature.DefiniteIntegral;
import org.mlmath.expression.quadrature.DefiniteValue;
import org.mlmath.expression.quadrature.ExactIntegral;
import org.mlmath.expression.quadrature.SlowTail;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/**
 * ∫ f dx and ∫ₐᵇ f dx.
 *
 * <p>The value is always that of the quadrature, or of the closed form where that agrees with it within the error estimate and is
 * more accurate; neither is given alone where they contradict each other. Where the quadrature cannot decide, the limits of an antiderivative do. Cost: some 50 µs by rules, up to a second where computer algebra
 * is asked, which only happens without bounds or where the quadrature cannot do without.
 */
public final class Integrals {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "constant", "one antiderivative, without the constant of integration",
            "logarithm", "ln|u| where u may be negative; the constant may differ between the pieces of the domain",
            "improper",
                    "a singularity or an infinite bound is approached from each side by itself: no principal values");

    /** Relative agreement of closed form and quadrature that is not by chance. */
    private static final double AGREEMENT = 1e-8;

    private Integrals() {}

    /**
     * @param variable null: the only variable of the expression, x if it has none
     * @param lower null: no bounds, and then upper is null as well
     * @throws InvalidParameterException if there are several variables and none is named, or one bound without the other
     * @throws org.mlmath.numerics.DomainException where the integrand is undefined on a part of the range
     */
    public static IntegralResult integral(
            String text, String variable, Bound lower, Bound upper, boolean explain, Deadline deadline) {
        Expression expression = Variables.of(text, null).expression();
        String by = variable == null ? onlyVariable(expression) : Variables.name(variable, "/variable");
        requireBothOrNone(lower, upper);
        boolean definite = lower != null;
        boolean numeric = definite && expression.variables().stream().allMatch(by::equals);
        try {
            DefiniteValue value =
                    numeric ? DefiniteIntegral.of(expression, by, lower.value(), upper.value(), deadline) : null;
            boolean askAlgebra = !definite || (value != null && value.converges() == null);
            List<Warning> warnings = new ArrayList<>();
            IndefiniteIntegral found = IndefiniteIntegral.of(expression, by, askAlgebra, !definite, deadline, warnings);
            if (value != null && value.converges() == null && found.antiderivative() != null) {
                value = SlowTail.decide(
                        value,
                        expression,
                        found.antiderivative(),
                        by,
                        lower.formula(),
                        lower.value(),
                        upper.formula(),
                        upper.value(),
                        deadline);
            }
            ExactIntegral.Result exact =
                    found.antiderivative() == null || !numeric || Boolean.FALSE.equals(value.converges())
                            ? null
                            : ExactIntegral.of(
                                    found.antiderivative(),
                                    by,
                                    lower.formula(),
                                    lower.value(),
                                    upper.formula(),
                                    upper.value(),
                                    deadline);
            if (definite && !numeric) {
                warnings.add(new Warning(
                        "parameters",
                        "With other variables than %s the definite integral has no value; the antiderivative is given."
                                .formatted(by),
                        "/expression"));
            }
            return result(expression, by, lower, upper, value, found, agreed(exact, value), explain, warnings);
        } catch (MathException e) {
            throw e.pointer().isEmpty() ? e.at("/expression") : e;
        }
    }

    /** The closed form is passed on only where the quadrature confirms it. */
    private static ExactIntegral.Result agreed(ExactIntegral.Result exact, DefiniteValue value) {
        if (exact == null || !Boolean.TRUE.equals(value.converges())) {
            return null;
        }
        double tolerance = Math.max(
                Math.min(10 * value.errorEstimate(), 1e-2 * Math.abs(value.value())),
                AGREEMENT * Math.abs(value.value()));
        double floor = 4 * value.errorEstimate();
        return Math.abs(exact.number() - value.value()) <= Math.max(tolerance, floor) ? exact : null;
    }

    private static IntegralResult result(
            Expression expression,
            String by,
            Bound lower,
            Bound upper,
            DefiniteValue value,
            IndefiniteIntegral found,
            ExactIntegral.Result exact,
            boolean explain,
            List<Warning> warnings) {
        Double number = null;
        Double error = null;
        List<String> methods = List.of();
        if (value != null) {
            value.remarks().forEach(remark -> warnings.add(new Warning(remark.code(), remark.detail(), "/value")));
            methods = new ArrayList<>(value.methods());
            if (Boolean.TRUE.equals(value.converges())) {
                number = value.value();
                error = value.errorEstimate();
            }
        }
        if (exact != null) {
            number = exact.number();
            error = Math.min(error, 8 * Math.ulp(Math.max(Math.abs(number), 1e-300)));
            methods.add("antiderivative");
        } else if (number != null && error > 1e-6 * Math.max(Math.abs(number), 1e-6)) {
            warnings.add(new Warning(
                    "inaccurate",
                    "The quadrature's estimated error is %.1e; fewer digits than usual are certain.".formatted(error),
                    "/value"));
        }
        IntegrationWorking working = explain ? new IntegrationWorking(expression, by) : null;
        if (working != null) {
            working.add(found);
            if (value != null) {
                working.conclude(lower, upper, found.antiderivative(), exact, value, number);
            }
        }
        return new IntegralResult(
                found.antiderivative() == null ? null : Expressions.text(found.antiderivative()),
                found.antiderivative() == null ? null : Expressions.latex(found.antiderivative()),
                by,
                number,
                value == null ? null : value.converges(),
                exact == null ? null : Expressions.text(exact.value()),
                exact == null ? null : Expressions.latex(exact.value()),
                working == null ? null : working.steps(warnings),
                CONVENTIONS,
                new IntegralDiagnostics(
                        error,
                        value == null ? 0 : value.evaluations(),
                        methods.isEmpty() ? null : String.join(", ", methods),
                        found.method(),
                        found.verified()),
                warnings);
    }

    private static void requireBothOrNone(Bound lower, Bound upper) {
        if ((lower == null) != (upper == null)) {
            String missing = lower == null ? "lower" : "upper";
            throw new InvalidParameterException(
                            "The bound \"%s\" is missing: give both bounds, or none for the antiderivative."
                                    .formatted(missing))
                    .at("/" + missing);
        }
    }

    private static String onlyVariable(Expression expression) {
        List<String> free = expression.variables();
        if (free.size() > 1) {
            throw new InvalidParameterException("The expression has the variables %s; say by which to integrate."
                            .formatted(String.join(", ", free)))
                    .at("/variable");
        }
        return free.isEmpty() ? "x" : free.getFirst();
    }
}
