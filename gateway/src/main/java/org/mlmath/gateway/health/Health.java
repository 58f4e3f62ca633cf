package org.mlmath.gateway.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whether mlmath can do its work")
@JsonPropertyOrder({"status", "version", "services"})
public record Health(
        @Schema(description = "`up` when every service answers, `degraded` when one does not", examples = "up")
        Status status,

        @Schema(description = "The version that answers", examples = "1.0")
        String version,

        @Schema(description = "Each service by name", examples = "{\"linalg\": \"up\"}")
        Map<String, Status> services) {

    @Schema(name = "HealthStatus")
    public enum Status {
        @JsonProperty("up")
        UP,
        @JsonProperty("degraded")
        DEGRADED,
        @JsonProperty("down")
        DOWN
    }
}
