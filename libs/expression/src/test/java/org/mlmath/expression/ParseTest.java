package org.mlmath.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.expression.parse.ExpressionSyntaxException;
import org.mlmath.expression.parse.Parser;
import org.mlmath.expression.parse.UnknownNameException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;

class ParseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "2x → 2*x",
                "3(x+1) → 3*(x + 1)",
                "(x+1)(x-1) → (x + 1)*(x - 1)",
                "x**2 → x^2",
                "-x^2 → -x^2",
                "(-x)^2 → (-x)^2",
                "2^3^2 → 2^3^2",
                "(2^3)^2 → (2^3)^2",
                "1/2x → 1/2*x",
                "1/(2x) → 1/(2*x)",
                "a/b/c → a/b/c",
                "a/(b/c) → a/(b/c)",
                "a-b-c → a - b - c",
                "a-(b-c) → a - (b - c)",
                "sin x → sin(x)",
                "sin^2 x → sin(x)^2",
                "sin²x → sin(x)^2",
                "sin^-1 x → asin(x)",
                "sin(x)^2 → sin(x)^2",
                "sin x^2 → sin(x^2)",
                "sin(2x)cos y → sin(2*x)*cos(y)",
                "sin 2x cos y → sin(2*x)*cos(y)",
                "sin -x → sin(-x)",
                "|x| → abs(x)",
                "2|x-1||y| → 2*abs(x - 1)*abs(y)",
                "||x|-1| → abs(abs(x) - 1)",
                "x! → x!",
                "x!^2 → x!^2",
                "e^-x → e^-x",
                "e^(-x^2/2) → e^(-x^2/2)",
                "2e → 2*e",
                "2e3x → 2000*x",
                "x_1 + x₂ → x_1 + x_2",
                "2πr → 2*pi*r",
                "α·β − γ → alpha*beta - gamma",
                "x² + y³ → x^2 + y^3",
                "x⁻¹ → x^-1",
                "√x + √(x+1) → sqrt(x) + sqrt(x + 1)",
                "a × b ÷ c → a*b/c",
                "x ≤ 1 → x <= 1",
                "0 < x < 1 → 0 < x and x < 1",
                "if(x > 0, x, -x) → if(x > 0, x, -x)",
                "piecewise(x<0, 0, x<1, x, 1) → piecewise(x < 0, 0, x < 1, x, 1)",
                "sum(i, 1, n, i^2) → sum(i, 1, n, i^2)",
                "prod(k, 1, 5, k x) → prod(k, 1, 5, k*x)",
                "log(x) + log(x, 2) + log_2 x → ln(x) + log(x, 2) + log2(x)",
                "log x + log_b(x) + log_10 2x → ln(x) + log(x, b) + log10(2*x)",
                "2x mod 3 + mod(x, -3) → mod(2*x, 3) + mod(x, -3)",
                "np.exp(-x) → exp(-x)",
                "pow(x, 3) → x^3",
                "\\frac{x+1}{2} \\cdot \\sqrt{x} → (x + 1)/2*sqrt(x)",
                "\\sin^{2}\\left(\\theta\\right) → sin(theta)^2",
                "\\sqrt[3]{x} → root(x, 3)",
                "gamma*x + gamma(x) → gamma*x + gamma(x)",
                "normalpdf(x, m, s) → normalpdf((x - m)/s)/s",
                "-a*b → -a*b",
                "a*-b*c → a*(-b)*c",
                "w1*x1 + w2*x2 → w1*x1 + w2*x2",
                "inf → inf",
                "oo → inf",
                "1.50 → 1.5",
                "not x > 1 and y > 2 → not(x > 1) and y > 2",
            })
    void readsWhatPeopleType(String typed, String canonical) {
        Expression expression = Expressions.parse(typed);
        assertThat(Expressions.text(expression)).isEqualTo(canonical);
        assertThat(Expressions.parse(canonical)).isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x +",
                "(x",
                "x)",
                "2 3",
                "log_2",
                "log_2r x",
                "5log_2 ,x",
                "x^^2",
                "sin",
                "sin()",
                "max(1)",
                "x $ y",
                "__import__('os')",
                "x\u200by",
                "a[0]",
                "x % 2",
                "|x",
                "*x",
                "sum(i, 1, i, i)",
                "if(x)",
                "x!!",
                "1..2",
                ")(",
                "x,y",
                "⁻",
                "\\",
                "x_{",
                "²",
                "sqrt + 1",
                "f(,)",
                "min 3",
                "\u202ex"
            })
    void refusesWhatIsNoExpressionAtItsPlace(String typed) {
        ExpressionSyntaxException e =
                catchThrowableOfType(ExpressionSyntaxException.class, () -> Expressions.parse(typed));
        assertThat(e).as(typed).isNotNull();
        assertThat((Integer) e.facts().get("start")).isBetween(0, typed.length());
        assertThat((Integer) e.facts().get("end")).isBetween((Integer) e.facts().get("start"), typed.length());
    }

    @ParameterizedTest
    @CsvSource({"sinn(x),sin", "sqr(x),sqrt", "sgimoid(x),sigmoid", "sinx,sin(x)", "ln2x,ln(2x)", "tanhh(x),tanh"})
    void suggestsTheNearestName(String typed, String suggestion) {
        UnknownNameException e = catchThrowableOfType(UnknownNameException.class, () -> Expressions.parse(typed));
        assertThat(e.facts()).containsEntry("suggestion", suggestion).containsEntry("start", 0);
    }

    @Test
    void aVariableThatIsNotListedIsUnknown() {
        assertThat(Expressions.parse("x*y", List.of("y", "x"))).isEqualTo(Expressions.parse("x*y"));
        UnknownNameException e = catchThrowableOfType(
                UnknownNameException.class, () -> Expressions.parse("2*thetta + x", List.of("x", "theta")));
        assertThat(e.facts())
                .containsEntry("suggestion", "theta")
                .containsEntry("start", 2)
                .containsEntry("end", 8);
        assertThat(catchThrowableOfType(UnknownNameException.class, () -> Expressions.parse("xy", List.of("x", "y")))
                        .facts())
                .containsEntry("suggestion", "x*y");
    }

    @Test
    void freeVariablesAreAlphabeticalAndWithoutIndices() {
        assertThat(Expressions.parse("z + sum(i, 1, n, i*b) + a_1*pi").variables())
                .containsExactly("a_1", "b", "n", "z");
    }

    @Test
    void limitsHoldBeforeAnyWork() {
        for (String hostile : List.of(
                "(".repeat(4000) + "x" + ")".repeat(4000),
                "-".repeat(4000) + "x",
                "x" + "^x".repeat(3000),
                "1" + "/x".repeat(2000),
                "sin ".repeat(2000) + "x",
                "|".repeat(4000),
                "√".repeat(4000) + "x",
                "not ".repeat(2000) + "x",
                "\\frac".repeat(1500),
                "x".repeat(10_001),
                "1".repeat(5000),
                "1e999999999999",
                "1e401",
                "x+".repeat(3000) + "x")) {
            assertThatThrownBy(() -> Expressions.parse(hostile))
                    .as(hostile.substring(0, 5))
                    .isInstanceOf(LimitExceededException.class);
        }
        assertThatThrownBy(() -> Expressions.parse("(".repeat(10_000))).isInstanceOf(MathException.class);
        assertThat(Expressions.parse("9^9^9^9^9999999!")).isNotNull();
    }

    @Test
    void positionsStandBesideTheTree() {
        var parsed = Parser.parse("1 + sin(2x)");
        var sum = (Expression.Sum) parsed.expression();
        assertThat(parsed.ranges().get(sum.terms().get(1)))
                .extracting(range -> range.start(), range -> range.end())
                .containsExactly(4, 11);
    }

    @Test
    void conventionsAreReported() {
        assertThat(Parser.parse("1/2x").ambiguities()).hasSize(1);
        assertThat(Parser.parse("xy").ambiguities().getFirst().alternatives()).containsExactly("x*y");
        assertThat(Parser.parse("sin x/2").ambiguities()).hasSize(1);
        assertThat(Parser.parse("2*x + sin(x)").ambiguities()).isEmpty();
    }
}
