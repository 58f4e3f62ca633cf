package org.mlmath.calculus.learning;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How near learnt weights are to the minimum")
public record LearningDiagnostics(
        @Schema(
                description =
                        "Euclidean norm of the objective's gradient at the answer; with l1 of its smallest subgradient")
        double gradientNorm,

        @Schema(description = "Evaluations of the objective, where it was iterated", nullable = true)
        Long evaluations,

        @Schema(description = "Condition number of the columns, each brought to length 1", nullable = true)
        Double conditionEstimate) {}
