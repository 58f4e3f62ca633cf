package org.mlmath.expression.complex;

/**
 * A complex number close to the real line. Functions keep the relative accuracy of the imaginary part however small it is, and continue
 * the real function: where that is undefined, so are they.
 */
public record Complex(double re, double im) {
    static final Complex ZERO = new Complex(0, 0);
    static final Complex ONE = new Complex(1, 0);
    static final Complex UNDEFINED = new Complex(Double.NaN, Double.NaN);

    static Complex of(double real) {
        return new Complex(real, 0);
    }

    Complex negate() {
        return new Complex(-re, -im);
    }

    Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }

    /** By Smith's method, which neither overflows nor loses a tiny imaginary part. */
    Complex dividedBy(Complex other) {
        if (other.re == 0 && other.im == 0) {
            return UNDEFINED;
        }
        if (Math.abs(other.re) >= Math.abs(other.im)) {
            double ratio = other.im / other.re;
            double scale = other.re + other.im * ratio;
            return new Complex((re + im * ratio) / scale, (im - re * ratio) / scale);
        }
        double ratio = other.re / other.im;
        double scale = other.re * ratio + other.im;
        return new Complex((re * ratio + im) / scale, (im * ratio - re) / scale);
    }

    Complex reciprocal() {
        return ONE.dividedBy(this);
    }

    Complex square() {
        return times(this);
    }

    Complex exp() {
        double size = Math.exp(re);
        return new Complex(size * Math.cos(im), size * Math.sin(im));
    }

    Complex expm1() {
        double half = Math.sin(im / 2);
        return new Complex(Math.expm1(re) * Math.cos(im) - 2 * half * half, Math.exp(re) * Math.sin(im));
    }

    Complex ln() {
        return re > 0 ? new Complex(Math.log(Math.hypot(re, im)), Math.atan2(im, re)) : UNDEFINED;
    }

    Complex log1p() {
        return re > -1 ? new Complex(Math.log1p(2 * re + re * re + im * im) / 2, Math.atan2(im, 1 + re)) : UNDEFINED;
    }

    Complex sqrt() {
        if (re < 0 || (re == 0 && im != 0)) {
            return UNDEFINED;
        }
        if (re == 0) {
            return ZERO;
        }
        double root = Math.sqrt((Math.hypot(re, im) + re) / 2);
        return new Complex(root, im / (2 * root));
    }

    /** Real roots of odd order: of a negative number the negative one. */
    Complex cbrt() {
        if (re == 0) {
            return im == 0 ? ZERO : UNDEFINED;
        }
        Complex size = re < 0 ? negate() : this;
        Complex root = new Complex(Math.cbrt(Math.hypot(size.re, size.im)), 0)
                .times(new Complex(0, Math.atan2(size.im, size.re) / 3).exp());
        return re < 0 ? root.negate() : root;
    }

    Complex power(int exponent) {
        if (exponent < 0) {
            return power(-exponent).reciprocal();
        }
        Complex result = ONE;
        Complex square = this;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = result.times(square);
            }
            square = square.square();
        }
        return result;
    }

    Complex power(Complex exponent) {
        boolean integer = exponent.im == 0 && exponent.re == Math.rint(exponent.re) && Math.abs(exponent.re) <= 1024;
        if (integer) {
            return re == 0 && im == 0 && exponent.re <= 0 ? UNDEFINED : power((int) exponent.re);
        }
        if (re == 0 && im == 0) {
            return exponent.re > 0 ? ZERO : UNDEFINED;
        }
        return exponent.times(ln()).exp();
    }

    Complex sin() {
        return new Complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
    }

    Complex cos() {
        return new Complex(Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im));
    }

    Complex sinh() {
        return new Complex(Math.sinh(re) * Math.cos(im), Math.cosh(re) * Math.sin(im));
    }

    Complex cosh() {
        return new Complex(Math.cosh(re) * Math.cos(im), Math.sinh(re) * Math.sin(im));
    }

    /** (t + i·tan y)/(1 + i·t·tan y) with t = tanh x, which does not overflow. */
    Complex tanh() {
        double t = Math.tanh(re);
        double tangent = Math.tan(im);
        double scale = 1 + t * t * tangent * tangent;
        double cosh = Math.cosh(re);
        double reciprocalSquare = Double.isInfinite(cosh) ? 0 : 1 / cosh / cosh;
        return new Complex(t * (1 + tangent * tangent) / scale, tangent * reciprocalSquare / scale);
    }

    /** Source: Kahan, <i>Branch cuts for complex elementary functions</i>, 1987, §4. */
    Complex asin() {
        if (Math.abs(re) > 1 || (Math.abs(re) == 1 && im != 0)) {
            return UNDEFINED;
        }
        Complex below = new Complex(1 - re, -im).sqrt();
        Complex above = new Complex(1 + re, im).sqrt();
        double imaginary = below.re * above.im - below.im * above.re;
        return new Complex(Math.atan2(re, below.re * above.re - below.im * above.im), asinh(imaginary));
    }

    Complex acos() {
        Complex asin = asin();
        return new Complex(Math.PI / 2 - asin.re, -asin.im);
    }

    Complex atan() {
        double below = re * re + (1 - im) * (1 - im);
        return new Complex(Math.atan2(2 * re, (1 - im) * (1 + im) - re * re) / 2, Math.log1p(4 * im / below) / 4);
    }

    /** Odd, so that nothing cancels. */
    Complex asinh() {
        if (re < 0) {
            return negate().asinh().negate();
        }
        return plus(square().plus(ONE).sqrt()).ln();
    }

    Complex acosh() {
        if (re < 1 || (re == 1 && im != 0)) {
            return UNDEFINED;
        }
        return plus(minus(ONE).sqrt().times(plus(ONE).sqrt())).ln();
    }

    Complex atanh() {
        if (Math.abs(re) >= 1) {
            return UNDEFINED;
        }
        double below = (1 - re) * (1 - re) + im * im;
        return new Complex(Math.log1p(4 * re / below) / 4, Math.atan2(2 * im, (1 - re) * (1 + re) - im * im) / 2);
    }

    private static double asinh(double x) {
        double size = Math.abs(x);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), x);
    }
}
