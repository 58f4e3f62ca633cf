package org.mlmath.test.sample;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.numerics.InsufficientDataException;

@Path("/v1/sample/mean")
@Tag(name = "Sample")
public class MeanResource {
    @POST
    @Operation(operationId = "mean", summary = "The mean of numbers", description = "Arithmetic, or geometric.")
    @APIResponse(responseCode = "200", description = "The mean")
    public MeanResult mean(MeanRequest request) {
        int left = request.trimming() == null ? 0 : request.trimming().smallest();
        List<Double> data = request.data().stream().sorted().skip(left).toList();
        if (data.isEmpty()) {
            throw new InsufficientDataException("A mean needs a number.").at("/data");
        }
        double value = request.kind() == MeanRequest.Kind.GEOMETRIC
                ? Math.exp(data.stream().mapToDouble(Math::log).average().orElseThrow())
                : data.stream().mapToDouble(x -> x).average().orElseThrow();
        return new MeanResult(value, Boolean.TRUE.equals(request.count()) ? data.size() : null, List.of());
    }
}
