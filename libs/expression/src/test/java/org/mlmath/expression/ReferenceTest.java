package org.mlmath.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Differentiator;

class ReferenceTest {
    private static final List<String> VARIABLES = List.of("x", "y");

    static Stream<Arguments> functions() {
        return rows("functions.csv").map(row -> Arguments.of(row[0], row[1], row[2], row[3]));
    }

    static Stream<Arguments> derivatives() {
        return rows("gradients.csv").map(row -> Arguments.of(row[0], row[1], row[2], row[3], row[4], row[5]));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functionsAgreeWithMpmath(String name, double x, String y, String expected) {
        Function function = Function.named(name);
        double value = y.isEmpty() ? function.at(x) : function.at(x, Double.parseDouble(y));
        assertRelative(value, expected, 4e-15);
    }

    @ParameterizedTest
    @MethodSource("derivatives")
    void derivativesAgreeWithSympy(String text, String variable, int order, double x, double y, String expected) {
        Expression expression = Expressions.parse(text);
        Expression before = expression;
        for (int i = 1; i < order; i++) {
            before = Differentiator.derivative(before, variable).expression();
        }
        double[] gradient = new double[2];
        double[] point = {x, y};
        ExpressionFunction.of(before, VARIABLES).valueAndGradient(point, gradient);
        assertRelative(gradient[VARIABLES.indexOf(variable)], expected, 1e-12);

        Expression derivative = Differentiator.derivative(before, variable).expression();
        assertRelative(ExpressionFunction.of(derivative, VARIABLES).value(point), expected, 1e-12);
    }

    static Stream<Arguments> hessians() {
        return rows("hessians.csv").map(row -> Arguments.of(row[0], row[1], row[2], row[3], row[4], row[5]));
    }

    @ParameterizedTest
    @MethodSource("hessians")
    void secondDerivativesAgreeWithSympy(String text, double x, double y, String xx, String xy, String yy) {
        Expression expression = Expressions.parse(text);
        double[] point = {x, y};
        double[] hessian = new double[4];
        ExpressionFunction.of(expression, VARIABLES).valueGradientAndHessian(point, new double[2], hessian);
        assertRelative(hessian[0], xx, 1e-12);
        assertRelative(hessian[1], xy, 1e-12);
        assertRelative(hessian[3], yy, 1e-12);
        Expression byX = Differentiator.derivative(expression, "x").expression();
        Expression mixed = Differentiator.derivative(byX, "y").expression();
        assertRelative(ExpressionFunction.of(mixed, VARIABLES).value(point), xy, 1e-12);
    }

    @Test
    void everyContinuousFunctionHasReferences() {
        List<String> covered = new ArrayList<>();
        rows("functions.csv").forEach(row -> covered.add(row[0]));
        Set<Function> exact = Set.of(
                Function.ABS,
                Function.SIGN,
                Function.FLOOR,
                Function.CEIL,
                Function.ROUND,
                Function.TRUNC,
                Function.MIN,
                Function.MAX,
                Function.GCD,
                Function.LCM,
                Function.RELU,
                Function.STEP,
                Function.AND,
                Function.OR,
                Function.NOT);
        assertThat(Arrays.stream(Function.values())
                        .filter(function -> !exact.contains(function))
                        .map(Function::text))
                .allMatch(covered::contains);
    }

    private static void assertRelative(double value, String expected, double tolerance) {
        BigDecimal reference = new BigDecimal(expected);
        if (!Double.isFinite(value)) {
            assertThat(value).isEqualTo(reference.doubleValue());
        }
        BigDecimal error = new BigDecimal(value).subtract(reference).abs();
        double scale = Math.max(Math.abs(reference.doubleValue()), Double.MIN_NORMAL);
        assertThat(error.doubleValue() / scale)
                .as("%s, expected %s", value, expected)
                .isLessThanOrEqualTo(tolerance);
    }

    private static Stream<String[]> rows(String file) {
        try (InputStream in = ReferenceTest.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).map(ReferenceTest::cells);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A cell with commas is quoted. */
    private static String[] cells(String line) {
        if (!line.startsWith("\"")) {
            return line.split(",", -1);
        }
        int end = line.indexOf('"', 1);
        String[] rest = line.substring(end + 2).split(",", -1);
        return Stream.concat(Stream.of(line.substring(1, end)), Arrays.stream(rest))
                .toArray(String[]::new);
    }
}
