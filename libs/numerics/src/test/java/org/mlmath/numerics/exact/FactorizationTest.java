package org.mlmath.numerics.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;

class FactorizationTest {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofSeconds(60));

    private static List<String> factors(Polynomial polynomial) {
        return Factorization.of(polynomial, DEADLINE).factors().stream()
                .map(factor -> "(" + factor.polynomial() + ")^" + factor.multiplicity())
                .toList();
    }

    private static Polynomial of(List<Integer> coefficients) {
        return Polynomial.of(coefficients.stream().mapToLong(Integer::longValue).toArray());
    }

    @Property(tries = 200)
    void theFactorsMakeUpThePolynomialAndNoneCanBeSplitFurther(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = -20, max = 20) Integer> a,
            @ForAll @Size(min = 2, max = 5) List<@IntRange(min = -20, max = 20) Integer> b,
            @ForAll @Size(min = 2, max = 3) List<@IntRange(min = -20, max = 20) Integer> c) {
        Polynomial f = of(a).multiply(of(b)).multiply(of(c));
        if (f.isZero()) {
            return;
        }
        Factorization factorization = Factorization.of(f, DEADLINE);
        Polynomial product = Polynomial.ONE;
        for (Polynomial.Factor factor : factorization.factors()) {
            product = product.multiply(factor.polynomial().power(factor.multiplicity()));
            assertThat(factors(factor.polynomial())).hasSize(1);
        }
        assertThat(product.scale(f.leading().divide(product.leading()))).isEqualTo(f);
        assertThat(factorization.irreducible()).isTrue();
        long degrees = List.of(of(a), of(b), of(c)).stream()
                .filter(part -> !part.isConstant())
                .count();
        assertThat(factorization.factors().stream()
                        .mapToInt(Polynomial.Factor::multiplicity)
                        .sum())
                .isGreaterThanOrEqualTo((int) degrees);
    }

    /** Values of SymPy 1.11, factor_list. */
    @Test
    void classicPolynomialsAreFactoredAsBySympy() {
        assertThat(factors(Polynomial.X.power(12).subtract(Polynomial.ONE)))
                .containsExactlyInAnyOrder(
                        "(x - 1)^1",
                        "(x + 1)^1",
                        "(x^2 + 1)^1",
                        "(x^2 - x + 1)^1",
                        "(x^2 + x + 1)^1",
                        "(x^4 - x^2 + 1)^1");
        assertThat(factors(Polynomial.of(4, 0, 0, 0, 1)))
                .containsExactlyInAnyOrder("(x^2 - 2*x + 2)^1", "(x^2 + 2*x + 2)^1");
        // Swinnerton-Dyer: splits modulo every prime, but not over the rational numbers.
        assertThat(factors(Polynomial.of(1, 0, -10, 0, 1))).containsExactly("(x^4 - 10*x^2 + 1)^1");
        assertThat(factors(Polynomial.of(576, 0, -960, 0, 352, 0, -40, 0, 1)))
                .containsExactly("(x^8 - 40*x^6 + 352*x^4 - 960*x^2 + 576)^1");
        assertThat(factors(Polynomial.of(-6, 11, -6, 1).power(3).multiply(Polynomial.of(0, 1))))
                .containsExactlyInAnyOrder("(x)^1", "(x - 1)^3", "(x - 2)^3", "(x - 3)^3");
    }

    @Test
    void constantsHaveNoFactors() {
        assertThat(factors(Polynomial.of(7))).isEmpty();
        assertThat(factors(Polynomial.of(6, 4))).containsExactly("(2*x + 3)^1");
    }
}
