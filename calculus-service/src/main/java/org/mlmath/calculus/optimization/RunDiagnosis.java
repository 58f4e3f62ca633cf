package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a good teacher would say about a run")
public record RunDiagnosis(
        @Schema(description = "The most important finding, in a sentence")
        String summary,

        @Schema(description = "All findings, the most important first")
        List<RunFinding> findings) {

    @Schema(description = "One thing to be said about a run")
    public record RunFinding(
            @Schema(description = "What was found") FindingCode code,

            @Schema(description = "How bad it is") Severity severity,

            @Schema(description = "The iterate it is about; missing where it is the run as a whole", nullable = true)
            Long iteration,

            @Schema(description = "The numbers behind it, by name", examples = "{\"gradientNorm\": 1e-9}")
            Map<String, Double> evidence,

            @Schema(description = "The finding in words") String message) {}

    public enum Severity {
        @JsonProperty("info")
        INFO,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("error")
        ERROR
    }

    public enum FindingCode {
        @JsonProperty("converged")
        CONVERGED("The gradient is small, or a criterion was met."),
        @JsonProperty("still-descending")
        STILL_DESCENDING("The value still falls: more iterations will improve it."),
        @JsonProperty("oscillating")
        OSCILLATING("Steps overshoot: the gradient turns round, or the value rises, again and again."),
        @JsonProperty("diverged")
        DIVERGED("The iterates run away; evidence holds the largest stable rate."),
        @JsonProperty("left-domain")
        LEFT_DOMAIN("A step led where the objective is undefined."),
        @JsonProperty("plateau-or-saddle")
        PLATEAU_OR_SADDLE("The gradient is small where the Hessian is not that of a minimum."),
        @JsonProperty("ill-conditioned")
        ILL_CONDITIONED("The Hessian's eigenvalues differ so much that first-order methods are slow."),
        @JsonProperty("rate-too-small")
        RATE_TOO_SMALL("A larger learning rate would get there in fewer steps."),
        @JsonProperty("singular-hessian")
        SINGULAR_HESSIAN("The Hessian is singular, so that Newton's step does not exist."),
        @JsonProperty("no-descent")
        NO_DESCENT("A line search found no lower point, though the gradient is not small: a kink, or rounding.");

        private final String meaning;

        FindingCode(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }
    }
}
