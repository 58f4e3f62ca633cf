package org.mlmath.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fails the test when an answer is not one that the document describes, or a request that succeeded is not one it allows. */
public final class ContractFilter implements Filter {
    private final ApiDocument document;

    public ContractFilter(ApiDocument document) {
        this.document = document;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getRawPath();
        List<String> findings = document.operation(request.getMethod(), path)
                .map(operation -> findings(operation, request, response))
                .orElseGet(() -> undocumented(path, response));
        if (!findings.isEmpty()) {
            throw new AssertionError("%s %s breaks the API document:%n- %s%nStatus %d, %s:%n%s"
                    .formatted(
                            request.getMethod(),
                            path,
                            String.join("\n- ", findings),
                            response.statusCode(),
                            response.contentType(),
                            excerpt(response.asString())));
        }
        return response;
    }

    private List<String> undocumented(String path, Response response) {
        if (mediaType(response).equals(ApiOperation.PROBLEM)) {
            return problem(response);
        }
        return response.statusCode() < 300 && isOurs(path) ? List.of("the path is not documented") : List.of();
    }

    /** A gateway passes on what others document: only what begins like one of our operations is ours to document. */
    private boolean isOurs(String path) {
        String[] segments = path.split("/", 4);
        if (segments.length < 4) {
            return false; // a page for people
        }
        String prefix = "/%s/%s/".formatted(segments[1], segments[2]);
        return document.operations().stream()
                .anyMatch(operation -> operation.path().startsWith(prefix));
    }

    private List<String> findings(ApiOperation operation, FilterableRequestSpecification request, Response response) {
        Optional<JsonNode> documented = operation.response(response.statusCode());
        if (documented.isEmpty()) {
            return List.of("its status is not documented");
        }
        List<String> findings = new ArrayList<>();
        for (var header : documented.get().path("headers").properties()) {
            boolean required =
                    document.resolve(header.getValue()).path("required").asBoolean();
            if (required && response.header(header.getKey()) == null) {
                findings.add("it lacks the header " + header.getKey());
            }
        }
        JsonNode content = documented.get().path("content");
        String mediaType = mediaType(response);
        if (!content.has(mediaType)) {
            if (!content.isEmpty()) {
                findings.add("its media type is not documented: " + mediaType);
            }
            return findings;
        }
        JsonNode schema = content.path(mediaType).path("schema");
        if (mediaType.endsWith("json") && schema.isObject()) {
            findings.addAll(document.violations(schema, Json.parse(response.asString())));
        }
        if (mediaType.equals(ApiOperation.PROBLEM)) {
            findings.addAll(problem(response));
        }
        if (response.statusCode() < 300) {
            findings.addAll(requestFindings(operation, request));
        }
        return findings;
    }

    private List<String> problem(Response response) {
        JsonNode problem = Json.parse(response.asString());
        List<String> findings = new ArrayList<>();
        JsonNode schema = document.root().at("/components/schemas/Problem");
        if (schema.isObject()) {
            findings.addAll(document.violations(schema, problem));
        }
        if (problem.path("status").asInt() != response.statusCode()) {
            findings.add("the problem's status is not the response's");
        }
        if (!problem.path("requestId").asText().equals(response.header("X-Request-Id"))) {
            findings.add("the problem's requestId is not the response's X-Request-Id");
        }
        return findings;
    }

    private List<String> requestFindings(ApiOperation operation, FilterableRequestSpecification request) {
        Optional<JsonNode> schema = operation.requestSchema();
        Optional<String> sent = sent(operation, request);
        if (schema.isEmpty() || sent.isEmpty()) {
            return List.of();
        }
        return document.violations(schema.get(), Json.parse(sent.get())).stream()
                .map(finding -> "the request succeeds and is not as documented: " + finding)
                .toList();
    }

    private static Optional<String> sent(ApiOperation operation, FilterableRequestSpecification request) {
        if (operation.method().equals("get")) {
            String query = URI.create(request.getURI()).getRawQuery();
            return Stream.of(query == null ? new String[0] : query.split("&"))
                    .filter(parameter -> parameter.startsWith("request="))
                    .map(parameter ->
                            URLDecoder.decode(parameter.substring("request=".length()), StandardCharsets.UTF_8))
                    .findFirst();
        }
        String contentType = request.getContentType();
        boolean json = contentType != null && contentType.startsWith(ApiOperation.JSON);
        return json && request.getBody() instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static String mediaType(Response response) {
        String contentType = response.contentType();
        return contentType == null ? "" : contentType.replaceFirst("\\s*;.*", "");
    }

    private static String excerpt(String body) {
        return body.length() <= 2000 ? body : body.substring(0, 2000) + "…";
    }
}
