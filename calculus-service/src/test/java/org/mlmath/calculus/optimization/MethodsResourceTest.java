package org.mlmath.calculus.optimization;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MethodsResourceTest {
    private static final String PATH = "/v1/calculus/optimization/methods";

    @Test
    void everyMethodIsDocumented() {
        List<Map<String, Object>> methods = get(PATH).jsonPath().getList("methods");
        assertThat(methods).hasSize(MethodName.values().length);
        assertThat(methods).allSatisfy(method -> {
            assertThat((Map<?, ?>) method.get("formulas")).isNotEmpty();
            assertThat((List<?>) method.get("parameters")).isNotEmpty();
            assertThat((String) method.get("source")).isNotBlank();
        });
    }

    @Test
    void defaultsArePyTorchs() {
        get(PATH)
                .then()
                .body(
                        "methods.find { it.name == 'adam' }.parameters.find { it.name == 'epsilon' }.defaultValue",
                        equalTo(1e-8f))
                .body("methods.find { it.name == 'adam' }.memory", hasItems("firstMoment", "secondMoment"))
                .body(
                        "methods.find { it.name == 'momentum' }.parameters.find { it.name == 'momentum' }.defaultValue",
                        equalTo(0.9f));
    }
}
