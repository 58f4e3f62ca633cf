package org.mlmath.calculus.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Steps;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.optimization.program.Constraints;
import org.mlmath.numerics.optimization.program.LinearProgram;
import org.mlmath.numerics.optimization.program.LinearSolution;
import org.mlmath.numerics.optimization.program.Multipliers;

/** Linear programs as callers write them: min or max cᵀx where A·x ≤ b, E·x = f and bounds hold. See {@link LinearProgram}. */
public final class LinearPrograms {
    /** From this size on a bound is taken to stand for none. */
    private static final double FAR = 1e6;

    /** How many variables a warning names. */
    private static final int NAMED = 5;

    private LinearPrograms() {}

    /** @throws MathException at the field of the request that does not fit */
    static LinearProgramResult solve(LinearProgramRequest request, Deadline deadline) {
        boolean maximize = Boolean.TRUE.equals(request.maximize());
        double[] c = request.c();
        Constraints constraints = GivenConstraints.of(
                c.length, request.aUb(), request.bUb(), request.aEq(), request.bEq(), request.bounds(), 0);
        double sign = maximize ? -1 : 1;
        double[] cost = Arrays.stream(c).map(entry -> sign * entry).toArray();
        LinearSolution solution = LinearProgram.minimize(cost, constraints, deadline);
        List<Warning> warnings = new ArrayList<>();
        List<Step> steps = Boolean.TRUE.equals(request.explain())
                ? Steps.limited(LinearProgramSteps.of(c, constraints, maximize, solution), warnings)
                : null;
        return switch (solution.status()) {
            case OPTIMAL -> optimal(cost, constraints, maximize, solution, warnings, steps);
            case INFEASIBLE ->
                without(
                        ProgramStatus.INFEASIBLE,
                        null,
                        contradiction(solution.multipliers(), solution.contradiction()),
                        maximize,
                        solution.iterations(),
                        warnings,
                        steps);
            case UNBOUNDED ->
                without(
                        ProgramStatus.UNBOUNDED,
                        -sign * Double.POSITIVE_INFINITY,
                        ray(solution.x(), solution.ray(), dot(c, solution.ray())),
                        maximize,
                        solution.iterations(),
                        warnings,
                        steps);
        };
    }

    static ProgramCertificate contradiction(Multipliers multipliers, double violation) {
        return new ProgramCertificate(
                ProgramCertificate.CertificateKind.CONTRADICTION, written(multipliers), violation, null, null, null);
    }

    static ProgramCertificate ray(double[] from, double[] direction, double slope) {
        return new ProgramCertificate(ProgramCertificate.CertificateKind.RAY, null, null, from, direction, slope);
    }

    static ProgramMultipliers written(Multipliers multipliers) {
        return new ProgramMultipliers(
                multipliers.inequalities(), multipliers.equations(), multipliers.lower(), multipliers.upper());
    }

    private static LinearProgramResult optimal(
            double[] cost,
            Constraints constraints,
            boolean maximize,
            LinearSolution solution,
            List<Warning> warnings,
            List<Step> steps) {
        Multipliers multipliers = solution.multipliers();
        Optimality optimality = new Optimality(constraints, solution.x(), multipliers);
        double primal = optimality.primalInfeasibility();
        double gradient = optimality.lagrangianGradient(cost);
        double complementarity = optimality.complementarity();
        double gap = solution.value() - optimality.dualValue();
        double[] slack = optimality.slack;
        for (int i = 0; i < slack.length; i++) {
            // A constraint with a multiplier is active: what is left of its slack is rounding.
            slack[i] = multipliers.inequalities()[i] > 0 ? 0 : Math.max(0, slack[i]);
        }
        if (!solution.unique()) {
            warnings.add(new Warning(
                    "not-unique",
                    "Other points may have the same value: a multiplier outside of the final basis is 0."
                            + farAway(constraints, solution),
                    "/point"));
        }
        double[] dual = Arrays.copyOf(
                multipliers.inequalities(), multipliers.inequalities().length + multipliers.equations().length);
        System.arraycopy(
                multipliers.equations(), 0, dual, multipliers.inequalities().length, multipliers.equations().length);
        double sign = maximize ? -1 : 1;
        return new LinearProgramResult(
                ProgramStatus.OPTIMAL,
                solution.x(),
                sign * solution.value() + 0.0,
                dual,
                slack,
                written(multipliers),
                Arrays.stream(dual).map(entry -> -sign * entry + 0.0).toArray(),
                solution.unique(),
                null,
                new ProgramDiagnostics(
                        Math.max(Math.max(primal, gradient), Math.max(complementarity, Math.abs(gap))),
                        primal,
                        gradient,
                        complementarity,
                        gap,
                        solution.iterations()),
                conventions(maximize),
                warnings,
                steps);
    }

    /** @return which variables stand at a bound far away that no multiplier holds them to: another optimum may be nearer */
    private static String farAway(Constraints constraints, LinearSolution solution) {
        double[] x = solution.x();
        Multipliers multipliers = solution.multipliers();
        int[] far = IntStream.range(0, x.length)
                .filter(j -> Math.abs(x[j]) >= FAR
                        && constraints.lower()[j] < constraints.upper()[j]
                        && (x[j] == constraints.lower()[j] && multipliers.lower()[j] == 0
                                || x[j] == constraints.upper()[j] && multipliers.upper()[j] == 0))
                .toArray();
        if (far.length == 0) {
            return "";
        }
        String names = Arrays.stream(far)
                .limit(NAMED)
                .mapToObj(j -> String.format(Locale.ROOT, "x[%d] = %.4g", j, x[j]))
                .collect(Collectors.joining(", "));
        return " At bounds far away to which nothing holds them are %s%s: narrower bounds, or a small cost, give a point nearer by."
                .formatted(names, far.length > NAMED ? " and others" : "");
    }

    private static LinearProgramResult without(
            ProgramStatus status,
            Double value,
            ProgramCertificate certificate,
            boolean maximize,
            int iterations,
            List<Warning> warnings,
            List<Step> steps) {
        return new LinearProgramResult(
                status,
                null,
                value,
                null,
                null,
                null,
                null,
                null,
                certificate,
                new ProgramDiagnostics(null, null, null, null, null, iterations),
                conventions(maximize),
                warnings,
                steps);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static Map<String, String> conventions(boolean maximize) {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put(
                "dual",
                "multipliers of L = %s + Σμ·(A·x - b) + Σλ·(E·x - f), μ at least 0; SciPy's marginals have the opposite sign"
                        .formatted(maximize ? "-cᵀx" : "cᵀx"));
        conventions.put("tolerance", "constraints hold within 1e-10 of the sizes involved");
        return conventions;
    }
}
