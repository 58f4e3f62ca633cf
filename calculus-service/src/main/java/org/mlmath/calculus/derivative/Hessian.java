package org.mlmath.calculus.derivative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Derivative;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;

/**
 * The Hessian matrix ∂²f/∂xᵢ∂xⱼ of an expression: formulas by the rules of differentiation, each second derivative formed once and
 * shown on both sides of the diagonal; values by reverse mode applied to the graph of the gradient.
 */
public final class Hessian {
    /** Their square is the number of second derivatives. */
    static final int VARIABLES = 100;

    private Hessian() {}

    /**
     * @param listed null: the free variables in alphabetical order
     * @param at null: no values
     * @throws org.mlmath.numerics.DomainException where the function has no value at the point; a second derivative that does
     *     not exist there is NaN, and counted in a warning
     * @throws org.mlmath.numerics.LimitExceededException for more than 100 variables, or a result that would be too long
     */
    public static HessianResult of(String text, List<String> listed, Point at, boolean explain, Deadline deadline) {
        Variables variables = Variables.of(text, listed);
        List<String> names = variables.names();
        Differentiation.requireAtMost(VARIABLES, names.size(), "variables", "/expression");
        Derivation derivation = new Derivation(names.size() > 1);
        Partials partials = new Partials(variables.expression(), names, "/expression", derivation, deadline);
        Verification verification = partials.verification();
        List<List<Expression>> formulas = formulas(partials, names, derivation, deadline);

        List<Warning> warnings = new ArrayList<>();
        if (!names.isEmpty()) {
            verification.addWarnings(warnings);
        }
        Values values = at == null ? null : values(variables, at, partials, formulas, warnings);
        HessianSpectrum spectrum = null;
        if (values != null && values.complete() && !names.isEmpty()) {
            spectrum = HessianSpectrum.of(values.hessian(), formulas, names, values.point(), deadline);
        }

        List<List<String>> hessian = formulas.stream()
                .map(row -> row.stream().map(Expressions::text).toList())
                .toList();
        String latex = LatexArray.matrix(formulas);
        derivation.conclude(
                "hessian",
                "Hessian matrix",
                "Row i, column j is the derivative of the i-th partial derivative by the j-th variable; the order of differentiation does not matter, so the matrix is symmetric.",
                "\\nabla^2 f = " + latex,
                values == null ? hessian : values.hessian());
        if (spectrum != null) {
            explainDefiniteness(spectrum, derivation, values.hessian());
        }
        return new HessianResult(
                hessian,
                latex,
                names,
                values == null ? null : values.hessian(),
                values == null ? null : values.gradient(),
                values == null ? null : values.function(),
                spectrum == null ? null : spectrum.values(),
                spectrum == null ? null : Definiteness.of(spectrum.inertia()),
                explain ? derivation.steps(warnings) : null,
                Differentiation.CONVENTIONS,
                new HessianResult.HessianDiagnostics(
                        verification.diagnostics().verified(),
                        spectrum == null ? null : spectrum.decidedBy(),
                        spectrum == null ? null : spectrum.tolerance()),
                warnings);
    }

    private static List<List<Expression>> formulas(
            Partials partials, List<String> names, Derivation derivation, Deadline deadline) {
        int n = names.size();
        Expression[][] formulas = new Expression[n][n];
        for (int i = 0; i < n; i++) {
            Expression partial = partials.formulas().get(i);
            Verification check = new Verification(partial, names);
            derivation.nextOrder(2, names.get(i), partial);
            for (int j = i; j < n; j++) {
                Derivative second = Differentiation.of(partial, names.get(j), "/expression", deadline);
                derivation.add(second.steps());
                check.check(second.expression(), j, deadline);
                formulas[i][j] = second.expression();
                formulas[j][i] = second.expression();
            }
            partials.verification().include(check);
        }
        return Arrays.stream(formulas).map(List::of).toList();
    }

    /** @param complete whether every second derivative exists */
    private record Values(double[] point, double function, double[] gradient, Matrix hessian, boolean complete) {}

    private static Values values(
            Variables variables, Point at, Partials partials, List<List<Expression>> formulas, List<Warning> warnings) {
        List<String> names = variables.names();
        int n = names.size();
        try {
            double[] point = at.in(names);
            double function = partials.functionValue(point);
            double[] entries = new double[n * n];
            ExpressionFunction.of(variables.expression(), names).valueGradientAndHessian(point, new double[n], entries);
            for (int k = 0; k < entries.length; k++) {
                if (Double.isNaN(entries[k])) { // simplifying may have removed what stood in the way
                    entries[k] = ExpressionFunction.of(formulas.get(k / n).get(k % n), names)
                            .value(point);
                }
            }
            Differentiation.addKinks(warnings, variables.expression(), names, point, names);
            boolean complete = Differentiation.allExist(entries, "second derivatives", warnings);
            return new Values(point, function, partials.values(point), new Matrix(n, n, entries), complete);
        } catch (MathException e) {
            throw e.at("/at");
        }
    }

    private static void explainDefiniteness(HessianSpectrum spectrum, Derivation derivation, Matrix value) {
        Definiteness definiteness = Definiteness.of(spectrum.inertia());
        String meaning =
                switch (definiteness) {
                    case POSITIVE_DEFINITE ->
                        "the graph curves upwards in every direction; a critical point is a minimum";
                    case NEGATIVE_DEFINITE ->
                        "the graph curves downwards in every direction; a critical point is a maximum";
                    case INDEFINITE ->
                        "the graph curves upwards in some directions and downwards in others; a critical point is a saddle";
                    case POSITIVE_SEMIDEFINITE ->
                        "the graph curves downwards in no direction, but is flat in some; a critical point is undecided";
                    case NEGATIVE_SEMIDEFINITE ->
                        "the graph curves upwards in no direction, but is flat in some; a critical point is undecided";
                };
        derivation.conclude(
                "definiteness",
                "Definiteness by the eigenvalues",
                "Of the eigenvalues %d are positive, %d negative and %d zero. The matrix is %s: %s."
                        .formatted(
                                spectrum.inertia().positive(),
                                spectrum.inertia().negative(),
                                spectrum.inertia().zero(),
                                definiteness.words(),
                                meaning),
                "\\lambda = " + LatexArray.column(spectrum.values()),
                value);
    }
}
