package org.mlmath.expression.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlmath.expression.Expressions;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

class NaturalDomainTest {

    private static NaturalDomain domain(String text) {
        return NaturalDomain.of(Expressions.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x^2 + e^x;                    all real numbers",
                "1/(x^2 + 1);                  all real numbers",
                "sqrt(x^2 - 2x + 1);           all real numbers",
                "1/x;                          x != 0",
                "1/((x - 1)(x + 2));           x != -2 and x != 1",
                "1/(x^2 - x - 1);              x != (1 - sqrt(5))/2 and x != (sqrt(5) + 1)/2",
                "ln(x);                        x > 0",
                "ln(1 - x);                    x < 1",
                "ln(x^2 - 4);                  x < -2 or x > 2",
                "ln(x^2);                      x != 0",
                "ln|x|;                        x != 0",
                "ln(ln(x));                    x > 1",
                "sqrt(x);                      x >= 0",
                "sqrt(ln(x) - 2);              x >= e^2",
                "sqrt(4 - x^2);                -2 <= x <= 2",
                "sqrt(2 - x^2);                -sqrt(2) <= x <= sqrt(2)",
                "sqrt(x) + 1/(x - 1);          0 <= x < 1 or x > 1",
                "sqrt((x - 1)/(x + 2));        x < -2 or x >= 1",
                "sqrt(1/x - 2);                0 < x <= 1/2",
                "sqrt(|x| - 3);                x <= -3 or x >= 3",
                "sqrt(3 - |x - 1|);            -2 <= x <= 4",
                "sqrt(-(x - 1)^2);             x = 1",
                "acos(x) + acosh(x);           x = 1",
                "ln(x) + ln(-x);               no real number",
                "ln(-1) + x;                   no real number",
                "asin(2x - 1);                 0 <= x <= 1",
                "acos(e^x);                    x <= 0",
                "atanh(x/2);                   -2 < x < 2",
                "asec(x);                      x <= -1 or x >= 1",
                "asech(x);                     0 < x <= 1",
                "logit(x);                     0 < x < 1",
                "x^(1/3);                      x >= 0",
                "x^-0.5;                       x > 0",
                "x^-2;                         x != 0",
                "cbrt(x) + root(x, 5);         all real numbers",
                "root(x, 4);                   x >= 0",
                "x^x;                          x > 0 or (x = 0 and x >= 0) or (x < 0 and x = floor(x))",
                "log(x, 2);                    x > 0",
                "log(3, x);                    0 < x < 1 or x > 1",
                "mod(5, x);                    x != 0",
                "2^(1/x);                      x != 0",
                "1/(e^x - 1);                  x != 0",
                "1/(2^x - 8);                  x != 3",
                "1/(e^(2x) - 3);               x != ln(3)/2",
                "1/floor(x);                   x < 0 or x >= 1",
                "1/min(x, 1);                  x != 0",
                "1/relu(x);                    x > 0",
                "tan(x);                       x != pi/2 + pi*k (k an integer)",
                "1/sin(2x);                    x != pi*k/2 (k an integer)",
                "1/(cos(x) - 2);               all real numbers",
                "1/(2sin(x) - 1);              x != pi/6 + 2*pi*k (k an integer) and x != 5*pi/6 + 2*pi*k (k an integer)",
                "ln(x) tan(x);                 x > 0 and x != pi/2 + pi*k (k an integer)",
                "1/(x sin(x));                 x != 0 and x != pi*k (k an integer)",
                "sqrt(4 - x^2)/cos(x);         -2 <= x < -pi/2 or -pi/2 < x < pi/2 or pi/2 < x <= 2",
                "gamma(x);                     x != -k (k = 0, 1, 2, …)",
                "x!;                           x != -k - 1 (k = 0, 1, 2, …)",
                "if(x > 0, ln(x), 1/(x + 1));  x != -1",
                "piecewise(x < 0, 1, x > 1, 2); x < 0 or x > 1",
                "if(x > 0, 1/x, x^2);          all real numbers",
                "sum(i, 1, 3, 1/(x - i));      prod(i, 1, 3, x - i != 0) = 1",
                "sum(k, 0, 5, x^k/k!);         all real numbers",
                "sqrt(x^3 - x);                -1 <= x <= 0 or x >= 1",
                "sqrt(x^4 - 5x^2 + 4);         x <= -2 or -1 <= x <= 1 or x >= 2",
                "1/(x^3 - 2);                  x != 2^(1/3)",
                "sqrt(x^5 - x - 1);            x >= 1.1673039782614187",
                "1/(x^4 + x + 1);              all real numbers",
                "sqrt(e^(3x) - 8);             x >= ln(8)/3",
                "sqrt(x^2 + 2x + e^x);         x^2 + 2*x + e^x >= 0",
            })
    void oneVariableIsSolvedWhereItCanBe(String expression, String text) {
        assertThat(domain(expression).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sqrt(1 - x^2 - y^2);   1 - x^2 - y^2 >= 0",
                "ln(x y)/(x - y);       x*y > 0 and x - y != 0",
                "1/(1 + x^2 + y^2);     all real numbers",
                "atan2(y, x);           y != 0 or x != 0",
                "x^y;                   x > 0 or (x = 0 and y >= 0) or (x < 0 and y = floor(y))",
                "x/y + y/x;             y != 0 and x != 0",
                "sum(k, 1, n, k^x);     n = floor(n)",
                "sum(k, 0, n, x^k);     n = floor(n)",
            })
    void severalVariablesKeepTheirConditions(String expression, String text) {
        assertThat(domain(expression).text()).isEqualTo(text);
    }

    @Test
    void whatCouldNotBeSolvedHasNoIntervals() {
        assertThat(domain("sqrt(x + sin(x))").intervals()).isEmpty();
        assertThat(domain("sqrt(x + y)").intervals()).isEmpty();
        assertThat(domain("ln(2)").intervals()).hasValueSatisfying(all -> assertThat(all)
                .singleElement()
                .matches(interval -> interval.contains(-1e300) && interval.contains(1e300)));
    }

    @Test
    void endsAreFormulasAndNumbers() {
        assertThat(domain("sqrt(2 - x^2)").intervals().orElseThrow())
                .singleElement()
                .satisfies(interval -> {
                    assertThat(interval.lower().text()).isEqualTo("-sqrt(2)");
                    assertThat(interval.lower().value()).isEqualTo(-Math.sqrt(2));
                    assertThat(interval.lower().exact()).isTrue();
                    assertThat(interval.lowerIncluded()).isTrue();
                });
        assertThat(domain("tan(2x)").exclusions()).singleElement().satisfies(progression -> {
            assertThat(progression.text()).isEqualTo("pi/4 + pi*k/2");
            assertThat(progression.step().value()).isEqualTo(Math.PI / 2);
        });
    }

    @Test
    void conditionsNameThePartAndTheRule() {
        assertThat(domain("1 + ln(x - 3)/x").conditions())
                .extracting(
                        condition -> Expressions.text(condition.requirement()),
                        condition -> Expressions.text(condition.part()),
                        Condition::reason)
                .containsExactly(
                        tuple("x - 3 > 0", "ln(x - 3)", Reason.LOGARITHM),
                        tuple("x != 0", "ln(x - 3)/x", Reason.DIVISION));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "1/x@                 x \\in \\mathbb{R} \\setminus \\left\\{0\\right\\}",
                "sqrt(4 - x^2)@       x \\in \\left[-2, 2\\right]",
                "ln(x^2 - 4)@         x \\in \\left(-\\infty, -2\\right) \\cup \\left(2, \\infty\\right)",
                "tan(x)@              x \\in \\mathbb{R}, \\; x \\ne \\frac{\\pi}{2} + \\pi k \\; (k \\in \\mathbb{Z})",
                "x + y@               x, y \\in \\mathbb{R}",
                "ln(x + y)@           x + y > 0",
            })
    void latexNamesTheSet(String expression, String latex) {
        assertThat(domain(expression).latex()).isEqualTo(latex.replace("\\\\", "\\"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sqrt(1 - x^2 - y^2); 40",
                "ln(x y)/(x - y); 40",
                "acos(x + y) + ln(x - 10); 40",
                "sqrt(x - 1000) + ln(y - x); 40",
                "sqrt(-(x - 1)^2); 40",
                "asin(100 x y z) ln(x) sqrt(z - 5); 40",
                "n! + sum(k, 1, n, 1/(k + x)); 40",
                "ln(-1 - x^2 - y^2); 0",
                "sqrt(x^2 + y^2 - 10^6) + acosh(x); 40",
            })
    void pointsOfTheDomainAreFound(String expression, int count) {
        NaturalDomain domain = domain(expression);
        List<double[]> points = domain.points(40, 7, Map.of(), Deadline.none());
        assertThat(points).hasSize(count).allMatch(domain::contains);
        List<double[]> again = domain(expression).points(40, 7, Map.of(), Deadline.none());
        assertThat(again.stream().map(Arrays::toString))
                .containsExactlyElementsOf(points.stream().map(Arrays::toString).toList());
    }

    @Test
    void pointsStayWithinGivenBounds() {
        Interval unit =
                domain("sqrt(x) + sqrt(1 - x)").intervals().orElseThrow().getFirst();
        assertThat(domain("ln(x + y)").points(50, 1, Map.of("x", unit), Deadline.none()))
                .hasSize(50)
                .allMatch(point -> unit.contains(point[0]));
    }

    @Test
    void conditionsWithoutEndAreRefused() {
        StringBuilder nested = new StringBuilder();
        for (int i = 1; i <= 200; i++) {
            nested.append("if(x > ").append(i).append(", 1/(x - y), ");
        }
        assertThatThrownBy(() -> domain(nested + "1" + ")".repeat(200))).isInstanceOf(LimitExceededException.class);
    }
}
