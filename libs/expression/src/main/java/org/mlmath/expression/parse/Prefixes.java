package org.mlmath.expression.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        if (!number && Character.isDigit(base.charAt(0))) {
            throw new ExpressionSyntaxException(
                    "\"%s\" is no base of a logarithm; write log(x, base).".formatted(base),
                    token.range(),
                    "log(x, base)");
        }
        if (!in.startsArgument()) {
            throw in.needsArgument(token);
        }
        Expression argument = argumentWithoutList(token);
        if (base.equals("2") || base.equals("10")) {
            return in.at(token.start(), Call.of(base.equals("2") ? Function.LOG2 : Function.LOG10, argument));
        }
        Token part = new Token(Kind.NAME, base, token.end() - base.length(), token.end(), false);
        Expression node = number
                ? in.at(part.start(), new Number(new BigDecimal(base)))
                : Vocabulary.constant(base) != null ? Vocabulary.constant(base) : operands.variable(part);
        return in.at(token.start(), Call.of(Function.LOG, argument, node));
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
        if (Expressions.number(-1).equals(exponent) && INVERSES.containsKey(function)) {
            return in.at(token.start(), Call.of(INVERSES.get(function), argumentWithoutList(token)));
        }
        Expression call = in.at(token.start(), Call.of(function, argumentWithoutList(token)));
        return exponent == null ? call : in.at(token.start(), new Power(call, exponent));
    }

    /**
     * The argument of a function written without a list: what stands together without an operator, up to the next function, so
     * that {@code sin 2x cos y} is sin(2x)·cos(y). With parentheses the argument is exactly what they hold.
     */
    private Expression argumentWithoutList(Token function) {
        if (in.peek().is("(") || in.peek().is("{")) {
            return operands.parenthesised();
        }
        in.enter();
        int start = in.peek().start();
        if (in.accept("-")) {
            Expression argument = in.at(start, new Negate(argumentWithoutList(function)));
            in.leave();
            return argument;
        }
        List<Expression> factors = new ArrayList<>(List.of(operators.power()));
        while (in.startsFactor() && !in.startsFunction()) {
            factors.add(operators.power());
        }
        in.leave();
        if (in.peek().is("/") || in.peek().is("*")) {
            int end = Math.min(in.text.length(), in.peek().end() + 1);
            in.ambiguities.add(new Ambiguity(
                    in.text.substring(function.start(), end),
                    new Range(function.start(), end),
                    function.text() + "("
                            + in.text.substring(start, in.previous().end()) + ") "
                            + in.peek().text() + " …",
                    List.of(function.text() + "("
                            + in.text.substring(start, in.previous().end()) + " "
                            + in.peek().text() + " …)")));
        }
        return operators.product(start, factors);
    }
}
