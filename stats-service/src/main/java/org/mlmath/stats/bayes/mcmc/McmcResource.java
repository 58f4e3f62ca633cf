package org.mlmath.stats.bayes.mcmc;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats/bayes/mcmc")
@Tag(name = "Bayes")
public class McmcResource {
    @POST
    @Operation(
            operationId = "bayesMcmc",
            summary = "Draw from a distribution given by its log density",
            description =
                    "Markov chain Monte Carlo: NUTS with dual averaging and an adapted mass matrix, Hamiltonian Monte Carlo, or random-walk"
                            + " Metropolis, several chains in parallel, with rank-normalized R̂, effective sample sizes and a verdict. Bounded"
                            + " variables are transformed, with the Jacobian. The same seed gives the same draws.")
    @APIResponse(
            responseCode = "200",
            description = "Summary of the draws, how the chains went, and whether to believe it")
    public McmcResult sample(McmcRequest request) {
        return PosteriorSampling.of(request, Work.seed(request.seed()), Work.deadline());
    }
}
