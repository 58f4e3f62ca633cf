package org.mlmath.linalg;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of every operation with a working: it ends in the answer, each step says what is done, and none is missing for small input. */
@QuarkusTest
class WorkingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vectors/dot | value | {"a": [1, -2, 3], "b": [4, 0.5, 6]}
            vectors/norm | value | {"vector": [3, -4]}
            vectors/norm | value | {"vector": [3, -4], "order": 1}
            vectors/norm | value | {"vector": [3, -4], "order": "inf"}
            vectors/norm | value | {"vector": [3, -4], "order": 0}
            vectors/norm | value | {"vector": [3, -4], "order": 3}
            vectors/distance | value | {"a": [1, 2], "b": [4, 6]}
            vectors/distance | value | {"a": [1, 2], "b": [4, 6], "metric": "cosine"}
            vectors/distance | value | {"a": [1, 2], "b": [4, 6], "metric": "minkowski", "p": 3}
            vectors/cross | vector | {"a": [1, 2, 3], "b": [-4, 5, 6]}
            vectors/combination | vector | {"vectors": [[1, 2], [3, -4]], "coefficients": [2, -0.5]}
            matrices/add | matrix | {"a": [[1, 2], [3, 4]], "b": [[5, -6], [7, 8]]}
            matrices/subtract | matrix | {"a": [[1, 2], [3, 4]], "b": [[5, -6], [7, 8]]}
            matrices/hadamard | matrix | {"a": [[1, 2], [3, 4]], "b": [[5, -6], [7, 8]]}
            matrices/kronecker | matrix | {"a": [[1, 2], [3, 4]], "b": [[0, 5], [6, 7]]}
            matrices/transpose | matrix | {"matrix": [[1, 2, 3], [4, 5, 6]]}
            matrices/rank | rank | {"matrix": [[1, 2], [2, 4]]}
            matrices/norm | value | {"matrix": [[1, -2], [3, 4]]}
            matrices/norm | value | {"matrix": [[1, -2], [3, 4]], "kind": "1"}
            matrices/norm | value | {"matrix": [[1, -2], [3, 4]], "kind": "inf"}
            matrices/norm | value | {"matrix": [[1, -2], [3, 4]], "kind": "2"}
            matrices/norm | value | {"matrix": [[1, -2, 5], [3, 4, 0]], "kind": "nuclear"}
            matrices/norm | value | {"matrix": [[1, -2], [3, 4]], "kind": "max"}
            matrices/condition-number | value | {"matrix": [[1, 2], [3, 4]]}
            matrices/condition-number | value | {"matrix": [[1, 2], [3, 4]], "norm": "1"}
            matrices/condition-number | value | {"matrix": [[1, 2], [2, 4]], "norm": "1"}
            matrices/pseudo-inverse | matrix | {"matrix": [[1, 2], [2, 4], [0, 0]]}
            matrices/pseudo-inverse | matrix | {"matrix": [[1, 2], [3, 4], [5, 6]]}
            matrices/characteristic-polynomial | coefficients | {"matrix": [[1, 2], [3, 4]]}
            matrices/function | matrix | {"matrix": [[2, 1], [0, 3]], "function": "log"}
            matrices/function | matrix | {"matrix": [[2, 1], [1, 2]], "function": "sqrt"}
            matrices/function | matrix | {"matrix": [[2, 1], [1, 2]], "function": "sin"}
            matrices/function | matrix | {"matrix": [[0, -1], [1, 0]], "function": "exp"}
            matrices/function | matrix | {"matrix": [[1, -2], [2, 1]], "function": "log"}
            matrices/function | matrix | {"matrix": [[1, -2], [2, 1]], "function": "sqrt"}
            matrices/function | matrix | {"matrix": [[1, -2], [2, 1]], "function": "sin"}
            matrices/function | matrix | {"matrix": [[1, -2], [2, 1]], "function": "cos"}
            matrices/function | matrix | {"matrix": [[2, 1], [0, 2]], "function": "exp"}
            matrices/function | matrix | {"matrix": [[2, 1], [0, 2]], "function": "log"}
            matrices/function | matrix | {"matrix": [[3, 1], [-1, 1]], "function": "sqrt"}
            matrices/function | matrix | {"matrix": [[2, 1], [0, 2]], "function": "sin"}
            matrices/function | matrix | {"matrix": [[2, 1], [0, 2]], "function": "cos"}
            quadratic-forms/classify | definiteness | {"matrix": [[2, 1], [1, -3]]}
            decompositions/ldl | l | {"matrix": [[0, 1, 2], [1, 0, 3], [2, 3, 4]]}
            decompositions/schur | t | {"matrix": [[0, -1], [2, 0]]}
            decompositions/schur | t | {"matrix": [[1, 2], [3, 4]]}
            decompositions/schur | t | {"matrix": [[1, 2], [3, 4]], "sort": "rhp"}
            decompositions/schur | t | {"matrix": [[0, -1], [2, 0]], "output": "complex"}
            decompositions/hessenberg | h | {"matrix": [[1, 2, 3, 1], [-4, 5, 6, 1], [7, 8, 10, 2], [1, 0, 1, 3]]}
            decompositions/polar | unitary | {"matrix": [[1, 2], [3, 4]], "side": "left"}
            convolution | output | {"input": [[1, 2, 3], [4, 5, 6]], "kernels": [[1, -1]], "padding": 1}
            graphs/eigenvector-centrality | scores | {"adjacency": [[0, 1, 1], [1, 0, 0], [1, 0, 0]]}
            """)
    void aWorkingEndsInTheAnswer(String path, String field, String request) {
        String explained = request.replaceFirst("}$", ", \"explain\": true}");
        JsonPath answer = given().contentType(ContentType.JSON)
                .body(explained)
                .post("/v1/linalg/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(answer.<List<Object>>get("steps"))
                .as("steps, with warnings %s", answer.<Object>get("warnings"))
                .hasSizeGreaterThan(0);
        assertThat(answer.<Object>get("steps[-1].value")).isEqualTo(answer.get(field));
        for (String part : new String[] {"kind", "title", "detail", "latex"}) {
            assertThat(answer.<List<String>>get("steps." + part))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("%"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            transformations/apply | {"matrix": [[2, 0], [0, 2]], "points": [[1e308, 1], [1, -1e308]]}
            transformations/change-of-basis | {"vector": [3, 1], "from": [[1e308, 1e308], [1e308, -1e308]]}
            transformations/describe | {"matrix": [[1e308, 1e308], [1e308, -1e308]]}
            matrices/multiply | {"a": [[1e308]], "b": [[10]]}
            matrices/add | {"a": [[1e308]], "b": [[1e308]]}
            """)
    void whatOverflowsIsShownAsThat(String path, String request) {
        given().contentType(ContentType.JSON)
                .body(request.replaceFirst("}$", ", \"explain\": true}"))
                .post("/v1/linalg/" + path)
                .then()
                .statusCode(200);
    }
}
