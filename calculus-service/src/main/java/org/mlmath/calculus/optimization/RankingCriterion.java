package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What runs are ranked by, the smallest first: the smallest value seen, the gradient's norm at the end, or what it"
                        + " took, for which runs that converged come before the others")
public enum RankingCriterion {
    @JsonProperty("value")
    VALUE,
    @JsonProperty("gradient-norm")
    GRADIENT_NORM,
    @JsonProperty("iterations")
    ITERATIONS,
    @JsonProperty("evaluations")
    EVALUATIONS;

    /** @return the number that ranks a run */
    double of(MinimizeResult run) {
        return switch (this) {
            case VALUE -> run.minimum().value();
            case GRADIENT_NORM -> run.diagnostics().gradientNorm();
            case ITERATIONS -> run.iterations();
            case EVALUATIONS -> run.diagnostics().evaluations();
        };
    }

    /** @return whether a small number means nothing in a run that came to nothing */
    boolean needsConvergence() {
        return this == ITERATIONS || this == EVALUATIONS;
    }
}
