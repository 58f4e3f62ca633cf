package org.mlmath.stats.experiment;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats")
@Tag(name = "Tests")
public class AbTestResource {
    @POST
    @Path("ab-test")
    @Operation(
            operationId = "abTest",
            summary = "Is B better than A, by how much, and is it certain enough?",
            description =
                    "Everything a product team asks of an experiment in one answer: the test and the interval of the lift B - A, the posterior probability that B beats A with the expected losses, the sample size required, whether the traffic was split as planned, and a sentence.")
    @APIResponse(responseCode = "200", description = "Test, lift, Bayesian reading, sample size and what they mean")
    public AbTestResult test(AbTestRequest request) {
        return AbTest.test(request, Work.deadline());
    }
}
