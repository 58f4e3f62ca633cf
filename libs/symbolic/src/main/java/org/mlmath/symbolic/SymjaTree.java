package org.mlmath.symbolic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.ISymbol;
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
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;

/**
 * From our trees to Symja's. Numbers become exact rationals, functions that Symja does not know are written by those it does.
 * Variables become symbols of one request's own, so that no name of a caller's ever means anything to Symja.
 */
final class SymjaTree {
    private final Map<String, ISymbol> symbols = new HashMap<>();
    private final Map<ISymbol, String> names = new HashMap<>();

    /** @return the symbol that stands for a variable */
    ISymbol symbol(String variable) {
        return symbols.computeIfAbsent(variable, name -> {
            ISymbol symbol = F.Dummy("v" + name);
            names.put(symbol, name);
            return symbol;
        });
    }

    /** @return the variable that a symbol stands for, or null */
    String variable(IExpr symbol) {
        return names.get(symbol);
    }

    /** @throws NotConvertible for what has no counterpart */
    IExpr of(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> rational(value);
            case Constant constant ->
                switch (constant) {
                    case PI -> S.Pi;
                    case E -> S.E;
                    case INFINITY -> F.CInfinity;
                };
            case Variable(String name) -> symbol(name);
            case Negate(Expression operand) -> F.Times(F.CN1, of(operand));
            case Sum(List<Expression> terms) -> all(S.Plus, terms);
            case Product(List<Expression> factors) -> all(S.Times, factors);
            case Quotient(Expression numerator, Expression denominator) ->
                F.Times(of(numerator), F.Power(of(denominator), F.CN1));
            case Power(Expression base, Expression exponent) -> F.Power(of(base), of(exponent));
            case Call(Function function, List<Expression> arguments) -> call(function, arguments);
            case Comparison(Expression left, Relation relation, Expression right) ->
                F.binaryAST2(head(relation), of(left), of(right));
            case Piecewise(List<Branch> branches, Expression otherwise) -> piecewise(branches, otherwise);
            case Series(Series.Kind kind, String index, Expression from, Expression to, Expression body) ->
                series(kind, index, from, to, body);
        };
    }

    private static IExpr rational(BigDecimal value) {
        return value.scale() <= 0
                ? F.ZZ(value.toBigIntegerExact())
                : F.Times(F.ZZ(value.unscaledValue()), F.Power(F.ZZ(BigInteger.TEN.pow(value.scale())), F.CN1));
    }

    private IASTAppendable all(IBuiltInSymbol head, List<Expression> operands) {
        IASTAppendable tree = F.ast(head, operands.size());
        operands.forEach(operand -> tree.append(of(operand)));
        return tree;
    }

    private static IBuiltInSymbol head(Relation relation) {
        return switch (relation) {
            case LESS -> S.Less;
            case LESS_OR_EQUAL -> S.LessEqual;
            case GREATER -> S.Greater;
            case GREATER_OR_EQUAL -> S.GreaterEqual;
            case EQUAL -> S.Equal;
            case NOT_EQUAL -> S.Unequal;
        };
    }

    /** Conditions are truth values there and numbers here, so only those written as conditions pass. */
    private IExpr condition(Expression expression) {
        return switch (expression) {
            case Comparison comparison -> of(comparison);
            case Call(Function function, List<Expression> arguments)
            when function == Function.AND || function == Function.OR || function == Function.NOT -> {
                IASTAppendable tree = F.ast(
                        function == Function.AND ? S.And : function == Function.OR ? S.Or : S.Not, arguments.size());
                arguments.forEach(argument -> tree.append(condition(argument)));
                yield tree;
            }
            default -> throw new NotConvertible("a number as a condition");
        };
    }

    private IExpr piecewise(List<Branch> branches, Expression otherwise) {
        if (otherwise == null) {
            throw new NotConvertible("a piecewise function that is undefined somewhere");
        }
        IASTAppendable cases = F.ListAlloc(branches.size());
        branches.forEach(branch -> cases.append(F.List(of(branch.value()), condition(branch.condition()))));
        return F.binaryAST2(S.Piecewise, cases, of(otherwise));
    }

    private IExpr series(Series.Kind kind, String index, Expression from, Expression to, Expression body) {
        ISymbol outer = symbols.remove(index); // within the body the name means the index
        try {
            IExpr range = F.List(symbol(index), of(from), of(to));
            return F.binaryAST2(kind == Series.Kind.SUM ? S.Sum : S.Product, of(body), range);
        } finally {
            symbols.remove(index);
            if (outer != null) {
                symbols.put(index, outer);
            }
        }
    }

    private IExpr call(Function function, List<Expression> arguments) {
        if (arguments.size() == 1) {
            return unary(function, of(arguments.getFirst()));
        }
        return switch (function) {
            case MIN -> all(S.Min, arguments);
            case MAX -> all(S.Max, arguments);
            case GCD -> all(S.GCD, arguments);
            case LCM -> all(S.LCM, arguments);
            case AND, OR -> throw new NotConvertible("a condition as a number");
            case HYPOT -> {
                IASTAppendable squares = F.PlusAlloc(arguments.size());
                arguments.forEach(argument -> squares.append(F.Sqr(of(argument))));
                yield F.Sqrt(squares);
            }
            case LOGSUMEXP -> {
                IASTAppendable powers = F.PlusAlloc(arguments.size());
                arguments.forEach(argument -> powers.append(F.Exp(of(argument))));
                yield F.Log(powers);
            }
            default -> binary(function, of(arguments.get(0)), of(arguments.get(1)));
        };
    }

    private static IExpr binary(Function function, IExpr a, IExpr b) {
        return switch (function) {
            case LOG -> F.Divide(F.Log(a), F.Log(b));
            case ROOT -> root(a, b);
            case ATAN2 -> F.binaryAST2(S.ArcTan, b, a);
            case MOD -> F.binaryAST2(S.Mod, a, b);
            case BINOMIAL -> F.Binomial(a, b);
            case BETA -> F.binaryAST2(S.Beta, a, b);
            case POLYGAMMA -> F.binaryAST2(S.PolyGamma, a, b);
            case LEAKYRELU -> cases(F.Times(b, a), F.Less(a, F.C0), a);
            case ELU -> cases(F.Times(b, F.Plus(F.CN1, F.Exp(a))), F.Less(a, F.C0), a);
            default -> throw new NotConvertible(function.text());
        };
    }

    private static IExpr root(IExpr a, IExpr n) {
        boolean odd = n instanceof IInteger order && order.isOdd() && order.isPositive();
        return odd ? F.Surd(a, n) : F.Power(a, F.Power(n, F.CN1));
    }

    private static IExpr cases(IExpr value, IExpr condition, IExpr otherwise) {
        return F.binaryAST2(S.Piecewise, F.List(F.List(value, condition)), otherwise);
    }

    private static IExpr unary(Function function, IExpr x) {
        return switch (function) {
            case EXP -> F.Exp(x);
            case EXPM1 -> F.Plus(F.CN1, F.Exp(x));
            case LN -> F.Log(x);
            case LOG1P -> F.Log(F.Plus(F.C1, x));
            case LOG10 -> F.Divide(F.Log(x), F.Log(F.ZZ(10)));
            case LOG2 -> F.Divide(F.Log(x), F.Log(F.C2));
            case SQRT -> F.Sqrt(x);
            case CBRT -> F.Surd(x, F.C3);
            case STEP -> F.unaryAST1(S.UnitStep, x);
            case SIGMOID -> F.Power(F.Plus(F.C1, F.Exp(F.Negate(x))), F.CN1);
            case SOFTPLUS -> F.Log(F.Plus(F.C1, F.Exp(x)));
            case RELU -> cases(F.C0, F.Less(x, F.C0), x);
            case LEAKYRELU -> cases(F.Times(F.QQ(1, 100), x), F.Less(x, F.C0), x);
            case ELU -> cases(F.Plus(F.CN1, F.Exp(x)), F.Less(x, F.C0), x);
            case SILU -> F.Times(x, F.Power(F.Plus(F.C1, F.Exp(F.Negate(x))), F.CN1));
            case GELU -> F.Times(x, normalProbability(x));
            case NORMALCDF -> normalProbability(x);
            case NORMALPDF -> F.Divide(F.Exp(F.Times(F.CN1D2, F.Sqr(x))), F.Sqrt(F.Times(F.C2, S.Pi)));
            case SOFTSIGN -> F.Divide(x, F.Plus(F.C1, F.Abs(x)));
            case LOGIT -> F.Log(F.Divide(x, F.Plus(F.C1, F.Negate(x))));
            case DIGAMMA -> F.binaryAST2(S.PolyGamma, F.C0, x);
            default -> {
                IBuiltInSymbol head = SharedFunctions.head(function);
                if (head == null) {
                    throw new NotConvertible(function.text());
                }
                yield F.unaryAST1(head, x);
            }
        };
    }

    private static IAST normalProbability(IExpr x) {
        return F.Times(F.C1D2, F.Plus(F.C1, F.Erf(F.Divide(x, F.CSqrt2))));
    }
}
