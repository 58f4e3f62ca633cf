package org.mlmath.calculus.optimization;

/** Draws once, for all runs. */
final class CommonSeed implements Minimizer.Seeds {
    private final Minimizer.Seeds seeds;
    private Long drawn;

    CommonSeed(Minimizer.Seeds seeds) {
        this.seeds = seeds;
    }

    @Override
    public long seed(Long given) {
        if (drawn == null) {
            drawn = seeds.seed(given);
        }
        return drawn;
    }
}
