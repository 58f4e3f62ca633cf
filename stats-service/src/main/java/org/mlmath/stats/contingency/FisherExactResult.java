package org.mlmath.stats.contingency;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.hypothesis.TestResult;

@Schema(description = "Whether the rows and columns of a table are independent, given its margins")
public record FisherExactResult(
        @JsonUnwrapped TestResult test,

        @Schema(
                description =
                        "Of a 2×2 table: the conditional maximum likelihood estimate of the odds ratio, which R reports; `estimate` is the sample's own",
                nullable = true)
        Double conditionalEstimate) {}
