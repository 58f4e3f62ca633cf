package org.mlmath.calculus.convexity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "Whether an expression is convex, with the evidence")
public record ConvexityResult(
        @Schema(description = "Whether it is convex on the region; null where neither could be shown", nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Boolean convex,

        @Schema(description = "What shows it") ConvexityEvidence evidence,

        @Schema(description = "Two points and their midpoint, which show that it is not convex", nullable = true)
        ConvexityCounterexample counterexample,

        @Schema(
                description =
                        "A proven bound of the gradient's Lipschitz constant, the largest modulus of an eigenvalue of the Hessian on the region",
                nullable = true,
                examples = "3")
        Double lipschitz,

        @Schema(
                description = "A proven lower bound of the smallest eigenvalue of the Hessian, where it is positive",
                nullable = true,
                examples = "1")
        Double strongConvexity,

        @Schema(
                description = "2/lipschitz: gradient descent with a smaller rate converges",
                nullable = true,
                examples = "0.6666666666666666")
        Double largestStableRate,

        @Schema(
                description =
                        "The factor by which a method's error falls with each step, at best, for strongly convex ones",
                nullable = true)
        PredictedRates predictedRate,

        @Schema(description = "The variables", examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(description = "What the answer rests on") ConvexityDiagnostics diagnostics,

        @Schema(description = "What was followed") Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, where it was asked for", nullable = true)
        List<Step> steps) {

    @Schema(description = "What shows that an expression is convex or not")
    public record ConvexityEvidence(
            @Schema(
                    description =
                            "composition: rules by which convex functions are put together, and slopes that never fall where one direction matters only. hessian: enclosures of the second derivatives, exact for quadratics. counterexample: two points and their midpoint. none: nothing was shown")
            EvidenceKind kind,

            @Schema(description = "In a sentence") String detail) {

        public enum EvidenceKind {
            @JsonProperty("composition")
            COMPOSITION,
            @JsonProperty("hessian")
            HESSIAN,
            @JsonProperty("counterexample")
            COUNTEREXAMPLE,
            @JsonProperty("none")
            NONE
        }
    }

    @Schema(description = "The value at the midpoint is above the mean of the values at the ends")
    public record ConvexityCounterexample(
            @Schema(description = "One end", examples = "[-1]")
            double[] a,

            @Schema(description = "The other end", examples = "[1]")
            double[] b,

            @Schema(description = "The midpoint", examples = "[0]")
            double[] midpoint,

            @Schema(description = "The value at a", examples = "-1")
            double valueA,

            @Schema(description = "The value at b", examples = "-1")
            double valueB,

            @Schema(
                    description =
                            "The value at the midpoint; null where there is none, so that the domain is not convex",
                    examples = "0",
                    nullable = true)
            double valueMidpoint,

            @Schema(description = "The mean of the values at a and b", examples = "-1")
            double mean) {}

    @Schema(description = "Rates of convergence with the best constant parameters, κ = lipschitz/strongConvexity")
    public record PredictedRates(
            @Schema(description = "(κ - 1)/(κ + 1), with the rate 2/(lipschitz + strongConvexity)", examples = "0.5")
            double gradientDescent,

            @Schema(description = "(√κ - 1)/(√κ + 1), on quadratics", examples = "0.2679")
            double momentum,

            @Schema(description = "√(1 - 1/√κ), with the rate 1/lipschitz", examples = "0.65")
            double nesterov) {}

    @Schema(description = "What an answer about convexity rests on")
    public record ConvexityDiagnostics(
            @Schema(description = "Boxes on which the Hessian was enclosed", examples = "1")
            int boxes,

            @Schema(description = "Whether the Hessian is constant, so that its eigenvalues are exact but for rounding")
            boolean quadratic) {}
}
