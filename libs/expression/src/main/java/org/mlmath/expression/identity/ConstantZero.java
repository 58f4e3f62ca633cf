package org.mlmath.expression.identity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.exact.Rational;

/**
 * Proves that a number is 0.
 *
 * <p>An algebraic number that is not 0 has a least size, known from how it is built: with bounds u and l of the conjugates of numerator
 * and denominator and the degree D it is at least u^(1−D)/l. A value that is certainly smaller is 0. Sums of logarithms are 0 if the
 * product of the arguments is 1; sums of inverse tangents and multiples of π if the sum is small and the product of the points at these
 * angles is real.
 *
 * <p>Source: Burnikel, Funke, Mehlhorn, Schirra and Schmitt, <i>A separation bound for real algebraic expressions</i>, Algorithmica 55
 * (2009).
 */
public final class ConstantZero {
    /** Bits that are computed at most. */
    private static final int BITS = 40_000;

    private static final int FACTORS = 6;
    private static final int LARGEST_MULTIPLE = 1000;

    private final Deadline deadline;

    private ConstantZero(Deadline deadline) {
        this.deadline = deadline;
    }

    /** @return whether the expression, which has no variables, is proven to be 0 */
    public static boolean isProven(Expression expression, Deadline deadline) {
        return new ConstantZero(deadline).zero(expression);
    }

    private boolean zero(Expression expression) {
        Bound bound = bound(expression, new Degrees());
        return bound != null ? vanishes(expression, bound) : linear(expression);
    }

    // ---- algebraic numbers

    /** Base-2 logarithms of u and l. */
    private record Bound(double u, double l) {}

    /** What the degree is made of: each root once, and all angles together. */
    private static final class Degrees {
        private final Set<Expression> roots = new HashSet<>();
        private double degree = 1;
        private BigInteger angles = BigInteger.ONE;

        void root(Expression root, int order) {
            if (roots.add(root)) {
                degree *= order;
            }
        }

        double degree() {
            double totient = 1;
            BigInteger rest = angles;
            for (long prime = 2; rest.compareTo(BigInteger.ONE) > 0 && prime < 10_000; prime++) {
                BigInteger p = BigInteger.valueOf(prime);
                boolean first = true;
                while (rest.mod(p).signum() == 0) {
                    totient *= first ? prime - 1 : prime;
                    first = false;
                    rest = rest.divide(p);
                }
            }
            return degree * totient * rest.doubleValue();
        }
    }

    private boolean vanishes(Expression expression, Bound bound) {
        return vanishes(expression, bound, degreeOf(expression));
    }

    private double degreeOf(Expression expression) {
        Degrees degrees = new Degrees();
        bound(expression, degrees);
        return degrees.degree();
    }

    private boolean vanishes(Expression expression, Bound bound, double degree) {
        double least = (degree - 1) * Math.max(0, bound.u) + Math.max(0, bound.l) + 8;
        if (!(least < BITS)) {
            return false;
        }
        int needed = (int) least;
        for (int bits = 128; ; bits *= 4) {
            Precise value = HighPrecision.at(expression, Map.of(), Math.min(bits, needed + 256), deadline);
            if (!value.isDefined() && bits > needed + 256) {
                return false;
            }
            Integer sign = value.sign();
            if (sign != null) {
                return sign == 0;
            }
            if (value.isDefined() && value.ball(needed + 256).magnitude() < -needed) {
                return true;
            }
            if (bits > needed + 256) {
                return false;
            }
        }
    }

    /** @return null for what is not known to be algebraic */
    private Bound bound(Expression expression, Degrees degrees) {
        return switch (expression) {
            case Number(BigDecimal value) -> number(Rational.of(value));
            case Negate(Expression operand) -> bound(operand, degrees);
            case Sum(List<Expression> terms) -> {
                Bound sum = bound(terms.getFirst(), degrees);
                for (int i = 1; i < terms.size() && sum != null; i++) {
                    Bound next = bound(terms.get(i), degrees);
                    sum = next == null ? null : new Bound(log2OfSum(sum.u + next.l, sum.l + next.u), sum.l + next.l);
                }
                yield sum;
            }
            case Product(List<Expression> factors) -> {
                Bound product = bound(factors.getFirst(), degrees);
                for (int i = 1; i < factors.size() && product != null; i++) {
                    Bound next = bound(factors.get(i), degrees);
                    product = next == null ? null : new Bound(product.u + next.u, product.l + next.l);
                }
                yield product;
            }
            case Quotient(Expression numerator, Expression denominator) ->
                over(bound(numerator, degrees), bound(denominator, degrees));
            case Power(Expression base, Expression exponent) -> {
                Rational power = rational(exponent);
                if (power == null || power.abs().compareTo(Rational.of(LARGEST_MULTIPLE)) > 0) {
                    yield null;
                }
                Bound root = power.isInteger() ? bound(base, degrees) : root(base, power.denominator(), degrees);
                yield root == null ? null : power(root, power.numerator());
            }
            case Call(Function function, List<Expression> arguments) -> call(function, arguments, degrees);
            default -> null;
        };
    }

    private Bound call(Function function, List<Expression> arguments, Degrees degrees) {
        Expression x = arguments.getFirst();
        Bound one = new Bound(0, 0);
        return switch (function) {
            case SQRT -> root(x, BigInteger.TWO, degrees);
            case CBRT -> root(x, BigInteger.valueOf(3), degrees);
            case ROOT -> {
                Rational order = rational(arguments.get(1));
                yield order == null || !order.isInteger() || order.signum() <= 0
                        ? null
                        : root(x, order.numerator(), degrees);
            }
            case ABS -> bound(x, degrees);
            case SIN, COS -> angle(x, degrees);
            case TAN, COT -> over(angle(x, degrees), angle(x, degrees));
            case SEC, CSC -> over(one, angle(x, degrees));
            default -> null;
        };
    }

    private static Bound over(Bound a, Bound b) {
        return a == null || b == null ? null : new Bound(a.u + b.l, a.l + b.u);
    }

    private static Bound power(Bound root, BigInteger n) {
        double times = n.abs().doubleValue();
        return n.signum() < 0 ? new Bound(root.l * times, root.u * times) : new Bound(root.u * times, root.l * times);
    }

    private static Bound number(Rational value) {
        return new Bound(
                Math.max(0, value.numerator().bitLength()),
                value.isInteger() ? 0 : value.denominator().bitLength());
    }

    private static double log2OfSum(double a, double b) {
        double larger = Math.max(a, b);
        return larger + Math.log1p(Math.pow(2, Math.min(a, b) - larger)) / Math.log(2);
    }

    private Bound root(Expression base, BigInteger order, Degrees degrees) {
        if (order.bitLength() > 6) {
            return null;
        }
        Bound inner = bound(base, degrees);
        if (inner == null) {
            return null;
        }
        int k = order.intValue();
        // The same root has the same name, whether it is written as a power or with a sign.
        degrees.root(new Power(base, new Quotient(Expressions.number(1), Expressions.number(k))), k);
        return inner.u >= inner.l
                ? new Bound((inner.u + (k - 1) * inner.l) / k, inner.l)
                : new Bound(inner.u, ((k - 1) * inner.u + inner.l) / k);
    }

    /** 2 cos and 2 sin of a rational multiple of π are algebraic integers, whose conjugates are at most 2. */
    private Bound angle(Expression angle, Degrees degrees) {
        Precise value = HighPrecision.at(angle, Map.of(), 64, deadline);
        return switch (value) {
            case Precise.Turn(Rational times) -> {
                BigInteger order = times.denominator().multiply(BigInteger.valueOf(4));
                degrees.angles = degrees.angles.multiply(order).divide(degrees.angles.gcd(order));
                yield new Bound(1, 1);
            }
            default -> Precise.ZERO.equals(value) ? new Bound(1, 1) : null;
        };
    }

    private Rational rational(Expression expression) {
        return expression.variables().isEmpty()
                        && HighPrecision.at(expression, Map.of(), 64, deadline)
                                instanceof Precise.Exact(Rational number)
                ? number
                : null;
    }

    // ---- sums of logarithms and angles

    private record Term(Rational coefficient, Expression factor) {}

    private boolean linear(Expression expression) {
        List<Term> terms = new ArrayList<>();
        if (!collect(expression, Rational.ONE, terms)) {
            return false;
        }
        List<Term> logarithms = new ArrayList<>();
        List<Term> angles = new ArrayList<>();
        List<Expression> rest = new ArrayList<>();
        for (Term term : terms) {
            Term logarithm = logarithm(term);
            if (logarithm != null) {
                logarithms.add(logarithm);
            } else if (isAngle(term.factor)) {
                angles.add(term);
            } else {
                rest.add(new Product(List.of(literal(term.coefficient), term.factor)));
            }
        }
        if (logarithms.isEmpty() && angles.isEmpty()) {
            return false;
        }
        boolean algebraic = rest.isEmpty() || zero(rest.size() == 1 ? rest.getFirst() : new Sum(rest));
        return algebraic && (logarithms.isEmpty() || logarithms(logarithms)) && (angles.isEmpty() || angles(angles));
    }

    private boolean collect(Expression expression, Rational coefficient, List<Term> terms) {
        switch (expression) {
            case Negate(Expression operand) -> {
                return collect(operand, coefficient.negate(), terms);
            }
            case Sum(List<Expression> parts) -> {
                return parts.stream().allMatch(part -> collect(part, coefficient, terms));
            }
            case Quotient(Expression numerator, Expression denominator)
            when rational(denominator) instanceof Rational d && d.signum() != 0 -> {
                return collect(numerator, coefficient.divide(d), terms);
            }
            case Product(List<Expression> factors) -> {
                Rational number = coefficient;
                List<Expression> others = new ArrayList<>();
                for (Expression factor : factors) {
                    Rational value = rational(factor);
                    if (value == null) {
                        others.add(factor);
                    } else {
                        number = number.multiply(value);
                    }
                }
                if (others.size() == 1) {
                    return collect(others.getFirst(), number, terms);
                }
                terms.add(new Term(number, others.isEmpty() ? Expressions.number(1) : new Product(others)));
            }
            default -> terms.add(new Term(coefficient, expression));
        }
        return terms.size() <= 30;
    }

    /** @return the term as one of a plain logarithm, else null */
    private static Term logarithm(Term term) {
        if (!(term.factor instanceof Call(Function function, List<Expression> arguments))) {
            return null;
        }
        Expression x = arguments.getFirst();
        Expression one = Expressions.number(1);
        Expression square = new Product(List.of(x, x));
        return switch (function) {
            case LN -> new Term(term.coefficient, x);
            case ASINH ->
                new Term(term.coefficient, new Sum(List.of(x, Call.of(Function.SQRT, new Sum(List.of(square, one))))));
            case ACOSH ->
                new Term(
                        term.coefficient,
                        new Sum(List.of(x, Call.of(Function.SQRT, new Sum(List.of(square, new Negate(one)))))));
            case ATANH ->
                new Term(
                        term.coefficient.divide(Rational.of(2)),
                        new Quotient(new Sum(List.of(one, x)), new Sum(List.of(one, new Negate(x)))));
            default -> null;
        };
    }

    private static boolean isAngle(Expression expression) {
        return expression == Constant.PI
                || expression instanceof Call(Function function, List<Expression> _)
                        && (function == Function.ATAN || function == Function.ASIN || function == Function.ACOS);
    }

    private static Expression literal(Rational value) {
        Expression size = new Quotient(
                new Number(new BigDecimal(value.numerator().abs())), new Number(new BigDecimal(value.denominator())));
        return value.signum() < 0 ? new Negate(size) : size;
    }

    /** @return the multiples as integers, null where they are large */
    private static int[] multiples(List<Term> terms) {
        BigInteger common = BigInteger.ONE;
        for (Term term : terms) {
            BigInteger denominator = term.coefficient.denominator();
            common = common.multiply(denominator).divide(common.gcd(denominator));
        }
        int[] multiples = new int[terms.size()];
        for (int i = 0; i < multiples.length; i++) {
            BigInteger multiple = terms.get(i)
                    .coefficient
                    .multiply(new Rational(common, BigInteger.ONE))
                    .numerator();
            if (multiple.bitLength() > 9) {
                return null;
            }
            multiples[i] = multiple.intValue();
        }
        return multiples;
    }

    private boolean logarithms(List<Term> terms) {
        int[] multiples = multiples(terms);
        if (multiples == null) {
            return false;
        }
        List<Expression> above = new ArrayList<>(List.of(Expressions.number(1)));
        List<Expression> below = new ArrayList<>(List.of(Expressions.number(1)));
        for (int i = 0; i < multiples.length; i++) {
            Expression power = new Power(terms.get(i).factor, Expressions.number(Math.abs(multiples[i])));
            (multiples[i] > 0 ? above : below).add(power);
        }
        above.add(Expressions.number(1));
        below.add(Expressions.number(1));
        return zero(new Sum(List.of(new Product(above), new Negate(new Product(below)))));
    }

    /** The sum is less than 1 in modulus, and its multiple the angle of a point on the real axis. */
    private boolean angles(List<Term> terms) {
        List<Term> inverse =
                terms.stream().filter(term -> term.factor != Constant.PI).toList();
        Rational turns = terms.stream()
                .filter(term -> term.factor == Constant.PI)
                .map(Term::coefficient)
                .reduce(Rational.ZERO, Rational::add);
        int[] multiples = multiples(inverse);
        if (multiples == null || multiples.length == 0) {
            return false;
        }
        Rational scale = Rational.ONE;
        for (int i = 0; i < multiples.length; i++) {
            if (multiples[i] != 0) {
                scale = Rational.of(multiples[i]).divide(inverse.get(i).coefficient);
            }
        }
        List<Expression> sum = new ArrayList<>(List.of(Expressions.number(0)));
        terms.forEach(term -> sum.add(new Product(List.of(literal(term.coefficient), term.factor))));
        Precise total = HighPrecision.at(new Sum(sum), Map.of(), 256, deadline);
        Ball size = total.ball(256).multiply(Ball.of(scale, 256), 256);
        if (!total.isDefined() || size.magnitude() > 0) {
            return false;
        }
        Rational turn = turns.multiply(scale);
        Expression angle = new Product(List.of(literal(turn), Constant.PI));
        Expression re = Call.of(Function.COS, angle);
        Expression im = Call.of(Function.SIN, angle);
        if (turn.isInteger()) {
            re = Expressions.number(turn.numerator().testBit(0) ? -1 : 1);
            im = Expressions.number(0);
        }
        Rational[] exact = {Rational.ONE, Rational.ZERO};
        int steps = 0;
        for (int i = 0; i < multiples.length; i++) {
            Call call = (Call) inverse.get(i).factor;
            Expression x = call.arguments().getFirst();
            Rational value = rational(x);
            int sign = Integer.signum(multiples[i]);
            for (int k = 0; k < Math.abs(multiples[i]); k++) {
                deadline.check();
                if (call.function() == Function.ATAN && value != null) {
                    Rational y = value.multiply(Rational.of(sign));
                    if (exact[0].numerator().bitLength() > BITS) {
                        return false;
                    }
                    exact = new Rational[] {exact[0].subtract(exact[1].multiply(y)), exact[1].add(exact[0].multiply(y))
                    };
                    continue;
                }
                if (++steps > FACTORS) {
                    return false;
                }
                Expression one = Expressions.number(1);
                Expression root = Call.of(Function.SQRT, new Sum(List.of(one, new Negate(new Product(List.of(x, x))))));
                Expression c = call.function() == Function.ATAN ? one : call.function() == Function.ASIN ? root : x;
                Expression s = call.function() == Function.ACOS ? root : x;
                Expression signed = sign < 0 ? new Negate(s) : s;
                Expression nextRe =
                        new Sum(List.of(new Product(List.of(re, c)), new Negate(new Product(List.of(im, signed)))));
                im = new Sum(List.of(new Product(List.of(im, c)), new Product(List.of(re, signed))));
                re = nextRe;
            }
        }
        Expression product = new Sum(
                List.of(new Product(List.of(re, literal(exact[1]))), new Product(List.of(im, literal(exact[0])))));
        Bound bound = bound(product, new Degrees());
        return bound != null && vanishes(product, bound);
    }
}
