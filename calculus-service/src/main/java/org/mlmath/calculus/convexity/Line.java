package org.mlmath.calculus.convexity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.evaluate.ExactEvaluation;
import org.mlmath.expression.identity.ConstantZero;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.expression.polynomial.AlgebraicRoots;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RealRoot;

/**
 * The shape of what depends on one direction only, f(x) = φ(a·x + b): that of φ, which is cut at its kinks ({@link SmoothPieces}). Every
 * piece is examined by the sign of its second derivative (exactly, if it is a quotient of polynomials; by the rules; by enclosures); where
 * two meet, φ has to be continuous and its slope must not fall.
 */
final class Line {
    private static final String DIRECTION = "u";
    private static final int PARTS = 300;
    private static final int SAMPLES = 60;
    private static final int SIZE = 400;

    private final Expression function;
    private final String variable;
    private final Interval region;
    private final Set<Expression> notNegative;
    private final Deadline deadline;

    private Line(
            Expression function, String variable, Interval region, Set<Expression> notNegative, Deadline deadline) {
        this.function = function;
        this.variable = variable;
        this.region = region;
        this.notNegative = notNegative;
        this.deadline = deadline;
    }

    static Shape shape(
            Expression expression,
            List<String> variables,
            Interval[] box,
            Set<Expression> notNegative,
            Deadline deadline) {
        List<String> names = expression.variables();
        if (names.isEmpty() || size(expression, 0) > SIZE) {
            return Shape.UNKNOWN;
        }
        if (names.size() == 1) {
            Interval side = box[variables.indexOf(names.getFirst())];
            return new Line(expression, names.getFirst(), side, notNegative, deadline).shape();
        }
        AffineForm direction = direction(expression, null);
        if (direction == null) {
            return Shape.UNKNOWN;
        }
        Interval range =
                IntervalFunction.of(direction.expression(), variables).over(box).range();
        Expression along = along(expression, new HashMap<>());
        return new Line(along, DIRECTION, range, Set.of(), deadline).shape();
    }

    private static int size(Expression expression, int before) {
        int size = before + 1;
        for (Expression child : Expressions.children(expression)) {
            size = size > SIZE ? size : size(child, size);
        }
        return size;
    }

    /** @return the direction of all affine parts; null where they differ or something else depends on the variables */
    private static AffineForm direction(Expression expression, AffineForm before) {
        if (expression instanceof Series) {
            return null;
        }
        AffineForm form = AffineForm.of(expression);
        if (form != null) {
            AffineForm own = form.isConstant() ? before : form.direction();
            return before == null || before.equals(own) ? own : null;
        }
        AffineForm direction = before;
        for (Expression child : Expressions.children(expression)) {
            if (!child.variables().isEmpty()) {
                direction = direction(child, direction);
                if (direction == null) {
                    return null;
                }
            }
        }
        return direction;
    }

    private static Expression along(Expression expression, Map<Expression, Expression> known) {
        if (expression.variables().isEmpty()) {
            return expression;
        }
        AffineForm form = AffineForm.of(expression);
        if (form != null && form.isConstant()) {
            return form.expression(); // x + (1 - x)
        }
        return form == null ? SmoothPieces.mapped(expression, each -> along(each, known)) : form.along(DIRECTION);
    }

    private Shape shape() {
        Interval within = new Definedness(function, List.of(variable), new Interval[] {region}).region[0];
        boolean[] bends = bends(within);
        try {
            boolean convex = bends[0] && isConvex(function, within);
            boolean concave = bends[1] && isConvex(new Negate(function), within);
            return Shape.of(convex, concave);
        } catch (DomainException | LimitExceededException e) {
            return Shape.UNKNOWN; // no derivative, or numbers too long
        }
    }

    /** @return whether samples speak against convexity, and against concavity, neither of which is then worth a proof */
    private boolean[] bends(Interval within) {
        ExpressionFunction values = ExpressionFunction.of(function, List.of(variable));
        SplittableRandom random = new SplittableRandom(3);
        boolean[] possible = {true, true};
        for (int i = 0; i < SAMPLES; i++) {
            double reach = Math.exp(8 * random.nextDouble() - 4);
            double lower = Math.max(within.lower(), within.upper() < reach ? within.upper() - 2 * reach : -reach);
            double upper = Math.min(within.upper(), lower > -reach ? lower + 2 * reach : reach);
            double a = lower + (upper - lower) * random.nextDouble();
            double b = lower + (upper - lower) * random.nextDouble();
            double atA = values.value(new double[] {a});
            double atB = values.value(new double[] {b});
            double between = values.value(new double[] {0.5 * a + 0.5 * b}) - 0.5 * atA - 0.5 * atB;
            double rounding = 1e-9 * (Math.abs(atA) + Math.abs(atB)) + 1e-12;
            possible[0] &= !(between > rounding);
            possible[1] &= !(between < -rounding);
        }
        return possible;
    }

    private boolean isConvex(Expression f, Interval within) {
        List<SmoothPieces.Piece> pieces = SmoothPieces.of(f, variable, within, deadline);
        if (pieces == null) {
            return false;
        }
        for (SmoothPieces.Piece piece : pieces) {
            if (!isConvex(piece)) {
                return false;
            }
        }
        for (int i = 1; i < pieces.size(); i++) {
            if (!joins(f, pieces.get(i - 1), pieces.get(i))) {
                return false;
            }
        }
        return pieces.getFirst().function().equals(f)
                || endAgrees(f, pieces.getFirst(), within.lower()) && endAgrees(f, pieces.getLast(), within.upper());
    }

    private boolean joins(Expression f, SmoothPieces.Piece left, SmoothPieces.Piece right) {
        Rational at = right.from();
        Expression value = SmoothPieces.at(f, variable, at, deadline);
        if (value == null) {
            return false;
        }
        Expression before = placed(left.function(), at);
        Expression after = placed(right.function(), at);
        Expression slopeBefore = placed(derivative(left.function()), at);
        Expression slopeAfter = placed(derivative(right.function()), at);
        return isZero(difference(before, value))
                && isZero(difference(after, value))
                && notNegative(difference(slopeAfter, slopeBefore));
    }

    /** A condition may say something else at an end of the region than next to it. */
    private boolean endAgrees(Expression f, SmoothPieces.Piece piece, double end) {
        if (Double.isInfinite(end)) {
            return true;
        }
        Expression value = SmoothPieces.at(f, variable, RealRoot.exact(end), deadline);
        return value != null
                && (IntervalFunction.constant(value).isEmpty() // the domain leaves it out
                        || isZero(difference(value, placed(piece.function(), RealRoot.exact(end)))));
    }

    private Expression derivative(Expression expression) {
        return Differentiator.derivative(expression, variable, deadline).expression();
    }

    private Expression placed(Expression expression, Rational at) {
        return Substitution.of(expression, variable, AlgebraicRoots.number(at));
    }

    private static Expression difference(Expression a, Expression b) {
        return new Sum(List.of(a, new Negate(b)));
    }

    private boolean isZero(Expression constant) {
        Optional<Rational> exact = ExactEvaluation.value(constant, List.of(), new double[0]);
        if (exact.isPresent()) {
            return exact.get().signum() == 0;
        }
        Interval range = IntervalFunction.constant(constant);
        return range.contains(0) && (range.isPoint() || ConstantZero.isProven(constant, deadline));
    }

    private boolean notNegative(Expression constant) {
        Interval range = IntervalFunction.constant(constant);
        return !range.isEmpty() && (range.lower() >= 0 || range.upper() >= 0 && isZero(constant));
    }

    // ---- one piece

    private boolean isConvex(SmoothPieces.Piece piece) {
        Boolean exactly = rational(piece);
        if (exactly != null) {
            return exactly;
        }
        Interval on = piece.hull();
        Composition rules = new Composition(List.of(variable), new Interval[] {on}, notNegative, false, deadline);
        return rules.of(piece.function()).convex() || byEnclosures(piece.function(), on);
    }

    /** @return null where the piece is no quotient of polynomials */
    private Boolean rational(SmoothPieces.Piece piece) {
        Optional<RationalFunction> function = RationalFunction.of(piece.function(), variable);
        if (function.isEmpty()
                || function.get().numerator().degree()
                                + function.get().denominator().degree()
                        > 40) {
            return null;
        }
        Polynomial n = function.get().numerator();
        Polynomial d = function.get().denominator();
        for (AlgebraicRoots.Root pole : AlgebraicRoots.real(function.get().poles(), deadline)) {
            if (!(piece.from() != null && pole.root().compareTo(piece.from()) < 0)
                    && !(piece.to() != null && pole.root().compareTo(piece.to()) > 0)) {
                boolean atEnd = piece.from() != null && pole.root().compareTo(piece.from()) == 0
                        || piece.to() != null && pole.root().compareTo(piece.to()) == 0;
                if (!atEnd) {
                    return false;
                }
            }
        }
        // (n/d)″ d³ = (n″d − nd″)d − 2d′(n′d − nd′), and its sign beside that of d.
        Polynomial first = n.derivative().multiply(d).subtract(n.multiply(d.derivative()));
        Polynomial second = first.derivative()
                .multiply(d)
                .subtract(d.derivative().multiply(first).scale(Rational.of(2)));
        Polynomial curvature = second.multiply(d);
        for (AlgebraicRoots.Root root : AlgebraicRoots.real(curvature, deadline)) {
            boolean inside = (piece.from() == null || root.root().compareTo(piece.from()) > 0)
                    && (piece.to() == null || root.root().compareTo(piece.to()) < 0);
            if (inside && root.multiplicity() % 2 == 1) {
                return false;
            }
        }
        for (int k = 1; k < 60; k++) { // more places than it has zeros
            int sign = curvature.signAt(piece.inside(k));
            if (sign != 0) {
                return sign > 0;
            }
        }
        return curvature.isZero();
    }

    private record Part(Interval on, double least) {}

    private boolean byEnclosures(Expression piece, Interval region) {
        Expression slope = derivative(piece);
        IntervalFunction all = IntervalFunction.of(List.of(piece, slope, derivative(slope)), List.of(variable));
        // An end that the domain leaves out: the next double inside.
        double from = Double.isFinite(region.lower()) && !all.allOver(Interval.point(region.lower()))[0].isDefined()
                ? Math.nextUp(region.lower())
                : region.lower();
        double to = Double.isFinite(region.upper()) && !all.allOver(Interval.point(region.upper()))[0].isDefined()
                ? Math.nextDown(region.upper())
                : region.upper();
        PriorityQueue<Part> parts = new PriorityQueue<>((a, b) -> Double.compare(a.least, b.least));
        parts.add(part(all, new Interval(from, to)));
        for (int i = 0; i < PARTS; i++) {
            deadline.check();
            Part worst = parts.poll();
            if (worst.least >= 0) {
                return true;
            }
            double middle = middle(worst.on);
            if (!(worst.on.lower() < middle && middle < worst.on.upper())) {
                return false;
            }
            parts.add(part(all, new Interval(worst.on.lower(), middle)));
            parts.add(part(all, new Interval(middle, worst.on.upper())));
        }
        return false;
    }

    /** Between the ends where they are of one order of magnitude, else between the orders. */
    private static double middle(Interval on) {
        double lower = on.lower();
        double upper = on.upper();
        if (lower > 0 && upper / lower > 16 && upper < Double.POSITIVE_INFINITY) {
            return Math.sqrt(lower) * Math.sqrt(upper);
        }
        if (upper < 0 && lower / upper > 16 && lower > Double.NEGATIVE_INFINITY) {
            return -Math.sqrt(-lower) * Math.sqrt(-upper);
        }
        return on.midpoint();
    }

    private static Part part(IntervalFunction all, Interval on) {
        Enclosure[] values = all.allOver(on);
        boolean smooth = values[0].isContinuous()
                && values[1].isContinuous()
                && !values[2].range().isEmpty();
        return new Part(on, smooth && values[2].isDefined() ? values[2].range().lower() : Double.NEGATIVE_INFINITY);
    }
}
