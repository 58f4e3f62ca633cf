package org.mlmath.calculus.series;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/calculus/series")
@Tag(name = "Limits and series")
public class SeriesResource {
    @POST
    @Operation(
            operationId = "sumSeries",
            summary = "A finite sum, or an infinite series with its convergence",
            description =
                    "Finite sums of rational terms are exact. Of a series, a test decides whether it converges (or says that none "
                            + "does: `converges: null`), and an accelerated sum gives the value to full precision, with a formula where there is one.")
    @APIResponse(responseCode = "200", description = "The sum; that a series diverges is an answer")
    public SeriesResult sum(SeriesRequest request) {
        return SeriesSum.of(
                request.term(),
                request.variable(),
                request.from(),
                request.to(),
                request.partialSums(),
                Boolean.TRUE.equals(request.explain()),
                Work.deadline());
    }
}
