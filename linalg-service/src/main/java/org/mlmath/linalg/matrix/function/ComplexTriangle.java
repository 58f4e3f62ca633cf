package org.mlmath.linalg.matrix.function;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;

/** A complex matrix in the basis of the Schur vectors, row-major, upper triangular but for what {@link #sylvester} takes and gives. */
record ComplexTriangle(int n, double[] re, double[] im) {

    /** How far from 0 what should be 0 may be, relative to the largest entry. */
    private static final double ROUNDING = 1e-10;

    static ComplexTriangle zero(int n) {
        return new ComplexTriangle(n, new double[n * n], new double[n * n]);
    }

    /**
     * The principal square root, by the recurrence of Björck and Hammarling, <i>A Schur method for the square root of a matrix</i>,
     * Linear Algebra Appl. 52/53 (1983).
     *
     * @throws DomainException if there is none, since an eigenvalue 0 is defective
     */
    ComplexTriangle sqrt(Deadline deadline) {
        ComplexTriangle root = zero(n);
        double largest = 0;
        for (int i = 0; i < re.length; i++) {
            largest = Math.max(largest, Math.hypot(re[i], im[i]));
        }
        for (int j = 0; j < n; j++) {
            deadline.check();
            int d = j * n + j;
            double modulus = Math.hypot(re[d], im[d]);
            double x = Math.sqrt((modulus + Math.abs(re[d])) / 2);
            double y = x == 0 ? 0 : Math.abs(im[d]) / (2 * x);
            root.re[d] = re[d] >= 0 ? x : y;
            root.im[d] = Math.copySign(re[d] >= 0 ? y : x, im[d]);
            for (int i = j - 1; i >= 0; i--) {
                int at = i * n + j;
                double sumRe = re[at];
                double sumIm = im[at];
                for (int k = i + 1; k < j; k++) {
                    int left = i * n + k;
                    int right = k * n + j;
                    sumRe -= root.re[left] * root.re[right] - root.im[left] * root.im[right];
                    sumIm -= root.re[left] * root.im[right] + root.im[left] * root.re[right];
                }
                double divisorRe = root.re[i * n + i] + root.re[d];
                double divisorIm = root.im[i * n + i] + root.im[d];
                double square = Math.hypot(divisorRe, divisorIm);
                if (square == 0) {
                    if (Math.hypot(sumRe, sumIm) > ROUNDING * largest) {
                        throw new DomainException(
                                "The matrix has no square root: its eigenvalue 0 has too few eigenvectors.");
                    }
                    continue;
                }
                double unitRe = divisorRe / square;
                double unitIm = divisorIm / square;
                root.re[at] = (sumRe * unitRe + sumIm * unitIm) / square;
                root.im[at] = (sumIm * unitRe - sumRe * unitIm) / square;
            }
        }
        return root;
    }

    /** @return whether a diagonal entry is 0 */
    boolean isSingular() {
        for (int i = 0; i < n; i++) {
            if (re[i * n + i] == 0 && im[i * n + i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** @return E with T·E + E·T = R, column by column from the left and in each from below; full, as R is */
    ComplexTriangle sylvester(ComplexTriangle r, Deadline deadline) {
        ComplexTriangle e = zero(n);
        for (int j = 0; j < n; j++) {
            deadline.check();
            for (int i = n - 1; i >= 0; i--) {
                int at = i * n + j;
                double sumRe = r.re[at];
                double sumIm = r.im[at];
                for (int k = i + 1; k < n; k++) {
                    int left = i * n + k;
                    int right = k * n + j;
                    sumRe -= re[left] * e.re[right] - im[left] * e.im[right];
                    sumIm -= re[left] * e.im[right] + im[left] * e.re[right];
                }
                for (int k = 0; k < j; k++) {
                    int left = i * n + k;
                    int right = k * n + j;
                    sumRe -= e.re[left] * re[right] - e.im[left] * im[right];
                    sumIm -= e.re[left] * im[right] + e.im[left] * re[right];
                }
                double divisorRe = re[i * n + i] + re[j * n + j];
                double divisorIm = im[i * n + i] + im[j * n + j];
                double modulus = Math.hypot(divisorRe, divisorIm);
                double unitRe = divisorRe / modulus;
                double unitIm = divisorIm / modulus;
                e.re[at] = (sumRe * unitRe + sumIm * unitIm) / modulus;
                e.im[at] = (sumIm * unitRe - sumRe * unitIm) / modulus;
            }
        }
        return e;
    }

    /** @return the largest sum of moduli in a column, of this less the identity */
    double distanceFromIdentity() {
        double largest = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i <= j; i++) {
                sum += Math.hypot(re[i * n + j] - (i == j ? 1 : 0), im[i * n + j]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    ComplexTriangle minusIdentity() {
        ComplexTriangle difference = new ComplexTriangle(n, re.clone(), im.clone());
        for (int i = 0; i < n; i++) {
            difference.re[i * n + i] -= 1;
        }
        return difference;
    }

    /** Adds weight·(I + x·T)⁻¹·T to the sum. */
    void addResolvent(double x, double weight, ComplexTriangle sum, Deadline deadline) {
        ComplexTriangle solution = zero(n);
        for (int j = 0; j < n; j++) {
            deadline.check();
            for (int i = j; i >= 0; i--) { // back substitution
                int at = i * n + j;
                double sumRe = re[at];
                double sumIm = im[at];
                for (int k = i + 1; k <= j; k++) {
                    int left = i * n + k;
                    int right = k * n + j;
                    sumRe -= x * (re[left] * solution.re[right] - im[left] * solution.im[right]);
                    sumIm -= x * (re[left] * solution.im[right] + im[left] * solution.re[right]);
                }
                double divisorRe = 1 + x * re[i * n + i];
                double divisorIm = x * im[i * n + i];
                double square = divisorRe * divisorRe + divisorIm * divisorIm;
                solution.re[at] = (sumRe * divisorRe + sumIm * divisorIm) / square;
                solution.im[at] = (sumIm * divisorRe - sumRe * divisorIm) / square;
                sum.re[at] += weight * solution.re[at];
                sum.im[at] += weight * solution.im[at];
            }
        }
    }
}
