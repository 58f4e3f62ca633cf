package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mlmath.expression.Expression;
import org.mlmath.numerics.Deadline;

/**
 * Antiderivatives by the rules of a course, in microseconds: linearity, the table of standard integrals, substitution, parts,
 * partial fractions, powers and products of trigonometric functions, roots of quadratics, rationalizing substitutions.
 *
 * <p>Parameters are allowed (∫ e^(ax) dx = e^(ax)/a); what a formula assumes of them is said. Every antiderivative is
 * differentiated and compared with its integrand before it is returned.
 */
public final class Integrator {
    private Integrator() {}

    /**
     * @return null where the rules find none, which says nothing about whether there is one
     * @throws org.mlmath.numerics.LimitExceededException where the integrand is too large to be simplified
     */
    public static Antiderivative antiderivative(Expression integrand, String variable, Deadline deadline) {
        Formulas formulas = new Formulas(deadline);
        Set<String> names = new TreeSet<>(integrand.variables());
        names.add(variable);
        Search search = new Search(formulas, names);
        Expression simplified = formulas.simplify(integrand);
        Expression found = search.integrate(simplified, variable);
        if (found == null) {
            return null;
        }
        Expression result = new ReadableForm(formulas).ofAntiderivative(formulas.simplify(found), variable);
        AntiderivativeCheck check = AntiderivativeCheck.of(result, integrand, variable, deadline);
        if (!check.agrees()) {
            return null;
        }
        List<IntegrationStep> steps = new ArrayList<>(search.steps());
        if (!steps.isEmpty() && !steps.getLast().result().equals(result)) {
            steps.add(IntegrationStep.found(IntegrationRule.SIMPLIFICATION, simplified, variable, result));
        }
        return new Antiderivative(result, List.copyOf(steps), List.copyOf(search.conditions()), check);
    }
}
