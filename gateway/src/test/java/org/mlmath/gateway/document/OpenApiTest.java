package org.mlmath.gateway.document;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;

@QuarkusTest
class OpenApiTest {
    @Test
    void yamlAndJsonSayTheSame() throws Exception {
        Response json = when().get("/openapi.json");
        Response yaml = when().get("/openapi.yaml");
        assertThat(json.contentType()).startsWith("application/json");
        assertThat(yaml.contentType()).startsWith("application/yaml");
        JsonNode document = new ObjectMapper().readTree(json.asByteArray());
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(yaml().readTree(yaml.asByteArray())).isEqualTo(document);
    }

    /** By default no more than 3 MiB are read. */
    private static YAMLMapper yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(1 << 26);
        return new YAMLMapper(YAMLFactory.builder().loaderOptions(options).build());
    }

    @Test
    void theShortAddressGivesWhatIsAccepted() {
        assertThat(given().accept("*/*").get("/openapi").contentType()).startsWith("application/json");
        assertThat(given().accept("application/yaml").get("/openapi").contentType())
                .startsWith("application/yaml");
        assertThat(given().accept("text/html").get("/openapi").statusCode()).isEqualTo(406);
    }

    @Test
    void aDocumentThatIsKnownIsNotSentAgain() {
        for (String path : new String[] {"/openapi", "/openapi.json", "/openapi.yaml"}) {
            String tag = when().get(path).header("ETag");
            assertThat(given().header("If-None-Match", tag).get(path).statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
    }
}
