package org.mlmath.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.mlmath.kit.problem.ProblemType;

/** The answers that an operation shares with all others: its problems, and the headers of every response. */
final class Answers {
    /** The shared response for each status that a problem can have. */
    static final Map<Integer, String> PROBLEMS = Map.ofEntries(
            Map.entry(400, "InvalidRequest"),
            Map.entry(401, "Unauthorized"),
            Map.entry(404, "NotFound"),
            Map.entry(405, "MethodNotAllowed"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(413, "BodyTooLarge"),
            Map.entry(414, "UriTooLong"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(422, "MathematicalFailure"),
            Map.entry(429, "RateLimited"),
            Map.entry(431, "HeadersTooLarge"),
            Map.entry(500, "InternalError"),
            Map.entry(502, "UpstreamUnavailable"),
            Map.entry(503, "Overloaded"),
            Map.entry(504, "DeadlineExceeded"));

    private static final List<Integer> OF_EVERY_OPERATION = List.of(400, 401, 405, 406, 429, 431, 500, 502, 503, 504);
    private static final List<Integer> WORTH_TRYING_AGAIN = List.of(429, 503);
    private static final Map<Integer, List<String>> OF_STATUS = Map.of(
            401, List.of("WWW-Authenticate"), 405, List.of("Allow"), 429, List.of("RateLimit-Policy", "RateLimit"));
    private static final List<String> OF_ANSWERS = List.of("Mlmath-Cost", "Server-Timing");
    private static final List<String> REQUEST_HEADERS = List.of("Prefer", "X-Request-Id");

    private Answers() {}

    static void complete(Endpoint endpoint) {
        if (endpoint.isComputation()) {
            for (String name : REQUEST_HEADERS) {
                endpoint.operation().addParameter(OASFactory.createParameter().ref("#/components/parameters/" + name));
            }
        }
        APIResponses responses = endpoint.operation().getResponses();
        responses.getAPIResponses().values().forEach(response -> {
            addHeaders(response);
            OF_ANSWERS.forEach(header -> addHeader(response, header));
            if (endpoint.isComputation()) {
                addHeader(response, "Cache-Status");
            }
        });
        for (int status : statuses(endpoint)) {
            responses.addAPIResponse(
                    String.valueOf(status), OASFactory.createAPIResponse().ref(reference(status)));
        }
    }

    /** Gives the shared responses, which {@code META-INF/openapi.yaml} only names and describes, their body. */
    static void completeShared(Components components) {
        PROBLEMS.forEach((status, name) -> {
            APIResponse response = components.getResponses().get(name);
            String types = Stream.of(ProblemType.values())
                    .filter(type -> type.status() == status)
                    .map(type -> "`" + type.slug() + "`")
                    .collect(Collectors.joining(", "));
            response.setDescription("%s (%s)".formatted(response.getDescription(), types));
            response.setContent(problem());
            addHeaders(response);
            if (WORTH_TRYING_AGAIN.contains(status)) {
                addHeader(response, "Retry-After");
            }
            OF_STATUS.getOrDefault(status, List.of()).forEach(header -> addHeader(response, header));
        });
        addHeaders(components.getResponses().get("NotModified"));
    }

    static Content problem() {
        Schema schema = OASFactory.createSchema().ref(SchemaGraph.reference("Problem"));
        return OASFactory.createContent()
                .addMediaType(Endpoint.PROBLEM, OASFactory.createMediaType().schema(schema));
    }

    static String reference(int status) {
        return "#/components/responses/" + PROBLEMS.get(status);
    }

    static void addHeaders(APIResponse response) {
        addHeader(response, "X-Request-Id");
        addHeader(response, "Mlmath-Version");
    }

    static void addHeader(APIResponse response, String name) {
        response.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name));
    }

    private static List<Integer> statuses(Endpoint endpoint) {
        List<Integer> statuses = new ArrayList<>(OF_EVERY_OPERATION);
        if (endpoint.hasPathParameter()) {
            statuses.add(404);
        }
        if (endpoint.operation().getRequestBody() != null) {
            statuses.addAll(List.of(413, 415, 422));
        }
        if (endpoint.method() == PathItem.HttpMethod.GET) {
            statuses.add(414);
        }
        statuses.sort(null);
        return statuses;
    }
}
