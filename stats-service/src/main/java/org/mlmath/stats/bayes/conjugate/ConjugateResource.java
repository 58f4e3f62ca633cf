package org.mlmath.stats.bayes.conjugate;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/stats/bayes")
@Tag(name = "Bayes")
public class ConjugateResource {
    @POST
    @Path("beta-binomial")
    @Operation(
            operationId = "bayesBetaBinomial",
            summary = "What do successes and failures say of a rate?",
            description = "A beta prior and binomial data: the posterior is a beta distribution.")
    @APIResponse(responseCode = "200", description = "Posterior, intervals, predictive distribution, Bayes factor")
    public ConjugateResult betaBinomial(BetaBinomialRequest request) {
        return BetaBinomial.update(request);
    }

    @POST
    @Path("gamma-poisson")
    @Operation(
            operationId = "bayesGammaPoisson",
            summary = "What do counts of events say of their rate?",
            description = "A gamma prior and Poisson data: the posterior is a gamma distribution.")
    @APIResponse(responseCode = "200", description = "Posterior, intervals, predictive distribution, Bayes factor")
    public ConjugateResult gammaPoisson(GammaPoissonRequest request) {
        return GammaPoisson.update(request);
    }

    @POST
    @Path("normal-normal")
    @Operation(
            operationId = "bayesNormalNormal",
            summary = "What do measurements of known precision say of a mean?",
            description =
                    "A normal prior and normal data with known standard deviation: the posterior of the mean is normal.")
    @APIResponse(responseCode = "200", description = "Posterior, intervals, predictive distribution, Bayes factor")
    public ConjugateResult normalNormal(NormalNormalRequest request) {
        return NormalNormal.update(request);
    }

    @POST
    @Path("normal-inverse-gamma")
    @Operation(
            operationId = "bayesNormalInverseGamma",
            summary = "What do measurements say of a mean and a variance?",
            description =
                    "A normal-inverse-gamma prior and normal data: the posterior is of the same family, the mean alone has a t"
                            + " distribution, the variance alone an inverse gamma distribution.")
    @APIResponse(responseCode = "200", description = "Posterior, intervals, predictive distribution, Bayes factor")
    public ConjugateResult normalInverseGamma(NormalInverseGammaRequest request) {
        return NormalUnknownVariance.update(request);
    }

    @POST
    @Path("dirichlet-multinomial")
    @Operation(
            operationId = "bayesDirichletMultinomial",
            summary = "What do counts of categories say of their probabilities?",
            description = "A Dirichlet prior and multinomial data: the posterior is a Dirichlet distribution.")
    @APIResponse(
            responseCode = "200",
            description = "Posterior, intervals of each probability, predictive distribution")
    public DirichletMultinomialResult dirichletMultinomial(DirichletMultinomialRequest request) {
        return DirichletMultinomial.update(request);
    }
}
