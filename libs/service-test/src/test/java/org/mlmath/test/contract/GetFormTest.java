package org.mlmath.test.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The two forms of a computation, as the document has them and as the kit answers them. */
@QuarkusTest
class GetFormTest {
    private static final String REQUEST = "{\"data\":[1,2,6],\"count\":true}";

    @Test
    void bothFormsGiveTheSameBytes() {
        byte[] posted = given().contentType("application/json")
                .body(REQUEST)
                .post("/v1/sample/mean")
                .asByteArray();
        byte[] got =
                given().queryParam("request", REQUEST).get("/v1/sample/mean").asByteArray();
        assertThat(got).isEqualTo(posted);
    }

    @Test
    void anAnswerThatIsStillTheSameIsNotSentAgain() {
        String tag =
                given().queryParam("request", REQUEST).get("/v1/sample/mean").header("ETag");
        given().queryParam("request", REQUEST)
                .header("If-None-Match", tag)
                .get("/v1/sample/mean")
                .then()
                .statusCode(304);
    }

    @Test
    void aFailureIsTheSameInBothForms() {
        given().queryParam("request", "{\"data\":[]}")
                .get("/v1/sample/mean")
                .then()
                .statusCode(422);
    }

    @Test
    void theGetFormHasANameOfItsOwn() {
        ApiDocument document = ApiDocument.ofRunningApplication();
        assertThat(document.operation("GET", "/v1/sample/mean"))
                .map(ApiOperation::id)
                .contains("meanByGet");
        assertThat(document.operation("GET", "/v1/liar/accept-anything"))
                .map(ApiOperation::id)
                .contains("lie"); // one that has opted out
    }
}
