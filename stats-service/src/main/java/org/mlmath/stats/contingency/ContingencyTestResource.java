package org.mlmath.stats.contingency;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;
import org.mlmath.stats.hypothesis.TestResult;

@Path("/v1/stats/tests")
@Tag(name = "Tests")
public class ContingencyTestResource {
    @POST
    @Path("chi-square-goodness-of-fit")
    @Operation(
            operationId = "chiSquareGoodnessOfFit",
            summary = "Do counts follow a given distribution?",
            description =
                    "Pearson's chi-square test of the counts of categories against expected probabilities or counts.")
    @APIResponse(
            responseCode = "200",
            description = "Statistic, p-value, expected counts, effect size and what they mean")
    public GoodnessOfFitResult goodnessOfFit(GoodnessOfFitRequest request) {
        return ChiSquareTest.goodnessOfFit(request);
    }

    @POST
    @Path("chi-square-independence")
    @Operation(
            operationId = "chiSquareIndependence",
            summary = "Are the rows and columns of a table independent?",
            description =
                    "Pearson's chi-square test of a table of counts, by default with Yates' correction where it is 2×2, and Cramér's V with its interval.")
    @APIResponse(
            responseCode = "200",
            description = "Statistic, p-value, expected counts, residuals, effect size and what they mean")
    public IndependenceTestResult independence(IndependenceTestRequest request) {
        return ChiSquareTest.independence(request);
    }

    @POST
    @Path("fisher-exact")
    @Operation(
            operationId = "fisherExactTest",
            summary = "Are the rows and columns of a table independent, exactly?",
            description =
                    "Fisher's exact test. Of a 2×2 table it gives the odds ratio of the sample, its conditional maximum likelihood estimate and the exact interval. Larger tables are tested two-sided.")
    @APIResponse(responseCode = "200", description = "p-value, odds ratios, interval and what they mean")
    public FisherExactResult fisherExact(FisherExactRequest request) {
        return FisherExactTest.test(request, Work.deadline());
    }

    @POST
    @Path("mcnemar")
    @Operation(
            operationId = "mcnemarTest",
            summary = "Did paired outcomes change in one direction more than in the other?",
            description =
                    "McNemar's test of a 2×2 table of pairs, exact for fewer than 25 discordant ones unless `method` says otherwise, and Bowker's test of the symmetry of a larger table.")
    @APIResponse(responseCode = "200", description = "Statistic, p-value, odds ratio, interval and what they mean")
    public TestResult mcnemar(McNemarRequest request) {
        return McNemarTest.test(request);
    }
}
