package org.mlmath.expression.integrate;

import org.mlmath.expression.Expression;
import org.mlmath.expression.differentiate.Substitution;

/** What a method of integration is given: the integrand, also as a product, and the way to integrate what it leads to. */
record Attempt(Search search, Formulas formulas, Expression integrand, Factors factors, String variable) {

    /** @return an antiderivative of something simpler, or null */
    Expression integral(Expression integrand) {
        return search.integrate(integrand, variable);
    }

    /** Writes the step down. @return the result */
    Expression found(IntegrationRule rule, Expression result) {
        search.step(IntegrationStep.found(rule, integrand, variable, result));
        return result;
    }

    /** The integrand in another form is integrated instead. @return null if that leads nowhere */
    Expression rewritten(IntegrationRule rule, Expression form) {
        if (form.equals(integrand)) {
            return null;
        }
        int mark = search.mark();
        search.step(IntegrationStep.rewritten(rule, integrand, variable, form));
        Expression result = integral(form);
        if (result == null) {
            search.backTo(mark);
        }
        return result;
    }

    /**
     * With u = g(x) the integrand becomes {@code form}, which is integrated by u.
     *
     * @return null if that leads nowhere
     */
    Expression substituted(IntegrationRule rule, String u, Expression g, Expression form) {
        int mark = search.mark();
        search.step(IntegrationStep.substituted(rule, integrand, variable, u, g, form));
        Expression inner = search.integrate(form, u);
        if (inner == null) {
            search.backTo(mark);
            return null;
        }
        Expression result = new ReadableForm(formulas).of(formulas.simplify(Substitution.of(inner, u, g)));
        search.step(IntegrationStep.found(IntegrationRule.BACK_SUBSTITUTION, integrand, variable, result));
        return result;
    }
}
