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

    private static Matrix residual(Matrix s, Matrix y, Matrix c) {
        // In twice the precision a product costs a hundred times the kernel's: for many columns of a large matrix that
        // is not worth it.
        if (c.columns() <= LinearSystem.DOUBLED_RESIDUALS || s.rows() <= LinearSystem.EXACT_UP_TO) {
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
        double largest = 0;
        for (int k = 0; k < y.columns(); k++) {
            double change = Matrix.column(correction.columnAt(k)).maxAbs();
            double size = Matrix.column(y.columnAt(k)).maxAbs();
            if (change != 0) {
                largest = Math.max(largest, change / size);
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
