package org.mlmath.calculus.series;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SeriesResourceTest {
    private static ValidatableResponse sum(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/series")
                .then();
    }

    @Test
    void aConvergentSeriesHasItsValueAndItsTest() {
        sum("{\"term\": \"1/n^2\", \"variable\": \"n\", \"from\": 1, \"to\": \"Infinity\", \"explain\": true}")
                .statusCode(200)
                .body("converges", is(true))
                .body("value", is(1.6449341f))
                .body("exact", is("pi^2/6"))
                .body("partialSums", hasSize(20))
                .body("partialSums[1].toDouble()", is(1.25))
                .body("diagnostics.verified", is(true))
                .body("steps.kind", hasItem("p-series"));
    }

    @Test
    void aDivergentSeriesIsAnAnswer() {
        sum("{\"term\": \"1/n\", \"from\": 1, \"to\": \"Infinity\"}")
                .statusCode(200)
                .body("converges", is(false))
                .body("value", nullValue());
    }

    @Test
    void whatIsNoSumIsRefused() {
        sum("{\"term\": \"1/n\", \"from\": 0, \"to\": 5}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/term"));
        sum("{\"term\": \"n\", \"from\": 0.5, \"to\": 5}").statusCode(422).body("errors[0].pointer", is("/from"));
        sum("{\"term\": \"n*x\", \"from\": 0, \"to\": 5}").statusCode(422).body("errors[0].pointer", is("/variable"));
        sum("{\"term\": \"n\", \"from\": 0}").statusCode(400).body("errors[0].pointer", is("/to"));
        sum("{\"term\": \"n\", \"from\": 0, \"to\": 5, \"partialSums\": -1}")
                .statusCode(400)
                .body("errors[0].pointer", is("/partialSums"));
    }
}
