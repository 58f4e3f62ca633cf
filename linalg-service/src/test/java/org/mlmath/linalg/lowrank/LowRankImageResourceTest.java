package org.mlmath.linalg.lowrank;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LowRankImageResourceTest {
    private static final String PATH = "/v1/linalg/low-rank/image";
    private static final byte[] PNG =
            LowRankImageTest.random(24, 30, 3, true, 8).pack();

    private static ValidatableResponse post(byte[] png, String query) {
        return given().contentType("image/png").body(png).post(PATH + query).then();
    }

    @Test
    void aPictureComesBackWithItsRankAndErrorInTheHeaders() {
        byte[] answer = post(PNG, "?rank=5")
                .statusCode(200)
                .contentType("image/png")
                .header("Mlmath-Rank", "5")
                .header("Mlmath-Compression-Ratio", equalTo(Double.toString(24 * 30 / (5.0 * 55))))
                .extract()
                .asByteArray();
        assertThat(PngHeader.of(answer)).isEqualTo(PngHeader.of(PNG));
        post(PNG, "?energy=1").statusCode(200).header("Mlmath-Rank", "24").header("Mlmath-Relative-Error", "0.0");
    }

    @Test
    void aLargePictureIsDoneInItsLane() {
        post(LowRankImageTest.random(300, 400, 3, false, 8).pack(), "?rank=10")
                .statusCode(200)
                .header("Mlmath-Rank", "10");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /rank",
        "?rank=1&energy=0.5, /energy",
        "?rank=0, /rank",
        "?rank=25, /rank",
        "?rank=two, /rank",
        "?energy=0, /energy",
        "?energy=NaN, /energy"
    })
    void whatMakesNoSenseIsRefused(String query, String pointer) {
        post(PNG, query).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void whatIsNoPngIsRefused() {
        post(new byte[] {1, 2, 3}, "?rank=1").statusCode(422).contentType("application/problem+json");
        given().contentType("image/jpeg")
                .body(PNG)
                .post(PATH + "?rank=1")
                .then()
                .statusCode(415);
        given().contentType("application/json")
                .body("{}")
                .post(PATH + "?rank=1")
                .then()
                .statusCode(415);
        given().contentType("image/png")
                .accept("application/json")
                .body(PNG)
                .post(PATH + "?rank=1")
                .then()
                .statusCode(406);
    }

    @Test
    void aSmallFileOfAHugePictureIsRefusedByItsHeader() {
        byte[] bomb = PNG.clone();
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        post(bomb, "?rank=1").statusCode(422).body("type", equalTo("/problems/limit-exceeded"));
    }
}
