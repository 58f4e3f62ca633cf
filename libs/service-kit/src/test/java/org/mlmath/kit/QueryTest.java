package org.mlmath.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody would read is refused, in the query as in the body. */
@QuarkusTest
class QueryTest {
    private static final String ECHO = "/v1/probe/echo";
    private static final String BODY = "{\"matrix\": [[1, 2], [3, 4]]}";

    private static RequestSpecification json() {
        return given().urlEncodingEnabled(false).contentType("application/json").body(BODY);
    }

    private static ValidatableResponse refused(ValidatableResponse answer) {
        return answer.statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"));
    }

    @ParameterizedTest
    @CsvSource({"mode=full, mode", "scale=2, scale"})
    void anOptionBesideJsonIsToldItsPlace(String query, String name) {
        refused(json().post(ECHO + "?" + query).then())
                .body("detail", containsString("\"" + name + "\""))
                .body("detail", containsString("put it into the JSON of the body"));
        refused(given().queryParam("request", BODY)
                        .queryParam(name, "1")
                        .get(ECHO)
                        .then())
                .body("detail", containsString("put it into the JSON of ?request="));
    }

    @Test
    void aMisspelledParameterIsToldTheNearest() {
        refused(given().queryParam("request", BODY)
                        .queryParam("feild", "matrix")
                        .get(ECHO)
                        .then())
                .body("suggestion", equalTo("field"))
                .body("detail", containsString("Did you mean \"field\"?"));
        refused(json().post(ECHO + "?x").then()).body("suggestion", nullValue());
    }

    @Test
    void aRequestComesOnceByBodyOrByQuery() {
        refused(json().post(ECHO + "?request=%7B%7D").then()).body("detail", containsString("read with GET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?&", "?field=matrix"})
    void whatIsKnownIsTaken(String query) {
        json().post(ECHO + query).then().statusCode(200);
    }

    /** As libraries of pages append it to what they get, so that no cache on the way answers. */
    @Test
    void aMarkAgainstCachesIsPassedOver() {
        given().get("/v1/probe/list?_=1732224000000").then().statusCode(200);
        given().queryParam("request", BODY)
                .queryParam("_", "1732224000000")
                .get(ECHO)
                .then()
                .statusCode(200);
        refused(json().post(ECHO + "?_=1732224000000").then());
        refused(given().get("/v1/probe/list?__=1").then());
    }

    @Test
    void whatOnlyListsTakesNone() {
        given().get("/v1/probe/list").then().statusCode(200);
        refused(given().get("/v1/probe/list?a=1").then()).body("detail", containsString("None is read here"));
    }
}
