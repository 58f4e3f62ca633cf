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
 * <p>In twice the precision a residual costs ten times what a solution does. For many columns of a large matrix, as of an inverse, it is
 * taken only where half of the digits or more are lost, and there only as far as that is bearable. Without, a round in working precision
 * follows if the solution turns out not to be backward stable.
 *
 * @param solution refined
 * @param backwardError of it
 * @param estimated whether that is an estimate from probe vectors
 * @param settled whether the last correction was below one unit in the last places, or the next would be
 * @param doubled whether the residuals were taken in twice the precision
 */
public record Refinement(Matrix solution, double backwardError, boolean estimated, boolean settled, boolean doubled) {
    private static final int MOST_ROUNDS = 10;
    private static final double NEGLIGIBLE = 4 * Math.ulp(1.0);

    /** From this order on the backward error of so many columns is estimated. */
    private static final int ESTIMATED_FROM = 200;

    private static final int ESTIMATED_COLUMNS = 16;

    /**
     * @param solver gives an approximate solution Y of S·Y = C
     * @param rcond reciprocal condition of S
     */
    static Refinement of(Matrix s, Matrix c, UnaryOperator<Matrix> solver, double rcond) {
        return from(solver.apply(c), s, c, solver, rcond);
    }

    /** @param y the first approximation */
    public static Refinement from(Matrix y, Matrix s, Matrix c, UnaryOperator<Matrix> solver, double rcond) {
        return isDoubled(s, c, rcond) ? doubled(y, s, c, solver, rcond) : single(y, s, c, solver);
    }

    private static Refinement doubled(Matrix first, Matrix s, Matrix c, UnaryOperator<Matrix> solver, double rcond) {
        Matrix y = first;
        Matrix residual = Residual.of(s, y, c);
        double last = Double.POSITIVE_INFINITY;
        double rate = Math.ulp(1.0) / rcond;
        boolean settled = false;
        for (int round = 0; round < MOST_ROUNDS && !settled; round++) {
            Matrix correction = solver.apply(residual);
            double size = relative(correction, y);
            if (!(size < last / 2)) {
                break;
            }
            Matrix next = sum(y, correction, 1);
            residual = s.rows() <= LinearSystem.EXACT_UP_TO
                    ? Residual.of(s, next, c)
                    : updated(residual, s, sum(next, y, -1));
            y = next;
            rate = Math.max(rate, round == 0 ? size : size / last);
            last = size;
            settled = size <= NEGLIGIBLE || (s.rows() > LinearSystem.EXACT_UP_TO && size * rate <= NEGLIGIBLE / 16);
        }
        return new Refinement(y, Residual.backwardError(s, y, c, residual), false, settled, true);
    }

    /**
     * C − S·(Y + D) = (C − S·Y) − S·D: of the small D a product in working precision has errors as small as those the next correction
     * is going to have.
     */
    private static Matrix updated(Matrix residual, Matrix s, Matrix difference) {
        return sum(residual, Kernels.current().multiply(s, difference), -1);
    }

    private static Refinement single(Matrix y, Matrix s, Matrix c, UnaryOperator<Matrix> solver) {
        boolean estimated = s.rows() >= ESTIMATED_FROM && c.columns() >= ESTIMATED_COLUMNS;
        Matrix residual = estimated ? null : residual(s, y, c);
        double backwardError =
                estimated ? Residual.estimatedBackwardError(s, y, c) : Residual.backwardError(s, y, c, residual);
        if (backwardError <= s.rows() * Math.ulp(1.0)) {
            return new Refinement(y, backwardError, estimated, true, false);
        }
        // One round makes every column backward stable; without further digits, further rounds gain nothing.
        Matrix correction = solver.apply(estimated ? residual(s, y, c) : residual);
        boolean settled = relative(correction, y) <= NEGLIGIBLE;
        Matrix next = sum(y, correction, 1);
        return new Refinement(
                next,
                estimated
                        ? Residual.estimatedBackwardError(s, next, c)
                        : Residual.backwardError(s, next, c, residual(s, next, c)),
                estimated,
                settled,
                false);
    }

    private static boolean isDoubled(Matrix s, Matrix c, double rcond) {
        boolean few = c.columns() <= LinearSystem.DOUBLED_RESIDUALS || s.rows() <= LinearSystem.EXACT_UP_TO;
        return few
                || (rcond * LinearSystem.ILL_CONDITIONED < 1
                        && (long) s.values().length * c.columns() <= Residual.AFFORDABLE);
    }

    private static Matrix residual(Matrix s, Matrix y, Matrix c) {
        return sum(c, Kernels.current().multiply(s, y), -1);
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

    /** @return Y + sign·Z */
    private static Matrix sum(Matrix y, Matrix z, int sign) {
        double[] sum = y.values().clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * z.values()[i];
        }
        return new Matrix(y.rows(), y.columns(), sum);
    }
}
