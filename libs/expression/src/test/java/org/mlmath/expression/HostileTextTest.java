package org.mlmath.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.domain.NaturalDomain;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/** Whatever is sent as an expression is read, or refused with one of our own exceptions. */
class HostileTextTest {
    private static final List<String> PIECES = List.of(
            "x",
            "y",
            "2",
            "0.5",
            "1e5",
            "1e400",
            "9",
            "+",
            "-",
            "*",
            "/",
            "^",
            "**",
            "(",
            ")",
            "|",
            "!",
            ",",
            "{",
            "}",
            "<",
            "<=",
            "=",
            "!=",
            " ",
            "sin",
            "ln",
            "sum",
            "prod",
            "if",
            "(i,1,3,",
            "(x)",
            "max(",
            "piecewise(",
            "and",
            "or",
            "not ",
            "√",
            "∛",
            "²",
            "⁻",
            "⁻¹",
            "\\frac",
            "\\sqrt",
            "\\sqrt[",
            "\\left(",
            "\\pi",
            "π",
            "α",
            "_1",
            "_{",
            "₂",
            "e",
            "inf",
            "log_2 ",
            "gcd(",
            "'",
            "\"",
            "%",
            "\u200b",
            "\u202e",
            "\0",
            "😀",
            "\ud800",
            "import os",
            "__",
            "[",
            "]",
            "$",
            ";",
            "x!!",
            "1..2",
            "\n",
            "\t",
            "é");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 10000)
    void everyTextIsReadOrRefused(@ForAll("texts") String text) {
        Expression expression;
        try {
            expression = Expressions.parse(text);
        } catch (MathException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        assertThat(Expressions.parse(Expressions.text(expression))).as(text).isEqualTo(expression);
        assertThat(Expressions.latex(expression)).isNotEmpty();
        List<String> variables = expression.variables();
        double[] point = new double[variables.size()];
        try {
            Evaluation.value(expression, variables, point);
        } catch (MathException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            Expression derivative = Differentiator.derivative(expression, "x").expression();
            assertThat(Expressions.parse(Expressions.text(derivative))).as(text).isEqualTo(derivative);
            ExpressionFunction.of(expression, variables).valueAndGradient(point, new double[point.length]);
        } catch (MathException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void everyStringOfCharactersIsReadOrRefused(@ForAll String text) {
        try {
            Expressions.parse(text);
        } catch (MathException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Example
    void nothingThatIsReadTakesLong() {
        for (String text : List.of(
                "sin(".repeat(250) + "x" + ")".repeat(250),
                "x^".repeat(250) + "x",
                "x*".repeat(2400) + "x",
                "sin(x)*".repeat(700) + "x",
                "(x+1)".repeat(900),
                "x" + "/x".repeat(250),
                "if(x>0,".repeat(200) + "x" + ",1)".repeat(200),
                "max(".repeat(250) + "x" + ",x)".repeat(250),
                "sum(i,1,60,".repeat(5) + "x" + ")".repeat(5),
                "prod(i,1,60,x*".repeat(5) + "x" + ")".repeat(5),
                "sum(i,1,100,".repeat(100) + "x" + ")".repeat(100),
                "(9^9)^".repeat(200) + "9",
                "sum(i, 1e40, 2e40, ln(-i))",
                "9999999!^99999999!",
                "10^(10^10)",
                "1/(x-1)+".repeat(600) + "1",
                "1/(x-1)*".repeat(100) + "ln(x)",
                "ln(".repeat(250) + "x" + ")".repeat(250),
                "sqrt(1-".repeat(80) + "x" + ")".repeat(80),
                "min(abs(".repeat(80) + "x" + "),1/x)".repeat(80),
                "1/(" + "(x^2-2)*".repeat(400) + "x)",
                "if(x>0,1/x,".repeat(120) + "ln(x)" + ")".repeat(120),
                "prod(i,1,60,1/".repeat(40) + "(x-i)" + ")".repeat(40),
                "x^(".repeat(60) + "x" + ")".repeat(60),
                "1/sin(".repeat(100) + "x" + ")".repeat(100),
                "1/(x-" + "9".repeat(390) + ")^" + "9".repeat(390),
                "sqrt(x^2 - " + "1/3*".repeat(100) + "x)",
                "tan(" + "x+".repeat(1500) + "x)")) {
            Expression expression = Expressions.parse(text);
            List<String> variables = expression.variables();
            assertThat(Expressions.latex(expression).length()).isLessThan(1_000_000);
            try {
                NaturalDomain domain = NaturalDomain.of(expression);
                assertThat(domain.text().length()).isLessThan(1_000_000);
                domain.contains(new double[variables.size()]);
                domain.points(20, 1, Map.of(), Deadline.none());
            } catch (MathException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            try {
                new Simplifier(Deadline.none()).simplify(expression);
            } catch (MathException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            try {
                Differentiator.derivative(expression, "x");
            } catch (MathException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            try {
                ExpressionFunction.of(expression, variables)
                        .valueAndGradient(new double[variables.size()], new double[variables.size()]);
            } catch (MathException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
