package org.mlmath.gateway.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.mlmath.kit.observe.Observation;
import org.mlmath.kit.observe.Operation;

/**
 * Which operation a path asks for, as the document says: for metrics and traces of what other processes answer, and of what is refused
 * before anybody answers.
 */
@ApplicationScoped
class DocumentedOperations {
    /** After targets have been judged that not everyone would read alike, before anything else is refused. */
    private static final int ORDER = -950;

    private static final String ANYTHING = "{}";

    /** Empty until the document has been read, which nothing waits for. */
    private volatile Map<String, Operation> byPath = Map.of();

    void mount(@Observes Router router) {
        Thread.ofVirtual().name("documented-operations").start(this::load);
        router.route("/v1/*").order(ORDER).handler(this::announce);
    }

    void load() {
        byPath = read();
    }

    private void announce(RoutingContext context) {
        Operation operation = at(context.request().path());
        if (operation != null) {
            Observation.expect(context, operation);
        }
        context.next();
    }

    /** @return the operation at this path, or null where there is none */
    Operation at(String path) {
        Operation exact = byPath.get(path);
        if (exact != null) {
            return exact;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            int start = path.lastIndexOf('/', end - 1) + 1;
            Operation template = byPath.get(path.substring(0, start) + ANYTHING + path.substring(end));
            if (template != null) {
                return template;
            }
        }
        return null;
    }

    /** Reads past everything else in the document: it is long, and of a path only the name of its operation is wanted. */
    private static Map<String, Operation> read() {
        Map<String, Operation> operations = new HashMap<>();
        try (InputStream document = DocumentedOperations.class.getResourceAsStream("/openapi.json");
                JsonParser json = new JsonFactory().createParser(document)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean paths = json.currentName().equals("paths");
                json.nextToken();
                if (!paths) {
                    json.skipChildren();
                    continue;
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String path = json.currentName();
                    String name = name(json);
                    if (name != null) {
                        operations.put(path.replaceAll("\\{[^}]*}", ANYTHING), Operation.at(path, name));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(operations);
    }

    /** @return the name of what a path answers: of what is posted, where that may also be asked by GET */
    private static String name(JsonParser json) throws IOException {
        String name = null;
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean post = json.currentName().equals("post");
            json.nextToken();
            String id = operationId(json);
            name = post || name == null ? id : name;
        }
        return name;
    }

    private static String operationId(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        String id = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals("operationId");
            json.nextToken();
            if (wanted) {
                id = json.getText();
            }
            json.skipChildren();
        }
        return id;
    }
}
