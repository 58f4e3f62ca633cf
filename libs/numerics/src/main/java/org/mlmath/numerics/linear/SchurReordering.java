package org.mlmath.numerics.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings selected eigenvalues of a real Schur form to the top, by exchanging neighbouring blocks.
 *
 * <p>For blocks A₁₁ and A₂₂ with A₁₂ above the second, A₁₁·X − X·A₂₂ = A₁₂ makes (−X; I) a basis of the subspace that belongs to A₂₂;
 * the Q of its QR factorisation, applied as a similarity, puts A₂₂'s eigenvalues first. An exchange is taken back, and the work ends,
 * where what should be 0 below is more than rounding: the eigenvalues are then too close to tell the blocks apart. Source: Bai and
 * Demmel, <i>On swapping diagonal blocks in real Schur form</i>, Linear Algebra Appl. 186 (1993).
 */
final class SchurReordering {
    /** Accepted of what should be 0, in ε times the norm of the blocks, as in the source. */
    private static final double ACCEPTED = 10;

    private final int n;
    private final double[] t;
    private final double[] z;
    private final Matrix tMatrix;
    private final Matrix zMatrix;

    private SchurReordering(Matrix t, Matrix z) {
        this.n = t.rows();
        this.t = t.values();
        this.z = z.values();
        this.tMatrix = t;
        this.zMatrix = z;
    }

    private record Block(int size, boolean selected) {}

    /**
     * The arrays are changed in place: they must be the caller's own.
     *
     * @param t at a scale where products of its entries neither overflow nor vanish, its blocks in standard form
     * @param exponent of the power of two by which T's eigenvalues are multiplied before they are judged
     */
    static void reorder(Matrix t, Matrix z, int exponent, EigenvalueSelection selection) {
        new SchurReordering(t, z).reorder(exponent, selection);
    }

    private void reorder(int exponent, EigenvalueSelection selection) {
        List<Block> blocks = new ArrayList<>();
        for (int k = 0; k < n; k += blocks.getLast().size()) {
            boolean pair = k + 1 < n && t[(k + 1) * n + k] != 0;
            double im = pair ? Math.sqrt(Math.abs(t[k * n + k + 1])) * Math.sqrt(Math.abs(t[(k + 1) * n + k])) : 0;
            blocks.add(new Block(
                    pair ? 2 : 1, selection.selects(Math.scalb(t[k * n + k], exponent), Math.scalb(im, exponent))));
        }
        int sorted = 0;
        int start = 0;
        for (int b = 0; b < blocks.size(); b++) {
            int at = start;
            start += blocks.get(b).size();
            if (!blocks.get(b).selected()) {
                continue;
            }
            for (int k = b; k > sorted; k--) {
                int above = blocks.get(k - 1).size();
                if (!exchange(at - above, above, blocks.get(k).size())) {
                    return;
                }
                blocks.add(k - 1, blocks.remove(k));
                at -= above;
            }
            sorted++;
        }
    }

    /** @return whether the p rows from j on have changed places with the q rows that follow */
    private boolean exchange(int j, int p, int q) {
        int size = p + q;
        Matrix block = block(j, size);
        double[] basis = subspace(block, p, q);
        if (basis == null) {
            return false;
        }
        Matrix turn = HouseholderQr.of(new Matrix(size, q, basis), true, false).q();
        Kernel kernel = Kernels.hipparchus();
        Matrix exchanged = kernel.multiply(kernel.multiply(turn, true, block, false), turn);
        double below = 0;
        for (int i = q; i < size; i++) {
            for (int k = 0; k < q; k++) {
                below = Math.max(below, Math.abs(exchanged.get(i, k)));
            }
        }
        if (!(below <= ACCEPTED * Math.ulp(1.0) * block.maxAbs())) {
            return false;
        }
        double[] row = new double[size];
        for (int column = 0; column < n; column++) {
            for (int i = 0; i < size; i++) {
                row[i] = 0;
                for (int k = 0; k < size; k++) {
                    row[i] += turn.get(k, i) * t[(j + k) * n + column];
                }
            }
            for (int i = 0; i < size; i++) {
                t[(j + i) * n + column] = row[i];
            }
        }
        for (int i = 0; i < n; i++) {
            times(t, i, j, turn, row);
            times(z, i, j, turn, row);
        }
        for (int i = q; i < size; i++) {
            for (int k = 0; k < q; k++) {
                t[(j + i) * n + j + k] = 0;
            }
        }
        if (q == 2) {
            StandardBlocks.standardise(tMatrix, zMatrix, j);
        }
        if (p == 2) {
            StandardBlocks.standardise(tMatrix, zMatrix, j + q);
        }
        return true;
    }

    private void times(double[] values, int i, int j, Matrix turn, double[] row) {
        for (int k = 0; k < row.length; k++) {
            row[k] = 0;
            for (int l = 0; l < row.length; l++) {
                row[k] += values[i * n + j + l] * turn.get(l, k);
            }
        }
        System.arraycopy(row, 0, values, i * n + j, row.length);
    }

    private Matrix block(int j, int size) {
        double[] block = new double[size * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(t, (j + i) * n + j, block, i * size, size);
        }
        return new Matrix(size, size, block);
    }

    /** @return (−X; I), (p + q)×q, or null where the blocks have an eigenvalue in common */
    private static double[] subspace(Matrix block, int p, int q) {
        int unknowns = p * q;
        double[] equations = new double[unknowns * unknowns];
        double[] rhs = new double[unknowns];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < q; j++) { // Σ a₁₁[i, k]·x[k, j] − Σ x[i, k]·a₂₂[k, j] = a₁₂[i, j]
                int equation = i * q + j;
                for (int k = 0; k < p; k++) {
                    equations[equation * unknowns + k * q + j] += block.get(i, k);
                }
                for (int k = 0; k < q; k++) {
                    equations[equation * unknowns + i * q + k] -= block.get(p + k, p + j);
                }
                rhs[equation] = block.get(i, p + j);
            }
        }
        LuFactors lu = Kernels.hipparchus().lu(new Matrix(unknowns, unknowns, equations));
        if (lu.singular()) {
            return null;
        }
        double[] x = lu.solve(Matrix.column(rhs)).values();
        double[] basis = new double[(p + q) * q];
        for (int at = 0; at < unknowns; at++) {
            basis[at] = 0.0 - x[at];
        }
        for (int j = 0; j < q; j++) {
            basis[(p + j) * q + j] = 1;
        }
        return basis;
    }
}
