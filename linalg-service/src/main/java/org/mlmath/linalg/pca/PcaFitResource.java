package org.mlmath.linalg.pca;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/pca/fit")
@Tag(name = "Principal components")
public class PcaFitResource {
    @POST
    @Operation(
            operationId = "fitPca",
            summary = "Principal components of data",
            description =
                    "Centres the columns, scales them when asked to, and finds the orthogonal directions of largest variance."
                            + " `components` is a count, or the share of the variance to keep. The answer is the model that"
                            + " `transform` and `reconstruct` take, as it is.")
    @APIResponse(responseCode = "200", description = "The model, its variances and what it loses")
    public PcaFitResult fit(PcaFitRequest request) {
        PcaSolver solver = request.chosenSolver();
        Long seed = solver == PcaSolver.RANDOMIZED ? Long.valueOf(Work.seed(request.seed())) : null;
        return Pca.fit(request, solver, seed, Work.deadline());
    }
}
