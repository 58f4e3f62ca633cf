package org.mlmath.calculus.derivative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/** The tangent f(a) + ∇f(a)·(x − a) of a graph: a line for one variable, a (hyper)plane for several. */
public final class Tangent {
    /** Digits up to which a decimal is shown as it is; more are a sign of rounding. */
    private static final int DIGITS = 15;

    private Tangent() {}

    /**
     * @param listed null: the free variables in alphabetical order
     * @throws org.mlmath.numerics.DomainException where the function or a slope has no value at the point
     */
    public static TangentResult of(String text, List<String> listed, Point at, boolean explain, Deadline deadline) {
        Variables variables = Variables.of(text, listed);
        List<String> names = variables.names();
        Derivation derivation = new Derivation(names.size() > 1);
        Partials partials = new Partials(variables.expression(), names, "/expression", derivation, deadline);
        List<Warning> warnings = new ArrayList<>();
        if (!names.isEmpty()) {
            partials.verification().addWarnings(warnings);
        }
        double[] point;
        double value;
        double[] slopes;
        try {
            point = at.in(names);
            value = partials.functionValue(point);
            slopes = partials.definedValues(point);
            Differentiation.addKinks(warnings, variables.expression(), names, point, names);
        } catch (MathException e) {
            throw e.at("/at");
        }

        Simplifier simplifier = new Simplifier(deadline);
        Expression touching = touching(value, slopes, point, names, simplifier);
        Expression multipliedOut = multipliedOut(value, slopes, point, names, simplifier);
        Expression tangent = multipliedOut == null ? touching : multipliedOut;
        derivation.conclude(
                "slopes",
                "Value and slopes at the point",
                "At the point the expression is %s; the partial derivatives are the slopes of the graph."
                        .formatted(value),
                "%s \\to %s".formatted(LatexArray.column(partials.formulas()), LatexArray.column(slopes)),
                slopes);
        derivation.conclude(
                "tangent",
                names.size() > 1 ? "Tangent plane" : "Tangent line",
                "Value plus slope times distance from the point: %s.".formatted(Expressions.text(touching)),
                Expressions.latex(touching) + (multipliedOut == null ? "" : " = " + Expressions.latex(tangent)),
                Expressions.text(tangent));
        return new TangentResult(
                value,
                slopes,
                Expressions.text(tangent),
                Expressions.latex(tangent),
                names,
                partials.formulas().stream().map(Expressions::text).toList(),
                explain ? derivation.steps(warnings) : null,
                Differentiation.CONVENTIONS,
                partials.verification().diagnostics(),
                warnings);
    }

    private static Expression touching(
            double value, double[] slopes, double[] point, List<String> names, Simplifier simplifier) {
        List<Expression> terms = new ArrayList<>(List.of(number(value)));
        for (int i = 0; i < slopes.length; i++) {
            Expression distance = simplifier.sum(List.of(new Variable(names.get(i)), number(-point[i])));
            terms.add(simplifier.multiply(number(slopes[i]), distance));
        }
        List<Expression> shown =
                terms.stream().filter(term -> !term.equals(number(0))).toList();
        return switch (shown.size()) {
            case 0 -> number(0);
            case 1 -> shown.getFirst();
            default -> new Expression.Sum(shown);
        };
    }

    /** @return Σ slope·variable + constant, or null where the constant takes more digits than a double has */
    private static Expression multipliedOut(
            double value, double[] slopes, double[] point, List<String> names, Simplifier simplifier) {
        BigDecimal constant = decimal(value);
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < slopes.length; i++) {
            constant = constant.subtract(decimal(slopes[i]).multiply(decimal(point[i])));
            terms.add(simplifier.multiply(number(slopes[i]), new Variable(names.get(i))));
        }
        if (constant.signum() != 0 && constant.stripTrailingZeros().precision() > DIGITS) {
            return null;
        }
        terms.add(Expressions.number(constant));
        return simplifier.sum(terms);
    }

    private static Expression number(double value) {
        return Expressions.number(decimal(value));
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value));
    }
}
