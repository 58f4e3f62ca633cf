package org.mlmath.stats.bayes.comparison;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats/bayes/ab-test")
@Tag(name = "Bayes")
public class BayesAbTestResource {
    @POST
    @Operation(
            operationId = "bayesAbTest",
            summary = "How probable is it that B is better than A, and what does choosing wrongly cost?",
            description =
                    "Rates by beta posteriors, means of measurements by t posteriors, each arm for itself. Probabilities, expected"
                            + " losses and intervals are computed by quadrature, not by simulation, for any number of trials.")
    @APIResponse(
            responseCode = "200",
            description = "Probability, expected losses, uplift with its interval, and the decision")
    public BayesAbTestResult compare(BayesAbTestRequest request) {
        return ArmComparison.compare(request, Work.deadline());
    }
}
