package org.mlmath.calculus.constrained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mlmath.calculus.constrained.ConstrainedResult.ConstrainedDiagnostics;
import org.mlmath.calculus.constrained.ConstrainedResult.ConstrainedEnding;
import org.mlmath.calculus.constrained.ConstrainedResult.ConstrainedTrajectory;
import org.mlmath.calculus.constrained.ConstrainedResult.ConstraintMultipliers;
import org.mlmath.calculus.constrained.ConstrainedResult.SecondOrder;
import org.mlmath.calculus.constrained.ConstrainedResult.SecondOrder.SecondOrderVerdict;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Steps;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.optimization.constrained.ConstrainedMinimum;
import org.mlmath.numerics.optimization.constrained.SequentialQuadraticProgramming;

/** A local minimum of an expression where equations and inequalities hold. See {@link SequentialQuadraticProgramming}. */
public final class ConstrainedMinimization {
    /** A curvature this small relative to the largest, or a multiplier relative to the others, may be 0. */
    private static final double NOTHING = 1e-8;

    private ConstrainedMinimization() {}

    /** @throws MathException at the field of the request that is wrong, or at the start where something has no value there */
    static ConstrainedResult of(ConstrainedRequest request, Deadline deadline) {
        List<String> listed = request.objective().variables() == null ? null : listed(request);
        Expression objective = objective(request, listed);
        List<Constraint> equalities = constraints(request.equalities(), listed, "/equalities");
        List<Constraint> inequalities = constraints(request.inequalities(), listed, "/inequalities");
        List<String> names = listed == null ? free(objective, equalities, inequalities) : listed;
        if (names.isEmpty()) {
            throw new InvalidParameterException("There are no variables, so there is nothing to minimise.")
                    .at("/objective/expression");
        }
        double[] start;
        try {
            start = request.start().in(names);
            requireValue(objective, names, start);
            for (Constraint constraint : equalities) {
                requireValue(constraint.function(), names, start);
            }
            for (Constraint constraint : inequalities) {
                requireValue(constraint.function(), names, start);
            }
        } catch (MathException e) {
            throw e.at("/start");
        }
        int most = request.maxIterations() == null ? ConstrainedRequest.STEPS : request.maxIterations();
        ConstrainedMinimum minimum;
        try {
            minimum = SequentialQuadraticProgramming.minimize(
                    ExpressionFunction.of(objective, names, 100),
                    functions(equalities, names),
                    functions(inequalities, names),
                    start,
                    most,
                    deadline);
        } catch (DomainException e) {
            throw e.at("/start");
        }
        SecondOrder secondOrder = secondOrder(minimum);
        List<Warning> warnings = warnings(minimum, secondOrder);
        List<Step> steps = Boolean.TRUE.equals(request.explain())
                ? Steps.limited(
                        ConstrainedSteps.of(objective, equalities, inequalities, names, minimum, secondOrder, deadline),
                        warnings)
                : null;
        return new ConstrainedResult(
                minimum.x(),
                minimum.value(),
                names,
                new ConstraintMultipliers(minimum.equations(), minimum.inequalities()),
                minimum.active(),
                minimum.ending() == ConstrainedMinimum.Ending.CONVERGED,
                ConstrainedEnding.valueOf(minimum.ending().name()),
                minimum.iterations(),
                secondOrder,
                trajectory(minimum, names.size()),
                new ConstrainedDiagnostics(
                        minimum.stationarity(),
                        minimum.infeasibility(),
                        minimum.complementarity(),
                        Math.max(minimum.stationarity(), Math.max(minimum.infeasibility(), minimum.complementarity())),
                        minimum.evaluations()),
                conventions(),
                warnings,
                steps);
    }

    private static List<String> listed(ConstrainedRequest request) {
        try {
            return Variables.listed(request.objective().variables());
        } catch (MathException e) {
            throw e.at("/objective");
        }
    }

    private static Expression objective(ConstrainedRequest request, List<String> listed) {
        try {
            String text = request.objective().expression();
            return listed == null ? Expressions.parse(text) : Expressions.parse(text, listed);
        } catch (MathException e) {
            throw e.at("/objective/expression");
        }
    }

    private static List<Constraint> constraints(List<String> texts, List<String> listed, String pointer) {
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; texts != null && i < texts.size(); i++) {
            try {
                constraints.add(Constraint.of(texts.get(i), listed, pointer.equals("/equalities")));
            } catch (MathException e) {
                throw e.at(pointer + "/" + i);
            }
        }
        return constraints;
    }

    private static List<String> free(Expression objective, List<Constraint> equalities, List<Constraint> inequalities) {
        TreeSet<String> free = new TreeSet<>(objective.variables());
        equalities.forEach(constraint -> free.addAll(constraint.function().variables()));
        inequalities.forEach(constraint -> free.addAll(constraint.function().variables()));
        return List.copyOf(free);
    }

    private static void requireValue(Expression expression, List<String> names, double[] at) {
        Evaluation.value(expression, names, at);
    }

    private static List<ExpressionFunction> functions(List<Constraint> constraints, List<String> names) {
        return constraints.stream()
                .map(constraint -> ExpressionFunction.of(constraint.function(), names, 100))
                .toList();
    }

    private static SecondOrder secondOrder(ConstrainedMinimum minimum) {
        double[] curvatures = minimum.curvatures();
        if (curvatures == null) {
            return null;
        }
        double largest =
                Math.max(1, Arrays.stream(curvatures).map(Math::abs).max().orElse(0));
        double heaviest = Arrays.stream(minimum.inequalities()).max().orElse(0);
        boolean weak = Arrays.stream(minimum.active())
                .anyMatch(i -> minimum.inequalities()[i] <= NOTHING * Math.max(1, heaviest));
        double least = curvatures.length == 0 ? Double.POSITIVE_INFINITY : curvatures[0];
        SecondOrderVerdict verdict = least < -NOTHING * largest
                ? SecondOrderVerdict.NOT_MINIMUM
                : least > NOTHING * largest && !weak
                        ? SecondOrderVerdict.STRICT_MINIMUM
                        : SecondOrderVerdict.MINIMUM_POSSIBLE;
        return new SecondOrder(verdict, curvatures);
    }

    private static ConstrainedTrajectory trajectory(ConstrainedMinimum minimum, int n) {
        int count = minimum.path().size();
        double[] points = new double[count * n];
        double[] values = new double[count];
        double[] violations = new double[count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(minimum.path().get(i).x(), 0, points, i * n, n);
            values[i] = minimum.path().get(i).value();
            violations[i] = minimum.path().get(i).violation();
        }
        return new ConstrainedTrajectory(new Matrix(count, n, points), values, violations);
    }

    private static List<Warning> warnings(ConstrainedMinimum minimum, SecondOrder secondOrder) {
        List<Warning> warnings = new ArrayList<>();
        switch (minimum.ending()) {
            case CONVERGED -> {}
            case INFEASIBLE ->
                warnings.add(new Warning(
                        "infeasible",
                        "No point near here satisfies the constraints: their violation, %.3g, is at a minimum. Start elsewhere, or look for a contradiction."
                                .formatted(minimum.infeasibility()),
                        "/diagnostics/primalInfeasibility"));
            case UNBOUNDED ->
                warnings.add(
                        new Warning("unbounded", "The value falls without end where the constraints hold.", "/value"));
            case STALLED ->
                warnings.add(new Warning(
                        "stalled",
                        "No step is an improvement, though the conditions do not hold: there may be no multipliers at the minimum, or a function is not smooth.",
                        "/diagnostics/kktResidual"));
            case MAX_ITERATIONS ->
                warnings.add(new Warning(
                        "max-iterations",
                        "The search was not over after %d steps. Allow more, or start closer."
                                .formatted(minimum.iterations()),
                        "/maxIterations"));
        }
        if (secondOrder != null && secondOrder.verdict() == SecondOrderVerdict.NOT_MINIMUM) {
            warnings.add(new Warning(
                    "not-minimum",
                    "The conditions of first order hold, but the value falls along a direction that the constraints allow. Start elsewhere.",
                    "/secondOrder"));
        }
        if (secondOrder != null && !minimum.independent()) {
            warnings.add(new Warning(
                    "dependent-constraints",
                    "The gradients of the active constraints are linearly dependent: other multipliers satisfy the conditions as well.",
                    "/multipliers"));
        }
        return warnings;
    }

    private static Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("multipliers", "of L = f + Σλ·g + Σμ·h with g = lhs - rhs = 0, h ≤ 0, μ ≥ 0");
        conventions.put("inequalities", "h = lhs - rhs of lhs <= rhs, and rhs - lhs of lhs >= rhs; < is taken as <=");
        conventions.put("minimum", "a local one");
        return conventions;
    }
}
