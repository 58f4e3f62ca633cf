package org.mlmath.linalg.decomposition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LU, Cholesky, LDL, Schur, Hessenberg and polar factors over HTTP. */
@QuarkusTest
class FactorizationResourceTest {
    private static ValidatableResponse post(String operation, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/decompositions/" + operation)
                .then();
    }

    @Test
    void fractionsStandBesideTheNumbers() {
        post("lu", "{\"matrix\": [[1, 2], [3, 4]], \"arithmetic\": \"exact\"}")
                .statusCode(200)
                .body("permutation", contains(1, 0))
                .body("exact.l", contains(contains("1", "0"), contains("1/3", "1")))
                .body("exact.u", contains(contains("3", "4"), contains("0", "2/3")));
    }

    @Test
    void theWorkingOfLuShowsItsMultipliers() {
        post("lu", "{\"matrix\": [[4, 2], [1, 3]], \"explain\": true}")
                .statusCode(200)
                .body("steps.kind", contains("start", "add-multiple", "assemble"))
                .body("steps[1].latex", containsString("\\ell_{21} = \\frac{1}{4}"));
    }

    @Test
    void choleskyNamesWhatFails() {
        post("cholesky", "{\"matrix\": [[1, 2], [2, 1]]}")
                .statusCode(422)
                .body("type", equalTo("/problems/not-positive-definite"))
                .body("leadingMinor", equalTo(2));
        post("cholesky", "{\"matrix\": [[1, 2], [5, 1]]}")
                .statusCode(422)
                .body("type", equalTo("/problems/not-symmetric"))
                .body("detail", containsString("[0][1] is 2.0, but [1][0] is 5.0"));
    }

    @Test
    void formsOfLargerOrdersSayThatThereIsNoWorking() {
        for (String operation : new String[] {"ldl", "schur", "hessenberg", "polar"}) {
            post(operation, "{\"matrix\": [[2, 1], [1, 3]], \"explain\": true}")
                    .statusCode(200)
                    .body("steps.latex", everyItem(not(emptyString())));
            String zeros = "[0, 0, 0, 0, 0, 0, 0]";
            String rows = String.join(", ", Collections.nCopies(7, zeros));
            post(operation, "{\"matrix\": [" + rows + "], \"explain\": true}")
                    .statusCode(200)
                    .body("warnings.code", hasItem("no-steps"));
        }
    }

    @Test
    void theSideOfThePolarFactorsIsTheOneAskedFor() {
        post("polar", "{\"matrix\": [[3, 0, 0], [0, 4, 0]]}").body("positive", hasSize(3));
        post("polar", "{\"matrix\": [[3, 0, 0], [0, 4, 0]], \"side\": \"left\"}")
                .body("positive", contains(contains(3, 0), contains(0, 4)));
    }

    @Test
    void theSelectedEigenvaluesComeFirstInTheSchurForm() {
        String matrix = "{\"matrix\": [[1, 2], [3, 2]], \"sort\": \"%s\"}";
        double left = post("schur", matrix.formatted("lhp"))
                .body("selectedDimension", equalTo(1))
                .extract()
                .jsonPath()
                .getDouble("values[0]");
        assertThat(left).isCloseTo(-1, within(1e-6));
        double outside = post("schur", matrix.formatted("ouc"))
                .body("selectedDimension", equalTo(1))
                .extract()
                .jsonPath()
                .getDouble("values[0]");
        assertThat(outside).isCloseTo(4, within(1e-6));
        post("schur", "{\"matrix\": [[1, 2], [3, 2]]}").body("$", not(hasKey("selectedDimension")));
        post("schur", "{\"matrix\": [[0, -1], [1, 0]], \"output\": \"complex\"}")
                .body("t[0][0].im", equalTo(1))
                .body("t[1][0].re", equalTo(0))
                .body("complex", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lu | {\"matrix\": []} | dimension-mismatch | /matrix",
                "lu | {\"matrix\": [[\"1/2\"]]} | invalid-parameter | /matrix/0/0",
                "lu | {\"matrix\": [[1]], \"arithmetic\": \"decimal\"} | invalid-request | /arithmetic",
                "cholesky | {\"matrix\": [[1, 2]]} | dimension-mismatch | /matrix",
                "cholesky | {\"matrix\": [[\"1/2\"]]} | invalid-request | /matrix/0/0",
                "ldl | {\"matrix\": [[1, 2], [3, 4]]} | not-symmetric | /matrix",
                "ldl | {\"matrix\": [[1, 2], [3]]} | invalid-request | /matrix/1",
                "schur | {\"matrix\": [[1, 2]]} | dimension-mismatch | /matrix",
                "schur | {\"matrx\": [[1]]} | invalid-request | /matrx",
                "schur | {\"matrix\": [[1]], \"sort\": \"left\"} | invalid-request | /sort",
                "schur | {\"matrix\": [[1]], \"output\": \"triangular\"} | invalid-request | /output",
                "hessenberg | {\"matrix\": [[1], [2]]} | dimension-mismatch | /matrix",
                "hessenberg | {} | invalid-request | /matrix",
                "polar | {\"matrix\": [[]]} | dimension-mismatch | /matrix",
                "polar | {\"matrix\": [[1]], \"side\": \"top\"} | invalid-request | /side"
            })
    void whatIsWrongIsRefusedWhereItStands(String operation, String body, String type, String pointer) {
        post(operation, body)
                .statusCode(type.equals("invalid-request") ? 400 : 422)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
