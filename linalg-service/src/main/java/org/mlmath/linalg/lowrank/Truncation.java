package org.mlmath.linalg.lowrank;

import java.util.Arrays;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;

/**
 * How many singular values are kept, and what is lost with the others: ‖A − Aᵣ‖_F² = σᵣ₊₁² + σᵣ₊₂² + … (Eckart and Young, 1936).
 *
 * @param rank r
 * @param error ‖A − Aᵣ‖_F
 * @param relativeError that over ‖A‖_F, 0 where A is zero
 * @param energy 1 − relativeError², computed from the values kept
 */
record Truncation(int rank, double error, double relativeError, double energy) {
    /** How far a share of the squares may miss the energy asked for: rounding. */
    private static final double ROUNDING = 1e-14;

    /** Refuses what does not say, exactly once, how well to approximate. */
    static void requireOne(Integer rank, Double energy) {
        if ((rank == null) == (energy == null)) {
            throw new InvalidParameterException(
                            rank == null
                                    ? "Give a rank, or the share of energy to keep."
                                    : "Give either a rank or an energy: each decides the other.")
                    .at(rank == null ? "/rank" : "/energy");
        }
    }

    /**
     * @param sigma all singular values, descending
     * @param rank or null, and then the energy decides
     * @throws InvalidParameterException if there are not so many singular values
     */
    static Truncation of(double[] sigma, Integer rank, Double energy) {
        if (rank != null && rank > sigma.length) {
            throw new InvalidParameterException(
                            "The smaller dimension is %d, and so is the highest rank; %d was asked for."
                                    .formatted(sigma.length, rank))
                    .at("/rank");
        }
        double norm = Matrix.column(sigma).frobeniusNorm();
        if (norm == 0) {
            return new Truncation(rank == null ? 1 : rank, 0, 0, 1);
        }
        int kept = rank == null ? smallest(sigma, norm, energy) : rank;
        double error = norm(sigma, kept, sigma.length);
        double share = norm(sigma, 0, kept) / norm;
        return new Truncation(kept, error, error / norm, Math.min(1, share * share));
    }

    private static int smallest(double[] sigma, double norm, double energy) {
        double sum = 0;
        for (int r = 0; r < sigma.length; r++) {
            sum += (sigma[r] / norm) * (sigma[r] / norm);
            if (sum >= energy - ROUNDING) {
                return r + 1;
            }
        }
        return sigma.length;
    }

    private static double norm(double[] sigma, int from, int to) {
        return Matrix.column(Arrays.copyOfRange(sigma, from, to)).frobeniusNorm();
    }

    /** @return numbers of an m×n matrix over those of the r singular values and vectors */
    double compressionRatio(int rows, int columns) {
        return (double) rows * columns / ((double) rank * (rows + columns + 1));
    }
}
