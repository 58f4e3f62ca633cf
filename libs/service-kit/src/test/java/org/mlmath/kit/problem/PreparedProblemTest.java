package org.mlmath.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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

    @Test
    void asAWholeSaysTheSame() {
        EmbeddedChannel caller = new EmbeddedChannel(new HttpResponseDecoder(), new HttpObjectAggregator(10_000));
        WholeRefusal whole = prepared.whole(Map.of("Mlmath-Version", "1.0"));
        caller.writeInbound(
                whole.of("a-1", UnpooledByteBufAllocator.DEFAULT), whole.of("b-22", UnpooledByteBufAllocator.DEFAULT));
        for (String id : new String[] {"a-1", "b-22"}) {
            FullHttpResponse answer = caller.readInbound();
            assertThat(answer.status().code()).isEqualTo(503);
            assertThat(answer.headers().get("Retry-After")).isEqualTo("1");
            assertThat(answer.headers().get("Mlmath-Version")).isEqualTo("1.0");
            assertThat(answer.headers().get("X-Request-Id")).isEqualTo(id);
            assertThat(answer.headers().get("Content-Type")).isEqualTo(ProblemResponse.MEDIA_TYPE);
            assertThat(new JsonObject(answer.content().toString(StandardCharsets.UTF_8)))
                    .isEqualTo(ProblemResponse.document(FULL, id));
            answer.release();
        }
    }
}
