package org.mlmath.linalg.transformation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "A transformation made of named steps")
public record TransformationBuildRequest(
        @Schema(
                description = "The steps, the first one applied first",
                examples = "[{\"rotate\": \"pi/2\"}, {\"scale\": [2, 1]}, {\"translate\": [3, 0]}]")
        @NotNull
        @Size(min = 1, max = 100)
        List<@NotNull NamedTransformation> transformations,

        @Schema(
                description = "How many coordinates a point has; what the steps say where they do, else 2",
                examples = "2")
        @Min(1)
        @Max(100)
        Integer dimension,

        @Schema(description = "Show the product after each step", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public TransformationBuildRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return transformations == null
                ? Cost.SMALL
                : new Cost(1e-4 * transformations.size(), 250_000L * transformations.size());
    }
}
