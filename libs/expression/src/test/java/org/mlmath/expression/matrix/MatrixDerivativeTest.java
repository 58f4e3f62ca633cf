package org.mlmath.expression.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.expression.matrix.MatrixExpression.Symbol;
import org.mlmath.expression.parse.ExpressionSyntaxException;
import org.mlmath.expression.parse.UnknownNameException;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;

class MatrixDerivativeTest {
    private static final Map<String, Symbol> SYMBOLS = symbols();

    private static Map<String, Symbol> symbols() {
        Map<String, Symbol> symbols = new LinkedHashMap<>();
        for (String declared : List.of(
                "A 3 3", "B 3 3", "X 3 3", "S 3 3", "M 4 3", "W 2 3", "x 3 1", "y 3 1", "a 3 1", "b 4 1", "t 2 1",
                "c 1 1", "d 1 1")) {
            String[] parts = declared.split(" ");
            symbols.put(
                    parts[0],
                    new Symbol(
                            parts[0],
                            new Shape(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])),
                            parts[0].equals("S")));
        }
        return symbols;
    }

    private static MatrixDerivative.Result derive(String text, String variable) {
        return MatrixDerivative.of(MatrixParser.parse(text, SYMBOLS), SYMBOLS.get(variable), Deadline.none());
    }

    /** The formulas of The Matrix Cookbook, numbers in brackets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a'*x | x | a", // (69)
                "x'*a | x | a",
                "a'*X*y | X | a*y'", // (70)
                "a'*X'*y | X | y*a'", // (71)
                "x'*A*x | x | (A + A')*x", // (81)
                "x'*S*x | x | 2*S*x",
                "x'*x | x | 2*x",
                "x'*A*x | A | x*x'",
                "norm(x)^2 | x | 2*x",
                "norm(M*x-b)^2 | x | 2*M'*(M*x - b)", // (84)
                "norm(x - a) | x | (x - a)/norm(x - a)", // (129)
                "norm(X)^2 | X | 2*X", // (132)
                "trace(X) | X | eye(3)", // (99)
                "trace(A*X) | X | A'", // (100)
                "trace(A*X') | X | A",
                "trace(A*X*B) | X | A'*B'", // (101)
                "trace(X*X) | X | 2*X'", // (106)
                "trace(X'*X) | X | 2*X",
                "det(X) | X | det(X)*inv(X')", // (49)
                "log(det(X)) | X | inv(X')", // (57)
                "logdet(X) | X | inv(X')",
                "trace(inv(X)) | X | -inv(X')*inv(X')",
                "a'*inv(X)*y | X | -inv(X')*a*y'*inv(X')", // (61)
                "sum(x) | x | ones(3)",
                "logsumexp(x) | x | softmax(x)",
                "sum(exp(x)) | x | exp(x)",
                "sum(x.*y) | x | y",
                "c*a'*x | x | c*a",
                "c^2*a'*x | c | 2*c*a'*x",
                "logsumexp(W*x) - t'*W*x | W | (softmax(W*x) - t)*x'",
                "5 | x | zeros(3)",
                "a'*y | x | zeros(3)",
            })
    void derivativesAreThoseOfTheBooks(String text, String variable, String expected) {
        MatrixDerivative.Result result = derive(text, variable);
        assertThat(MatrixText.of(result.derivative())).isEqualTo(expected);
        assertVerified(text, variable, result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A*x | x | A",
                "M*x - b | x | M",
                "x | x | eye(3)",
                "c*x | c | x",
                "exp(x) | x | diag(exp(x))",
                "softmax(x) | x | diag(softmax(x)) - softmax(x)*softmax(x)'",
                "x.*y | x | diag(y)",
            })
    void derivativesOfVectorsHaveARowPerOutput(String text, String variable, String expected) {
        MatrixDerivative.Result result = derive(text, variable);
        assertThat(result.gradient()).isFalse();
        assertThat(MatrixText.of(result.derivative())).isEqualTo(expected);
        assertVerified(text, variable, result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x'*A*x/(x'*x)",
                "norm(A*x-y)",
                "norm(A*x-y)^3",
                "exp(x'*A*x)",
                "log(x'*x + 1)",
                "sqrt(x'*S*x)",
                "sum(log(1 + exp(-y.*(A*x))))",
                "-y'*log(sigmoid(A*x)) - (1-y)'*log(1-sigmoid(A*x))",
                "sum((x.*y).^2)",
                "sum(x.^3./y)",
                "sum(1./x)",
                "sum(tanh(A*x).*y)",
                "(a'*x)^2*(y'*x)",
                "x'*(A*B)'*x + 2x'y",
                "norm(softmax(x) - y)^2",
                "sum(cos(x) + sin(x).^2 - tan(x) + atan(x))",
                "sum(sinh(x).*cosh(x))",
                "sum(softplus(x) + relu(x) + abs(x) + log1p(x) + sqrt(x))",
                "trace(x*x'*A)",
                "dot(x, A*x) + c*norm(x)^2/2",
                "x'*inv(A + c*eye(3))*x",
                "det(A + x*x')",
                "logdet(S + x*y')",
                "x'Ax + a'x",
                "(x'*x)*(x'*A*x) + d/c",
            })
    void gradientsAgreeWithDifferencesOfValues(String text) {
        for (String variable : List.of("x", "A", "y", "c")) {
            assertVerified(text, variable, derive(text, variable));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a'*x)*A*x",
                "A*sigmoid(B*x) + y",
                "softmax(A*x)",
                "(x.*y)./(A*x).^2",
                "norm(x)*x",
                "A*x/(x'*x)",
                "tanh(A*tanh(B*x))",
            })
    void jacobianMatricesAgreeWithDifferencesOfValues(String text) {
        assertVerified(text, "x", derive(text, "x"));
    }

    private static void assertVerified(String text, String variable, MatrixDerivative.Result result) {
        MatrixExpression expression = MatrixParser.parse(text, SYMBOLS);
        MatrixCheck check = MatrixCheck.of(expression, result, SYMBOLS.get(variable), SYMBOLS, Deadline.none());
        assertThat(check.points()).as("%s by %s", text, variable).isPositive();
        assertThat(check.largestDifference())
                .as("%s by %s: %s", text, variable, MatrixText.of(result.derivative()))
                .isLessThan(1e-8);
        MatrixExpression read = MatrixParser.parse(MatrixText.of(result.derivative()), SYMBOLS);
        assertThat(read.shape())
                .as(MatrixText.of(result.derivative()))
                .isEqualTo(result.derivative().shape());
        MatrixCheck again = MatrixCheck.of(
                expression,
                new MatrixDerivative.Result(read, result.gradient(), List.of()),
                SYMBOLS.get(variable),
                SYMBOLS,
                Deadline.none());
        assertThat(again.largestDifference())
                .as(MatrixText.of(result.derivative()))
                .isLessThan(1e-8);
    }

    @Test
    void textIsReadAsPeopleWriteIt() {
        for (String same : List.of(
                "x'*A*x", "x^T*A*x", "x^T A x", "x'Ax", "x' * A * x", "xᵀAx", "transpose(x)*A*x", "dot(x, A*x)")) {
            assertThat(MatrixText.of(MatrixParser.parse(same, SYMBOLS)))
                    .as(same)
                    .isEqualTo("x'*A*x");
        }
        assertThat(MatrixText.of(MatrixParser.parse("||x||^2", SYMBOLS))).isEqualTo("norm(x)^2");
        assertThat(MatrixText.of(MatrixParser.parse("A^2*A^-1", SYMBOLS))).isEqualTo("A");
        assertThat(MatrixText.of(MatrixParser.parse("S'", SYMBOLS))).isEqualTo("S");
        assertThat(MatrixText.of(MatrixParser.parse("x - x", SYMBOLS))).isEqualTo("zeros(3)");
        assertThat(MatrixLatex.of(derive("x'*A*x", "x").derivative())).isEqualTo("\\left(A + A^{\\top}\\right) x");
        assertThat(MatrixLatex.of(derive("log(det(X))", "X").derivative())).isEqualTo("X^{-\\top}");
        assertThat(MatrixLatex.of(derive("norm(x-a)", "x").derivative()))
                .isEqualTo("\\frac{1}{\\left\\lVert x - a \\right\\rVert} \\left(x - a\\right)");
    }

    @Test
    void shapesThatDoNotFitAreNamedWithTheirPlace() {
        assertThatThrownBy(() -> MatrixParser.parse("1 + x'*M*x", SYMBOLS))
                .isInstanceOf(DimensionMismatchException.class)
                .hasMessageContaining("1×3 by 4×3")
                .satisfies(e -> assertThat(((DimensionMismatchException) e).facts())
                        .containsEntry("left", List.of(1, 3))
                        .containsEntry("right", List.of(4, 3))
                        .containsEntry("start", 4));
        for (String text :
                List.of("A + x", "x*y", "trace(M)", "inv(M)", "x^2", "M^2", "A/x", "softmax(A)", "x.*b", "dot(x, b)")) {
            assertThatThrownBy(() -> MatrixParser.parse(text, SYMBOLS))
                    .as(text)
                    .isInstanceOf(DimensionMismatchException.class);
        }
    }

    @Test
    void whatIsNoFormulaIsRefused() {
        for (String text : List.of(
                "", "x +", "(x", "x'*", "norm(", "norm(x, y)", "x^", "A^0.5", "1..2", "*x", "x)", "eye(0)", "||x|")) {
            assertThatThrownBy(() -> MatrixParser.parse(text, SYMBOLS))
                    .as(text)
                    .isInstanceOf(ExpressionSyntaxException.class);
        }
        assertThatThrownBy(() -> MatrixParser.parse("nrom(x)", SYMBOLS))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("norm");
        for (String text : List.of("(".repeat(5000) + "x", "-".repeat(1500) + "x", "(".repeat(500) + "x", "1e999*x")) {
            assertThatThrownBy(() -> MatrixParser.parse(text, SYMBOLS)).isInstanceOf(LimitExceededException.class);
        }
    }

    @Test
    void derivativesThatAreNoMatricesAreRefused() {
        assertThatThrownBy(() -> derive("A*X", "X")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> derive("A*x", "A")).isInstanceOf(DomainException.class);
    }

    @Test
    void aRandomDirectionWouldNoticeAWrongGradient() {
        MatrixExpression expression = MatrixParser.parse("x'*A*x", SYMBOLS);
        MatrixExpression wrong = MatrixParser.parse("2*A*x", SYMBOLS);
        MatrixCheck check = MatrixCheck.of(
                expression,
                new MatrixDerivative.Result(wrong, true, List.of()),
                SYMBOLS.get("x"),
                SYMBOLS,
                Deadline.none());
        assertThat(check.largestDifference()).isGreaterThan(1e-3);
        assertThat(Arrays.stream(MatrixRule.values()).map(MatrixRule::kind)).doesNotHaveDuplicates();
    }
}
