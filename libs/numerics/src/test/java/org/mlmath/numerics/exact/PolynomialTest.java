package org.mlmath.numerics.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;

class PolynomialTest {
    private static final Deadline NO_DEADLINE = Deadline.none();

    private static Polynomial of(List<Integer> coefficients) {
        return Polynomial.of(coefficients.stream().mapToLong(Integer::longValue).toArray());
    }

    @Property(tries = 300)
    void divisionRestoresTheDividend(
            @ForAll @Size(max = 8) List<@IntRange(min = -50, max = 50) Integer> a,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = -50, max = 50) Integer> b) {
        Polynomial divisor = of(b);
        if (!divisor.isZero()) {
            Polynomial.Division division = of(a).divide(divisor);
            assertThat(division.quotient().multiply(divisor).add(division.remainder()))
                    .isEqualTo(of(a));
            assertThat(division.remainder().degree()).isLessThan(Math.max(1, divisor.degree()));
        }
    }

    @Property(tries = 300)
    void theCommonDivisorOfMultiplesHoldsTheCommonFactor(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = -50, max = 50) Integer> a,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = -50, max = 50) Integer> b,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = -50, max = 50) Integer> c) {
        Polynomial common = of(c);
        Polynomial f = of(a).multiply(common);
        Polynomial g = of(b).multiply(common);
        if (!f.isZero() && !g.isZero()) {
            Polynomial gcd = f.gcd(g, NO_DEADLINE);
            assertThat(gcd.divide(common).remainder().isZero()).isTrue();
            assertThat(f.divide(gcd).remainder().isZero()).isTrue();
            assertThat(g.divide(gcd).remainder().isZero()).isTrue();
            assertThat(f.divide(gcd).quotient().gcd(g.divide(gcd).quotient(), NO_DEADLINE))
                    .isEqualTo(Polynomial.ONE);
        }
    }

    @Property(tries = 200)
    void theSquareFreeFactorsMakeUpThePolynomial(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = -9, max = 9) Integer> a,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = -9, max = 9) Integer> b,
            @ForAll @IntRange(min = 1, max = 4) int power) {
        Polynomial f = of(a).multiply(of(b).power(power));
        if (!f.isZero()) {
            Polynomial product = Polynomial.ONE;
            for (Polynomial.Factor factor : f.squareFree(NO_DEADLINE)) {
                assertThat(factor.polynomial().gcd(factor.polynomial().derivative(), NO_DEADLINE))
                        .isEqualTo(Polynomial.ONE);
                product = product.multiply(factor.polynomial().power(factor.multiplicity()));
            }
            assertThat(product.scale(f.leading().divide(product.leading()))).isEqualTo(f);
        }
    }

    @Test
    void itIsWrittenAsOneWould() {
        assertThat(Polynomial.of(1, -1, 0, -3).scale(new Rational(java.math.BigInteger.ONE, java.math.BigInteger.TWO)))
                .hasToString("-3/2*x^3 - 1/2*x + 1/2");
        assertThat(Polynomial.ZERO).hasToString("0");
        assertThat(Polynomial.X.multiply(Polynomial.X).text("t")).isEqualTo("t^2");
    }

    @Test
    void compositionAndValuesAgree() {
        Polynomial f = Polynomial.of(1, 2, 3);
        Polynomial g = Polynomial.of(-1, 0, 5);
        Rational x = Rational.parse("2/3");
        assertThat(f.compose(g).at(x)).isEqualTo(f.at(g.at(x)));
        assertThat(f.signAt(x)).isEqualTo(1);
        assertThat(Polynomial.of(-2, 3).signAt(x)).isZero();
    }
}
