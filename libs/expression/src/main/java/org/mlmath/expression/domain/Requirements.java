package org.mlmath.expression.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;

/**
 * Walks a tree and writes down what each part demands, leaving out what holds for every argument by the form of the part. A
 * condition inside a branch is one only where the branch is taken, one inside a sum holds for every index.
 */
final class Requirements {
    /** Nodes of all conditions together: nested branches repeat what leads to them. */
    private static final int NODES = 20_000;

    private static final Expression ZERO = Expressions.number(0);
    private static final Expression ONE = Expressions.number(1);

    private static final Set<Function> TOTAL = EnumSet.of(
            Function.ABS,
            Function.SIGN,
            Function.FLOOR,
            Function.CEIL,
            Function.MIN,
            Function.MAX,
            Function.SIN,
            Function.COS,
            Function.EXP,
            Function.AND,
            Function.OR,
            Function.NOT);

    /** Functions of one number that are zero where it is, and only there. */
    private static final Set<Function> ZERO_WITH_ARGUMENT = EnumSet.of(
            Function.ABS,
            Function.SIGN,
            Function.SQRT,
            Function.CBRT,
            Function.SINH,
            Function.TANH,
            Function.ASINH,
            Function.ATAN,
            Function.ASIN,
            Function.ATANH,
            Function.EXPM1,
            Function.LOG1P,
            Function.ERF,
            Function.SOFTSIGN);

    private final Map<Expression, Condition> found = new LinkedHashMap<>();
    private final Signs signs = new Signs();
    private final List<Frame> context = new ArrayList<>();
    private int nodes;

    /** What stands around the part being looked at: a condition under which it counts, or a sum that it is inside. */
    private record Frame(Expression guard, Series sum) {}

    private Requirements() {}

    /** @throws LimitExceededException where the conditions would be too long to be of use */
    static List<Condition> of(Expression expression) {
        Requirements requirements = new Requirements();
        requirements.visit(expression);
        return List.copyOf(requirements.found.values());
    }

    private void visit(Expression expression) {
        switch (expression) {
            case Piecewise piecewise -> piecewise(piecewise);
            case Series sum -> series(sum);
            default -> {
                Expressions.children(expression).forEach(this::visit);
                demands(expression);
            }
        }
    }

    private void piecewise(Piecewise piecewise) {
        int outside = context.size();
        List<Expression> conditions = new ArrayList<>();
        for (Branch branch : piecewise.branches()) {
            visit(branch.condition());
            conditions.add(branch.condition());
            context.add(new Frame(branch.condition(), null));
            visit(branch.value());
            context.removeLast();
            context.add(new Frame(not(branch.condition()), null));
        }
        if (piecewise.otherwise() != null) {
            visit(piecewise.otherwise());
        }
        context.subList(outside, context.size()).clear();
        if (piecewise.otherwise() == null) {
            require(anyOf(conditions), piecewise, Reason.BRANCH);
        }
    }

    private void series(Series sum) {
        visit(sum.from());
        visit(sum.to());
        for (Expression bound : List.of(sum.from(), sum.to())) {
            if (!signs.integer(bound)) {
                require(integer(bound), sum, Reason.BOUNDS);
            }
        }
        Expression nonEmpty = nonEmpty(sum);
        if (nonEmpty.variables().isEmpty() && value(nonEmpty) == 0) {
            return;
        }
        Integer before = signs.bind(sum.index(), sum.from());
        context.add(new Frame(null, sum));
        visit(sum.body());
        context.removeLast();
        signs.release(sum.index(), before);
    }

    private void demands(Expression part) {
        switch (part) {
            case Number _, Constant _, Variable _, Negate _, Sum _, Product _, Comparison _, Piecewise _, Series _ -> {}
            case Quotient(Expression _, Expression denominator) -> notZero(denominator, part, Reason.DIVISION);
            case Power(Expression base, Expression exponent) -> power(base, exponent, part);
            case Call(Function function, List<Expression> arguments) -> call(function, arguments, part);
        }
    }

    private void power(Expression base, Expression exponent, Expression part) {
        if (signs.positive(base)) {
            return;
        }
        if (exponent.variables().isEmpty()) {
            double value = value(exponent);
            boolean integer = value == Math.rint(value);
            if (integer && value < 0) {
                notZero(base, part, Reason.DIVISION);
            } else if (!integer && value > 0) {
                notNegative(base, part, Reason.ROOT);
            } else if (!integer) {
                positive(base, part, Reason.ROOT);
            }
            return;
        }
        if (signs.integer(exponent)) {
            if (!signs.notNegative(exponent) && !signs.notZero(base)) {
                require(
                        anyOf(List.of(
                                new Comparison(base, Relation.NOT_EQUAL, ZERO),
                                new Comparison(exponent, Relation.GREATER_OR_EQUAL, ZERO))),
                        part,
                        Reason.POWER);
            }
            return;
        }
        List<Expression> cases = new ArrayList<>();
        cases.add(new Comparison(base, Relation.GREATER, ZERO));
        if (!signs.notZero(base) && !signs.negative(exponent)) {
            Expression zero = new Comparison(base, Relation.EQUAL, ZERO);
            cases.add(
                    signs.notNegative(exponent)
                            ? zero
                            : allOf(List.of(zero, new Comparison(exponent, Relation.GREATER_OR_EQUAL, ZERO))));
        }
        if (!signs.notNegative(base)) {
            cases.add(allOf(List.of(new Comparison(base, Relation.LESS, ZERO), integer(exponent))));
        }
        require(anyOf(cases), part, Reason.POWER);
    }

    private void call(Function function, List<Expression> arguments, Expression part) {
        Expression x = arguments.getFirst();
        switch (function) {
            case LN, LOG2, LOG10 -> positive(x, part, Reason.LOGARITHM);
            case LOG1P -> require(x, Relation.GREATER, Expressions.number(-1), part, Reason.LOGARITHM);
            case LOG -> {
                positive(x, part, Reason.LOGARITHM);
                positive(arguments.get(1), part, Reason.LOGARITHM);
                require(arguments.get(1), Relation.NOT_EQUAL, ONE, part, Reason.LOGARITHM);
            }
            case LOGIT -> {
                positive(x, part, Reason.LOGARITHM);
                require(x, Relation.LESS, ONE, part, Reason.LOGARITHM);
            }
            case SQRT -> notNegative(x, part, Reason.ROOT);
            case ROOT -> root(x, arguments.get(1), part);
            case TAN, SEC -> notZero(Call.of(Function.COS, x), part, Reason.POLE);
            case COT, CSC -> notZero(Call.of(Function.SIN, x), part, Reason.POLE);
            case COTH, CSCH, ACSCH -> notZero(x, part, Reason.POLE);
            case ASIN, ACOS -> {
                require(x, Relation.GREATER_OR_EQUAL, Expressions.number(-1), part, Reason.INVERSE);
                require(x, Relation.LESS_OR_EQUAL, ONE, part, Reason.INVERSE);
            }
            case ASEC, ACSC -> outside(x, Relation.LESS_OR_EQUAL, Relation.GREATER_OR_EQUAL, part);
            case ACOTH -> outside(x, Relation.LESS, Relation.GREATER, part);
            case ACOSH -> require(x, Relation.GREATER_OR_EQUAL, ONE, part, Reason.INVERSE);
            case ATANH -> {
                require(x, Relation.GREATER, Expressions.number(-1), part, Reason.INVERSE);
                require(x, Relation.LESS, ONE, part, Reason.INVERSE);
            }
            case ASECH -> {
                positive(x, part, Reason.INVERSE);
                require(x, Relation.LESS_OR_EQUAL, ONE, part, Reason.INVERSE);
            }
            case ATAN2 -> {
                if (!signs.notZero(x) && !signs.notZero(arguments.get(1))) {
                    require(
                            anyOf(List.of(
                                    new Comparison(x, Relation.NOT_EQUAL, ZERO),
                                    new Comparison(arguments.get(1), Relation.NOT_EQUAL, ZERO))),
                            part,
                            Reason.POLE);
                }
            }
            case MOD -> notZero(arguments.get(1), part, Reason.DIVISION);
            case GCD, LCM ->
                arguments.stream()
                        .filter(argument -> !signs.integer(argument))
                        .forEach(argument -> require(integer(argument), part, Reason.INTEGER));
            case FACTORIAL -> noPole(x, Expressions.number(-1), part);
            case GAMMA, LGAMMA, DIGAMMA -> noPole(x, ZERO, part);
            case POLYGAMMA -> {
                require(x, Relation.GREATER_OR_EQUAL, ZERO, part, Reason.INTEGER);
                if (!signs.integer(x)) {
                    require(integer(x), part, Reason.INTEGER);
                }
                noPole(arguments.get(1), ZERO, part);
            }
            case BETA -> arguments.forEach(argument -> noPole(argument, ZERO, part));
            case BINOMIAL -> {
                // At a negative integer n the quotient of gamma functions has a limit only for integers k.
                Expression k = arguments.get(1);
                if (!signs.integer(k) && !signs.notNegative(x)) {
                    require(anyOf(List.of(integer(k), pole(x, Expressions.number(-1)))), part, Reason.POLE);
                }
            }
            default -> {}
        }
    }

    private void root(Expression x, Expression order, Expression part) {
        if (!order.variables().isEmpty()) {
            notZero(order, part, Reason.ROOT);
            Expression odd = new Comparison(Call.of(Function.MOD, order, Expressions.number(2)), Relation.EQUAL, ONE);
            if (!signs.positive(x)) {
                require(
                        anyOf(List.of(
                                new Comparison(x, Relation.GREATER, ZERO),
                                allOf(List.of(
                                        new Comparison(x, Relation.EQUAL, ZERO),
                                        new Comparison(order, Relation.GREATER, ZERO))),
                                allOf(List.of(new Comparison(x, Relation.LESS, ZERO), odd)))),
                        part,
                        Reason.ROOT);
            }
            return;
        }
        double n = value(order);
        boolean odd = Math.abs(n % 2) == 1;
        if (!(n != 0)) {
            notZero(order, part, Reason.ROOT);
        } else if (odd && n < 0) {
            notZero(x, part, Reason.DIVISION);
        } else if (!odd && n > 0) {
            notNegative(x, part, Reason.ROOT);
        } else if (!odd) {
            positive(x, part, Reason.ROOT);
        }
    }

    /** A product is not zero where no factor is, a power where its base is not: each is a condition of its own. */
    private void notZero(Expression x, Expression part, Reason reason) {
        if (signs.notZero(x)) {
            return;
        }
        switch (x) {
            case Negate(Expression operand) -> notZero(operand, part, reason);
            case Product(List<Expression> factors) -> factors.forEach(factor -> notZero(factor, part, reason));
            case Quotient(Expression numerator, Expression _) -> notZero(numerator, part, reason);
            case Power(Expression base, Number exponent)
            when exponent.value().signum() > 0 -> notZero(base, part, reason);
            case Call(Function function, List<Expression> arguments)
            when ZERO_WITH_ARGUMENT.contains(function) -> notZero(arguments.getFirst(), part, reason);
            default -> require(x, Relation.NOT_EQUAL, ZERO, part, reason);
        }
    }

    private void positive(Expression x, Expression part, Reason reason) {
        if (!signs.positive(x)) {
            require(x, signs.notNegative(x) ? Relation.NOT_EQUAL : Relation.GREATER, ZERO, part, reason);
        }
    }

    private void notNegative(Expression x, Expression part, Reason reason) {
        if (!signs.notNegative(x)) {
            require(x, Relation.GREATER_OR_EQUAL, ZERO, part, reason);
        }
    }

    private void outside(Expression x, Relation below, Relation above, Expression part) {
        require(
                anyOf(List.of(new Comparison(x, below, Expressions.number(-1)), new Comparison(x, above, ONE))),
                part,
                Reason.INVERSE);
    }

    private void noPole(Expression x, Expression above, Expression part) {
        boolean clear = above.equals(ZERO) ? signs.positive(x) : signs.notNegative(x);
        if (!clear) {
            require(pole(x, above), part, Reason.POLE);
        }
    }

    /** x is not one of above, above − 1, above − 2, … */
    private static Expression pole(Expression x, Expression above) {
        return anyOf(List.of(
                new Comparison(x, Relation.GREATER, above),
                new Comparison(x, Relation.NOT_EQUAL, Call.of(Function.FLOOR, x))));
    }

    private static Expression integer(Expression x) {
        return new Comparison(x, Relation.EQUAL, Call.of(Function.FLOOR, x));
    }

    private void require(Expression x, Relation relation, Expression bound, Expression part, Reason reason) {
        require(new Comparison(x, relation, bound), part, reason);
    }

    private void require(Expression requirement, Expression part, Reason reason) {
        if (requirement.variables().isEmpty() && value(requirement) == 1) {
            return;
        }
        Expression guarded = requirement;
        for (Frame frame : context.reversed()) {
            if (frame.sum() == null) {
                guarded = where(frame.guard(), guarded);
            } else if (guarded.variables().contains(frame.sum().index())) {
                guarded = forAll(frame.sum(), guarded);
            } else if (!nonEmpty(frame.sum()).variables().isEmpty()) {
                guarded = where(nonEmpty(frame.sum()), guarded);
            }
        }
        nodes += size(guarded);
        if (nodes > NODES) {
            LimitExceededException e = new LimitExceededException(
                    "The conditions for this expression to be defined take more than %,d parts.".formatted(NODES));
            e.with("limit", NODES);
            throw e;
        }
        found.putIfAbsent(guarded, new Condition(guarded, part, reason));
    }

    /** The requirement where the guard holds, nothing elsewhere; the guard is looked at first where the rest may be undefined. */
    private static Expression where(Expression guard, Expression requirement) {
        if (!isTotal(guard) || !isTotal(requirement)) {
            return new Piecewise(List.of(new Branch(guard, requirement)), ONE);
        }
        List<Expression> cases = new ArrayList<>();
        if (requirement instanceof Call(Function function, List<Expression> arguments) && function == Function.OR) {
            cases.addAll(arguments);
        } else {
            cases.add(requirement);
        }
        if (!cases.contains(not(guard))) {
            cases.add(not(guard));
        }
        return anyOf(cases);
    }

    /** Whether a formula has a value everywhere by its operations alone. */
    private static boolean isTotal(Expression expression) {
        boolean total =
                switch (expression) {
                    case Number _, Constant _, Variable _, Negate _, Sum _, Product _, Comparison _ -> true;
                    case Power(Expression _, Expression exponent) ->
                        exponent instanceof Number number && number.value().scale() <= 0;
                    case Call(Function function, List<Expression> _) -> TOTAL.contains(function);
                    case Quotient _, Piecewise _, Series _ -> false;
                };
        return total && Expressions.children(expression).stream().allMatch(Requirements::isTotal);
    }

    private static Expression nonEmpty(Series sum) {
        return new Comparison(sum.from(), Relation.LESS_OR_EQUAL, sum.to());
    }

    /** A product of truth values is 1 where all of them are. */
    private static Expression forAll(Series sum, Expression requirement) {
        return new Comparison(
                new Series(Series.Kind.PRODUCT, sum.index(), sum.from(), sum.to(), requirement), Relation.EQUAL, ONE);
    }

    private static int size(Expression expression) {
        int size = 1;
        for (Expression child : Expressions.children(expression)) {
            size += size(child);
        }
        return size;
    }

    /** @return NaN where there is none */
    private static double value(Expression constant) {
        try {
            return Evaluation.value(constant, List.of(), new double[0]);
        } catch (MathException e) {
            return Double.NaN;
        }
    }

    private static Expression anyOf(List<Expression> cases) {
        return cases.size() == 1 ? cases.getFirst() : new Call(Function.OR, cases);
    }

    private static Expression allOf(List<Expression> parts) {
        return new Call(Function.AND, parts);
    }

    /** @return the opposite of a condition, comparisons turned round */
    static Expression not(Expression condition) {
        return switch (condition) {
            case Comparison(Expression left, Relation relation, Expression right) ->
                new Comparison(left, opposite(relation), right);
            case Call(Function function, List<Expression> arguments)
            when function == Function.NOT -> arguments.getFirst();
            case Call(Function function, List<Expression> arguments)
            when function == Function.AND ->
                new Call(Function.OR, arguments.stream().map(Requirements::not).toList());
            case Call(Function function, List<Expression> arguments)
            when function == Function.OR ->
                new Call(Function.AND, arguments.stream().map(Requirements::not).toList());
            default -> Call.of(Function.NOT, condition);
        };
    }

    private static Relation opposite(Relation relation) {
        return switch (relation) {
            case LESS -> Relation.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Relation.GREATER;
            case GREATER -> Relation.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Relation.LESS;
            case EQUAL -> Relation.NOT_EQUAL;
            case NOT_EQUAL -> Relation.EQUAL;
        };
    }
}
