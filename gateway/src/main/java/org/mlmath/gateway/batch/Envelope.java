package org.mlmath.gateway.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mlmath.kit.problem.JsonFailures;
import org.mlmath.kit.problem.Problem;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.NearestName;

/**
 * Finds the requests in a batch. What is inside of them is only looked through, not read: it is passed on as the bytes it is, and
 * its mistakes are those of one request. A mistake in the form of one request is its own too; the batch as a whole is refused only
 * where it cannot be told which request is which.
 */
final class Envelope {
    /** What operations are called by: no spaces, no control characters, nothing beyond ASCII, which a path has percent-encoded. */
    private static final Pattern PATH = Pattern.compile("/v1/[!-\"$-~]+");

    private static final int MAX_PATH = 16_384;
    private static final int MAX_ID = 256;
    private static final String BATCH = "/v1/batch";
    private static final List<String> FIELDS = List.of("id", "method", "path", "body");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE) // how long numbers may be, those who read them say
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // the names in bodies are not ours
            .build();

    private final byte[] json;
    private final Buffer whole;
    private final JsonParser parser;
    private final int limit;
    private final Set<String> ids = new HashSet<>();

    private Envelope(byte[] json, JsonParser parser, int limit) {
        this.json = json;
        this.whole =
                BufferImpl.buffer(Unpooled.wrappedBuffer(json)); // these bytes; Buffer.buffer(json) would be others
        this.parser = parser;
        this.limit = limit;
    }

    /**
     * @param limit of requests
     * @throws ProblemException malformed-json, invalid-request or limit-exceeded, about the batch as a whole
     */
    static List<Item> read(byte[] json, int limit) {
        try (JsonParser parser = JSON.createParser(json)) {
            return new Envelope(json, parser, limit).read();
        } catch (IOException e) {
            throw JsonFailures.explain(e);
        }
    }

    private List<Item> read() throws IOException {
        if (parser.nextToken() == null) {
            throw invalid("", "the body is empty; expected a JSON object");
        }
        if (parser.currentTokenLocation().getByteOffset() < 0) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, "The body is not UTF-8, as JSON is to be.");
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw invalid("", "expected an object");
        }
        List<Item> items = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (!name.equals("requests")) {
                throw invalid(pointer("", name), unknown(name, List.of("requests")));
            }
            if (items != null) {
                throw invalid("/requests", "stands here twice");
            }
            parser.nextToken();
            items = items();
        }
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "Something follows the end of the object");
        }
        if (items == null) {
            throw invalid("/requests", "is required");
        }
        return items;
    }

    private List<Item> items() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw invalid("/requests", "expected an array");
        }
        List<Item> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int index = items.size();
            if (index == limit) {
                throw tooMany();
            }
            Item item = item(index);
            items.add(item);
        }
        return items;
    }

    private ProblemException tooMany() throws IOException {
        int count = limit;
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            parser.skipChildren();
            count++;
        }
        return new ProblemException(
                        ProblemType.LIMIT_EXCEEDED,
                        "The batch has %d requests; one may have %d.".formatted(count, limit),
                        List.of(new Problem.FieldError("/requests", "too many")))
                .with("limit", limit)
                .with("needed", count);
    }

    /** Reads one request to its end, whatever is wrong with it: its id may come last. */
    private Item item(int index) throws IOException {
        String id = Integer.toString(index);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return Item.refused(id, invalid("", "expected an object with a path"));
        }
        Map<String, Part> parts = new HashMap<>();
        ProblemException refusal = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (!FIELDS.contains(name)) {
                parser.skipChildren();
                refusal = refusal == null ? invalid(pointer("", name), unknown(name, FIELDS)) : refusal;
            } else if (parts.put(name, part(name)) != null) {
                refusal = refusal == null ? invalid("/" + name, "stands here twice") : refusal;
            }
        }
        Part given = parts.get("id");
        if (given != null && given.token() != JsonToken.VALUE_NULL) {
            if (!isId(given)) {
                refusal = invalid("/id", "expected text or an integer of at most %d characters".formatted(MAX_ID));
            } else {
                id = new String(json, given.from(), given.to() - given.from(), StandardCharsets.UTF_8);
            }
        }
        // By its value: a letter may be written as itself or by its code point.
        if (!ids.add(id.startsWith("\"") ? '"' + given.text() : id)) {
            throw invalid(
                    "/requests/" + index + "/id",
                    id + " is the id of another request too; their answers could not be told apart");
        }
        try {
            return refusal == null ? item(id, parts) : Item.refused(id, refusal);
        } catch (ProblemException wrong) {
            return Item.refused(id, wrong);
        }
    }

    private Item item(String id, Map<String, Part> parts) {
        HttpMethod method = method(parts.get("method"));
        String path = path(parts.get("path"));
        Part body = parts.get("body");
        if (body == null || body.token() == JsonToken.VALUE_NULL) {
            return new Item(id, method, path, method == HttpMethod.POST ? Buffer.buffer() : null, null);
        }
        if (method != HttpMethod.POST) {
            throw invalid(
                    "/body", "a GET has none; a small request may stand in its path, as ?request=<url-encoded JSON>");
        }
        return new Item(id, method, path, whole.slice(body.from(), body.to()), null);
    }

    private static HttpMethod method(Part part) {
        if (part == null || part.token() == JsonToken.VALUE_NULL || "POST".equals(part.text())) {
            return HttpMethod.POST;
        }
        if ("GET".equals(part.text())) {
            return HttpMethod.GET;
        }
        throw invalid("/method", "expected one of \"GET\", \"POST\"");
    }

    private static String path(Part part) {
        if (part == null) {
            throw invalid("/path", "is required");
        }
        String path = part.text();
        if (path == null || !path.startsWith("/v1/")) {
            throw invalid("/path", "expected the path of an operation, such as \"/v1/linalg/matrices/determinant\"");
        }
        if (path.length() > MAX_PATH) {
            throw invalid("/path", "has more than %d characters; send the request by POST".formatted(MAX_PATH));
        }
        if (!PATH.matcher(path).matches()) {
            throw invalid("/path", "has characters that a path has percent-encoded, as %20 for a space");
        }
        String operation = path.replaceFirst("\\?.*", "");
        if (operation.equals(BATCH) || operation.startsWith(BATCH + "/")) {
            throw invalid("/path", "a batch has no batches in it");
        }
        return path;
    }

    private boolean isId(Part part) {
        boolean kind = part.token() == JsonToken.VALUE_STRING || part.token() == JsonToken.VALUE_NUMBER_INT;
        return kind && part.to() - part.from() <= MAX_ID + 2;
    }

    /** Where a value stands, and what it says where that is of interest. */
    private record Part(JsonToken token, int from, int to, String text) {}

    private Part part(String name) throws IOException {
        JsonToken token = parser.currentToken();
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        boolean read = token == JsonToken.VALUE_STRING && !name.equals("body");
        if (token.isScalarValue()) {
            parser.finishToken();
        }
        return new Part(token, from, (int) parser.currentLocation().getByteOffset(), read ? parser.getText() : null);
    }

    private static String unknown(String name, List<String> known) {
        return "unknown field \"" + name + "\"." + NearestName.question(name, known) + " Known here: "
                + String.join(", ", known);
    }

    private static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.at(ProblemType.INVALID_REQUEST, pointer, detail);
    }
}
