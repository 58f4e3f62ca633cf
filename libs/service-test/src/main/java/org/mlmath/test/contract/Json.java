package org.mlmath.test.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** JSON as it is written: decimals keep their digits. */
public final class Json {
    static final JsonNode MISSING = MissingNode.getInstance();

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int LINE = 110;

    private Json() {}

    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + text, e);
        }
    }

    /** @return the value with what fits on a line on one line, everything else an entry per line */
    public static String pretty(JsonNode value) {
        return pretty(value, 0, 0);
    }

    private static String pretty(JsonNode value, int indent, int used) {
        String line = onOneLine(value);
        if (indent + used + line.length() <= LINE || !value.isContainerNode()) {
            return line;
        }
        String margin = "\n" + " ".repeat(indent + 2);
        String end = "\n" + " ".repeat(indent);
        if (value.isObject()) {
            return value.properties().stream()
                    .map(field -> name(field)
                            + pretty(field.getValue(), indent + 2, name(field).length() + 1))
                    .collect(Collectors.joining("," + margin, "{" + margin, end + "}"));
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(entry -> pretty(entry, indent + 2, 1))
                .collect(Collectors.joining("," + margin, "[" + margin, end + "]"));
    }

    private static String onOneLine(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(field -> name(field) + onOneLine(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Json::onOneLine)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        // BigDecimal writes 1E-7 and 1E+21 where the services write 1e-7 and 1e+21.
        return value.isNumber() ? value.asText().replace('E', 'e') : value.toString();
    }

    private static String name(Map.Entry<String, JsonNode> field) {
        return MAPPER.getNodeFactory().textNode(field.getKey()) + ": ";
    }
}
