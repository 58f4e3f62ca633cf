package org.mlmath.stats.information;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats/information")
@Tag(name = "Information")
public class InformationResource {
    @POST
    @Path("entropy")
    @Operation(
            operationId = "entropy",
            summary = "How uncertain is a random variable?",
            description =
                    "Shannon's entropy of probabilities, counts or observations, or of a distribution by name; differential of continuous ones")
    @APIResponse(responseCode = "200", description = "The entropy and what each outcome adds")
    public EntropyResult entropy(EntropyRequest request) {
        return Entropies.of(request, Work.deadline());
    }

    @POST
    @Path("cross-entropy")
    @Operation(
            operationId = "crossEntropy",
            summary = "What does it cost to expect q where p happens?",
            description = "H(p, q) of lists over the same outcomes or of distributions by name")
    @APIResponse(responseCode = "200", description = "The cross-entropy and what it is made of")
    public CrossEntropyResult crossEntropy(ComparisonRequest request) {
        return Comparison.of(request, Work.deadline()).crossEntropy(request);
    }

    @POST
    @Path("kl-divergence")
    @Operation(
            operationId = "klDivergence",
            summary = "How much more does it cost to expect q where p happens?",
            description =
                    "Kullback and Leibler's divergence D(p‖q) of lists over the same outcomes or of distributions by name")
    @APIResponse(responseCode = "200", description = "The divergence")
    public DivergenceResult klDivergence(ComparisonRequest request) {
        return Comparison.of(request, Work.deadline()).kullbackLeibler(request);
    }

    @POST
    @Path("js-divergence")
    @Operation(
            operationId = "jsDivergence",
            summary = "How unlike are two distributions?",
            description =
                    "Jensen and Shannon's divergence, symmetric and finite, with the distance that is its square root")
    @APIResponse(responseCode = "200", description = "The divergence and the distance")
    public DivergenceResult jsDivergence(ComparisonRequest request) {
        return Comparison.of(request, Work.deadline()).jensenShannon(request);
    }

    @POST
    @Path("mutual-information")
    @Operation(
            operationId = "mutualInformation",
            summary = "What does one variable tell of another?",
            description =
                    "From a table of probabilities or counts, or from observations, discrete or (by nearest neighbours) continuous")
    @APIResponse(responseCode = "200", description = "The mutual information")
    public MutualInformationResult mutualInformation(MutualInformationRequest request) {
        return MutualInformation.of(request, Work.deadline());
    }
}
