package org.mlmath.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlmath.expression.differentiate.DerivationStep;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.differentiate.Rule;
import org.mlmath.numerics.DomainException;

/** Derivatives read as a person would write them. */
class DerivativeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "sin(x^2) → 2*x*cos(x^2)",
                "x^3 + 2x + 1 → 3*x^2 + 2",
                "x^2 sin x → 2*x*sin(x) + x^2*cos(x)",
                "x*ln(x) - x → ln(x)",
                "e^(-x^2) → -2*x*e^(-x^2)",
                "exp(2x)/x → (2*x - 1)*e^(2*x)/x^2",
                "x/(x+1) → 1/(x + 1)^2",
                "x/(x^2+1)^2 → (1 - 3*x^2)/(x^2 + 1)^3",
                "x/sqrt(x^2+1) → 1/(x^2 + 1)^(3/2)",
                "sqrt(x^2+1) → x/sqrt(x^2 + 1)",
                "sqrt(4x) → 1/sqrt(x)",
                "x^(1/2) → 1/(2*sqrt(x))",
                "x^(1/3) → 1/(3*x^(2/3))",
                "1/x^2 → -2/x^3",
                "x^x → x^x*(ln(x) + 1)",
                "2^x → 2^x*ln(2)",
                "x^n → n*x^(n - 1)",
                "0.5x^2 + 0.1x^3 → x + 0.3*x^2",
                "1.5x^2.5 → 3.75*x^1.5",
                "(2x+1)^5 → 10*(2*x + 1)^4",
                "(1-x)^2 + 100*(y-x^2)^2 → 2*x - 400*x*y + 400*x^3 - 2",
                "tan x → 1/cos(x)^2",
                "cos(x)/sin(x) → -1/sin(x)^2",
                "sin(x)cos(x) → cos(x)^2 - sin(x)^2",
                "sin(x)^2 + cos(x)^2 → 0",
                "e^(ln x) → 1",
                "sigmoid(x) → sigmoid(x)*sigmoid(-x)",
                "tanh(x) → sech(x)^2",
                "|x| → sign(x)",
                "relu(2x) → if(2*x > 0, 2, 0)",
                "max(x, x^2) → if(x >= x^2, 1, 2*x)",
                "if(x > 0, x^2, -x) → if(x > 0, 2*x, -1)",
                "sum(i, 1, n, x^i) → sum(i, 1, n, i*x^(i - 1))",
                "a*x^2 + b*x + c → 2*a*x + b",
                "x/x → 0",
                "floor(x)*x → floor(x)",
                "pi^2 → 0",
            })
    void derivativesAreReadable(String text, String derivative) {
        assertThat(Expressions.text(
                        Differentiator.derivative(Expressions.parse(text), "x").expression()))
                .isEqualTo(derivative);
    }

    @Test
    void theDerivationNamesEachRuleAndEndsWithTheWhole() {
        List<DerivationStep> steps = Differentiator.derivative(
                        Expressions.parse("3x^2*sin(2x) + x/(1+x) + 2^x + x^x + 7"), "x")
                .steps();
        assertThat(steps.stream().map(DerivationStep::rule))
                .contains(
                        Rule.POWER,
                        Rule.CONSTANT_MULTIPLE,
                        Rule.FUNCTION,
                        Rule.PRODUCT,
                        Rule.QUOTIENT,
                        Rule.EXPONENTIAL,
                        Rule.GENERAL_POWER,
                        Rule.CONSTANT,
                        Rule.SUM);
        assertThat(steps.getLast().rule()).isEqualTo(Rule.SUM);
        assertThat(steps.stream().filter(step -> step.rule() == Rule.FUNCTION).allMatch(DerivationStep::chained))
                .isTrue();
    }

    @Test
    void whatHasNoDerivativeSaysSo() {
        assertThatThrownBy(() -> Differentiator.derivative(Expressions.parse("gcd(x, 2)"), "x"))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> Differentiator.derivative(Expressions.parse("sum(i, 1, x, i)"), "x"))
                .isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "x^2/3 → \\frac{x^{2}}{3}",
                "2*x*cos(x^2) → 2 x \\cos\\left(x^{2}\\right)",
                "sin(x)^2 → \\sin^{2}\\left(x\\right)",
                "(x+1)^2 → \\left(x + 1\\right)^{2}",
                "2*3 → 2 \\cdot 3",
                "alpha_1 + x12 + rate → \\alpha_{1} + x_{12} + \\mathrm{rate}",
                "sqrt(x) + root(x, 3) → \\sqrt{x} + \\sqrt[3]{x}",
                "|x|! → \\left|x\\right|!",
                "1e30 x → 1 \\cdot 10^{30} x",
                "sum(i, 1, n, i+1) → \\sum_{i=1}^{n} \\left(i + 1\\right)",
                "x <= 1 → x \\le 1",
                "-(x+y) → -\\left(x + y\\right)",
                "(-x)^2 → \\left(-x\\right)^{2}",
            })
    void latexIsSetAsInABook(String text, String latex) {
        assertThat(Expressions.latex(Expressions.parse(text))).isEqualTo(latex);
    }
}
