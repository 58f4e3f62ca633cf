package org.mlmath.expression.domain;

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
import org.mlmath.expression.Function;

/**
 * Which signs a formula can have, and whether its values are integers, seen from its form alone: x² + 1 is positive, e^x too.
 * "Can" errs on the side of yes.
 *
 * <p>Looks at every node once; linear in the size of the tree.
 */
final class Signs {
    private static final int NEGATIVE = 1;
    private static final int ZERO = 2;
    private static final int POSITIVE = 4;
    private static final int ANY = NEGATIVE | ZERO | POSITIVE;

    private final Map<String, Integer> indices = new HashMap<>();
    private final Map<Expression, Integer> known = new IdentityHashMap<>();
    private final Map<Expression, Boolean> integers = new IdentityHashMap<>();

    /**
     * From now on this name is the index of a sum, an integer that starts here.
     *
     * @return what {@link #release} needs to know
     */
    Integer bind(String index, Expression from) {
        int first = of(from);
        forget();
        return indices.put(index, (first & NEGATIVE) != 0 ? ANY : first | POSITIVE);
    }

    void release(String index, Integer before) {
        if (before == null) {
            indices.remove(index);
        } else {
            indices.put(index, before);
        }
        forget();
    }

    private void forget() {
        known.clear();
        integers.clear();
    }

    boolean positive(Expression expression) {
        return of(expression) == POSITIVE;
    }

    boolean notNegative(Expression expression) {
        return (of(expression) & NEGATIVE) == 0;
    }

    boolean notZero(Expression expression) {
        return (of(expression) & ZERO) == 0;
    }

    boolean negative(Expression expression) {
        return of(expression) == NEGATIVE;
    }

    boolean zero(Expression expression) {
        return of(expression) == ZERO;
    }

    /** @return whether all values are integers */
    boolean integer(Expression expression) {
        Boolean before = integers.get(expression);
        if (before == null) {
            before = isInteger(expression);
            integers.put(expression, before);
        }
        return before;
    }

    private boolean isInteger(Expression expression) {
        return switch (expression) {
            case Number number -> number.value().scale() <= 0;
            case Constant _ -> false;
            case Variable(String name) -> indices.containsKey(name);
            case Negate(Expression operand) -> integer(operand);
            case Sum(List<Expression> terms) -> terms.stream().allMatch(this::integer);
            case Product(List<Expression> factors) -> factors.stream().allMatch(this::integer);
            case Quotient _ -> false;
            case Power(Expression base, Expression exponent) ->
                integer(base) && integer(exponent) && notNegative(exponent);
            case Comparison _ -> true;
            case Call(Function function, List<Expression> arguments) ->
                switch (function) {
                    case FLOOR, CEIL, ROUND, TRUNC, SIGN, STEP, GCD, LCM, AND, OR, NOT -> true;
                    case ABS, MIN, MAX, MOD, RELU -> arguments.stream().allMatch(this::integer);
                    case FACTORIAL -> integer(arguments.getFirst());
                    case BINOMIAL -> arguments.stream().allMatch(this::integer);
                    default -> false;
                };
            case Piecewise(List<Branch> branches, Expression otherwise) ->
                branches.stream().allMatch(branch -> integer(branch.value()))
                        && (otherwise == null || integer(otherwise));
            case Series _ -> false;
        };
    }

    private int of(Expression expression) {
        Integer before = known.get(expression);
        if (before == null) {
            before = find(expression);
            known.put(expression, before);
        }
        return before;
    }

    private int find(Expression expression) {
        return switch (expression) {
            case Number number -> number.value().signum() == 0 ? ZERO : POSITIVE;
            case Constant _ -> POSITIVE;
            case Variable(String name) -> indices.getOrDefault(name, ANY);
            case Negate(Expression operand) -> opposite(of(operand));
            case Sum(List<Expression> terms) ->
                terms.stream().map(this::of).reduce(Signs::plus).orElseThrow();
            case Product(List<Expression> factors) ->
                factors.stream().map(this::of).reduce(Signs::times).orElseThrow();
            case Quotient(Expression numerator, Expression denominator) ->
                times(of(numerator), of(denominator) & ~ZERO);
            case Power(Expression base, Expression exponent) -> power(of(base), exponent);
            case Call(Function function, List<Expression> arguments) -> call(function, arguments);
            case Comparison _ -> ZERO | POSITIVE;
            case Piecewise(List<Branch> branches, Expression otherwise) -> {
                int signs = otherwise == null ? 0 : of(otherwise);
                for (Branch branch : branches) {
                    signs |= of(branch.value());
                }
                yield signs;
            }
            case Series _ -> ANY;
        };
    }

    private int power(int base, Expression exponent) {
        if (base == POSITIVE
                || exponent instanceof Number number && number.value().signum() == 0) {
            return POSITIVE;
        }
        boolean even = exponent instanceof Number number
                && number.value().scale() <= 0
                && !number.value().toBigInteger().testBit(0);
        boolean fractional = exponent instanceof Number number && number.value().scale() > 0;
        boolean odd = exponent instanceof Number && !even && !fractional;
        if (odd) {
            return base;
        }
        if (even || fractional || (base & NEGATIVE) == 0) {
            return ((base & ZERO) != 0 ? ZERO : 0) | POSITIVE;
        }
        return ANY;
    }

    private int call(Function function, List<Expression> arguments) {
        int first = of(arguments.getFirst());
        return switch (function) {
            case EXP, COSH, SECH, SIGMOID, SOFTPLUS, NORMALPDF, NORMALCDF, ERFC -> POSITIVE;
            case ABS -> first == ANY || (first & ZERO) != 0 ? (first == ZERO ? ZERO : ZERO | POSITIVE) : POSITIVE;
            case SQRT -> first & ~NEGATIVE;
            case CBRT, SINH, TANH, ASINH, ATAN, SIGN, ERF, SOFTSIGN, EXPM1, ASIN, ATANH, SILU, GELU -> first;
            case ACOS, ACOSH, ASECH -> ZERO | POSITIVE;
            case HYPOT ->
                arguments.stream().anyMatch(argument -> (of(argument) & ZERO) == 0) ? POSITIVE : ZERO | POSITIVE;
            case RELU -> (first & POSITIVE) | (first & ZERO) | ((first & NEGATIVE) != 0 ? ZERO : 0);
            case SEC, CSC -> NEGATIVE | POSITIVE;
            case COTH, CSCH, ACOTH, ACSCH -> first & ~ZERO;
            case GAMMA -> first == POSITIVE ? POSITIVE : NEGATIVE | POSITIVE;
            case FACTORIAL -> (first & NEGATIVE) == 0 ? POSITIVE : NEGATIVE | POSITIVE;
            case STEP, AND, OR, NOT, GCD, LCM -> ZERO | POSITIVE;
            case MAX -> maximum(arguments);
            case MIN -> opposite(maximum(arguments, true));
            default -> ANY;
        };
    }

    private int maximum(List<Expression> arguments) {
        return maximum(arguments, false);
    }

    /** A maximum is no less than any of its arguments. */
    private int maximum(List<Expression> arguments, boolean negated) {
        int all = 0;
        boolean positive = false;
        boolean notNegative = false;
        for (Expression argument : arguments) {
            int signs = negated ? opposite(of(argument)) : of(argument);
            all |= signs;
            positive |= signs == POSITIVE;
            notNegative |= (signs & NEGATIVE) == 0;
        }
        return positive ? POSITIVE : notNegative ? all & ~NEGATIVE : all;
    }

    private static int opposite(int signs) {
        return (signs & ZERO) | ((signs & NEGATIVE) != 0 ? POSITIVE : 0) | ((signs & POSITIVE) != 0 ? NEGATIVE : 0);
    }

    private static int plus(int a, int b) {
        int sum = 0;
        for (int s = NEGATIVE; s <= POSITIVE; s <<= 1) {
            for (int t = NEGATIVE; t <= POSITIVE; t <<= 1) {
                if ((a & s) != 0 && (b & t) != 0) {
                    sum |= s == t || t == ZERO ? s : s == ZERO ? t : ANY;
                }
            }
        }
        return sum;
    }

    private static int times(int a, int b) {
        int product = 0;
        for (int s = NEGATIVE; s <= POSITIVE; s <<= 1) {
            for (int t = NEGATIVE; t <= POSITIVE; t <<= 1) {
                if ((a & s) != 0 && (b & t) != 0) {
                    product |= s == ZERO || t == ZERO ? ZERO : s == t ? POSITIVE : NEGATIVE;
                }
            }
        }
        return product;
    }
}
