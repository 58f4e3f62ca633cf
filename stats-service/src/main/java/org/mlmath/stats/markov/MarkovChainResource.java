package org.mlmath.stats.markov;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats/markov-chains")
@Tag(name = "Markov chains")
public class MarkovChainResource {
    @POST
    @Path("analyze")
    @Operation(
            operationId = "analyzeMarkovChain",
            summary = "What does a Markov chain do in the long run?",
            description =
                    "Classes and periods, all stationary distributions, absorption, hitting times, mixing, and the distribution"
                            + " after any number of steps; by state reduction, so that even tiny probabilities are right")
    @APIResponse(responseCode = "200", description = "The chain's structure and long-run behaviour")
    public ChainAnalysisResult analyze(ChainAnalysisRequest request) {
        return ChainAnalysis.of(request, Work.deadline());
    }

    @POST
    @Path("simulate")
    @Operation(
            operationId = "simulateMarkovChain",
            summary = "Which way does a Markov chain go?",
            description = "A path drawn at random, the same for the same seed")
    @APIResponse(responseCode = "200", description = "The path and how often it was where")
    public ChainSimulationResult simulate(ChainSimulationRequest request) {
        return ChainSimulation.of(request, Work.seed(request.seed()), Work.deadline());
    }

    @POST
    @Path("fit")
    @Operation(
            operationId = "fitMarkovChain",
            summary = "Which Markov chain may a sequence of states come from?",
            description =
                    "Transition probabilities by maximum likelihood, or smoothed by pseudocounts, with their errors")
    @APIResponse(responseCode = "200", description = "The estimated chain")
    public ChainFitResult fit(ChainFitRequest request) {
        return ChainFit.of(request);
    }
}
