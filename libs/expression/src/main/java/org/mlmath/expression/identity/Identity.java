package org.mlmath.expression.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.identity.Field.UndecidedException;
import org.mlmath.expression.identity.Plan.RestartException;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;

/**
 * Proves that two expressions are the same, up to single points: their difference is written as a quotient of polynomials in
 * independent generators, whose numerator then is 0; or its derivatives are 0, or its step from n to n + 1 is.
 *
 * <p>Angles are reduced to multiples of base angles, where sin² + cos² = 1 is the only relation; exponentials to powers of base
 * exponentials; roots and logarithms to those of factors; moduli by looking at both signs of each factor. What is not proven may be
 * true all the same. Source: Davenport, Siret and Tournier, <i>Computer Algebra</i>, ch. 2 and 5 (structure theorems).
 */
public final class Identity {
    private static final Duration LONGEST = Duration.ofMillis(1500);

    private static final Set<Function> JUMPING = EnumSet.of(
            Function.SIGN,
            Function.STEP,
            Function.FLOOR,
            Function.CEIL,
            Function.ROUND,
            Function.TRUNC,
            Function.MOD,
            Function.ATAN2,
            Function.ACOT,
            Function.AND,
            Function.OR,
            Function.NOT);

    private Identity() {}

    /** What is known of the variables: signs 1 or −1 of some, and which are integers. */
    public record Known(Map<String, Integer> signs, Set<String> integers) {
        int sign(String variable) {
            return signs.getOrDefault(variable, 0);
        }
    }

    /** How something was proven. */
    public enum Method {
        /** The numerator of the difference is 0. */
        NORMAL_FORM,
        /** All partial derivatives of the difference are 0: it is constant on every connected part of its domain. */
        DERIVATIVE,
        /** The difference, or the ratio, does not change from n to n + 1. */
        INDUCTION
    }

    /**
     * @param generators what the two were written in
     * @param cases how many combinations of signs were looked at
     * @param variable of an induction, else null
     */
    public record Proof(Method method, List<String> generators, int cases, String variable) {}

    /**
     * @return the proof if there is one. One by {@link Method#DERIVATIVE} leaves open which constant the difference is on each part of
     *     the domain, one by {@link Method#INDUCTION} where it begins: one value each decides.
     */
    public static Optional<Proof> of(Expression a, Expression b, Known known, Deadline deadline) {
        Deadline limited = deadline.remaining().compareTo(LONGEST) < 0 ? deadline : Deadline.in(LONGEST);
        Expression difference = new Sum(List.of(a, new Negate(b)));
        try {
            Optional<Proof> proof = zero(difference, known, limited).map(z -> z.proof(Method.NORMAL_FORM, null));
            if (proof.isEmpty()) {
                proof = hasSeries(difference)
                        ? induction(a, b, known, limited)
                        : derivative(difference, known, limited);
            }
            return proof;
        } catch (DeadlineExceededException e) {
            deadline.check();
            return Optional.empty();
        }
    }

    private record Zero(List<String> generators, int cases) {
        Proof proof(Method method, String variable) {
            return new Proof(method, generators, cases, variable);
        }
    }

    /** Whether the expression is 0 for every combination of signs. */
    private static Optional<Zero> zero(Expression expression, Known known, Deadline deadline) {
        Plan plan = new Plan();
        boolean anywhere = false;
        List<String> generators = new ArrayList<>();
        try {
            do {
                Field field = null;
                Ratio value = null;
                boolean isVoid = false;
                while (value == null) {
                    field = new Field(deadline);
                    Conversion conversion = new Conversion(field, plan, known);
                    try {
                        value = conversion.convert(expression);
                        isVoid = value.numerator().isZero() ? conversion.isSurelyVoid() : conversion.isVoid();
                    } catch (RestartException e) {
                        value = null;
                        deadline.check();
                    }
                }
                if (!value.numerator().isZero() && !isVoid) {
                    return Optional.empty();
                }
                anywhere |= !isVoid;
                if (generators.isEmpty()) {
                    generators.addAll(field.names());
                }
            } while (plan.next());
        } catch (UndecidedException | ArithmeticException | InvalidParameterException e) {
            return Optional.empty();
        }
        return anywhere ? Optional.of(new Zero(generators, plan.cases())) : Optional.empty();
    }

    private static Optional<Proof> derivative(Expression difference, Known known, Deadline deadline) {
        if (difference.variables().isEmpty()
                || difference.variables().stream().anyMatch(known.integers()::contains)
                || hasJumps(difference)) {
            return Optional.empty();
        }
        Zero last = null;
        for (String variable : difference.variables()) {
            try {
                Expression derivative = Differentiator.derivative(difference, variable, deadline)
                        .expression();
                Optional<Zero> zero = zero(derivative, known, deadline);
                if (zero.isEmpty()) {
                    return Optional.empty();
                }
                last = zero.get();
            } catch (DomainException | LimitExceededException e) {
                return Optional.empty(); // has no derivative, or too long a one
            }
        }
        return Optional.of(last.proof(Method.DERIVATIVE, null));
    }

    /** a − b, or a/b, is the same for n and n + 1. */
    private static Optional<Proof> induction(Expression a, Expression b, Known known, Deadline deadline) {
        for (String variable : known.integers()) {
            if (!a.variables().contains(variable) && !b.variables().contains(variable)) {
                continue;
            }
            Expression next = new Sum(List.of(new Variable(variable), Expressions.number(1)));
            Expression nextA = Substitution.of(a, variable, next);
            Expression nextB = Substitution.of(b, variable, next);
            Expression ofDifference = new Sum(List.of(nextA, new Negate(nextB), new Negate(a), b));
            Expression ofRatio =
                    new Sum(List.of(new Product(List.of(nextA, b)), new Negate(new Product(List.of(nextB, a)))));
            for (Expression step : List.of(ofDifference, ofRatio)) {
                Optional<Zero> zero = zero(step, known, deadline);
                if (zero.isPresent()) {
                    return zero.map(z -> z.proof(Method.INDUCTION, variable));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the expression may jump where it has values on both sides. */
    private static boolean hasJumps(Expression expression) {
        boolean jumps =
                switch (expression) {
                    case Comparison _, Piecewise _ -> true;
                    case Call(Function function, List<Expression> _) -> JUMPING.contains(function);
                    default -> false;
                };
        return jumps || Expressions.children(expression).stream().anyMatch(Identity::hasJumps);
    }

    private static boolean hasSeries(Expression expression) {
        return expression instanceof Series
                || Expressions.children(expression).stream().anyMatch(Identity::hasSeries);
    }
}
