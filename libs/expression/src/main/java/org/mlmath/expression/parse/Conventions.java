package org.mlmath.expression.parse;

import static org.mlmath.expression.Expressions.number;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;

/**
 * Notes where a convention decided how a text is read, and how else it could be: as texts that could stand in its place, every
 * operator written.
 */
final class Conventions {
    /** More than anybody would be asked about. */
    private static final int NOTED = 50;

    /** Characters of a place that is still worth asking about. */
    private static final int LENGTH = 120;

    private final Reading in;
    private final List<Ambiguity> noted;

    /** A function without parentheses, whose argument ends where the reading stands. */
    private OpenCall openCall;

    /**
     * @param position of the token after the argument
     * @param applied the function, with its exponent, to another argument
     */
    record OpenCall(int position, int start, Expression argument, UnaryOperator<Expression> applied) {}

    Conventions(Reading in, List<Ambiguity> noted) {
        this.in = in;
        this.noted = noted;
    }

    /** {@code 1/2x}: what is written together behind a quotient could belong to the denominator. */
    void divided(int start, Expression quotient, List<Expression> together) {
        if (together.isEmpty() || !(quotient instanceof Quotient(Expression numerator, Expression denominator))) {
            return;
        }
        List<Expression> factors = new ArrayList<>(List.of(denominator));
        factors.addAll(together);
        note(start, productOf(quotient, together), new Quotient(numerator, new Product(factors)));
    }

    private static Expression productOf(Expression first, List<Expression> rest) {
        List<Expression> factors = new ArrayList<>(List.of(first));
        factors.addAll(rest);
        return new Product(factors);
    }

    /**
     * Two factors with no operator between them: {@code x(x+1)} could be a function's value, {@code e^2x} a longer exponent,
     * {@code sin x cos y} a longer argument.
     *
     * @param open what was {@link #open} before the second factor
     * @param position of the token that begins the second factor, which has just been read
     */
    void together(Expression left, Expression right, int position, OpenCall open) {
        Token begin = in.token(position);
        Range range = in.ranges.get(left);
        if (begin.is("(")
                && !begin.spaced()
                && left instanceof Variable(String name)
                && worthAsking(new Range(range.start(), in.previous().end()))) {
            note(
                    new Range(range.start(), in.previous().end()),
                    text(new Product(List.of(left, right))),
                    List.of("the function " + name + " at " + text(right)));
        } else if (!begin.spaced()
                && !begin.is("(")
                && left instanceof Power(Expression base, Number exponent)
                && in.token(position - 1).kind() == Token.Kind.NUMBER) {
            note(
                    range.start(),
                    new Product(List.of(left, right)),
                    new Power(base, new Product(List.of(exponent, right))));
        }
        reaches(open, right, false);
    }

    /** @return the function without parentheses whose argument ends before that token, or null */
    OpenCall open(int position) {
        return openCall != null && openCall.position() == position ? openCall : null;
    }

    /**
     * {@code sin x/2}: the argument of a function without parentheses could go on.
     *
     * @param call what was {@link #open} before, or null
     * @param right what comes next, which has just been read
     */
    void reaches(OpenCall call, Expression right, boolean divided) {
        if (call == null) {
            return;
        }
        Expression value = call.applied().apply(call.argument());
        note(
                call.start(),
                joined(value, right, divided),
                call.applied().apply(joined(call.argument(), right, divided)));
    }

    private static Expression joined(Expression left, Expression right, boolean divided) {
        return divided ? new Quotient(left, right) : new Product(List.of(left, right));
    }

    /**
     * A function without parentheses has been read.
     *
     * @param factors of its argument
     */
    void call(int start, List<Expression> factors, UnaryOperator<Expression> applied) {
        Expression argument = factors.size() == 1 ? factors.getFirst() : new Product(factors);
        openCall = new OpenCall(in.position(), start, argument, applied);
        int usual = factors.getFirst() instanceof Number ? 2 : 1;
        if (factors.size() > usual) { // sin 2x reaches as far as it looks, sin x y might not
            List<Expression> fewer = factors.subList(0, factors.size() - 1);
            Expression shorter = applied.apply(fewer.size() == 1 ? fewer.getFirst() : new Product(fewer));
            note(start, applied.apply(argument), new Product(List.of(shorter, factors.getLast())));
        }
    }

    /** {@code 2^3^2}: from the right, as in mathematics, not from the left, as in spreadsheets. */
    void tower(int start, Expression base, Expression exponent, int exponentStart) {
        if (worthAsking(new Range(start, in.previous().end()))
                && exponent instanceof Power(Expression middle, Expression top)
                && in.ranges.get(exponent).start() == exponentStart) {
            note(
                    new Range(start, in.previous().end()),
                    text(base, true) + "^(" + text(exponent) + ")",
                    List.of(text(new Power(new Power(base, middle), top))));
        }
    }

    /** {@code -x^2}: the power first, as in mathematics, not the sign, as in spreadsheets. */
    void negated(int sign, int start, Expression operand) {
        Expression leading = operand;
        while (leading instanceof Product || leading instanceof Quotient) {
            leading = Expressions.children(leading).getFirst();
        }
        if (leading instanceof Power(Expression base, Number exponent)
                && even(exponent)
                && in.ranges.get(leading).start() == start
                && worthAsking(new Range(sign, in.ranges.get(leading).end()))) {
            note(
                    new Range(sign, in.ranges.get(leading).end()),
                    "-(" + text(leading) + ")",
                    List.of(text(new Power(new Negate(base), exponent))));
        }
    }

    private static boolean even(Number exponent) {
        return exponent.value().scale() <= 0
                && exponent.value().signum() > 0
                && !exponent.value().toBigInteger().and(BigInteger.ONE).equals(BigInteger.ONE);
    }

    /** {@code sin^-1 x}: the inverse function, not the reciprocal. */
    void inverse(int start, Expression reading, Function function, Expression argument) {
        note(start, reading, new Quotient(number(1), Expression.Call.of(function, argument)));
    }

    /** {@code log}: the natural logarithm; a library's own name says so. */
    void logarithm(Token name) {
        boolean library = name.start() > 0 && in.text.charAt(name.start() - 1) == '.';
        if (!library) {
            note(name.range(), "ln", List.of("log10", "log2"));
        }
    }

    /** {@code xy}: one name, not a product. */
    void name(Token token) {
        note(token.range(), token.text(), List.of(String.join("*", token.text().split(""))));
    }

    private void note(int start, Expression reading, Expression... alternatives) {
        Range range = new Range(start, in.previous().end());
        if (worthAsking(range)) {
            note(
                    range,
                    text(reading),
                    Arrays.stream(alternatives).map(Conventions::text).toList());
        }
    }

    private void note(Range range, String reading, List<String> alternatives) {
        if (worthAsking(range)) {
            noted.add(new Ambiguity(in.text.substring(range.start(), range.end()), range, reading, alternatives));
        }
    }

    private boolean worthAsking(Range range) {
        return noted.size() < NOTED && range.end() - range.start() <= LENGTH;
    }

    private static String text(Expression expression) {
        return Expressions.text(expression);
    }

    private static String text(Expression expression, boolean grouped) {
        boolean atom = expression instanceof Number
                || expression instanceof Variable
                || expression instanceof Expression.Constant;
        return grouped && !atom ? "(" + text(expression) + ")" : text(expression);
    }
}
