package org.mlmath.calculus.constrained;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A minimum under constraints, with the conditions that it satisfies")
public record ConstrainedResult(
        @Schema(description = "The point, in the order of `variables`", examples = "[0.5, 0.5]")
        double[] point,

        @Schema(description = "The expression there", examples = "0.5")
        double value,

        @Schema(description = "The names of the point's entries", examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(description = "The multipliers of the constraints, in their order")
        ConstraintMultipliers multipliers,

        @Schema(description = "The inequalities that hold as equations there, by index from 0", examples = "[0]")
        int[] active,

        @Schema(description = "Whether the conditions of Karush, Kuhn and Tucker hold at the point")
        boolean converged,

        @Schema(description = "Why the search ended") ConstrainedEnding reason,

        @Schema(description = "How many steps were taken", examples = "4")
        int iterations,

        @Schema(description = "What second derivatives say of the point", nullable = true)
        SecondOrder secondOrder,

        @Schema(description = "The way of the search, the start first")
        ConstrainedTrajectory trajectory,

        @Schema(description = "How well the conditions hold")
        ConstrainedDiagnostics diagnostics,

        @Schema(description = "What was followed where books differ")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, where it was asked for", nullable = true)
        List<Step> steps) {

    public enum ConstrainedEnding {
        @JsonProperty("converged")
        CONVERGED,
        @JsonProperty("infeasible")
        INFEASIBLE,
        @JsonProperty("unbounded")
        UNBOUNDED,
        @JsonProperty("stalled")
        STALLED,
        @JsonProperty("max-iterations")
        MAX_ITERATIONS
    }

    @Schema(description = "The multipliers of L = f + Σλ·g + Σμ·h")
    public record ConstraintMultipliers(
            @Schema(description = "λ of the equations", examples = "[-1]")
            double[] equalities,

            @Schema(description = "μ of the inequalities, at least 0; 0 where one is not active", examples = "[0, 0]")
            double[] inequalities) {}

    @Schema(
            description =
                    "The second derivatives of the Lagrangian along the directions in which no active constraint changes")
    public record SecondOrder(
            @Schema(
                    description =
                            "strict-minimum: proven, the curvature is positive in all of them. minimum-possible: some curvature is 0, or the multiplier of an active constraint is, so that higher derivatives decide. not-minimum: some curvature is negative")
            SecondOrderVerdict verdict,

            @Schema(description = "The eigenvalues of the Hessian there, ascending; none at a vertex", examples = "[2]")
            double[] curvatures) {

        public enum SecondOrderVerdict {
            @JsonProperty("strict-minimum")
            STRICT_MINIMUM,
            @JsonProperty("minimum-possible")
            MINIMUM_POSSIBLE,
            @JsonProperty("not-minimum")
            NOT_MINIMUM
        }
    }

    @Schema(description = "Points of a search, an entry of each list for each")
    public record ConstrainedTrajectory(
            @Schema(description = "The points, in the order of `variables`", examples = "[[1, 1], [0.5, 0.5]]")
            Matrix points,

            @Schema(description = "The expression at them", examples = "[2, 0.5]")
            double[] values,

            @Schema(description = "The sums of what the constraints are violated by", examples = "[1, 0]")
            double[] violations) {}

    @Schema(description = "How well the conditions of Karush, Kuhn and Tucker hold")
    public record ConstrainedDiagnostics(
            @Schema(description = "The largest entry of the gradient of the Lagrangian", examples = "0")
            double gradientNorm,

            @Schema(description = "The most by which a constraint is violated", examples = "0")
            double primalInfeasibility,

            @Schema(description = "The largest product of a multiplier and its constraint", examples = "0")
            double complementarity,

            @Schema(description = "The largest of these three", examples = "0")
            double kktResidual,

            @Schema(description = "How often all functions were computed with their derivatives", examples = "6")
            long evaluations) {}
}
