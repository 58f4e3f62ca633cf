package org.mlmath.calculus.simplify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
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
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.Rational;

/**
 * Products and integer powers of sums multiplied out, on every level, like terms collected: a polynomial in everything that is
 * none itself (variables, roots, functions, denominators). By falling total degree in the variables, then alphabetically.
 */
final class Expansion {
    private static final int TERMS = 1_000;
    private static final int EXPONENT = TERMS;
    private static final int BITS = 4_000;

    private final Simplifier simplifier;
    private final Deadline deadline;
    /** What monomials are made of, by canonical text. */
    private final Map<String, Expression> atoms = new HashMap<>();

    private Expansion(Deadline deadline) {
        this.deadline = deadline;
        this.simplifier = new Simplifier(deadline);
    }

    /** @throws LimitExceededException where there would be more than a thousand terms */
    static Expression of(Expression expression, Deadline deadline) {
        return new Expansion(deadline).expanded(expression);
    }

    private Expression expanded(Expression expression) {
        return written(terms(expression));
    }

    private Expression written(Map<Map<String, Integer>, Rational> terms) {
        List<Map.Entry<Map<String, Integer>, Rational>> ordered = new ArrayList<>(terms.entrySet());
        Comparator<Map.Entry<Map<String, Integer>, Rational>> order =
                Comparator.comparingInt(entry -> -degree(entry.getKey()));
        ordered.sort(order.thenComparing(entry -> entry.getKey(), Expansion::alphabetically));
        List<Expression> written = new ArrayList<>();
        for (Map.Entry<Map<String, Integer>, Rational> entry : ordered) {
            if (entry.getValue().signum() != 0) {
                written.add(written(entry.getKey(), entry.getValue()));
            }
        }
        return simplifier.sum(written);
    }

    private Expression written(Map<String, Integer> monomial, Rational coefficient) {
        List<Expression> factors = new ArrayList<>();
        factors.add(PolynomialForm.number(coefficient));
        monomial.forEach(
                (name, exponent) -> factors.add(simplifier.power(atoms.get(name), Expressions.number(exponent))));
        return simplifier.product(factors);
    }

    private int degree(Map<String, Integer> monomial) {
        int degree = 0;
        for (Map.Entry<String, Integer> part : monomial.entrySet()) {
            degree += atoms.get(part.getKey()) instanceof Variable ? part.getValue() : 0;
        }
        return degree;
    }

    /** x³, x²y, xy², y³: of two of the same degree the one with more of the first name. */
    private static int alphabetically(Map<String, Integer> a, Map<String, Integer> b) {
        TreeMap<String, Integer> names = new TreeMap<>(a);
        b.forEach((name, exponent) -> names.merge(name, -exponent, Integer::sum));
        for (int difference : names.values()) {
            if (difference != 0) {
                return -difference;
            }
        }
        return 0;
    }

    private Map<Map<String, Integer>, Rational> terms(Expression expression) {
        deadline.check();
        return switch (expression) {
            case Number(BigDecimal value) -> single(Map.of(), Rational.of(value));
            case Negate(Expression operand) -> times(terms(operand), single(Map.of(), Rational.of(-1)));
            case Sum(List<Expression> parts) -> {
                Map<Map<String, Integer>, Rational> total = new LinkedHashMap<>();
                parts.forEach(part -> terms(part).forEach((monomial, c) -> total.merge(monomial, c, Rational::add)));
                yield bounded(total);
            }
            case Product(List<Expression> factors) -> {
                Map<Map<String, Integer>, Rational> total = single(Map.of(), Rational.ONE);
                for (Expression factor : factors) {
                    total = times(total, terms(factor));
                }
                yield total;
            }
            case Quotient(Expression numerator, Expression denominator) ->
                times(terms(numerator), reciprocal(denominator, 1));
            case Power(Expression base, Expression exponent) -> power(base, exponent);
            default -> atom(inside(expression), 1);
        };
    }

    private static Map<Map<String, Integer>, Rational> single(Map<String, Integer> monomial, Rational coefficient) {
        Map<Map<String, Integer>, Rational> terms = new LinkedHashMap<>();
        terms.put(monomial, coefficient);
        return terms;
    }

    private Map<Map<String, Integer>, Rational> atom(Expression atom, int exponent) {
        String name = Expressions.text(atom);
        atoms.putIfAbsent(name, atom);
        return single(new TreeMap<>(Map.of(name, exponent)), Rational.ONE);
    }

    private Map<Map<String, Integer>, Rational> power(Expression base, Expression exponent) {
        Expression reduced = simplifier.simplify(exponent);
        boolean negative = reduced instanceof Negate;
        Expression modulus = negative ? ((Negate) reduced).operand() : reduced;
        if (modulus instanceof Number(BigDecimal n) && n.scale() <= 0) {
            if (n.compareTo(new BigDecimal(EXPONENT)) <= 0) {
                return negative ? reciprocal(base, n.intValueExact()) : power(terms(base), n.intValueExact());
            }
            if (terms(base).size() > 1) {
                throw tooLong();
            }
        }
        return atom(simplifier.power(expanded(base), expanded(exponent)), 1);
    }

    private Map<Map<String, Integer>, Rational> power(Map<Map<String, Integer>, Rational> base, int n) {
        Map<Map<String, Integer>, Rational> power = single(Map.of(), Rational.ONE);
        for (int i = 0; i < n; i++) {
            power = times(power, base);
        }
        return power;
    }

    private Map<Map<String, Integer>, Rational> reciprocal(Expression denominator, int n) {
        Map<Map<String, Integer>, Rational> base = terms(denominator);
        base.values().removeIf(coefficient -> coefficient.signum() == 0);
        if (base.size() != 1) {
            return atom(written(base), -n);
        }
        Map<Map<String, Integer>, Rational> below = power(base, n);
        Map.Entry<Map<String, Integer>, Rational> only =
                below.entrySet().iterator().next();
        Map<String, Integer> inverse = new TreeMap<>();
        only.getKey().forEach((name, exponent) -> inverse.put(name, -exponent));
        return single(inverse, Rational.ONE.divide(only.getValue()));
    }

    private Map<Map<String, Integer>, Rational> times(
            Map<Map<String, Integer>, Rational> a, Map<Map<String, Integer>, Rational> b) {
        Map<Map<String, Integer>, Rational> product = new LinkedHashMap<>();
        for (Map.Entry<Map<String, Integer>, Rational> first : a.entrySet()) {
            for (Map.Entry<Map<String, Integer>, Rational> second : b.entrySet()) {
                Map<String, Integer> monomial = new TreeMap<>(first.getKey());
                second.getKey().forEach((name, exponent) -> monomial.merge(name, exponent, Integer::sum));
                monomial.values().removeIf(exponent -> exponent == 0);
                product.merge(monomial, first.getValue().multiply(second.getValue()), Rational::add);
            }
            bounded(product);
        }
        return product;
    }

    private Map<Map<String, Integer>, Rational> bounded(Map<Map<String, Integer>, Rational> terms) {
        deadline.check();
        boolean longNumbers = terms.values().stream()
                .anyMatch(
                        c -> c.numerator().bitLength() > BITS || c.denominator().bitLength() > BITS);
        if (terms.size() > TERMS || longNumbers) {
            throw tooLong();
        }
        return terms;
    }

    private static MathException tooLong() {
        return new LimitExceededException(
                        "Multiplied out, the expression would have more than %,d terms, or very long numbers."
                                .formatted(TERMS))
                .with("limit", TERMS);
    }

    /** Arguments of functions, values of branches. */
    private Expression inside(Expression expression) {
        return switch (expression) {
            case Call(Function function, List<Expression> arguments) ->
                simplifier.call(function, arguments.stream().map(this::expanded).toList());
            case Piecewise(List<Branch> branches, Expression otherwise) ->
                new Piecewise(
                        branches.stream()
                                .map(branch -> new Branch(branch.condition(), expanded(branch.value())))
                                .toList(),
                        otherwise == null ? null : expanded(otherwise));
            case Constant _, Variable _ -> expression;
            default -> simplifier.simplify(expression);
        };
    }
}
