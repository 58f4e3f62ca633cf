package org.mlmath.kit.array;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and answers in other forms than JSON, over HTTP. */
@QuarkusTest
class ArrayBodyTest {
    private static final String ECHO = "/v1/probe/echo";
    private static final String NPZ = "application/x-npz";
    private static final String NPY = "application/x-npy";

    @TestHTTPResource
    URI server;

    private static RequestSpecification sending(String type, byte[] body) {
        // As it is: REST Assured would add a charset and encode
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(NPZ, ContentType.BINARY)
                                .encodeContentTypeAs(NPY, ContentType.BINARY)
                                .encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .contentType(type)
                .body(body);
    }

    @Test
    void anNpyBodyIsTheFirstArrayFieldAndTheQueryTheRest() throws IOException {
        sending(NPY, NpyTest.numpy("c-order.npy"))
                .queryParam("mode", "full")
                .queryParam("scale", "2.5")
                .queryParam("vector", "[1, 2]")
                .post(ECHO)
                .then()
                .statusCode(200)
                .body("matrix", contains(contains(1.5f, -2, 3), contains(4, 5, 0)))
                .body("mode", equalTo("full"))
                .body("scale", equalTo(2.5f))
                .body("vector", contains(1, 2));
    }

    @Test
    void anNpzBodyHoldsTheArraysByName() throws IOException {
        sending(NPZ, NpyTest.numpy("stored.npz"))
                .queryParam("request", "{\"mode\": \"full\", \"data\": [1, null]}")
                .queryParam("scale", "1")
                .post(ECHO)
                .then()
                .statusCode(200)
                .body("matrix", contains(contains(2, 1), contains(1, 3)))
                .body("rhs", contains(3, 5))
                .body("mode", equalTo("full"))
                .body("data", contains(equalTo(1), nullValue()));
    }

    @Test
    void aCsvBodyIsADataSet() {
        sending("text/csv; charset=utf-8", "a,b\r\n1,2\r\n3,4\r\n".getBytes())
                .post(ECHO)
                .then()
                .statusCode(200)
                .body("matrix", contains(contains(1, 2), contains(3, 4)));
        sending("text/csv", "a,b\n1,\n".getBytes())
                .post(ECHO)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/matrix/0/1"));
    }

    @Test
    void whatGoesOutComesBackBitForBit() throws IOException {
        Map<String, byte[]> sent = new LinkedHashMap<>();
        sent.put("matrix.npy", NpyTest.numpy("c-order.npy"));
        sent.put("data.npy", npyOfMissing());
        byte[] npz = sending(NPZ, NpzTest.zip(sent))
                .accept(NPZ)
                .post(ECHO)
                .then()
                .statusCode(200)
                .contentType(NPZ)
                .extract()
                .asByteArray();
        Map<String, Object> arrays;
        try (java.util.zip.ZipInputStream zip =
                new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(npz))) {
            arrays = new LinkedHashMap<>();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                arrays.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(arrays).containsOnlyKeys("matrix.npy", "data.npy", "complex.npy", "result.json");
        assertThat((byte[]) arrays.get("matrix.npy")).isEqualTo(sent.get("matrix.npy"));
        assertThat((byte[]) arrays.get("data.npy")).isEqualTo(sent.get("data.npy"));
        assertThat(new String((byte[]) arrays.get("result.json"))).startsWith("{\"thread\":");
    }

    private static byte[] npyOfMissing() {
        byte[] npy = NpyTest.npy(
                1,
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }" + " ".repeat(60) + "\n",
                new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xF8, 0x7F, 0, 0, 0, 0, 0, 0, 0, 0});
        return npy;
    }

    @Test
    void oneArrayIsPickedByField() throws IOException {
        byte[] first = sending("application/json", "{\"matrix\": [[1.5, -2, 3], [4, 5, -0.0]]}".getBytes())
                .accept(NPY)
                .post(ECHO)
                .then()
                .statusCode(200)
                .contentType(NPY)
                .extract()
                .asByteArray();
        assertThat(first).isEqualTo(NpyTest.numpy("c-order.npy"));
        given().contentType("application/json")
                .body("{\"matrix\": [[1]]}")
                .accept(NPY)
                .queryParam("field", "matrx")
                .post(ECHO)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("matrix, complex"));
        given().contentType("application/json")
                .body("{}")
                .accept(NPY)
                .post("/v1/probe/seed")
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
    }

    @Test
    void aQueryThatCannotBeDecodedIsTheCallersMistake() throws IOException {
        byte[] npy = NpyTest.numpy("c-order.npy");
        for (String accept : new String[] {"application/json", NPY}) {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.setSoTimeout(8000);
                socket.getOutputStream()
                        .write(("POST %s?field=%%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept: %s\r\n"
                                        + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n")
                                .formatted(ECHO, accept, NPY, npy.length)
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(npy);
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 400");
            }
        }
    }

    @Test
    void theGetFormHasTheSameForms() {
        given().queryParam("request", "{\"matrix\": [[1]]}")
                .accept(NPZ)
                .get(ECHO)
                .then()
                .statusCode(200)
                .contentType(NPZ)
                .header("Vary", equalTo("accept"));
        given().accept(NPZ).get("/v1/probe/list").then().statusCode(406);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/* | application/json",
                "application/x-npz, application/json;q=0.9 | application/x-npz",
                "application/x-npz;q=0.5, application/json | application/json",
                "application/x-npz;q=0.5, */*;q=0.1 | application/x-npz",
                "text/html, application/x-npy;q=0.2 | application/x-npy",
                "application/x-npz, text/html | application/x-npz"
            })
    void theCallerChoosesTheForm(String accept, String form) {
        given().contentType("application/json")
                .body("{\"matrix\": [[1]]}")
                .header("Accept", accept)
                .post(ECHO)
                .then()
                .statusCode(200)
                .contentType(containsString(form));
    }

    @Test
    void problemsAreAlwaysProblems() throws IOException {
        sending(NPZ, new byte[100])
                .accept(NPZ)
                .post(ECHO)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        sending(NPY, NpyTest.numpy("scalar.npy"))
                .accept(NPY)
                .post(ECHO)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/matrix"));
        sending(NPY, NpyTest.numpy("c-order.npy"))
                .queryParam("matrix", "[[1]]")
                .post(ECHO)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/matrix"));
        sending(NPY, NpyTest.numpy("c-order.npy"))
                .queryParam("mod", "full")
                .post(ECHO)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("\"mode\""));
        sending(NPY, NpyTest.numpy("c-order.npy"))
                .post("/v1/probe/seed")
                .then()
                .statusCode(415)
                .body("detail", containsString(NPZ));
        sending("text/html", new byte[1]).post(ECHO).then().statusCode(415).body("detail", containsString("text/csv"));
        given().contentType("application/json")
                .body("{\"matrix\": [[1]]}")
                .accept("image/png")
                .post(ECHO)
                .then()
                .statusCode(406)
                .body("detail", containsString(NPZ));
    }
}
