package org.mlmath.calculus.convexity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.evaluate.ExactEvaluation;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.expression.polynomial.AlgebraicRoots;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RealRoot;

/**
 * A function of one variable cut where a condition changes, an absolute value is 0 or two arguments of a maximum meet: between these the
 * expression without branches that it is there.
 */
final class SmoothPieces {
    private static final int PIECES = 32;

    /** @param from null: without end */
    record Piece(Expression function, Rational from, Rational to) {
        /** @return the k-th of some numbers inside, all different */
        Rational inside(int k) {
            Rational step = new Rational(BigInteger.valueOf(k), BigInteger.valueOf(k + 1L));
            if (from == null) {
                return (to == null ? Rational.ZERO : to).subtract(Rational.of(k));
            }
            return to == null
                    ? from.add(Rational.of(k))
                    : from.add(to.subtract(from).multiply(step.multiply(step)).multiply(step));
        }

        Interval hull() {
            double lower = from == null ? Double.NEGATIVE_INFINITY : from.doubleValue();
            double upper = to == null ? Double.POSITIVE_INFINITY : to.doubleValue();
            boolean exactLower = from == null || RealRoot.exact(lower).equals(from);
            boolean exactUpper = to == null || RealRoot.exact(upper).equals(to);
            return new Interval(exactLower ? lower : Math.nextDown(lower), exactUpper ? upper : Math.nextUp(upper));
        }
    }

    /** Where a sign changes between the ends. */
    private static final class Cut extends RuntimeException {
        private final transient Rational at;

        Cut(Rational at) {
            super(null, null, false, false);
            this.at = at;
        }
    }

    /** Whether a branch is taken cannot be said. */
    private static final class Undecided extends RuntimeException {
        Undecided() {
            super(null, null, false, false);
        }
    }

    /** Signs of expressions, on the piece or at the point. */
    private interface Signs {
        int of(Expression expression);
    }

    private final Signs signs;

    private SmoothPieces(Signs signs) {
        this.signs = signs;
    }

    /** @return in rising order; null where it could not be cut */
    static List<Piece> of(Expression function, String variable, Interval region, Deadline deadline) {
        List<Piece> pieces = new ArrayList<>();
        Rational from = Double.isFinite(region.lower()) ? RealRoot.exact(region.lower()) : null;
        Rational to = Double.isFinite(region.upper()) ? RealRoot.exact(region.upper()) : null;
        try {
            cut(function, variable, from, to, pieces, deadline);
        } catch (Undecided e) {
            return null;
        }
        return pieces;
    }

    private static void cut(
            Expression function, String variable, Rational from, Rational to, List<Piece> pieces, Deadline deadline) {
        deadline.check();
        if (pieces.size() >= PIECES) {
            throw new Undecided();
        }
        Piece piece = new Piece(function, from, to);
        try {
            Expression smooth =
                    new SmoothPieces(expression -> between(expression, variable, piece, deadline)).smooth(function);
            pieces.add(new Piece(smooth, from, to));
        } catch (Cut cut) {
            cut(function, variable, from, cut.at, pieces, deadline);
            cut(function, variable, cut.at, to, pieces, deadline);
        }
    }

    /** @return the expression without branches that holds at a number; null where that cannot be said */
    static Expression at(Expression function, String variable, Rational point, Deadline deadline) {
        Expression placed = Substitution.of(function, variable, AlgebraicRoots.number(point));
        try {
            return new SmoothPieces(SmoothPieces::sign).smooth(placed);
        } catch (Undecided e) {
            return null;
        }
    }

    private static int sign(Expression constant) {
        Optional<Rational> exact = ExactEvaluation.value(constant, List.of(), new double[0]);
        if (exact.isPresent()) {
            return exact.get().signum();
        }
        Interval range = IntervalFunction.constant(constant);
        if (range.isEmpty() || range.contains(0)) {
            throw new Undecided();
        }
        return range.lower() > 0 ? 1 : -1;
    }

    private static int between(Expression expression, String variable, Piece piece, Deadline deadline) {
        if (expression.variables().isEmpty()) {
            return sign(expression);
        }
        Optional<Polynomial> polynomial =
                RationalFunction.of(expression, variable).flatMap(RationalFunction::polynomial);
        if (polynomial.isPresent()) {
            if (polynomial.get().isZero()) {
                return 0;
            }
            for (AlgebraicRoots.Root root : AlgebraicRoots.real(polynomial.get(), deadline)) {
                boolean inside = (piece.from == null || root.root().compareTo(piece.from) > 0)
                        && (piece.to == null || root.root().compareTo(piece.to) < 0);
                if (inside) {
                    Polynomial factor = root.root().polynomial(); // irreducible
                    throw factor.degree() == 1
                            ? new Cut(factor.coefficient(0)
                                    .divide(factor.leading())
                                    .negate())
                            : new Undecided();
                }
            }
            return polynomial.get().signAt(piece.inside(1));
        }
        Interval range = IntervalFunction.of(expression, List.of(variable))
                .over(piece.hull())
                .range();
        if (range.isEmpty() || range.contains(0)) {
            throw new Undecided();
        }
        return range.lower() > 0 ? 1 : -1;
    }

    private Expression smooth(Expression expression) {
        return switch (expression) {
            case Piecewise(List<Branch> branches, Expression otherwise) -> {
                for (Branch branch : branches) {
                    if (holds(branch.condition())) {
                        yield smooth(branch.value());
                    }
                }
                if (otherwise == null) {
                    throw new Undecided();
                }
                yield smooth(otherwise);
            }
            case Comparison _ -> Expressions.number(holds(expression) ? 1 : 0);
            case Call(Function function, List<Expression> arguments) -> call(function, arguments);
            default -> mapped(expression, this::smooth);
        };
    }

    private Expression call(Function function, List<Expression> arguments) {
        List<Expression> of = arguments.stream().map(this::smooth).toList();
        Expression first = of.getFirst();
        return switch (function) {
            case ABS -> signs.of(first) < 0 ? new Negate(first) : first;
            case RELU -> signs.of(first) > 0 ? first : Expressions.number(0);
            case SIGN -> {
                int sign = signs.of(first);
                yield sign < 0 ? new Negate(Expressions.number(1)) : Expressions.number(sign);
            }
            case LEAKYRELU, ELU -> {
                if (signs.of(first) >= 0) {
                    yield first;
                }
                Expression below = function == Function.ELU ? Call.of(Function.EXPM1, first) : first;
                yield new Product(List.of(
                        of.size() > 1 ? of.getLast() : Expressions.number(BigDecimal.valueOf(function.lastDefault())),
                        below));
            }
            case MAX ->
                of.stream().reduce((a, b) -> signs.of(minus(a, b)) >= 0 ? a : b).orElseThrow();
            case MIN ->
                of.stream().reduce((a, b) -> signs.of(minus(a, b)) <= 0 ? a : b).orElseThrow();
            case AND, OR, NOT -> Expressions.number(holds(new Call(function, arguments)) ? 1 : 0);
            case STEP, FLOOR, CEIL, ROUND, TRUNC, MOD, GCD, LCM -> throw new Undecided();
            default -> new Call(function, of);
        };
    }

    private static Expression minus(Expression a, Expression b) {
        return new Sum(List.of(a, new Negate(b)));
    }

    private boolean holds(Expression condition) {
        return switch (condition) {
            case Comparison(Expression left, Relation relation, Expression right) -> {
                int sign = signs.of(minus(smooth(left), smooth(right)));
                yield switch (relation) {
                    case LESS -> sign < 0;
                    case LESS_OR_EQUAL -> sign <= 0;
                    case GREATER -> sign > 0;
                    case GREATER_OR_EQUAL -> sign >= 0;
                    case EQUAL -> sign == 0;
                    case NOT_EQUAL -> sign != 0;
                };
            }
            case Call(Function function, List<Expression> arguments)
            when function == Function.AND -> arguments.stream().allMatch(this::holds);
            case Call(Function function, List<Expression> arguments)
            when function == Function.OR -> arguments.stream().anyMatch(this::holds);
            case Call(Function function, List<Expression> arguments)
            when function == Function.NOT -> !holds(arguments.getFirst());
            default -> signs.of(smooth(condition)) != 0;
        };
    }

    /** The same expression of other parts; sums over ranges stay as they are. */
    static Expression mapped(Expression expression, UnaryOperator<Expression> part) {
        return switch (expression) {
            case Negate(Expression operand) -> new Negate(part.apply(operand));
            case Sum(List<Expression> terms) -> new Sum(terms.stream().map(part).toList());
            case Product(List<Expression> factors) ->
                new Product(factors.stream().map(part).toList());
            case Quotient(Expression numerator, Expression denominator) ->
                new Quotient(part.apply(numerator), part.apply(denominator));
            case Power(Expression base, Expression exponent) -> new Power(part.apply(base), part.apply(exponent));
            case Call(Function function, List<Expression> arguments) ->
                new Call(function, arguments.stream().map(part).toList());
            case Comparison(Expression left, Relation relation, Expression right) ->
                new Comparison(part.apply(left), relation, part.apply(right));
            case Piecewise(List<Branch> branches, Expression otherwise) ->
                new Piecewise(
                        branches.stream()
                                .map(branch -> new Branch(part.apply(branch.condition()), part.apply(branch.value())))
                                .toList(),
                        otherwise == null ? null : part.apply(otherwise));
            default -> expression;
        };
    }
}
