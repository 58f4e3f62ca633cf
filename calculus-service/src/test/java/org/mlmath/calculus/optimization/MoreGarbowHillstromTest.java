package org.mlmath.calculus.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.optimization.Clipping;
import org.mlmath.numerics.optimization.Minimization;
import org.mlmath.numerics.optimization.Recording;
import org.mlmath.numerics.optimization.Run;
import org.mlmath.numerics.optimization.Schedule;
import org.mlmath.numerics.optimization.StopCriteria;

/**
 * The methods as they are by default, on the test problems of more-garbow-hillstrom.py, from the paper's starts. Conjugate gradients
 * converge linearly, and are given fewer digits on the badly scaled problems.
 */
class MoreGarbowHillstromTest {
    private static final int STEPS = 5000;

    static Stream<Arguments> problems() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(MoreGarbowHillstromTest.class.getResourceAsStream("more-garbow-hillstrom.json"))
                .get("cases");
        List<Arguments> problems = new ArrayList<>();
        for (JsonNode problem : cases) {
            for (MethodName method :
                    List.of(MethodName.NEWTON, MethodName.BFGS, MethodName.LBFGS, MethodName.CONJUGATE_GRADIENT)) {
                problems.add(Arguments.of(problem.get("name").asText(), method, problem));
            }
        }
        return problems.stream();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("problems")
    void aMinimumIsFound(String name, MethodName method, JsonNode problem) {
        List<String> variables = new ArrayList<>();
        problem.get("variables").forEach(variable -> variables.add(variable.asText()));
        double[] start = new double[variables.size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = problem.get("start").get(i).asDouble();
        }
        ExpressionFunction objective = ExpressionFunction.of(
                Expressions.parse(problem.get("expression").asText()), variables, STEPS);
        Minimization minimization = new Minimization(
                ConfiguredMethod.of(new ObjectMapper().convertValue(new Named(method), OptimizationMethod.class))
                        .rule(0),
                1,
                new Schedule.Constant(),
                Clipping.NONE,
                StopCriteria.NONE,
                Recording.DEFAULT,
                STEPS);

        Run run = minimization.from(start, objective, Deadline.none());

        boolean linear = method == MethodName.CONJUGATE_GRADIENT;
        assertThat(run.converged() || linear).isTrue();
        double value = run.state().bestValue();
        assertThat(numbers(problem, "minima")
                                .anyMatch(m -> near(value, m, linear ? 1e-5 : 1e-11, linear ? 1e-9 : 1e-24))
                        || numbers(problem, "toSixDigits").anyMatch(m -> near(value, m, 1e-6, 0)))
                .as("%s of %s, gradient %s", value, problem.get("minima"), run.gradientNorm())
                .isTrue();
    }

    private static boolean near(double value, double minimum, double relative, double absolute) {
        return Math.abs(value - minimum) <= Math.max(relative * minimum, absolute);
    }

    private static DoubleStream numbers(JsonNode problem, String field) {
        List<Double> numbers = new ArrayList<>();
        problem.get(field).forEach(number -> numbers.add(number.asDouble()));
        return numbers.stream().mapToDouble(Double::doubleValue);
    }

    private record Named(MethodName name) {}
}
