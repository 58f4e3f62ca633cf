package org.mlmath.numerics.bayes;

import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.Tails;

/** Two independent posteriors A and B, and what they say of B − A. */
public interface PosteriorComparison {
    /** P(B − A ≤ δ) and P(B − A > δ), each to its own relative accuracy. */
    Tails difference(double delta);

    /** E[(B − A)⁺]: what choosing A is expected to lose; infinite where the expectation is. */
    double expectedLossA();

    /** E[(A − B)⁺]: what choosing B is expected to lose; infinite where the expectation is. */
    double expectedLossB();

    /** E[B − A]; NaN where it does not exist. */
    double meanDifference();

    /** Var[B − A]; infinite or NaN where it does not exist. */
    double varianceOfDifference();

    /** The value of B − A with this probability below or above it. */
    double differenceQuantile(TailProbability probability);
}
