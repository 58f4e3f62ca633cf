package org.mlmath.calculus.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mlmath.calculus.comparison.DifferentiationCompareResult.ReferenceMethod;
import org.mlmath.calculus.comparison.DifferentiationCompareResult.Single;
import org.mlmath.calculus.comparison.DifferentiationCompareResult.Stepped;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.evaluate.Kinks;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.Rational;

/**
 * A derivative by formula, by reverse mode, by difference quotients and by the complex step, each with its error.
 *
 * <p>A difference quotient has a truncation error that falls with the step and a rounding error that grows as it falls: h|f″|/2 + 2ε|f|/h
 * forward, h²|f‴|/6 + ε|f|/h central; their sums are least at h = 2√(ε|f|/|f″|) and h = ∛(3ε|f|/|f‴|). The complex step subtracts nothing,
 * so its step can be as small as one likes. Source: Squire and Trapp, <i>Using complex variables to estimate derivatives of real
 * functions</i>, SIAM Review 40, 1998.
 */
public final class DifferentiationComparison {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "error", "absolute: |value - reference|",
            "reference", "the derivative at the double that the point is, to 30 digits",
            "nonSmooth", "sgn(0) = 0, relu'(0) = 0, of equal arguments of min and max the first counts");

    private static final List<Double> STEP_SIZES = IntStream.rangeClosed(1, 16)
            .mapToObj(digits -> Double.parseDouble("1e-" + digits))
            .toList();

    private static final int DIGITS = 30;

    /** Half of the distance from 1 to the next double: what one rounding may do. */
    private static final double ROUNDING = Math.ulp(1.0) / 2;

    private DifferentiationComparison() {}

    /**
     * @param variable null: the only variable of the expression, x if it has none
     * @param stepSizes null: powers of ten
     * @throws InvalidParameterException if there are several variables and none is named
     * @throws DomainException where the function or its derivative has no value at the point
     */
    public static DifferentiationCompareResult of(
            String text, String variable, Point at, List<Double> stepSizes, boolean explain, Deadline deadline) {
        Expression expression = Variables.of(text, null).expression();
        String by = Variables.by(expression, variable, "differentiate");
        TreeSet<String> all = new TreeSet<>(expression.variables());
        all.add(by);
        List<String> names = List.copyOf(all);
        int index = names.indexOf(by);
        Expression formula;
        try {
            formula = Differentiator.derivative(expression, by, deadline).expression();
        } catch (MathException e) {
            throw e.at("/expression");
        }
        double[] point;
        double symbolic;
        double automatic;
        List<Expression> kinks;
        try {
            point = at.in(names);
            Evaluation.value(expression, names, point);
            symbolic = Evaluation.value(formula, names, point);
            double[] gradient = new double[names.size()];
            ExpressionFunction.of(expression, names).valueAndGradient(point, gradient);
            automatic = gradient[index];
            kinks = Kinks.at(expression, names, point, List.of(by));
        } catch (MathException e) {
            throw e.at("/at");
        }

        List<Warning> warnings = new ArrayList<>();
        if (!kinks.isEmpty()) {
            warnings.add(new Warning(
                    "not-smooth",
                    "%s may have no derivative at this point; the reference follows the convention in \"conventions\"."
                            .formatted(Expressions.text(kinks.getFirst())),
                    "/at"));
        }
        Reference reference = reference(formula, names, point, automatic, symbolic, deadline);
        List<Double> steps = stepSizes == null ? STEP_SIZES : stepSizes;
        BestSteps best = BestSteps.of(expression, names, index, point, ROUNDING, deadline);
        DifferenceQuotients quotients =
                new DifferenceQuotients(expression, names, index, point, reference.value(), deadline);
        Stepped forward = quotients.forward(steps, best.forward());
        Stepped central = quotients.central(steps, best.central());
        Stepped complexStep = quotients.complexStep(steps);
        addWarnings(warnings, forward, central, complexStep);
        Single bySymbols = single(symbolic, reference);
        Single byAutomatic = single(automatic, reference);
        return new DifferentiationCompareResult(
                reference.value().doubleValue(),
                by,
                names,
                Expressions.text(formula),
                bySymbols,
                byAutomatic,
                forward,
                central,
                complexStep,
                explain ? steps(formula, by, reference, bySymbols, byAutomatic, forward, central, complexStep) : null,
                CONVENTIONS,
                new DifferentiationCompareResult.Diagnostics(
                        reference.error() == null ? ReferenceMethod.AUTOMATIC : ReferenceMethod.HIGH_PRECISION,
                        reference.error()),
                warnings);
    }

    /** @param error a bound, null where there is none */
    private record Reference(BigDecimal value, Double error) {}

    private static Reference reference(
            Expression formula,
            List<String> names,
            double[] point,
            double automatic,
            double symbolic,
            Deadline deadline) {
        Map<String, Rational> at = new HashMap<>();
        for (int i = 0; i < point.length; i++) {
            at.put(
                    names.get(i),
                    Rational.parse(new BigDecimal(point[i]).toString())); // the double, not its shortest decimal
        }
        try {
            HighPrecision.Decimal value = HighPrecision.value(formula, at, DIGITS, deadline);
            return new Reference(value.value(), value.error().doubleValue());
        } catch (DomainException | LimitExceededException e) {
            return new Reference(new BigDecimal(Double.isFinite(automatic) ? automatic : symbolic), null);
        }
    }

    private static Single single(double value, Reference reference) {
        boolean defined = Double.isFinite(value);
        return new Single(defined ? value : null, defined ? DifferenceQuotients.error(value, reference.value()) : null);
    }

    private static void addWarnings(List<Warning> warnings, Stepped forward, Stepped central, Stepped complexStep) {
        if (complexStep == null) {
            warnings.add(new Warning(
                    "no-complex-step",
                    "A function in the expression is not continued to complex numbers here.",
                    "/complexStep"));
        }
        long undefined = List.of(forward, central).stream()
                .flatMap(method -> method.bySteps().stream())
                .filter(at -> at.value() == null)
                .count();
        if (undefined > 0) {
            warnings.add(new Warning(
                    "undefined-values",
                    "%d difference quotients are undefined: a step away the expression has no value."
                            .formatted(undefined),
                    "/forward/bySteps"));
        }
    }

    private static List<Step> steps(
            Expression formula,
            String by,
            Reference reference,
            Single symbolic,
            Single automatic,
            Stepped forward,
            Stepped central,
            Stepped complexStep) {
        String x = Latex.variable(by);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "symbolic",
                "By formula",
                "Differentiate by the rules, then put in the point: exact up to the rounding of the formula.",
                "f' = %s".formatted(Expressions.latex(formula)),
                symbolic.value()));
        steps.add(new Step(
                "automatic",
                "Reverse mode",
                "The chain rule carried out on numbers, operation by operation: no formula, no step, and rounding only.",
                "\\bar{v}_i = \\sum_j \\bar{v}_j \\frac{\\partial v_j}{\\partial v_i}",
                automatic.value()));
        steps.add(new Step(
                "forward",
                "Forward difference",
                "Truncation h|f''|/2 falls with the step, rounding 2ε|f|/h grows: best at h = 2√(ε|f|/|f''|)%s, where about half of the digits are right."
                        .formatted(shown(forward.optimalStepSize())),
                "\\frac{f(%1$s+h)-f(%1$s)}{h} = f' + \\frac{h}{2} f'' + \\dots".formatted(x),
                forward.value()));
        steps.add(new Step(
                "central",
                "Central difference",
                "The terms in h cancel. Truncation h²|f'''|/6 and rounding ε|f|/h balance at h = ∛(3ε|f|/|f'''|)%s, where about two thirds of the digits are right."
                        .formatted(shown(central.optimalStepSize())),
                "\\frac{f(%1$s+h)-f(%1$s-h)}{2h} = f' + \\frac{h^2}{6} f''' + \\dots".formatted(x),
                central.value()));
        if (complexStep != null) {
            steps.add(new Step(
                    "complex-step",
                    "Complex step",
                    "Nothing is subtracted, so nothing cancels: below h = 1e-8 the truncation h²|f'''|/6 is lost in rounding, and smaller steps do no harm.",
                    "\\frac{\\operatorname{Im} f(%1$s+ih)}{h} = f' - \\frac{h^2}{6} f''' + \\dots".formatted(x),
                    complexStep.value()));
        }
        steps.add(new Step(
                "reference",
                "Reference",
                "The formula evaluated to 30 digits: what the errors are measured against.",
                "f' = " + Latex.number(reference.value().doubleValue()),
                reference.value().doubleValue()));
        return steps;
    }

    private static String shown(Double step) {
        return step == null ? "" : " ≈ %.1e".formatted(step);
    }
}
