package org.mlmath.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mlmath.kit.observe.Operation;
import org.mlmath.test.contract.ApiDocument;
import org.mlmath.test.contract.Json;

class DocumentedOperationsTest {
    private final DocumentedOperations operations = new DocumentedOperations();

    @BeforeEach
    void load() {
        operations.load();
    }

    @Test
    void everyPathOfTheDocumentHasItsOperation() throws Exception {
        String document = Files.readString(Path.of("src/main/resources/openapi.json"));
        assertThat(new ApiDocument(Json.parse(document)).operations())
                .filteredOn(operation -> operation.method().equals("post"))
                .hasSizeGreaterThan(150)
                .allSatisfy(operation -> {
                    String path = operation.path().replaceAll("\\{[^}]*}", "anything");
                    assertThat(operations.at(path)).isEqualTo(Operation.at(path, operation.id()));
                });
    }

    @Test
    void otherPathsHaveNone() {
        assertThat(operations.at("/v1/linalg/decompositions/made-up")).isNull();
        assertThat(operations.at("/v1/stats/distributions/normal/made-up")).isNull();
        assertThat(operations.at("/v1/stats/distributions/normal/pdf/")).isNull();
        assertThat(operations.at("/v1/")).isNull();
        assertThat(operations.at("/")).isNull();
        assertThat(operations.at("")).isNull();
    }

    @Test
    void theServiceIsThatOfThePath() {
        assertThat(operations.at("/v1/stats/distributions/normal/pdf").service())
                .isEqualTo("stats");
    }
}
