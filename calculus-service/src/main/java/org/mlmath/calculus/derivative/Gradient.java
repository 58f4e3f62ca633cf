package org.mlmath.calculus.derivative;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expressions;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/** The gradient ∇f = (∂f/∂x₁, …, ∂f/∂xₙ) of an expression: formulas by the rules of differentiation, values by reverse mode. */
public final class Gradient {
    private Gradient() {}

    /**
     * @param listed null: the free variables in alphabetical order
     * @param at null: no values
     * @throws org.mlmath.numerics.DomainException where the function has no value at the point; a partial derivative that does
     *     not exist there is NaN, and counted in a warning
     */
    public static GradientResult of(String text, List<String> listed, Point at, boolean explain, Deadline deadline) {
        Variables variables = Variables.of(text, listed);
        List<String> names = variables.names();
        Derivation derivation = new Derivation(names.size() > 1);
        Partials partials = new Partials(variables.expression(), names, "/expression", derivation, deadline);
        List<String> gradient =
                partials.formulas().stream().map(Expressions::text).toList();
        String latex = LatexArray.column(partials.formulas());

        List<Warning> warnings = new ArrayList<>();
        if (!names.isEmpty()) {
            partials.verification().addWarnings(warnings);
        }
        double[] value = null;
        Double functionValue = null;
        if (at != null) {
            try {
                double[] point = at.in(names);
                functionValue = partials.functionValue(point);
                value = partials.values(point);
                Differentiation.addKinks(warnings, variables.expression(), names, point, names);
            } catch (MathException e) {
                throw e.at("/at");
            }
            Differentiation.allExist(value, "partial derivatives", warnings);
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
                Differentiation.CONVENTIONS,
                partials.verification().diagnostics(),
                warnings);
    }
}
