package org.mlmath.calculus.limit;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.MathException;

/**
 * Limits of indeterminate forms as a course finds them: a quotient 0/0 or ∞/∞ has the limit of the quotient of the derivatives, if
 * that exists; 0·∞, and the powers 1^∞, 0⁰ and ∞⁰, are turned into quotients first.
 */
final class LHospital {
    private static final int ROUNDS = 6;
    /** Changes of form, such as e^x·cosh x into cosh x/e^(−x) and back. */
    private static final int STAGES = 24;

    private static final int LONGEST = 160;

    /** @param expression what the limit is taken of from here on */
    record Stage(String kind, String title, String detail, Expression expression) {}

    private final Approach approach;
    private final Simplifier simplifier;
    private final Composition rules;
    private final List<Stage> stages = new ArrayList<>();

    LHospital(Approach approach, Simplifier simplifier) {
        this.approach = approach;
        this.simplifier = simplifier;
        this.rules = new Composition(approach, simplifier);
    }

    boolean squeezed() {
        return rules.squeezed();
    }

    /** In the order in which they were done. */
    List<Stage> stages() {
        return stages;
    }

    /** @return the limit, or null */
    Expression limit(Expression expression) {
        try {
            return of(expression);
        } catch (MathException tooLong) {
            return null;
        }
    }

    private Expression of(Expression expression) {
        Expression direct = rules.limit(expression);
        if (direct != null || stages.size() > STAGES) {
            return direct;
        }
        return switch (expression) {
            case Negate(Expression operand) -> {
                Expression limit = of(operand);
                yield limit == null ? null : simplifier.negate(limit);
            }
            case Power(Expression base, Expression exponent)
            when exponent.variables().contains(approach.variable()) -> power(base, exponent);
            case Product(List<Expression> factors) -> product(factors);
            case Quotient(Expression numerator, Expression denominator) -> quotient(numerator, denominator);
            case Sum(List<Expression> terms) -> sum(terms);
            default -> null;
        };
    }

    private Expression quotient(Expression numerator, Expression denominator) {
        Expression above = numerator;
        Expression below = denominator;
        for (int round = 0; round < ROUNDS; round++) {
            Expression a = rules.limit(above);
            Expression b = rules.limit(below);
            if (a == null || b == null || !indeterminate(a, b)) {
                return null;
            }
            Expression dAbove = derivative(above);
            Expression dBelow = derivative(below);
            Expression next = simplifier.fraction(dAbove, dBelow);
            stages.add(new Stage(
                    "lhopital",
                    "L'Hôpital's rule",
                    "Numerator and denominator both go to %s: differentiate both."
                            .formatted(Composition.isInfinite(a) ? "infinity" : "0"),
                    next));
            Expression limit = rules.limit(next);
            if (limit != null) {
                return limit;
            }
            if (!(next instanceof Quotient(Expression nextAbove, Expression nextBelow))
                    || Expressions.text(next).length() > LONGEST) {
                return next instanceof Negate || next instanceof Product ? of(next) : null;
            }
            above = nextAbove;
            below = nextBelow;
        }
        return null;
    }

    private static boolean indeterminate(Expression a, Expression b) {
        boolean infinite = Composition.isInfinite(a) && Composition.isInfinite(b);
        return infinite
                || (Composition.sign(a) == 0
                        && Composition.sign(b) == 0
                        && !Composition.isInfinite(a)
                        && !Composition.isInfinite(b));
    }

    private Expression derivative(Expression expression) {
        return Differentiator.derivative(expression, approach.variable(), approach.deadline())
                .expression();
    }

    /** 0·∞: the factors that go to 0 above the reciprocal of the others, or the other way round where that is simpler. */
    private Expression product(List<Expression> factors) {
        List<Expression> small = new ArrayList<>();
        List<Expression> large = new ArrayList<>();
        for (Expression factor : factors) {
            Expression limit = rules.limit(factor);
            if (limit == null) {
                return null;
            }
            (Composition.isInfinite(limit) ? large : small).add(factor);
        }
        if (small.isEmpty() || large.isEmpty()) {
            return null;
        }
        Expression zero = simplifier.product(small);
        Expression infinite = simplifier.product(large);
        for (Expression quotient : List.of(
                new Quotient(infinite, simplifier.divide(Expressions.number(1), zero)),
                new Quotient(zero, simplifier.divide(Expressions.number(1), infinite)))) {
            int before = stages.size();
            stages.add(new Stage(
                    "rewrite", "Write as a quotient", "A product of the form 0·∞ becomes a quotient.", quotient));
            Quotient written = (Quotient) quotient;
            Expression limit = quotient(written.numerator(), written.denominator());
            if (limit != null) {
                return limit;
            }
            stages.subList(before, stages.size()).clear();
        }
        return null;
    }

    /** f^g = e^(g ln f) */
    private Expression power(Expression base, Expression exponent) {
        Expression logarithm = simplifier.call(Function.LN, List.of(base));
        Expression product = simplifier.multiply(exponent, logarithm);
        stages.add(new Stage(
                "logarithm",
                "Take the logarithm",
                "The limit is e to the limit of the exponent times the logarithm of the base.",
                product));
        Expression limit = of(product);
        if (limit == null) {
            return null;
        }
        return limit == Constant.INFINITY
                ? limit
                : Composition.isInfinite(limit) ? Composition.ZERO : simplifier.power(Constant.E, limit);
    }

    /** ∞ − ∞ of quotients: over one denominator. Of a root and what it is near: with the conjugate. */
    private Expression sum(List<Expression> terms) {
        if (terms.size() == 2 && terms.stream().anyMatch(LHospital::isRoot)) {
            Expression a = terms.get(0);
            Expression b = simplifier.negate(terms.get(1));
            Expression squares = simplifier.sum(List.of(
                    simplifier.power(a, Expressions.number(2)),
                    simplifier.negate(simplifier.power(b, Expressions.number(2)))));
            Expression expanded = new Quotient(squares, simplifier.add(a, b));
            stages.add(new Stage("conjugate", "Multiply by the conjugate", "a − b = (a² − b²)/(a + b).", expanded));
            return overHighest((Quotient) expanded);
        }
        Expression numerator = null;
        Expression denominator = null;
        for (Expression term : terms) {
            Expression plain = term instanceof Negate(Expression operand) ? operand : term;
            Expression above = plain instanceof Quotient(Expression n, Expression _) ? n : plain;
            Expression below = plain instanceof Quotient(Expression _, Expression d) ? d : Expressions.number(1);
            above = term instanceof Negate ? simplifier.negate(above) : above;
            numerator = numerator == null
                    ? above
                    : simplifier.add(simplifier.multiply(numerator, below), simplifier.multiply(above, denominator));
            denominator = denominator == null ? below : simplifier.multiply(denominator, below);
        }
        if (denominator == null || denominator.variables().isEmpty()) {
            return null;
        }
        Expression joined = new Quotient(numerator, denominator);
        stages.add(new Stage(
                "rewrite", "Over one denominator", "A difference of quotients becomes one quotient.", joined));
        Expression direct = rules.limit(joined);
        return direct != null ? direct : quotient(numerator, denominator);
    }

    private static boolean isRoot(Expression term) {
        Expression plain = term instanceof Negate(Expression operand) ? operand : term;
        return plain instanceof Call(Function function, List<Expression> _) && function == Function.SQRT;
    }

    /** A quotient with a root in it is settled by dividing by the variable, under the root by its square. */
    private Expression overHighest(Quotient quotient) {
        Expression direct = rules.limit(quotient);
        if (direct != null || !approach.infinite()) {
            return direct != null ? direct : quotient(quotient.numerator(), quotient.denominator());
        }
        Expression x = new Variable(approach.variable());
        Expression size = approach.negative() ? new Negate(x) : x;
        Expression below = quotient.denominator();
        if (!(below instanceof Sum(List<Expression> terms))) {
            return null;
        }
        List<Expression> divided = new ArrayList<>();
        for (Expression term : terms) {
            divided.add(dividedBy(term, size, x));
        }
        Expression above = quotient.numerator() instanceof Sum(List<Expression> parts)
                ? new Sum(parts.stream()
                        .map(part -> simplifier.divide(part, size))
                        .toList())
                : simplifier.divide(quotient.numerator(), size);
        Expression written = new Quotient(above, new Sum(divided));
        stages.add(new Stage(
                "dominant-terms", "Divide by the highest power", "Divide numerator and denominator by |x|.", written));
        return rules.limit(written);
    }

    private Expression dividedBy(Expression term, Expression size, Expression x) {
        if (term instanceof Call(Function function, List<Expression> of) && function == Function.SQRT) {
            Expression square = simplifier.power(x, Expressions.number(2));
            Expression inside = of.getFirst() instanceof Sum(List<Expression> parts)
                    ? new Sum(parts.stream()
                            .map(part -> simplifier.divide(part, square))
                            .toList())
                    : simplifier.divide(of.getFirst(), square);
            return Call.of(function, inside);
        }
        return simplifier.divide(term, size);
    }
}
