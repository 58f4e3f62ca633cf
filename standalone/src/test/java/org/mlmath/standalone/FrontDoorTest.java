package org.mlmath.standalone;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** In one JVM the gateway's pages stand beside the services, and nothing is passed on. */
@QuarkusTest
class FrontDoorTest {
    @Test
    void theLandingPageAndTheReferenceAreThere() {
        when().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("/v1/linalg/decompositions/svd"));
        when().get("/docs")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("swagger-ui-bundle.js"));
        when().get("/problems").then().statusCode(200).contentType("text/html");
        when().get("/problems/singular-matrix").then().statusCode(200);
    }

    @Test
    void everythingIsUp() {
        when().get("/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("up"))
                .body("services", hasEntry("linalg", "up"))
                .body("services", hasEntry("calculus", "up"))
                .body("services", hasEntry("stats", "up"));
    }

    @Test
    void anyPageMayCallTheServices() {
        given().header("Origin", "https://widget.example")
                .get("/v1/linalg")
                .then()
                .header("Access-Control-Allow-Origin", "https://widget.example");
    }

    @Test
    void whatNoServiceKnowsIsNotFoundRatherThanUnavailable() {
        when().get("/v1/stats/no-such-operation").then().statusCode(404);
    }
}
