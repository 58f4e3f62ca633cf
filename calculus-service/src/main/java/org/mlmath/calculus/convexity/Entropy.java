package org.mlmath.calculus.convexity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.numerics.exact.Rational;

/**
 * Sums of terms t·ln(q), as in entropies and divergences: t·ln(t/s) is convex for affine t ≥ 0 and concave s > 0, being the perspective of
 * the negative logarithm, and so is t·ln t. Multiples of t beside them change nothing, so neither do constant factors inside the
 * logarithm.
 */
final class Entropy {
    private final Composition composition;

    /** By what stands before the logarithm: how often the logarithm of each base is taken of it. */
    private final Map<Expression, Map<Expression, Rational>> logarithms = new LinkedHashMap<>();

    private Entropy(Composition composition) {
        this.composition = composition;
    }

    /** One term; its number is left to the caller. */
    static Shape shape(Factors term, Composition composition) {
        Entropy entropy = new Entropy(composition);
        return entropy.add(term, Rational.ONE, false) ? entropy.shape() : Shape.UNKNOWN;
    }

    /** Terms together, those with the same t added up; if that says nothing, t is taken apart into its variables. */
    static Shape shape(List<Expression> terms, Composition composition) {
        Shape together = shape(terms, composition, false);
        return together == Shape.UNKNOWN ? shape(terms, composition, true) : together;
    }

    private static Shape shape(List<Expression> terms, Composition composition, boolean apart) {
        Entropy entropy = new Entropy(composition);
        Shape others = Shape.CONSTANT;
        boolean any = false;
        for (Expression term : terms) {
            Factors factors = Factors.of(term, composition);
            boolean taken = factors != null && factors.exact != null && entropy.add(factors, factors.exact, apart);
            any |= taken;
            others = taken ? others : others.plus(composition.of(term));
        }
        return any && others != Shape.UNKNOWN ? others.plus(entropy.shape()) : Shape.UNKNOWN;
    }

    private boolean add(Factors term, Rational number, boolean apart) {
        if (!term.exponents.isEmpty()
                || term.powers.size() != 2
                || !term.powers.values().stream().allMatch(Rational.ONE::equals)) {
            return false;
        }
        List<Expression> bases = List.copyOf(term.powers.keySet());
        boolean first = isLogarithm(bases.getFirst());
        if (first == isLogarithm(bases.getLast())) {
            return false;
        }
        AffineForm weight = AffineForm.of(bases.get(first ? 1 : 0));
        Factors inside =
                Factors.of(((Call) bases.get(first ? 0 : 1)).arguments().getFirst(), composition);
        boolean positive = weight != null
                && !weight.isConstant()
                && composition.range(bases.get(first ? 1 : 0)).lower() >= 0
                && inside != null
                && inside.exponents.isEmpty()
                && inside.coefficient.lower() > 0
                && inside.powers.keySet().stream()
                        .allMatch(base -> composition.range(base).lower() >= 0 && !isZero(base));
        if (!positive) {
            return false;
        }
        if (!apart) {
            add(weight, number, inside);
            return true;
        }
        boolean split = weight.coefficients().keySet().stream()
                .allMatch(name -> composition.range(new Variable(name)).lower() >= 0);
        if (split) {
            weight.coefficients()
                    .forEach((name, value) -> add(AffineForm.of(new Variable(name)), number.multiply(value), inside));
            if (weight.constant().signum() != 0) {
                add(new AffineForm(new TreeMap<>(), Rational.ONE), number.multiply(weight.constant()), inside);
            }
        }
        return split;
    }

    /** As x − x, whose logarithm is nowhere defined. */
    private static boolean isZero(Expression base) {
        AffineForm form = AffineForm.of(base);
        return form != null && form.isConstant() && form.constant().signum() == 0;
    }

    private static boolean isLogarithm(Expression expression) {
        return expression instanceof Call(Function function, List<Expression> _) && function == Function.LN;
    }

    private void add(AffineForm weight, Rational number, Factors inside) {
        Rational size = size(weight);
        Map<Expression, Rational> of = logarithms.computeIfAbsent(
                weight.times(Rational.ONE.divide(size)).expression(), _ -> new HashMap<>());
        inside.powers.forEach(
                (base, power) -> of.merge(key(base), power.multiply(number).multiply(size), Rational::add));
    }

    private static Rational size(AffineForm form) {
        return form.isConstant()
                ? form.constant().abs()
                : form.coefficients().get(form.coefficients().firstKey()).abs();
    }

    /** The same for all positive multiples of an affine form. */
    private static Expression key(Expression base) {
        AffineForm form = AffineForm.of(base);
        return form == null ? base : form.times(Rational.ONE.divide(size(form))).expression();
    }

    private Shape shape() {
        Shape sum = Shape.CONSTANT;
        for (Map.Entry<Expression, Map<Expression, Rational>> group : logarithms.entrySet()) {
            sum = sum.plus(
                    group.getKey().variables().isEmpty()
                            ? logarithms(group.getValue())
                            : weighted(group.getKey(), group.getValue()));
        }
        return sum;
    }

    private Shape logarithms(Map<Expression, Rational> bases) {
        Shape sum = Shape.CONSTANT;
        for (Map.Entry<Expression, Rational> base : bases.entrySet()) {
            Shape each = composition.shapeOfLogarithm(base.getKey());
            sum = sum.plus(
                    base.getValue().signum() == 0
                            ? Shape.CONSTANT
                            : base.getValue().signum() > 0 ? each : each.negated());
        }
        return sum;
    }

    private Shape weighted(Expression weight, Map<Expression, Rational> bases) {
        Rational own = bases.getOrDefault(weight, Rational.ZERO);
        List<Rational> others = new ArrayList<>();
        Rational total = own;
        for (Map.Entry<Expression, Rational> base : bases.entrySet()) {
            if (!base.getKey().equals(weight) && base.getValue().signum() != 0) {
                if (!composition.of(base.getKey()).concave()) {
                    return Shape.UNKNOWN;
                }
                others.add(base.getValue());
                total = total.add(base.getValue());
            }
        }
        boolean convex = total.signum() >= 0 && others.stream().allMatch(power -> power.signum() < 0);
        boolean concave = total.signum() <= 0 && others.stream().allMatch(power -> power.signum() > 0);
        return Shape.of(convex && own.signum() >= 0, concave && own.signum() <= 0);
    }
}
