package org.mlmath.calculus.series;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.numerics.Deadline;

/**
 * The signs of the terms, and a formula for their moduli that makes sense between the integers as well: (−2)ⁿ/n has the moduli
 * 2ⁿ/n.
 *
 * @param moduli equal to the modulus of the term at the first integers; null: none found
 */
record Signs(Pattern pattern, Expression moduli) {
    enum Pattern {
        POSITIVE,
        NEGATIVE,
        ALTERNATING,
        MIXED
    }

    private static final int LOOKED_AT = 24;

    static Signs of(Expression term, String index, Terms terms, BigInteger from, Deadline deadline) {
        // The first terms may be exceptions, as of (n − 3)/n³.
        BigInteger start = from.add(BigInteger.valueOf(40));
        int[] signs = new int[LOOKED_AT];
        for (int i = 0; i < LOOKED_AT; i++) {
            Integer sign = terms.at(start.add(BigInteger.valueOf(i))).sign();
            signs[i] = sign == null ? 0 : sign;
        }
        Pattern pattern = pattern(signs);
        Expression moduli = pattern == Pattern.NEGATIVE ? new Negate(term) : stripped(term, index);
        Terms positive = new Terms(moduli, index, deadline);
        boolean same = true;
        for (int i = 0; i < LOOKED_AT && same; i++) {
            BigInteger n = start.add(BigInteger.valueOf(i));
            BigDecimal own = terms.decimal(n);
            BigDecimal other = positive.decimal(n);
            same = own != null
                    && other != null
                    && own.abs().subtract(other).abs().compareTo(own.abs().multiply(new BigDecimal("1e-40"))) <= 0;
        }
        return new Signs(pattern, same ? moduli : null);
    }

    private static Pattern pattern(int[] signs) {
        boolean positive = true;
        boolean negative = true;
        boolean alternating = true;
        for (int i = 0; i < signs.length; i++) {
            positive &= signs[i] >= 0;
            negative &= signs[i] <= 0;
            alternating &= signs[i] != 0 && (i == 0 || signs[i] == -signs[i - 1]);
        }
        return positive
                ? Pattern.POSITIVE
                : negative ? Pattern.NEGATIVE : alternating ? Pattern.ALTERNATING : Pattern.MIXED;
    }

    /** (−c)ᵘ as cᵘ, cos(nπ) as 1, signs left out. */
    private static Expression stripped(Expression expression, String index) {
        return switch (expression) {
            case Negate(Expression operand) -> stripped(operand, index);
            case Product(List<Expression> factors) ->
                new Product(
                        factors.stream().map(factor -> stripped(factor, index)).toList());
            case Quotient(Expression numerator, Expression denominator) ->
                new Quotient(stripped(numerator, index), stripped(denominator, index));
            case Power(Negate(Expression base), Expression exponent)
            when exponent.variables().contains(index) -> new Power(base, exponent);
            case Power(Expression base, Expression exponent)
            when !exponent.variables().contains(index) -> new Power(stripped(base, index), exponent);
            case Call(Function function, List<Expression> arguments)
            when function == Function.COS && isMultipleOfPi(arguments.getFirst(), index) -> Expressions.number(1);
            default -> expression;
        };
    }

    private static boolean isMultipleOfPi(Expression argument, String index) {
        return argument instanceof Product(List<Expression> factors)
                && factors.size() == 2
                && factors.contains(Constant.PI)
                && factors.contains(new Expression.Variable(index));
    }
}
