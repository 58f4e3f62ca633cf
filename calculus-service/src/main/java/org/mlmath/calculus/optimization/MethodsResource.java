package org.mlmath.calculus.optimization;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/calculus/optimization/methods")
@Tag(name = "Optimization", description = "Minimisers and the runs they make")
public class MethodsResource {
    @GET
    @Operation(
            operationId = "listOptimizationMethods",
            summary = "The methods of minimisation, with formulas and parameters",
            description =
                    "Each method with its update rule under each convention, its parameters and their defaults, and"
                            + " where it was first described; the schedules of the learning rate; the findings of a diagnosis.")
    @APIResponse(responseCode = "200", description = "Methods, schedules and findings")
    public MethodsResult list() {
        return MethodsResult.all();
    }
}
