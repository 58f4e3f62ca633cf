package org.mlmath.calculus.convexity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.calculus.convexity.ConvexityResult.ConvexityCounterexample;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.numerics.Deadline;

class ConvexityTest {
    private static ConvexityResult examine(String expression, Map<String, Bounds> region) {
        ConvexityRequest request = new ConvexityRequest(expression, null, region, null);
        return Convexity.of(request, Deadline.in(Duration.ofSeconds(30)));
    }

    static Stream<JsonNode> references() throws IOException {
        try (InputStream json = ConvexityTest.class.getResourceAsStream("/convexity/textbook.json")) {
            List<JsonNode> cases = new ArrayList<>();
            new ObjectMapper().readTree(json).get("cases").forEach(cases::add);
            return cases.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void functionsOfTextbooksAreDecided(JsonNode reference) {
        Map<String, Bounds> region = new TreeMap<>();
        reference
                .path("region")
                .properties()
                .forEach(side -> region.put(
                        side.getKey(),
                        new Bounds(
                                side.getValue().get(0).asDouble(),
                                side.getValue().get(1).isTextual()
                                        ? Double.POSITIVE_INFINITY
                                        : side.getValue().get(1).asDouble())));
        ConvexityResult result = examine(reference.get("expression").asText(), region);
        assertThat(result.convex())
                .as(reference.toString())
                .isEqualTo(reference.get("convex").asBoolean());
    }

    /** Positive semidefinite Hessians, and none that is a little less, whatever numbers they are made of. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x^2 + 2*sqrt(2)*x*y + 2*y^2 ; true
            (x + pi*y)^2 - e*x          ; true
            pi*x^2 + 2*pi*x*y + pi*y^2 ; true
            pi*x^2 + 2*(sqrt(2)*sqrt(3))*x*y + 6/pi*y^2 - (1 - sqrt(2))*x ; true
            pi*x^2 + 2*sqrt(pi*e)*x*y + e*y^2 + sqrt(5)*y ; true
            x^2 + 2*sqrt(2)*x*y + 3*y^2 + 2*sqrt(3)*y*z + 3*z^2 ; true
            (x + sqrt(2)*y + 2^(1/3)*z)^2 + (y - sqrt(3)*z)^2 ; true
            x^2/sqrt(2) + x*y + y^2/(2*sqrt(2)) ; true
            exp(x^2 + 2*sqrt(2)*x*y + 2*y^2) ; true
            x^2 + 2*sqrt(2)*x*y + (2 - 1e-5)*y^2 ; false
            -x^2 - 2*sqrt(2)*x*y - 2*y^2 ; false
            sqrt(2)*x*y ; false
            -sqrt(2)*abs(x) ; false
            """)
    void quadraticsWithIrrationalCoefficientsAreDecided(String expression, boolean convex) {
        ConvexityResult result = examine(expression, Map.of());
        assertThat(result.convex()).isEqualTo(convex);
        assertThat(result.warnings()).isEmpty();
        if (convex && !expression.startsWith("exp")) {
            assertThat(result.evidence().detail()).contains("exact arithmetic");
        }
    }

    /** [[1, √2], [√2, 2 − 10⁻⁴⁰]] has an eigenvalue of −10⁻⁴⁰/3, which no chord of doubles shows. */
    @Test
    void whatIsHardlyNotConvexIsNotCalledConvex() {
        assertThat(examine("x^2 + 2*sqrt(2)*x*y + (2 - 1e-40)*y^2", Map.of()).convex())
                .isNotEqualTo(Boolean.TRUE);
    }

    /** Nothing is a logarithm of zero, so it is no entropy either. */
    @Test
    void aLogarithmOfZeroSaysTheSameWhateverItIsMultipliedBy() {
        Map<String, Bounds> region = Map.of("x", new Bounds(0, 4));
        for (String weight : List.of("x*", "(x + 1)*", "2*", "")) {
            for (String zero : List.of("(x - x)", "(x - x)^2", "x*(x - x)")) {
                assertThat(examine(weight + "ln(" + zero + ")", region).convex())
                        .as(weight + zero)
                        .isEqualTo(examine("ln(x - x)", region).convex());
            }
        }
    }

    /** What is said to be convex has no chord below its graph, and what is said not to be has the one that is shown. */
    @Property(tries = 400)
    void verdictsAgreeWithChords(@ForAll("expressions") String expression, @ForAll("regions") Bounds side) {
        Map<String, Bounds> region = Map.of("x", side, "y", new Bounds(0.25, 3));
        List<String> variables = Expressions.parse(expression).variables();
        if (variables.isEmpty()) {
            return;
        }
        Map<String, Bounds> own = new TreeMap<>(region);
        own.keySet().retainAll(variables);
        ConvexityResult result = examine(expression, own);
        ExpressionFunction f = ExpressionFunction.of(Expressions.parse(expression), variables);
        if (Boolean.FALSE.equals(result.convex())) {
            ConvexityCounterexample shown = result.counterexample();
            double mean = 0.5 * f.value(shown.a()) + 0.5 * f.value(shown.b());
            double between = f.value(shown.midpoint());
            assertThat(between > mean || Double.isFinite(mean) && Double.isNaN(between))
                    .as(expression)
                    .isTrue();
        }
        if (Boolean.TRUE.equals(result.convex())) {
            SplittableRandom random = new SplittableRandom(11);
            for (int i = 0; i < 400; i++) {
                double[] a = drawn(variables, own, random);
                double[] b = drawn(variables, own, random);
                double[] middle = new double[a.length];
                for (int j = 0; j < a.length; j++) {
                    middle[j] = 0.5 * (a[j] + b[j]);
                }
                double ends = 0.5 * f.value(a) + 0.5 * f.value(b);
                double between = f.value(middle);
                double rounding = 1e-9 * (Math.abs(f.value(a)) + Math.abs(f.value(b)) + 1);
                assertThat(between > ends + rounding || Double.isFinite(ends) && Double.isNaN(between))
                        .as("%s on %s", expression, own)
                        .isFalse();
            }
        }
    }

    private static double[] drawn(List<String> variables, Map<String, Bounds> region, SplittableRandom random) {
        return variables.stream()
                .mapToDouble(name -> {
                    double lower = Math.max(region.get(name).lower(), -6);
                    return lower + (Math.min(region.get(name).upper(), 6) - lower) * random.nextDouble();
                })
                .toArray();
    }

    @Provide
    Arbitrary<Bounds> regions() {
        return Arbitraries.of(new Bounds(-3, 3), new Bounds(0, 4), new Bounds(-5, 0), new Bounds(0.5, 2), Bounds.ALL);
    }

    @Provide
    Arbitrary<String> expressions() {
        return expression(3);
    }

    private static Arbitrary<String> expression(int depth) {
        Arbitrary<String> leaf = Arbitraries.of("x", "y", "x", "1", "2", "0.5", "(x + y)", "(2x - y + 1)", "(1 - x)");
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> part = Arbitraries.lazy(() -> expression(depth - 1));
        Arbitrary<String> call = Combinators.combine(
                        Arbitraries.of(
                                "exp",
                                "ln",
                                "sqrt",
                                "abs",
                                "relu",
                                "softplus",
                                "sigmoid",
                                "tanh",
                                "cosh",
                                "sinh",
                                "atan",
                                "-",
                                "sin",
                                "normalcdf",
                                "log1p",
                                "elu",
                                "cbrt",
                                "lgamma"),
                        part)
                .as("%s(%s)"::formatted);
        Arbitrary<String> binary = Combinators.combine(part, Arbitraries.of("+", "-", "*", "/"), part)
                .as((a, operation, b) -> "(" + a + ") " + operation + " (" + b + ")");
        Arbitrary<String> several = Combinators.combine(Arbitraries.of("max", "min", "hypot", "logsumexp"), part, part)
                .as("%s(%s, %s)"::formatted);
        Arbitrary<String> power = Combinators.combine(
                        part, Arbitraries.of("2", "3", "4", "0.5", "1.5", "(1/3)", "(-1)", "(-2)", "(-0.5)"))
                .as("(%s)^%s"::formatted);
        Arbitrary<String> branches = Combinators.combine(
                        Arbitraries.of("x < 1", "x <= 0", "|x| <= 1", "x > y"), part, part)
                .as("if(%s, %s, %s)"::formatted);
        Arbitrary<String> entropy = Combinators.combine(part, part).as("(%s) * ln(%s)"::formatted);
        return Arbitraries.oneOf(leaf, call, binary, binary, several, power, power, branches, entropy);
    }
}
