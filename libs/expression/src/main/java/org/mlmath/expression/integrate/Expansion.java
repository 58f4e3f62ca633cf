package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.integrate.Factors.Factor;

/** A product with a sum among its factors is multiplied out. */
final class Expansion implements Method {
    private static final int TERMS = 40;

    @Override
    public Expression apply(Attempt attempt) {
        Formulas f = attempt.formulas();
        for (Factor factor : attempt.factors().powers()) {
            Integer power = factor.integer();
            if (factor.base() instanceof Sum(List<Expression> terms)
                    && power != null
                    && power > 0
                    && attempt.factors().powers().size() + power > 2
                    && Math.pow(terms.size(), power) <= TERMS) {
                Expression rest = attempt.factors().without(f, factor);
                List<Expression> products = List.of(rest);
                for (int i = 0; i < power; i++) {
                    List<Expression> next = new ArrayList<>();
                    for (Expression product : products) {
                        for (Expression term : terms) {
                            next.add(f.multiply(product, term));
                        }
                    }
                    products = next;
                }
                Expression form = f.add(products);
                return form instanceof Sum ? attempt.rewritten(IntegrationRule.EXPANSION, form) : null;
            }
        }
        return null;
    }
}
