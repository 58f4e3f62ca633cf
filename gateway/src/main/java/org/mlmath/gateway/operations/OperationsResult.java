package org.mlmath.gateway.operations;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Operations, by path")
public record OperationsResult(
        @Schema(description = "How many they are", examples = "220")
        int count,

        @Schema(description = "Each of them") List<ListedOperation> operations) {}
