package org.mlmath.linalg.elimination;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RowOperationsResourceTest {
    private static ValidatableResponse post(String operations, String more) {
        return given().contentType(ContentType.JSON)
                .body("{\"matrix\": [[1, 2], [3, 4]], \"operations\": [" + operations + "]" + more + "}")
                .post("/v1/linalg/matrices/row-operations")
                .then();
    }

    @Test
    void everyOperationHasItsMatrix() {
        String operations = "{\"kind\": \"add-multiple\", \"row\": 1, \"with\": 0, \"factor\": -3},"
                + "{\"kind\": \"scale\", \"row\": 1, \"factor\": -0.5}, {\"kind\": \"swap\", \"row\": 1, \"with\": 0}";
        for (String arithmetic : new String[] {"", ", \"arithmetic\": \"exact\", \"explain\": true"}) {
            post(operations, arithmetic)
                    .statusCode(200)
                    .body("matrices", hasSize(3))
                    .body("matrices[0][1]", contains(0, -2))
                    .body("matrices[1][1]", contains(0, 1))
                    .body("matrix[0]", contains(0, 1))
                    .body("diagnostics.error", equalTo(0))
                    .body("warnings", hasSize(0));
        }
        post("", "").statusCode(200).body("matrices", hasSize(0)).body("matrix[1]", contains(3, 4));
    }

    @Test
    void fractionsAreExact() {
        post("{\"kind\": \"scale\", \"row\": 0, \"factor\": \"1/3\"}", ", \"arithmetic\": \"exact\"")
                .statusCode(200)
                .body("exact.matrix[0]", contains("1/3", "2/3"))
                .body("exact.matrices[0][0]", contains("1/3", "2/3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"swap\", \"row\": 2, \"with\": 0}|/operations/0/row",
                "{\"kind\": \"swap\", \"row\": 0, \"with\": -1}|/operations/0/with",
                "{\"kind\": \"swap\", \"row\": 0}|/operations/0/with",
                "{\"kind\": \"swap\", \"row\": 0, \"with\": 1, \"factor\": 2}|/operations/0/factor",
                "{\"kind\": \"scale\", \"row\": 0, \"factor\": 0}|/operations/0/factor",
                "{\"kind\": \"scale\", \"row\": 0}|/operations/0/factor",
                "{\"kind\": \"scale\", \"row\": 0, \"factor\": \"1/3\"}|/operations/0/factor",
                "{\"kind\": \"add-multiple\", \"row\": 1, \"with\": 1, \"factor\": 1}|/operations/0/with"
            })
    void whatIsNotAnElementaryOperationIsRefused(String operation, String pointer) {
        post(operation, "")
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void anUnknownKindIsRefusedWhereItStands() {
        post("{\"kind\": \"add\", \"row\": 0}", "")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations/0/kind"));
    }
}
