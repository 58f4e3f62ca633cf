package org.mlmath.linalg.graph;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class GraphResourceTest {
    private static ValidatableResponse post(String operation, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/graphs/" + operation)
                .then();
    }

    @Test
    void danglingNodesAndPartsAreCounted() {
        post("pagerank", "{\"edges\": [[0, 1], [2, 3]], \"nodes\": 5}")
                .statusCode(200)
                .body("dangling", contains(1, 3, 4))
                .body("components", equalTo(3))
                .body("scores.size()", equalTo(5))
                .body("converged", equalTo(true));
    }

    @Test
    void aGraphWithoutEdgesRanksAllAlike() {
        post("pagerank", "{\"edges\": [], \"nodes\": 4}")
                .statusCode(200)
                .body("scores", contains(0.25f, 0.25f, 0.25f, 0.25f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pagerank | {} | invalid-parameter | /edges",
                "pagerank | {\"edges\": [[0, 1]], \"adjacency\": [[1]]} | invalid-parameter | /edges",
                "pagerank | {\"edges\": []} | invalid-parameter | /edges",
                "pagerank | {\"edges\": [[0, 1.5]]} | invalid-parameter | /edges/0/1",
                "pagerank | {\"edges\": [[0, 1], [-1, 0]]} | invalid-parameter | /edges/1/0",
                "pagerank | {\"edges\": [[0, 3]], \"nodes\": 3} | invalid-parameter | /edges/0/1",
                "pagerank | {\"edges\": [[0, 1e9]]} | limit-exceeded | /edges/0/1",
                "pagerank | {\"edges\": [[0]]} | dimension-mismatch | /edges",
                "pagerank | {\"adjacency\": [[0, 1]]} | dimension-mismatch | /adjacency",
                "pagerank | {\"adjacency\": [[0, -1], [0, 0]]} | invalid-parameter | /adjacency/0/1",
                "pagerank | {\"adjacency\": [[1]], \"nodes\": 2} | dimension-mismatch | /nodes",
                "pagerank | {\"edges\": [[0, 1]], \"personalization\": [1]} | dimension-mismatch | /personalization",
                "pagerank | {\"edges\": [[0, 1]], \"personalization\": [0, 0]} | invalid-parameter | /personalization",
                "pagerank | {\"edges\": [[0, 1]], \"damping\": 2} | invalid-request | /damping",
                "eigenvector-centrality | {\"edges\": [[0, 1]]} | domain-error | /edges",
                "eigenvector-centrality | {\"edges\": [[0, 1]], \"tolerance\": 0} | invalid-request | /tolerance"
            })
    void whatIsWrongIsRefusedWhereItStands(String operation, String body, String type, String pointer) {
        post(operation, body)
                .statusCode(type.equals("invalid-request") ? 400 : 422)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
