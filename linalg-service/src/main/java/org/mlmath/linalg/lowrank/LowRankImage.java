package org.mlmath.linalg.lowrank;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.pca.PrincipalAxes;
import org.mlmath.numerics.pca.Standardization;

/**
 * A picture each of whose colour channels is replaced by the matrix of rank r nearest to it; transparency stays as it is.
 *
 * <p>Singular vectors come from the smaller of AᵀA and AAᵀ: what squaring loses is far below what a sample of 8 or 16 bits shows.
 *
 * @param png the picture after rounding to whole samples
 * @param truncation rank of each channel; errors are of all colour channels together, before rounding
 * @param compressionRatio samples over the numbers that make up the approximation
 */
record LowRankImage(byte[] png, Truncation truncation, double compressionRatio) {
    /**
     * @param rank a whole number from 1 to the smaller side; null or absent where the energy decides
     * @param energy in (0, 1], or null
     * @throws InvalidParameterException if both or neither are given or make no sense, or the picture is damaged
     */
    static LowRankImage compress(byte[] png, String rank, String energy, Deadline deadline) {
        Integer wantedRank = rank == null ? null : rank(rank);
        Double wantedEnergy = energy == null ? null : energy(energy);
        Truncation.requireOne(wantedRank, wantedEnergy);
        Picture picture = Picture.unpack(png, PngHeader.of(png));
        int colors = picture.colors();
        PrincipalAxes[] axes = new PrincipalAxes[colors];
        double[] sigma = new double[Math.min(picture.channels()[0].rows(), picture.channels()[0].columns())];
        for (int c = 0; c < colors; c++) {
            deadline.check();
            axes[c] = axes(picture.channels()[c], deadline);
            for (int i = 0; i < sigma.length; i++) {
                double own = axes[c].singularValues()[i];
                sigma[i] = Math.hypot(sigma[i], own > axes[c].floor() ? own : 0);
            }
        }
        Truncation kept = Truncation.of(sigma, wantedRank, wantedEnergy);
        Matrix[] channels = picture.channels().clone();
        for (int c = 0; c < colors; c++) {
            deadline.check();
            channels[c] = projected(channels[c], axes[c].first(kept.rank()).directions());
        }
        return new LowRankImage(
                new Picture(channels, colors, picture.depth()).pack(),
                kept,
                kept.compressionRatio(channels[0].rows(), channels[0].columns()));
    }

    private static PrincipalAxes axes(Matrix channel, Deadline deadline) {
        return PrincipalAxes.covariance(channel, new Standardization(new double[channel.columns()], null), deadline);
    }

    private static Matrix projected(Matrix channel, Matrix directions) {
        return Kernels.current().multiply(Kernels.current().multiply(channel, directions.transpose()), directions);
    }

    private static Integer rank(String text) {
        try {
            int rank = Integer.parseInt(text);
            if (rank >= 1) {
                return rank;
            }
        } catch (NumberFormatException e) { // said below
        }
        throw (InvalidParameterException)
                new InvalidParameterException("rank must be a whole number from 1 on.").at("/rank");
    }

    private static Double energy(String text) {
        try {
            double energy = Double.parseDouble(text);
            if (energy > 0 && energy <= 1) {
                return energy;
            }
        } catch (NumberFormatException e) { // said below
        }
        throw (InvalidParameterException)
                new InvalidParameterException("energy must be a number above 0 and at most 1.").at("/energy");
    }
}
