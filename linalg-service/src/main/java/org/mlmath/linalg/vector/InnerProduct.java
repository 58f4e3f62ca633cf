package org.mlmath.linalg.vector;

/**
 * Σxᵢ·yᵢ in twice the working precision, at the scale of the entries. Source: Ogita, Rump and Oishi, <i>Accurate sum and dot
 * product</i>, SIAM J. Sci. Comput. 26 (2005), Dot2.
 */
final class InnerProduct {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private InnerProduct() {}

    /**
     * @param value infinite where it is beyond the largest double
     * @param errorBound on its absolute error: half a unit of the last place, and n²·u² times Σ|xᵢ·yᵢ|
     */
    record Sum(double value, double errorBound) {}

    static Sum of(double[] x, double[] y) {
        int scaleX = exponent(x);
        int scaleY = exponent(y);
        double sum = 0;
        double error = 0;
        double moduli = 0;
        for (int i = 0; i < x.length; i++) {
            double a = Math.scalb(x[i], -scaleX);
            double b = Math.scalb(y[i], -scaleY);
            double product = a * b;
            double next = sum + product;
            double part = next - sum;
            error += (sum - (next - part)) + (product - part) + Math.fma(a, b, -product);
            sum = next;
            moduli += Math.abs(product);
        }
        double value = sum + error;
        double n = x.length;
        double bound = UNIT_ROUNDOFF * Math.abs(value) + n * n * UNIT_ROUNDOFF * UNIT_ROUNDOFF * moduli;
        return new Sum(Math.scalb(value, scaleX + scaleY) + 0.0, Math.scalb(bound, scaleX + scaleY));
    }

    /** @return √Σxᵢ², infinite only if that is beyond the largest double */
    static double norm(double[] x) {
        int scale = exponent(x);
        return Math.scalb(Math.sqrt(of(scaled(x, -scale), scaled(x, -scale)).value()), scale);
    }

    /** @return x / ‖x‖ */
    static double[] direction(double[] x) {
        double[] near = scaled(x, -exponent(x));
        double norm = norm(near);
        for (int i = 0; i < near.length; i++) {
            near[i] = near[i] / norm + 0.0;
        }
        return near;
    }

    /** @return the power of two that brings the largest entry into [1, 2), 0 for zeros */
    static int exponent(double[] x) {
        double max = 0;
        for (double entry : x) {
            max = Math.max(max, Math.abs(entry));
        }
        return max == 0 ? 0 : max < Double.MIN_NORMAL ? Math.getExponent(max * 0x1p60) - 60 : Math.getExponent(max);
    }

    static double[] scaled(double[] x, int exponent) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = Math.scalb(x[i], exponent);
        }
        return result;
    }

    static boolean isZero(double[] x) {
        for (double entry : x) {
            if (entry != 0) {
                return false;
            }
        }
        return true;
    }
}
