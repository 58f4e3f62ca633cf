package org.mlmath.stats.markov;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How soon a chain forgets where it began")
public record ChainMixing(
        @Schema(
                description =
                        "Second largest modulus of an eigenvalue: the distance falls by it each step, in the long run")
        double secondEigenvalueModulus,

        @Schema(description = "1 - secondEigenvalueModulus") double spectralGap,

        @Schema(description = "1 / spectralGap") double relaxationTime,

        @Schema(
                description =
                        "Fewest steps after which, wherever it began, total variation distance to the stationary distribution"
                                + " is at most 1/4; null beyond 2^52",
                nullable = true)
        Long mixingTime) {}
