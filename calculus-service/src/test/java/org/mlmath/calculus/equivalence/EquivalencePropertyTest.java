package org.mlmath.calculus.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;

class EquivalencePropertyTest {
    private static EquivalentResult decide(String a, String b) {
        return Equivalence.decide(a, b, null, null, false, false, true, Deadline.none());
    }

    /** Texts in x and y with all functions but those that need integers. */
    @Provide
    Arbitrary<String> expressions() {
        return texts(3);
    }

    private static Arbitrary<String> texts(int depth) {
        Arbitrary<String> leaves = Arbitraries.of("x", "x", "y", "1", "2", "3", "0.5", "pi");
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> texts(depth - 1));
        List<String> functions = java.util.Arrays.stream(Function.values())
                .filter(f -> f.unary() && f != Function.NOT)
                .map(Function::text)
                .toList();
        Arbitrary<String> calls =
                Combinators.combine(Arbitraries.of(functions), inner).as((f, a) -> f + "(" + a + ")");
        Arbitrary<String> operations = Combinators.combine(inner, Arbitraries.of("+", "-", "*", "/"), inner)
                .as((a, o, b) -> "(" + a + ")" + o + "(" + b + ")");
        Arbitrary<String> powers = Combinators.combine(inner, Arbitraries.of("2", "3", "-1", "1/2", "1/3"))
                .as((a, n) -> "(" + a + ")^(" + n + ")");
        Arbitrary<String> others = Combinators.combine(
                        Arbitraries.of("max", "min", "hypot", "logsumexp", "mod"), inner, inner)
                .as((f, a, b) -> f + "(" + a + ", " + b + ")");
        Arbitrary<String> branches = Combinators.combine(inner, inner, inner)
                .as((a, b, c) -> "if(" + a + " < " + b + ", " + c + ", " + a + ")");
        return Arbitraries.frequencyOf(
                Tuple.of(1, leaves),
                Tuple.of(4, calls),
                Tuple.of(5, operations),
                Tuple.of(2, powers),
                Tuple.of(1, others),
                Tuple.of(1, branches));
    }

    /** A valid rewriting of f. */
    @Provide
    Arbitrary<String> rewritings() {
        return Arbitraries.of(
                "f + 0",
                "2*f - f",
                "f*(sin(x)^2 + cos(x)^2)",
                "f + sinh(2*y) - 2*sinh(y)*cosh(y)",
                "f*e^x*e^(-x)",
                "(f*(x^2 + 1) + f)/(x^2 + 2)",
                "(f + 1)^2 - f^2 - f - 1",
                "f + abs(x*y) - abs(x)*abs(y)",
                "f + max(x, y) + min(x, y) - x - y",
                "f - ln(e^(x + y)) + x + y",
                "f + atan(1/2) + atan(2) - pi/2",
                "f + sigmoid(y) + sigmoid(-y) - 1");
    }

    @Property(tries = 150)
    void rewritingIsNotDifferent(@ForAll("expressions") String f, @ForAll("rewritings") String rewriting) {
        String rewritten = rewriting.replaceAll("\\bf\\b", "(" + f + ")");
        assertThat(decide(f, rewritten).verdict()).as("%s and %s", f, rewritten).isNotEqualTo(Verdict.DIFFERENT);
    }

    @Property(tries = 150)
    void theSimplifiedFormAgreesWhereBothHaveAValue(@ForAll("expressions") String f) {
        Expression simplified = new Simplifier(Deadline.none()).simplify(Expressions.parse(f));
        EquivalentResult result = decide(f, Expressions.text(simplified));
        if (result.verdict() == Verdict.DIFFERENT) {
            // Simplifying may remove what kept the expression from having a value, nothing else.
            assertThat(result.values().a())
                    .as("%s and %s: %s", f, Expressions.text(simplified), result.values())
                    .isNull();
        }
    }

    @Property(tries = 150)
    void theSmallestChangeIsSeen(@ForAll("expressions") String f) {
        EquivalentResult result = decide(f, "(" + f + ") + 1e-35");
        // What has a value nowhere, such as asin(2), agrees with everything wherever it has one.
        if (hasAValue(f)) {
            assertThat(result.verdict()).as(f).isNotEqualTo(Verdict.EQUIVALENT);
        }
        if (result.diagnostics().points() > 0) {
            assertThat(result.verdict()).as(f).isEqualTo(Verdict.DIFFERENT);
        }
    }

    private static boolean hasAValue(String text) {
        ExpressionFunction f = ExpressionFunction.of(Expressions.parse(text), List.of("x", "y"));
        for (double x = -3.7; x < 4; x += 0.35) {
            for (double y = -3.6; y < 4; y += 0.45) {
                if (Double.isFinite(f.value(new double[] {x, y}))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Property(tries = 200)
    void verdictsAreSymmetricAndDifferencesShow(@ForAll("expressions") String f, @ForAll("expressions") String g) {
        EquivalentResult one = decide(f, g);
        EquivalentResult other = decide(g, f);
        assertThat(one.verdict()).as("%s and %s", f, g).isEqualTo(other.verdict());
        if (one.verdict() == Verdict.DIFFERENT) {
            assertThat(one.counterexample()).isNotNull();
            assertThat(one.values().detail()).contains("a ").contains("b ");
            assertThat(one.steps()).isNotEmpty();
        }
    }

    @Property(tries = 60)
    void everyExpressionIsItself(@ForAll("expressions") String f) {
        assertThat(decide(f, f).verdict()).as(f).isEqualTo(Verdict.EQUIVALENT);
    }

    @Property(tries = 40)
    void theSameQuestionHasTheSameAnswer(@ForAll("expressions") String f, @ForAll("rewritings") String rewriting) {
        String rewritten = rewriting.replaceAll("\\bf\\b", "(" + f + ")");
        assertThat(decide(f, rewritten)).isEqualTo(decide(f, rewritten));
        assertThat(Equivalence.decide(f, rewritten, Map.of(), Map.of(), true, false, false, Deadline.none()))
                .isNotNull();
    }
}
