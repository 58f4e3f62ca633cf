package org.mlmath.gateway.operations;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One operation in brief; `/openapi` describes it")
public record ListedOperation(
        @Schema(description = "Its name in the API document", examples = "decomposeSvd")
        String operationId,

        @Schema(description = "How it is called", examples = "POST")
        String method,

        @Schema(description = "Where, with its parameters in braces", examples = "/v1/linalg/decompositions/svd")
        String path,

        @Schema(description = "Who answers: `linalg`, `calculus`, `stats` or the `gateway` itself", examples = "linalg")
        String service,

        @Schema(description = "The group of operations that it stands in", examples = "Decompositions")
        String tag,

        @Schema(description = "What it does, in a line", examples = "A = UΣVᵀ")
        String summary,

        @Schema(
                description = "Whether the request may stand in the query string of a GET, as `?request=`",
                examples = "true")
        boolean getForm,

        @Schema(description = "Whether `\"explain\": true` adds `steps`", examples = "true")
        boolean explains,

        @Schema(description = "Whether it tells how it goes on, as `application/x-ndjson`", examples = "false")
        boolean streams,

        @Schema(
                description = "The media types of its request, none where it takes none",
                examples = "[\"application/json\", \"application/x-npz\", \"application/x-npy\", \"text/csv\"]")
        List<String> takes,

        @Schema(
                description = "The media types of its answer",
                examples = "[\"application/json\", \"application/x-npz\", \"application/x-npy\"]")
        List<String> gives,

        @Schema(
                description = "What it is estimated to take before it is let in; nothing for what only looks up",
                nullable = true)
        OperationCost cost) {}
