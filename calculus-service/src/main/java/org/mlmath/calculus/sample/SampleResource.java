package org.mlmath.calculus.sample;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/expressions/sample")
@Tag(name = "Expressions")
public class SampleResource {
    @POST
    @Operation(
            operationId = "sampleExpression",
            summary = "Values over a grid, for pictures",
            description =
                    "For curves, surfaces and contours: axes and values in plain arrays, up to a million points, also as npy. With `adaptive` a "
                            + "curve has more points where it bends and is broken where it has a pole or jumps.")
    @APIResponse(responseCode = "200", description = "The axes, and the values at their crossings")
    public SampleResult sample(SampleRequest request) {
        SampleResult result = Sampling.of(
                request.expression(),
                request.variables(),
                request.ranges(),
                request.counts(),
                request.spacing(),
                request.adaptive(),
                Work.deadline());
        if (Boolean.TRUE.equals(request.explain())) {
            result.warnings().add(Warning.noSteps());
        }
        return result;
    }
}
