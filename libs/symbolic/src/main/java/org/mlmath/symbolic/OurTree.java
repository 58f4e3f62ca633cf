package org.mlmath.symbolic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.IRational;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;

/**
 * From Symja's trees to ours. What is no real number, an unevaluated call, or a function that the language does not have, makes
 * the whole not convertible. A {@code ConditionalExpression} is taken for its value: whether that is right where the caller
 * needs it, the caller's comparison by numbers says.
 */
final class OurTree {
    /** Above these a result is of no use to a reader, and its size a danger to what comes after. */
    private static final int NODES = 4_000;

    private static final int DEPTH = 150;

    /** Digits that the language reads. */
    private static final int BITS = 1_300;

    private final SymjaTree symbols;
    private int nodes;
    private int depth;

    OurTree(SymjaTree symbols) {
        this.symbols = symbols;
    }

    /** @throws NotConvertible for what is not in the language, or too large */
    Expression of(IExpr tree) {
        if (++nodes > NODES || ++depth > DEPTH) {
            throw new NotConvertible("a result that is too large");
        }
        Expression expression = converted(tree);
        depth--;
        return expression;
    }

    private Expression converted(IExpr tree) {
        if (tree instanceof IInteger || tree.isFraction()) {
            return rational((IRational) tree);
        }
        if (tree.isInfinity()) {
            return Constant.INFINITY;
        }
        if (tree.isNegativeInfinity()) {
            return new Negate(Constant.INFINITY);
        }
        if (tree instanceof IAST call) {
            return call(call);
        }
        String variable = symbols.variable(tree);
        return variable != null ? new Variable(variable) : named(tree);
    }

    private static Expression named(IExpr symbol) {
        if (symbol.equals(S.Pi)) {
            return Constant.PI;
        }
        if (symbol.equals(S.E)) {
            return Constant.E;
        }
        if (symbol.equals(S.Degree)) {
            return new Quotient(Constant.PI, Expressions.number(180));
        }
        if (symbol.equals(S.GoldenRatio)) {
            Expression root = Call.of(Function.SQRT, Expressions.number(5));
            return new Quotient(new Sum(List.of(Expressions.number(1), root)), Expressions.number(2));
        }
        if (symbol.equals(S.EulerGamma)) {
            return new Negate(Call.of(Function.DIGAMMA, Expressions.number(1)));
        }
        throw new NotConvertible(symbol.toString());
    }

    static Expression rational(IRational value) {
        BigInteger numerator = value.toBigNumerator();
        BigInteger denominator = value.toBigDenominator();
        if (numerator.bitLength() > BITS || denominator.bitLength() > BITS) {
            throw new NotConvertible("a number of too many digits");
        }
        Expression modulus = new Number(new BigDecimal(numerator.abs()));
        if (!denominator.equals(BigInteger.ONE)) {
            modulus = new Quotient(modulus, new Number(new BigDecimal(denominator)));
        }
        return numerator.signum() < 0 ? new Negate(modulus) : modulus;
    }

    private Expression call(IAST call) {
        IExpr head = call.head();
        int count = call.argSize();
        if (head.equals(S.Plus) && count >= 2) {
            return new Sum(all(call));
        }
        if (head.equals(S.Times) && count >= 2) {
            return new Product(all(call));
        }
        if (head.equals(S.Piecewise)) {
            return piecewise(call);
        }
        if (count == 1) {
            return unary(head, call.arg1());
        }
        if (count == 2) {
            return binary(head, call.arg1(), call.arg2());
        }
        if ((head.equals(S.Min) || head.equals(S.Max)) && count > 2) {
            return new Call(head.equals(S.Min) ? Function.MIN : Function.MAX, all(call));
        }
        throw new NotConvertible(head.toString());
    }

    private List<Expression> all(IAST call) {
        List<Expression> arguments = new ArrayList<>();
        for (int i = 1; i <= call.argSize(); i++) {
            arguments.add(of(call.get(i)));
        }
        return arguments;
    }

    private Expression unary(IExpr head, IExpr argument) {
        Function function = SharedFunctions.function(head);
        if (function != null) {
            return Call.of(function, of(argument));
        }
        if (head.equals(S.Log)) {
            return Call.of(Function.LN, of(argument));
        }
        if (head.equals(S.HarmonicNumber)) {
            Expression next = new Sum(List.of(of(argument), Expressions.number(1)));
            return new Sum(List.of(
                    Call.of(Function.DIGAMMA, next), new Negate(Call.of(Function.DIGAMMA, Expressions.number(1)))));
        }
        if (head.equals(S.Zeta) && argument instanceof IInteger order) {
            return zeta(order);
        }
        throw new NotConvertible(head.toString());
    }

    /** ζ(n) = (−1)ⁿ ψ⁽ⁿ⁻¹⁾(1)/(n − 1)! */
    private static Expression zeta(IInteger order) {
        int n = order.toIntDefault();
        if (n < 2 || n > 20) {
            throw new NotConvertible("the zeta function");
        }
        long factorial = 1;
        for (int i = 2; i < n; i++) {
            factorial *= i;
        }
        Expression value = new Quotient(
                Call.of(Function.POLYGAMMA, Expressions.number(n - 1), Expressions.number(1)),
                Expressions.number(factorial));
        return n % 2 == 0 ? value : new Negate(value);
    }

    private Expression binary(IExpr head, IExpr a, IExpr b) {
        if (head.equals(S.Power)) {
            return power(a, b);
        }
        if (head.equals(S.Surd) && b instanceof IInteger order) {
            return order.toIntDefault() == 3 ? Call.of(Function.CBRT, of(a)) : Call.of(Function.ROOT, of(a), of(b));
        }
        if (head.equals(S.ConditionalExpression)) {
            return of(a);
        }
        Function function = null;
        boolean swapped = false;
        if (head.equals(S.ArcTan)) {
            function = Function.ATAN2;
            swapped = true;
        } else if (head.equals(S.Log)) {
            function = Function.LOG;
            swapped = true;
        } else if (head.equals(S.PolyGamma)) {
            if (a.isZero()) {
                return Call.of(Function.DIGAMMA, of(b));
            }
            function = Function.POLYGAMMA;
        } else if (head.equals(S.Binomial)) {
            function = Function.BINOMIAL;
        } else if (head.equals(S.Beta)) {
            function = Function.BETA;
        } else if (head.equals(S.Mod)) {
            function = Function.MOD;
        } else if (head.equals(S.Min)) {
            function = Function.MIN;
        } else if (head.equals(S.Max)) {
            function = Function.MAX;
        }
        if (function == null) {
            throw new NotConvertible(head.toString());
        }
        return swapped ? Call.of(function, of(b), of(a)) : Call.of(function, of(a), of(b));
    }

    private Expression power(IExpr base, IExpr exponent) {
        if (exponent.isMinusOne()) {
            return new Quotient(Expressions.number(1), of(base));
        }
        if (exponent.isFraction() && ((IRational) exponent).equalsFraction(1, 2)) {
            return Call.of(Function.SQRT, of(base));
        }
        return new Power(of(base), of(exponent));
    }

    private Expression piecewise(IAST call) {
        if (!(call.arg1() instanceof IAST cases) || call.argSize() > 2) {
            throw new NotConvertible("Piecewise");
        }
        List<Branch> branches = new ArrayList<>();
        for (int i = 1; i <= cases.argSize(); i++) {
            if (!(cases.get(i) instanceof IAST pair) || pair.argSize() != 2) {
                throw new NotConvertible("Piecewise");
            }
            branches.add(new Branch(condition(pair.arg2()), of(pair.arg1())));
        }
        return new Piecewise(branches, call.argSize() == 2 ? of(call.arg2()) : Expressions.number(0));
    }

    private Expression condition(IExpr tree) {
        if (tree.isTrue()) {
            return Expressions.number(1);
        }
        if (tree.isFalse()) {
            return Expressions.number(0);
        }
        if (tree instanceof IAST call) {
            IExpr head = call.head();
            if (head.equals(S.And) || head.equals(S.Or)) {
                List<Expression> parts = new ArrayList<>();
                for (int i = 1; i <= call.argSize(); i++) {
                    parts.add(condition(call.get(i)));
                }
                return new Call(head.equals(S.And) ? Function.AND : Function.OR, parts);
            }
            Relation relation = relation(head);
            if (relation != null && call.argSize() == 2) {
                return new Comparison(of(call.arg1()), relation, of(call.arg2()));
            }
        }
        throw new NotConvertible("a condition");
    }

    private static Relation relation(IExpr head) {
        if (head.equals(S.Less)) {
            return Relation.LESS;
        }
        if (head.equals(S.LessEqual)) {
            return Relation.LESS_OR_EQUAL;
        }
        if (head.equals(S.Greater)) {
            return Relation.GREATER;
        }
        if (head.equals(S.GreaterEqual)) {
            return Relation.GREATER_OR_EQUAL;
        }
        if (head.equals(S.Equal)) {
            return Relation.EQUAL;
        }
        return head.equals(S.Unequal) ? Relation.NOT_EQUAL : null;
    }
}
