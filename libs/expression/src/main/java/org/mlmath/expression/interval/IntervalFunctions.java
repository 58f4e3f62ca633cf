package org.mlmath.expression.interval;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.expression.Function;
import org.mlmath.expression.Real;

/**
 * The functions of the language on enclosures. Most are monotone on pieces, so that their values at the ends of a piece, widened by
 * more than their error, bound them.
 */
final class IntervalFunctions {
    /** Units in the last place that cover the errors {@link Math} is specified to stay within (2.5 at most). */
    private static final int LIBRARY = 4;

    /** For those put together of a few library calls: references agree to 18 units, this leaves a factor of three. */
    private static final int COMPOSED = 54;

    /** For the gamma and error functions, which references show right to 4e-15, far tails included: two hundred times that. */
    private static final double SPECIAL = 1e-12;

    /** From here on doubles have no digits left that would place them between multiples of π safely. */
    private static final double LARGE = 0x1p45;

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Interval POSITIVE = new Interval(0, INF);
    private static final Interval UNIT = new Interval(0, 1);
    private static final Interval SYMMETRIC_UNIT = new Interval(-1, 1);

    /** Where Γ and ln Γ are least for x > 0, and their values there. */
    private static final Interval GAMMA_MINIMUM = new Interval(1.4616321449683, 1.4616321449685);

    private static final double GAMMA_LEAST = 0.885603194410888;
    private static final double LGAMMA_LEAST = -0.121486290535850;
    /** Where x·Φ(x) and x·σ(x) are least, and their values there. */
    private static final Interval GELU_MINIMUM = new Interval(-0.751791524694, -0.751791524693);

    private static final double GELU_LEAST = -0.169971207479905;
    private static final Interval SILU_MINIMUM = new Interval(-1.27846454276108, -1.27846454276107);
    private static final double SILU_LEAST = -0.278464542761075;

    /** Up to here n(n − 1)…/k! is multiplied out. */
    private static final int FACTORS = 60;

    /** The smallest value a rounded double function may stand for near zero, as an error beside the relative one. */
    private static final double TINY = Double.MIN_NORMAL;

    private IntervalFunctions() {}

    /** Of a function of one argument. */
    static Enclosure of(Function function, Enclosure argument) {
        Interval x = argument.range();
        return x.isEmpty() ? Enclosure.NOWHERE : unary(function, x).limited(argument.decoration());
    }

    /** One step of the fold of a function of several. */
    static Enclosure of(Function function, Enclosure first, Enclosure second) {
        Interval x = first.range();
        Interval y = second.range();
        return x.isEmpty() || y.isEmpty()
                ? Enclosure.NOWHERE
                : binary(function, x, y).limited(first.decoration().and(second.decoration()));
    }

    private static Enclosure unary(Function function, Interval x) {
        return switch (function) {
            case EXP -> increasing(x, Math::exp, LIBRARY, POSITIVE);
            case EXPM1 -> increasing(x, Math::expm1, LIBRARY, new Interval(-1, INF));
            case LN -> within(x, 0, INF, true, y -> increasing(y, Math::log, LIBRARY, Interval.ENTIRE));
            case LOG10 -> within(x, 0, INF, true, y -> increasing(y, Math::log10, LIBRARY, Interval.ENTIRE));
            case LOG2 -> within(x, 0, INF, true, y -> increasing(y, Real::log2, COMPOSED, Interval.ENTIRE));
            case LOG1P -> within(x, -1, INF, true, y -> increasing(y, Math::log1p, LIBRARY, Interval.ENTIRE));
            case SQRT -> within(x, 0, INF, false, y -> Enclosure.continuous(sqrt(y)));
            case CBRT -> increasing(x, Math::cbrt, LIBRARY, Interval.ENTIRE);
            case ABS -> Enclosure.continuous(x.abs());
            case SIGN -> stairs(x, Real::sign);
            case FLOOR -> stairs(x, Real::floor);
            case CEIL -> stairs(x, Real::ceil);
            case ROUND -> stairs(x, Real::round);
            case TRUNC -> stairs(x, Real::trunc);
            case STEP -> stairs(x, Real::step);

            case SIN -> Enclosure.continuous(wave(x, Math::sin, 0.5));
            case COS -> Enclosure.continuous(wave(x, Math::cos, 0));
            case TAN -> betweenPoles(x, 0.5, y -> increasing(y, Math::tan, LIBRARY, Interval.ENTIRE));
            case COT -> betweenPoles(x, 0, y -> decreasing(y, Real::cot, LIBRARY, Interval.ENTIRE));
            case SEC -> inverse(unary(Function.COS, x));
            case CSC -> inverse(unary(Function.SIN, x));
            case ASIN -> within(x, -1, 1, false, y -> increasing(y, Math::asin, LIBRARY, Interval.ENTIRE));
            case ACOS -> within(x, -1, 1, false, y -> decreasing(y, Math::acos, LIBRARY, new Interval(0, 4)));
            case ATAN -> Enclosure.continuous(atan(x));
            case ACOT -> acot(x);
            case ASEC -> outside(x, 1, y -> of(Function.ACOS, inverse(Enclosure.continuous(y))));
            case ACSC -> outside(x, 1, y -> of(Function.ASIN, inverse(Enclosure.continuous(y))));

            case SINH -> increasing(x, Math::sinh, LIBRARY, Interval.ENTIRE);
            case COSH -> increasing(x.abs(), Math::cosh, LIBRARY, new Interval(1, INF));
            case TANH -> increasing(x, Math::tanh, LIBRARY, SYMMETRIC_UNIT);
            case COTH -> outside(x, 0, y -> decreasing(y, Real::coth, COMPOSED, Interval.ENTIRE));
            case SECH -> decreasing(x.abs(), Real::sech, COMPOSED, UNIT);
            case CSCH -> outside(x, 0, y -> decreasing(y, Real::csch, COMPOSED, Interval.ENTIRE));
            case ASINH -> increasing(x, Real::asinh, COMPOSED, Interval.ENTIRE);
            case ACOSH -> within(x, 1, INF, false, y -> increasing(y, Real::acosh, COMPOSED, POSITIVE));
            case ATANH -> within(x, -1, 1, true, y -> increasing(y, Real::atanh, COMPOSED, Interval.ENTIRE));
            case ACOTH -> acoth(x);
            case ASECH ->
                within(x, 0, 1, false, y -> decreasing(y, Real::asech, COMPOSED, POSITIVE))
                        .limited(at(x, 0));
            case ACSCH -> outside(x, 0, y -> decreasing(y, Real::acsch, COMPOSED, Interval.ENTIRE));

            case FACTORIAL -> gamma(x.add(Interval.ONE));
            case GAMMA -> gamma(x);
            case LGAMMA -> lgamma(x);
            case DIGAMMA -> digamma(x);
            case ERF -> Enclosure.continuous(special(x, Real::erf, false, SYMMETRIC_UNIT));
            case ERFC -> Enclosure.continuous(special(x, Real::erfc, true, new Interval(0, 2)));
            case NORMALPDF -> Enclosure.continuous(special(x.abs(), Real::normalpdf, true, UNIT));
            case NORMALCDF -> Enclosure.continuous(special(x, Real::normalcdf, false, UNIT));

            case SIGMOID -> increasing(x, Real::sigmoid, COMPOSED, UNIT);
            case SOFTPLUS -> increasing(x, Real::softplus, COMPOSED, POSITIVE);
            case RELU -> Enclosure.continuous(new Interval(Math.max(x.lower(), 0), Math.max(x.upper(), 0)));
            case GELU -> valley(x, GELU_MINIMUM, GELU_LEAST, y -> y.multiply(special(y, Real::normalcdf, false, UNIT)));
            case SILU ->
                valley(
                        x,
                        SILU_MINIMUM,
                        SILU_LEAST,
                        y -> y.multiply(
                                increasing(y, Real::sigmoid, COMPOSED, UNIT).range()));
            case SOFTSIGN -> increasing(x, Real::softsign, LIBRARY, SYMMETRIC_UNIT);
            case LOGIT -> within(x, 0, 1, true, y -> increasing(y, Real::logit, COMPOSED, Interval.ENTIRE));
            case NOT -> Logic.not(x);
            default -> throw new IllegalArgumentException(function + " has several arguments");
        };
    }

    private static Enclosure binary(Function function, Interval x, Interval y) {
        return switch (function) {
            case LOG -> IntervalArithmetic.divide(unary(Function.LN, x), unary(Function.LN, y));
            case ROOT -> root(x, y);
            case ATAN2 -> atan2(x, y);
            case MIN ->
                Enclosure.continuous(new Interval(Math.min(x.lower(), y.lower()), Math.min(x.upper(), y.upper())));
            case MAX ->
                Enclosure.continuous(new Interval(Math.max(x.lower(), y.lower()), Math.max(x.upper(), y.upper())));
            case MOD -> mod(x, y);
            case GCD -> ofIntegers(x, y, Real::gcd, POSITIVE);
            case LCM -> ofIntegers(x, y, Real::lcm, POSITIVE);
            case HYPOT -> Enclosure.continuous(hypot(x, y));
            case BINOMIAL -> binomial(x, y);
            case POLYGAMMA -> polygamma(x, y);
            case BETA -> beta(x, y);
            case LEAKYRELU -> pieces(x, y, part -> part);
            case ELU ->
                pieces(x, y, part -> increasing(part, Math::expm1, LIBRARY, new Interval(-1, INF))
                        .range());
            case LOGSUMEXP -> Enclosure.continuous(logsumexp(x, y));
            case AND -> Logic.and(x, y);
            case OR -> Logic.or(x, y);
            default -> throw new IllegalArgumentException(function + " has one argument");
        };
    }

    private interface OnPiece {
        Enclosure of(Interval piece);
    }

    private interface Range {
        Interval of(Interval piece);
    }

    /** On the part of x inside the domain; an open domain without its finite ends. */
    private static Enclosure within(Interval x, double from, double to, boolean open, OnPiece function) {
        Interval defined = x.intersect(new Interval(from, to));
        boolean openAt = open && from != -INF;
        boolean openTo = open && to != INF;
        if (defined.isEmpty() || openAt && defined.upper() == from || openTo && defined.lower() == to) {
            return Enclosure.NOWHERE;
        }
        boolean whole = defined.equals(x) && !(openAt && x.lower() == from) && !(openTo && x.upper() == to);
        Enclosure value = function.of(defined);
        return whole ? value : Enclosure.partly(value.range());
    }

    /** On the parts of x with |x| ≥ size, for size 0 with x ≠ 0. */
    private static Enclosure outside(Interval x, double size, OnPiece function) {
        Enclosure right = within(x, size, INF, size == 0, function);
        Enclosure left = within(x, -INF, -size, size == 0, function);
        if (right.range().isEmpty()) {
            return left;
        }
        return left.range().isEmpty() ? right : Enclosure.partly(right.range().hull(left.range()));
    }

    /** Unknown where x reaches a point that the bounds of a closed domain include but the function does not. */
    private static Decoration at(Interval x, double point) {
        return x.contains(point) ? Decoration.UNKNOWN : Decoration.CONTINUOUS;
    }

    private static Enclosure increasing(Interval x, DoubleUnaryOperator function, int units, Interval clamp) {
        double lower = bound(x.lower(), function, -units, clamp.lower());
        double upper = bound(x.upper(), function, units, clamp.upper());
        return Enclosure.continuous(new Interval(lower, upper).intersect(clamp));
    }

    private static Enclosure decreasing(Interval x, DoubleUnaryOperator function, int units, Interval clamp) {
        double lower = bound(x.upper(), function, -units, clamp.lower());
        double upper = bound(x.lower(), function, units, clamp.upper());
        return Enclosure.continuous(new Interval(lower, upper).intersect(clamp));
    }

    /**
     * @param units by how many doubles to widen, upwards where positive
     * @param otherwise the bound where the function has no value, at a pole or at infinity
     */
    private static double bound(double x, DoubleUnaryOperator function, int units, double otherwise) {
        double value = function.applyAsDouble(x);
        if (value != value || Double.isInfinite(x)) {
            return value == value && Math.abs(value) <= 1 ? value : otherwise; // limits such as tanh(∞) = 1
        }
        if (exact(x, value)) {
            return value;
        }
        return units > 0
                ? Rounding.up(Math.max(value, -Double.MAX_VALUE), units)
                : Rounding.down(Math.min(value, Double.MAX_VALUE), -units);
    }

    /** At 0 and 1 no function comes out as 0 or 1 that is not: e⁰ = 1, ln 1 = 0, sin 0 = 0. */
    private static boolean exact(double x, double value) {
        return (x == 0 || x == 1) && (value == 0 || value == 1);
    }

    /** A function that only rises, or only falls, with the error of special functions. */
    private static Interval special(Interval x, DoubleUnaryOperator function, boolean falling, Interval clamp) {
        double atLower = function.applyAsDouble(x.lower());
        double atUpper = function.applyAsDouble(x.upper());
        double least = falling ? atUpper : atLower;
        double most = falling ? atLower : atUpper;
        double leastAt = falling ? x.upper() : x.lower();
        double mostAt = falling ? x.lower() : x.upper();
        return new Interval(
                        least != least ? clamp.lower() : exact(leastAt, least) ? least : widenDown(least),
                        most != most ? clamp.upper() : exact(mostAt, most) ? most : widenUp(most))
                .intersect(clamp);
    }

    private static double widenDown(double value) {
        return Double.isInfinite(value)
                ? Math.min(value, Double.MAX_VALUE)
                : Math.nextDown(value - Math.abs(value) * SPECIAL - TINY);
    }

    private static double widenUp(double value) {
        return -widenDown(-value);
    }

    /** The values at both ends, which bound all between. */
    private static Enclosure stairs(Interval x, DoubleUnaryOperator function) {
        Interval range = new Interval(function.applyAsDouble(x.lower()), function.applyAsDouble(x.upper()));
        return range.isPoint() ? Enclosure.continuous(range) : Enclosure.defined(range);
    }

    /** Falls, then rises. */
    private static Enclosure valley(Interval x, Interval minimum, double least, Range monotone) {
        Interval ends =
                monotone.of(Interval.point(finite(x.lower()))).hull(monotone.of(Interval.point(finite(x.upper()))));
        double lower = x.intersects(minimum) ? Rounding.down(least, COMPOSED) : ends.lower();
        double upper = x.upper() == INF ? INF : x.lower() == -INF ? Math.max(ends.upper(), 0) : ends.upper();
        return Enclosure.continuous(new Interval(Math.min(lower, ends.lower()), upper));
    }

    private static double finite(double bound) {
        return Math.clamp(bound, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static Interval sqrt(Interval x) {
        return new Interval(Rounding.sqrtDown(x.lower()), Rounding.sqrtUp(x.upper()));
    }

    private static Interval hypot(Interval x, Interval y) {
        double size = Math.max(x.magnitude(), y.magnitude());
        if (size == 0 || size > 0x1p-400 && size < 0x1p400) {
            return sqrt(x.square().add(y.square())); // exact where the numbers are those of a Pythagorean triple
        }
        return new Interval(
                Math.max(0, Rounding.down(Math.hypot(x.mignitude(), y.mignitude()), LIBRARY)),
                Rounding.up(Math.hypot(x.magnitude(), y.magnitude()), LIBRARY));
    }

    private static Enclosure inverse(Enclosure x) {
        return IntervalArithmetic.divide(Enclosure.continuous(Interval.ONE), x);
    }

    /** Multiples of π plus a phase, given in units of π. */
    private static long[] multiples(Interval x, double phase) {
        // The margin covers the quotient's error and that of π.
        double margin = 1e-15 * (1 + x.magnitude());
        return new long[] {
            (long) Math.ceil(x.lower() / Math.PI - phase - margin),
            (long) Math.floor(x.upper() / Math.PI - phase + margin)
        };
    }

    /** @param phase where the first maximum is, in units of π; minima and maxima follow each other at a distance of π */
    private static Interval wave(Interval x, DoubleUnaryOperator function, double phase) {
        if (!(x.magnitude() < LARGE)) {
            return SYMMETRIC_UNIT;
        }
        Interval range = end(x.lower(), function).hull(end(x.upper(), function));
        long[] extremes = multiples(x, phase);
        if (extremes[1] > extremes[0]) {
            return SYMMETRIC_UNIT;
        }
        if (extremes[1] == extremes[0]) {
            range = range.hull(Interval.point(extremes[0] % 2 == 0 ? 1 : -1));
        }
        return range.intersect(SYMMETRIC_UNIT);
    }

    private static Interval end(double x, DoubleUnaryOperator function) {
        double value = function.applyAsDouble(x);
        return exact(x, value)
                ? Interval.point(value)
                : new Interval(Rounding.down(value, LIBRARY), Rounding.up(value, LIBRARY));
    }

    private static Enclosure betweenPoles(Interval x, double phase, OnPiece function) {
        if (!(x.magnitude() < LARGE)) {
            return Enclosure.UNKNOWN;
        }
        long[] poles = multiples(x, phase);
        return poles[0] <= poles[1] ? Enclosure.UNKNOWN : function.of(x);
    }

    private static Interval atan(Interval x) {
        return increasing(x, Math::atan, LIBRARY, Interval.HALF_PI.hull(Interval.HALF_PI.negate()))
                .range();
    }

    /** π/2 − arctan x for x ≥ 0, −π/2 − arctan x below. */
    private static Enclosure acot(Interval x) {
        if (x.lower() >= 0) {
            return Enclosure.continuous(Interval.HALF_PI.subtract(atan(x)));
        }
        if (x.upper() < 0) {
            return Enclosure.continuous(Interval.HALF_PI.negate().subtract(atan(x)));
        }
        return Enclosure.defined(Interval.HALF_PI.hull(Interval.HALF_PI.negate()));
    }

    /** ½ ln((x + 1)/(x − 1)) beyond ±1. */
    private static Enclosure acoth(Interval x) {
        OnPiece function = y -> decreasing(y, Real::acoth, COMPOSED, Interval.ENTIRE);
        Enclosure right = within(x, 1, INF, true, function);
        Enclosure left = within(x, -INF, -1, true, function);
        if (right.range().isEmpty()) {
            return left;
        }
        return left.range().isEmpty() ? right : Enclosure.partly(right.range().hull(left.range()));
    }

    private static Enclosure root(Interval x, Interval order) {
        boolean integer = order.isPoint() && order.lower() == Math.rint(order.lower());
        if (!integer) {
            Enclosure inverted = inverse(Enclosure.continuous(order));
            Interval size = IntervalArithmetic.power(Enclosure.continuous(x.abs()), inverted)
                    .range();
            if (x.lower() > 0 && inverted.isDefined()) {
                return Enclosure.continuous(size);
            }
            return Enclosure.partly(size.hull(x.lower() < 0 ? size.negate() : Interval.EMPTY));
        }
        double n = order.lower();
        if (n == 0) {
            return Enclosure.NOWHERE;
        }
        if (n < 0) {
            return inverse(root(x, Interval.point(-n)));
        }
        if (n == 2) {
            return unary(Function.SQRT, x);
        }
        boolean odd = n % 2 != 0;
        DoubleUnaryOperator function = a -> Real.root(a, n);
        return odd
                ? increasing(x, function, COMPOSED, Interval.ENTIRE)
                : within(x, 0, INF, false, y -> increasing(y, function, COMPOSED, POSITIVE));
    }

    private static Enclosure atan2(Interval y, Interval x) {
        if (x.lower() > 0) {
            return Enclosure.continuous(atan(y.divide(x)));
        }
        if (y.lower() > 0) {
            return Enclosure.continuous(Interval.HALF_PI.subtract(atan(x.divide(y))));
        }
        if (y.upper() < 0) {
            return Enclosure.continuous(Interval.HALF_PI.negate().subtract(atan(x.divide(y))));
        }
        if (x.upper() < 0 && y.lower() >= 0) {
            return Enclosure.continuous(Interval.PI.add(atan(y.divide(x))));
        }
        Interval circle = Interval.PI.hull(Interval.PI.negate());
        return x.contains(0) ? Enclosure.partly(circle) : Enclosure.defined(circle);
    }

    private static Enclosure mod(Interval x, Interval y) {
        if (y.isPoint() && y.lower() == 0) {
            return Enclosure.NOWHERE;
        }
        Interval range = new Interval(Math.min(y.lower(), 0), Math.max(y.upper(), 0));
        if (y.contains(0)) {
            return Enclosure.partly(range);
        }
        Interval quotient = x.divide(y);
        double times = Math.floor(quotient.lower());
        if (times == Math.floor(quotient.upper()) && Double.isFinite(times)) {
            Interval remainder = x.subtract(y.multiply(Interval.point(times)));
            return Enclosure.continuous(remainder.intersect(range));
        }
        return Enclosure.defined(range);
    }

    /** Between integers these functions do not exist, so a box that is no point says little. */
    private static Enclosure ofIntegers(Interval x, Interval y, DoubleBinaryOperator function, Interval range) {
        if (x.isPoint() && y.isPoint()) {
            double value = function.applyAsDouble(x.lower(), y.lower());
            return value == value
                    ? Enclosure.continuous(new Interval(widenDown(value), widenUp(value)).intersect(range))
                    : Enclosure.NOWHERE;
        }
        return Enclosure.partly(range);
    }

    private static Enclosure gamma(Interval x) {
        if (x.lower() > 0) {
            Interval ends = special(Interval.point(x.lower()), Real::gamma, false, POSITIVE)
                    .hull(special(Interval.point(finite(x.upper())), Real::gamma, false, POSITIVE));
            double lower = x.intersects(GAMMA_MINIMUM) ? GAMMA_LEAST : ends.lower();
            return Enclosure.continuous(new Interval(lower, x.upper() == INF ? INF : ends.upper()));
        }
        if (pole(x)) {
            return Enclosure.UNKNOWN;
        }
        // Γ(x) Γ(1 − x) = π / sin(πx)
        Enclosure sine = unary(Function.SIN, Interval.PI.multiply(x));
        Enclosure other = gamma(Interval.ONE.subtract(x));
        return IntervalArithmetic.divide(Enclosure.continuous(Interval.PI), IntervalArithmetic.multiply(sine, other));
    }

    private static Enclosure lgamma(Interval x) {
        if (x.lower() > 0) {
            Interval ends = special(Interval.point(x.lower()), Real::lgamma, false, Interval.ENTIRE)
                    .hull(special(Interval.point(finite(x.upper())), Real::lgamma, false, Interval.ENTIRE));
            double lower = x.intersects(GAMMA_MINIMUM) ? LGAMMA_LEAST - SPECIAL : ends.lower();
            return Enclosure.continuous(new Interval(lower, x.upper() == INF ? INF : ends.upper()));
        }
        Enclosure gamma = gamma(x);
        return of(Function.LN, new Enclosure(gamma.range().abs(), gamma.decoration()));
    }

    /** Whether 0, −1, −2, … is among them. */
    private static boolean pole(Interval x) {
        return x.lower() <= 0 && Math.ceil(x.lower()) <= Math.min(0, x.upper());
    }

    private static Enclosure digamma(Interval x) {
        if (pole(x)) {
            return Enclosure.UNKNOWN;
        }
        if (x.lower() < 0) {
            // ψ(x) = ψ(1 − x) − π cot(πx)
            Enclosure cotangent = unary(Function.COT, Interval.PI.multiply(x));
            Enclosure other = digamma(Interval.ONE.subtract(x));
            Enclosure scaled = IntervalArithmetic.multiply(Enclosure.continuous(Interval.PI), cotangent);
            return IntervalArithmetic.add(other, IntervalArithmetic.negate(scaled));
        }
        return Enclosure.continuous(
                special(x, Real::digamma, false, Interval.ENTIRE).add(new Interval(-SPECIAL, SPECIAL)));
    }

    private static Enclosure polygamma(Interval order, Interval x) {
        double n = order.lower();
        if (!order.isPoint() || !(n >= 0 && n <= 100) || n != Math.rint(n)) {
            return order.isPoint() ? Enclosure.NOWHERE : Enclosure.UNKNOWN;
        }
        if (n == 0) {
            return digamma(x);
        }
        if (x.lower() > 0) {
            boolean positive = n % 2 == 1;
            return Enclosure.continuous(
                    special(x, a -> Real.polygamma(n, a), positive, positive ? POSITIVE : POSITIVE.negate()));
        }
        return pole(x) ? Enclosure.UNKNOWN : Enclosure.continuous(Interval.ENTIRE);
    }

    private static Enclosure beta(Interval a, Interval b) {
        if (!(a.lower() > 0 && b.lower() > 0)) {
            return Enclosure.UNKNOWN;
        }
        double least = a.upper() == INF || b.upper() == INF ? 0 : widenDown(Real.beta(a.upper(), b.upper()));
        return Enclosure.continuous(new Interval(Math.max(0, least), widenUp(Real.beta(a.lower(), b.lower()))));
    }

    private static Enclosure binomial(Interval n, Interval k) {
        if (k.isPoint() && k.lower() == Math.rint(k.lower()) && k.lower() <= FACTORS) {
            Interval value = k.lower() < 0 ? Interval.ZERO : Interval.ONE;
            for (int i = 0; i < k.lower(); i++) {
                value = value.multiply(n.subtract(Interval.point(i))).divide(Interval.point(i + 1.0));
            }
            return Enclosure.continuous(value);
        }
        if (n.isPoint() && k.isPoint()) {
            double value = Real.binomial(n.lower(), k.lower());
            return value != value
                    ? Enclosure.NOWHERE
                    : Enclosure.continuous(new Interval(widenDown(value), widenUp(value)));
        }
        return Enclosure.UNKNOWN;
    }

    /** x above 0, the parameter times a function of x below. */
    private static Enclosure pieces(Interval x, Interval parameter, Range below) {
        Interval positive = x.intersect(POSITIVE);
        Interval negative = x.intersect(POSITIVE.negate());
        Interval lower = negative.isEmpty() ? negative : parameter.multiply(below.of(negative));
        return Enclosure.continuous(positive.hull(lower));
    }

    /** Rises with both; the error is one of the larger argument's digits. */
    private static Interval logsumexp(Interval a, Interval b) {
        return new Interval(logsumexp(a.lower(), b.lower(), false), logsumexp(a.upper(), b.upper(), true));
    }

    private static double logsumexp(double a, double b, boolean up) {
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            double larger = Math.max(a, b);
            return Double.isInfinite(larger) ? larger : up ? Math.nextUp(larger) : larger;
        }
        double error = COMPOSED * Math.ulp(Math.max(1, Math.max(Math.abs(a), Math.abs(b))));
        double value = Real.logsumexp(a, b);
        return up ? value + error : value - error;
    }
}
