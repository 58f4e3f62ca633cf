package org.mlmath.calculus.derivative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.ExactDeterminant;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** The determinant of a square Jacobian matrix. */
final class FunctionalDeterminant {
    /** Above it the formula is longer than anybody reads. */
    private static final int FORMULA_UP_TO = 3;

    /** Above it elimination in fractions would take more than some milliseconds. */
    private static final int FRACTIONS_UP_TO = 16;

    private FunctionalDeterminant() {}

    /** @return expanded along the first row and simplified; null for orders above 3 and where it would be too long */
    static Expression formula(List<List<Expression>> rows, Deadline deadline) {
        if (rows.size() > FORMULA_UP_TO) {
            return null;
        }
        try {
            return expanded(rows, new Simplifier(deadline));
        } catch (LimitExceededException e) {
            return null; // an extra: the matrix itself is there
        }
    }

    private static Expression expanded(List<List<Expression>> rows, Simplifier simplifier) {
        if (rows.size() == 1) {
            return simplifier.simplify(rows.getFirst().getFirst());
        }
        List<Expression> terms = new ArrayList<>();
        for (int j = 0; j < rows.size(); j++) {
            int column = j;
            List<List<Expression>> minor = rows.subList(1, rows.size()).stream()
                    .map(row -> without(row, column))
                    .toList();
            Expression term = simplifier.multiply(rows.getFirst().get(j), expanded(minor, simplifier));
            terms.add(j % 2 == 0 ? term : simplifier.negate(term));
        }
        Expression sum = simplifier.sum(terms);
        return simplifier.fraction(sum, simplifier.number(1));
    }

    private static List<Expression> without(List<Expression> row, int column) {
        List<Expression> rest = new ArrayList<>(row);
        rest.remove(column);
        return rest;
    }

    /** @return without rounding of its own up to order 16, by LU above; null and a warning where it overflows or entries are missing */
    static Double value(Matrix a, List<Warning> warnings, Deadline deadline) {
        if (Arrays.stream(a.values()).anyMatch(Double::isNaN)) {
            return null;
        }
        double value = a.rows() <= FRACTIONS_UP_TO
                ? ExactDeterminant.of(RationalMatrix.of(a), deadline).doubleValue()
                : Kernels.current().luTriangles(a).determinant();
        if (Double.isFinite(value)) {
            return value;
        }
        warnings.add(new Warning(
                "overflow", "The determinant is larger than the largest double, about 1.8e308.", "/determinant"));
        return null;
    }
}
