package org.mlmath.calculus.algebra;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlgebraReadinessTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void readinessCountsStuckThreads() {
        given().accept("application/json")
                .get(ready)
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("computer algebra"))
                .body("checks.data.stuckThreads", hasItem(0));
    }
}
