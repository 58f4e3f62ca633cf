package org.mlmath.expression.asymptotic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.differentiate.Substitution;

/**
 * A function near infinity: a sum of products, each with a number in front. 0 has no terms.
 *
 * @param terms the number before each product, not 0
 */
record Germ(Map<Monomial, Expression> terms) {
    static final Germ ZERO = new Germ(Map.of());

    private static final Expression X = new Variable("x");

    /**
     * A product of powers.
     *
     * @param exponents numbers, not 0
     */
    record Monomial(Map<Base, Expression> exponents) {
        static final Monomial ONE = new Monomial(Map.of());

        static Monomial of(Base base) {
            return new Monomial(Map.of(base, Constants.ONE));
        }

        Expression expression() {
            if (exponents.isEmpty()) {
                return Constants.ONE;
            }
            List<Expression> factors = exponents.entrySet().stream()
                    .map(factor -> factor.getValue().equals(Constants.ONE)
                            ? factor.getKey().expression()
                            : new Power(factor.getKey().expression(), factor.getValue()))
                    .toList();
            return factors.size() == 1 ? factors.getFirst() : new Product(factors);
        }
    }

    /** What is raised to powers. */
    sealed interface Base {
        Expression expression();
    }

    /** The variable. */
    enum Identity implements Base {
        X;

        @Override
        public Expression expression() {
            return Germ.X;
        }
    }

    /** e to a germ without a constant term. */
    record Exp(Germ exponent) implements Base {
        @Override
        public Expression expression() {
            return new Power(Constant.E, exponent.expression());
        }
    }

    /** The logarithm of x or of a sum. */
    record Ln(Germ argument) implements Base {
        @Override
        public Expression expression() {
            return Call.of(Function.LN, argument.expression());
        }
    }

    /** A sum, to a power that does not multiply out. */
    record Group(Germ sum) implements Base {
        @Override
        public Expression expression() {
            return sum.expression();
        }
    }

    /**
     * Another function.
     *
     * @param function an expression in {@link #ARGUMENT}, analytic where the argument goes, or with an expansion at infinity
     */
    record Applied(Expression function, Germ argument) implements Base {
        /** The variable of functions. */
        static final String ARGUMENT = "v";

        @Override
        public Expression expression() {
            return Substitution.of(function, ARGUMENT, argument.expression());
        }
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    /** @return the number that it is, null for what depends on x */
    Expression constant() {
        if (terms.isEmpty()) {
            return Constants.ZERO;
        }
        return terms.size() == 1 ? terms.get(Monomial.ONE) : null;
    }

    /** @return the constant term */
    Expression constantTerm() {
        return terms.getOrDefault(Monomial.ONE, Constants.ZERO);
    }

    Germ withoutConstantTerm() {
        Map<Monomial, Expression> rest = new LinkedHashMap<>(terms);
        rest.remove(Monomial.ONE);
        return new Germ(rest);
    }

    /** @return the same in x, to be evaluated */
    Expression expression() {
        if (terms.isEmpty()) {
            return Constants.ZERO;
        }
        List<Expression> parts = terms.entrySet().stream()
                .map(term -> (Expression)
                        new Product(List.of(term.getValue(), term.getKey().expression())))
                .toList();
        return parts.size() == 1 ? parts.getFirst() : new Sum(parts);
    }

    /** @return how much there is of it */
    int size() {
        int size = 1;
        for (Monomial monomial : terms.keySet()) {
            for (Base base : monomial.exponents().keySet()) {
                size += switch (base) {
                    case Identity _ -> 1;
                    case Exp(Germ exponent) -> 1 + exponent.size();
                    case Ln(Germ argument) -> 1 + argument.size();
                    case Group(Germ sum) -> 1 + sum.size();
                    case Applied(Expression _, Germ argument) -> 2 + argument.size();
                };
            }
        }
        return size;
    }
}
