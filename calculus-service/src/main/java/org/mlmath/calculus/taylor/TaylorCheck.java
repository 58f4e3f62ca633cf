package org.mlmath.calculus.taylor;

import java.util.List;
import org.mlmath.calculus.derivative.SymbolicDiagnostics;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.taylor.TaylorExpansion;
import org.mlmath.expression.taylor.TaylorTerm;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;

/**
 * Compares an expansion with what is known by other means: its terms of degree 1 and 2 with gradient and Hessian by reverse mode; of one
 * variable also a longer expansion with values of the expression close to the point.
 */
final class TaylorCheck {
    /** Orders of the expansion that is compared with values. */
    private static final int ORDER = 8;

    /** In radii of convergence: the terms left out are then of the size of rounding. */
    private static final double CLOSE = 0.01;

    /** Second derivatives by reverse mode take a sweep per variable. */
    private static final int VARIABLES = 20;

    private final Expression expression;
    private final List<String> variables;
    private final double[] about;
    private int points;
    private double largest;

    TaylorCheck(Expression expression, List<String> variables, double[] about) {
        this.expression = expression;
        this.variables = variables;
        this.about = about;
    }

    SymbolicDiagnostics of(TaylorExpansion expansion, Deadline deadline) {
        try {
            if (variables.size() <= VARIABLES) {
                compareDerivatives(expansion);
            }
            if (variables.size() == 1) {
                compareValues(deadline);
            }
        } catch (LimitExceededException e) {
            // sums too long, graphs too large: the count of comparisons says so
        }
        return new SymbolicDiagnostics(new SymbolicDiagnostics.Verified(points, largest));
    }

    private void compareDerivatives(TaylorExpansion expansion) {
        int n = variables.size();
        double[] gradient = new double[n];
        double[] hessian = new double[n * n];
        ExpressionFunction.of(expression, variables).valueGradientAndHessian(about, gradient, hessian);
        for (TaylorTerm term : expansion.terms()) {
            int first = -1;
            int last = -1;
            for (int i = 0; i < n; i++) {
                if (term.powers().get(i) > 0) {
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
            if (term.degree() == 1) {
                compare(term.value(), gradient[first]);
            } else if (term.degree() == 2) {
                compare(term.value(), hessian[first * n + last] / (first == last ? 2 : 1));
            }
        }
    }

    private void compareValues(Deadline deadline) {
        List<TaylorTerm> terms;
        try {
            terms = TaylorExpansion.of(expression, variables, about, ORDER, deadline)
                    .terms();
        } catch (MathException e) {
            return; // fewer derivatives than that
        }
        double radius = 1;
        for (TaylorTerm term : terms.subList(1, terms.size())) {
            radius = Math.min(radius, Math.pow(Math.abs(term.value()), -1.0 / term.degree()));
        }
        ExpressionFunction function = ExpressionFunction.of(expression, variables);
        for (double side : new double[] {-CLOSE, CLOSE}) {
            double x = about[0] + side * radius;
            double sum = 0;
            for (TaylorTerm term : terms.reversed()) {
                sum = Math.fma(sum, x - about[0], term.value());
            }
            compare(sum, function.value(new double[] {x}));
        }
    }

    private void compare(double found, double expected) {
        if (Double.isFinite(found) && Double.isFinite(expected)) {
            points++;
            largest = Math.max(largest, Math.abs(found - expected) / Math.max(1, Math.abs(expected)));
        }
    }
}
