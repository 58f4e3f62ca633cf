package org.mlmath.test.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What must be true of every API document and of its examples. */
public abstract class DocumentContract {
    private static final boolean UPDATE = Boolean.getBoolean("examples.update");

    /** What surely fits the query string, in characters. */
    private static final int SMALL = 2000;

    final ApiDocument document = ApiDocument.ofRunningApplication();
    private final DocumentLint lint = new DocumentLint(document);

    @Test
    void theDocumentIsOpenApi() {
        assertThat(lint.notOpenApi()).isEmpty();
    }

    @Test
    void schemasAreJsonSchema() {
        assertThat(lint.notJsonSchema()).isEmpty();
    }

    @Test
    void referencesLeadSomewhere() {
        assertThat(lint.danglingReferences()).isEmpty();
    }

    @Test
    void recordsHaveNamesOfTheirOwn() {
        assertThat(lint.collidingNames()).isEmpty();
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        assertThat(lint.badOperationIds()).isEmpty();
    }

    @Test
    void everythingIsDescribed() {
        assertThat(lint.missingWords()).isEmpty();
    }

    @Test
    void everyComputationShowsASuccessAndAFailure() {
        if (!UPDATE) {
            assertThat(lint.missingExamples()).isEmpty();
        }
    }

    @Test
    void everyFileOfExamplesOrOptionsBelongsToAnOperation() throws IOException {
        Set<String> known = document.operations().stream()
                .map(operation -> operation.id() + ".json")
                .collect(Collectors.toSet());
        List<String> strays = new ArrayList<>();
        for (Path folder : List.of(
                Path.of("src/main/resources", DocumentedExample.FOLDER),
                Path.of("src/test/resources", Options.FOLDER))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> !known.contains(file.getFileName().toString()))
                            .forEach(file -> strays.add(file.toString()));
                }
            }
        }
        assertThat(strays).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> documentedExamplesAreTrue() {
        return document.operations().stream().flatMap(operation -> {
            List<DocumentedExample> examples = DocumentedExample.of(operation.id());
            return Stream.concat(
                    examples.stream()
                            .map(example -> dynamicTest(
                                    operation.id() + " " + example.name(), () -> check(operation, example))),
                    UPDATE && DocumentedExample.isOfThisModule(operation.id())
                            ? Stream.of(dynamicTest(
                                    operation.id() + " is saved",
                                    () -> DocumentedExample.save(operation.id(), examples)))
                            : Stream.empty());
        });
    }

    private void check(ApiOperation operation, DocumentedExample example) {
        assertThat(document.operation(example.method(), example.path().replaceFirst("\\?.*", "")))
                .as("the operation at the example's path")
                .contains(operation);
        Response response = example.send();
        if (UPDATE) {
            example.record(response);
            return;
        }
        assertThat(response.statusCode())
                .as("status of %s %s, with %s", operation.id(), example.name(), response.asString())
                .isEqualTo(example.status());
        assertThat(example.differences(response))
                .as("differences of %s %s", operation.id(), example.name())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> bothFormsOfAComputationGiveTheSameAnswer() {
        return document.operations().stream()
                .filter(ApiOperation::hasGetForm)
                .flatMap(operation -> DocumentedExample.of(operation.id()).stream())
                .filter(example -> example.request().toString().length() < SMALL)
                .map(example -> dynamicTest(example.operationId() + " " + example.name(), () -> compareForms(example)));
    }

    private static void compareForms(DocumentedExample example) {
        Response posted = example.send();
        String json = URLEncoder.encode(example.request().toString(), StandardCharsets.UTF_8);
        Response got = DocumentedExample.send("GET", example.path() + "?request=" + json, Json.MISSING);
        assertThat(withoutIds(got))
                .as("%s %s by GET", example.operationId(), example.name())
                .isEqualTo(withoutIds(posted));
    }

    /** Every request has an id of its own, and so has every item of a batch. */
    private static String withoutIds(Response response) {
        return response.statusCode() + " " + response.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
