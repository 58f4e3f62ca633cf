package org.mlmath.numerics.exact;

/**
 * How many eigenvalues of a symmetric matrix are positive, negative and zero, from its characteristic polynomial. All its roots are
 * real, so Descartes' rule of signs counts the positive ones exactly.
 */
public record Inertia(int positive, int negative, int zero) {
    /** @param polynomial the coefficients, highest power first */
    public static Inertia of(Rational[] polynomial) {
        int n = polynomial.length - 1;
        int zero = 0;
        while (zero < n && polynomial[n - zero].signum() == 0) {
            zero++;
        }
        int changes = 0;
        int last = 0;
        for (Rational coefficient : polynomial) {
            int sign = coefficient.signum();
            if (sign != 0) {
                changes += last != 0 && sign != last ? 1 : 0;
                last = sign;
            }
        }
        return new Inertia(changes, n - zero - changes, zero);
    }
}
