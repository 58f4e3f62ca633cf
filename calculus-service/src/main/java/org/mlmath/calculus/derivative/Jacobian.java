package org.mlmath.calculus.derivative;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;

/** The Jacobian matrix ∂fᵢ/∂xⱼ of a map: formulas by the rules of differentiation, values by reverse mode, row by row. */
public final class Jacobian {
    /** Expressions, and variables. */
    static final int SIZE = 100;

    private static final Map<String, String> CONVENTIONS = conventions();

    private Jacobian() {}

    private static Map<String, String> conventions() {
        Map<String, String> conventions = new HashMap<>(Differentiation.CONVENTIONS);
        conventions.put("layout", "numerator layout: a row per output, a column per variable");
        return Map.copyOf(conventions);
    }

    /**
     * @param texts one or more
     * @param listed null: the free variables of all in alphabetical order
     * @param at null: no values
     * @throws org.mlmath.numerics.DomainException where a function has no value at the point; a partial derivative that does
     *     not exist there is NaN, and counted in a warning
     * @throws org.mlmath.numerics.LimitExceededException for more than 100 variables, or a result that would be too long
     */
    public static JacobianResult of(
            List<String> texts, List<String> listed, Point at, boolean explain, Deadline deadline) {
        List<Expression> outputs = new ArrayList<>();
        List<String> names = read(texts, listed, outputs);
        Differentiation.requireAtMost(SIZE, names.size(), "variables", "/expressions");
        Derivation derivation = new Derivation(names.size() > 1);
        List<Partials> rows = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            rows.add(new Partials(outputs.get(i), names, "/expressions/" + i, derivation, deadline));
        }
        Verification verification = rows.getFirst().verification();
        rows.subList(1, rows.size()).forEach(row -> verification.include(row.verification()));
        List<List<Expression>> formulas = rows.stream().map(Partials::formulas).toList();

        List<Warning> warnings = new ArrayList<>();
        if (!names.isEmpty()) {
            verification.addWarnings(warnings);
        }
        Matrix value = null;
        double[] functionValues = null;
        if (at != null) {
            functionValues = new double[rows.size()];
            value = values(rows, outputs, names, at, functionValues, warnings);
        }
        List<List<String>> jacobian = formulas.stream()
                .map(row -> row.stream().map(Expressions::text).toList())
                .toList();
        String latex = LatexArray.matrix(formulas);
        boolean square = names.size() == rows.size();
        Expression formula = square ? FunctionalDeterminant.formula(formulas, deadline) : null;
        Double determinant = square && value != null ? FunctionalDeterminant.value(value, warnings, deadline) : null;
        if (formula != null) {
            derivation.conclude(
                    "determinant",
                    "Functional determinant",
                    "Expanded along the first row and simplified, the determinant is %s."
                            .formatted(Expressions.text(formula)),
                    "\\det J = " + Expressions.latex(formula),
                    Expressions.text(formula));
        }
        derivation.conclude(
                "jacobian",
                "Jacobian matrix",
                "Row i holds the partial derivatives of expression i, in the order of the variables.",
                "J = " + latex,
                value == null ? jacobian : value);
        return new JacobianResult(
                jacobian,
                latex,
                names,
                value,
                functionValues,
                determinant,
                formula == null ? null : Expressions.text(formula),
                explain ? derivation.steps(warnings) : null,
                CONVENTIONS,
                verification.diagnostics(),
                warnings);
    }

    /** Reads the expressions; by default they share all their variables. */
    private static List<String> read(List<String> texts, List<String> listed, List<Expression> outputs) {
        TreeSet<String> free = new TreeSet<>();
        List<String> names = null;
        for (int i = 0; i < texts.size(); i++) {
            Variables read = Variables.of(texts.get(i), listed, "/expressions/" + i);
            outputs.add(read.expression());
            free.addAll(read.expression().variables());
            names = read.names();
        }
        return listed == null ? List.copyOf(free) : names;
    }

    private static Matrix values(
            List<Partials> rows,
            List<Expression> outputs,
            List<String> names,
            Point at,
            double[] functionValues,
            List<Warning> warnings) {
        double[] entries = new double[rows.size() * names.size()];
        try {
            double[] point = at.in(names);
            for (int i = 0; i < rows.size(); i++) {
                functionValues[i] = rows.get(i).functionValue(point);
                System.arraycopy(rows.get(i).values(point), 0, entries, i * names.size(), names.size());
                Differentiation.addKinks(warnings, outputs.get(i), names, point, names);
            }
        } catch (MathException e) {
            throw e.at("/at");
        }
        Differentiation.allExist(entries, "partial derivatives", warnings);
        return new Matrix(rows.size(), names.size(), entries);
    }
}
