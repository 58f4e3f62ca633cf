package org.mlmath.calculus.integral;

import java.util.List;
import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.integrate.Antiderivative;
import org.mlmath.expression.integrate.AntiderivativeCheck;
import org.mlmath.expression.integrate.IntegrationStep;
import org.mlmath.expression.integrate.Integrator;
import org.mlmath.expression.integrate.NonElementary;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.symbolic.ComputerAlgebra;

/**
 * An antiderivative by rules, else by computer algebra, else none.
 *
 * @param antiderivative null: none
 * @param steps of the rules, empty for computer algebra
 * @param method rules or computer-algebra; null: none
 * @param verified the check, null where there is nothing to check
 */
record IndefiniteIntegral(
        Expression antiderivative, List<IntegrationStep> steps, String method, IntegralDiagnostics.Verified verified) {
    private static final IndefiniteIntegral NONE = new IndefiniteIntegral(null, List.of(), null, null);

    /**
     * @param askAlgebra whether computer algebra is asked where the rules do not suffice
     * @param wanted whether the antiderivative is what was asked for, so that its absence needs a word
     * @param warnings takes what is assumed of parameters, and why there is no antiderivative
     */
    static IndefiniteIntegral of(
            Expression integrand,
            String variable,
            boolean askAlgebra,
            boolean wanted,
            Deadline deadline,
            List<Warning> warnings) {
        Optional<Antiderivative> ruled = byRules(integrand, variable, deadline);
        if (ruled.isPresent()) {
            Antiderivative found = ruled.get();
            if (!found.conditions().isEmpty()) {
                warnings.add(new Warning(
                        "conditions",
                        "Assumed: %s.".formatted(String.join(", ", found.conditions())),
                        "/antiderivative"));
            }
            return new IndefiniteIntegral(found.expression(), found.steps(), "rules", verified(found.check()));
        }
        Optional<String> function = NonElementary.of(integrand, variable, deadline);
        if (function.isPresent()) {
            warnings.add(new Warning(
                    "not-elementary",
                    "No antiderivative of %s is made of elementary functions; one is %s."
                            .formatted(Expressions.text(integrand), function.get()),
                    "/antiderivative"));
            return NONE;
        }
        if (askAlgebra) {
            Optional<Expression> candidate = ComputerAlgebra.integrate(integrand, variable, deadline);
            if (candidate.isPresent()) {
                AntiderivativeCheck check = AntiderivativeCheck.of(candidate.get(), integrand, variable, deadline);
                if (check.agrees()) {
                    return new IndefiniteIntegral(candidate.get(), List.of(), "computer-algebra", verified(check));
                }
                warnings.add(new Warning(
                        "withheld",
                        "Computer algebra's antiderivative did not pass the check by differentiation and is withheld.",
                        "/antiderivative"));
                return NONE;
            }
        }
        if (wanted) {
            warnings.add(new Warning(
                    "no-antiderivative",
                    "No antiderivative was found in the functions of the language, which does not prove that there is none.",
                    "/antiderivative"));
        }
        return NONE;
    }

    private static Optional<Antiderivative> byRules(Expression integrand, String variable, Deadline deadline) {
        try {
            return Optional.ofNullable(Integrator.antiderivative(integrand, variable, deadline));
        } catch (LimitExceededException e) {
            return Optional.empty(); // too large for the rules, which does not keep the value from being found
        }
    }

    private static IntegralDiagnostics.Verified verified(AntiderivativeCheck check) {
        return new IntegralDiagnostics.Verified(check.points(), check.largestDifference());
    }
}
