package org.mlmath.expression.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.RandomExpressions;
import org.mlmath.expression.identity.Identity.Known;
import org.mlmath.expression.identity.Identity.Method;
import org.mlmath.expression.identity.Identity.Proof;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.numerics.Deadline;

class IdentityTest {
    private static final Known NOTHING = new Known(Map.of(), Set.of());

    private static Optional<Proof> prove(String a, String b, Known known) {
        return Identity.of(Expressions.parse(a), Expressions.parse(b), known, Deadline.none());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    (x+y)^3 ~ x^3+3x^2*y+3x*y^2+y^3
                    1/(x-1)-1/(x+1) ~ 2/(x^2-1)
                    sin(3x) ~ 3sin(x)-4sin(x)^3
                    tan(x/2) ~ sin(x)/(1+cos(x))
                    sin(x+pi/12) ~ (sin(x)*(sqrt(6)+sqrt(2))+cos(x)*(sqrt(6)-sqrt(2)))/4
                    cos(x)*cos(2x)*cos(4x) ~ sin(8x)/(8sin(x))
                    tanh(x+y) ~ (tanh(x)+tanh(y))/(1+tanh(x)*tanh(y))
                    ln((1+x)/(1-x))/2 ~ atanh(x)
                    e^(x/2) ~ sqrt(e^x)
                    abs(x)*abs(y) ~ abs(x*y)
                    sqrt(x^2+2x+1) ~ abs(x+1)
                    sqrt(1-cos(x)^2) ~ abs(sin(x))
                    sqrt(5+2sqrt(6))*x ~ (sqrt(2)+sqrt(3))*x
                    max(x,y)*min(x,y) ~ x*y
                    relu(x)+relu(-x) ~ abs(x)
                    sigmoid(x) ~ (1+tanh(x/2))/2
                    softplus(x)-softplus(-x) ~ x
                    gelu(x) ~ x*(1+erf(x/sqrt(2)))/2
                    gamma(x+3) ~ x*(x+1)*(x+2)*gamma(x)
                    cos(2atan(x)) ~ (1-x^2)/(1+x^2)
                    (x^6)^(1/3) ~ x^2
                    cbrt(x*y) ~ cbrt(x)*cbrt(y)
                    """)
    void theNumeratorOfTheDifferenceIsZero(String a, String b) {
        assertThat(prove(a, b, NOTHING)).map(Proof::method).contains(Method.NORMAL_FORM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    asinh(x) ~ ln(x+sqrt(x^2+1))
                    asin(x)+acos(x) ~ pi/2
                    atan(x) ~ asin(x/sqrt(1+x^2))
                    acosh(x) ~ 2ln(sqrt((x+1)/2)+sqrt((x-1)/2))
                    """)
    void whatHasTheSameDerivativeDiffersByConstants(String a, String b) {
        assertThat(prove(a, b, NOTHING)).isPresent();
        Optional<Proof> shifted = prove(a, "1+" + b, NOTHING);
        assertThat(shifted).map(Proof::method).contains(Method.DERIVATIVE);
    }

    /** Two polynomials meet on a set without an interior; floor(x) is 1 from 1 to 2. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    (floor(x) == 1)*x ~ 0
                    sign(floor(x))^2*x ~ x
                    """)
    void whatAStepIsComparedWithMayBeItsValueAllAlong(String a, String b) {
        assertThat(prove(a, b, NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    sum(i,1,n,i^3) ~ (n*(n+1)/2)^2
                    sum(k,0,n,x^k) ~ (x^(n+1)-1)/(x-1)
                    prod(k,1,n,1+1/k) ~ n+1
                    """)
    void sumsGrowStepByStep(String a, String b) {
        Known integers = new Known(Map.of(), Set.of("n"));
        assertThat(prove(a, b, integers)).map(Proof::method).contains(Method.INDUCTION);
        assertThat(prove(a, b + "+n", integers)).isEmpty();
    }

    @Test
    void signsAndIntegersAreUsed() {
        Known positive = new Known(Map.of("x", 1), Set.of());
        assertThat(prove("sqrt(x^2)", "x", positive)).isPresent();
        assertThat(prove("sqrt(x^2)", "x", NOTHING)).isEmpty();
        Known integer = new Known(Map.of(), Set.of("n"));
        assertThat(prove("cos(pi*n)", "(-1)^n", integer)).isPresent();
        assertThat(prove("cos(pi*n)", "(-1)^n", NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    sin(3x) ; 3sin(x)-4sin(x)^3+1e-30*x
                    sqrt(x^2) ; x
                    abs(x+y) ; abs(x)+abs(y)
                    ln(x+y) ; ln(x)+ln(y)
                    cos(x) ; cos(x+6.283185307179586)
                    e^(x*y) ; e^x*e^y
                    sqrt(x^4+1) ; x^2+1
                    cosh(2x) ; 2cosh(x)^2+1/2-x
                    max(x,y) ; x
                    gelu(x) ; x*sigmoid(1.702x)
                    atan(x)*2 ; asin(2x/(1+x^2))
                    x^y ; y^x
                    gamma(x+1) ; (x+1)*gamma(x)
                    """)
    void whatIsFalseHasNoProof(String a, String b) {
        assertThat(prove(a, b, NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(5+2sqrt(6)) - sqrt(2) - sqrt(3)",
                "cbrt(cbrt(2)-1) - cbrt(1/9) + cbrt(2/9) - cbrt(4/9)",
                "cos(2pi/7)+cos(4pi/7)+cos(6pi/7) + 1/2",
                "tan(3pi/11)+4sin(2pi/11) - sqrt(11)",
                "4atan(1/5)-atan(1/239) - pi/4",
                "acos(1/3) - 2atan(1/sqrt(2))",
                "ln(2+sqrt(3))+ln(2-sqrt(3))",
                "asinh(1) - ln(1+sqrt(2))",
                "2ln(2)+ln(5)-ln(20) + atan(1/2)+atan(1/3)-pi/4 + sqrt(8)-2sqrt(2)"
            })
    void numbersAreProvenToBeZero(String text) {
        assertThat(ConstantZero.isProven(Expressions.parse(text), Deadline.none()))
                .isTrue();
        assertThat(ConstantZero.isProven(Expressions.parse(text + " + 1e-300"), Deadline.none()))
                .isFalse();
        assertThat(ConstantZero.isProven(Expressions.parse(text + " + pi"), Deadline.none()))
                .isFalse();
    }

    @Property(tries = 400)
    @Domain(RandomExpressions.class)
    @Domain(net.jqwik.api.domains.DomainContext.Global.class)
    void proofsHoldAtRandomPoints(
            @ForAll Expression a,
            @ForAll Expression b,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = -3, max = 9) double y) {
        List<Expression> pairs = List.of(a, b, new Sum(List.of(a, b)), new Negate(a));
        Map<String, org.mlmath.numerics.exact.Rational> point =
                HighPrecision.point(RandomExpressions.VARIABLES, new double[] {0.57, x + 0.0123, y + 0.0321});
        for (Expression left : pairs) {
            for (Expression right : pairs) {
                Optional<Proof> proof = Identity.of(left, right, NOTHING, Deadline.none());
                if (proof.isPresent() && proof.get().method() == Method.NORMAL_FORM) {
                    assertThat(HighPrecision.differ(
                                    HighPrecision.at(left, point, 256, Deadline.none()),
                                    HighPrecision.at(right, point, 256, Deadline.none()),
                                    256))
                            .isFalse();
                }
            }
        }
    }
}
