package org.mlmath.numerics.optimization;

/** 1 − βᵗ: what an exponential average that began at zero has to be divided by after t steps. */
final class BiasCorrection {
    private final double beta;
    private final double settled;

    BiasCorrection(double beta) {
        this.beta = beta;
        // βᵗ below e⁻⁴⁰ < 2⁻⁵⁴: from this step on the difference is 1 in double precision.
        settled = -40 / Math.log(beta);
    }

    /** StrictMath, so that interpreted and compiled steps give the same bits; skipped once it cannot matter. */
    double at(long step) {
        return step > settled ? 1 : 1 - StrictMath.pow(beta, step);
    }
}
