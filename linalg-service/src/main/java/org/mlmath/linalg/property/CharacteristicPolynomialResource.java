package org.mlmath.linalg.property;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/matrices/characteristic-polynomial")
@Tag(name = "Matrices")
public class CharacteristicPolynomialResource {
    @POST
    @Operation(
            operationId = "characteristicPolynomial",
            summary = "The characteristic polynomial of a matrix",
            description = "det(x·I − A), whose roots are the eigenvalues. Up to order 64 computed without rounding.")
    @APIResponse(responseCode = "200", description = "The coefficients, highest power first")
    public CharacteristicPolynomialResult compute(CharacteristicPolynomialRequest request) {
        return Characteristic.polynomial(request.matrix(), request.arithmetic(), request.explain(), Work.deadline());
    }
}
