package org.mlmath.gateway.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of a batch, for the document. It is never made: {@link Envelope} finds the requests, and leaves what is in them as it is. */
@Schema(description = "Requests to be sent in one call")
record BatchRequest(
        @Schema(
                description = "At most 1,000, in any order; all of them are begun in this one",
                required = true,
                examples =
                        "[{\"path\": \"/v1/linalg/matrices/determinant\", \"body\": {\"matrix\": [[1, 2], [3, 4]]}}, {\"method\": \"GET\", \"path\": \"/v1/limits\"}]")
        List<Entry> requests) {

    @Schema(name = "BatchEntry", description = "One request of a batch")
    record Entry(
            @Schema(
                    description =
                            "By which its answer is known: text or an integer, another one for each; the request's index, from 0, by default",
                    anyOf = {String.class, Long.class},
                    examples = "first")
            Object id,

            @Schema(description = "How it is sent", defaultValue = "POST")
            Method method,

            @Schema(
                    description = "The path of an operation, with its query; not that of a batch",
                    required = true,
                    examples = "/v1/linalg/matrices/determinant")
            String path,

            @Schema(
                    description = "What is sent to it: JSON, passed on byte for byte",
                    examples = "{\"matrix\": [[1, 2], [3, 4]]}")
            Object body) {}

    @Schema(name = "BatchMethod", description = "The methods that operations answer")
    enum Method {
        @JsonProperty("GET")
        GET,
        @JsonProperty("POST")
        POST
    }
}
