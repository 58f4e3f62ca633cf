package org.mlmath.expression.asymptotic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.numerics.Deadline;

class LimitAtInfinityTest {
    /** Gruntz, ch. 8, and what courses ask. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            e^x*(e^(1/x-e^-x)-e^(1/x)); -1
            e^x*(e^(1/x+e^-x+e^(-x^2))-e^(1/x-e^(-e^x))); 1
            e^(e^(x-e^-x)/(1-1/x))-e^(e^x); inf
            e^(e^(e^x/(1-1/x)))-e^(e^(e^x/(1-1/x-(ln x)^(-ln x)))); -inf
            e^(e^(e^(x+e^-x)))/e^(e^(e^x)); inf
            e^(e^(e^x))/e^(e^(e^(x-e^(-e^x)))); inf
            e^(e^(e^x))/e^(e^(e^(x-e^(-e^(e^x))))); 1
            e^(e^x)/e^(e^(x-e^(-e^(e^x)))); 1
            (ln x)^2*e^(sqrt(ln x)*(ln(ln x))^2*e^(sqrt(ln(ln x))*(ln(ln(ln x)))^3))/sqrt(x); 0
            (x*ln(x)*(ln(x*e^x-x^2))^2)/(ln(ln(x^2+2*e^(e^(3*x^3*ln(x)))))); 1/3
            (e^(x*e^-x/(e^-x+e^(-2x^2/(x+1))))-e^x)/x; -e^2
            (3^x+5^x)^(1/x); 5
            x/(ln(x^(ln(x^(ln 2/ln x))))); inf
            e^(e^(2ln(x^5+x)*ln(ln x)))/e^(e^(10ln(x)*ln(ln x))); inf
            4/9*x^(21/10)*e^(-x)+x; inf
            e^((4x*e^-x/(1/e^x+1/e^(2x^2/(x+1)))-e^x)/e^(4x)); 1
            e^(e^(-x/(1+e^-x)))*e^(-x/(1+e^(-x/(1+e^-x))))*e^(e^(-x+e^(-x/(1+e^-x))))/(e^(-x/(1+e^-x)))^2-e^x+x; 2
            (ln(ln x+ln(ln x))-ln(ln x))/ln(ln x+ln(ln(ln x)))*ln x; 1
            (ln x)^10/x^(1/10); 0
            x!^(1/x)/x; 1/e
            cosh(x)/e^x; 1/2
            gamma(x+1/gamma(x))-gamma(x)-ln(x); 0
            gamma(x+1)/sqrt(2pi)/(x^(x+1/2)*e^-x); 1
            e^(gamma(x-e^-x)*e^(1/x))-e^(gamma(x)); inf
            x*(gamma(x-1/gamma(x))-gamma(x)+ln(x)); 1/2
            (gamma(x+1/gamma(x))-gamma(x))/ln(x); 1
            digamma(digamma(digamma(x)))/ln(ln(ln x)); 1
            digamma(x)-ln(x); 0
            lgamma(x)/(x*ln x); 1
            x*e^(x^2)*erfc(x); 1/sqrt(pi)
            e^(x^2)*erfc(x); 0
            x*(1-normalcdf(x)); 0
            x-sqrt(x^2-4x); 2
            sqrt(x+sqrt(x+sqrt(x)))-sqrt(x); 1/2
            cbrt(x^3+x^2)-x; 1/3
            (1+1/x)^x; e
            x*((1+1/x)^x-e); -e/2
            x^2*(e^(1/x)-e^(1/(x+1))); 1
            (tanh(x)-1)*e^(2x); -2
            x*(pi/2-atan(x)); 1
            x*sin(1/x); 1
            x^2*(1-cos(1/x)); 1/2
            softplus(x)-x; 0
            x*sigmoid(-x); 0
            ln(x!)/(x ln x); 1
            binomial(2x,x)*sqrt(x)/4^x; 1/sqrt(pi)
            (2x)!/(x!*x^x*(4/e)^x); sqrt(2)
            x^(ln x)/e^((ln x)^2); 1
            abs(x-x^2)/x^2; 1
            max(x,ln x)/x; 1
            x^sqrt(2)/x^1.4; inf
            asinh(x)-ln(2x); 0
            acosh(x)-asinh(x); 0
            (x+1)^(1/3)-x^(1/3); 0
            x*(ln(x+1)-ln(x)); 1
            logsumexp(x,2x)-2x; 0
            atan(x)-atan(2x)+1/(2x); 0
            x^3*(atan(x)-atan(2x)+1/(2x)); 7/24
            (ln(x^2)-2ln(x)); 0
            """)
    void limits_at_infinity(String expression, String limit) {
        check(LimitAtInfinity.of(Expressions.parse(expression), "x", Deadline.none()), limit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            sin(x)/x; 1
            (tan(x)-sin(x))/x^3; 1/2
            (sin(tan x)-tan(sin x))/x^7; -1/30
            (asin(x)-x)/x^3; 1/6
            1/x^2-1/sin(x)^2; -1/3
            cos(x)^(1/x^2); e^(-1/2)
            (1+x)^(1/x)/x-e/x; -e/2
            x^x; 1
            x^(x^x); 0
            (x^x)^x; 1
            x*ln(x)^5; 0
            gamma(x)*x; 1
            gamma(x)-1/x; -0.57721566490153286060651209008240243104215933593992
            e^(-1/x)/x^100; 0
            e^(1/x); inf
            ln(sin x)/ln(x); 1
            (2^x-3^x)/x; ln(2/3)
            x^(sin x); 1
            acos(1-x)/sqrt(x); sqrt(2)
            (asin(1-x)-pi/2)/sqrt(x); -sqrt(2)
            erf(x)/x; 2/sqrt(pi)
            (e^x-1-x-x^2/2)/x^3; 1/6
            (logit(1/2+x))/x; 4
            gelu(x)/x; 1/2
            (digamma(1+x)-digamma(1))/x; pi^2/6
            abs(x)/x; 1
            x*atan(1/x); 0
            (sqrt(1+x)-cbrt(1+x))/x; 1/6
            """)
    void limits_at_zero_from_above(String expression, String limit) {
        check(LimitAtInfinity.atZero(Expressions.parse(expression), "x", Deadline.none()), limit);
    }

    @Test
    void what_oscillates_has_no_answer() {
        assertThat(LimitAtInfinity.of(Expressions.parse("sin(x)"), "x", Deadline.none()))
                .isEmpty();
        assertThat(LimitAtInfinity.of(Expressions.parse("floor(x)/x"), "x", Deadline.none()))
                .isEmpty();
        assertThat(LimitAtInfinity.atZero(Expressions.parse("gamma(-1/x)"), "x", Deadline.none()))
                .isEmpty();
    }

    private static void check(Optional<Expression> found, String expected) {
        assertThat(found).isPresent();
        Expression limit = Expressions.parse(expected);
        if (expected.contains("inf")) {
            assertThat(Expressions.text(found.get())).isEqualTo(expected);
            return;
        }
        var value = HighPrecision.enclosure(found.get(), Map.of(), 120, Deadline.none())
                .decimal(30);
        var reference =
                HighPrecision.enclosure(limit, Map.of(), 120, Deadline.none()).decimal(30);
        assertThat(value.subtract(reference).abs().doubleValue()).isLessThan(1e-28);
    }
}
