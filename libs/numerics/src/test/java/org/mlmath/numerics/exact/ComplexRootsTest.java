package org.mlmath.numerics.exact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.Deadline;

class ComplexRootsTest {
    private static List<ComplexRoot> of(Polynomial polynomial) {
        return ComplexRoots.of(polynomial, Deadline.in(Duration.ofSeconds(30)));
    }

    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = ComplexRootsTest.class.getResourceAsStream("complex-roots.json")) {
            JsonNode cases = new ObjectMapper().readTree(in).get("cases");
            return StreamSupport.stream(cases.spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void rootsAgreeWithMpmathToTheLastDigit(JsonNode reference) {
        List<Rational> coefficients = new ArrayList<>();
        reference.get("coefficients").forEach(coefficient -> coefficients.add(Rational.parse(coefficient.asText())));
        List<ComplexRoot> roots = of(Polynomial.of(coefficients));
        JsonNode expected = reference.get("roots");
        assertThat(roots).hasSize(expected.size());
        for (JsonNode root : expected) {
            double re = root.get(0).asDouble();
            double im = root.get(1).asDouble();
            assertThat(roots).anySatisfy(found -> {
                assertThat(Math.abs(found.re() - re)).isLessThanOrEqualTo(Math.ulp(re));
                assertThat(Math.abs(found.im() - im)).isLessThanOrEqualTo(Math.ulp(im));
                assertThat(found.re() == 0).isEqualTo(re == 0);
                assertThat(found.im() == 0).isEqualTo(im == 0);
            });
        }
    }

    @Property(tries = 60)
    void rootsComeInConjugatePairsAndMakeUpTheCoefficients(
            @ForAll @Size(min = 3, max = 9) List<@IntRange(min = -99, max = 99) Integer> coefficients) {
        Polynomial given = Polynomial.of(
                coefficients.stream().mapToLong(Integer::longValue).toArray());
        if (given.isConstant() || given.coefficient(0).signum() == 0) {
            return;
        }
        for (Polynomial.Factor factor : given.squareFree(Deadline.none())) {
            Polynomial f = factor.polynomial();
            List<ComplexRoot> roots = of(f);
            double sum = 0;
            for (ComplexRoot root : roots) {
                sum += root.re();
                assertThat(roots).contains(new ComplexRoot(root.re(), 0 - root.im()));
            }
            double expected = -f.coefficient(f.degree() - 1).divide(f.leading()).doubleValue();
            double size =
                    roots.stream().mapToDouble(root -> Math.abs(root.re())).sum();
            assertThat(Math.abs(sum - expected)).isLessThanOrEqualTo(1e-14 * Math.max(size, 1e-300));
        }
    }

    @Test
    void linearAndConstantPolynomials() {
        assertThat(of(Polynomial.of(3))).isEmpty();
        assertThat(of(Polynomial.of(-1, 3))).containsExactly(new ComplexRoot(1.0 / 3, 0));
    }
}
