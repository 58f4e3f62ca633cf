package org.mlmath.gateway.batch;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The answers to the requests of a batch")
public record BatchResult(
        @Schema(description = "One for each request, in the order of the requests")
        List<Answer> responses) {

    @Schema(name = "BatchAnswer", description = "The answer to one request of a batch")
    @JsonPropertyOrder({"id", "status", "body", "retryAfterSeconds"})
    public record Answer(
            @Schema(
                    description = "The request's id as it was given, or its index",
                    anyOf = {String.class, Long.class},
                    examples = "first")
            Object id,

            @Schema(description = "The HTTP status that the request by itself would have had", examples = "200")
            int status,

            @Schema(
                    description =
                            "The answer, byte for byte; where the status is 400 or more, a problem document with pointers into this request's own body",
                    examples = "{\"value\": -2}")
            Object body,

            @Schema(
                    description = "After how many seconds to send this request again, where that would help",
                    nullable = true,
                    examples = "1")
            Integer retryAfterSeconds) {

        Answer onOneLine() {
            return body instanceof Verbatim json ? new Answer(id, status, json.onOneLine(), retryAfterSeconds) : this;
        }
    }
}
