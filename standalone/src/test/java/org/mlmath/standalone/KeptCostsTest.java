package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.mlmath.gateway.operations.OperationCost;
import org.mlmath.gateway.operations.OperationCost.Estimate;
import org.mlmath.gateway.operations.OperationCost.Growth;
import org.mlmath.gateway.operations.OperationCost.Lane;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.kit.work.Delegating;
import org.mlmath.kit.work.Limits;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.test.contract.Difference;
import org.mlmath.test.contract.DocumentedExample;
import org.mlmath.test.contract.Json;

/**
 * What operations cost, as their request records estimate the documented examples and larger ones, is kept as a file: the gateway
 * lists it and has none of those records where the services are processes of their own. {@code -Dopenapi.update=true} rewrites it.
 */
@QuarkusTest
class KeptCostsTest {
    private static final Path KEPT = Path.of("../gateway/src/main/resources/costs.json");

    /** The growth is seen between two sizes that are large enough for the highest power to matter alone. */
    private static final int LONG = 4096;

    private static final int WIDE = 160;
    private static final int MANY = 1024;

    /** What grows more slowly is a logarithm, what grows faster no power. */
    private static final double LOWEST_POWER = 0.2;

    private static final double HIGHEST_POWER = 5;

    @Inject
    ObjectMapper mapper;

    @Inject
    Limits limits;

    @Inject
    BeanManager beans;

    @Test
    void theKeptCostsAreWhatTheRequestsEstimate() throws IOException {
        assumeThat(Kernels.fallbackReason()).as("costs are those of OpenBLAS").isEmpty();
        Map<String, OperationCost> costs = new TreeMap<>();
        requestTypes().forEach((operation, type) -> {
            List<DocumentedExample> examples = DocumentedExample.of(operation).stream()
                    .filter(example ->
                            example.status() == 200 && example.request().isObject())
                    .toList();
            if (!examples.isEmpty()) {
                costs.put(operation, cost(type, examples));
            }
        });
        JsonNode computed = mapper.valueToTree(costs);
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(KEPT, Json.pretty(computed) + "\n");
        }
        assertThat(Difference.between(Json.parse(Files.readString(KEPT)), Json.parse(computed.toString())))
                .as(
                        "%s is what the requests estimate. Where a change is meant, run this test with -Dopenapi.update=true",
                        KEPT)
                .isEmpty();
        assertThat(costs.get("decomposeSvd").growth()).singleElement().satisfies(growth -> assertThat(growth.power())
                .isBetween(2.0, 3.0));
    }

    /** @return the request record of each operation that has one */
    private Map<String, Class<?>> requestTypes() {
        Map<String, Class<?>> types = new TreeMap<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass().isAnnotationPresent(jakarta.ws.rs.Path.class))
                .flatMap(bean -> Stream.of(bean.getBeanClass().getMethods()))
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .forEach(method -> Stream.of(method.getParameterTypes())
                        .filter(Costed.class::isAssignableFrom)
                        .filter(type -> !Delegating.class.isAssignableFrom(type)) // whose cost is that of others
                        .forEach(type -> types.put(id(method), type)));
        return types;
    }

    private static String id(Method method) {
        return method.getAnnotation(Operation.class).operationId();
    }

    private OperationCost cost(Class<?> type, List<DocumentedExample> examples) {
        return new OperationCost(
                examples.stream().map(example -> estimate(type, example)).toList(),
                growth(type, examples.getFirst().request()));
    }

    private Estimate estimate(Class<?> type, DocumentedExample example) {
        Cost cost = read(type, example.request().toString());
        Lane lane = cost.seconds() * 1e9 <= limits.small().toNanos() ? Lane.SMALL : Lane.LARGE;
        return new Estimate(example.name(), lane, rounded(cost.seconds(), 2), cost.bytes());
    }

    private Cost read(Class<?> type, String request) {
        try {
            return ((Costed) mapper.readValue(request, type)).cost();
        } catch (IOException e) {
            throw new IllegalStateException(type + " does not read its example", e);
        }
    }

    private List<Growth> growth(Class<?> type, JsonNode request) {
        List<Growth> growth = new ArrayList<>();
        int longest = longest(request);
        if (longest > 0) {
            int times = Math.ceilDiv(hasMatrix(request) ? WIDE : LONG, longest);
            power(type, repeated(request, times), repeated(request, 2 * times))
                    .ifPresent(power -> growth.add(new Growth("arrays", power)));
        }
        for (String pointer : integers("", request)) {
            power(type, multiplied(request, pointer, MANY), multiplied(request, pointer, 2 * MANY))
                    .ifPresent(power -> growth.add(new Growth(pointer, power)));
        }
        return growth;
    }

    /** @return the power with which the estimate grows from one request to the other, which is twice as large */
    private OptionalDouble power(Class<?> type, JsonNode request, JsonNode twice) {
        double before;
        double after;
        try {
            before = read(type, request.toString()).seconds();
            after = read(type, twice.toString()).seconds();
        } catch (RuntimeException noSuchRequest) { // the example does not stay one when it grows in this way
            return OptionalDouble.empty();
        }
        double power = rounded(Math.log(after / before) / Math.log(2), 2);
        return Math.abs(power) < LOWEST_POWER || Math.abs(power) > HIGHEST_POWER
                ? OptionalDouble.empty()
                : OptionalDouble.of(power);
    }

    private static double rounded(double value, int digits) {
        return value == 0 || !Double.isFinite(value)
                ? 0
                : new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    }

    private static boolean isVector(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.valueStream().allMatch(JsonNode::isNumber);
    }

    private static boolean isMatrix(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.valueStream().allMatch(KeptCostsTest::isVector);
    }

    private static boolean hasMatrix(JsonNode node) {
        return isMatrix(node) || node.valueStream().anyMatch(KeptCostsTest::hasMatrix);
    }

    private static int longest(JsonNode node) {
        int within = node.valueStream().mapToInt(KeptCostsTest::longest).max().orElse(0);
        return isVector(node) || isMatrix(node) ? Math.max(within, node.size()) : within;
    }

    /** @return the request with each array of numbers, and each row and column of such arrays, so many times after itself */
    private JsonNode repeated(JsonNode node, int times) {
        if (isVector(node) || isMatrix(node)) {
            var array = mapper.createArrayNode();
            for (int i = 0; i < times; i++) {
                node.forEach(entry -> array.add(repeated(entry, times)));
            }
            return array;
        }
        if (node.isObject()) {
            var object = mapper.createObjectNode();
            node.properties().forEach(field -> object.set(field.getKey(), repeated(field.getValue(), times)));
            return object;
        }
        if (node.isArray()) {
            var array = mapper.createArrayNode();
            node.forEach(entry -> array.add(repeated(entry, times)));
            return array;
        }
        return node;
    }

    /** @return the pointers of the integers that are fields of objects, from 1 */
    private static List<String> integers(String pointer, JsonNode node) {
        List<String> pointers = new ArrayList<>();
        node.properties().forEach(field -> {
            String inner = pointer + "/" + field.getKey();
            if (field.getValue().isInt()
                    && field.getValue().asInt() > 0
                    && !field.getKey().equals("seed")) {
                pointers.add(inner);
            }
            pointers.addAll(integers(inner, field.getValue()));
        });
        return pointers;
    }

    private JsonNode multiplied(JsonNode request, String pointer, int factor) {
        JsonNode copy = request.deepCopy();
        int end = pointer.lastIndexOf('/');
        var parent = (com.fasterxml.jackson.databind.node.ObjectNode) copy.at(pointer.substring(0, end));
        String name = pointer.substring(end + 1);
        parent.put(name, Math.multiplyExact(parent.get(name).asInt(), factor));
        return copy;
    }
}
