package org.mlmath.numerics.special;

import org.apache.commons.numbers.gamma.Beta;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The gamma function Γ(x) = ∫₀^∞ t^(x−1) e^(−t) dt and what is made of it.
 *
 * <p>Γ, ln Γ and B are those of Commons Numbers (after Boost, a few units in the last place). The polygamma functions are
 * computed here, since the library's digamma has an absolute error of 1e-8 and there is none of higher order: the recurrence
 * ψₙ(x) = ψₙ(x+1) − (−1)ⁿ n! x^(−n−1) moves x to where the asymptotic series holds, reflection brings negative x over.
 * Source: NIST Digital Library of Mathematical Functions, 5.5, 5.11 and 5.15.
 */
public final class GammaFunctions {
    /** B₂, B₄, …, B₂₄: with x ≥ 16 + n the first omitted term is below 1e-17 of the sum. */
    private static final double[] BERNOULLI = {
        1.0 / 6,
        -1.0 / 30,
        1.0 / 42,
        -1.0 / 30,
        5.0 / 66,
        -691.0 / 2730,
        7.0 / 6,
        -3617.0 / 510,
        43867.0 / 798,
        -174611.0 / 330,
        854513.0 / 138,
        -236364091.0 / 2730
    };

    /** With more factors a binomial coefficient of integers is too large for a double: C(2060, 1030) is. */
    private static final int FACTORS = 1030;

    /** The positive root of ψ in three parts, exact to 1e-47: near it the value is a difference that would cancel. */
    private static final double ROOT_HIGH = 1.4616321449683622;

    private static final double ROOT_LOW = 9.549995429965697e-17;

    private GammaFunctions() {}

    /** @return Γ(x), NaN at 0, −1, −2, … */
    public static double gamma(double x) {
        return pole(x) ? Double.NaN : Gamma.value(x);
    }

    /** @return ln |Γ(x)|, NaN at 0, −1, −2, … */
    public static double logGamma(double x) {
        return pole(x) ? Double.NaN : LogGamma.value(x);
    }

    /** @return B(a, b) = Γ(a)Γ(b)/Γ(a+b), also for negative arguments that are not integers */
    public static double beta(double a, double b) {
        if (a > 0 && b > 0) {
            return Beta.value(a, b);
        }
        if (pole(a) || pole(b)) {
            return Double.NaN;
        }
        return pole(a + b) ? 0 : gamma(a) * gamma(b) / gamma(a + b);
    }

    /**
     * The binomial coefficient Γ(n+1) / (Γ(k+1) Γ(n−k+1)), for integers the number of subsets of size k; 0 for negative integer
     * k. Exact where the value is an integer below 2^53.
     */
    public static double binomial(double n, double k) {
        if (n != n || k != k) {
            return Double.NaN;
        }
        boolean integerN = n == Math.rint(n);
        if (k == Math.rint(k)) {
            if (k < 0 || (integerN && n >= 0 && k > n)) {
                return 0;
            }
            if (integerN && n < 0) {
                double sign = k % 2 == 0 ? 1 : -1;
                return sign * binomial(k - n - 1, k);
            }
            double steps = integerN ? Math.min(k, n - k) : k;
            if (steps <= FACTORS) {
                return fallingQuotient(n - steps, (int) steps);
            }
            if (integerN) {
                return Double.POSITIVE_INFINITY;
            }
        }
        if (n > -1 && k > -1 && n - k > -1) {
            return 1 / ((n + 1) * beta(n - k + 1, k + 1));
        }
        if (pole(n + 1)) {
            return Double.NaN;
        }
        if (pole(k + 1) || pole(n - k + 1)) {
            return 0;
        }
        return gamma(n + 1) / gamma(k + 1) / gamma(n - k + 1);
    }

    /**
     * Π (rest + i)/i for i = 1, …, count, in doubled precision: each product and quotient is followed by what it rounded away.
     * Source: Dekker, <i>A floating-point technique for extending the available precision</i>, 1971.
     */
    private static double fallingQuotient(double rest, int count) {
        double high = 1;
        double low = 0;
        for (int i = 1; i <= count; i++) {
            double factor = rest + i;
            double product = high * factor;
            if (Double.isInfinite(product)) {
                return product;
            }
            double productLow = Math.fma(high, factor, -product) + low * factor;
            double quotient = product / i;
            double quotientLow = (Math.fma(-quotient, i, product) + productLow) / i;
            high = quotient + quotientLow;
            low = quotientLow - (high - quotient);
        }
        return high;
    }

    /** @return ψ(x) = Γ′(x)/Γ(x), NaN at 0, −1, −2, … */
    public static double digamma(double x) {
        if (pole(x)) {
            return Double.NaN;
        }
        if (x < 0) {
            return digamma(1 - x) - Math.PI * cotangent(x);
        }
        if (Math.abs(x - ROOT_HIGH) < 0.05) {
            return nearRoot((x - ROOT_HIGH) - ROOT_LOW);
        }
        double shifted = x;
        double recurrence = 0;
        while (shifted < 16) {
            recurrence += 1 / shifted;
            shifted++;
        }
        double series = 0;
        double inverseSquare = 1 / (shifted * shifted);
        for (int i = BERNOULLI.length - 1; i >= 0; i--) {
            series = (series + BERNOULLI[i] / (2 * i + 2)) * inverseSquare;
        }
        return Math.log(shifted) - 0.5 / shifted - series - recurrence;
    }

    /** Taylor's series about the root, where ψ vanishes: the coefficients are ψₙ(root)/n!. */
    private static double nearRoot(double distance) {
        double value = 0;
        for (int n = RootSeries.COEFFICIENTS.length - 1; n >= 0; n--) {
            value = (value + RootSeries.COEFFICIENTS[n]) * distance;
        }
        return value;
    }

    /** Computed once, on first use. */
    private static final class RootSeries {
        static final double[] COEFFICIENTS = new double[12];

        static {
            double factorial = 1;
            for (int n = 1; n <= COEFFICIENTS.length; n++) {
                factorial *= n;
                COEFFICIENTS[n - 1] = polygamma(n, ROOT_HIGH) / factorial;
            }
        }
    }

    /**
     * The derivative of order n of ψ.
     *
     * @param n an integer from 0 to 100
     * @return ψₙ(x); NaN for other n and at 0, −1, −2, …
     */
    public static double polygamma(double n, double x) {
        if (n == 0) {
            return digamma(x);
        }
        if (!(n >= 1 && n <= 100) || n != Math.rint(n) || x != x || pole(x)) {
            return Double.NaN;
        }
        int order = (int) n;
        double sign = order % 2 == 0 ? -1 : 1;
        if (x < 0) {
            // ψₙ(1−x) − (−1)ⁿ ψₙ(x) = (−1)ⁿ π dⁿ/dxⁿ cot(πx)
            double cotangent = Math.PI * cotangentDerivative(order, x);
            return -sign * polygamma(order, 1 - x) - cotangent;
        }
        return sign * hurwitz(order, x);
    }

    /** n! ζ(n+1, x) for x > 0: a sum of the first terms and the Euler–Maclaurin remainder. */
    private static double hurwitz(int n, double x) {
        double shifted = x;
        double scale = gamma(n + 1.0);
        double sum = 0;
        while (shifted < 16 + n) {
            sum += scale * Math.pow(shifted, -n - 1.0);
            shifted++;
        }
        double power = Math.pow(shifted, -n);
        double tail = scale / n * power + 0.5 * scale * power / shifted;
        double factor = scale / n * power;
        for (int i = 0; i < BERNOULLI.length; i++) {
            // (n+2i+1)! / (2i+2)! · x^(−n−2i−2), from the one before it
            int k = 2 * i + 2;
            factor *= (n + k - 2.0) * (n + k - 1.0) / (k * (k - 1.0)) / (shifted * shifted);
            tail += BERNOULLI[i] * factor;
        }
        return sum + tail;
    }

    /** dⁿ/dxⁿ cot(πx) as πⁿ times a polynomial in c = cot(πx), by c′ = −π(1 + c²). */
    private static double cotangentDerivative(int n, double x) {
        double c = cotangent(x);
        double[] polynomial = new double[n + 2];
        polynomial[1] = 1;
        for (int step = 0; step < n; step++) {
            double[] next = new double[n + 2];
            for (int power = 1; power <= step + 1; power++) {
                next[power - 1] -= power * polynomial[power];
                next[power + 1] -= power * polynomial[power];
            }
            polynomial = next;
        }
        double value = 0;
        for (int power = n + 1; power >= 0; power--) {
            value = value * c + polynomial[power];
        }
        return value * Math.pow(Math.PI, n);
    }

    /** cot(πx): only the fraction goes into the tangent, since π·x would lose the digits behind the point. */
    private static double cotangent(double x) {
        double fraction = x - Math.rint(x);
        double size = Math.abs(fraction);
        double value = size > 0.25 ? Math.tan(Math.PI * (0.5 - size)) : 1 / Math.tan(Math.PI * size);
        return Math.copySign(value, fraction);
    }

    private static boolean pole(double x) {
        return x <= 0 && x == Math.rint(x);
    }
}
