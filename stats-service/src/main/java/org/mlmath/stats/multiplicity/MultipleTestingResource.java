package org.mlmath.stats.multiplicity;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/stats")
@Tag(name = "Tests")
public class MultipleTestingResource {
    @POST
    @Path("multiple-testing")
    @Operation(
            operationId = "multipleTesting",
            summary = "Which of several tests reject, judged together?",
            description =
                    "Adjusted p-values by Bonferroni, Holm or Hochberg, which hold the probability of any false rejection to alpha, or by Benjamini and Hochberg or Yekutieli, which hold the share of false ones among the rejections to it.")
    @APIResponse(responseCode = "200", description = "Adjusted p-values and what they reject")
    public MultipleTestingResult adjust(MultipleTestingRequest request) {
        return MultipleTesting.adjust(request);
    }
}
