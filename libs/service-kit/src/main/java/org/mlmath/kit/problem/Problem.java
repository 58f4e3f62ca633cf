package org.mlmath.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem document as RFC 9457 describes it. */
@Schema(description = "What went wrong and what to change (RFC 9457)")
@JsonPropertyOrder({"type", "title", "status", "detail", "errors", "requestId"})
public record Problem(
        @Schema(
                description = "What kind of problem; the address of a page that explains it",
                examples = "/problems/singular-matrix")
        String type,

        @Schema(description = "The kind of problem in a few words, always the same for one type")
        String title,

        @Schema(description = "The HTTP status", examples = "422")
        int status,

        @Schema(description = "What was found in this request and what would be right")
        String detail,

        @Schema(description = "Each place in the request that is at fault")
        List<FieldError> errors,

        @Schema(description = "The X-Request-Id of this answer, also in the server's log")
        String requestId,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> facts) {

    /** @return the same, found in another request */
    public Problem withRequestId(String id) {
        return new Problem(type, title, status, detail, errors, id, facts);
    }

    @Schema(description = "One place in the request that is at fault")
    public record FieldError(
            @Schema(
                    description = "JSON Pointer (RFC 6901) into the request body; empty for the request as a whole",
                    examples = "/matrix/1/2")
            String pointer,

            @Schema(description = "What was found there and what would be right")
            String detail) {}
}
