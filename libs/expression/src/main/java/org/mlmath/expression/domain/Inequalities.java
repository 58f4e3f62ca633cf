package org.mlmath.expression.domain;

import static org.mlmath.expression.Expressions.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
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
import org.mlmath.expression.Real;
import org.mlmath.expression.Relation;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/**
 * Solves conditions in one variable, exactly: monotone functions are undone one after the other, products and quotients decided by
 * the signs of their factors, polynomials by their roots. What does not yield to that is {@link UndecidedException}.
 */
final class Inequalities {
    /** Applications of a rule to one condition: nested minima and branches ask about the same part many times. */
    private static final int STEPS = 500;

    /** Applications of a rule to all conditions. */
    private static final int ALL_STEPS = 4_000;

    /** Parts of a formula that is still worth carrying on. */
    private static final int SIZE = 200;

    private static final double INTEGERS = 0x1p52;

    private final Simplifier simplifier = new Simplifier(Deadline.none());
    private int steps;
    private int allSteps;

    /** Neither yes nor no. */
    static final class UndecidedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UndecidedException() {
            super("undecided", null, false, false);
        }
    }

    /**
     * Solves another condition.
     *
     * @throws UndecidedException where it cannot, or has tried for too long
     */
    RealSet solve(Expression condition) {
        steps = 0;
        return where(condition);
    }

    /** @return where the condition holds; where it has no value does not matter */
    private RealSet where(Expression condition) {
        step();
        return switch (condition) {
            case Comparison(Expression left, Relation relation, Expression right) ->
                difference(left, right).where(relation);
            case Call(Function function, List<Expression> arguments)
            when function == Function.AND ->
                arguments.stream().map(this::where).reduce(RealSet::and).orElseThrow();
            case Call(Function function, List<Expression> arguments)
            when function == Function.OR ->
                arguments.stream().map(this::where).reduce(RealSet::or).orElseThrow();
            case Call(Function function, List<Expression> arguments)
            when function == Function.NOT -> where(arguments.getFirst()).complement();
            case Piecewise(List<Branch> branches, Expression otherwise) -> {
                RealSet left = RealSet.ALL;
                RealSet result = RealSet.NONE;
                for (Branch branch : branches) {
                    RealSet here = left.and(where(branch.condition()));
                    result = result.or(here.isEmpty() ? here : here.and(where(branch.value())));
                    left = left.without(here);
                }
                yield otherwise == null || left.isEmpty() ? result : result.or(left.and(where(otherwise)));
            }
            default -> compare(condition, number(0)).where(Relation.NOT_EQUAL);
        };
    }

    /** The left side against the right. */
    private Sides difference(Expression left, Expression right) {
        if (right.variables().isEmpty()) {
            return compare(left, right);
        }
        if (left.variables().isEmpty()) {
            return compare(right, left).swapped();
        }
        return compare(simplified(new Sum(List.of(left, new Negate(right)))), number(0));
    }

    /** @param c without variables */
    private Sides compare(Expression f, Expression c) {
        step();
        if (f.variables().isEmpty()) {
            return constants(f, c);
        }
        return switch (f) {
            case Variable _ -> Sides.of(endpoint(c));
            case Negate(Expression operand) ->
                compare(operand, simplified(new Negate(c))).swapped();
            case Sum(List<Expression> terms) -> sum(terms, c);
            case Product(List<Expression> factors) -> product(factors, c);
            case Quotient(Expression numerator, Expression denominator) -> quotient(numerator, denominator, c);
            case Power(Expression base, Expression exponent) -> power(base, exponent, c);
            case Call(Function function, List<Expression> arguments) -> call(function, arguments, c);
            case Piecewise piecewise -> piecewise(piecewise, c);
            default -> throw new UndecidedException();
        };
    }

    private Sides constants(Expression f, Expression c) {
        Endpoint value;
        try {
            value = Endpoint.of(f);
        } catch (MathException e) {
            return Sides.NOWHERE;
        }
        int order = value.compare(endpoint(c));
        return order < 0 ? Sides.BELOW : order > 0 ? Sides.ABOVE : Sides.EQUAL;
    }

    private Sides sum(List<Expression> terms, Expression c) {
        List<Expression> constant =
                terms.stream().filter(term -> term.variables().isEmpty()).toList();
        List<Expression> moving =
                terms.stream().filter(term -> !term.variables().isEmpty()).toList();
        if (!constant.isEmpty()) {
            List<Expression> rest = new ArrayList<>(List.of(c));
            constant.forEach(term -> rest.add(new Negate(term)));
            Expression moved = simplified(new Sum(rest));
            return moving.size() == 1 ? compare(moving.getFirst(), moved) : sum(moving, moved);
        }
        Sum sum = new Sum(moving);
        Optional<Sides> polynomial = polynomial(sum, c);
        if (polynomial.isPresent()) {
            return polynomial.get();
        }
        Expression simpler = simplified(sum);
        if (!(simpler instanceof Sum(List<Expression> fewer)) || fewer.size() < moving.size()) {
            return compare(simpler, c);
        }
        return sameSigns(moving, c);
    }

    private Optional<Sides> polynomial(Expression f, Expression c) {
        return Polynomial.of(f, simplifier).map(p -> p.compare(c)).or(() -> HigherDegree.compare(f, c));
    }

    /** Terms that are all positive have a positive sum. Decides only where no two of them pull in different directions. */
    private Sides sameSigns(List<Expression> terms, Expression c) {
        int sign = endpoint(c).compare(endpoint(number(0)));
        List<Sides> sides = terms.stream().map(term -> compare(term, number(0))).toList();
        RealSet defined =
                sides.stream().map(Sides::defined).reduce(RealSet::and).orElseThrow();
        RealSet nowhereBelow = sides.stream()
                .map(Sides::below)
                .reduce(RealSet::or)
                .orElseThrow()
                .complement();
        RealSet nowhereAbove = sides.stream()
                .map(Sides::above)
                .reduce(RealSet::or)
                .orElseThrow()
                .complement();
        RealSet zero = sides.stream().map(Sides::equal).reduce(RealSet::and).orElseThrow();
        RealSet positive = nowhereBelow.and(defined).without(zero);
        RealSet negative = nowhereAbove.and(defined).without(zero);
        Sides known = sign == 0
                ? new Sides(negative, zero, positive)
                : sign < 0
                        ? new Sides(RealSet.NONE, RealSet.NONE, positive.or(zero))
                        : new Sides(negative.or(zero), RealSet.NONE, RealSet.NONE);
        if (!defined.without(known.defined()).isEmpty()) {
            throw new UndecidedException();
        }
        return known;
    }

    private Sides product(List<Expression> factors, Expression c) {
        List<Expression> constant =
                factors.stream().filter(factor -> factor.variables().isEmpty()).toList();
        List<Expression> moving =
                factors.stream().filter(factor -> !factor.variables().isEmpty()).toList();
        if (!constant.isEmpty()) {
            Expression scale = constant.size() == 1 ? constant.getFirst() : new Product(constant);
            Expression rest = moving.size() == 1 ? moving.getFirst() : new Product(moving);
            return scaled(rest, scale, c);
        }
        if (endpoint(c).value() == 0) {
            return factors.stream()
                    .map(factor -> compare(factor, number(0)))
                    .reduce(Sides::times)
                    .orElseThrow();
        }
        Optional<Sides> polynomial =
                Polynomial.of(new Product(moving), simplifier).map(p -> p.compare(c));
        if (polynomial.isPresent()) {
            return polynomial.get();
        }
        Expression simpler = simplified(new Product(moving));
        if (simpler instanceof Product) {
            throw new UndecidedException();
        }
        return compare(simpler, c);
    }

    /** scale·f against c. */
    private Sides scaled(Expression f, Expression scale, Expression c) {
        int sign = endpoint(scale).compare(endpoint(number(0)));
        if (sign == 0) {
            RealSet defined = compare(f, number(0)).defined();
            return constants(number(0), c).within(defined);
        }
        return compare(f, simplified(new Quotient(c, scale))).swappedIf(sign < 0);
    }

    private Sides quotient(Expression numerator, Expression denominator, Expression c) {
        if (denominator.variables().isEmpty()) {
            return scaled(numerator, simplified(new Quotient(number(1), denominator)), c);
        }
        Sides below = compare(denominator, number(0));
        Sides nonZero = new Sides(below.below(), RealSet.NONE, below.above());
        if (endpoint(c).value() == 0) {
            return compare(numerator, number(0)).times(nonZero);
        }
        // n/d < c where (n − c·d)·d < 0
        Expression difference = new Sum(List.of(numerator, new Negate(new Product(List.of(c, denominator)))));
        return compare(simplified(difference), number(0)).times(nonZero);
    }

    private Sides power(Expression base, Expression exponent, Expression c) {
        if (base.variables().isEmpty()) {
            return exponential(base, exponent, c);
        }
        if (!exponent.variables().isEmpty()) {
            if (endpoint(c).value() == 0) { // positive wherever the base is
                Sides signs = compare(base, number(0));
                if (signs.below().isEmpty()) {
                    RealSet defined = compare(exponent, number(0)).defined();
                    return new Sides(
                            RealSet.NONE,
                            signs.equal().and(defined),
                            signs.above().and(defined));
                }
            }
            throw new UndecidedException();
        }
        double n = endpoint(exponent).value();
        boolean integer = n == Math.rint(n);
        if (n == 0) {
            return constants(number(1), c).within(compare(base, number(0)).defined());
        }
        if (n < 0) {
            return quotient(number(1), new Power(base, simplified(new Negate(exponent))), c);
        }
        Expression inverse = new Quotient(number(1), exponent);
        Endpoint bound = endpoint(c);
        boolean even = integer && n % 2 == 0;
        if (!even && integer) {
            Expression root = bound.value() < 0
                    ? new Negate(new Power(simplified(new Negate(c)), inverse))
                    : new Power(c, inverse);
            return compare(base, simplified(root));
        }
        RealSet valid = integer ? RealSet.ALL : compare(base, number(0)).where(Relation.GREATER_OR_EQUAL);
        if (bound.value() < 0) {
            return Sides.ABOVE.within(valid.and(compare(base, number(0)).defined()));
        }
        Expression root = simplified(new Power(c, inverse));
        return integer ? modulus(base, root) : compare(base, root).within(valid);
    }

    private Sides exponential(Expression base, Expression exponent, Expression c) {
        double b = endpoint(base).value();
        if (!(b > 0)) {
            throw new UndecidedException();
        }
        if (endpoint(c).value() <= 0) {
            return Sides.ABOVE.within(compare(exponent, number(0)).defined());
        }
        if (b == 1) {
            return constants(number(1), c).within(compare(exponent, number(0)).defined());
        }
        double integer = Real.log(endpoint(c).value(), b);
        boolean exact = base instanceof Number && c instanceof Number && integer == Math.rint(integer);
        Expression logarithm = exact
                ? number((long) integer)
                : simplified(new Quotient(Call.of(Function.LN, c), Call.of(Function.LN, base)));
        return compare(exponent, logarithm).swappedIf(b < 1);
    }

    /** |f| against c. */
    private Sides modulus(Expression f, Expression c) {
        int sign = endpoint(c).compare(endpoint(number(0)));
        Sides upper = compare(f, c);
        if (sign < 0) {
            return Sides.ABOVE.within(upper.defined());
        }
        Sides lower = compare(f, simplified(new Negate(c)));
        return new Sides(
                upper.below().and(lower.above()),
                upper.equal().or(lower.equal()),
                upper.above().or(lower.below()));
    }

    private Sides call(Function function, List<Expression> arguments, Expression c) {
        Expression x = arguments.getFirst();
        Monotone monotone = Monotone.of(function);
        if (monotone != null) {
            return monotone(monotone, x, c);
        }
        double bound = endpoint(c).value();
        return switch (function) {
            case ABS -> modulus(x, c);
            case COSH -> bound < 1 ? always(x) : modulus(x, simplified(Call.of(Function.ACOSH, c)));
            case SECH ->
                bound <= 0
                        ? always(x)
                        : bound > 1
                                ? always(x).swapped()
                                : modulus(x, simplified(Call.of(Function.ASECH, c)))
                                        .swapped();
            case NORMALPDF -> {
                if (bound > 0) {
                    throw new UndecidedException();
                }
                yield always(x);
            }
            case SIGN -> {
                Sides sides = compare(x, number(0));
                yield constants(number(-1), c)
                        .within(sides.below())
                        .or(constants(number(0), c).within(sides.equal()))
                        .or(constants(number(1), c).within(sides.above()));
            }
            case STEP -> {
                Sides sides = compare(x, number(0));
                yield constants(number(0), c)
                        .within(sides.below())
                        .or(constants(number(1), c).within(sides.where(Relation.GREATER_OR_EQUAL)));
            }
            case RELU -> {
                Sides sides = compare(x, number(0));
                yield constants(number(0), c)
                        .within(sides.where(Relation.LESS_OR_EQUAL))
                        .or(compare(x, c).within(sides.above()));
            }
            case FLOOR -> floor(x, bound);
            case CEIL -> floor(new Negate(x), -bound).swapped();
            case MIN ->
                arguments.stream()
                        .map(argument -> compare(argument, c))
                        .reduce(Inequalities::minimum)
                        .orElseThrow();
            case MAX ->
                arguments.stream()
                        .map(argument -> compare(argument, c).swapped())
                        .reduce(Inequalities::minimum)
                        .orElseThrow()
                        .swapped();
            case LOG -> {
                if (!arguments.get(1).variables().isEmpty()) {
                    throw new UndecidedException();
                }
                double base = endpoint(arguments.get(1)).value();
                Sides sides = compare(x, simplified(new Power(arguments.get(1), c)));
                yield sides.swappedIf(base < 1).within(compare(x, number(0)).above());
            }
            default -> throw new UndecidedException();
        };
    }

    private Sides always(Expression x) {
        return Sides.ABOVE.within(compare(x, number(0)).defined());
    }

    /** ⌊x⌋ < c where x < ⌈c⌉, ⌊x⌋ > c where x ≥ ⌊c⌋ + 1. */
    private Sides floor(Expression x, double c) {
        if (Math.abs(c) > INTEGERS) {
            throw new UndecidedException();
        }
        Sides at = compare(x, number((long) Math.ceil(c)));
        Sides next = compare(x, number((long) Math.floor(c) + 1));
        RealSet above = next.where(Relation.GREATER_OR_EQUAL);
        return new Sides(at.below(), at.defined().without(at.below()).without(above), above);
    }

    private static Sides minimum(Sides a, Sides b) {
        RealSet defined = a.defined().and(b.defined());
        RealSet below = a.below().or(b.below()).and(defined);
        RealSet above = a.above().and(b.above());
        return new Sides(below, defined.without(below).without(above), above);
    }

    private Sides monotone(Monotone function, Expression x, Expression c) {
        RealSet domain = within(function.domain(), x);
        Endpoint bound = endpoint(c);
        RealSet number = RealSet.point(bound);
        if (!number.and(function.range()).isEmpty()) {
            Expression back;
            if (function.inverse() != null) {
                back = simplified(function.inverse().apply(c));
            } else if (function.zeroAt() != null && bound.value() == 0) {
                back = function.zeroAt();
            } else {
                throw new UndecidedException();
            }
            return compare(x, back).swappedIf(!function.rising()).within(domain);
        }
        boolean below = RealSet.below(bound).and(function.range()).isEmpty();
        return (below ? Sides.ABOVE : Sides.BELOW).within(domain);
    }

    /** Where the values of x are in the set. */
    private RealSet within(RealSet set, Expression x) {
        if (set.isAll()) {
            return set;
        }
        RealSet result = RealSet.NONE;
        for (Interval interval : set.intervals()) {
            RealSet inside = RealSet.ALL;
            if (Double.isFinite(interval.lower().value())) {
                inside = compare(x, interval.lower().formula())
                        .where(interval.lowerIncluded() ? Relation.GREATER_OR_EQUAL : Relation.GREATER);
            }
            if (Double.isFinite(interval.upper().value())) {
                inside = inside.and(compare(x, interval.upper().formula())
                        .where(interval.upperIncluded() ? Relation.LESS_OR_EQUAL : Relation.LESS));
            }
            result = result.or(inside);
        }
        return result;
    }

    private Sides piecewise(Piecewise piecewise, Expression c) {
        RealSet left = RealSet.ALL;
        Sides result = Sides.NOWHERE;
        for (Branch branch : piecewise.branches()) {
            RealSet here = left.and(where(branch.condition()));
            if (!here.isEmpty()) {
                result = result.or(compare(branch.value(), c).within(here));
            }
            left = left.without(here);
        }
        if (piecewise.otherwise() != null && !left.isEmpty()) {
            result = result.or(compare(piecewise.otherwise(), c).within(left));
        }
        return result;
    }

    private Endpoint endpoint(Expression constant) {
        try {
            return Endpoint.of(constant);
        } catch (MathException e) {
            throw new UndecidedException();
        }
    }

    private Expression simplified(Expression expression) {
        try {
            Expression simple = simplifier.simplify(expression);
            if (simple.variables().isEmpty() && isLonger(simple, SIZE)) {
                throw new UndecidedException();
            }
            return simple;
        } catch (MathException e) {
            throw new UndecidedException();
        }
    }

    private void step() {
        if (++steps > STEPS || ++allSteps > ALL_STEPS) {
            throw new UndecidedException();
        }
    }

    private static boolean isLonger(Expression expression, int most) {
        return size(expression, most) > most;
    }

    /** The number of parts; counting ends above the most. */
    private static int size(Expression expression, int most) {
        int size = 1;
        for (Expression child : Expressions.children(expression)) {
            if (size > most) {
                break;
            }
            size += size(child, most - size);
        }
        return size;
    }
}
