package org.mlmath.stats.regression;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats/bayes/linear-regression")
@Tag(name = "Bayes")
public class BayesLinearRegressionResource {
    @POST
    @Operation(
            operationId = "bayesLinearRegression",
            summary = "Update what is believed of a linear model",
            description =
                    "A normal prior of the coefficients and an inverse-gamma one of the noise's variance become a posterior of the same"
                            + " kind, with credible and predictive intervals and the evidence. Without a prior the answer is the classical t"
                            + " inference; the posterior can be given back as the next prior.")
    @APIResponse(responseCode = "200", description = "The posterior, by coefficient and at points")
    public BayesLinearRegressionResult linear(BayesLinearRegressionRequest request) {
        return BayesLinearRegression.of(request, Work.deadline());
    }
}
