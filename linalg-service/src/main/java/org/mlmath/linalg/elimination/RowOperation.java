package org.mlmath.linalg.elimination;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An elementary row operation")
public record RowOperation(
        @Schema(
                description =
                        "`swap`: exchange row and with; `scale`: multiply row by factor; `add-multiple`: add factor times the row with to"
                                + " row")
        @NotNull
        RowOperationKind kind,

        @Schema(description = "The row that changes, from 0", examples = "1") @NotNull
        Integer row,

        @Schema(description = "The other row, from 0; not for `scale`", examples = "0", nullable = true)
        Integer with,

        @Schema(
                description =
                        "What to multiply by, not 0 for `scale`; a fraction as text with exact arithmetic; not for `swap`",
                nullable = true)
        RowFactor factor) {}
