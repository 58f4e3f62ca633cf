package org.mlmath.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CrossOriginTest {
    @Test
    void anyPageMayAskBeforeItPosts() {
        Response preflight = given().header("Origin", "https://widget.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-request-id")
                .options("/v1/linalg/decompositions/svd");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://widget.example");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("content-type", "x-request-id");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEqualTo("false");
        assertThat(Integer.parseInt(preflight.header("Access-Control-Max-Age"))).isPositive();
        assertThat(preflight.header("Vary")).contains("Origin");
    }

    /** Whatever was asked for: browsers refuse the rest themselves. */
    @Test
    void methodsThatNothingAnswersAreNotAllowed() {
        for (String method : new String[] {"DELETE", "PUT", "GET"}) {
            Response preflight = given().header("Origin", "https://widget.example")
                    .header("Access-Control-Request-Method", method)
                    .options("/v1/linalg/decompositions/svd");
            assertThat(preflight.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
        }
        assertThat(given().options("/problems").header("Access-Control-Allow-Methods"))
                .isNull();
    }

    @Test
    void aPageMayReadTheAnswerAndItsHeaders() {
        Response answer = given().header("Origin", "https://widget.example").get("/problems");
        assertThat(answer.headers().getValues("Access-Control-Allow-Origin")).containsExactly("https://widget.example");
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains("X-Request-Id", "Mlmath-Version", "ETag", "Retry-After");
    }

    @Test
    void answersForOtherOriginsAreKeptApartByCaches() {
        assertThat(given().get("/problems").headers().getValues("Vary")).contains("Origin");
    }
}
