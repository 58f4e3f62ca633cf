package org.mlmath.expression;

import org.mlmath.numerics.special.ErrorFunctions;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.LogisticFunctions;

/**
 * The functions of the language on real numbers, each under the name by which {@link Function} knows it; generated code calls
 * them by that name. Outside its domain and at a pole a function is NaN; overflow is infinite.
 */
public final class Real {
    private static final double LN_2 = 0.6931471805599453;
    private static final double EXACT_INTEGERS = 0x1p53;

    private Real() {}

    /** @return a/b, NaN where b = 0: a pole is not an infinite value */
    public static double divide(double a, double b) {
        return b == 0 ? Double.NaN : a / b;
    }

    /** @return the real power; NaN for a negative base under a fractional exponent and for zero under a negative one; 0^0 = 1 */
    public static double power(double a, double b) {
        if (a != a || b != b || (a == 0 && b < 0)) {
            return Double.NaN;
        }
        // The double is e but for 1.4e-16, which a power of it multiplies by the exponent.
        return a == Math.E ? Math.exp(b) : Math.pow(a, b);
    }

    public static double exp(double x) {
        return Math.exp(x);
    }

    public static double expm1(double x) {
        return Math.expm1(x);
    }

    public static double ln(double x) {
        return x > 0 ? Math.log(x) : Double.NaN;
    }

    /** @return the logarithm of x to the given base, exact where it is an integer */
    public static double log(double x, double base) {
        if (!(x > 0) || !(base > 0) || base == 1) {
            return Double.NaN;
        }
        double quotient = Math.log(x) / Math.log(base);
        double integer = Math.rint(quotient);
        return Math.abs(quotient - integer) < 1e-9 && Math.pow(base, integer) == x ? integer : quotient;
    }

    public static double log10(double x) {
        return x > 0 ? Math.log10(x) : Double.NaN;
    }

    public static double log2(double x) {
        if (!(x > 0)) {
            return Double.NaN;
        }
        int exponent = Math.getExponent(x);
        return x == Math.scalb(1.0, exponent) ? exponent : Math.log(x) / LN_2;
    }

    public static double log1p(double x) {
        return x > -1 ? Math.log1p(x) : Double.NaN;
    }

    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    public static double cbrt(double x) {
        return Math.cbrt(x);
    }

    /** @return the real root of order n: of negative x for odd integers n only */
    public static double root(double x, double n) {
        if (n == 2) {
            return Math.sqrt(x);
        }
        if (n == 3) {
            return Math.cbrt(x);
        }
        if (n == 0 || x != x || n != n || (x == 0 && n < 0)) {
            return Double.NaN;
        }
        boolean odd = Math.abs(n % 2) == 1;
        if (x < 0 && !odd) {
            return Double.NaN;
        }
        double size = Math.abs(x);
        double root = Math.pow(size, 1 / n);
        if (root > 0 && Double.isFinite(root) && Math.abs(n) <= 1000) {
            // One step of Newton's method: 1/n is rounded, which a large logarithm of x would show.
            root -= root * ((Math.pow(root, n) / size - 1) / n);
        }
        return x < 0 ? -root : root;
    }

    public static double abs(double x) {
        return Math.abs(x);
    }

    public static double sign(double x) {
        return Math.signum(x);
    }

    public static double floor(double x) {
        return Math.floor(x);
    }

    public static double ceil(double x) {
        return Math.ceil(x);
    }

    /** @return the nearest integer, halves away from zero */
    public static double round(double x) {
        double size = Math.abs(x);
        double down = Math.floor(size);
        return Math.copySign(size - down >= 0.5 ? down + 1 : down, x);
    }

    public static double trunc(double x) {
        return x < 0 ? Math.ceil(x) : Math.floor(x);
    }

    public static double sin(double x) {
        return Math.sin(x);
    }

    public static double cos(double x) {
        return Math.cos(x);
    }

    public static double tan(double x) {
        return Math.tan(x);
    }

    public static double cot(double x) {
        return divide(1, Math.tan(x));
    }

    public static double sec(double x) {
        return divide(1, Math.cos(x));
    }

    public static double csc(double x) {
        return divide(1, Math.sin(x));
    }

    public static double asin(double x) {
        return Math.asin(x);
    }

    public static double acos(double x) {
        return Math.acos(x);
    }

    public static double atan(double x) {
        return Math.atan(x);
    }

    /** @return the angle in (−π/2, π/2] whose cotangent is x */
    public static double acot(double x) {
        return x == 0 ? Math.PI / 2 : Math.atan(1 / x);
    }

    public static double asec(double x) {
        return x == 0 ? Double.NaN : Math.acos(1 / x);
    }

    public static double acsc(double x) {
        return x == 0 ? Double.NaN : Math.asin(1 / x);
    }

    /** @return the angle of the point (x, y), NaN at the origin */
    public static double atan2(double y, double x) {
        // Real numbers have one zero: the library would turn the angle of −0 around.
        return x == 0 && y == 0 ? Double.NaN : Math.atan2(y + 0.0, x);
    }

    public static double sinh(double x) {
        return Math.sinh(x);
    }

    public static double cosh(double x) {
        return Math.cosh(x);
    }

    public static double tanh(double x) {
        return Math.tanh(x);
    }

    public static double coth(double x) {
        return divide(1, Math.tanh(x));
    }

    public static double sech(double x) {
        double decay = Math.exp(-Math.abs(x));
        return 2 * decay / (1 + decay * decay);
    }

    public static double csch(double x) {
        if (Math.abs(x) < 1) {
            return divide(1, Math.sinh(x));
        }
        double decay = Math.exp(-Math.abs(x));
        return Math.copySign(2 * decay / (1 - decay * decay), x);
    }

    public static double asinh(double x) {
        double size = Math.abs(x);
        double value =
                size < 1e8 ? Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1))) : Math.log(size) + LN_2;
        return Math.copySign(value, x);
    }

    public static double acosh(double x) {
        if (!(x >= 1)) {
            return Double.NaN;
        }
        double above = x - 1;
        return x < 1e8 ? Math.log1p(above + Math.sqrt(above * (x + 1))) : Math.log(x) + LN_2;
    }

    public static double atanh(double x) {
        double size = Math.abs(x);
        return size < 1 ? Math.copySign(0.5 * Math.log1p(2 * size / (1 - size)), x) : Double.NaN;
    }

    public static double acoth(double x) {
        double size = Math.abs(x);
        return size > 1 ? Math.copySign(0.5 * Math.log1p(2 / (size - 1)), x) : Double.NaN;
    }

    public static double asech(double x) {
        if (!(x > 0 && x <= 1)) {
            return Double.NaN;
        }
        // With x = 1 − d: 1/x + √(1/x² − 1) − 1 = (d + √(d(1 + x)))/x
        double below = 1 - x;
        double ratio = (below + Math.sqrt(below * (1 + x))) / x;
        return ratio < 1e300 ? Math.log1p(ratio) : LN_2 - Math.log(x);
    }

    public static double acsch(double x) {
        if (x == 0) {
            return Double.NaN;
        }
        return Math.abs(x) < 1e-300 ? Math.copySign(LN_2 - Math.log(Math.abs(x)), x) : asinh(1 / x);
    }

    public static double min(double a, double b) {
        return Math.min(a, b);
    }

    public static double max(double a, double b) {
        return Math.max(a, b);
    }

    /** @return a − b⌊a/b⌋, which has the sign of b */
    public static double mod(double a, double b) {
        double remainder = a % b;
        return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder;
    }

    /** @return the greatest common divisor of integers up to 2^53 in modulus */
    public static double gcd(double a, double b) {
        double larger = Math.abs(a);
        double smaller = Math.abs(b);
        if (!integer(larger) || !integer(smaller)) {
            return Double.NaN;
        }
        while (smaller != 0) {
            double remainder = larger % smaller;
            larger = smaller;
            smaller = remainder;
        }
        return larger;
    }

    public static double lcm(double a, double b) {
        double divisor = gcd(a, b);
        return divisor == 0 ? 0 : Math.abs(a / divisor * b);
    }

    public static double hypot(double a, double b) {
        return a != a || b != b ? Double.NaN : Math.hypot(a, b);
    }

    /** @return Γ(x + 1) */
    public static double factorial(double x) {
        return GammaFunctions.gamma(x + 1);
    }

    public static double binomial(double n, double k) {
        return GammaFunctions.binomial(n, k);
    }

    public static double gamma(double x) {
        return GammaFunctions.gamma(x);
    }

    public static double lgamma(double x) {
        return GammaFunctions.logGamma(x);
    }

    public static double digamma(double x) {
        return GammaFunctions.digamma(x);
    }

    public static double polygamma(double n, double x) {
        return GammaFunctions.polygamma(n, x);
    }

    public static double beta(double a, double b) {
        return GammaFunctions.beta(a, b);
    }

    public static double erf(double x) {
        return ErrorFunctions.erf(x);
    }

    public static double erfc(double x) {
        return ErrorFunctions.erfc(x);
    }

    public static double sigmoid(double x) {
        return LogisticFunctions.sigmoid(x);
    }

    /** @return ln(1 + e^x) */
    public static double softplus(double x) {
        return LogisticFunctions.softplus(x);
    }

    public static double relu(double x) {
        return Math.max(x, 0);
    }

    public static double leakyrelu(double x, double slope) {
        return slope != slope ? slope : x >= 0 ? x : slope * x;
    }

    public static double elu(double x, double scale) {
        return scale != scale ? scale : x >= 0 ? x : scale * Math.expm1(x);
    }

    /** @return x Φ(x) */
    public static double gelu(double x) {
        return x * ErrorFunctions.normalProbability(x);
    }

    public static double silu(double x) {
        return x * sigmoid(x);
    }

    public static double softsign(double x) {
        return x / (1 + Math.abs(x));
    }

    /** @return ln(p/(1 − p)) */
    public static double logit(double p) {
        if (!(p > 0 && p < 1)) {
            return Double.NaN;
        }
        // Near 1/2 the difference of two logarithms would cancel; 2p − 1 is exact there.
        return Math.abs(p - 0.5) < 0.25 ? 2 * atanh(2 * p - 1) : Math.log(p) - Math.log1p(-p);
    }

    /** @return ln(e^a + e^b) */
    public static double logsumexp(double a, double b) {
        if (a == b) {
            return a + LN_2;
        }
        return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
    }

    /** @return 1 for x ≥ 0, else 0 */
    public static double step(double x) {
        return Relation.GREATER_OR_EQUAL.of(x, 0);
    }

    public static double normalpdf(double x) {
        return ErrorFunctions.normalDensity(x);
    }

    public static double normalcdf(double x) {
        return ErrorFunctions.normalProbability(x);
    }

    public static double and(double a, double b) {
        if (a != a || b != b) {
            return Double.NaN;
        }
        return a != 0 && b != 0 ? 1 : 0;
    }

    public static double or(double a, double b) {
        if (a != a || b != b) {
            return Double.NaN;
        }
        return a != 0 || b != 0 ? 1 : 0;
    }

    public static double not(double a) {
        if (a != a) {
            return Double.NaN;
        }
        return a == 0 ? 1 : 0;
    }

    private static boolean integer(double size) {
        return size <= EXACT_INTEGERS && size == Math.rint(size);
    }
}
