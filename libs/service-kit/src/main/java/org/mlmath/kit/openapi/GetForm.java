package org.mlmath.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The second form of every computation, and of what carries some: the same JSON in the query string of a GET, for links, caches and event sources. Its answers are
 * those of the first form, whose examples are not repeated: the document would be half as large again.
 */
final class GetForm {
    private static final Set<String> NOT_FOR_GET = Set.of("413", "415");

    private GetForm() {}

    static void add(Endpoint post, List<Illustration> illustrations) {
        if (post.item().getGET() != null) {
            return; // what GET does there without a request is documented by its own operation
        }
        Operation computation = post.operation();
        MediaType json = OASFactory.createMediaType().schema(post.requestSchema());
        illustrations.stream()
                .filter(illustration -> illustration.request() != null)
                .findFirst()
                .ifPresent(first -> json.addExample(first.name(), first.example(first.request())));
        Parameter request = OASFactory.createParameter()
                .name("request")
                .in(Parameter.In.QUERY)
                .required(true)
                .description("The request as JSON, url-encoded, at most 4 KiB")
                .content(OASFactory.createContent().addMediaType(Endpoint.JSON, json));
        List<Parameter> parameters = new ArrayList<>();
        if (computation.getParameters() != null) {
            parameters.addAll(computation.getParameters());
        }
        parameters.add(request);
        post.item()
                .setGET(OASFactory.createOperation()
                        .operationId(computation.getOperationId() + "ByGet")
                        .summary(computation.getSummary())
                        .description("The computation of `%s`, with the request in the query string."
                                .formatted(computation.getOperationId()))
                        .tags(computation.getTags())
                        .parameters(parameters)
                        .responses(responses(computation, post.isComputation())));
    }

    private static APIResponses responses(Operation computation, boolean kept) {
        APIResponses responses = OASFactory.createAPIResponses();
        computation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.equals("200")) {
                responses.addAPIResponse(status, answer(response, kept));
                if (kept) {
                    responses.addAPIResponse(
                            "304", OASFactory.createAPIResponse().ref("#/components/responses/NotModified"));
                }
            } else if (!NOT_FOR_GET.contains(status)) {
                responses.addAPIResponse(status, response);
            }
            if (status.equals("406")) { // where it belongs in ascending order
                responses.addAPIResponse("414", OASFactory.createAPIResponse().ref(Answers.reference(414)));
            }
        });
        return responses;
    }

    /** A content of its own, to which the examples of the other form will not be added. */
    private static Content withoutExamples(Content content) {
        Content own = OASFactory.createContent();
        content.getMediaTypes()
                .forEach((name, type) ->
                        own.addMediaType(name, OASFactory.createMediaType().schema(type.getSchema())));
        return own;
    }

    private static APIResponse answer(APIResponse response, boolean kept) {
        APIResponse answer = OASFactory.createAPIResponse()
                .description(response.getDescription())
                .content(withoutExamples(response.getContent()));
        Answers.addHeaders(answer);
        Answers.addHeader(answer, "Cache-Control");
        if (kept) {
            Answers.addHeader(answer, "ETag");
        }
        return answer;
    }
}
