package org.mlmath.expression.taylor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.numerics.exact.Rational;

/** Taylor polynomials as trees: in powers of the distances from the point, as a book shows them, not multiplied out. */
public final class TaylorText {
    private TaylorText() {}

    /** @return 1 + (x − a) + (x − a)²/2 + … without the terms that are 0 */
    public static Expression polynomial(List<String> variables, double[] about, List<TaylorTerm> terms) {
        List<Expression> shown = new ArrayList<>();
        for (TaylorTerm term : terms) {
            if (term.value() != 0) {
                shown.add(term(variables, about, term));
            }
        }
        return switch (shown.size()) {
            case 0 -> Expressions.number(0);
            case 1 -> shown.getFirst();
            default -> new Sum(shown);
        };
    }

    private static Expression term(List<String> variables, double[] about, TaylorTerm term) {
        List<Expression> factors = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            int power = term.powers().get(i);
            if (power > 0) {
                Expression distance = distance(variables.get(i), about[i]);
                factors.add(power == 1 ? distance : new Power(distance, Expressions.number(power)));
            }
        }
        Rational exact = term.exact();
        BigDecimal above = exact == null
                ? new BigDecimal(Double.toString(Math.abs(term.value())))
                : new BigDecimal(exact.numerator().abs());
        if (factors.isEmpty() || above.compareTo(BigDecimal.ONE) != 0) {
            factors.addFirst(new Number(above));
        }
        Expression modulus = factors.size() == 1 ? factors.getFirst() : new Product(factors);
        if (exact != null && !exact.isInteger()) {
            modulus = new Quotient(modulus, new Number(new BigDecimal(exact.denominator())));
        }
        return term.value() < 0 ? new Negate(modulus) : modulus;
    }

    private static Expression distance(String variable, double about) {
        Expression name = new Variable(variable);
        if (about == 0) {
            return name;
        }
        Expression size = new Number(new BigDecimal(Double.toString(Math.abs(about))));
        return new Sum(List.of(name, about > 0 ? new Negate(size) : size));
    }
}
