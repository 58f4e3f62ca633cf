package org.mlmath.stats.contingency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VastCountsTest {
    private static JsonPath fisher(String table) {
        return given().contentType("application/json")
                .body("{\"table\": %s}".formatted(table))
                .post("/v1/stats/tests/fisher-exact")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** log((10⁹·10⁹)/(2·10⁹·3·10⁹)) ± 1.96·√(1/10⁹ + 1/2·10⁹ + 1/3·10⁹ + 1/10⁹). */
    @Test
    void billionsHaveTheIntervalOfTheNormalApproximation() {
        JsonPath answer = fisher("[[1e9, 2e9], [3e9, 1e9]]");
        double reach = 1.959963984540054 * Math.sqrt((1 + 0.5 + 1.0 / 3 + 1) * 1e-9);
        assertThat(answer.getDouble("estimate")).isCloseTo(1.0 / 6, Percentage.withPercentage(1e-4));
        assertThat(answer.getDouble("confidenceInterval.lower"))
                .isCloseTo(Math.exp(-reach) / 6, Percentage.withPercentage(1e-4));
        assertThat(answer.getDouble("pValue")).isZero();
    }

    @Test
    void theIntervalHardlyChangesWhereTheExactOneEnds() {
        JsonPath exact = fisher("[[1999999, 2010000], [2020000, 2000000]]");
        JsonPath normal = fisher("[[2000000, 2010000], [2020000, 2000000]]");
        double width = normal.getDouble("confidenceInterval.upper") - normal.getDouble("confidenceInterval.lower");
        assertThat(Math.abs(normal.getDouble("confidenceInterval.lower") - exact.getDouble("confidenceInterval.lower")))
                .isLessThan(1e-2 * width);
    }
}
