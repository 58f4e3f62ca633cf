package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mlmath.test.contract.ApiDocument;

/**
 * The merged document is kept as a file, which the gateway serves: so it needs nothing from the services to describe them, and a
 * change of the contract shows in the diff. {@code -Dopenapi.update=true} rewrites it.
 */
@QuarkusTest
class KeptDocumentTest {
    private static final Path KEPT = Path.of("../gateway/src/main/resources/openapi.json");

    @Test
    void theKeptDocumentIsTheMergedOne() throws IOException {
        String merged = ApiDocument.ofRunningApplication().text();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(KEPT, merged);
        }
        assertThat(KEPT).exists();
        assertThat(Files.readString(KEPT).lines())
                .as(
                        "%s; where the change is meant, run the tests of standalone with -Dopenapi.update=true",
                        KEPT.normalize())
                .containsExactlyElementsOf(merged.lines().toList());
    }
}
