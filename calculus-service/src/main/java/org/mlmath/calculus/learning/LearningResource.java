package org.mlmath.calculus.learning;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/learning")
@Tag(name = "Learning", description = "Models that learn from data")
public class LearningResource {
    @POST
    @Path("linear-regression")
    @Operation(
            operationId = "learnLinearRegression",
            summary = "Learn a linear model by gradient descent, by solving, or by coordinate descent",
            description =
                    "Any optimiser on the squared error, beside the closed forms by normal equations and QR; ridge, lasso and elastic"
                            + " net by `regularization`. For standard errors and tests see `/v1/stats/regression/ols`.")
    @APIResponse(responseCode = "200", description = "The weights, how they were reached, and how the model does")
    public LinearLearningResult linear(LinearLearningRequest request) {
        return LinearLearning.of(request, Work::seed, Work.deadline());
    }

    @POST
    @Path("logistic-regression")
    @Operation(
            operationId = "learnLogisticRegression",
            summary = "Learn a logistic or softmax model by gradient descent or Newton's method",
            description =
                    "Two classes have one vector of weights, more have one each (softmax). Separated data, for which the loss has no"
                            + " minimum without a penalty, are recognised. For standard errors and tests see `/v1/stats/regression/logistic`.")
    @APIResponse(responseCode = "200", description = "The weights, how they were reached, and how the model does")
    public LogisticLearningResult logistic(LogisticLearningRequest request) {
        return LogisticLearning.of(request, Work::seed, Work.deadline());
    }

    @POST
    @Path("k-means")
    @Operation(
            operationId = "learnKMeans",
            summary = "Part observations into k clusters",
            description =
                    "Lloyd's iteration from the best of several starts, with every round's centroids and assignments for drawing. A"
                            + " centroid that loses all its observations moves to the one farthest from its own.")
    @APIResponse(responseCode = "200", description = "The clusters and the rounds that led to them")
    public KMeansResult kMeans(KMeansRequest request) {
        return KMeansClusters.of(request, Work::seed, Work.deadline());
    }
}
