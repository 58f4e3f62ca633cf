package org.mlmath.calculus.convexity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.expression.polynomial.AlgebraicRoots;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;

/**
 * The curvature of an expression from that of its parts, as disciplined convex programming has it: a convex function that does not
 * fall, of a convex one, is convex, and so on.
 *
 * <p>The atoms are functions of one number ({@link Bend}), largest and least values, norms, products of powers, sums that are convex under
 * their logarithm, relative entropies, perspectives, quadratic forms (exactly); and whatever depends on one direction only, which
 * {@link Line} looks at. Sources: Boyd and Vandenberghe, <i>Convex Optimization</i>, §3.2 and §3.5; Grant, Boyd and Ye, <i>Disciplined
 * convex programming</i> (2006).
 */
final class Composition {
    private static final int TERMS = 200;
    private static final int DEPTH = 12;
    private static final int DEGREE = 8;

    /** Parts at most that are examined by more than rules. */
    private static final int LINES = 30;

    private final List<String> variables;
    private final Interval[] region;
    private final Deadline deadline;
    private final boolean lines;
    private final Map<Expression, Shape> shapes = new IdentityHashMap<>();
    private final Map<Expression, Interval> ranges = new IdentityHashMap<>();
    private final Set<Expression> notNegative;
    private int depth;
    private int linesLeft = LINES;

    /**
     * @param region where the expression that is looked at has values at all
     * @param notNegative parts that are not negative wherever it has one
     * @param lines whether parts that depend on one direction are looked at by other means than these rules
     */
    Composition(
            List<String> variables, Interval[] region, Set<Expression> notNegative, boolean lines, Deadline deadline) {
        this.variables = variables;
        this.region = region;
        this.notNegative = notNegative;
        this.lines = lines;
        this.deadline = deadline;
    }

    Shape of(Expression expression) {
        if (expression.variables().isEmpty()) {
            return Shape.CONSTANT;
        }
        Shape known = shapes.get(expression);
        if (known == null) {
            deadline.check();
            known = Shape.UNKNOWN;
            if (depth < DEPTH * DEPTH) {
                depth++;
                known = structural(expression);
                depth--;
            }
            if (known == Shape.UNKNOWN && !(expression instanceof Sum)) {
                known = otherwise(expression);
            }
            if (known == Shape.UNKNOWN) {
                known = ConstantHessian.shape(expression, deadline);
            }
            shapes.put(expression, known);
        }
        return known;
    }

    private Shape structural(Expression expression) {
        return switch (expression) {
            case Variable _ -> Shape.AFFINE;
            case Negate(Expression operand) -> of(operand).negated();
            case Sum(List<Expression> terms) -> sum(terms);
            case Product _, Quotient _, Power _ -> product(expression);
            case Call(Function function, List<Expression> arguments) -> call(function, arguments, expression);
            case Series series -> series(series);
            default -> Shape.UNKNOWN;
        };
    }

    private Shape otherwise(Expression expression) {
        QuadraticForm form = QuadraticForm.of(expression);
        if (form != null) {
            return form.shape();
        }
        return lines && linesLeft-- > 0
                ? Line.shape(expression, variables, region, notNegative, deadline)
                : Shape.UNKNOWN;
    }

    /** @return what an expression's values on the region lie in */
    Interval range(Expression expression) {
        Interval range = ranges.get(expression);
        if (range == null) {
            range = IntervalFunction.of(expression, variables).over(region).range();
            ranges.put(expression, range);
            // What may be negative bounds where there are values, and only a concave part does so without leaving a
            // gap: x² + x would.
            if (notNegative.contains(expression)
                    && range.lower() < 0
                    && of(expression).concave()) {
                range = range.intersect(new Interval(0, Double.POSITIVE_INFINITY));
                ranges.put(expression, range);
            }
        }
        return range;
    }

    private static Shape scaled(Shape shape, Interval factor) {
        if (factor.isEmpty()) {
            return Shape.UNKNOWN;
        }
        return factor.lower() >= 0 ? shape : factor.upper() <= 0 ? shape.negated() : Shape.UNKNOWN;
    }

    // ---- sums

    private Shape sum(List<Expression> terms) {
        Shape sum = terms.stream().map(this::of).reduce(Shape.CONSTANT, Shape::plus);
        if (sum != Shape.UNKNOWN) {
            return sum;
        }
        List<Expression> flat = new ArrayList<>();
        terms.forEach(term -> flatten(term, false, flat));
        return flat.size() > TERMS ? Shape.UNKNOWN : regrouped(flat);
    }

    private static void flatten(Expression term, boolean negative, List<Expression> flat) {
        switch (term) {
            case Sum(List<Expression> terms) -> terms.forEach(each -> flatten(each, negative, flat));
            case Negate(Expression operand) -> flatten(operand, !negative, flat);
            default -> flat.add(negative ? new Negate(term) : term);
        }
    }

    /** Terms that are quadratic together, those with the same factor beside a logarithm, and those of one variable. */
    private Shape regrouped(List<Expression> terms) {
        QuadraticForm quadratic = QuadraticForm.ZERO;
        List<Expression> others = new ArrayList<>();
        for (Expression term : terms) {
            QuadraticForm form = QuadraticForm.of(term);
            quadratic = form == null ? quadratic : quadratic.plus(form);
            if (form == null) {
                others.add(term);
            }
        }
        Map<String, List<Expression>> ofOne = new LinkedHashMap<>();
        List<Expression> ofMore = new ArrayList<>();
        for (Expression term : others) {
            List<String> names = term.variables();
            if (names.size() == 1) {
                ofOne.computeIfAbsent(names.getFirst(), _ -> new ArrayList<>()).add(term);
            } else {
                ofMore.add(term);
            }
        }
        Map<String, Rational> squares = quadratic.separableSquares();
        squares.keySet().retainAll(ofOne.keySet());
        squares.forEach((name, value) -> ofOne.get(name)
                .add(new Product(
                        List.of(AlgebraicRoots.number(value), new Power(new Variable(name), Expressions.number(2))))));
        Shape shape = quadratic.without(squares).shape();
        for (List<Expression> group : ofOne.values()) {
            Shape each = group.stream().map(this::of).reduce(Shape.CONSTANT, Shape::plus);
            shape = shape.plus(each == Shape.UNKNOWN && group.size() > 1 ? otherwise(new Sum(group)) : each);
        }
        Shape rest = ofMore.stream().map(this::of).reduce(Shape.CONSTANT, Shape::plus);
        if (rest == Shape.UNKNOWN && ofMore.size() > 1) {
            rest = Entropy.shape(ofMore, this);
        }
        Shape whole = shape.plus(rest);
        if (whole == Shape.UNKNOWN) {
            Shape entropies = Entropy.shape(others, this);
            whole = quadratic.shape().plus(entropies);
        }
        if (whole == Shape.UNKNOWN) {
            whole = ofPolynomial(terms);
        }
        return whole == Shape.UNKNOWN ? otherwise(new Sum(terms)) : whole;
    }

    /** Terms that are polynomials together, and the others. */
    private Shape ofPolynomial(List<Expression> terms) {
        PolynomialTerms polynomial = PolynomialTerms.ZERO;
        Shape others = Shape.CONSTANT;
        for (Expression term : terms) {
            PolynomialTerms each = PolynomialTerms.of(term, DEGREE);
            polynomial = each == null ? polynomial : polynomial.plus(each);
            others = each == null ? others.plus(of(term)) : others;
        }
        boolean worth = others != Shape.UNKNOWN && lines && linesLeft-- > 0;
        return worth ? polynomial.shape(deadline).plus(others) : Shape.UNKNOWN;
    }

    private Shape series(Series series) {
        Interval from = series.from().variables().isEmpty() ? range(series.from()) : Interval.ENTIRE;
        Interval to = series.to().variables().isEmpty() ? range(series.to()) : Interval.ENTIRE;
        if (series.kind() != Series.Kind.SUM
                || !from.isPoint()
                || !to.isPoint()
                || !(to.lower() - from.lower() < TERMS && to.lower() >= from.lower())) {
            return Shape.UNKNOWN;
        }
        List<Expression> terms = new ArrayList<>();
        for (long i = (long) from.lower(); i <= to.lower(); i++) {
            terms.add(Substitution.of(series.body(), series.index(), AlgebraicRoots.number(Rational.of(i))));
        }
        return sum(terms);
    }

    // ---- products and powers

    private Shape product(Expression product) {
        Factors factors = Factors.of(product, this);
        if (factors == null) {
            return Shape.UNKNOWN;
        }
        if (factors.exponents.isEmpty() && factors.powers.size() == 1) {
            Map.Entry<Expression, Rational> only =
                    factors.powers.entrySet().iterator().next();
            return scaled(power(only.getKey(), only.getValue(), product), factors.coefficient);
        }
        Shape shape = monomial(factors);
        if (shape == Shape.UNKNOWN && logarithmOfPowers(factors).convex()) {
            shape = Shape.CONVEX; // its logarithm is
        }
        if (shape == Shape.UNKNOWN && factors.exponents.isEmpty()) {
            shape = Entropy.shape(factors, this);
        }
        if (shape == Shape.UNKNOWN) {
            shape = perspective(factors);
        }
        return shape == Shape.UNKNOWN ? distributed(factors) : scaled(shape, factors.coefficient);
    }

    private Shape power(Expression base, Rational exponent, Expression whole) {
        if (base.equals(whole)) { // an exponent that is not rational
            return base instanceof Power(Expression of, Expression p)
                            && p.variables().isEmpty()
                    ? Bend.power(range(p), range(of)).of(of(of), range(of))
                    : Shape.UNKNOWN;
        }
        Interval p = interval(exponent);
        Shape shape = Bend.power(p, range(base)).of(of(base), range(base));
        shape = shape == Shape.UNKNOWN ? norm(base, exponent) : shape;
        if (shape == Shape.UNKNOWN && range(base).lower() >= 0) {
            Shape logarithm = shapeOfLogarithm(base);
            boolean convex = exponent.signum() > 0 ? logarithm.convex() : logarithm.concave();
            shape = convex ? Shape.CONVEX : Shape.UNKNOWN;
        }
        return shape;
    }

    private static Interval interval(Rational value) {
        double nearest = value.doubleValue();
        int side = Rational.of(nearest).compareTo(value);
        boolean exact = side == 0 && nearest == Math.rint(nearest);
        return exact ? Interval.point(nearest) : new Interval(Math.nextDown(nearest), Math.nextUp(nearest));
    }

    /**
     * A product of powers of positive bases: convex where no exponent is positive, or one is and all together are at least 1; concave where
     * none is negative and all together are at most 1.
     */
    private Shape monomial(Factors factors) {
        if (!factors.exponents.isEmpty() || factors.powers.isEmpty()) {
            return Shape.UNKNOWN;
        }
        Rational total = Rational.ZERO;
        int rising = 0;
        boolean convexAbove = true;
        boolean concaveAbove = true;
        boolean concaveBelow = true;
        for (Map.Entry<Expression, Rational> factor : factors.powers.entrySet()) {
            Expression base = factor.getKey();
            Rational power = factor.getValue();
            total = total.add(power);
            boolean positive = range(base).lower() >= 0;
            if (power.signum() > 0) {
                rising++;
                boolean even = power.isInteger() && !power.numerator().testBit(0) && of(base).affine();
                convexAbove &= even || positive && of(base).convex();
                concaveAbove &= positive && of(base).concave();
            } else {
                concaveBelow &= positive && of(base).concave();
            }
        }
        boolean convex =
                concaveBelow && (rising == 0 || rising == 1 && convexAbove && total.compareTo(Rational.ONE) >= 0);
        boolean concave = rising == factors.powers.size() && concaveAbove && total.compareTo(Rational.ONE) <= 0;
        return Shape.of(convex, concave);
    }

    /** (Σ gᵢᵖ)^(1/p): convex where p ≥ 1 and the gᵢ are so and not negative, concave where p < 1 and they are concave and not negative. */
    private Shape norm(Expression base, Rational exponent) {
        if (exponent.equals(Rational.of(1)) || exponent.signum() == 0) {
            return Shape.UNKNOWN;
        }
        boolean convex = exponent.signum() > 0 && exponent.compareTo(Rational.ONE) < 0;
        if (convex && exponent.equals(new Rational(BigInteger.ONE, BigInteger.TWO))) {
            QuadraticForm form = QuadraticForm.of(base);
            if (form != null && form.isSquareOfNorm()) {
                return Shape.CONVEX;
            }
        }
        List<Expression> terms = new ArrayList<>();
        flatten(base, false, terms);
        for (Expression term : terms) {
            Interval range = range(term);
            if (!(range.lower() >= 0)) {
                return Shape.UNKNOWN;
            }
            if (term.variables().isEmpty()) {
                continue;
            }
            Factors factors = Factors.of(term, this);
            if (factors == null || factors.coefficient.lower() < 0) {
                return Shape.UNKNOWN;
            }
            Shape root = factors.exponents.isEmpty() ? root(factors, exponent) : Shape.UNKNOWN;
            if (convex && root == Shape.UNKNOWN && shapeOfLogarithm(term).convex()) {
                root = Shape.CONVEX; // a power of what is convex under its logarithm
            }
            if (convex ? !root.convex() : !root.concave()) {
                return Shape.UNKNOWN;
            }
        }
        return convex ? Shape.CONVEX : Shape.CONCAVE;
    }

    private Shape root(Factors factors, Rational exponent) {
        Map<Expression, Rational> powers = new LinkedHashMap<>();
        factors.powers.forEach((base, power) -> {
            boolean even = power.isInteger() && !power.numerator().testBit(0);
            boolean signed = !(range(base).lower() >= 0) && even;
            powers.put(signed ? Call.of(Function.ABS, base) : base, power.multiply(exponent));
        });
        if (powers.size() == 1) {
            Map.Entry<Expression, Rational> only = powers.entrySet().iterator().next();
            Interval range = range(only.getKey());
            return Bend.power(interval(only.getValue()), range).of(of(only.getKey()), range);
        }
        factors.powers.clear();
        factors.powers.putAll(powers);
        return monomial(factors);
    }

    /** t·g(s/t) where t is affine and positive, s affine and g convex, or concave. */
    private Shape perspective(Factors factors) {
        for (Map.Entry<Expression, Rational> factor : factors.powers.entrySet()) {
            Expression scale = factor.getKey();
            boolean candidate = factor.getValue().equals(Rational.ONE)
                    && range(scale).lower() >= 0
                    && of(scale).affine()
                    && factors.powers.size() + factors.exponents.size() > 1;
            if (!candidate) {
                continue;
            }
            List<Expression> rest = new ArrayList<>();
            factors.exponents.forEach(exponent -> rest.add(Call.of(Function.EXP, exponent)));
            factors.powers.forEach((base, power) -> {
                if (base != scale) {
                    rest.add(new Power(base, AlgebraicRoots.number(power)));
                }
            });
            Map<Expression, String> ratios = new LinkedHashMap<>();
            Expression inside = ratio(rest.size() == 1 ? rest.getFirst() : new Product(rest), scale, ratios);
            List<String> names = List.copyOf(ratios.values());
            if (names.isEmpty()
                    || !names.containsAll(inside.variables())
                    || !ratios.keySet().stream().allMatch(above -> of(above).affine())) {
                continue;
            }
            Interval[] box = ratios.keySet().stream()
                    .map(above -> range(new Quotient(above, scale)))
                    .toArray(Interval[]::new);
            Shape shape = new Composition(names, box, Set.of(), lines, deadline).of(inside);
            if (shape != Shape.UNKNOWN) {
                return shape;
            }
        }
        return Shape.UNKNOWN;
    }

    /** The expression with every quotient by the scale replaced by a variable of its own. */
    private Expression ratio(Expression expression, Expression scale, Map<Expression, String> ratios) {
        return switch (expression) {
            case Quotient(Expression above, Expression below)
            when below.equals(scale) -> new Variable(ratios.computeIfAbsent(above, _ -> "ratio " + ratios.size()));
            case Negate(Expression operand) -> new Negate(ratio(operand, scale, ratios));
            case Sum(List<Expression> terms) ->
                new Sum(terms.stream().map(each -> ratio(each, scale, ratios)).toList());
            case Product(List<Expression> terms) ->
                new Product(
                        terms.stream().map(each -> ratio(each, scale, ratios)).toList());
            case Quotient(Expression above, Expression below) ->
                new Quotient(ratio(above, scale, ratios), ratio(below, scale, ratios));
            case Power(Expression base, Expression exponent) ->
                new Power(ratio(base, scale, ratios), ratio(exponent, scale, ratios));
            case Call(Function function, List<Expression> arguments) ->
                new Call(
                        function,
                        arguments.stream()
                                .map(each -> ratio(each, scale, ratios))
                                .toList());
            default -> expression;
        };
    }

    /** (a + b)·c as a·c + b·c, where everything else says nothing. */
    private Shape distributed(Factors factors) {
        for (Map.Entry<Expression, Rational> factor : factors.powers.entrySet()) {
            if (factor.getKey() instanceof Sum(List<Expression> terms)
                    && factor.getValue().equals(Rational.ONE)
                    && terms.size() <= DEPTH
                    && depth < DEPTH) {
                List<Expression> rest = new ArrayList<>();
                factors.exponents.forEach(exponent -> rest.add(Call.of(Function.EXP, exponent)));
                factors.powers.forEach((base, power) -> {
                    if (base != factor.getKey()) {
                        rest.add(new Power(base, AlgebraicRoots.number(power)));
                    }
                });
                Shape shape = Shape.CONSTANT;
                for (Expression term : terms) {
                    List<Expression> product = new ArrayList<>(rest);
                    product.addFirst(term);
                    depth++;
                    shape = shape.plus(structural(new Product(product)));
                    depth--;
                }
                return scaled(shape, factors.coefficient);
            }
        }
        return Shape.UNKNOWN;
    }

    // ---- logarithms

    /** The shape of the logarithm of a positive expression. */
    Shape shapeOfLogarithm(Expression expression) {
        if (expression.variables().isEmpty()) {
            return range(expression).lower() > 0 ? Shape.CONSTANT : Shape.UNKNOWN;
        }
        Shape shape =
                switch (expression) {
                    case Product _, Quotient _, Power _ -> {
                        Factors factors = Factors.of(expression, this);
                        yield factors == null
                                        || factors.exponents.isEmpty()
                                                && factors.powers.size() == 1
                                                && factors.powers.containsKey(expression)
                                ? Shape.UNKNOWN
                                : logarithm(factors);
                    }
                    case Sum(List<Expression> terms) -> logarithmOfSum(terms);
                    case Call(Function function, List<Expression> arguments) ->
                        logarithmOfCall(function, arguments.getFirst());
                    default -> Shape.UNKNOWN;
                };
        return shape == Shape.UNKNOWN && of(expression).concave() ? Shape.CONCAVE : shape;
    }

    private Shape logarithm(Factors factors) {
        return factors.coefficient.lower() > 0 ? logarithmOfPowers(factors) : Shape.UNKNOWN;
    }

    private Shape logarithmOfPowers(Factors factors) {
        Shape shape = factors.exponents.stream().map(this::of).reduce(Shape.CONSTANT, Shape::plus);
        for (Map.Entry<Expression, Rational> factor : factors.powers.entrySet()) {
            if (!(range(factor.getKey()).lower() >= 0)) {
                return Shape.UNKNOWN;
            }
            Shape each = shapeOfLogarithm(factor.getKey());
            shape = shape.plus(factor.getValue().signum() > 0 ? each : each.negated());
        }
        return shape;
    }

    private Shape logarithmOfSum(List<Expression> terms) {
        if (terms.stream().map(this::shapeOfLogarithm).allMatch(Shape::convex)) {
            return Shape.CONVEX;
        }
        // 1 - 1/(1 + w) is 1/(1 + 1/w), and 1 - σ(u) is σ(-u).
        return terms.size() == 2 && isOne(terms.getFirst()) && terms.getLast() instanceof Negate(Expression subtracted)
                ? logarithmOfRest(subtracted)
                : Shape.UNKNOWN;
    }

    private Shape logarithmOfRest(Expression subtracted) {
        return switch (subtracted) {
            case Call(Function function, List<Expression> arguments)
            when (function == Function.SIGMOID || function == Function.NORMALCDF)
                    && of(arguments.getFirst()).convex() -> Shape.CONCAVE;
            case Quotient(Expression above, Sum(List<Expression> terms))
            when isOne(above)
                    && terms.size() == 2
                    && isOne(terms.getFirst())
                    && shapeOfLogarithm(terms.getLast()).affine() -> Shape.CONCAVE;
            default -> Shape.UNKNOWN;
        };
    }

    private static boolean isOne(Expression expression) {
        return expression instanceof Number(BigDecimal value) && value.compareTo(BigDecimal.ONE) == 0;
    }

    private Shape logarithmOfCall(Function function, Expression argument) {
        Shape inner = of(argument);
        return switch (function) {
            case EXP -> inner;
            case SQRT -> shapeOfLogarithm(argument);
            case COSH -> inner.affine() ? Shape.CONVEX : Shape.UNKNOWN;
            case SIGMOID, NORMALCDF -> inner.concave() ? Shape.CONCAVE : Shape.UNKNOWN;
            case ERFC -> inner.convex() ? Shape.CONCAVE : Shape.UNKNOWN;
            case NORMALPDF, SECH -> inner.affine() ? Shape.CONCAVE : Shape.UNKNOWN;
            case GAMMA -> range(argument).lower() > 0 && inner.affine() ? Shape.CONVEX : Shape.UNKNOWN;
            default -> Shape.UNKNOWN;
        };
    }

    // ---- functions

    private Shape call(Function function, List<Expression> arguments, Expression whole) {
        if (function == Function.SQRT) {
            return product(whole);
        }
        Expression first = arguments.getFirst();
        if (function.unary()) {
            Shape shape = Bend.of(function, range(first)).of(of(first), range(first));
            boolean logarithm = function == Function.LN || function == Function.LOG2 || function == Function.LOG10;
            if (shape == Shape.UNKNOWN && logarithm) {
                return shapeOfLogarithm(first);
            }
            return shape == Shape.UNKNOWN && function == Function.LOG1P
                    ? shapeOfLogarithm(new Sum(List.of(Expressions.number(1), first)))
                    : shape;
        }
        Shape[] shapes = arguments.stream().map(this::of).toArray(Shape[]::new);
        boolean convex = Arrays.stream(shapes).allMatch(Shape::convex);
        boolean concave = Arrays.stream(shapes).allMatch(Shape::concave);
        return switch (function) {
            case MAX, LOGSUMEXP -> convex ? Shape.CONVEX : Shape.UNKNOWN;
            case MIN -> concave ? Shape.CONCAVE : Shape.UNKNOWN;
            case HYPOT -> arguments.stream().allMatch(this::isNormal) ? Shape.CONVEX : Shape.UNKNOWN;
            case LOG -> logarithm(first, arguments.getLast());
            case ROOT -> root(first, arguments.getLast());
            case LEAKYRELU, ELU -> {
                Interval below = arguments.size() < 2
                        ? Interval.point(function.lastDefault())
                        : arguments.getLast().variables().isEmpty() ? range(arguments.getLast()) : Interval.ENTIRE;
                yield below.lower() >= 0 && below.upper() <= 1 && of(first).convex() ? Shape.CONVEX : Shape.UNKNOWN;
            }
            default -> Shape.UNKNOWN;
        };
    }

    private Shape logarithm(Expression of, Expression base) {
        Interval value = base.variables().isEmpty() ? range(base) : Interval.ENTIRE;
        Shape shape = of(Call.of(Function.LN, of));
        return value.lower() > 1 ? shape : value.lower() > 0 && value.upper() < 1 ? shape.negated() : Shape.UNKNOWN;
    }

    private Shape root(Expression of, Expression order) {
        return order.variables().isEmpty()
                        && range(order).lower() >= 1
                        && range(of).lower() >= 0
                ? of(new Power(of, new Quotient(Expressions.number(1), order)))
                : Shape.UNKNOWN;
    }

    /** Whether the modulus is convex and rises with it. */
    private boolean isNormal(Expression expression) {
        Shape shape = of(expression);
        Interval range = range(expression);
        return shape.affine() || shape.convex() && range.lower() >= 0 || shape.concave() && range.upper() <= 0;
    }
}
