package org.mlmath.calculus.derivative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/** The directional derivative D_u f = ∇f·u of an expression at a point, the gradient by reverse mode. */
public final class DirectionalDerivative {
    private DirectionalDerivative() {}

    /**
     * @param listed null: the free variables in alphabetical order
     * @param normalize whether the direction is divided by its length
     * @throws DomainException where the function or a partial derivative has no value at the point
     * @throws InvalidParameterException for the direction 0, which has no length to divide by
     */
    public static DirectionalDerivativeResult of(
            String text,
            List<String> listed,
            Point at,
            Point direction,
            boolean normalize,
            boolean explain,
            Deadline deadline) {
        Variables variables = Variables.of(text, listed);
        List<String> names = variables.names();
        double[] along = coordinates(direction, names, "/direction");
        double[] unit = normalize ? unit(along) : along;
        Derivation derivation = new Derivation(names.size() > 1);
        Partials partials = new Partials(variables.expression(), names, "/expression", derivation, deadline);
        List<Warning> warnings = new ArrayList<>();
        if (!names.isEmpty()) {
            partials.verification().addWarnings(warnings);
        }

        double functionValue;
        double[] gradient;
        double value = 0;
        double[] point = coordinates(at, names, "/at");
        try {
            functionValue = partials.functionValue(point);
            gradient = partials.definedValues(point);
            for (int i = 0; i < unit.length; i++) {
                value = Math.fma(gradient[i], unit[i], value);
            }
            if (!Double.isFinite(value)) {
                throw new DomainException("The directional derivative is too large for a double.");
            }
            Differentiation.addKinks(warnings, variables.expression(), names, point, names);
        } catch (MathException e) {
            throw e.at("/at");
        }

        derivation.conclude(
                "gradient",
                "Gradient at the point",
                "Put the coordinates of the point into the partial derivatives.",
                "\\nabla f = %s = %s".formatted(LatexArray.column(partials.formulas()), LatexArray.column(gradient)),
                gradient);
        if (normalize) {
            derivation.conclude(
                    "normalize",
                    "Direction of length 1",
                    "Divide the direction by its length.",
                    "u = \\frac{1}{%s} %s = %s"
                            .formatted(Latex.number(length(along)), LatexArray.column(along), LatexArray.column(unit)),
                    unit);
        }
        String latex = "\\nabla f \\cdot u = %s \\cdot %s = %s"
                .formatted(LatexArray.column(gradient), LatexArray.column(unit), Latex.number(value));
        derivation.conclude(
                "dot-product",
                "Gradient times direction",
                "By the chain rule f changes along the direction at the rate of the product of gradient and direction.",
                latex,
                value);
        double steepest = length(gradient);
        return new DirectionalDerivativeResult(
                value,
                gradient,
                partials.formulas().stream().map(Expressions::text).toList(),
                latex,
                names,
                unit,
                steepest,
                steepest == 0 ? null : unit(gradient),
                functionValue,
                explain ? derivation.steps(warnings) : null,
                Differentiation.CONVENTIONS,
                partials.verification().diagnostics(),
                warnings);
    }

    private static double[] coordinates(Point point, List<String> names, String pointer) {
        try {
            return point.in(names);
        } catch (MathException e) {
            throw e.at(pointer);
        }
    }

    private static double[] unit(double[] vector) {
        double largest = Arrays.stream(vector).map(Math::abs).max().orElse(0);
        if (largest == 0) {
            throw new InvalidParameterException(
                            "The direction is zero and cannot be divided by its length; give another, or \"normalize\": false.")
                    .at("/direction");
        }
        // By the largest entry first: the squares of the others then neither overflow nor vanish.
        double[] scaled = Arrays.stream(vector).map(v -> v / largest).toArray();
        double length = length(scaled);
        return Arrays.stream(scaled).map(v -> v / length).toArray();
    }

    private static double length(double[] vector) {
        double largest = Arrays.stream(vector).map(Math::abs).max().orElse(0);
        if (largest == 0 || (largest > 1e-150 && largest < 1e150)) {
            return Math.sqrt(Arrays.stream(vector).map(v -> v * v).sum());
        }
        return largest
                * Math.sqrt(Arrays.stream(vector)
                        .map(v -> v / largest * (v / largest))
                        .sum());
    }
}
