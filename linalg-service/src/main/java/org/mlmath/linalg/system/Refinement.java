package org.mlmath.linalg.system;

import java.util.function.UnaryOperator;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Residual;

/**
 * Iterative refinement: the residual, in twice the precision, is itself a right-hand side, and its solution the correction. Each round
 * gains as many digits as the condition left, until the solution is right to the last digit or, beyond a condition of 1/ε, the rounds
 * gain nothing. Source: Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., ch. 12.
 *
 * @param solution refined
 * @param residual of it
 * @param settled whether the last correction was below one unit in the last places
 */
record Refinement(Matrix solution, Matrix residual, boolean settled) {
    private static final int MOST_ROUNDS = 10;
    private static final double NEGLIGIBLE = 4 * Math.ulp(1.0);

    /** @param solver gives an approximate solution Y of S·Y = C */
    static Refinement of(Matrix s, Matrix c, UnaryOperator<Matrix> solver) {
        Matrix y = solver.apply(c);
        Matrix residual = residual(s, y, c);
        if (!isDoubled(
                s, c)) { // one round makes every column backward stable; without further digits, further rounds gain
            // nothing
            Matrix correction = solver.apply(residual);
            boolean settled = relative(correction, y) <= NEGLIGIBLE;
            y = sum(y, correction);
            return new Refinement(y, residual(s, y, c), settled);
        }
        double last = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Matrix correction = solver.apply(residual);
            double size = relative(correction, y);
            if (!(size < last / 2)) {
                return new Refinement(y, residual, false);
            }
            y = sum(y, correction);
            residual = residual(s, y, c);
            last = size;
            if (size <= NEGLIGIBLE) {
                return new Refinement(y, residual, true);
            }
        }
        return new Refinement(y, residual, false);
    }

    /**
     * In twice the precision a product costs a hundred times the kernel's: for many columns of a large matrix that is not worth it.
     */
    private static boolean isDoubled(Matrix s, Matrix c) {
        return c.columns() <= LinearSystem.DOUBLED_RESIDUALS || s.rows() <= LinearSystem.EXACT_UP_TO;
    }

    private static Matrix residual(Matrix s, Matrix y, Matrix c) {
        if (isDoubled(s, c)) {
            return Residual.of(s, y, c);
        }
        Matrix product = Kernels.current().multiply(s, y);
        double[] difference = c.values().clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= product.values()[i];
        }
        return new Matrix(c.rows(), c.columns(), difference);
    }

    /** @return the largest, over the columns, of ‖correction‖∞ / ‖y‖∞ */
    private static double relative(Matrix correction, Matrix y) {
        double[] changes = correction.columnsMaxAbs();
        double[] sizes = y.columnsMaxAbs();
        double largest = 0;
        for (int k = 0; k < changes.length; k++) {
            if (changes[k] != 0) {
                largest = Math.max(largest, changes[k] / sizes[k]);
            }
        }
        return largest;
    }

    private static Matrix sum(Matrix y, Matrix correction) {
        double[] sum = y.values().clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += correction.values()[i];
        }
        return new Matrix(y.rows(), y.columns(), sum);
    }
}
