package org.mlmath.calculus.taylor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.derivative.SymbolicDiagnostics;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.print.Latex;
import org.mlmath.expression.taylor.TaylorExpansion;
import org.mlmath.expression.taylor.TaylorTerm;
import org.mlmath.expression.taylor.TaylorText;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Steps;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;

/** The Taylor polynomial of an expression about a point, with its remainder and its working. */
public final class TaylorPolynomial {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "coefficients",
                    "derivatives divided by the factorials of their orders, so that the polynomial is their sum times powers",
            "about", "a coordinate counts as the decimal it is written as, of at most 15 digits");

    /** Above it the polynomial's check is in doubt. */
    private static final double DOUBTFUL = 1e-6;

    private TaylorPolynomial() {}

    /**
     * @param listed null: the free variables in alphabetical order; x where there are none
     * @param order 0 to 100
     * @throws DomainException where the function or one of the derivatives has no value at the point
     * @throws LimitExceededException for more than 5,000 terms
     */
    public static TaylorResult of(
            String text, List<String> listed, Point about, int order, boolean explain, Deadline deadline) {
        Variables read = Variables.of(text, listed);
        Expression expression = read.expression();
        List<String> names = read.names().isEmpty() ? List.of("x") : read.names();
        double[] point;
        try {
            point = about.in(names);
        } catch (MathException e) {
            throw e.at("/about");
        }
        TaylorExpansion expansion = expand(expression, names, point, order, deadline);
        List<TaylorTerm> terms = expansion.terms();
        Expression polynomial = TaylorText.polynomial(names, point, terms);
        SymbolicDiagnostics diagnostics = new TaylorCheck(expression, names, point).of(expansion, deadline);
        boolean exact = terms.stream().allMatch(term -> term.exact() != null);
        List<Warning> warnings = warnings(expansion, diagnostics, order);
        return new TaylorResult(
                Expressions.text(polynomial),
                TaylorCoefficients.of(terms, names.size() == 1),
                exact
                        ? new TaylorResult.Exact(terms.stream()
                                .map(term -> term.exact().toString())
                                .toList())
                        : null,
                Expressions.latex(polynomial),
                names,
                point,
                order,
                names.size() == 1 ? remainder(expression, names, point, order, deadline) : null,
                explain ? steps(expansion, point, polynomial, warnings) : null,
                diagnostics,
                CONVENTIONS,
                warnings);
    }

    private static TaylorExpansion expand(
            Expression expression, List<String> names, double[] point, int order, Deadline deadline) {
        try {
            return TaylorExpansion.of(expression, names, point, order, deadline);
        } catch (DomainException e) {
            throw e.at("/about");
        } catch (LimitExceededException e) {
            throw e.at("/order");
        }
    }

    private static List<Warning> warnings(TaylorExpansion expansion, SymbolicDiagnostics diagnostics, int order) {
        List<Warning> warnings = new ArrayList<>();
        if (expansion.continued()) {
            warnings.add(new Warning(
                    "removable-singularity",
                    "The expression has no value at the point itself; the polynomial is that of its continuous extension.",
                    "/about"));
        }
        if (diagnostics.verified().points() == 0 && order > 0) {
            warnings.add(new Warning(
                    "not-verified",
                    "The coefficients could not be compared with another method.",
                    "/diagnostics/verified"));
        } else if (diagnostics.verified().largestDifference() > DOUBTFUL) {
            warnings.add(new Warning(
                    "doubtful",
                    "The result differs by %.2g from that of another method; the expression may be ill-conditioned at the point."
                            .formatted(diagnostics.verified().largestDifference()),
                    "/diagnostics/verified"));
        }
        return warnings;
    }

    private static TaylorResult.Remainder remainder(
            Expression expression, List<String> names, double[] point, int order, Deadline deadline) {
        int next = order + 1;
        Expression power = TaylorText.polynomial(names, point, List.of(new TaylorTerm(List.of(next), null, 1)));
        Double coefficient;
        try {
            coefficient = TaylorExpansion.of(expression, names, point, next, deadline)
                    .terms()
                    .getLast()
                    .value();
        } catch (DomainException e) {
            coefficient = null;
        }
        return new TaylorResult.Remainder(
                "\\frac{f^{(%d)}(\\xi)}{%d!} %s".formatted(next, next, Expressions.latex(power)), coefficient);
    }

    private static List<Step> steps(
            TaylorExpansion expansion, double[] point, Expression polynomial, List<Warning> warnings) {
        boolean one = expansion.variables().size() == 1;
        List<Step> steps = new ArrayList<>();
        for (TaylorTerm term : expansion.terms()) {
            int degree = term.degree();
            String value = term.exact() == null
                    ? Latex.number(term.value())
                    : term.exact().latex();
            steps.add(new Step(
                    "coefficient",
                    one ? "Coefficient of order " + degree : "Coefficient of the powers " + term.powers(),
                    one
                            ? "The derivative of order %d at the point, divided by %d!.".formatted(degree, degree)
                            : "The partial derivative of these orders at the point, divided by the factorials of the orders.",
                    one
                            ? "\\frac{f^{(%d)}(%s)}{%d!} = %s".formatted(degree, Latex.number(point[0]), degree, value)
                            : "c_{%s} = %s".formatted(term.powers().toString().replaceAll("[\\[\\] ]", ""), value),
                    term.exact() == null ? (Object) term.value() : term.exact().toString()));
        }
        steps.add(new Step(
                "polynomial",
                "Taylor polynomial",
                "The sum of the coefficients times the powers of the distance from the point.",
                "T = " + Expressions.latex(polynomial),
                Expressions.text(polynomial)));
        return Steps.limited(steps, warnings);
    }
}
