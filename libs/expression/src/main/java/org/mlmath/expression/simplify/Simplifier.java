package org.mlmath.expression.simplify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
import org.mlmath.expression.differentiate.Algebra;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

/**
 * Arithmetic on trees whose results are in readable form: a sum has each term once, a product has one number in front, each
 * base once, and negative powers in a denominator.
 *
 * <p>Remembers what it has seen: one instance per job and thread.
 */
public final class Simplifier implements Algebra<Expression> {
    /** Nodes of a result, written out. */
    public static final int NODES = 10_000;

    /** Terms up to which multiplying out is tried. */
    private static final int EXPANDED = 24;

    private static final Number ZERO = new Number(BigDecimal.ZERO);
    private static final Number ONE = new Number(BigDecimal.ONE);
    private static final Number TWO = new Number(BigDecimal.TWO);

    private final Map<Expression, Expression> simplified = new IdentityHashMap<>();
    private final Map<Expression, Integer> sizes = new IdentityHashMap<>();
    private final Deadline deadline;
    private boolean expanding;

    public Simplifier(Deadline deadline) {
        this.deadline = deadline;
    }

    /** @return the readable form of a tree */
    public Expression simplify(Expression expression) {
        Expression known = simplified.get(expression);
        if (known == null) {
            known = rebuild(expression);
            simplified.put(expression, known);
            simplified.put(known, known);
        }
        return known;
    }

    private Expression rebuild(Expression expression) {
        return switch (expression) {
            case Number _, Constant _, Variable _ -> expression;
            case Negate(Expression operand) -> negate(simplify(operand));
            case Sum(List<Expression> terms) -> sum(all(terms));
            case Product(List<Expression> factors) -> product(all(factors));
            case Quotient(Expression numerator, Expression denominator) ->
                divide(simplify(numerator), simplify(denominator));
            case Power(Expression base, Expression exponent) -> power(simplify(base), simplify(exponent));
            case Call(Function function, List<Expression> arguments) -> call(function, all(arguments));
            case Comparison(Expression left, Relation relation, Expression right) ->
                new Comparison(simplify(left), relation, simplify(right));
            case Piecewise(List<Branch> branches, Expression otherwise) ->
                sized(new Piecewise(
                        branches.stream()
                                .map(branch -> new Branch(simplify(branch.condition()), simplify(branch.value())))
                                .toList(),
                        otherwise == null ? null : simplify(otherwise)));
            case Series(Series.Kind kind, String index, Expression from, Expression to, Expression body) ->
                sized(new Series(kind, index, simplify(from), simplify(to), simplify(body)));
        };
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::simplify).toList();
    }

    @Override
    public Expression number(double value) {
        return Expressions.number(BigDecimal.valueOf(value));
    }

    @Override
    public Expression constant(Constant constant) {
        return constant;
    }

    @Override
    public Expression negate(Expression a) {
        if (a instanceof Sum(List<Expression> terms)) {
            return sum(terms.stream().map(this::negate).toList());
        }
        return product(List.of(Expressions.number(-1), a));
    }

    @Override
    public Expression add(Expression a, Expression b) {
        return sum(List.of(a, b));
    }

    @Override
    public Expression multiply(Expression a, Expression b) {
        return product(List.of(a, b));
    }

    @Override
    public Expression divide(Expression a, Expression b) {
        Factors factors = new Factors();
        factors.multiply(a, ONE);
        factors.multiply(b, Expressions.number(-1));
        return factors.build();
    }

    /** As {@link #divide}, but what all terms of the numerator share is put in front where that makes the result shorter. */
    public Expression fraction(Expression numerator, Expression denominator) {
        Expression plain = divide(numerator, denominator);
        if (!(numerator instanceof Sum(List<Expression> terms))) {
            return plain;
        }
        Expression common = commonFactor(terms);
        if (common.equals(ONE)) {
            return plain;
        }
        Expression rest = sum(terms.stream().map(term -> divide(term, common)).toList());
        Expression shorter = product(List.of(common, rest, divide(ONE, denominator)));
        return size(shorter) <= size(plain) ? shorter : plain;
    }

    /** The lowest power of each base; of one that a term lacks, a negative power clears the denominators of the others. */
    private Expression commonFactor(List<Expression> terms) {
        List<Factors> parts = new ArrayList<>();
        Map<Expression, Expression> lowest = new LinkedHashMap<>();
        for (Expression term : terms) {
            Factors part = new Factors();
            part.multiply(term, ONE);
            parts.add(part);
            part.exponents.forEach(lowest::putIfAbsent);
        }
        Factors common = new Factors();
        lowest.forEach((base, first) -> {
            Coefficient least = null;
            boolean same = true;
            for (Factors part : parts) {
                Expression exponent = part.exponents.getOrDefault(base, ZERO);
                same &= exponent.equals(first);
                Coefficient power = Coefficient.of(exponent);
                if (power == null) {
                    least = null;
                    if (!same) {
                        return;
                    }
                } else if (least == null || power.plus(least.negate()).signum() < 0) {
                    least = power;
                }
            }
            if (same) {
                common.multiply(base, first);
            } else if (least != null && !least.isZero()) {
                common.multiply(base, number(least));
            }
        });
        return common.build();
    }

    @Override
    public Expression power(Expression base, Expression exponent) {
        Factors factors = new Factors();
        factors.multiply(base, exponent);
        return factors.build();
    }

    @Override
    public Expression call(Function function, List<Expression> arguments) {
        Expression x = arguments.getFirst();
        boolean zero = x.equals(ZERO);
        Expression value =
                switch (function) {
                    case EXP -> power(Constant.E, x);
                    case LN -> logarithm(x);
                    case SQRT -> power(x, new Quotient(ONE, Expressions.number(2)));
                    case SIN, TAN, ASIN, ATAN, SINH, TANH, ASINH, ATANH, EXPM1, LOG1P, ERF -> zero ? ZERO : null;
                    case COS, COSH, SEC, SECH -> zero ? ONE : null;
                    case ABS ->
                        Coefficient.of(x) == null
                                ? null
                                : number(Coefficient.of(x).abs());
                    default -> null;
                };
        return value != null ? value : sized(new Call(function, arguments));
    }

    private static Expression logarithmOf(Expression exponent) {
        return exponent instanceof Call(Function function, List<Expression> arguments) && function == Function.LN
                ? arguments.getFirst()
                : null;
    }

    private static Expression logarithm(Expression x) {
        if (x.equals(ONE)) {
            return ZERO;
        }
        if (x == Constant.E) {
            return ONE;
        }
        return x instanceof Power(Expression base, Expression exponent) && base == Constant.E ? exponent : null;
    }

    @Override
    public Expression compare(Expression a, Relation relation, Expression b) {
        return sized(new Comparison(a, relation, b));
    }

    @Override
    public Expression select(Expression condition, Expression then, Expression otherwise) {
        return then.equals(otherwise) ? then : sized(new Piecewise(List.of(new Branch(condition, then)), otherwise));
    }

    @Override
    public Expression oneMinusSquare(Expression a) {
        return subtract(ONE, square(a));
    }

    /** @return the sum, each term once, in the order in which they come; numbers last, a positive term first if there is one */
    public Expression sum(List<Expression> terms) {
        Map<Expression, Coefficient> collected = new LinkedHashMap<>();
        for (Expression term : terms) {
            collect(collected, term, Coefficient.ONE);
        }
        addSquares(collected, Function.SIN, Function.COS, false);
        addSquares(collected, Function.COSH, Function.SINH, true);
        Coefficient constant = collected.getOrDefault(ONE, Coefficient.ZERO);
        collected.remove(ONE);
        List<Expression> result = new ArrayList<>();
        collected.forEach((term, coefficient) -> {
            if (!coefficient.isZero()) {
                result.add(scaled(coefficient, term));
            }
        });
        if (!constant.isZero() || result.isEmpty()) {
            result.add(number(constant));
        }
        for (int i = 0; i < result.size() && result.getFirst() instanceof Negate; i++) {
            if (!(result.get(i) instanceof Negate)) {
                result.addFirst(result.remove(i));
            }
        }
        return result.size() == 1 ? result.getFirst() : shorter(sized(new Sum(result)));
    }

    /** sin² + cos² = 1 and cosh² − sinh² = 1, with equal coefficients before both. */
    private static void addSquares(
            Map<Expression, Coefficient> collected, Function first, Function second, boolean difference) {
        for (Expression term : List.copyOf(collected.keySet())) {
            if (term instanceof Power(Call(Function function, List<Expression> arguments), Expression exponent)
                    && function == first
                    && exponent.equals(TWO)) {
                Expression partner = new Power(new Call(second, arguments), TWO);
                Coefficient own = collected.get(term);
                Coefficient other = collected.get(partner);
                if (other != null
                        && own.plus(difference ? other : other.negate()).isZero()) {
                    collected.remove(term);
                    collected.remove(partner);
                    collected.merge(ONE, own, Coefficient::plus);
                }
            }
        }
    }

    /** Multiplies out a sum of sums where that makes it shorter, as 2(x² + 1) − 4x² is 2 − 2x². */
    private Expression shorter(Sum sum) {
        if (expanding) {
            return sum;
        }
        expanding = true;
        List<Expression> terms = new ArrayList<>();
        for (Expression term : sum.terms()) {
            terms.addAll(multipliedOut(term));
        }
        boolean worth = terms.size() > sum.terms().size() && terms.size() <= EXPANDED;
        Expression expanded = worth ? sum(terms) : sum;
        expanding = false;
        return size(expanded) < size(sum) ? expanded : sum;
    }

    private List<Expression> multipliedOut(Expression term) {
        if (term instanceof Negate(Expression operand)) {
            return multipliedOut(operand).stream().map(this::negate).toList();
        }
        if (term instanceof Product(List<Expression> factors)) {
            for (int i = 0; i < factors.size(); i++) {
                if (factors.get(i) instanceof Sum(List<Expression> parts)) {
                    List<Expression> result = new ArrayList<>();
                    for (Expression part : parts) {
                        List<Expression> replaced = new ArrayList<>(factors);
                        replaced.set(i, part);
                        result.addAll(parts.size() > EXPANDED ? List.of(term) : multipliedOut(product(replaced)));
                        if (result.size() > EXPANDED) {
                            return List.of(term);
                        }
                    }
                    return result;
                }
            }
        }
        return List.of(term);
    }

    private void collect(Map<Expression, Coefficient> collected, Expression term, Coefficient coefficient) {
        switch (term) {
            case Sum(List<Expression> terms) -> terms.forEach(part -> collect(collected, part, coefficient));
            case Negate(Expression operand) -> collect(collected, operand, coefficient.negate());
            default -> {
                Factors factors = new Factors();
                factors.multiply(term, ONE);
                Coefficient own = factors.coefficient.times(coefficient);
                factors.coefficient = Coefficient.ONE;
                Expression rest = factors.build();
                Coefficient total =
                        collected.getOrDefault(rest, Coefficient.ZERO).plus(own);
                collected.put(rest, total);
            }
        }
    }

    /** A number times what has none. */
    private Expression scaled(Coefficient coefficient, Expression term) {
        Factors factors = new Factors();
        factors.multiply(term, ONE);
        factors.coefficient = coefficient;
        return factors.build();
    }

    public Expression product(List<Expression> factors) {
        Factors collected = new Factors();
        factors.forEach(factor -> collected.multiply(factor, ONE));
        return collected.build();
    }

    private static Expression number(Coefficient value) {
        BigDecimal decimal = value.asDecimal();
        Expression modulus;
        if (decimal != null) {
            modulus = new Number(decimal);
        } else {
            Number numerator = new Number(new BigDecimal(value.numerator().abs()));
            modulus = value.isInteger()
                    ? numerator
                    : new Quotient(numerator, new Number(new BigDecimal(value.denominator())));
        }
        return value.signum() < 0 ? new Negate(modulus) : modulus;
    }

    /** Refuses a tree too large to be of use, before it is used in larger ones. */
    private <E extends Expression> E sized(E expression) {
        deadline.check();
        if (size(expression) > NODES) {
            LimitExceededException e = new LimitExceededException(
                    "The result would have more than %,d terms, factors and functions.".formatted(NODES));
            e.with("limit", NODES);
            throw e;
        }
        return expression;
    }

    private int size(Expression expression) {
        Integer known = sizes.get(expression);
        if (known == null) {
            long size = 1;
            for (Expression child : Expressions.children(expression)) {
                size += size(child);
            }
            known = (int) Math.min(size, Integer.MAX_VALUE / 2);
            sizes.put(expression, known);
        }
        return known;
    }

    /** A product under construction: a number and powers of distinct bases. */
    private final class Factors {
        private Coefficient coefficient = Coefficient.ONE;
        private final Map<Expression, Expression> exponents = new LinkedHashMap<>();

        /** Takes in base^exponent. Powers are taken apart only where that is valid for all reals: for integer exponents. */
        void multiply(Expression base, Expression exponent) {
            Coefficient power = Coefficient.of(exponent);
            boolean integer =
                    power != null && power.isInteger() && power.numerator().bitLength() < 31;
            switch (base) {
                case Number(BigDecimal value) when power != null -> number(Coefficient.of(value), base, power);
                case Negate(Expression operand)
                when integer -> {
                    if (power.numerator().testBit(0)) {
                        coefficient = coefficient.negate();
                    }
                    multiply(operand, exponent);
                }
                case Product(List<Expression> factors)
                when integer -> factors.forEach(factor -> multiply(factor, exponent));
                case Product(List<Expression> factors)
                when power != null && factors.getFirst() instanceof Number number && isSquare(number, power) -> {
                    multiply(number, exponent);
                    multiply(product(factors.subList(1, factors.size())), exponent);
                }
                case Quotient(Expression numerator, Expression denominator)
                when integer -> {
                    multiply(numerator, exponent);
                    multiply(denominator, negate(exponent));
                }
                case Power(Expression inner, Expression innerExponent)
                when integer || inner == Constant.E ->
                    multiply(
                            inner,
                            power != null && power.isOne() ? innerExponent : product(List.of(innerExponent, exponent)));
                case Call(Function function, List<Expression> arguments)
                when function == Function.SQRT && integer ->
                    multiply(
                            arguments.getFirst(),
                            Simplifier.number(power.times(Coefficient.of(2).reciprocal())));
                case Constant constant
                when constant == Constant.E && logarithmOf(exponent) != null -> multiply(logarithmOf(exponent), ONE);
                case Call(Function function, List<Expression> arguments)
                when function == Function.EXP -> multiply(Constant.E, product(List.of(arguments.getFirst(), exponent)));
                default -> put(base, exponent);
            }
        }

        /** Whether the number has a rational root: √(4x) is 2√x, √(2π) stays. */
        private boolean isSquare(Number number, Coefficient power) {
            return power.denominator().equals(BigInteger.TWO)
                    && number.value().signum() > 0
                    && Coefficient.of(number.value()).squareRoot() != null;
        }

        private void number(Coefficient value, Expression base, Coefficient power) {
            if (value.isOne() || power.isZero()) {
                return;
            }
            Coefficient result = null;
            if (value.isZero()) {
                result = power.signum() > 0 ? Coefficient.ZERO : null;
            } else if (power.isInteger() && power.numerator().bitLength() < 31 && value.isShort()) {
                result = value.power(power.numerator().intValue());
            } else if (power.denominator().equals(BigInteger.TWO) && value.squareRoot() != null) {
                result = value.squareRoot().power(power.numerator().intValue());
            }
            if (result != null && coefficient.isShort()) {
                coefficient = coefficient.times(result);
            } else {
                put(base, Simplifier.number(power));
            }
        }

        private void put(Expression base, Expression exponent) {
            Expression before = exponents.get(base);
            Expression total = before == null ? exponent : sum(List.of(before, exponent));
            exponents.put(base, total);
        }

        Expression build() {
            if (coefficient.isZero() && exponents.keySet().stream().noneMatch(ZERO::equals)) {
                return ZERO;
            }
            List<Expression> above = new ArrayList<>();
            List<Expression> below = new ArrayList<>();
            exponents.forEach((base, exponent) -> {
                Coefficient power = Coefficient.of(exponent);
                if (power == null) {
                    above.add(sized(new Power(base, exponent)));
                } else if (power.signum() > 0 || (base == Constant.E && !power.isInteger())) {
                    above.add(raised(base, power));
                } else if (power.signum() < 0) {
                    below.add(raised(base, power.negate()));
                }
            });
            Comparator<Expression> order = inOrder();
            above.sort(order);
            below.sort(order);
            boolean negative = coefficient.signum() < 0;
            if (negative
                    && above.size() == 1
                    && above.getFirst() instanceof Sum sum
                    && coefficient.numerator().bitLength() == 0) {
                Expression negated = Simplifier.this.negate(sum);
                if (negated instanceof Sum(List<Expression> terms) && !(terms.getFirst() instanceof Negate)) {
                    above.set(0, negated);
                    negative = false;
                }
            }
            Coefficient size = coefficient.abs();
            BigDecimal decimal = size.asDecimal();
            if (decimal != null) {
                addFirst(above, decimal);
            } else {
                addFirst(above, new BigDecimal(size.numerator()));
                addFirst(below, new BigDecimal(size.denominator()));
            }
            Expression numerator = joined(above);
            Expression modulus = below.isEmpty() ? numerator : sized(new Quotient(numerator, joined(below)));
            return negative ? signed(modulus) : modulus;
        }

        /** −(a − b) is b − a, where that is the whole. */
        private Expression signed(Expression modulus) {
            return modulus instanceof Sum ? Simplifier.this.negate(modulus) : new Negate(modulus);
        }

        private static void addFirst(List<Expression> factors, BigDecimal number) {
            if (number.compareTo(BigDecimal.ONE) != 0) {
                factors.addFirst(new Number(number));
            }
        }

        private Expression joined(List<Expression> factors) {
            return switch (factors.size()) {
                case 0 -> ONE;
                case 1 -> factors.getFirst();
                default -> sized(new Product(factors));
            };
        }

        private Expression raised(Expression base, Coefficient power) {
            if (power.isOne()) {
                return base;
            }
            if (power.numerator().equals(BigInteger.ONE)
                    && power.denominator().equals(BigInteger.TWO)
                    && !power.decimal()
                    && base != Constant.E) {
                return sized(Call.of(Function.SQRT, base));
            }
            return sized(new Power(base, Simplifier.number(power)));
        }
    }

    /** Named numbers, then variables, then sums, roots and exponentials, then functions. */
    private static int rank(Expression factor) {
        return switch (factor) {
            case Number _ -> 0;
            case Constant _ -> 2;
            case Variable _ -> 3;
            case Power(Expression base, Expression _) ->
                base == Constant.E ? 6 : base instanceof Number ? 1 : rank(base);
            case Sum _ -> 5;
            case Call(Function function, List<Expression> _) -> function == Function.SQRT ? 4 : 7;
            default -> 8;
        };
    }

    /** By kind, and within a kind alphabetically, so that products that are equal are written equally. */
    private static Comparator<Expression> inOrder() {
        Map<Expression, String> names = new IdentityHashMap<>();
        return Comparator.comparingInt(Simplifier::rank)
                .thenComparing(factor -> names.computeIfAbsent(factor, Simplifier::name));
    }

    /** A negative argument sorts after its positive: σ(x)σ(−x). */
    private static String name(Expression factor) {
        return factor instanceof Power(Expression base, Expression _)
                ? name(base)
                : Expressions.text(factor).replace('-', '~');
    }
}
