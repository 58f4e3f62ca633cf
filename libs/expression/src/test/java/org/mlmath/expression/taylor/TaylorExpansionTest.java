package org.mlmath.expression.taylor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.RandomExpressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.Rational;

@Domain(RandomExpressions.class)
@Domain(DomainContext.Global.class)
class TaylorExpansionTest {
    private static final List<String> VARIABLES = RandomExpressions.VARIABLES;

    /** Rows of one expansion: text, variables, point; then coefficients by powers. */
    static Stream<Arguments> references() throws IOException {
        try (InputStream in = TaylorExpansionTest.class.getResourceAsStream("taylor.csv")) {
            Map<List<String>, Map<String, String>> cases = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";"))
                    .forEach(row -> cases.computeIfAbsent(List.of(row).subList(0, 3), _ -> new LinkedHashMap<>())
                            .put(row[3], row[4]));
            return cases.entrySet().stream()
                    .map(entry -> Arguments.of(
                            entry.getKey().get(0),
                            entry.getKey().get(1),
                            entry.getKey().get(2),
                            entry.getValue()));
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void coefficientsAgreeWithSympy(String text, String names, String about, Map<String, String> expected) {
        double[] point = Arrays.stream(about.split(" "))
                .mapToDouble(number -> Rational.parse(number).doubleValue())
                .toArray();
        int order = expected.keySet().stream()
                .mapToInt(powers -> Arrays.stream(powers.split(" "))
                        .mapToInt(Integer::parseInt)
                        .sum())
                .max()
                .orElseThrow();
        TaylorExpansion expansion = expand(text, List.of(names.split(" ")), point, order);
        Map<String, Double> found = expansion.terms().stream()
                .collect(Collectors.toMap(
                        term -> term.powers().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                        TaylorTerm::value));
        expected.forEach((powers, value) -> {
            double reference = new BigDecimal(value).doubleValue();
            assertThat(found.getOrDefault(powers, 0.0))
                    .as(powers)
                    .isCloseTo(reference, Offset.offset(4e-14 * Math.max(1, Math.abs(reference))));
        });
    }

    @Property(tries = 300, seed = "20261121") // fixed: rounding may always be worse somewhere
    void termsOfDegreeOneAndTwoAreGradientAndHessian(
            @ForAll Expression expression,
            @ForAll @DoubleRange(min = 0.2, max = 2) double x,
            @ForAll @DoubleRange(min = 0.2, max = 2) double y) {
        double[] point = {0.7, x, y};
        double[] gradient = new double[3];
        double[] hessian = new double[9];
        TaylorExpansion expansion;
        try {
            ExpressionFunction.of(expression, VARIABLES).valueGradientAndHessian(point, gradient, hessian);
            expansion = TaylorExpansion.of(expression, VARIABLES, point, 2, Deadline.none());
        } catch (DomainException | LimitExceededException e) {
            return;
        }
        double size = Arrays.stream(hessian).map(Math::abs).max().orElseThrow();
        Assume.that(size < 1e6 && Double.isFinite(size));
        for (TaylorTerm term : expansion.terms()) {
            int[] moving =
                    IntStream.range(0, 3).filter(i -> term.powers().get(i) > 0).toArray();
            double expected =
                    switch (term.degree()) {
                        case 1 -> gradient[moving[0]];
                        case 2 -> moving.length == 1 ? hessian[4 * moving[0]] / 2 : hessian[3 * moving[0] + moving[1]];
                        default -> term.value();
                    };
            assertThat(term.value())
                    .as("%s at %s, powers %s", Expressions.text(expression), Arrays.toString(point), term.powers())
                    .isCloseTo(expected, Offset.offset(1e-8 * Math.max(1, size)));
        }
    }

    @Test
    void coefficientsAreExactWhereTheFunctionAllowsIt() {
        assertThat(exact("exp(x)", 0, 5)).containsExactly("1", "1", "1/2", "1/6", "1/24", "1/120");
        assertThat(exact("sqrt(x)", 4, 3)).containsExactly("2", "1/4", "-1/64", "1/512");
        assertThat(exact("x/(e^x - 1)", 0, 6)).containsExactly("1", "-1/2", "1/12", "0", "-1/720", "0", "1/30240");
        assertThat(exact("0.1*x^2", 0.5, 2)).containsExactly("1/40", "1/10", "1/10");
        assertThat(exact("sigmoid(x)", 0, 3)).containsExactly("1/2", "1/4", "0", "-1/48");
        assertThat(exact("gamma(x)", 1, 0)).containsExactly("1");
        assertThat(exact("sin(x)", 1, 1)).containsExactly("null", "null");
        assertThat(exact("2^x", 0, 1)).containsExactly("1", "null");
    }

    @Test
    void zerosThatBothSidesOfAQuotientShareAreDividedOut() {
        TaylorExpansion expansion = expand("(x - sin(x))/x^3", List.of("x"), new double[] {0}, 4);
        assertThat(expansion.continued()).isTrue();
        assertThat(expansion.terms().stream().map(term -> term.exact().toString()))
                .containsExactly("1/6", "0", "-1/120", "0", "1/5040");
        assertThat(expand("sin(x)/(1 + x)", List.of("x"), new double[] {0}, 4).continued())
                .isFalse();
    }

    @Test
    void polynomialsAreTheirOwnExpansion() {
        TaylorExpansion expansion = expand("x^3*y - 2*x*y^2 + 7", List.of("x", "y"), new double[] {0, 0}, 6);
        assertThat(expansion.terms())
                .containsExactly(
                        new TaylorTerm(List.of(0, 0), Rational.of(7), 7),
                        new TaylorTerm(List.of(1, 2), Rational.of(-2), -2),
                        new TaylorTerm(List.of(3, 1), Rational.of(1), 1));
    }

    @Test
    void highOrdersStayExactAndEnd() {
        TaylorExpansion expansion = expand("exp(sin(x))*tan(x)", List.of("x"), new double[] {0}, 100);
        assertThat(expansion.terms()).hasSize(101).allMatch(term -> term.exact() != null);
    }

    @Test
    void thePolynomialIsWrittenInPowersOfTheDistance() {
        assertThat(polynomial("exp(x)", 0, 3)).isEqualTo("1 + x + x^2/2 + x^3/6");
        assertThat(polynomial("ln(x)", 1, 3)).isEqualTo("(x - 1) - (x - 1)^2/2 + (x - 1)^3/3");
        assertThat(polynomial("1/(1-x)", -1, 2)).isEqualTo("1/2 + (x + 1)/4 + (x + 1)^2/8");
        assertThat(polynomial("sin(x)", 0, 0)).isEqualTo("0");
        assertThat(polynomial("x^2 - x", 0, 2)).isEqualTo("-x + x^2");
    }

    @Test
    void whereAFunctionIsNotSmoothThereIsNoPolynomial() {
        assertRefused("|x|", 0, 1);
        assertRefused("sqrt(x)", 0, 1);
        assertRefused("x^2.5", 0, 3);
        assertRefused("ln(x)", 0, 0);
        assertRefused("1/x", 0, 2);
        assertRefused("relu(x)*x", 0, 1);
        assertRefused("sum(k, 1, x, k)", 3, 1);
        assertThat(expand("|x|", List.of("x"), new double[] {-2}, 3)
                        .terms()
                        .get(1)
                        .value())
                .isEqualTo(-1);
    }

    @Test
    void zeroTimesWhatIsUndefinedIsUndefined() {
        assertRefused("0*ln(x)", -1, 2);
        assertRefused("(x + 1)^2*ln(x)", -1, 1);
        assertRefused("0/ln(x)", -1, 2);
        assertRefused("(x + 1)/ln(x)", -1, 0);
        assertRefused("if(0*ln(x), x, x^2)", -1, 1);
    }

    @Test
    void sizeIsLimitedBeforeAnythingIsComputed() {
        List<String> many = IntStream.range(0, 30).mapToObj(i -> "x_" + i).toList();
        assertThatThrownBy(() -> expand("x_1", many, new double[30], 8)).isInstanceOf(LimitExceededException.class);
    }

    private static void assertRefused(String text, double about, int order) {
        assertThatThrownBy(() -> expand(text, List.of("x"), new double[] {about}, order))
                .as(text)
                .isInstanceOf(DomainException.class);
    }

    private static List<String> exact(String text, double about, int order) {
        return expand(text, List.of("x"), new double[] {about}, order).terms().stream()
                .map(term -> String.valueOf(term.exact()))
                .toList();
    }

    private static String polynomial(String text, double about, int order) {
        double[] point = {about};
        List<TaylorTerm> terms = expand(text, List.of("x"), point, order).terms();
        return Expressions.text(TaylorText.polynomial(List.of("x"), point, terms));
    }

    private static TaylorExpansion expand(String text, List<String> variables, double[] about, int order) {
        return TaylorExpansion.of(Expressions.parse(text), variables, about, order, Deadline.none());
    }
}
