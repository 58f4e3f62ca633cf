package org.mlmath.linalg;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Linear algebra in NumPy's own files. */
@QuarkusTest
class ArraysTest {
    private static final String SVD = "/v1/linalg/decompositions/svd";
    private static final String SOLVE = "/v1/linalg/systems/solve";
    private static final String NPZ = "application/x-npz";
    private static final String NPY = "application/x-npy";

    private static RequestSpecification sending(String type, byte[] body) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, ContentType.BINARY)))
                .contentType(type)
                .body(body);
    }

    private static byte[] npy(String shape, double... values) {
        byte[] header = "{'descr': '<f8', 'fortran_order': False, 'shape': %s, }\n"
                .formatted(shape)
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(10 + header.length + 8 * values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length)
                .put(header);
        for (double value : values) {
            file.putDouble(value);
        }
        return file.array();
    }

    private static byte[] npz(Map<String, byte[]> arrays) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
            }
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] npz) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(npz))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** @return the last entries of an npy file */
    private static double[] last(byte[] npy, int count) {
        double[] values = new double[count];
        ByteBuffer.wrap(npy, npy.length - 8 * count, 8 * count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(values);
        return values;
    }

    @Test
    void aMatrixIsTakenApartWithoutJson() throws IOException {
        byte[] answer = sending(NPY, npy("(2, 2)", 3, 0, 4, 5))
                .accept(NPZ)
                .post(SVD)
                .then()
                .statusCode(200)
                .contentType(NPZ)
                .extract()
                .asByteArray();
        Map<String, byte[]> entries = unzip(answer);
        assertThat(entries).containsOnlyKeys("u.npy", "singularValues.npy", "vt.npy", "result.json");
        assertThat(last(entries.get("singularValues.npy"), 2))
                .containsExactly(new double[] {Math.sqrt(45), Math.sqrt(5)}, within(1e-14));
        assertThat(new String(entries.get("result.json"), StandardCharsets.UTF_8))
                .contains("\"rank\":2", "\"diagnostics\"", "\"warnings\":[]")
                .doesNotContain("\"u\"");
    }

    @Test
    void theAnswerIsThatOfTheJsonToTheLastBit() throws IOException {
        String json = given().contentType(ContentType.JSON)
                .body("{\"matrix\": [[0.1, 0.2, 0.3], [0.4, 0.5, 0.7]]}")
                .post(SVD)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        sending(NPY, npy("(2, 3)", 0.1, 0.2, 0.3, 0.4, 0.5, 0.7))
                .post(SVD)
                .then()
                .statusCode(200)
                .body(equalTo(json));
        sending("text/csv", "a,b,c\r\n0.1,0.2,0.3\r\n0.4,0.5,0.7\r\n".getBytes(StandardCharsets.US_ASCII))
                .post(SVD)
                .then()
                .statusCode(200)
                .body(equalTo(json));
    }

    @Test
    void largeArraysComeAndGoBitForBitInEitherOrder() throws IOException {
        comesAndGoes(300, 400); // 960 kB: enters its array as it arrives
        comesAndGoes(600, 700); // 3.4 MB: an array made apart from the event loop
    }

    private static void comesAndGoes(int rows, int columns) throws IOException {
        Random random = new Random(3);
        double[] values = random.doubles((long) rows * columns, -1e3, 1e3).toArray();
        byte[] matrix = npy("(%d, %d)".formatted(rows, columns), values);
        double[] transposed = last(sent(matrix), rows * columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                assertThat(transposed[j * rows + i]).isEqualTo(values[i * columns + j]);
            }
        }
        byte[] byColumns = new String(matrix, StandardCharsets.ISO_8859_1)
                .replace(
                        "False, 'shape': (%d, %d)".formatted(rows, columns),
                        "True,  'shape': (%d, %d)".formatted(columns, rows))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(last(sent(byColumns), rows * columns)).containsExactly(values);
    }

    private static byte[] sent(byte[] npy) {
        return sending(NPY, npy)
                .accept(NPY)
                .post("/v1/linalg/matrices/transpose")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void whatIsWrongInLargeArraysIsRefusedWhereItStands() {
        double[] values = new double[120_000];
        values[7 * 400 + 9] = Double.NaN;
        sending(NPY, npy("(300, 400)", values))
                .post(SVD)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/matrix/7/9"));
        sending(NPY, npy("(300, 401)", values))
                .post(SVD)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/matrix"))
                .body("errors[0].detail", containsString("960000 bytes of entries"));
        sending(NPY, npy("(120000,)", values))
                .post(SVD)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("has 1 dimensions"));
        sending(NPY, npy("(300, 400)", values))
                .queryParam("mode", "best")
                .post(SVD)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/mode"));
    }

    @Test
    void optionsStandInTheQuery() {
        sending(NPY, npy("(2, 2)", 3, 0, 4, 5))
                .queryParam("components", 1)
                .post(SVD)
                .then()
                .statusCode(200)
                .body("singularValues", hasSize(1));
        sending(NPY, npy("(2, 2)", 3, 0, 4, 5))
                .queryParam("mode", "values")
                .post(SVD)
                .then()
                .statusCode(200)
                .body("u", equalTo(null));
        sending(NPY, npy("(2, 2)", 3, 0, 4, 5))
                .queryParam("components", 0)
                .post(SVD)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/components"));
    }

    @Test
    void aSystemIsSolvedInOneArchive() throws IOException {
        byte[] system = npz(Map.of("matrix", npy("(2, 2)", 2, 1, 1, 3), "rhs", npy("(2,)", 3, 5)));
        byte[] solution = sending(NPZ, system)
                .accept(NPY)
                .queryParam("field", "solution")
                .post(SOLVE)
                .then()
                .statusCode(200)
                .contentType(NPY)
                .extract()
                .asByteArray();
        assertThat(last(solution, 2)).containsExactly(new double[] {0.8, 1.4}, within(1e-14));
        sending(NPZ, npz(Map.of("matrix", npy("(2, 2)", 2, 1, 1, 3))))
                .post(SOLVE)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/rhs"));
    }

    @Test
    void aModelIsFittedToCsvAndTakenBackByDottedNames() throws IOException {
        byte[] model = sending("text/csv", "x,y\n1,2\n2,4.5\n3,5.5\n".getBytes(StandardCharsets.US_ASCII))
                .accept(NPZ)
                .queryParam("components", 1)
                .post("/v1/linalg/pca/fit")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Map<String, byte[]> fitted = unzip(model);
        Map<String, byte[]> request = new LinkedHashMap<>();
        request.put("model.components", fitted.get("components.npy"));
        request.put("model.mean", fitted.get("mean.npy"));
        request.put("data", npy("(1, 2)", 2, 4));
        byte[] scores = sending(NPZ, npz(request))
                .accept(NPY)
                .post("/v1/linalg/pca/transform")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(last(scores, 1)).containsExactly(new double[] {0}, within(1e-14)); // the mean itself
    }

    @Test
    void complexEigenvaluesComeAsComplexNumbers() {
        byte[] values = sending(NPY, npy("(2, 2)", 0, -1, 1, 0))
                .accept(NPY)
                .post("/v1/linalg/decompositions/eigen")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(values, StandardCharsets.ISO_8859_1)).contains("'<c16'", "(2,)");
        assertThat(last(values, 4)).containsExactly(0, -1, 0, 1);
    }

    @Test
    void whatIsWrongIsRefusedWhereItStands() throws IOException {
        sending(NPY, npy("(2, 2)", 1, 2, 3, Double.NaN))
                .post(SVD)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/matrix/1/1"));
        sending(NPZ, npz(Map.of("matrix", npy("(1, 2)", 1, Double.POSITIVE_INFINITY))))
                .post(SVD)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/matrix/0/1"));
        sending(NPY, npy("(2,)", 1, 2)).post(SVD).then().statusCode(400).body("errors[0].pointer", equalTo("/matrix"));
        sending(NPZ, npz(Map.of("matrx", npy("(1, 1)", 1))))
                .post(SVD)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("\"matrix\""));
        sending("text/csv", "a,b\n1,2\n3,x\n".getBytes(StandardCharsets.US_ASCII))
                .post(SVD)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/matrix/1/1"))
                .body("line", equalTo(3));
    }

    @Test
    void hostileFilesAreRefusedAndNothingElseSuffers() throws IOException {
        byte[] zeros = new byte[200_000_000];
        sending(NPZ, npz(Map.of("matrix", zeros)))
                .post(SVD)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/limit-exceeded"));
        sending(NPY, npy("(2000000000, 2000000000)"))
                .post(SVD)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/limit-exceeded"));
        sending(NPY, npy("(2147483647, 2147483647, 2147483647, 2147483647)"))
                .post(SVD)
                .then()
                .statusCode(400);
        sending(NPZ, npy("(1, 1)", 1)).post(SVD).then().statusCode(400);
        sending(NPY, npz(Map.of("matrix", npy("(1, 1)", 1)))).post(SVD).then().statusCode(400);
        sending(NPY, new byte[0]).post(SVD).then().statusCode(400);
        sending(NPZ, new byte[0]).post(SVD).then().statusCode(400);
        sending(NPY, npy("(1, 1)", 7)).post(SVD).then().statusCode(200);
    }
}
