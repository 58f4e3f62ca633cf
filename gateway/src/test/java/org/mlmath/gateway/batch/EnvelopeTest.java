package org.mlmath.gateway.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    /** A copy of the whole for each of them would take more memory than there is. */
    @Test
    void theBytesOfABatchAreHeldOnceHoweverManyRequestsItHas() {
        String body = "[" + "1,".repeat(8_000) + "1]";
        String item = "{\"path\": \"/v1/test/echo\", \"body\": " + body + "}";
        byte[] json = ("{\"requests\": [" + String.join(",", Collections.nCopies(1_000, item)) + "]}")
                .getBytes(StandardCharsets.US_ASCII);
        List<Item> items = Envelope.read(json, 1_000);
        assertThat(items).hasSize(1_000).allSatisfy(read -> {
            assertThat(read.refusal()).isNull();
            assertThat(read.body().length()).isEqualTo(body.length());
        });
        assertThat(items.getFirst().body().toString()).isEqualTo(body);
        assertThat(items.getLast().body().toString()).isEqualTo(body);
        json[json.length - "}]}".length() - 2] = '7'; // the last digit of the last body
        assertThat(items.getLast().body().toString()).endsWith(",7]");
    }
}
