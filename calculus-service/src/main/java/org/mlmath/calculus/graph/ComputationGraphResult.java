package org.mlmath.calculus.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.derivative.SymbolicDiagnostics;
import org.mlmath.kit.answer.GapsByDesign;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@GapsByDesign
@Schema(description = "A computation graph")
public record ComputationGraphResult(
        @Schema(description = "The operations, each after its inputs; the last one is the expression")
        List<Node> nodes,

        @Schema(description = "The id of the node that is the expression", examples = "4")
        int output,

        @Schema(description = "The value of the expression", examples = "6.909297426825682")
        double value,

        @Schema(
                description =
                        "The adjoints of the variables: the gradient; null where a partial derivative does not exist",
                examples = "[2.5838531634528574, 2]")
        double[] gradient,

        @Schema(description = "The order of the gradient", examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(description = "The forward pass and the backward pass, node by node", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "The gradient compared with that of the compiled formula")
        SymbolicDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(name = "ComputationNode", description = "One operation")
    public record Node(
            @Schema(description = "Its number, from 0", examples = "2")
            int id,

            @Schema(
                    description =
                            "What it does: `variable`, `constant`, `add`, `multiply`, `divide`, `negate`, `power`, `piecewise`, `sum`, `prod`, the name of a function, or a relation such as `<`",
                    examples = "multiply")
            String operation,

            @Schema(description = "The part of the expression it stands for", examples = "x*y")
            String expression,

            @Schema(description = "The ids of what it reads, in order", examples = "[0, 1]")
            List<Integer> inputs,

            @Schema(
                    description = "Its value; null in a branch that is not taken and has none",
                    nullable = true,
                    examples = "6")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double value,

            @Schema(
                    description =
                            "The derivative of the expression by this node; null for a constant, and where it does not exist",
                    nullable = true,
                    examples = "1")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double adjoint,

            @Schema(
                    description =
                            "The derivatives of this node by its inputs, which the chain rule multiplies by its adjoint; null for constant inputs",
                    examples = "[3, 2]")
            double[] localDerivatives) {}
}
