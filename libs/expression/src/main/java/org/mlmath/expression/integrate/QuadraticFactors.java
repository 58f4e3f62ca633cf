package org.mlmath.expression.integrate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.numerics.exact.Rational;

/**
 * The factors of degree one and two that a polynomial without multiple roots has over the rational numbers: its complex roots are
 * approximated, and each root and each pair of roots suggests a factor, which exact division accepts or refuses.
 *
 * <p>By Gauss's lemma, with integer coefficients and leading coefficient L the coefficients of monic factors are multiples of 1/L.
 * Source of the approximation: Durand and Kerner's simultaneous iteration.
 */
final class QuadraticFactors {
    private static final int ITERATIONS = 500;

    private QuadraticFactors() {}

    /** @return monic factors whose product is the monic polynomial; degrees above two are left only where no such factor divides */
    static List<RationalPolynomial> of(RationalPolynomial polynomial) {
        List<RationalPolynomial> factors = new ArrayList<>();
        RationalPolynomial rest = polynomial.monic();
        while (rest.degree() > 1 && rest.at(0).signum() == 0) {
            factors.add(RationalPolynomial.X);
            rest = rest.divide(RationalPolynomial.X)[0];
        }
        if (rest.degree() <= 1) {
            if (rest.degree() == 1) {
                factors.add(rest);
            }
            return factors;
        }
        BigInteger scale = rest.denominator();
        double[][] roots = roots(rest);
        int n = roots[0].length;
        for (int i = 0; i < n; i++) {
            Rational root = rounded(-roots[0][i], scale);
            if (root != null) {
                rest = divided(rest, new RationalPolynomial(root, Rational.ONE), factors);
            }
        }
        for (int i = 0; i < n && rest.degree() > 2; i++) {
            for (int j = i + 1; j < n && rest.degree() > 2; j++) {
                Rational sum = rounded(-(roots[0][i] + roots[0][j]), scale);
                Rational product = rounded(roots[0][i] * roots[0][j] - roots[1][i] * roots[1][j], scale);
                if (sum != null && product != null) {
                    rest = divided(rest, new RationalPolynomial(product, sum, Rational.ONE), factors);
                }
            }
        }
        if (rest.degree() > 0) {
            factors.add(rest);
        }
        return factors;
    }

    private static RationalPolynomial divided(
            RationalPolynomial rest, RationalPolynomial factor, List<RationalPolynomial> factors) {
        if (rest.degree() < factor.degree()) {
            return rest;
        }
        RationalPolynomial[] result = rest.divide(factor);
        if (!result[1].isZero()) {
            return rest;
        }
        factors.add(factor);
        return result[0];
    }

    private static Rational rounded(double value, BigInteger scale) {
        double scaled = value * scale.doubleValue();
        return Double.isFinite(scaled) ? new Rational(new BigDecimal(Math.rint(scaled)).toBigInteger(), scale) : null;
    }

    /** @return real and imaginary parts */
    private static double[][] roots(RationalPolynomial polynomial) {
        int n = polynomial.degree();
        double[] c = new double[n + 1];
        double bound = 0;
        for (int i = 0; i <= n; i++) {
            c[i] = polynomial.at(i).doubleValue();
            bound = i < n ? Math.max(bound, Math.pow(Math.abs(c[i]), 1.0 / (n - i))) : bound;
        }
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * i / n + 0.4;
            re[i] = bound * Math.cos(angle);
            im[i] = bound * Math.sin(angle);
        }
        double change = 1;
        for (int iteration = 0; iteration < ITERATIONS && change > 1e-15; iteration++) {
            change = 0;
            for (int i = 0; i < n; i++) {
                double vr = 1;
                double vi = 0;
                for (int k = n - 1; k >= 0; k--) {
                    double next = vr * re[i] - vi * im[i] + c[k];
                    vi = vr * im[i] + vi * re[i];
                    vr = next;
                }
                double dr = 1;
                double di = 0;
                for (int j = 0; j < n; j++) {
                    if (j != i) {
                        double x = re[i] - re[j];
                        double y = im[i] - im[j];
                        double next = dr * x - di * y;
                        di = dr * y + di * x;
                        dr = next;
                    }
                }
                double size = dr * dr + di * di;
                if (size == 0) {
                    continue;
                }
                double stepRe = (vr * dr + vi * di) / size;
                double stepIm = (vi * dr - vr * di) / size;
                re[i] -= stepRe;
                im[i] -= stepIm;
                change = Math.max(change, Math.hypot(stepRe, stepIm) / Math.max(1e-300, bound));
            }
        }
        return new double[][] {re, im};
    }
}
