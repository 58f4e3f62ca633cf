package org.mlmath.calculus.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.numerics.optimization.program.Constraints;
import org.mlmath.numerics.optimization.program.LinearSolution;
import org.mlmath.numerics.optimization.program.LinearSolution.Pivot;
import org.mlmath.numerics.optimization.program.Status;

/** The working of the simplex method: slacks, the exchanges of the basis, and the proof at the end. Variables count from 0. */
final class LinearProgramSteps {
    private LinearProgramSteps() {}

    static List<Step> of(double[] c, Constraints constraints, boolean maximize, LinearSolution solution) {
        int n = c.length;
        int m = constraints.limits().length + constraints.values().length;
        double sign = maximize ? -1 : 1;
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "slack-variables",
                "Equations with slacks",
                "Each of the %d constraints gets a slack variable, at least 0 for an inequality and 0 for an equation; they are the first basis."
                        .formatted(m),
                "\\%s \\; %s, \\quad A x + s = b".formatted(maximize ? "max" : "min", linear(c)),
                null));
        for (Pivot pivot : solution.pivots()) {
            String entering = name(pivot.entering(), n, false);
            boolean flip = pivot.entering() == pivot.leaving();
            String leaving = name(pivot.leaving(), n, false);
            String what = flip
                    ? "%s goes from one of its bounds to the other.".formatted(entering)
                    : "%s enters the basis and grows or falls until %s is at a bound and leaves it."
                            .formatted(entering, leaving);
            steps.add(new Step(
                    flip ? "bound-flip" : "pivot",
                    flip ? entering + " changes sides" : entering + " for " + leaving,
                    (pivot.seeking() ? "On the way to a feasible point: " : "To a better value: ") + what,
                    "%s \\leftrightarrow %s, \\quad c^T x = %s"
                            .formatted(
                                    name(pivot.entering(), n, true),
                                    name(pivot.leaving(), n, true),
                                    Latex.number(sign * pivot.value() + 0.0)),
                    sign * pivot.value() + 0.0));
        }
        steps.add(end(c, solution, sign));
        return steps;
    }

    private static Step end(double[] c, LinearSolution solution, double sign) {
        if (solution.status() == Status.OPTIMAL) {
            double value = sign * solution.value() + 0.0;
            return new Step(
                    "optimal",
                    "The optimum",
                    "No exchange makes the value better: all reduced costs have the right sign. They are the multipliers, and the dual program has the same value.",
                    "x = \\left(%s\\right), \\quad c^T x = %s".formatted(numbers(solution.x()), Latex.number(value)),
                    value);
        }
        if (solution.status() == Status.INFEASIBLE) {
            return new Step(
                    "contradiction",
                    "No feasible point",
                    "Times their multipliers the constraints add up to a positive number being at most 0.",
                    "0 < %s \\le 0".formatted(Latex.number(solution.contradiction())),
                    null);
        }
        return new Step(
                "ray",
                "No end",
                "Nothing stops the variable that enters: along this ray all constraints hold, and the value has no end.",
                "x = \\left(%s\\right) + t \\left(%s\\right), \\quad t \\to \\infty"
                        .formatted(numbers(solution.x()), numbers(solution.ray())),
                sign < 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
    }

    private static String name(int variable, int n, boolean latex) {
        String letter = variable < n ? "x_" : "s_";
        int index = variable < n ? variable : variable - n;
        return letter + (latex ? "{" + index + "}" : index);
    }

    private static String numbers(double[] entries) {
        return Arrays.stream(entries).limit(50).mapToObj(Latex::number).collect(Collectors.joining(", "))
                + (entries.length > 50 ? ", \\dots" : "");
    }

    private static String linear(double[] c) {
        if (c.length > 20) {
            return "c^T x";
        }
        StringBuilder text = new StringBuilder();
        for (int j = 0; j < c.length; j++) {
            if (c[j] != 0) {
                String size = Math.abs(c[j]) == 1 ? "" : Latex.number(Math.abs(c[j])) + " ";
                text.append(c[j] < 0 ? (text.isEmpty() ? "-" : " - ") : text.isEmpty() ? "" : " + ")
                        .append(size)
                        .append("x_{")
                        .append(j)
                        .append('}');
            }
        }
        return text.isEmpty() ? "0" : text.toString();
    }
}
