package org.mlmath.linalg.property;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/matrices/properties")
@Tag(name = "Matrices")
public class PropertiesResource {
    @POST
    @Operation(
            operationId = "describeMatrix",
            summary = "The properties of a matrix at one view",
            description =
                    "Rank, determinant, symmetry, definiteness, diagonalizability, condition and more. Up to order 64 rank, definiteness"
                            + " and diagonalizability are those of the decimals as given, decided without rounding.")
    @APIResponse(responseCode = "200", description = "What the matrix is")
    public PropertiesResult describe(PropertiesRequest request) {
        return MatrixProperties.of(request.matrix(), request.explain(), Work.deadline());
    }
}
