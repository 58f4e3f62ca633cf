package org.mlmath.test.contract;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ContractFilterTest {
    @Test
    void anAnswerAsDocumentedPasses() {
        get("/v1/liar/nothing").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "status, its status is not documented",
        "field, required property 'value' not found",
        "type, /value",
        "in/secret, the path is not documented",
        "media-type, its media type is not documented: text/plain"
    })
    void anAnswerThatIsNotAsDocumentedFailsTheTest(String lie, String finding) {
        assertThatThrownBy(() -> get("/v1/liar/" + lie))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(finding);
    }

    @Test
    void aRequestThatSucceedsAlthoughItIsNotAsDocumentedFailsTheTest() {
        assertThatThrownBy(() -> given().contentType("application/json")
                        .body("{\"data\": [1], \"trimming\": {\"smallest\": null}}")
                        .post("/v1/liar/accept-anything"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the request succeeds and is not as documented: /trimming/smallest");
    }
}
