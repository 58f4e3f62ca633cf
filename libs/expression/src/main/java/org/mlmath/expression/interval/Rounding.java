package org.mlmath.expression.interval;

/**
 * Arithmetic rounded in a direction. The JVM rounds to nearest; the error of that is computed exactly, and where it points the wrong
 * way the neighbouring double is the answer. So exact results stay exact.
 *
 * <p>Source: Ogita, Rump and Oishi, <i>Accurate sum and dot product</i>, SIAM J. Sci. Comput. 26 (2005): the errors of sum and product.
 */
final class Rounding {
    /** Below this modulus an error may itself have been rounded away. */
    private static final double TINY = 0x1p-960;

    /** Above this exponent powers come from the library, whose error is below one unit in the last place. */
    private static final long MULTIPLIED_OUT = 64;

    private Rounding() {}

    static double addDown(double a, double b) {
        double sum = a + b;
        if (Double.isInfinite(sum)) {
            return sum > 0 && finite(a, b) ? Double.MAX_VALUE : sum;
        }
        return sum != sum ? Double.NEGATIVE_INFINITY : errorOfSum(a, b, sum) >= 0 ? sum : Math.nextDown(sum);
    }

    static double addUp(double a, double b) {
        return -addDown(-a, -b);
    }

    /** NaN where something overflowed: then no comparison holds. */
    private static double errorOfSum(double a, double b, double sum) {
        double part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    /** Zero times a bound that does not exist is zero: the bound is not a number of the interval. */
    static double multiplyDown(double a, double b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        double product = a * b;
        if (Double.isInfinite(product)) {
            return product > 0 && finite(a, b) ? Double.MAX_VALUE : product;
        }
        if (Math.abs(product) < TINY) {
            return (a > 0) == (b > 0) && product == 0 ? 0 : Math.nextDown(product);
        }
        return Math.fma(a, b, -product) >= 0 ? product : Math.nextDown(product);
    }

    static double multiplyUp(double a, double b) {
        return -multiplyDown(-a, b);
    }

    /** @param b not zero */
    static double divideDown(double a, double b) {
        if (a == 0) {
            return 0;
        }
        boolean positive = (a > 0) == (b > 0);
        if (Double.isInfinite(a)) {
            return Double.isInfinite(b) ? (positive ? 0 : a * Math.signum(b)) : a * Math.signum(b);
        }
        if (Double.isInfinite(b)) {
            return 0;
        }
        double quotient = a / b;
        if (Double.isInfinite(quotient)) {
            return quotient > 0 ? Double.MAX_VALUE : quotient;
        }
        if (Math.abs(quotient) < TINY || Math.abs(a) < TINY) {
            return positive && quotient == 0 ? 0 : Math.nextDown(quotient);
        }
        double remainder = Math.fma(-quotient, b, a);
        return b > 0
                ? (remainder >= 0 ? quotient : Math.nextDown(quotient))
                : (remainder <= 0 ? quotient : Math.nextDown(quotient));
    }

    static double divideUp(double a, double b) {
        return -divideDown(-a, b);
    }

    static double sqrtDown(double a) {
        double root = Math.sqrt(a);
        return exactRoot(a, root) ? root : Math.max(0, Math.nextDown(root));
    }

    static double sqrtUp(double a) {
        double root = Math.sqrt(a);
        return exactRoot(a, root) ? root : Math.nextUp(root);
    }

    private static boolean exactRoot(double a, double root) {
        return a == 0 || Double.isInfinite(a) || a > TINY && Math.fma(-root, root, a) == 0;
    }

    /** @param a at least 0 */
    static double powerDown(double a, long exponent) {
        if (exponent > MULTIPLIED_OUT) {
            double power = Math.pow(a, exponent);
            return a <= 1 && a == Math.rint(a) ? power : Math.max(0, down(Math.min(power, Double.MAX_VALUE), 2));
        }
        double power = 1;
        double square = a;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power = multiplyDown(power, square);
            }
            square = multiplyDown(square, square);
        }
        return power;
    }

    /** @param a at least 0 */
    static double powerUp(double a, long exponent) {
        if (exponent > MULTIPLIED_OUT) {
            double power = Math.pow(a, exponent);
            return a <= 1 && a == Math.rint(a) ? power : up(power, 2);
        }
        double power = 1;
        double square = a;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power = multiplyUp(power, square);
            }
            square = multiplyUp(square, square);
        }
        return power;
    }

    /** @return so many doubles below */
    static double down(double value, int steps) {
        double lower = value;
        for (int i = 0; i < steps; i++) {
            lower = Math.nextDown(lower);
        }
        return lower;
    }

    /** @return so many doubles above */
    static double up(double value, int steps) {
        return -down(-value, steps);
    }

    private static boolean finite(double a, double b) {
        return Double.isFinite(a) && Double.isFinite(b);
    }
}
