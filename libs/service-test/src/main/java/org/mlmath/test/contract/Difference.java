package org.mlmath.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two answers differ, and by more than rounding: the last digits may depend on the processor's kernels. */
public final class Difference {
    private static final BigDecimal RELATIVE = new BigDecimal("1e-9");

    /** Below this lie residuals, which are rounding errors themselves. */
    private static final BigDecimal FLOOR = new BigDecimal("1e-12");

    private static final Set<String> IGNORED = Set.of("requestId");

    private final List<String> found = new ArrayList<>();

    private Difference() {}

    /** @return a line per place, empty if the answers agree */
    public static List<String> between(JsonNode expected, JsonNode actual) {
        Difference difference = new Difference();
        difference.compare("", expected, actual);
        return difference.found;
    }

    private void compare(String pointer, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            names.removeAll(IGNORED);
            names.forEach(name -> compare(pointer + "/" + name, expected.path(name), actual.path(name)));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(pointer + "/" + i, expected.get(i), actual.get(i));
            }
        } else if (!(expected.isNumber() && actual.isNumber() ? close(expected, actual) : expected.equals(actual))) {
            found.add("%s: %s is documented, %s was answered".formatted(pointer, shown(expected), shown(actual)));
        }
    }

    private static boolean close(JsonNode expected, JsonNode actual) {
        BigDecimal a = expected.decimalValue();
        BigDecimal b = actual.decimalValue();
        BigDecimal tolerance =
                a.abs().max(b.abs()).multiply(RELATIVE, MathContext.DECIMAL64).max(FLOOR);
        return a.subtract(b).abs().compareTo(tolerance) <= 0;
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.toString();
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
