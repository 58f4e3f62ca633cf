package org.mlmath.expression.integrate;

import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;

/** A product of polynomials is multiplied out and integrated term by term. */
final class PolynomialExpansion implements Method {
    /** Above it multiplying out is no longer what anybody wants to read. */
    private static final int DEGREE = 16;

    @Override
    public Expression apply(Attempt attempt) {
        if (attempt.integrand() instanceof Sum) {
            return null;
        }
        Polynomial polynomial = Polynomial.of(attempt.formulas(), attempt.integrand(), attempt.variable(), DEGREE);
        return polynomial == null
                ? null
                : attempt.rewritten(
                        IntegrationRule.EXPANSION, polynomial.in(attempt.formulas(), new Variable(attempt.variable())));
    }
}
