package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.numerics.exact.EigenvalueStructure;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.EigenFactors;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SvdFactors;

/**
 * Puts together computed eigenvalues of which it is known that they coincide: of each group the mean is taken, and where rounding had
 * drawn its members apart, the eigenvectors are computed anew as the null space of A − λI.
 */
final class CoincidentEigenvalues {
    /** Backward error allowed to the kernel, relative to ‖A‖: eigenvalues of multiplicity k move by its k-th root. */
    private static final double BACKWARD_ERROR = 1e-13;

    /** Singular values of A − λI below this, relative to ‖A‖, are 0: λ is a mean and right to a few units of the last place. */
    private static final double VANISHING = 1e-11;

    private final Matrix a;
    private final EigenvalueStructure structure;
    private final int n;
    private final double norm;
    private final double[] re;
    private final double[] im;
    private final double[] x;
    private final double[] y;

    CoincidentEigenvalues(Matrix a, EigenvalueStructure structure, EigenFactors factors) {
        this.a = a;
        this.structure = structure;
        this.n = a.rows();
        this.norm = a.frobeniusNorm();
        boolean complex = factors.values().isComplex();
        this.re = factors.values().re();
        this.im = complex ? factors.values().im() : new double[n];
        boolean vectors = factors.vectors() != null;
        this.x = vectors ? factors.vectors().re() : null;
        this.y = vectors ? (complex ? factors.vectors().im() : new double[n * n]) : null;
    }

    EigenFactors merged() {
        boolean[] taken = new boolean[n];
        int[] counts = structure.counts();
        for (int multiplicity = counts.length - 1; multiplicity > 1; multiplicity--) {
            for (int count = 0; count < counts[multiplicity]; count++) {
                int[] group = tightest(multiplicity, taken);
                if (group != null) {
                    for (int j : group) {
                        taken[j] = true;
                    }
                    merge(group);
                }
            }
        }
        boolean complex = Arrays.stream(im).anyMatch(value -> value != 0);
        ComplexMatrix vectors = x == null ? null : new ComplexMatrix(n, n, x, complex ? y : null);
        return new EigenFactors(new ComplexVector(re, complex ? im : null), vectors);
    }

    /** @return the so many values that lie closest together, or null if they are too far apart for one eigenvalue */
    private int[] tightest(int size, boolean[] taken) {
        int[] best = null;
        double smallest = 10 * norm * Math.pow(BACKWARD_ERROR, 1.0 / size);
        for (int centre = 0; centre < n; centre++) {
            if (taken[centre]) {
                continue;
            }
            int middle = centre;
            int[] near = IntStream.range(0, n)
                    .filter(j -> !taken[j])
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> distance(middle, j)))
                    .limit(size)
                    .mapToInt(Integer::intValue)
                    .toArray();
            if (near.length == size && distance(centre, near[size - 1]) < smallest) {
                smallest = distance(centre, near[size - 1]);
                best = near;
            }
        }
        return best;
    }

    private double distance(int i, int j) {
        return Math.hypot(re[i] - re[j], im[i] - im[j]);
    }

    private void merge(int[] group) {
        double meanRe = 0;
        double meanIm = 0;
        boolean apart = false;
        for (int j : group) {
            meanRe += re[j] / group.length;
            meanIm += im[j] / group.length;
            apart |= re[j] != re[group[0]] || im[j] != im[group[0]];
        }
        // A group that holds the conjugate of each of its members is one real eigenvalue.
        double sum = Arrays.stream(group).mapToDouble(j -> im[j]).sum();
        double size = Arrays.stream(group).mapToDouble(j -> Math.abs(im[j])).sum();
        if (Math.abs(sum) <= 1e-3 * size) {
            meanIm = 0;
        }
        if (apart) {
            for (int j : group) {
                re[j] = meanRe;
                im[j] = meanIm;
            }
        }
        if (x != null && (apart || !structure.diagonalizable())) {
            List<double[][]> basis = nullSpace(re[group[0]], im[group[0]], group.length);
            for (int k = 0; k < group.length; k++) {
                double[][] vector = basis.get(Math.min(k, basis.size() - 1));
                for (int i = 0; i < n; i++) {
                    x[i * n + group[k]] = vector[0][i];
                    y[i * n + group[k]] = vector[1][i];
                }
            }
        }
    }

    /** @return between 1 and {@code most} orthonormal vectors v with A·v = λ·v, as real and imaginary parts */
    private List<double[][]> nullSpace(double lambdaRe, double lambdaIm, int most) {
        boolean real = lambdaIm == 0;
        int size = real ? n : 2 * n;
        // (A − λI)(p + iq) = 0 in real numbers: (A − αI)p + βq = 0 and (A − αI)q − βp = 0.
        double[] shifted = new double[size * size];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = a.get(i, j) - (i == j ? lambdaRe : 0);
                shifted[i * size + j] = entry;
                if (!real) {
                    shifted[(n + i) * size + n + j] = entry;
                }
            }
            if (!real) {
                shifted[i * size + n + i] = lambdaIm;
                shifted[(n + i) * size + i] = -lambdaIm;
            }
        }
        SvdFactors svd = Kernels.current().svd(new Matrix(size, size, shifted), Kernel.Vectors.THIN);
        List<double[][]> basis = new ArrayList<>();
        for (int k = size - 1; k >= 0 && basis.size() < most; k--) {
            boolean vanishes = svd.singularValues()[k] <= VANISHING * norm;
            if (!basis.isEmpty() && !vanishes && !structure.diagonalizable()) {
                break;
            }
            double[] row = svd.vt().row(k);
            double[][] vector = {Arrays.copyOf(row, n), real ? new double[n] : Arrays.copyOfRange(row, n, size)};
            if (orthonormalise(vector, basis)) {
                basis.add(vector);
            }
        }
        return basis;
    }

    /** In the real form v and iv are two vectors: the second is nothing new. */
    private boolean orthonormalise(double[][] vector, List<double[][]> basis) {
        for (double[][] other : basis) {
            double shareRe = 0;
            double shareIm = 0;
            for (int i = 0; i < n; i++) {
                shareRe += other[0][i] * vector[0][i] + other[1][i] * vector[1][i];
                shareIm += other[0][i] * vector[1][i] - other[1][i] * vector[0][i];
            }
            for (int i = 0; i < n; i++) {
                vector[0][i] -= shareRe * other[0][i] - shareIm * other[1][i];
                vector[1][i] -= shareRe * other[1][i] + shareIm * other[0][i];
            }
        }
        double length = Math.hypot(
                Matrix.column(vector[0]).frobeniusNorm(),
                Matrix.column(vector[1]).frobeniusNorm());
        if (length < 1e-6) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            vector[0][i] /= length;
            vector[1][i] /= length;
        }
        return true;
    }
}
