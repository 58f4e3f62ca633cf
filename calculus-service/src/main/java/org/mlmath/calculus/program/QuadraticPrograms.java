package org.mlmath.calculus.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Symmetry;
import org.mlmath.numerics.optimization.program.Constraints;
import org.mlmath.numerics.optimization.program.QuadraticProgram;
import org.mlmath.numerics.optimization.program.QuadraticSolution;

/** Convex quadratic programs as callers write them. See {@link QuadraticProgram}. */
public final class QuadraticPrograms {
    private QuadraticPrograms() {}

    /** @throws MathException at the field of the request that does not fit; at {@code /q} where Q is not symmetric or not convex */
    static QuadraticProgramResult solve(QuadraticProgramRequest request, Deadline deadline) {
        double[] c = request.c();
        Constraints constraints = GivenConstraints.of(
                c.length,
                request.aUb(),
                request.bUb(),
                request.aEq(),
                request.bEq(),
                request.bounds(),
                Double.NEGATIVE_INFINITY);
        Matrix q;
        QuadraticSolution solution;
        try {
            q = Symmetry.require(request.q());
            if (q.rows() != c.length) {
                throw new DimensionMismatchException("Q is %s, and c has %d entries.".formatted(q.shape(), c.length));
            }
            solution = QuadraticProgram.minimize(q, c, constraints, deadline);
        } catch (MathException e) {
            throw e.at("/q");
        }
        List<Step> steps = Boolean.TRUE.equals(request.explain()) ? steps(constraints, solution) : null;
        return switch (solution.status()) {
            case OPTIMAL -> optimal(q, c, constraints, solution, steps);
            case INFEASIBLE ->
                without(
                        ProgramStatus.INFEASIBLE,
                        null,
                        LinearPrograms.contradiction(solution.multipliers(), solution.contradiction()),
                        solution,
                        steps);
            case UNBOUNDED -> {
                double slope = 0;
                for (int j = 0; j < c.length; j++) {
                    slope += c[j] * solution.ray()[j];
                }
                yield without(
                        ProgramStatus.UNBOUNDED,
                        Double.NEGATIVE_INFINITY,
                        LinearPrograms.ray(solution.x(), solution.ray(), slope),
                        solution,
                        steps);
            }
        };
    }

    private static QuadraticProgramResult optimal(
            Matrix q, double[] c, Constraints constraints, QuadraticSolution solution, List<Step> steps) {
        double[] x = solution.x();
        double[] gradient = c.clone();
        double curvature = 0; // xᵀQx
        for (int j = 0; j < c.length; j++) {
            double product = 0;
            for (int k = 0; k < c.length; k++) {
                product += q.get(j, k) * x[k];
            }
            gradient[j] += product;
            curvature += x[j] * product;
        }
        Optimality optimality = new Optimality(constraints, x, solution.multipliers());
        double primal = optimality.primalInfeasibility();
        double stationarity = optimality.lagrangianGradient(gradient);
        double complementarity = optimality.complementarity();
        // The dual function is −½xᵀQx and what the constraints' right-hand sides give (Dorn, 1960).
        double gap = solution.value() - (optimality.dualValue() - 0.5 * curvature);
        double[] slack = optimality.slack;
        for (int i : solution.active()) {
            slack[i] = 0; // what is left of it is rounding
        }
        for (int i = 0; i < slack.length; i++) {
            slack[i] = Math.max(0, slack[i]);
        }
        List<Warning> warnings = new ArrayList<>();
        if (!solution.unique()) {
            warnings.add(new Warning(
                    "not-unique",
                    "Other points may have the same value: the function is flat in some direction that the active constraints leave.",
                    "/point"));
        }
        return new QuadraticProgramResult(
                ProgramStatus.OPTIMAL,
                x,
                solution.value(),
                LinearPrograms.written(solution.multipliers()),
                active(solution, slack),
                slack,
                solution.unique(),
                null,
                new ProgramDiagnostics(
                        Math.max(Math.max(primal, stationarity), Math.max(complementarity, Math.abs(gap))),
                        primal,
                        stationarity,
                        complementarity,
                        gap,
                        solution.iterations()),
                conventions(),
                warnings,
                steps);
    }

    /** Those that hold as equations, whether the method needed to hold them or not. */
    private static int[] active(QuadraticSolution solution, double[] slack) {
        return IntStream.range(0, slack.length)
                .filter(i -> slack[i] == 0 || Arrays.binarySearch(solution.active(), i) >= 0)
                .toArray();
    }

    private static QuadraticProgramResult without(
            ProgramStatus status,
            Double value,
            ProgramCertificate certificate,
            QuadraticSolution solution,
            List<Step> steps) {
        return new QuadraticProgramResult(
                status,
                null,
                value,
                null,
                null,
                null,
                null,
                certificate,
                new ProgramDiagnostics(null, null, null, null, null, solution.iterations()),
                conventions(),
                List.of(),
                steps);
    }

    private static List<Step> steps(Constraints constraints, QuadraticSolution solution) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "convexity",
                "Q has no negative eigenvalue",
                "So the function is convex, and a point that satisfies the conditions below is a minimum everywhere.",
                "\\lambda_{\\min}(Q) = " + Latex.number(solution.smallestEigenvalue()),
                solution.smallestEigenvalue()));
        steps.add(new Step(
                "lagrangian",
                "The Lagrangian",
                "Every inequality and bound has a multiplier μ of at least 0, every equation a multiplier λ.",
                "L = \\tfrac12 x^T Q x + c^T x + \\mu^T (A x - b) + \\lambda^T (E x - f)",
                null));
        steps.add(new Step(
                "conditions",
                "The conditions of Karush, Kuhn and Tucker",
                "The Lagrangian is flat, the point is feasible, and a multiplier is 0 where its constraint is not active.",
                "Q x + c + A^T \\mu + E^T \\lambda = 0, \\quad A x \\le b, \\quad E x = f, \\quad \\mu \\ge 0, \\quad \\mu_i (A x - b)_i = 0",
                null));
        steps.add(
                switch (solution.status()) {
                    case OPTIMAL ->
                        new Step(
                                "optimal",
                                "The optimum",
                                solution.active().length == 0
                                        ? "No inequality is active there."
                                        : "Active there are the inequalities %s (counted from 0); held as equations they give the point."
                                                .formatted(Arrays.toString(solution.active())),
                                "x = \\left(%s\\right), \\quad f(x) = %s"
                                        .formatted(numbers(solution.x()), Latex.number(solution.value())),
                                solution.value());
                    case INFEASIBLE ->
                        new Step(
                                "contradiction",
                                "No feasible point",
                                "Times their multipliers the constraints add up to a positive number being at most 0.",
                                "0 < %s \\le 0".formatted(Latex.number(solution.contradiction())),
                                null);
                    case UNBOUNDED ->
                        new Step(
                                "ray",
                                "No end",
                                "Along this ray Q is 0, the function falls, and no constraint is in the way.",
                                "x = \\left(%s\\right) + t \\left(%s\\right), \\quad t \\to \\infty"
                                        .formatted(numbers(solution.x()), numbers(solution.ray())),
                                Double.NEGATIVE_INFINITY);
                });
        return steps;
    }

    private static String numbers(double[] entries) {
        return Arrays.stream(entries).limit(50).mapToObj(Latex::number).collect(Collectors.joining(", "))
                + (entries.length > 50 ? ", \\dots" : "");
    }

    private static Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("value", "½·xᵀQx + cᵀx: the half is part of the function");
        conventions.put(
                "multipliers",
                "of L = ½·xᵀQx + cᵀx + Σμ·(A·x - b) + Σλ·(E·x - f), those of inequalities and bounds at least 0");
        conventions.put("tolerance", "constraints hold within 1e-10 of the sizes involved");
        return conventions;
    }
}
