package org.mlmath.stats.dependence;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;
import org.mlmath.stats.hypothesis.TestResult;

@Path("/v1/stats/tests")
@Tag(name = "Tests")
public class CorrelationTestResource {
    private static final String ANSWER = "Correlation with its interval, statistic, p-value and what they mean";

    @POST
    @Path("pearson-correlation")
    @Operation(
            operationId = "pearsonCorrelationTest",
            summary = "Are two variables linearly correlated?",
            description =
                    "Pearson's r with Fisher's interval, and its t test. Against a null value other than 0 the statistic is Fisher's z.")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult pearson(PearsonCorrelationRequest request) {
        return PearsonTest.of(request);
    }

    @POST
    @Path("spearman-correlation")
    @Operation(
            operationId = "spearmanCorrelationTest",
            summary = "Does one variable rise or fall with another?",
            description = "Spearman's rank correlation, tested exactly (also with ties) or by the t approximation")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult spearman(SpearmanCorrelationRequest request) {
        return SpearmanTest.of(request, Work.deadline());
    }

    @POST
    @Path("kendall-correlation")
    @Operation(
            operationId = "kendallCorrelationTest",
            summary = "Are pairs of observations ordered alike by two variables?",
            description = "Kendall's tau-b or tau-c, tested exactly (also with ties) or by the normal approximation")
    @APIResponse(responseCode = "200", description = ANSWER)
    public TestResult kendall(KendallCorrelationRequest request) {
        return KendallTest.of(request, Work.deadline());
    }
}
