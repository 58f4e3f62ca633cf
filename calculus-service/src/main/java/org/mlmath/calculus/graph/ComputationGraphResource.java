package org.mlmath.calculus.graph;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/computation-graph")
@Tag(name = "Derivatives")
public class ComputationGraphResource {
    @POST
    @Operation(
            operationId = "computationGraph",
            summary = "The computation graph of an expression, forward and backward",
            description =
                    "Every operation with its inputs, its value, the derivatives by its inputs, and the adjoint that reverse-mode "
                            + "differentiation (backpropagation) gives it: the chain rule made visible.")
    @APIResponse(responseCode = "200", description = "The nodes in forward order")
    public ComputationGraphResult graph(ComputationGraphRequest request) {
        return ComputationGraph.of(
                request.expression(),
                request.variables(),
                request.at(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
