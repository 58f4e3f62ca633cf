package org.mlmath.stats.regression;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats/regression")
@Tag(name = "Regression")
public class RegressionResource {
    @POST
    @Path("ols")
    @Operation(
            operationId = "regressionOls",
            summary = "Fit a linear model by least squares",
            description =
                    "Estimates with standard errors (classical or robust), tests, intervals, analysis of variance, checks of the"
                            + " residuals, influence of each observation, and predictions with both their intervals. A column that depends on"
                            + " those before it is aliased: it has no estimate, and a warning says so.")
    @APIResponse(responseCode = "200", description = "The model and what is known about it")
    public OlsResult ols(OlsRequest request) {
        return LeastSquaresRegression.linear(request, Work.deadline());
    }

    @POST
    @Path("polynomial")
    @Operation(
            operationId = "regressionPolynomial",
            summary = "Fit a polynomial in one feature by least squares",
            description =
                    "The same as `ols` for the powers of one feature, which are kept in twice the working precision: high degrees"
                            + " keep their digits without centring.")
    @APIResponse(responseCode = "200", description = "The model and what is known about it")
    public OlsResult polynomial(PolynomialRequest request) {
        return LeastSquaresRegression.polynomial(request, Work.deadline());
    }

    @POST
    @Path("logistic")
    @Operation(
            operationId = "regressionLogistic",
            summary = "Fit the probability of a 1 by maximum likelihood",
            description =
                    "Estimates with Wald or likelihood-ratio inference, odds ratios, deviances and predictions. Separated data, for"
                            + " which no maximum exists, answer `converged: false` with the warning `separation`.")
    @APIResponse(responseCode = "200", description = "The model and what is known about it")
    public LogisticRegressionResult logistic(LogisticRegressionRequest request) {
        return LogisticRegression.of(request, Work.deadline());
    }

    @POST
    @Path("ridge")
    @Operation(
            operationId = "regressionRidge",
            summary = "Fit a linear model with a penalty on its coefficients",
            description =
                    "Ridge regression with the effective degrees of freedom, generalised and leave-one-out cross-validation, and"
                            + " standard errors of the penalised estimates. alpha = 0 is ordinary least squares.")
    @APIResponse(responseCode = "200", description = "The model and what is known about it")
    public RidgeRegressionResult ridge(RidgeRegressionRequest request) {
        return RidgeRegression.of(request, Work.deadline());
    }
}
