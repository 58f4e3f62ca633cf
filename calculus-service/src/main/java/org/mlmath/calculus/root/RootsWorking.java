package org.mlmath.calculus.root;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.polynomial.AlgebraicRoots;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.expression.print.Latex;
import org.mlmath.expression.roots.Zero;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Factorization;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.linear.ComplexVector;

/** How one would find the roots by hand: factors, the quadratic formula, Newton's method between changes of sign. */
final class RootsWorking {
    private static final int STEPS = 200;
    /** Roots for which Newton's method is shown. */
    private static final int SHOWN = 12;

    private static final int ITERATIONS = 8;

    /** Characters of a polynomial that is written out. */
    private static final int READABLE = 400;

    private final Equation equation;
    private final String x;
    private final List<Step> steps = new ArrayList<>();

    RootsWorking(Equation equation) {
        this.equation = equation;
        this.x = Latex.variable(equation.variable());
        if (equation.isEquation()) {
            add(
                    "rewrite",
                    "Bring everything to one side",
                    "The equation holds where the difference of its sides is zero.",
                    Expressions.latex(equation.expression()) + " = 0",
                    Expressions.text(equation.expression()));
        }
    }

    List<Step> real(
            List<Zero> zeros,
            double[] roots,
            boolean algebraic,
            Bounds bounds,
            List<Warning> warnings,
            Deadline deadline) {
        RationalFunction function =
                RationalFunction.of(equation.expression(), equation.variable()).orElse(null);
        if (function != null) {
            Factorization factorization = Factorization.of(function.numerator(), deadline);
            numerator(function);
            factors(function.numerator(), factorization);
            factorization.factors().forEach(factor -> factor(factor.polynomial(), deadline));
            excluded(zeros, factorization, bounds, deadline);
        } else {
            zeros.stream().limit(SHOWN).forEach(this::newton);
        }
        conclude(roots, algebraic ? roots.length + " distinct real roots" : roots.length + " roots");
        return truncated(warnings);
    }

    List<Step> complex(Factorization factorization, ComplexVector roots, List<Warning> warnings) {
        RationalFunction function =
                RationalFunction.of(equation.expression(), equation.variable()).orElseThrow();
        numerator(function);
        factors(function.numerator(), factorization);
        for (Polynomial.Factor factor : factorization.factors()) {
            Polynomial polynomial = factor.polynomial();
            if (polynomial.degree() <= 2) {
                byFormula(polynomial);
            } else {
                add(
                        "complex-iteration",
                        "Roots of a factor of degree " + polynomial.degree(),
                        "All roots at once by the iteration of Aberth and Ehrlich, with as many digits as it takes to have each alone in a disk.",
                        latex(polynomial) + " = 0",
                        polynomial.text(equation.variable()));
            }
        }
        conclude(roots, roots.re().length + " distinct complex roots");
        return truncated(warnings);
    }

    private void numerator(RationalFunction function) {
        if (!function.poles().isConstant()) {
            add(
                    "common-denominator",
                    "Over a common denominator",
                    "A quotient is zero where its numerator is and its denominator is not.",
                    "\\frac{%s}{%s} = 0".formatted(latex(function.numerator()), latex(function.denominator())),
                    function.numerator().text(equation.variable()));
        }
    }

    private void factors(Polynomial numerator, Factorization factorization) {
        if (numerator.isConstant()) {
            return;
        }
        boolean trivial = factorization.factors().size() == 1
                && factorization.factors().getFirst().multiplicity() == 1;
        if (!trivial) {
            String product = factorization.factors().stream()
                    .map(factor -> "\\left(%s\\right)%s"
                            .formatted(
                                    latex(factor.polynomial()),
                                    factor.multiplicity() == 1 ? "" : "^{" + factor.multiplicity() + "}"))
                    .collect(Collectors.joining(" "));
            add(
                    "factor",
                    "Factor",
                    "A product is zero where one of its factors is; an exponent is the multiplicity of the roots of its factor.",
                    latex(numerator) + " \\sim " + product,
                    numerator.text(equation.variable()));
        }
    }

    private void factor(Polynomial polynomial, Deadline deadline) {
        if (polynomial.degree() <= 2) {
            byFormula(polynomial);
            return;
        }
        List<AlgebraicRoots.Root> roots = AlgebraicRoots.real(polynomial, deadline);
        add(
                "isolate",
                "Real roots of a factor of degree " + polynomial.degree(),
                roots.isEmpty()
                        ? "By Descartes' rule of signs it has no real root."
                        : "Descartes' rule of signs separates its %d real roots; halving the intervals between them gives the digits."
                                .formatted(roots.size()),
                latex(polynomial) + " = 0",
                roots.stream().mapToDouble(root -> root.root().nearest()).toArray());
    }

    private void byFormula(Polynomial p) {
        Rational a = p.coefficient(p.degree());
        if (p.degree() == 1) {
            Rational root = p.coefficient(0).divide(a).negate();
            add(
                    "linear",
                    "A linear factor",
                    "Solve for the variable.",
                    "%s = %s".formatted(x, root.latex()),
                    root.toString());
            return;
        }
        Rational b = p.coefficient(1);
        Rational c = p.coefficient(0);
        Rational half = b.divide(a.multiply(Rational.of(2)));
        Rational square = half.multiply(half).subtract(c.divide(a));
        add(
                "complete-the-square",
                "Complete the square",
                "Divide by the leading coefficient and add the square of half the coefficient of the variable to both sides.",
                "\\left(%s %s %s\\right)^{2} = %s"
                        .formatted(x, half.signum() < 0 ? "-" : "+", half.abs().latex(), square.latex()),
                square.toString());
        Rational discriminant =
                b.multiply(b).subtract(Rational.of(4).multiply(a).multiply(c));
        List<Expression> roots = AlgebraicRoots.quadratic(a, b, c);
        String sign = discriminant.signum() < 0 ? "negative: no real root" : "not negative: the roots are real";
        add(
                "quadratic-formula",
                "Quadratic formula",
                "With a = %s, b = %s, c = %s the discriminant b^2 - 4ac is %s, %s."
                        .formatted(a, b, c, discriminant, sign),
                "%s = \\frac{-b \\pm \\sqrt{b^{2} - 4 a c}}{2 a}%s"
                        .formatted(
                                x,
                                roots.isEmpty()
                                        ? ", \\quad b^{2} - 4 a c = " + discriminant.latex()
                                        : roots.stream()
                                                .map(Expressions::latex)
                                                .collect(
                                                        Collectors.joining(", \\; ", " \\in \\left\\{", "\\right\\}"))),
                roots.isEmpty()
                        ? discriminant.toString()
                        : roots.stream().map(Expressions::text).toList());
    }

    private void excluded(List<Zero> zeros, Factorization factorization, Bounds bounds, Deadline deadline) {
        long all = factorization.factors().stream()
                .flatMap(factor -> AlgebraicRoots.real(factor.polynomial(), deadline).stream())
                .count();
        if (all > zeros.size()) {
            add(
                    "exclude",
                    "Keep what counts",
                    "%d roots of the numerator are left out: %s."
                            .formatted(
                                    all - zeros.size(),
                                    bounds == null
                                            ? "the expression is undefined there"
                                            : "they are outside the interval, or the expression is undefined there"),
                    "",
                    zeros.stream().mapToDouble(Zero::value).toArray());
        }
    }

    /** From a nearby number of few digits, as one would start by hand. */
    private void newton(Zero zero) {
        ExpressionFunction function = ExpressionFunction.of(equation.expression(), List.of(equation.variable()));
        double size = Math.max(Math.abs(zero.value()), 1e-3);
        double unit = Math.pow(10, Math.floor(Math.log10(size)) - 1);
        double at = Math.rint(zero.value() / unit) * unit;
        double[] slope = new double[1];
        List<Double> iterates = new ArrayList<>(List.of(at));
        for (int i = 0; i < ITERATIONS && iterates.getLast() != zero.value(); i++) {
            double value = function.valueAndGradient(new double[] {at}, slope);
            at -= value / slope[0];
            if (!Double.isFinite(at)) {
                break;
            }
            if (Math.abs(at - iterates.getLast()) <= 2 * Math.ulp(at)) {
                break;
            }
            iterates.add(at);
        }
        boolean closes = Math.abs(iterates.getLast() - zero.value()) <= 1e-6 * size;
        add(
                closes ? "newton" : "enclose",
                "Root near %.6g".formatted(zero.value()),
                closes
                        ? "Newton's method from %.3g: each time the value over the slope is subtracted."
                                .formatted(iterates.getFirst())
                        : "Enclosed between %s and %s."
                                .formatted(
                                        zero.enclosure().lower(),
                                        zero.enclosure().upper()),
                closes
                        ? iterates.stream().map(Latex::number).collect(Collectors.joining(" \\to ", x + ": ", ""))
                        : "%s \\in \\left[%s, %s\\right]"
                                .formatted(
                                        x,
                                        Latex.number(zero.enclosure().lower()),
                                        Latex.number(zero.enclosure().upper())),
                zero.value());
    }

    private void conclude(Object value, String what) {
        String set = value instanceof double[] roots
                ? Arrays.stream(roots).mapToObj(Latex::number).collect(Collectors.joining(", "))
                : complex((ComplexVector) value);
        add(
                "conclude",
                "The roots",
                "Altogether " + what + ".",
                "%s \\in \\left\\{%s\\right\\}".formatted(x, set),
                value);
    }

    private static String complex(ComplexVector roots) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < roots.re().length; i++) {
            double im = roots.im()[i];
            texts.add(Latex.number(roots.re()[i])
                    + (im == 0 ? "" : (im < 0 ? " - " : " + ") + Latex.number(Math.abs(im)) + " i"));
        }
        return String.join(", ", texts);
    }

    private String latex(Polynomial polynomial) {
        String text = polynomial.text(equation.variable());
        return text.length() <= READABLE
                ? Expressions.latex(Expressions.parse(text))
                : "p\\left(%s\\right)".formatted(x);
    }

    private void add(String kind, String title, String detail, String latex, Object value) {
        steps.add(new Step(kind, title, detail, latex, value));
    }

    private List<Step> truncated(List<Warning> warnings) {
        if (steps.size() <= STEPS) {
            return steps;
        }
        warnings.add(new Warning(
                "steps-truncated",
                "The working has %d steps; the first %d and the last are given.".formatted(steps.size(), STEPS - 1),
                "/steps"));
        List<Step> some = new ArrayList<>(steps.subList(0, STEPS - 1));
        some.add(steps.getLast());
        return some;
    }
}
