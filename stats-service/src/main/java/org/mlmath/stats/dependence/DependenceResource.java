package org.mlmath.stats.dependence;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats")
@Tag(name = "Description")
public class DependenceResource {
    @POST
    @Path("covariance")
    @Operation(
            operationId = "covariance",
            summary = "How do variables vary together?",
            description =
                    "The covariance matrix of columns, or the covariance of x and y; with shrinkage for many variables and"
                            + " few observations")
    @APIResponse(responseCode = "200", description = "The matrix in the order of `names`")
    public CovarianceResult covariance(CovarianceRequest request) {
        return Covariances.of(request, Work.deadline());
    }

    @POST
    @Path("correlation")
    @Operation(
            operationId = "correlation",
            summary = "How closely do variables go together?",
            description =
                    "Pearson's, Spearman's or Kendall's coefficient of every two columns, with confidence intervals")
    @APIResponse(responseCode = "200", description = "The matrix in the order of `names`")
    public CorrelationResult correlation(CorrelationRequest request) {
        return Correlations.of(request, Work.deadline());
    }
}
