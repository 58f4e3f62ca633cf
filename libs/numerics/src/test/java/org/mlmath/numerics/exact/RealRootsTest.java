package org.mlmath.numerics.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;

class RealRootsTest {
    private static double[] of(Polynomial polynomial) {
        return RealRoots.of(polynomial, Deadline.in(Duration.ofSeconds(20))).stream()
                .mapToDouble(RealRoot::nearest)
                .toArray();
    }

    private static Polynomial withRoots(Iterable<Rational> roots) {
        Polynomial product = Polynomial.ONE;
        for (Rational root : roots) {
            product = product.multiply(Polynomial.X.subtract(Polynomial.constant(root)));
        }
        return product;
    }

    @Property(tries = 200)
    void aPolynomialBuiltFromRootsGivesThemBack(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = -1000, max = 1000) Integer> numerators,
            @ForAll @IntRange(min = 1, max = 64) int denominator) {
        TreeSet<Rational> roots = new TreeSet<>();
        numerators.forEach(
                numerator -> roots.add(new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator))));
        // A factor without real roots changes nothing.
        Polynomial polynomial = withRoots(roots).multiply(Polynomial.of(3, 1, 1));
        assertThat(of(polynomial))
                .containsExactly(
                        roots.stream().mapToDouble(Rational::doubleValue).toArray());
    }

    @Property(tries = 200)
    void doublesAreFoundToTheLastDigitWhereverTheyAre(
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double a,
            @ForAll @DoubleRange(min = -1, max = 1) double b) {
        TreeSet<Double> roots = new TreeSet<>(List.of(a + 0.0, b * 1e-300 + 0.0, b + 2));
        Polynomial polynomial = withRoots(roots.stream().map(RealRoot::exact).toList());
        assertThat(of(polynomial))
                .containsExactly(roots.stream().mapToDouble(x -> x).toArray());
    }

    @Property(tries = 100)
    void squareRootsAreCorrectlyRounded(@ForAll @IntRange(min = 2, max = 1_000_000) int square) {
        double[] roots = of(Polynomial.of(-square, 0, 1));
        double expected = new BigDecimal(square).sqrt(new MathContext(40)).doubleValue();
        assertThat(roots).containsExactly(-expected, expected);
    }

    @Test
    void wilkinsonsPolynomialHasItsTwentyRoots() {
        Polynomial wilkinson =
                withRoots(LongStream.rangeClosed(1, 20).mapToObj(Rational::of).toList());
        assertThat(of(wilkinson))
                .containsExactly(LongStream.rangeClosed(1, 20).asDoubleStream().toArray());
        // With −210 − 2^−23 for −210, as Wilkinson did: ten real roots are left. Values of mpmath 1.3.0 with 60 digits.
        Polynomial perturbed = wilkinson.subtract(
                Polynomial.X.power(19).scale(new Rational(BigInteger.ONE, BigInteger.ONE.shiftLeft(23))));
        assertThat(of(perturbed))
                .containsExactly(
                        1.0,
                        2.0000000000000000098,
                        2.999999999999805233,
                        4.0000000002610231891,
                        4.9999999275515379096,
                        6.0000069439522957072,
                        6.9996972339360139487,
                        8.0072676034503768549,
                        8.9172502485170704943,
                        20.846908101482256915);
    }

    @Test
    void nearbyRootsOfMignottesPolynomialAreToldApart() {
        // x^n − 2(ax − 1)²: two roots near 1/a, at a distance of about 2·a^(−n/2 − 1)
        Polynomial line = Polynomial.of(-1, 1_000_000);
        Polynomial mignotte =
                Polynomial.X.power(40).subtract(line.multiply(line).scale(Rational.of(2)));
        List<RealRoot> roots = RealRoots.of(mignotte, Deadline.in(Duration.ofSeconds(20)));
        assertThat(roots).hasSize(4);
        assertThat(roots.get(1).nearest())
                .isEqualTo(1e-6)
                .isEqualTo(roots.get(2).nearest());
        assertThat(roots.get(1).compareTo(Rational.parse("1/1000000"))).isNegative();
        assertThat(roots.get(2).compareTo(Rational.parse("1/1000000"))).isPositive();
    }

    @Test
    void rootsAtTheEndsOfIntervalsAreCountedOnce() {
        assertThat(of(withRoots(List.of(
                        Rational.of(-2),
                        Rational.of(-1),
                        Rational.ZERO,
                        Rational.parse("1/2"),
                        Rational.ONE,
                        Rational.of(4)))))
                .containsExactly(-2, -1, 0, 0.5, 1, 4);
        assertThat(of(Polynomial.of(1, 0, 1))).isEmpty();
        assertThat(of(Polynomial.ONE)).isEmpty();
        assertThat(of(Polynomial.X)).containsExactly(0);
    }

    @Test
    void halvingKeepsTheRoot() {
        RealRoot root = RealRoots.of(Polynomial.of(-2, 0, 1), Deadline.none()).getLast();
        for (int i = 0; i < 30; i++) {
            root = root.halved();
        }
        assertThat(root.nearest()).isEqualTo(Math.sqrt(2));
        assertThat(root.upper().subtract(root.lower()).doubleValue()).isLessThan(1e-8);
    }
}
