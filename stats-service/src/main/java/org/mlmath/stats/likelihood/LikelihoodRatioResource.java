package org.mlmath.stats.likelihood;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.stats.hypothesis.TestResult;

@Path("/v1/stats/tests")
@Tag(name = "Tests")
public class LikelihoodRatioResource {
    @POST
    @Path("likelihood-ratio")
    @Operation(
            operationId = "likelihoodRatioTest",
            summary = "Does a larger model fit better than chance would have it?",
            description =
                    "Wilks' test: twice the difference of the maximised log-likelihoods of nested models against a chi-square distribution; of a table of counts the G test of independence.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value and what they mean")
    public TestResult test(LikelihoodRatioRequest request) {
        return LikelihoodRatioTest.test(request);
    }
}
