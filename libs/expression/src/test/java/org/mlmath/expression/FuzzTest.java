package org.mlmath.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.domain.NaturalDomain;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.parse.Parser;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/**
 * Texts that are nearly formulas: what people type and what trees print, cut, doubled, swapped and sprinkled. Whatever is read goes
 * through every stage, and nothing but the exceptions of this project may come out.
 *
 * <p>A thousand each in a build. A million by hand:
 *
 * <pre>mvn test -pl libs/expression -am -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false -Djqwik.tries.default=1000000</pre>
 */
@Domain(RandomExpressions.class)
@Domain(DomainContext.Global.class)
class FuzzTest {
    /** Every construct of the grammar at least once. */
    private static final List<String> TYPED = List.of(
            "2x^2 - 3(x+1)(x-1)/4",
            "1/2x + sin 2x cos y - sin^-1(x)^2",
            "|x-1||y| + x!^2 - √(x+1) + ∛-x",
            "e^(-x²/2)/√(2π) × α₁ ÷ β_2",
            "if(x > 0, ln(x), if(x <= -1, 1, x^x))",
            "piecewise(x < 0, -x, 0 <= x < 1, x^2, otherwise)",
            "Piecewise((x, x > 0), (-x, True))",
            "sum(i, 1, n, i^2/(i+x)) + prod(k, 0, 3, k - x)",
            "\\frac{x+1}{\\sqrt[3]{y}} \\cdot \\left|x\\right|",
            "\\sum_{i=1}^{n} \\frac{1}{i^2} + \\prod_{k=1}^5 k",
            "\\begin{cases} x & \\text{if } x > 0 \\\\ -x & \\text{otherwise} \\end{cases}",
            "\\log_{2} x + \\ln\\left(y\\right) + \\binom{n}{k} + \\lfloor x \\rfloor",
            "np.maximum(0, x) + math.comb(5, 2) - torch.sigmoid(-y)",
            "SQRT(A1)+POWER(B1;2)*PI() + IF(AND(x>0;y>0);1;0)",
            "x mod 3 != 2 and not (y = 1 or x >= 2)",
            "log(x, 2) + log_2 x + log x + gamma(x)/beta(x, y)",
            "9999999! + 10^(10^10) - 1e-300*1e300",
            "xⁿ⁺¹ + x⁻ⁿ + ⌊x⌋ - ⌈y⌉ ≤ ∞",
            "[1, x, [2, 3]]; [[1, 2], [3, x+1]]",
            "tan(x)/(x^2 - 2) + asin(x/2) + acosh(x) + x^(1/3)",
            "binomial(x, 3) mod gcd(6, 4) + round(x) - atan2(y, x)",
            "normalcdf(x, 1, 2) + logsumexp(x, y, 1) + leakyrelu(x) - hypot(x, y)");

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "|",
            "^",
            "**",
            "-",
            "+",
            "*",
            "/",
            "!",
            ",",
            ";",
            "&",
            "\\\\",
            "_",
            "=",
            "<",
            ">=",
            "!=",
            "√",
            "²",
            "⁻",
            "⁽",
            "sin",
            "ln ",
            "log",
            "sum(",
            "if(",
            "\\frac",
            "\\sqrt[",
            "\\sum_{",
            "\\begin{cases}",
            "\\end{cases}",
            "\\left",
            "\\text{",
            "and ",
            "not ",
            "mod ",
            "e",
            "inf",
            "1e308",
            "0",
            ".",
            "1e400",
            "x",
            "π",
            "α",
            "\u200b",
            "\u202e",
            "\u0000",
            "\ud83d",
            "😀",
            "é",
            "'",
            "\"",
            "$",
            "%",
            "#",
            "@",
            "~",
            "`",
            "__",
            "import os",
            " ",
            "\n",
            "True",
            "Piecewise(",
            "∑",
            "⌊",
            "½",
            "°");

    @Property(shrinking = ShrinkingMode.OFF)
    void whateverIsTypedIsReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        String text = TYPED.get(random.nextInt(TYPED.size()));
        passesEveryStage(mutated(text, random), random.nextInt(200) == 0);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void whatTreesPrintIsReadOrRefusedWhenChanged(@ForAll Expression expression, @ForAll long seed) {
        Random random = new Random(seed);
        String text = random.nextBoolean() ? Expressions.text(expression) : Expressions.latex(expression);
        passesEveryStage(mutated(text, random), false);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void printedTextReadsBackAsTheSameTree(@ForAll Expression expression) {
        String text = Expressions.text(expression);
        assertThat(Expressions.parse(text)).as(text).isEqualTo(expression);
    }

    private static String mutated(String text, Random random) {
        List<Integer> characters = new ArrayList<>(text.codePoints().boxed().toList());
        StringBuilder result = new StringBuilder();
        characters.forEach(result::appendCodePoint);
        for (int i = random.nextInt(5); i > 0; i--) {
            int from = random.nextInt(result.length() + 1);
            int to = Math.min(result.length(), from + random.nextInt(8));
            String part = result.substring(from, to);
            switch (random.nextInt(5)) {
                case 0 -> result.delete(from, to);
                case 1 -> result.insert(from, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> result.insert(from, part.repeat(random.nextInt(3)));
                case 3 -> result.insert(random.nextInt(result.length() + 1), part);
                default -> {
                    String other = TYPED.get(random.nextInt(TYPED.size()));
                    int cut = random.nextInt(other.length());
                    result.insert(from, other, cut, Math.min(other.length(), cut + 1 + random.nextInt(20)));
                }
            }
        }
        return result.toString();
    }

    private static void passesEveryStage(String text, boolean compile) {
        try {
            Parser.parseArray(text);
        } catch (MathException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        Expression expression;
        try {
            expression = Expressions.parse(text);
        } catch (MathException e) {
            assertThat(e.getMessage()).isNotBlank();
            Object start = e.facts().get("start");
            if (start != null) {
                assertThat((Integer) start).as(text).isBetween(0, text.length());
                assertThat((Integer) e.facts().get("end")).as(text).isBetween((Integer) start, text.length());
            }
            return;
        }
        String printed = Expressions.text(expression);
        assertThatCode(() -> assertThat(Expressions.parse(printed)).isEqualTo(expression))
                .as("%s, printed as %s", text, printed)
                .doesNotThrowAnyException();
        assertThat(Expressions.latex(expression)).isNotEmpty();
        List<String> variables = expression.variables();
        double[] point = new double[variables.size()];
        String variable = variables.isEmpty() ? "x" : variables.getFirst();
        tried(() -> new Simplifier(Deadline.none()).simplify(expression));
        tried(() -> Differentiator.derivative(expression, variable));
        tried(() -> NaturalDomain.of(expression).contains(point));
        tried(() -> Evaluation.value(expression, variables, point));
        tried(() -> ExpressionFunction.of(expression, variables).valueAndGradient(point, new double[point.length]));
        if (compile) {
            tried(() -> ExpressionFunction.of(expression, variables, 1_000_000)
                    .valueAndGradient(point, new double[point.length]));
        }
    }

    private static void tried(Runnable stage) {
        try {
            stage.run();
        } catch (MathException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
