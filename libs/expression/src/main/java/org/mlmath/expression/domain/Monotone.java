package org.mlmath.expression.domain;

import static org.mlmath.expression.Expressions.number;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Function;

/**
 * A function that only rises or only falls on the whole of its domain, so that comparing its value with a number is comparing its
 * argument with another.
 *
 * @param rising or falling
 * @param domain where it has values
 * @param range its values: an interval
 * @param inverse takes a number within the range back, null where that has no formula
 * @param zeroAt where it is 0; for functions without an inverse in the language
 */
record Monotone(boolean rising, RealSet domain, RealSet range, UnaryOperator<Expression> inverse, Expression zeroAt) {
    private static final Endpoint ZERO = Endpoint.of(number(0));
    private static final Endpoint ONE = Endpoint.of(number(1));
    private static final Endpoint MINUS_ONE = Endpoint.of(number(-1));
    private static final Endpoint QUARTER_TURN = Endpoint.of(new Quotient(Constant.PI, number(2)));
    private static final Endpoint MINUS_QUARTER_TURN = Endpoint.of(new Negate(QUARTER_TURN.formula()));
    private static final RealSet ALL = RealSet.ALL;
    private static final RealSet POSITIVE = RealSet.above(ZERO);
    private static final RealSet NOT_NEGATIVE = POSITIVE.or(RealSet.point(ZERO));
    private static final RealSet AT_MOST_ONE =
            open(MINUS_ONE, ONE).or(RealSet.point(ONE)).or(RealSet.point(MINUS_ONE));
    private static final Map<Function, Monotone> TABLE = table();

    /** @return null for a function that both rises and falls */
    static Monotone of(Function function) {
        return TABLE.get(function);
    }

    private static Map<Function, Monotone> table() {
        Map<Function, Monotone> table = new EnumMap<>(Function.class);
        RealSet unit = open(ZERO, ONE);
        RealSet symmetric = open(MINUS_ONE, ONE);
        RealSet angles = open(MINUS_QUARTER_TURN, QUARTER_TURN);
        table.put(Function.EXP, rising(ALL, POSITIVE, c -> call(Function.LN, c)));
        table.put(Function.EXPM1, rising(ALL, RealSet.above(MINUS_ONE), c -> call(Function.LOG1P, c)));
        table.put(Function.LN, rising(POSITIVE, ALL, c -> new Power(Constant.E, c)));
        table.put(Function.LOG10, rising(POSITIVE, ALL, c -> new Power(number(10), c)));
        table.put(Function.LOG2, rising(POSITIVE, ALL, c -> new Power(number(2), c)));
        table.put(Function.LOG1P, rising(RealSet.above(MINUS_ONE), ALL, c -> call(Function.EXPM1, c)));
        table.put(Function.SQRT, rising(NOT_NEGATIVE, NOT_NEGATIVE, c -> new Power(c, number(2))));
        table.put(Function.CBRT, rising(ALL, ALL, c -> new Power(c, number(3))));
        table.put(Function.ASIN, rising(AT_MOST_ONE, closed(angles), c -> call(Function.SIN, c)));
        table.put(
                Function.ACOS,
                falling(
                        AT_MOST_ONE,
                        open(ZERO, Endpoint.of(Constant.PI))
                                .or(RealSet.point(ZERO))
                                .or(RealSet.point(Endpoint.of(Constant.PI))),
                        c -> call(Function.COS, c)));
        table.put(Function.ATAN, rising(ALL, angles, c -> call(Function.TAN, c)));
        table.put(Function.SINH, rising(ALL, ALL, c -> call(Function.ASINH, c)));
        table.put(Function.ASINH, rising(ALL, ALL, c -> call(Function.SINH, c)));
        table.put(Function.TANH, rising(ALL, symmetric, c -> call(Function.ATANH, c)));
        table.put(Function.ATANH, rising(symmetric, ALL, c -> call(Function.TANH, c)));
        table.put(
                Function.ACOSH,
                rising(RealSet.above(ONE).or(RealSet.point(ONE)), NOT_NEGATIVE, c -> call(Function.COSH, c)));
        table.put(Function.ASECH, falling(unit.or(RealSet.point(ONE)), NOT_NEGATIVE, c -> call(Function.SECH, c)));
        table.put(Function.SIGMOID, rising(ALL, unit, c -> call(Function.LOGIT, c)));
        table.put(Function.LOGIT, rising(unit, ALL, c -> call(Function.SIGMOID, c)));
        table.put(Function.SOFTPLUS, rising(ALL, POSITIVE, c -> call(Function.LN, call(Function.EXPM1, c))));
        table.put(
                Function.SOFTSIGN,
                rising(
                        ALL,
                        symmetric,
                        c -> new Quotient(c, new Sum(List.of(number(1), new Negate(call(Function.ABS, c)))))));
        table.put(Function.ERF, new Monotone(true, ALL, symmetric, null, number(0)));
        table.put(Function.ERFC, new Monotone(false, ALL, open(ZERO, Endpoint.of(number(2))), null, null));
        table.put(Function.NORMALCDF, new Monotone(true, ALL, unit, null, null));
        return table;
    }

    private static Monotone rising(RealSet domain, RealSet range, UnaryOperator<Expression> inverse) {
        return new Monotone(true, domain, range, inverse, null);
    }

    private static Monotone falling(RealSet domain, RealSet range, UnaryOperator<Expression> inverse) {
        return new Monotone(false, domain, range, inverse, null);
    }

    private static RealSet open(Endpoint lower, Endpoint upper) {
        return RealSet.above(lower).and(RealSet.below(upper));
    }

    private static RealSet closed(RealSet open) {
        Interval interval = open.intervals().getFirst();
        return open.or(RealSet.point(interval.lower())).or(RealSet.point(interval.upper()));
    }

    private static Expression call(Function function, Expression argument) {
        return Call.of(function, argument);
    }
}
