package org.mlmath.numerics.linear;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.mlmath.numerics.Deadline;

/**
 * The leading singular values and vectors of a large matrix, from its products with a few random vectors.
 *
 * <p>An orthonormal basis Q of the range of (AAᵀ)^q·A·Ω is found, Ω an n×(k + {@value #OVERSAMPLES}) Gaussian matrix, and QᵀA is decomposed.
 * Each power sharpens the decay of the singular values, so that the error left is close to that of the best approximation of rank
 * k; where they hardly fall at σₖ, the last ones found are too small by up to some percent of their distance to it. After every product the
 * basis is made orthonormal anew: otherwise small directions would drown in rounding. Cost 4·m·n·(k + 10)·(q + 1) operations.
 *
 * <p>Source: N. Halko, P. G. Martinsson, J. A. Tropp, <i>Finding structure with randomness</i>, SIAM Review 53(2), 2011, algorithms
 * 4.4 and 5.1.
 */
public final class RandomizedSvd {
    private static final int OVERSAMPLES = 10;

    /** Where few of many are wanted, powers are cheap and the spectrum is usually flat; as in scikit-learn. */
    private static final int POWERS_FOR_FEW = 7;

    private static final int POWERS = 4;

    private RandomizedSvd() {}

    /**
     * @param components k, from 1 to the smaller dimension
     * @return U m×k, k singular values, Vᵀ k×n
     */
    public static SvdFactors leading(Matrix a, int components, long seed, Deadline deadline) {
        Kernel kernel = Kernels.current();
        int samples = samples(a.rows(), a.columns(), components);
        Matrix transposed = a.transpose();
        Matrix basis = orthonormal(kernel.multiply(a, gaussian(a.columns(), samples, seed)));
        for (int power = powers(a.rows(), a.columns(), components); power > 0; power--) {
            deadline.check();
            Matrix other = orthonormal(kernel.multiply(transposed, basis));
            deadline.check();
            basis = orthonormal(kernel.multiply(a, other));
        }
        deadline.check();
        SvdFactors small = kernel.svd(kernel.multiply(transposed, basis).transpose(), Kernel.Vectors.THIN);
        double[] sigma = Arrays.copyOf(small.singularValues(), components);
        Matrix vt = new Matrix(components, a.columns(), Arrays.copyOf(small.vt().values(), components * a.columns()));
        Matrix u = kernel.multiply(basis, firstColumns(small.u(), components));
        return new SvdFactors(u, sigma, vt);
    }

    /** @return seconds that {@link #leading} takes on this kernel */
    public static double seconds(Kernel kernel, int rows, int columns, int components) {
        int samples = samples(rows, columns, components);
        int rounds = powers(rows, columns, components) + 1;
        KernelCost cost = kernel.cost();
        return rounds
                        * (2 * cost.multiply(rows, columns, samples)
                                + cost.seconds(KernelCost.Operation.QR, rows, samples)
                                + cost.seconds(KernelCost.Operation.QR, columns, samples))
                + cost.seconds(KernelCost.Operation.SVD, samples, columns);
    }

    private static int samples(int rows, int columns, int components) {
        return Math.min(components + OVERSAMPLES, Math.min(rows, columns));
    }

    private static int powers(int rows, int columns, int components) {
        return components < 0.1 * Math.min(rows, columns) ? POWERS_FOR_FEW : POWERS;
    }

    private static Matrix orthonormal(Matrix a) {
        return Kernels.current().qr(a, false, false).q();
    }

    private static Matrix gaussian(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return new Matrix(rows, columns, values);
    }

    private static Matrix firstColumns(Matrix a, int columns) {
        double[] values = new double[a.rows() * columns];
        for (int i = 0; i < a.rows(); i++) {
            System.arraycopy(a.values(), i * a.columns(), values, i * columns, columns);
        }
        return new Matrix(a.rows(), columns, values);
    }
}
