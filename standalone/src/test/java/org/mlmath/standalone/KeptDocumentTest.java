package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mlmath.test.contract.ApiDocument;
import org.mlmath.test.contract.Difference;
import org.mlmath.test.contract.Json;

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
        String kept = Files.readString(KEPT);
        assertThat(kept.equals(merged))
                .as(
                        "%s is the merged document. Where the change is meant, run this test with -Dopenapi.update=true.%n%s",
                        KEPT.normalize(), differences(kept, merged))
                .isTrue();
    }

    private static String differences(String kept, String merged) {
        return Difference.between(Json.parse(kept), Json.parse(merged)).stream()
                .limit(20)
                .collect(Collectors.joining("\n"));
    }
}
