package org.mlmath.calculus.limit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.asymptotic.LimitAtInfinity;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.symbolic.ComputerAlgebra;
import org.mlmath.symbolic.ComputerAlgebra.Side;

/**
 * The limit on one way to the point.
 *
 * @param exact the first value found by rules or algebra to which the values go; null: none
 * @param recognised whether the formula is only recognised by the digits of the values
 * @param refused whether a value was found to which they do not go
 * @param confirmed whether the values say as much: some limits are proven to which they go too slowly to be seen
 */
record OneSide(Tendency tendency, Expression exact, boolean recognised, boolean refused, boolean confirmed) {
    private static final int BITS = 160;
    private static final Duration LONGEST_PROOF = Duration.ofMillis(1500);
    /** Rounding of values that are computed to forty digits. */
    private static final double ROUNDING = 1e-22;

    /** @param sample the expression with numbers for all other variables */
    static OneSide of(Approach approach, Map<String, Expression> sample) {
        Tendency tendency = Tendency.of(approach.with(put(approach.expression(), sample)));
        if (tendency.kind() == Tendency.Kind.UNDEFINED || tendency.kind() == Tendency.Kind.OSCILLATES) {
            return new OneSide(tendency, null, false, false, true);
        }
        Deadline deadline = approach.deadline();
        Simplifier simplifier = new Simplifier(deadline);
        Expression resolved = sample.isEmpty() ? Pieces.resolved(approach) : approach.expression();
        boolean settled = tendency.kind() == Tendency.Kind.NUMBER && tendency.error() <= ROUNDING;
        Expression proven = proven(approach, resolved, sample);
        // Settled values may still be wrong: those of (1 + 1e-300)^x are 1 as far as anybody looks.
        if (proven != null && !(settled && fits(proven, tendency, deadline))) {
            boolean confirmed = tendency.kind() != Tendency.Kind.UNDECIDED && fits(proven, tendency, deadline);
            return new OneSide(tendency, readable(proven, deadline), false, false, confirmed);
        }
        Stream<Supplier<Expression>> ways = Stream.of(
                () -> substituted(approach, resolved, sample, simplifier),
                () -> new Composition(approach, simplifier).limit(resolved),
                () -> new LHospital(approach, simplifier).limit(simplifier.simplify(resolved)),
                () -> byAlgebra(approach, resolved));
        boolean[] refused = {false};
        Expression exact = ways.map(way -> attempt(way))
                .filter(found -> found != null)
                .filter(found -> {
                    boolean fits = fits(put(found, sample), tendency, deadline);
                    refused[0] |= !fits;
                    return fits;
                })
                .findFirst()
                .orElse(null);
        boolean decided = tendency.kind() != Tendency.Kind.UNDECIDED;
        exact = exact == null ? proven : exact;
        if (exact != null) {
            return new OneSide(tendency, readable(exact, deadline), false, false, decided);
        }
        Expression recognised = tendency.kind() == Tendency.Kind.NUMBER && sample.isEmpty()
                ? ClosedForm.of(tendency.value(), tendency.error(), deadline)
                : null;
        return new OneSide(
                tendency,
                recognised == null ? null : simplifier.simplify(recognised),
                recognised != null,
                refused[0] && recognised == null,
                decided);
    }

    private static Expression proven(Approach approach, Expression resolved, Map<String, Expression> sample) {
        if (!sample.isEmpty()) {
            return null;
        }
        Expression moved = approach.with(resolved).moved();
        Deadline deadline = approach.deadline();
        Deadline limited = deadline.remaining().compareTo(LONGEST_PROOF) < 0 ? deadline : Deadline.in(LONGEST_PROOF);
        try {
            Optional<Expression> limit = approach.infinite()
                    ? LimitAtInfinity.of(moved, approach.variable(), limited)
                    : LimitAtInfinity.atZero(moved, approach.variable(), limited);
            return limit.orElse(null);
        } catch (DeadlineExceededException late) {
            deadline.check();
            return null;
        }
    }

    private static Expression attempt(Supplier<Expression> way) {
        try {
            return way.get();
        } catch (LimitExceededException tooLong) {
            return null;
        }
    }

    static Expression put(Expression expression, Map<String, Expression> sample) {
        Expression result = expression;
        for (Map.Entry<String, Expression> entry : sample.entrySet()) {
            result = Substitution.of(result, entry.getKey(), entry.getValue());
        }
        return result;
    }

    private static Expression substituted(
            Approach approach, Expression expression, Map<String, Expression> sample, Simplifier simplifier) {
        if (approach.infinite()) {
            return null;
        }
        Expression value = Substitution.of(expression, approach.variable(), approach.to());
        boolean defined = HighPrecision.at(put(value, sample), Map.of(), BITS, approach.deadline())
                .isDefined();
        return defined ? simplifier.simplify(value) : null;
    }

    private static Expression byAlgebra(Approach approach, Expression resolved) {
        Expression moved = approach.with(resolved).moved();
        Optional<Expression> found = ComputerAlgebra.limit(
                moved,
                approach.variable(),
                approach.to() == Constant.INFINITY ? Constant.INFINITY : Expressions.number(0),
                approach.infinite() ? Side.BOTH : Side.RIGHT,
                approach.deadline());
        return found.orElse(null);
    }

    /** @return whether the values go there; of values that do not tell, whether they come nearer */
    static boolean fits(Expression exact, Tendency tendency, Deadline deadline) {
        if (Composition.isInfinite(exact)) {
            boolean plus = exact == Constant.INFINITY;
            return switch (tendency.kind()) {
                case PLUS_INFINITY -> plus;
                case MINUS_INFINITY -> !plus;
                case UNDECIDED -> tendency.grows(plus);
                default -> false;
            };
        }
        Precise value = HighPrecision.enclosure(exact, Map.of(), BITS, deadline);
        BigDecimal number = value.decimal(44);
        if (number == null) {
            return false;
        }
        return switch (tendency.kind()) {
            case NUMBER -> {
                double scale = Math.max(1e-30, Math.abs(number.doubleValue()));
                double difference = Math.abs(number.subtract(tendency.value()).doubleValue());
                yield difference <= ROUNDING * Math.max(1, scale) + 10 * tendency.error();
            }
            case UNDECIDED -> tendency.comesNearer(number.doubleValue());
            default -> false;
        };
    }

    /** Constants such as sin(π/6) have shorter forms. */
    private static Expression readable(Expression exact, Deadline deadline) {
        boolean plain =
                Expressions.children(exact).isEmpty() || !exact.variables().isEmpty();
        if (plain || Composition.isInfinite(exact) || !callsFunction(exact)) {
            return exact;
        }
        return ComputerAlgebra.simplify(exact, deadline)
                .filter(shorter -> Expressions.text(shorter).length()
                        < Expressions.text(exact).length())
                .filter(shorter -> same(exact, shorter, deadline))
                .orElse(exact);
    }

    private static boolean callsFunction(Expression expression) {
        return expression instanceof Call
                || Expressions.children(expression).stream().anyMatch(OneSide::callsFunction);
    }

    static boolean same(Expression a, Expression b, Deadline deadline) {
        BigDecimal first = HighPrecision.enclosure(a, Map.of(), BITS, deadline).decimal(40);
        BigDecimal second = HighPrecision.enclosure(b, Map.of(), BITS, deadline).decimal(40);
        return first != null
                && second != null
                && first.subtract(second).abs().doubleValue() <= 1e-35 * Math.max(1, Math.abs(first.doubleValue()));
    }
}
