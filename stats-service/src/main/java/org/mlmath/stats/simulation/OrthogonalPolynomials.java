package org.mlmath.stats.simulation;

import java.util.Arrays;

/**
 * Polynomials orthonormal over a set of points, by the recurrence of Stieltjes: p₍ₖ₊₁₎ = ((x − aₖ) pₖ − bₖ p₍ₖ₋₁₎) / b₍ₖ₊₁₎ (G. E. Forsythe,
 * J. Soc. Indust. Appl. Math. 5 (1957), 74-88). A least-squares fit of any degree is then a sum over k of (pₖ·y) pₖ.
 */
final class OrthogonalPolynomials {
    private final double[] a;
    private final double[] b;
    private final double[][] atPoints;

    /** @param degree less than the number of points */
    OrthogonalPolynomials(double[] points, int degree) {
        this.a = new double[degree + 1];
        this.b = new double[degree + 1];
        this.atPoints = new double[degree + 1][points.length];
        Arrays.fill(atPoints[0], 1 / Math.sqrt(points.length));
        for (int k = 0; k < degree; k++) {
            double[] p = atPoints[k];
            for (int i = 0; i < points.length; i++) {
                a[k] += points[i] * p[i] * p[i];
            }
            double norm = 0;
            for (int i = 0; i < points.length; i++) {
                double next = (points[i] - a[k]) * p[i] - (k > 0 ? b[k] * atPoints[k - 1][i] : 0);
                atPoints[k + 1][i] = next;
                norm += next * next;
            }
            b[k + 1] = Math.sqrt(norm);
            for (int i = 0; i < points.length; i++) {
                atPoints[k + 1][i] /= b[k + 1];
            }
        }
    }

    /** pₖ at each of the points. */
    double[] atPoints(int k) {
        return atPoints[k];
    }

    /** All polynomials at x. */
    double[] at(double x) {
        double[] p = new double[a.length];
        p[0] = atPoints[0][0];
        for (int k = 0; k + 1 < p.length; k++) {
            p[k + 1] = ((x - a[k]) * p[k] - (k > 0 ? b[k] * p[k - 1] : 0)) / b[k + 1];
        }
        return p;
    }
}
