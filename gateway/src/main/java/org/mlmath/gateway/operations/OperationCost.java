package org.mlmath.gateway.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "The cost model of an operation, as it estimates the documented examples, with OpenBLAS, and how that grows."
                        + " What an answer has really taken its `Mlmath-Cost` says")
public record OperationCost(
        @Schema(description = "The estimate for each documented example that is answered")
        List<Estimate> examples,

        @Schema(
                description =
                        "How the seconds grow with the sizes of the first example, one at a time: as their product to these powers,"
                                + " empty where they do not")
        List<Growth> growth) {

    @Schema(name = "CostEstimate", description = "What one request is estimated to take")
    public record Estimate(
            @Schema(description = "The example's name in the API document", examples = "tall")
            String example,

            @Schema(description = "Where it runs") Lane lane,

            @Schema(description = "Seconds on one core, within a factor of about three", examples = "0.00001")
            double seconds,

            @Schema(description = "Bytes of memory beside the request itself", examples = "4096")
            long bytes) {}

    @Schema(name = "CostGrowth", description = "How the estimate grows with one thing")
    public record Growth(
            @Schema(
                    description =
                            "What is made larger: `arrays`, all lengths of all arrays of the request at once, or the integer at this pointer",
                    examples = "arrays")
            String with,

            @Schema(description = "The seconds grow as its power, measured between two large sizes", examples = "3")
            double power) {}

    @Schema(
            name = "CostLane",
            description = "`small` runs at once, `large` in a queue of its own that small work never waits for")
    public enum Lane {
        @JsonProperty("small")
        SMALL,
        @JsonProperty("large")
        LARGE
    }
}
