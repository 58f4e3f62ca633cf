package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mlmath.test.contract.ApiDocument;
import org.mlmath.test.contract.DocumentedExample;
import org.mlmath.test.contract.Json;

/** A caller cannot tell whether everything runs in one process or each service in its own: the bytes are the same. */
class OneOrManyProcessesIT {
    private static final Processes PROCESSES = new Processes();

    private static URI one;
    private static URI many;

    @BeforeAll
    static void start() throws Exception {
        one = PROCESSES.startStandalone();
        many = PROCESSES.startServices();
        PROCESSES.await(one);
        PROCESSES.await(many);
    }

    @AfterAll
    static void stop() {
        PROCESSES.close();
    }

    @TestFactory
    Stream<DynamicTest> everyDocumentedExampleHasTheSameAnswerInBoth() throws Exception {
        Path kept = Path.of("../gateway/src/main/resources/openapi.json");
        return new ApiDocument(Json.parse(Files.readString(kept)))
                .operations().stream()
                        .flatMap(operation -> DocumentedExample.of(operation.id()).stream())
                        .filter(example -> example.method().equals("POST") && example.isJson())
                        .map(example ->
                                dynamicTest(example.operationId() + " " + example.name(), () -> compare(example)));
    }

    private static void compare(DocumentedExample example) throws Exception {
        String json = example.request().toString();
        HttpResponse<String> fromOne = PROCESSES.post(one, example.path(), json);
        HttpResponse<String> fromMany = PROCESSES.post(many, example.path(), json);
        assertThat(shown(fromMany)).isEqualTo(shown(fromOne));
    }

    /** What must agree: status, media type and body; the request's id is its own each time. */
    private static List<String> shown(HttpResponse<String> response) {
        String id = response.headers().firstValue("X-Request-Id").orElse("none");
        return List.of(
                String.valueOf(response.statusCode()),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body()
                        .replace("\"requestId\":\"" + id, "\"requestId\":\"…")); // those in a batch begin with it
    }
}
