package org.mlmath.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.Optional;

/**
 * Two requests that differ in one option.
 *
 * @param option JSON Pointer into the request
 * @param status of the answer to the first request: an error where the option is what makes it answerable
 * @param value of the option in the second request; missing to leave the option out of it
 * @param differsAt JSON Pointer into the answers, empty for the whole
 */
record OptionCase(String path, JsonNode request, int status, String option, JsonNode value, String differsAt) {

    /** @return why this shows nothing, or empty if the two answers are both given and differ */
    Optional<String> failure() {
        Response without = DocumentedExample.send("POST", path, request);
        Response again = DocumentedExample.send("POST", path, request);
        Optional<JsonNode> changed = changedRequest();
        if (changed.isEmpty()) {
            return Optional.of("the request has nothing where " + option + " would stand");
        }
        Response with = DocumentedExample.send("POST", path, changed.get());
        Response withAgain = DocumentedExample.send("POST", path, changed.get());
        if (without.statusCode() != status || with.statusCode() >= 300) {
            return Optional.of("the statuses must be %d and that of a success:\n%s\n%s"
                    .formatted(status, without.asString(), with.asString()));
        }
        if (status >= 300) {
            return Optional.empty();
        }
        if (!part(without).equals(part(again)) || !part(with).equals(part(withAgain))) {
            return Optional.of("the same request gave two answers; it needs a seed");
        }
        if (part(without).equals(part(with))) {
            return Optional.of("the answers are the same%s: %s"
                    .formatted(differsAt.isEmpty() ? "" : " at " + differsAt, part(with)));
        }
        return Optional.empty();
    }

    private JsonNode part(Response response) {
        return Json.parse(response.asString()).at(differsAt);
    }

    private Optional<JsonNode> changedRequest() {
        JsonNode copy = request.deepCopy();
        String[] names = option.substring(1).split("/");
        JsonNode parent = copy;
        for (int i = 0; i < names.length - 1; i++) {
            JsonNode child = parent.isArray() ? parent.path(index(names[i])) : parent.path(names[i]);
            if (child.isMissingNode() && parent instanceof ObjectNode object) {
                child = object.putObject(names[i]);
            }
            parent = child;
        }
        String last = names[names.length - 1];
        if (parent instanceof ObjectNode object) {
            if (value.isMissingNode()) {
                object.remove(last);
            } else {
                object.set(last, value);
            }
        } else if (parent instanceof ArrayNode array && !value.isMissingNode() && index(last) < array.size()) {
            array.set(index(last), value);
        } else {
            return Optional.empty();
        }
        return Optional.of(copy);
    }

    private static int index(String segment) {
        return segment.chars().allMatch(Character::isDigit) ? Integer.parseInt(segment) : Integer.MAX_VALUE;
    }
}
