package org.mlmath.expression.polynomial;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Factorization;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RealRoot;
import org.mlmath.numerics.exact.RealRoots;

/**
 * The real roots of a polynomial with their multiplicities, and written down where roots suffice: of factors of degree one and two, of
 * quadratics in x², and of xⁿ = a.
 */
public final class AlgebraicRoots {
    /** Longer numbers are no easier to read than decimals. */
    private static final int BITS = 128;

    private AlgebraicRoots() {}

    /** @param exact an expression without variables, null where there is none as short */
    public record Root(RealRoot root, int multiplicity, Expression exact) {}

    /** @return in rising order; none of the zero polynomial */
    public static List<Root> real(Polynomial polynomial, Deadline deadline) {
        List<Root> roots = new ArrayList<>();
        if (!polynomial.isZero()) {
            for (Polynomial.Factor factor :
                    Factorization.of(polynomial, deadline).factors()) {
                List<RealRoot> found = RealRoots.of(factor.polynomial(), deadline);
                List<Expression> exact = exact(factor.polynomial());
                for (RealRoot root : found) {
                    roots.add(new Root(root, factor.multiplicity(), matching(root, exact)));
                }
            }
        }
        roots.sort(Comparator.comparing(Root::root, AlgebraicRoots::compare));
        return roots;
    }

    /** Of different irreducible factors: their intervals are narrowed until they come apart. */
    private static int compare(RealRoot a, RealRoot b) {
        RealRoot x = a;
        RealRoot y = b;
        if (x.polynomial().equals(y.polynomial())) {
            return x.compareTo(y);
        }
        while (true) {
            if (x.upper().compareTo(y.lower()) <= 0) {
                return -1;
            }
            if (y.upper().compareTo(x.lower()) <= 0) {
                return 1;
            }
            x = x.halved();
            y = y.halved();
        }
    }

    private static Expression matching(RealRoot root, List<Expression> candidates) {
        double value = root.nearest();
        Interval around = new Interval(Math.nextDown(value), Math.nextUp(value));
        List<Expression> matching = candidates.stream()
                .filter(candidate -> IntervalFunction.constant(candidate).intersects(around))
                .toList();
        return matching.size() == 1 ? matching.getFirst() : null;
    }

    /** @return the real roots of an irreducible polynomial as expressions, as far as they are short */
    public static List<Expression> exact(Polynomial polynomial) {
        if (polynomial.bitLength() > BITS) {
            return List.of();
        }
        int degree = polynomial.degree();
        if (degree == 1) {
            return List.of(number(
                    polynomial.coefficient(0).divide(polynomial.leading()).negate()));
        }
        if (degree == 2) {
            return quadratic(polynomial.coefficient(2), polynomial.coefficient(1), polynomial.coefficient(0));
        }
        boolean binomial = true;
        for (int i = 1; i < degree; i++) {
            binomial &= polynomial.coefficient(i).signum() == 0;
        }
        if (binomial) {
            return radicals(
                    polynomial.coefficient(0).divide(polynomial.leading()).negate(), degree);
        }
        boolean biquadratic = degree == 4
                && polynomial.coefficient(1).signum() == 0
                && polynomial.coefficient(3).signum() == 0;
        return biquadratic ? biquadratic(polynomial) : List.of();
    }

    private static List<Expression> biquadratic(Polynomial polynomial) {
        List<Expression> roots = new ArrayList<>();
        for (Expression square :
                quadratic(polynomial.coefficient(4), polynomial.coefficient(2), polynomial.coefficient(0))) {
            if (IntervalFunction.constant(square).lower() > 0) {
                Expression root = Call.of(Function.SQRT, square);
                roots.add(root);
                roots.add(new Negate(root));
            }
        }
        return roots;
    }

    private static List<Expression> radicals(Rational power, int degree) {
        if (degree % 2 == 0 && power.signum() < 0) {
            return List.of();
        }
        Expression size = number(power.abs());
        Expression root =
                degree == 3 ? Call.of(Function.CBRT, size) : Call.of(Function.ROOT, size, Expressions.number(degree));
        return degree % 2 == 0
                ? List.of(root, new Negate(root))
                : List.of(power.signum() < 0 ? new Negate(root) : root);
    }

    /** @return −b/(2a) ± √(b² − 4ac)/(2a) over one denominator, the square's factors taken out of the root */
    public static List<Expression> quadratic(Rational a, Rational b, Rational c) {
        Rational middle = b.divide(a.multiply(Rational.of(-2)));
        Rational square = middle.multiply(middle).subtract(c.divide(a));
        if (square.signum() < 0) {
            return List.of();
        }
        // √(p/q) = √(pq)/q = s√r/q with r free of squares
        BigInteger inside = square.numerator().multiply(square.denominator());
        BigInteger outside = BigInteger.ONE;
        for (int prime = 2; prime < 1000; prime++) {
            BigInteger squared = BigInteger.valueOf((long) prime * prime);
            while (inside.signum() > 0 && inside.mod(squared).signum() == 0) {
                inside = inside.divide(squared);
                outside = outside.multiply(BigInteger.valueOf(prime));
            }
        }
        BigInteger root = inside.sqrt();
        if (root.multiply(root).equals(inside)) {
            Rational whole = new Rational(outside.multiply(root), square.denominator());
            return List.of(number(middle.subtract(whole)), number(middle.add(whole)));
        }
        Rational factor = new Rational(outside, square.denominator());
        return List.of(surd(middle, factor, inside, true), surd(middle, factor, inside, false));
    }

    /** @return middle ∓ factor·√inside as one fraction */
    private static Expression surd(Rational middle, Rational factor, BigInteger inside, boolean minus) {
        BigInteger common = middle.denominator()
                .divide(middle.denominator().gcd(factor.denominator()))
                .multiply(factor.denominator());
        BigInteger whole = middle.numerator().multiply(common.divide(middle.denominator()));
        BigInteger times = factor.numerator().multiply(common.divide(factor.denominator()));
        Expression root = Call.of(Function.SQRT, integer(inside));
        Expression scaled = times.equals(BigInteger.ONE) ? root : new Product(List.of(integer(times), root));
        Expression signed = minus ? new Negate(scaled) : scaled;
        if (whole.signum() == 0) {
            return common.equals(BigInteger.ONE)
                    ? signed
                    : minus ? new Negate(new Quotient(scaled, integer(common))) : new Quotient(scaled, integer(common));
        }
        Expression sum = new Sum(List.of(integer(whole), signed));
        return common.equals(BigInteger.ONE) ? sum : new Quotient(sum, integer(common));
    }

    /** @return a fraction of integers as an expression */
    public static Expression number(Rational value) {
        Expression size = integer(value.numerator().abs());
        if (!value.isInteger()) {
            size = new Quotient(size, integer(value.denominator()));
        }
        return value.signum() < 0 ? new Negate(size) : size;
    }

    private static Expression integer(BigInteger value) {
        return Expressions.number(new BigDecimal(value));
    }
}
