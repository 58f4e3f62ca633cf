package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.print.Latex;

/**
 * One rule applied.
 *
 * @param rule the rule
 * @param detail what is done, in a sentence
 * @param latex the same as a formula
 * @param result what is reached: an antiderivative, or the integrand to go on with
 */
public record IntegrationStep(IntegrationRule rule, String detail, String latex, Expression result) {

    /** The integral of this integrand is that, by the rule. */
    static IntegrationStep found(IntegrationRule rule, Expression integrand, String variable, Expression result) {
        return new IntegrationStep(
                rule,
                "The integral of %s by %s is %s, by %s."
                        .formatted(Expressions.text(integrand), variable, Expressions.text(result), rule.formula()),
                integral(integrand, variable) + " = " + Expressions.latex(result),
                result);
    }

    /** The integrand is written in another form. */
    static IntegrationStep rewritten(IntegrationRule rule, Expression integrand, String variable, Expression form) {
        return new IntegrationStep(
                rule,
                "Write %s as %s, by %s.".formatted(Expressions.text(integrand), Expressions.text(form), rule.formula()),
                integral(integrand, variable) + " = " + integral(form, variable),
                form);
    }

    /** u = g(x) is put in. */
    static IntegrationStep substituted(
            IntegrationRule rule, Expression integrand, String variable, String u, Expression g, Expression form) {
        return new IntegrationStep(
                rule,
                "Substitute %s = %s: the integral of %s by %s becomes that of %s by %s."
                        .formatted(
                                u,
                                Expressions.text(g),
                                Expressions.text(integrand),
                                variable,
                                Expressions.text(form),
                                u),
                "%s = %s: \\quad %s = %s"
                        .formatted(
                                Latex.variable(u),
                                Expressions.latex(g),
                                integral(integrand, variable),
                                integral(form, u)),
                form);
    }

    /** Parts chosen for ∫ u dv = u v − ∫ v du. */
    static IntegrationStep parts(
            Expression integrand, String variable, Expression u, Expression v, Expression remaining) {
        return new IntegrationStep(
                IntegrationRule.PARTS,
                "Integrate %s by %s by parts with u = %s and v = %s: it is u v minus the integral of %s."
                        .formatted(
                                Expressions.text(integrand),
                                variable,
                                Expressions.text(u),
                                Expressions.text(v),
                                Expressions.text(remaining)),
                "u = %s, \\; v = %s: \\quad %s = u v - %s"
                        .formatted(
                                Expressions.latex(u),
                                Expressions.latex(v),
                                integral(integrand, variable),
                                integral(remaining, variable)),
                remaining);
    }

    /** The table of repeated integration by parts: derivatives of the one factor, integrals of the other. */
    static IntegrationStep table(
            Expression integrand, String variable, List<Expression> derivatives, List<Expression> integrals) {
        String left = derivatives.stream().map(Expressions::text).collect(Collectors.joining(", "));
        String right = integrals.stream().map(Expressions::text).collect(Collectors.joining(", "));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < derivatives.size(); i++) {
            rows.add("%s %s & %s"
                    .formatted(
                            i % 2 == 0 ? "+" : "-",
                            Expressions.latex(derivatives.get(i)),
                            Expressions.latex(integrals.get(i))));
        }
        return new IntegrationStep(
                IntegrationRule.TABULAR_PARTS,
                "Differentiate one factor until nothing is left, integrate the other as often: %s beside %s; the products, with alternating signs, add up to the integral of %s by %s."
                        .formatted(left, right, Expressions.text(integrand), variable),
                "\\begin{array}{r|l} " + String.join(" \\\\ ", rows) + " \\end{array}",
                integrand);
    }

    private static String integral(Expression integrand, String variable) {
        String latex = Expressions.latex(integrand);
        String grouped = integrand instanceof Expression.Sum ? "\\left(" + latex + "\\right)" : latex;
        return "\\int " + grouped + " \\, d" + Latex.variable(variable);
    }
}
