package org.mlmath.calculus.derivative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Derivative;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.evaluate.Kinks;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/**
 * Derivatives dⁿf/dxⁿ and gradients ∇f of expressions.
 *
 * <p>The text is found by the rules of differentiation, each result simplified; the values by reverse-mode differentiation of
 * the formula as it was given (for higher orders: of the derivative before), which costs a few evaluations and does not suffer
 * from a long formula. A value of the derivative is asked for only where the function itself has one.
 */
public final class Derivatives {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "nonSmooth", "sgn(0) = 0, relu'(0) = 0, of equal arguments of min and max the first counts",
            "domain", "real numbers: fractional powers and logarithms of negative numbers are undefined");

    private Derivatives() {}

    /**
     * @param variable null: the only variable of the expression, x if it has none
     * @param at null: no values
     * @throws InvalidParameterException if there are several variables and none is named
     * @throws org.mlmath.numerics.DomainException where the function or its derivative has no value at the point
     * @throws org.mlmath.numerics.LimitExceededException where the result would be too long
     */
    public static DerivativeResult derivative(
            String text, String variable, int order, Point at, boolean explain, Deadline deadline) {
        Expression expression = Variables.of(text, null).expression();
        String by = variable == null ? onlyVariable(expression) : Variables.name(variable, "/variable");
        TreeSet<String> all = new TreeSet<>(expression.variables());
        all.add(by);
        List<String> names = List.copyOf(all);
        int index = names.indexOf(by);

        Derivation derivation = new Derivation(names.size() > 1);
        Verification verification = null;
        Expression before = expression;
        Expression result = expression;
        for (int i = 0; i < order; i++) {
            before = result;
            Derivative next = differentiate(before, by, deadline);
            if (i > 0) {
                derivation.nextOrder(i + 1, by, before);
            }
            derivation.add(next.steps());
            result = next.expression();
            verification = new Verification(before, names);
            verification.check(result, index, deadline);
        }

        List<Warning> warnings = new ArrayList<>();
        verification.addWarnings(warnings);
        Double value = null;
        Double functionValue = null;
        if (at != null) {
            try {
                double[] point = at.in(names);
                functionValue = Evaluation.value(expression, names, point);
                value = value(before, result, names, index, point);
                derivation.evaluate(result, names, point, value);
                addKinks(warnings, expression, names, point, List.of(by));
            } catch (MathException e) {
                throw e.at("/at");
            }
        }
        return new DerivativeResult(
                Expressions.text(result),
                Expressions.latex(result),
                by,
                order,
                names,
                value,
                functionValue,
                explain ? derivation.steps(warnings) : null,
                CONVENTIONS,
                verification.diagnostics(),
                warnings);
    }

    /**
     * @param listed null: the free variables in alphabetical order
     * @param at null: no values
     * @throws org.mlmath.numerics.DomainException where the function has no value at the point; a partial derivative that does
     *     not exist there is NaN, and counted in a warning
     */
    public static GradientResult gradient(
            String text, List<String> listed, Point at, boolean explain, Deadline deadline) {
        Variables variables = Variables.of(text, listed);
        Expression expression = variables.expression();
        List<String> names = variables.names();

        Derivation derivation = new Derivation(names.size() > 1);
        Verification verification = new Verification(expression, names);
        List<Expression> partials = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Derivative partial = differentiate(expression, names.get(i), deadline);
            derivation.add(partial.steps());
            partials.add(partial.expression());
            verification.check(partial.expression(), i, deadline);
        }
        List<String> gradient = partials.stream().map(Expressions::text).toList();
        String latex = partials.stream()
                .map(Expressions::latex)
                .reduce((a, b) -> a + " \\\\ " + b)
                .map(column -> "\\begin{pmatrix} " + column + " \\end{pmatrix}")
                .orElse("\\begin{pmatrix} \\end{pmatrix}");

        List<Warning> warnings = new ArrayList<>();
        if (!names.isEmpty()) {
            verification.addWarnings(warnings);
        }
        double[] value = null;
        Double functionValue = null;
        if (at != null) {
            try {
                double[] point = at.in(names);
                functionValue = Evaluation.value(expression, names, point);
                value = new double[names.size()];
                ExpressionFunction.of(expression, names).valueAndGradient(point, value);
                addKinks(warnings, expression, names, point, names);
            } catch (MathException e) {
                throw e.at("/at");
            }
            long undefined = Arrays.stream(value).filter(Double::isNaN).count();
            if (undefined > 0) {
                warnings.add(new Warning(
                        "undefined-values",
                        "%d of %d partial derivatives do not exist at the point.".formatted(undefined, value.length),
                        "/value"));
            }
        }
        derivation.conclude(
                "gradient",
                "Gradient",
                "The partial derivatives in the order of the variables make up the gradient.",
                "\\nabla f = " + latex,
                value == null ? gradient : value);
        return new GradientResult(
                gradient,
                latex,
                names,
                value,
                functionValue,
                explain ? derivation.steps(warnings) : null,
                CONVENTIONS,
                verification.diagnostics(),
                warnings);
    }

    private static Derivative differentiate(Expression expression, String variable, Deadline deadline) {
        try {
            return Differentiator.derivative(expression, variable, deadline);
        } catch (MathException e) {
            throw e.at("/expression");
        }
    }

    private static String onlyVariable(Expression expression) {
        List<String> free = expression.variables();
        if (free.size() > 1) {
            throw new InvalidParameterException("The expression has the variables %s; say by which to differentiate."
                            .formatted(String.join(", ", free)))
                    .at("/variable");
        }
        return free.isEmpty() ? "x" : free.getFirst();
    }

    /** By reverse mode; by the formula where that fails, since simplifying may have removed what stood in the way. */
    private static double value(
            Expression function, Expression derivative, List<String> names, int index, double[] point) {
        double[] gradient = new double[names.size()];
        ExpressionFunction.of(function, names).valueAndGradient(point, gradient);
        return Double.isFinite(gradient[index]) ? gradient[index] : Evaluation.value(derivative, names, point);
    }

    private static void addKinks(
            List<Warning> warnings, Expression expression, List<String> names, double[] point, List<String> moving) {
        List<Expression> kinks = Kinks.at(expression, names, point, moving);
        if (!kinks.isEmpty()) {
            String parts = kinks.stream()
                    .limit(3)
                    .map(Expressions::text)
                    .reduce((a, b) -> a + ", " + b)
                    .orElseThrow();
            warnings.add(new Warning(
                    "not-smooth",
                    "%s may have no derivative at this point; the value follows the convention in \"conventions\"."
                            .formatted(parts),
                    "/at"));
        }
    }
}
