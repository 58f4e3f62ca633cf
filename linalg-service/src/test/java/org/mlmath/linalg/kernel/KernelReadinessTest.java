package org.mlmath.linalg.kernel;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.linear.Kernels;

@QuarkusTest
class KernelReadinessTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void readinessSaysWhichKernelComputes() {
        given().accept("application/json")
                .get(ready)
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.data.kernel", hasItem(Kernels.current().name()));
    }
}
