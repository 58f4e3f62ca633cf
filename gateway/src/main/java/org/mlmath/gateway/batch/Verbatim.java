package org.mlmath.gateway.batch;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON that is written as it is, byte for byte: numbers keep the digits they came with. */
record Verbatim(@JsonValue @JsonRawValue String json) {
    /** Line ends can only stand between the tokens of JSON, where a space says as much. */
    Verbatim onOneLine() {
        return new Verbatim(json.replace('\n', ' ').replace('\r', ' '));
    }
}
