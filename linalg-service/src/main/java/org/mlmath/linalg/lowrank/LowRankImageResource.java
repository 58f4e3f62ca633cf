package org.mlmath.linalg.lowrank;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/low-rank/image")
@Tag(name = "Low rank")
public class LowRankImageResource {
    private static final String PNG = "image/png";

    @POST
    @Consumes(PNG)
    @Produces(PNG)
    @Operation(
            operationId = "approximateImage",
            summary = "A picture of low rank",
            description =
                    "Replaces each colour channel of a PNG by the nearest matrix of a rank, or of the smallest rank that keeps"
                            + " an energy: exactly one of the two is given. Grey, colour, palette, 8 and 16 bits; transparency stays as it"
                            + " is. At most 8,000,000 samples. Errors are those before samples are rounded.")
    @RequestBody(required = true, content = @Content(mediaType = PNG))
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = PNG),
            headers = {
                @Header(
                        name = "Mlmath-Rank",
                        description = "Rank of each colour channel",
                        required = true,
                        schema = @Schema(type = SchemaType.INTEGER, examples = "20")),
                @Header(
                        name = "Mlmath-Energy",
                        description = "Share of the squares of all samples that is kept",
                        required = true,
                        schema = @Schema(type = SchemaType.NUMBER, examples = "0.998")),
                @Header(
                        name = "Mlmath-Relative-Error",
                        description = "Frobenius norm of what is lost, over that of the colour channels",
                        required = true,
                        schema = @Schema(type = SchemaType.NUMBER, examples = "0.045")),
                @Header(
                        name = "Mlmath-Compression-Ratio",
                        description =
                                "Samples over the numbers that make up the approximation, rank·(height + width + 1) a channel",
                        required = true,
                        schema = @Schema(type = SchemaType.NUMBER, examples = "6.4"))
            })
    public Response approximate(
            @Parameter(
                            description = "The rank of each colour channel, at most the smaller side",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", examples = "20"))
                    @QueryParam("rank")
                    String rank,
            @Parameter(
                            description = "The share of the squares of all samples to keep, above 0 and at most 1",
                            schema = @Schema(type = SchemaType.NUMBER, maximum = "1", examples = "0.99"))
                    @QueryParam("energy")
                    String energy,
            LowRankImageRequest request) {
        LowRankImage image = LowRankImage.compress(request.png(), rank, energy, Work.deadline());
        return Response.ok(image.png(), PNG)
                .header("Mlmath-Rank", image.truncation().rank())
                .header("Mlmath-Energy", image.truncation().energy())
                .header("Mlmath-Relative-Error", image.truncation().relativeError())
                .header("Mlmath-Compression-Ratio", image.compressionRatio())
                .build();
    }
}
