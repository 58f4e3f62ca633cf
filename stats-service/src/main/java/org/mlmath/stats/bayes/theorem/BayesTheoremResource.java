package org.mlmath.stats.bayes.theorem;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/stats/bayes")
@Tag(name = "Bayes")
public class BayesTheoremResource {
    @POST
    @Path("theorem")
    @Operation(
            operationId = "bayesTheorem",
            summary = "How probable are hypotheses after the evidence?",
            description =
                    "Bayes' theorem on a table: posterior = prior × likelihood / evidence, for one piece of evidence or for several"
                            + " that are independent given the hypothesis.")
    @APIResponse(responseCode = "200", description = "Posteriors, the evidence, and the table")
    public BayesTheoremResult theorem(BayesTheoremRequest request) {
        return BayesTheorem.update(request);
    }

    @POST
    @Path("diagnostic-test")
    @Operation(
            operationId = "diagnosticTest",
            summary = "What does the result of a diagnostic test mean?",
            description =
                    "Predictive values from prevalence, sensitivity and specificity, with likelihood ratios and natural frequencies.")
    @APIResponse(responseCode = "200", description = "Predictive values, likelihood ratios, natural frequencies")
    public DiagnosticTestResult diagnostic(DiagnosticTestRequest request) {
        return DiagnosticTest.of(request);
    }
}
