package org.mlmath.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.expression.parse.Ambiguity;
import org.mlmath.expression.parse.ExpressionSyntaxException;
import org.mlmath.expression.parse.Parsed;
import org.mlmath.expression.parse.Parser;
import org.mlmath.expression.parse.Range;
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
                "xⁿ⁺¹ + x⁻ⁿ → x^(n + 1) + x^-n",
                "x¹² → x^12",
                "⌊x/2⌋ + ⌈x⌉ → floor(x/2) + ceil(x)",
                "2x^2y → 2*x^2*y",
                "sin x cos x tan x → sin(x)*cos(x)*tan(x)",
                "ln 2x → ln(2*x)",
                "sqrt 2 → sqrt(2)",
                "exp(-x²/2)/√(2π) → exp(-x^2/2)/sqrt(2*pi)",
                "n!/(k!(n-k)!) → n!/(k!*(n - k)!)",
                "∑_{i=1}^{n} i² + 1 → sum(i, 1, n, i^2) + 1",
                "∏_{k=1}^n k → prod(k, 1, n, k)",
                "\\sum_{i=1}^{n} \\frac{1}{i^2} → sum(i, 1, n, 1/i^2)",
                "2\\sum\\limits_{k = 0}^{10} 2^{k} x → 2*sum(k, 0, 10, 2^k*x)",
                "\\prod_{k=1}^{5} \\left(x - k\\right) → prod(k, 1, 5, x - k)",
                "\\binom{n}{k} → binomial(n, k)",
                "\\frac12 + \\frac1{x} + \\sqrt2 → 1/2 + 1/x + sqrt(2)",
                "\\sqrt[n+1]{x} → root(x, n + 1)",
                "\\log_{2} x + \\log_2(x) + \\ln x + \\log_{10}\\left(x\\right) → log2(x) + log2(x) + ln(x) + log10(x)",
                "\\left|x\\right| \\le 1 → abs(x) <= 1",
                "\\lvert x \\rvert \\cdot \\alpha_{1} → abs(x)*alpha_1",
                "\\lfloor x \\rfloor → floor(x)",
                "e^{-\\frac{x^{2}}{2}} → e^(-x^2/2)",
                "x^{n+1} \\times \\pi → x^(n + 1)*pi",
                "\\begin{cases} x & \\text{if } x > 0 \\\\ -x & \\text{otherwise} \\end{cases} → if(x > 0, x, -x)",
                "\\begin{cases} 0, & x < 0 \\\\ 1, & x \\ge 0 \\end{cases} → piecewise(x < 0, 0, x >= 0, 1)",
                "\\operatorname{sgn}(x) + \\mathrm{erf}(x) → sign(x) + erf(x)",
                "\\arctan x + \\cosh^2 x → atan(x) + cosh(x)^2",
                "\\{x\\} + \\big(x\\big) → x + x",
                "SQRT(A1)+POWER(B1,2)*PI() → sqrt(A1) + B1^2*pi",
                "IF(AND(x>0;y>0);1;0) → if(x > 0 and y > 0, 1, 0)",
                "x>0 AND NOT y>0 → x > 0 and not(y > 0)",
                "np.maximum(0, np.pi*x) → max(0, pi*x)",
                "torch.nn.functional.relu(x) + scipy.special.expit(x) → relu(x) + sigmoid(x)",
                "Math.E + Math.pow(x, 2) + Math.PI → e + x^2 + pi",
                "math.comb(n, k) + math.fabs(x) → binomial(n, k) + abs(x)",
                "Abs(x) + Rational(1, 2) + Max(x, 1) → abs(x) + 1/2 + max(x, 1)",
                "Piecewise((x, x > 0), (-x, True)) → if(x > 0, x, -x)",
                "clip(x, 0, 1) → min(max(x, 0), 1)",
                "np.square(x) + np.exp2(x) → x^2 + 2^x",
                "1 < x <= y < 5 → 1 < x and x <= y and y < 5",
                "x ≠ 1 ∧ ¬(y = 2) → x != 1 and not(y = 2)",
                "arcsin x + arsinh x + acosh(x) + arctanh x → asin(x) + asinh(x) + acosh(x) + atanh(x)",
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
                "100e400",
                "1.23e-399",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + 1/2x;       1/2x;      1/2*x;          1/(2*x)",
                "6/2(1+2);       6/2(1+2);  6/2*(1 + 2);    6/(2*(1 + 2))",
                "a/b c d;        a/b c d;   a/b*c*d;        a/(b*c*d)",
                "a/bc;           bc;        bc;             b*c",
                "xy + 1;         xy;        xy;             x*y",
                "x(x+1);         x(x+1);    x*(x + 1);      the function x at x + 1",
                "sin x cos y;    sin x cos y; sin(x)*cos(y); sin(x*cos(y))",
                "sin^2 x cos y;  sin^2 x cos y; sin(x)^2*cos(y); sin(x*cos(y))^2",
                "sin x/2;        sin x/2;   sin(x)/2;       sin(x/2)",
                "sin x*2;        sin x*2;   sin(x)*2;       sin(x*2)",
                "sin x y;        sin x y;   sin(x*y);       sin(x)*y",
                "e^2x;           e^2x;      e^2*x;          e^(2*x)",
                "2^3^2;          2^3^2;     2^(3^2);        (2^3)^2",
                "1 - -x^2;       -x^2;      -(x^2);         (-x)^2",
                "-x^2y;          -x^2;      -(x^2);         (-x)^2",
                "sin^-1 x;       sin^-1 x;  asin(x);        1/sin(x)",
                "sin⁻¹(x);       sin⁻¹(x);  asin(x);        1/sin(x)",
                "1 + log(x);     log;       ln;             log10",
                "log x;          log;       ln;             log10",
            })
    void whereAConventionDecidesTheOtherReadingIsListed(
            String typed, String place, String reading, String alternative) {
        Parsed parsed = Parser.parse(typed);
        assertThat(parsed.ambiguities()).as(typed).anySatisfy(ambiguity -> {
            assertThat(ambiguity.text()).isEqualTo(place);
            assertThat(ambiguity.reading()).isEqualTo(reading);
            assertThat(ambiguity.alternatives()).first().isEqualTo(alternative);
        });
        for (Ambiguity ambiguity : parsed.ambiguities()) {
            Range range = ambiguity.range();
            assertThat(typed.substring(range.start(), range.end())).isEqualTo(ambiguity.text());
            String before = typed.substring(0, range.start());
            String after = typed.substring(range.end());
            assertThat(Expressions.parse(before + ambiguity.reading() + after))
                    .as("%s for %s", ambiguity.reading(), ambiguity.text())
                    .isEqualTo(parsed.expression());
            if (!ambiguity.alternatives().getFirst().startsWith("the function")) {
                assertThat(Expressions.parse(before + ambiguity.alternatives().getFirst() + after))
                        .isNotEqualTo(parsed.expression());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2*x + sin(x)",
                "2x",
                "3(x+1)",
                "(x+1)(x-1)",
                "sin 2x",
                "sin^2 x",
                "-x",
                "-x^3",
                "e^-x",
                "x^2*y",
                "x^(2^3)",
                "np.log(x)",
                "ln x",
                "log(x, 2)",
                "alpha beta",
                "1/(2x)",
                "x!",
                "e^(2x)",
                "a b"
            })
    void plainReadingsAreNotQuestioned(String typed) {
        assertThat(Parser.parse(typed).ambiguities()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "[1, 2, x+1] → [1, 2, x + 1]",
                "[[1,2],[3,4]] → [[1, 2], [3, 4]]",
                "[1, 2; 3, 4] → [[1, 2], [3, 4]]",
                "np.array([[1, 2]]) → [[1, 2]]",
                "Matrix([x, y]) → [x, y]",
                "\\begin{pmatrix} 1 & x \\\\ 2x & 4 \\end{pmatrix} → [[1, x], [2*x, 4]]",
                "\\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix} → [1, 2]",
            })
    void arraysAreReadWhereTheyAreAskedFor(String typed, String canonical) {
        ArrayExpression array = Parser.parseArray(typed).array();
        assertThat(array.text()).isEqualTo(canonical);
        assertThat(Parser.parseArray(canonical).array()).isEqualTo(array);
        assertThat(Parser.parseArray(array.latex()).array()).isEqualTo(array);
        ExpressionSyntaxException e =
                catchThrowableOfType(ExpressionSyntaxException.class, () -> Expressions.parse(typed));
        assertThat(e).hasMessageContaining("vector or matrix");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[1, 2",
                "[[1, 2], [3]]",
                "[1, [2]]",
                "[[1], 2]",
                "[1] + 2",
                "1",
                "[1; 2, 3]",
                "[,]",
                "[[]]"
            })
    void whatIsNoArrayIsRefused(String typed) {
        assertThatThrownBy(() -> Parser.parseArray(typed)).isInstanceOf(ExpressionSyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3,14 + x;    decimals are written with a point",
                "x[0];        vector or matrix",
                "30°;         radians",
                "x\u200by;   U+200B",
                "½x;          (1/2)",
                "\\begin{align} x;  cases and matrices",
                "\\sum x;   _{i=1}^{n}",
                "[1,2]*2;     one number as its value",
            })
    void errorsSayWhatToChange(String typed, String hint) {
        assertThatThrownBy(() -> Expressions.parse(typed.replace("\\u200b", "\u200b")))
                .isInstanceOf(ExpressionSyntaxException.class)
                .hasMessageContaining(hint);
    }
}
