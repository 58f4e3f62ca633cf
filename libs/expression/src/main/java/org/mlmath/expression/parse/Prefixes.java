package org.mlmath.expression.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.parse.Token.Kind;

/** Functions without parentheses: {@code sin x}, {@code sin^2 x}, {@code log_2 x}. */
final class Prefixes {
    private static final Map<Function, Function> INVERSES = Map.ofEntries(
            Map.entry(Function.SIN, Function.ASIN),
            Map.entry(Function.COS, Function.ACOS),
            Map.entry(Function.TAN, Function.ATAN),
            Map.entry(Function.COT, Function.ACOT),
            Map.entry(Function.SEC, Function.ASEC),
            Map.entry(Function.CSC, Function.ACSC),
            Map.entry(Function.SINH, Function.ASINH),
            Map.entry(Function.COSH, Function.ACOSH),
            Map.entry(Function.TANH, Function.ATANH),
            Map.entry(Function.COTH, Function.ACOTH),
            Map.entry(Function.SECH, Function.ASECH),
            Map.entry(Function.CSCH, Function.ACSCH));

    private final Reading in;
    private final Operators operators;
    private final Operands operands;

    Prefixes(Reading in, Operators operators, Operands operands) {
        this.in = in;
        this.operators = operators;
        this.operands = operands;
    }

    Expression logarithmToBase(Token token) {
        String base = token.text().substring(4);
        boolean number = base.chars().allMatch(Character::isDigit);
        if (!number && (Character.isDigit(base.charAt(0)) || Vocabulary.taken(base))) {
            throw new ExpressionSyntaxException(
                    "\"%s\" is no base of a logarithm; write log(x, base).".formatted(base),
                    token.range(),
                    "log(x, base)");
        }
        if (!in.startsArgument()) {
            throw in.needsArgument(token);
        }
        if (base.equals("2") || base.equals("10")) {
            Function function = base.equals("2") ? Function.LOG2 : Function.LOG10;
            return applied(token, argument -> Call.of(function, argument));
        }
        Token part = new Token(Kind.NAME, base, token.end() - base.length(), token.end(), false);
        Expression node = number
                ? in.at(part.start(), new Number(new BigDecimal(base)))
                : Vocabulary.constant(base) != null ? Vocabulary.constant(base) : operands.variable(part);
        return applied(token, argument -> Call.of(Function.LOG, argument, node));
    }

    /** A function that is not followed by its argument list: {@code sin x}, {@code sin^2 x}, {@code sin^-1(x)}. */
    Expression prefixed(Token token) {
        Function function =
                switch (token.text()) {
                    case "lg" -> Function.LOG10;
                    case "log" -> Function.LN;
                    default -> Function.named(token.text());
                };
        Expression exponent = null;
        if (in.accept("^")) {
            in.enter();
            int start = in.peek().start();
            boolean minus = in.accept("-");
            exponent = operands.primary();
            exponent = minus ? in.at(start, new Negate(exponent)) : exponent;
            in.leave();
        } else if (in.peek().kind() == Kind.SUPERSCRIPT) {
            exponent = operators.superscript();
        }
        if (!in.startsArgument()) {
            throw in.needsArgument(token);
        }
        if (token.text().equals("log")) {
            in.conventions.logarithm(token);
        }
        if (Expressions.number(-1).equals(exponent) && INVERSES.containsKey(function)) {
            Expression inverse = applied(token, argument -> Call.of(INVERSES.get(function), argument));
            in.conventions.inverse(
                    token.start(),
                    inverse,
                    function,
                    ((Call) inverse).arguments().getFirst());
            return inverse;
        }
        Expression raised = exponent;
        return raised == null
                ? applied(token, argument -> Call.of(function, argument))
                : applied(token, argument -> new Power(in.at(token.start(), Call.of(function, argument)), raised));
    }

    /**
     * The argument of a function written without a list: what stands together without an operator, up to the next function, so
     * that {@code sin 2x cos y} is sin(2x)·cos(y). With parentheses the argument is exactly what they hold.
     *
     * @return the function's value
     */
    private Expression applied(Token function, UnaryOperator<Expression> applied) {
        if (in.peek().is("(") || in.peek().is("{")) {
            return in.at(function.start(), applied.apply(operands.parenthesised()));
        }
        int start = in.peek().start();
        in.enter();
        if (in.accept("-")) {
            Expression negated = applied(function, argument -> applied.apply(in.at(start, new Negate(argument))));
            in.leave();
            return negated;
        }
        List<Expression> factors = new ArrayList<>(List.of(operators.power()));
        while (in.startsFactor() && !in.startsFunction()) {
            factors.add(operators.power());
        }
        in.leave();
        Expression value = in.at(function.start(), applied.apply(operators.product(start, factors)));
        in.conventions.call(function.start(), factors, applied);
        return value;
    }
}
