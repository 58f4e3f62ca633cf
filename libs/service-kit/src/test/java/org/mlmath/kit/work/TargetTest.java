package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.kit.problem.ProblemType;

class TargetTest {
    private static final List<String> PIECES = List.of(
            "/", "a", "..", ".", "%2e", "%2F", "%5c", "%25", "%00", "%41", "%c3%a9", ";", "\\", "%", "%4", "é", " ",
            "~");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/linalg/decompositions/svd",
                "/v1/linalg/decompositions/svd/",
                "/v1/stats/distributions/student%20t/cdf",
                "/v1/stats/distributions/%C3%A9/cdf",
                "/docs/swagger-ui-bundle.js.LICENSE.txt",
                "/a...b/...",
                "/v1/lin%61lg"
            })
    void aPlainPathIsLetThrough(String path) {
        assertThat(Target.fault(path, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/limits",
                "/v1//limits",
                "/v1/limits//",
                "/v1/./limits",
                "/v1/../limits",
                "/v1/limits/..",
                "/v1/limits/.",
                "/v1/%2e%2e/limits",
                "/v1/.%2E/limits",
                "/v1%2Flimits",
                "/v1%5climits",
                "/v1\\limits",
                "/v1;a=b/limits",
                "/v1%3ba/limits",
                "/v1/limits%00",
                "/v1/limits%0d%0aX:1",
                "/v1/limits%7f",
                "/v1/%252e%252e/limits",
                "/v1/limité",
                "v1/limits",
                "*",
                ""
            })
    void aPathThatCanBeReadInTwoWaysLeadsNowhere(String path) {
        assertThat(Target.fault(path, null).type()).isEqualTo(ProblemType.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/%zz, , %zz",
        "/v1/a%, , %",
        "/v1/a%4, , %4",
        "/v1, request=%zz, %zz",
        "/v1, a=%41&b=%4, %4",
        "/v1, %, %",
    })
    void aMalformedEscapeIsSaidToBeOne(String path, String query, String found) {
        var fault = Target.fault(path, query);
        assertThat(fault.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(fault).hasMessageContaining("\"" + found + "\"");
    }

    @Test
    void aQueryMayHaveWhatAPathMayNot() {
        assertThat(Target.fault("/v1/limits", "request=%7B%22a%22%3A1%7D&b=//../;%2F%2e%00"))
                .isNull();
    }

    /** However often it is decoded, what is let through has the same segments and never climbs. */
    @Property
    void whatIsLetThroughMeansTheSameToEverybody(@ForAll("paths") String path) {
        if (Target.fault(path, null) == null) {
            String decoded = URLDecoder.decode(path, StandardCharsets.UTF_8);
            assertThat(URLDecoder.decode(decoded, StandardCharsets.UTF_8)).isEqualTo(decoded);
            assertThat(decoded.split("/", -1)).hasSameSizeAs(path.split("/", -1));
            assertThat(Arrays.asList(decoded.split("/", -1))).doesNotContain("..", ".");
            assertThat(decoded).doesNotContain("//", ";", "\\", "\0");
        }
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> "/" + String.join("", pieces));
    }
}
