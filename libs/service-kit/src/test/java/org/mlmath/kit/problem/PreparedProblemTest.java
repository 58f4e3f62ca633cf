package org.mlmath.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class PreparedProblemTest {
    private static final ProblemException FULL =
            new ProblemException(ProblemType.OVERLOADED, "There is \"no\" room.").retryAfter(1);

    private final PreparedProblem prepared = new PreparedProblem(FULL);

    @Test
    void saysWhatWouldBeWrittenOtherwise() {
        assertThat(new JsonObject(prepared.document("a-1"))).isEqualTo(ProblemResponse.document(FULL, "a-1"));
    }

    @Test
    void namesEachRequest() {
        assertThat(new JsonObject(prepared.document("a-1")).getString("requestId"))
                .isEqualTo("a-1");
        assertThat(new JsonObject(prepared.document("b-2")).getString("requestId"))
                .isEqualTo("b-2");
    }
}
