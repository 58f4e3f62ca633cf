package org.mlmath.stats.resampling;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats")
@Tag(name = "Resampling")
public class ResamplingResource {
    @POST
    @Path("bootstrap")
    @Operation(
            operationId = "bootstrap",
            summary = "How far is a statistic to be trusted, by resampling?",
            description =
                    "Standard error, bias and confidence interval (BCa, percentile, basic or studentized) of a statistic of one sample,"
                            + " of two, or of pairs. The same request with the same seed gives the same numbers.")
    @APIResponse(responseCode = "200", description = "Estimate, standard error, bias, interval and the seed")
    public BootstrapResult bootstrap(BootstrapRequest request) {
        return BootstrapEstimate.of(request, Work.deadline());
    }

    @POST
    @Path("permutation-test")
    @Operation(
            operationId = "permutationTest",
            summary = "Would a difference this large turn up if only chance had divided the data?",
            description =
                    "A permutation test of two independent samples or, paired, of the differences or the correlation of pairs. Exact over all"
                            + " arrangements where these are at most 200,000, else over some drawn at random.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, whether it is exact, and what they mean")
    public PermutationResult permutation(PermutationRequest request) {
        return PermutationComparison.of(request, Work.deadline());
    }
}
