package org.mlmath.expression.differentiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;

/**
 * Symbolic differentiation rule by rule, simplifying as it goes, and keeping the derivation.
 *
 * <p>At kinks (|x| at 0, min where its arguments meet) the result takes the value of a convention: sgn 0 = 0, relu′(0) = 0,
 * the first of equal arguments.
 */
public final class Differentiator {
    /** With n factors the product rule gives n products of n. */
    private static final int FACTORS = 64;

    private final Simplifier simplifier;
    private final String variable;
    private final Map<Expression, Expression> known = new HashMap<>();
    private final Map<Expression, Boolean> dependent = new IdentityHashMap<>();
    private final List<DerivationStep> steps = new ArrayList<>();

    private Differentiator(String variable, Deadline deadline) {
        this.variable = variable;
        this.simplifier = new Simplifier(deadline);
    }

    /**
     * @throws DomainException where a part has no derivative: gcd, a bound of a sum
     * @throws org.mlmath.numerics.LimitExceededException where the result would be longer than
     *     {@link Simplifier#NODES} nodes
     */
    public static Derivative derivative(Expression expression, String variable) {
        return derivative(expression, variable, Deadline.none());
    }

    /** As {@link #derivative(Expression, String)}, but stops when the time is over. */
    public static Derivative derivative(Expression expression, String variable, Deadline deadline) {
        Differentiator differentiator = new Differentiator(variable, deadline);
        Expression result = differentiator.derive(expression, true);
        return new Derivative(result, List.copyOf(differentiator.steps));
    }

    /** @param worthAStep whether even a constant is worth naming its rule: it stands alone or as a term */
    private Expression derive(Expression expression, boolean worthAStep) {
        Expression before = known.get(expression);
        if (before != null) {
            return before;
        }
        Expression result;
        if (!depends(expression)) {
            result = number(0);
            if (worthAStep) {
                step(Rule.CONSTANT, false, expression, result);
            }
        } else {
            result = byRule(expression, worthAStep);
        }
        known.put(expression, result);
        return result;
    }

    private Expression byRule(Expression expression, boolean worthAStep) {
        return switch (expression) {
            case Number _, Constant _ -> throw new IllegalStateException("constants do not depend on a variable");
            case Variable _ -> worthAStep ? step(Rule.IDENTITY, false, expression, number(1)) : number(1);
            case Negate(Expression operand) ->
                step(Rule.CONSTANT_MULTIPLE, false, expression, simplifier.negate(derive(operand, false)));
            case Sum(List<Expression> terms) ->
                step(
                        Rule.SUM,
                        false,
                        expression,
                        simplifier.sum(
                                terms.stream().map(term -> derive(term, true)).toList()));
            case Product(List<Expression> factors) -> product(expression, factors);
            case Quotient(Expression numerator, Expression denominator) -> quotient(expression, numerator, denominator);
            case Power(Expression base, Expression exponent) -> power(expression, base, exponent);
            case Call(Function function, List<Expression> arguments) -> call(expression, function, arguments);
            case Comparison _ -> step(Rule.CONSTANT, false, expression, number(0));
            case Piecewise piecewise -> piecewise(piecewise);
            case Series series -> series(series);
        };
    }

    private Expression product(Expression expression, List<Expression> factors) {
        List<Expression> variable = factors.stream().filter(this::depends).toList();
        if (variable.size() > FACTORS) {
            return longProduct(expression);
        }
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            if (depends(factors.get(i))) {
                List<Expression> term = new ArrayList<>(simplified(factors));
                term.set(i, derive(factors.get(i), false));
                terms.add(simplifier.product(term));
            }
        }
        Rule rule = variable.size() == 1 ? Rule.CONSTANT_MULTIPLE : Rule.PRODUCT;
        return step(rule, false, expression, simplifier.sum(terms));
    }

    /** The rule would write every factor once per factor, so equal ones are collected first. */
    private Expression longProduct(Expression expression) {
        Expression collected = simplified(expression);
        if (collected instanceof Product(List<Expression> factors)
                && factors.stream().filter(this::depends).count() > FACTORS) {
            LimitExceededException e = new LimitExceededException(
                    "The product rule is applied to at most %d different factors.".formatted(FACTORS));
            e.with("limit", FACTORS);
            throw e;
        }
        return derive(collected, false);
    }

    /** A constant divisor is a factor; of a power f/uⁿ one u is cancelled at once: (f′u − n f u′)/uⁿ⁺¹. */
    private Expression quotient(Expression expression, Expression numerator, Expression denominator) {
        Expression f = simplified(numerator);
        Expression g = simplified(denominator);
        if (!depends(denominator)) {
            return step(Rule.CONSTANT_MULTIPLE, false, expression, simplifier.divide(derive(numerator, false), g));
        }
        Expression fPrime = derive(numerator, false);
        Expression gPrime = derive(denominator, false);
        Power power = asPower(g);
        if (power != null) {
            Expression u = power.base();
            Expression n = power.exponent();
            Expression lower = simplifier.power(u, simplifier.subtract(n, number(1)));
            Expression uPrime = simplifier.divide(gPrime, simplifier.multiply(n, lower));
            Expression top =
                    simplifier.subtract(simplifier.multiply(fPrime, u), simplifier.product(List.of(n, f, uPrime)));
            Expression bottom = simplifier.power(u, simplifier.add(n, number(1)));
            return step(Rule.QUOTIENT, false, expression, simplifier.fraction(top, bottom));
        }
        Expression top = simplifier.subtract(simplifier.multiply(fPrime, g), simplifier.multiply(f, gPrime));
        return step(Rule.QUOTIENT, false, expression, simplifier.fraction(top, simplifier.square(g)));
    }

    /** @return uⁿ with constant n, as which the expression can be read, or null */
    private Power asPower(Expression expression) {
        return switch (expression) {
            case Power power when power.base() != Constant.E && !depends(power.exponent()) -> power;
            case Call(Function function, List<Expression> arguments)
            when function == Function.SQRT -> new Power(arguments.getFirst(), simplifier.divide(number(1), number(2)));
            default -> null;
        };
    }

    private Expression power(Expression expression, Expression base, Expression exponent) {
        Expression u = simplified(base);
        Expression v = simplified(exponent);
        boolean simple = base instanceof Variable || exponent instanceof Variable;
        if (!depends(exponent)) {
            Expression lower = simplifier.power(u, simplifier.subtract(v, number(1)));
            Expression result = simplifier.product(List.of(v, lower, derive(base, false)));
            return step(Rule.POWER, !simple, expression, result);
        }
        Expression value = simplifier.power(u, v);
        Expression logarithm = simplifier.apply(Function.LN, u);
        if (!depends(base)) {
            Expression result = simplifier.product(List.of(value, logarithm, derive(exponent, false)));
            return step(Rule.EXPONENTIAL, !simple, expression, result);
        }
        Expression change = simplifier.add(
                simplifier.multiply(derive(exponent, false), logarithm),
                simplifier.divide(simplifier.multiply(v, derive(base, false)), u));
        return step(Rule.GENERAL_POWER, false, expression, simplifier.multiply(value, change));
    }

    private Expression call(Expression expression, Function function, List<Expression> arguments) {
        if (function == Function.MIN || function == Function.MAX) {
            return extreme(expression, function, arguments);
        }
        List<Expression> simple = simplified(arguments);
        Expression value = simplifier.call(function, simple);
        List<Expression> terms = new ArrayList<>();
        boolean chained = false;
        for (int i = 0; i < arguments.size(); i++) {
            if (depends(arguments.get(i))) {
                chained |= !(arguments.get(i) instanceof Variable);
                Expression partial = PartialDerivatives.of(simplifier, function, simple, value, i);
                if (partial != null) {
                    terms.add(times(partial, derive(arguments.get(i), false)));
                }
            }
        }
        Rule rule = function == Function.EXP
                ? Rule.EXPONENTIAL
                : function == Function.ABS ? Rule.ABSOLUTE_VALUE : terms.isEmpty() ? Rule.CONSTANT : Rule.FUNCTION;
        return step(rule, chained, expression, terms.isEmpty() ? number(0) : simplifier.sum(terms));
    }

    /** A factor goes into the branches: it counts only where its branch holds. */
    private Expression times(Expression partial, Expression factor) {
        if (!(partial instanceof Piecewise(List<Branch> branches, Expression otherwise))) {
            return simplifier.multiply(partial, factor);
        }
        List<Branch> multiplied = branches.stream()
                .map(branch -> new Branch(branch.condition(), simplifier.multiply(branch.value(), factor)))
                .toList();
        return new Piecewise(multiplied, simplifier.multiply(otherwise, factor));
    }

    /** max(a, b, c) is a where a is the largest, else max(b, c). */
    private Expression extreme(Expression expression, Function function, List<Expression> arguments) {
        Relation relation = function == Function.MIN ? Relation.LESS_OR_EQUAL : Relation.GREATER_OR_EQUAL;
        List<Expression> simple = simplified(arguments);
        Expression result = derive(arguments.getLast(), false);
        for (int i = arguments.size() - 2; i >= 0; i--) {
            List<Expression> conditions = new ArrayList<>();
            for (Expression other : simple.subList(i + 1, simple.size())) {
                conditions.add(simplifier.compare(simple.get(i), relation, other));
            }
            Expression condition = conditions.size() == 1 ? conditions.getFirst() : new Call(Function.AND, conditions);
            result = simplifier.select(condition, derive(arguments.get(i), false), result);
        }
        return step(Rule.PIECEWISE, false, expression, result);
    }

    private Expression piecewise(Piecewise piecewise) {
        List<Branch> branches = new ArrayList<>();
        for (Branch branch : piecewise.branches()) {
            branches.add(new Branch(simplified(branch.condition()), derive(branch.value(), true)));
        }
        Expression otherwise = piecewise.otherwise() == null ? null : derive(piecewise.otherwise(), true);
        boolean same = otherwise != null
                && branches.stream().allMatch(branch -> branch.value().equals(otherwise));
        return step(Rule.PIECEWISE, false, piecewise, same ? otherwise : new Piecewise(branches, otherwise));
    }

    private Expression series(Series series) {
        if (depends(series.from()) || depends(series.to())) {
            throw new DomainException("%s has no derivative by %s, which counts its terms."
                    .formatted(Expressions.text(series), variable));
        }
        Expression from = simplified(series.from());
        Expression to = simplified(series.to());
        Expression body = derive(series.body(), false);
        if (series.kind() == Series.Kind.SUM) {
            return step(Rule.FINITE_SUM, false, series, new Series(Series.Kind.SUM, series.index(), from, to, body));
        }
        String other = series.index() + "_other";
        Expression same = new Comparison(new Variable(other), Relation.EQUAL, new Variable(series.index()));
        Expression factor = renamed(simplified(series.body()), series.index(), other);
        Expression others = new Series(
                Series.Kind.PRODUCT, other, from, to, new Piecewise(List.of(new Branch(same, number(1))), factor));
        Expression term = simplifier.multiply(body, others);
        return step(Rule.FINITE_PRODUCT, false, series, new Series(Series.Kind.SUM, series.index(), from, to, term));
    }

    private static Expression renamed(Expression expression, String from, String to) {
        return Substitution.of(expression, from, new Variable(to));
    }

    private Expression step(Rule rule, boolean chained, Expression of, Expression result) {
        steps.add(new DerivationStep(rule, chained, of, variable, result));
        return result;
    }

    private boolean depends(Expression expression) {
        Boolean known = dependent.get(expression);
        if (known == null) {
            known = switch (expression) {
                case Variable(String name) -> name.equals(variable);
                case Series(Series.Kind _, String index, Expression from, Expression to, Expression body) ->
                    depends(from) || depends(to) || (!index.equals(variable) && depends(body));
                default -> Expressions.children(expression).stream().anyMatch(this::depends);
            };
            dependent.put(expression, known);
        }
        return known;
    }

    private Expression simplified(Expression expression) {
        return simplifier.simplify(expression);
    }

    private List<Expression> simplified(List<Expression> expressions) {
        return expressions.stream().map(simplifier::simplify).toList();
    }

    private Expression number(long value) {
        return simplifier.number(value);
    }
}
