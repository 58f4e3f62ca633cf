package org.mlmath.calculus.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The proof that a program has no optimum")
public record ProgramCertificate(
        @Schema(
                description =
                        "contradiction: the constraints, each times its multiplier, add up to 0 ≤ -violation (Farkas). ray: the program stays feasible along it, and its value falls without end (rises, where it is maximised)")
        CertificateKind kind,

        @Schema(description = "The multipliers of a contradiction", nullable = true)
        ProgramMultipliers multipliers,

        @Schema(description = "What the constraints contradict each other by", nullable = true, examples = "2")
        Double violation,

        @Schema(description = "A feasible point where the ray begins", nullable = true, examples = "[0, 0]")
        double[] from,

        @Schema(description = "The direction of the ray", nullable = true, examples = "[1, 1]")
        double[] direction,

        @Schema(description = "By how much the value changes along the direction", nullable = true, examples = "-2")
        Double slope) {

    public enum CertificateKind {
        @JsonProperty("contradiction")
        CONTRADICTION,
        @JsonProperty("ray")
        RAY
    }
}
