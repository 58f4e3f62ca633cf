package org.mlmath.expression;

import java.math.BigDecimal;
import java.util.List;

/**
 * A formula as an immutable tree, equal when its structure is equal. What can be done with one stands outside: reading in
 * {@code parse}, text and LaTeX in {@code print}, derivatives in {@code differentiate}, values in {@code graph} and
 * {@code compile}; {@link Expressions} is the way in.
 *
 * <p>A tree says what was typed and no more: {@code a - b} is the sum of a and the negation of b, {@code a/b} a quotient, and
 * nothing is reordered or cancelled. Truth values are the numbers 1 and 0.
 */
public sealed interface Expression {

    /** @return the free variables, in alphabetical order; the index of a {@link Series} is bound and not among them */
    default List<String> variables() {
        return FreeVariables.of(this);
    }

    /**
     * A literal, exact.
     *
     * @param value at least 0 (a negative number is a {@link Negate}), without trailing zeros
     */
    record Number(BigDecimal value) implements Expression {
        public Number {
            if (value.signum() < 0) {
                throw new IllegalArgumentException("a literal is not negative: " + value);
            }
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        /** @return the nearest double, infinite above the largest one */
        public double nearest() {
            return value.doubleValue();
        }
    }

    /** The numbers that have a name. */
    enum Constant implements Expression {
        PI("pi", "\\pi", Math.PI),
        E("e", "e", Math.E),
        INFINITY("inf", "\\infty", Double.POSITIVE_INFINITY);

        private final String text;
        private final String latex;
        private final double value;

        Constant(String text, String latex, double value) {
            this.text = text;
            this.latex = latex;
            this.value = value;
        }

        public String text() {
            return text;
        }

        public String latex() {
            return latex;
        }

        public double value() {
            return value;
        }
    }

    /** @param name as in {@code x}, {@code x_1}, {@code alpha}; Greek letters are spelled out */
    record Variable(String name) implements Expression {}

    record Negate(Expression operand) implements Expression {}

    /** @param terms two or more, added from left to right */
    record Sum(List<Expression> terms) implements Expression {
        public Sum {
            terms = atLeast(2, terms);
        }
    }

    /** @param factors two or more, multiplied from left to right */
    record Product(List<Expression> factors) implements Expression {
        public Product {
            factors = atLeast(2, factors);
        }
    }

    record Quotient(Expression numerator, Expression denominator) implements Expression {}

    record Power(Expression base, Expression exponent) implements Expression {}

    /** @param arguments as many as the function takes */
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
            if (!function.accepts(arguments.size())) {
                throw new IllegalArgumentException(function + " of " + arguments.size() + " arguments");
            }
        }

        public static Call of(Function function, Expression... arguments) {
            return new Call(function, List.of(arguments));
        }
    }

    /** 1 where the relation holds, 0 where it does not. */
    record Comparison(Expression left, Relation relation, Expression right) implements Expression {}

    /**
     * The value of the first branch whose condition holds.
     *
     * @param branches one or more
     * @param otherwise the value where no condition holds; null: undefined there
     */
    record Piecewise(List<Branch> branches, Expression otherwise) implements Expression {
        public Piecewise {
            branches = List.copyOf(branches);
            if (branches.isEmpty()) {
                throw new IllegalArgumentException("no branch");
            }
        }
    }

    record Branch(Expression condition, Expression value) {}

    /**
     * A sum or product over the integers of a range; an empty range gives 0 and 1.
     *
     * @param index the bound variable
     * @param from the first integer, free of the index
     * @param to the last integer, free of the index
     */
    record Series(Kind kind, String index, Expression from, Expression to, Expression body) implements Expression {
        public enum Kind {
            SUM("sum", "\\sum"),
            PRODUCT("prod", "\\prod");

            private final String text;
            private final String latex;

            Kind(String text, String latex) {
                this.text = text;
                this.latex = latex;
            }

            public String text() {
                return text;
            }

            public String latex() {
                return latex;
            }
        }
    }

    private static List<Expression> atLeast(int least, List<Expression> operands) {
        if (operands.size() < least) {
            throw new IllegalArgumentException(operands.size() + " operands");
        }
        return List.copyOf(operands);
    }
}
