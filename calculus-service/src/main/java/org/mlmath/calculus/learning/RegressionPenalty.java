package org.mlmath.calculus.learning;

import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Penalties on the weights, the intercept left out")
public record RegressionPenalty(
        @Schema(
                description =
                        "λ₁ of λ₁·Σ|w| beside the half mean squared error or the mean cross-entropy: alpha of scikit-learn's Lasso",
                defaultValue = "0",
                examples = "0.1")
        @PositiveOrZero
        Double l1,

        @Schema(
                description =
                        "λ₂ of λ₂/(2m)·Σw² beside them: alpha of scikit-learn's Ridge, 1/C of its LogisticRegression",
                defaultValue = "0",
                examples = "1")
        @PositiveOrZero
        Double l2) {
    static final RegressionPenalty NONE = new RegressionPenalty(null, null);

    public RegressionPenalty {
        l1 = l1 == null ? 0 : l1;
        l2 = l2 == null ? 0 : l2;
    }
}
