package org.mlmath.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a caller says it takes or sends, it is answered in a form that is named for what it is, or told that there is none. */
@QuarkusTest
class NegotiationTest {
    private static final String JSON = "application/json;charset=UTF-8";

    @TestHTTPResource("/v1/probe/")
    URI probe;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(probe.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A request that nobody has made before, so that no answer is one that was kept. */
    private static HttpRequest.BodyPublisher anew() {
        return BodyPublishers.ofString("{\"text\": \"%s\"}".formatted(UUID.randomUUID()));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json;q=0.3                           | json
            application/json; charset=utf-8                  | json
            application/json;version=2                       | json
            application/json;q=x                             | json
            APPLICATION/JSON                                 | json
            *                                                | json
            ''                                               | json
            ','                                              | json
            application/*;q=0.2, text/*;q=0.1                | json
            a/b, , application/json                          | json
            text/html, image/gif, *; q=.2, */*; q=.2         | json
            application/x-npz;q=0.5, application/json        | json
            application/problem+json, */*                    | json
            application/x-ndjson;q=0, */*                    | json
            application/x-npz, application/json;q=0.9        | application/x-npz
            application/x-npz, */*                           | application/x-npz
            application/json;q=0, */*                        | application/x-npz
            Application/X-NPZ                                | application/x-npz
            application/x-ndjson                             | application/x-ndjson
            application/x-ndjson, application/json;q=0.5     | application/x-ndjson
            text/event-stream                                | text/event-stream
            application/problem+json                         | none
            application/vnd.api+json                         | none
            text/json                                        | none
            application/json;q=0                             | none
            application/x-npz;q=0                            | none
            */*;q=0                                          | none
            text/html                                        | none
            json                                             | none
            """)
    void anAnswerIsInAFormThatItsCallerTakes(String accepted, String form) throws Exception {
        HttpResponse<String> answer = send(to("count")
                .header("Content-Type", "application/json")
                .header("Accept", accepted)
                .POST(anew()));
        assertThat(answer.statusCode()).isEqualTo(form.equals("none") ? 406 : 200);
        assertThat(header(answer, "Content-Type"))
                .isEqualTo(
                        switch (form) {
                            case "json" -> JSON;
                            case "none" -> "application/problem+json";
                            default -> form;
                        });
        if (form.equals("json")) {
            assertThat(answer.body()).startsWith("{\"text\":").doesNotContain("null");
        }
    }

    /** Which is one line long where nothing is told on the way. */
    @Test
    void whoAsksForAStreamGetsOne() throws Exception {
        HttpResponse<String> answer = send(to("count")
                .header("Content-Type", "application/json")
                .header("Accept", "application/x-ndjson")
                .POST(anew()));
        assertThat(answer.body()).startsWith("{\"type\":\"result\",\"text\":").endsWith("}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json;q=0.5, 200",
        "*, 200",
        "application/x-ndjson, 406",
        "text/event-stream, 406",
        "application/x-npz, 406",
        "application/problem+json, 406",
        "'a/b, ,', 406"
    })
    void whatIsNoComputationIsGivenAsJsonAlone(String accepted, int status) throws Exception {
        HttpResponse<String> answer = send(to("list").header("Accept", accepted).GET());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo(status == 200 ? JSON : "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "application/json, text/plain", "application", "/", "text/plain"})
    void aBodyOfATypeThatNobodyKnowsIsRefused(String type) throws Exception {
        HttpResponse<String> answer =
                send(to("count").header("Content-Type", type).POST(anew()));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("/problems/unsupported-media-type");
    }

    @Test
    void aBodyPackedTwiceIsRefusedHoweverThatIsSaid() throws Exception {
        HttpResponse<String> answer = send(to("count")
                .headers("Content-Type", "application/json", "Content-Encoding", "gzip", "Content-Encoding", "gzip")
                .POST(anew()));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(header(answer, "Accept-Encoding")).isEqualTo("gzip, deflate");
    }

    private HttpRequest.Builder held(String... tags) {
        String json = URLEncoder.encode("{\"text\": \"held\", \"fixed\": true}", StandardCharsets.UTF_8);
        HttpRequest.Builder request = to("count?request=" + json).GET();
        for (String tag : tags) {
            request.header("If-None-Match", tag);
        }
        return request;
    }

    @Test
    void whatACallerHasIsNotSentAgainHoweverManyItHas() throws Exception {
        String tag = header(send(held()), "ETag");
        for (String[] held : new String[][] {
            {tag}, {"W/" + tag}, {"*"}, {"\"other\", " + tag}, {"\"other\"", tag}, {tag, "\"other\""}
        }) {
            HttpResponse<String> answer = send(held(held));
            assertThat(answer.statusCode()).as(String.join(" and ", held)).isEqualTo(304);
            assertThat(header(answer, "ETag")).isEqualTo(tag);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(send(held("\"other\"", "\"one more\"")).statusCode()).isEqualTo(200);
    }

    @Test
    void oneQueryHoldsOneRequest() throws Exception {
        HttpResponse<String> answer =
                send(to("count?request=%7B%7D&request=%7B%7D").GET());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(answer.body()).getString("detail")).contains("2 parameters named request");
    }

    @Test
    void aDirectiveIsTheSameInAnyCase() throws Exception {
        for (String directive : new String[] {"no-cache", "No-Cache", "max-age=0, NO-STORE"}) {
            HttpResponse<String> answer = send(to("count")
                    .headers("Content-Type", "application/json", "Cache-Control", directive)
                    .POST(anew()));
            assertThat(header(answer, "Cache-Status")).as(directive).isEqualTo("mlmath; fwd=bypass");
        }
    }

    /** A cache would give it to everybody else. */
    @Test
    void whatIsPackedForWhoTakesNothingElseIsKeptApart() throws Exception {
        HttpResponse<byte[]> answer = client.send(
                held().header("Accept-Encoding", "gzip, identity;q=0").build(), BodyHandlers.ofByteArray());
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.headers().allValues("Vary")).contains("accept-encoding");
    }
}
