package org.mlmath.gateway.batch;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InternalCallsTest {
    private static final String PATH = "/test/internal-calls";

    @Inject
    InternalCalls calls;

    @Test
    void theSecretOfTheProcessMarksItsOwnCalls() {
        given().header(InternalCalls.HEADER, secret()).get(PATH).then().body(equalTo("internal: true, header: null"));
    }

    @Test
    void whoeverGuessesIsACallerAsAnyOther() {
        String secret = secret();
        String last = secret.endsWith("0") ? "1" : "0";
        String nearly = secret.substring(0, secret.length() - 1) + last;
        given().header(InternalCalls.HEADER, nearly).get(PATH).then().body(equalTo("internal: false, header: null"));
        given().header(InternalCalls.HEADER, "").get(PATH).then().body(equalTo("internal: false, header: null"));
        given().header(InternalCalls.HEADER, nearly, secret)
                .get(PATH)
                .then()
                .body(equalTo("internal: false, header: null"));
        when().get(PATH).then().body(equalTo("internal: false, header: null"));
    }

    private String secret() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        calls.mark(headers);
        return headers.get(InternalCalls.HEADER);
    }

    /** Says how a request was judged and what is left of its header. */
    @Singleton
    static class Judgement {
        void mount(@Observes Router router) {
            router.get(PATH)
                    .handler(context -> context.end("internal: " + InternalCalls.isInternal(context) + ", header: "
                            + context.request().getHeader(InternalCalls.HEADER)));
        }
    }
}
