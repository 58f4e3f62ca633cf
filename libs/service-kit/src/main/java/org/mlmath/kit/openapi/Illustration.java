package org.mlmath.kit.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * A documented example: what is sent and what comes back. The examples of an operation are a JSON list in the class-path
 * resource {@code examples/<operationId>.json}; the contract test sends each of them and compares the answer.
 *
 * @param name kebab-case, unique within the operation
 * @param summary what it shows, in a line
 * @param path with its parameters filled in
 * @param mediaType of the request and of the answer to it, which are then in Base64; absent where they are JSON
 * @param request the body; absent where the operation takes none
 * @param status of the answer
 * @param response the answer
 */
record Illustration(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String summary,
        @JsonProperty(required = true) String method,
        @JsonProperty(required = true) String path,
        String mediaType,
        Object request,
        @JsonProperty(required = true) int status,
        Object response) {

    private static final String BASE64 = "In Base64; the bytes themselves are sent.";

    // Decimals as they are written in the file: through a double they would come out as 1.0E-4.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static List<Illustration> of(String operationId) {
        String resource = "examples/" + operationId + ".json";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return in == null ? List.of() : JSON.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not a list of examples", e);
        }
    }

    /** Shows this example in the request, the answer of its status, and the path's parameters. */
    void addTo(Endpoint endpoint, Components components) {
        var operation = endpoint.operation();
        if (request != null && operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), sent(), request);
        }
        APIResponse answer = operation.getResponses().getAPIResponse(String.valueOf(status));
        if (answer == null) {
            throw new IllegalStateException("Example %s of %s has a status that its operation does not document: %d"
                    .formatted(name, operation.getOperationId(), status));
        }
        if (answer.getRef() != null) {
            answer = ownProblem(components);
            operation.getResponses().addAPIResponse(String.valueOf(status), answer);
        }
        if (response != null) {
            show(answer.getContent(), status < 400 ? sent() : Endpoint.PROBLEM, response);
        }
        fillInPathParameters(endpoint);
    }

    private String sent() {
        return mediaType == null ? Endpoint.JSON : mediaType;
    }

    /** A response with examples of its own cannot be a reference to the shared one; it repeats what that says. */
    private APIResponse ownProblem(Components components) {
        APIResponse shared = components.getResponses().get(Answers.PROBLEMS.get(status));
        APIResponse own = OASFactory.createAPIResponse()
                .description(shared.getDescription())
                .content(Answers.problem());
        Answers.addHeaders(own);
        return own;
    }

    Example example(Object value) {
        return OASFactory.createExample().summary(summary).value(value);
    }

    private void show(Content content, String mediaType, Object value) {
        if (content != null && content.getMediaType(mediaType) != null) {
            Example shown = example(value);
            content.getMediaType(mediaType)
                    .addExample(name, mediaType.equals(this.mediaType) ? shown.description(BASE64) : shown);
        }
    }

    private void fillInPathParameters(Endpoint endpoint) {
        if (!endpoint.hasPathParameter() || endpoint.operation().getParameters() == null) {
            return;
        }
        String[] template = endpoint.path().split("/");
        String[] filled = path.replaceFirst("\\?.*", "").split("/");
        for (Parameter parameter : endpoint.operation().getParameters()) {
            for (int i = 0; i < Math.min(template.length, filled.length); i++) {
                if (template[i].equals("{" + parameter.getName() + "}") && parameter.getExample() == null) {
                    parameter.setExample(filled[i]);
                }
            }
        }
    }
}
