package org.mlmath.calculus.root;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.root.NewtonIterationResult.NewtonDiagnostics;
import org.mlmath.calculus.root.NewtonIterationResult.NewtonIterate;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.RealRoot;

/**
 * Newton's method x ← x − m·f(x)/f′(x), m = 1 unless a multiplicity is assumed.
 *
 * <p>Ends when a step is no longer than two units in the last place, or the value is 0. The order of convergence is
 * ln|sₖ₊₁/sₖ| / ln|sₖ/sₖ₋₁| of the last three steps that are not yet rounding; at a root of multiplicity m steps shrink by 1 − 1/m,
 * which tells m. Source: Ortega and Rheinboldt, <i>Iterative Solution of Nonlinear Equations in Several Variables</i>, ch. 9.
 */
final class NewtonIteration {
    private static final int STEPS = 200;
    private static final int LONGEST_CYCLE = 16;

    /** How closely iterates must return, twice in a row, to be called a cycle. */
    private static final double RETURNS = 1e-9;

    /** So many times the start's size (or 1) is on the way to infinity. */
    private static final double FAR = 1e12;

    /** Steps below this part of the iterate are mostly rounding. */
    private static final double ROUNDING = 1e-14;

    private final Expression expression;
    private final String variable;
    private final Expression derivative;
    private final ExpressionFunction function;
    private final int factor;
    private final List<NewtonIterate> history = new ArrayList<>();
    private final List<Double> steps = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private NewtonOutcome outcome = NewtonOutcome.MAX_ITERATIONS;
    private Integer period;

    private NewtonIteration(Equation equation, int factor, Deadline deadline) {
        this.expression = equation.expression();
        this.variable = equation.variable();
        this.factor = factor;
        this.derivative =
                Differentiator.derivative(expression, variable, deadline).expression();
        this.function = ExpressionFunction.of(expression, List.of(variable));
    }

    /**
     * @param factor the assumed multiplicity
     * @throws DomainException where the expression is undefined at the start, or has no derivative as gcd has none
     */
    static NewtonIterationResult run(
            Equation equation, Point start, int maxIterations, int factor, boolean explain, Deadline deadline) {
        NewtonIteration iteration;
        try {
            iteration = new NewtonIteration(equation, factor, deadline);
        } catch (MathException e) {
            throw e.at("/expression");
        }
        try {
            double x = start.in(List.of(equation.variable()))[0];
            Evaluation.value(equation.expression(), List.of(equation.variable()), new double[] {x});
            iteration.iterate(x, maxIterations, deadline);
        } catch (MathException e) {
            throw e.at("/start");
        }
        return iteration.result(explain);
    }

    private void iterate(double start, int maxIterations, Deadline deadline) {
        double x = start;
        double[] slope = new double[1];
        for (int k = 0; ; k++) {
            deadline.check();
            double value = function.valueAndGradient(new double[] {x}, slope);
            double step = -factor * (value / slope[0]);
            boolean usable = Double.isFinite(value) && Double.isFinite(slope[0]) && slope[0] != 0;
            boolean underflow = value == 0 && slope[0] == 0 && !zeroAt(x, deadline);
            boolean settled = value == 0 && !underflow || usable && Math.abs(step) <= 2 * Math.ulp(x);
            boolean last = settled || !usable || k == maxIterations || far(x, start) || cycle(k, x);
            history.add(new NewtonIterate(
                    k,
                    x,
                    finite(value),
                    finite(slope[0]),
                    last && !(settled && value != 0) ? null : finite(step),
                    null));
            if (last) {
                if (underflow) {
                    outcome = NewtonOutcome.ESCAPE; // as e^−x does: the value only looks like 0
                } else {
                    end(x, value, slope[0], settled, usable, start);
                }
                return;
            }
            steps.add(step);
            x += step;
            if (!Double.isFinite(x)) {
                outcome = NewtonOutcome.ESCAPE;
                return;
            }
        }
    }

    private boolean zeroAt(double x, Deadline deadline) {
        return HighPrecision.sign(expression, Map.of(variable, RealRoot.exact(x)), deadline)
                        .orElse(0)
                == 0;
    }

    private void end(double x, double value, double slope, boolean settled, boolean usable, double start) {
        if (settled) {
            outcome = NewtonOutcome.CONVERGED;
        } else if (period != null) {
            outcome = NewtonOutcome.CYCLE;
        } else if (!Double.isFinite(value)) {
            outcome = NewtonOutcome.LEFT_DOMAIN;
        } else if (!usable) {
            outcome = slope == 0 ? NewtonOutcome.FLAT_POINT : NewtonOutcome.NO_DERIVATIVE;
        } else if (far(x, start)) {
            outcome = NewtonOutcome.ESCAPE;
        }
    }

    private static boolean far(double x, double start) {
        return Math.abs(x) > FAR * Math.max(1, Math.abs(start));
    }

    /** Whether the iterate is that of some steps before, and so were those before it. */
    private boolean cycle(int k, double x) {
        for (int p = 2; p <= LONGEST_CYCLE && p <= k; p++) {
            double before = history.get(k - p).x();
            double width = 0;
            for (int i = k - p; i < k; i++) {
                width = Math.max(width, Math.abs(history.get(i).x() - before));
            }
            boolean exact = x == before;
            boolean close = 2 * p <= k
                    && Math.abs(x - before) <= RETURNS * width
                    && Math.abs(before - history.get(k - 2 * p).x()) <= RETURNS * width;
            if ((exact || close) && width > 4 * Math.ulp(x)) {
                period = p;
                return true;
            }
        }
        return false;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private NewtonIterationResult result(boolean explain) {
        NewtonIterate last = history.getLast();
        boolean converged = outcome == NewtonOutcome.CONVERGED;
        Double root = converged ? (Double) last.x() : null;
        Integer multiplicity = converged && factor == 1 ? multiplicity() : null;
        advise(last, multiplicity);
        List<NewtonIterate> shown = history.stream()
                .map(each -> new NewtonIterate(
                        each.iteration(),
                        each.x(),
                        each.value(),
                        each.derivative(),
                        each.step(),
                        root == null ? null : (Double) Math.abs(each.x() - root)))
                .toList();
        return new NewtonIterationResult(
                history.stream().mapToDouble(NewtonIterate::x).toArray(),
                shown,
                root,
                order(),
                converged,
                outcome,
                period,
                multiplicity,
                Expressions.text(derivative),
                variable,
                explain ? working() : null,
                new NewtonDiagnostics(
                        last.value() == null ? null : (Double) Math.abs(last.value()),
                        history.size(),
                        converged ? errorBound(last.x()) : null),
                Map.of(
                        "stop",
                        "a step of at most two units in the last place, or a value of 0",
                        "iterates",
                        "the start is iterate 0"),
                warnings);
    }

    /** Steps that are more than rounding, as moduli. */
    private List<Double> telling() {
        List<Double> telling = new ArrayList<>();
        for (int k = 0; k < steps.size(); k++) {
            double size = Math.abs(steps.get(k));
            if (size > ROUNDING * Math.max(Math.abs(history.get(k).x()), Double.MIN_NORMAL)) {
                telling.add(size);
            }
        }
        return telling;
    }

    private Double order() {
        List<Double> sizes = telling();
        int n = sizes.size();
        if (n < 3 || outcome != NewtonOutcome.CONVERGED) {
            return null;
        }
        double before = Math.log(sizes.get(n - 2) / sizes.get(n - 3));
        double order = Math.log(sizes.get(n - 1) / sizes.get(n - 2)) / before;
        return before < 0 && Double.isFinite(order) && order > 0 ? order : null;
    }

    /** From the ratio of steps, where it is steady. */
    private Integer multiplicity() {
        List<Double> sizes = telling();
        int n = sizes.size();
        if (n < 8) {
            return null;
        }
        // Not the last ones: close to a multiple root values are rounding.
        double first = sizes.get(n / 2) / sizes.get(n / 2 - 1);
        double second = sizes.get(n / 2 - 1) / sizes.get(n / 2 - 2);
        if (Math.abs(first - second) > 0.02 || first < 0.4 || first > 0.99) {
            return null;
        }
        int rounded = (int) Math.rint(1 / (1 - first));
        return rounded >= 2 ? (Integer) rounded : null;
    }

    private void advise(NewtonIterate last, Integer multiplicity) {
        String next =
                switch (outcome) {
                    case CONVERGED ->
                        multiplicity == null
                                ? null
                                : ("The steps shrink by the factor %.3g only: the root seems to have multiplicity %d, and its last digits are "
                                                + "rounding. Set \"multiplicity\" to %d, or ask \"roots\".")
                                        .formatted(1 - 1.0 / multiplicity, multiplicity, multiplicity);
                    case CYCLE ->
                        "The iterates repeat with period %d. Start somewhere else, nearer to a root; \"roots\" finds them all in an interval."
                                .formatted(period);
                    case FLAT_POINT ->
                        "The derivative is 0 at %s: the tangent is horizontal and has no root. Start a little beside it."
                                .formatted(last.x());
                    case NO_DERIVATIVE -> "There is no derivative at %s. Start a little beside it.".formatted(last.x());
                    case ESCAPE ->
                        "The iterates go to infinity, as they do where the expression only tends to 0, or from beyond a turning point. "
                                + "Start nearer to a root; \"roots\" tells whether there is one.";
                    case LEFT_DOMAIN ->
                        "The expression is undefined at %s, where a step led. Start nearer to a root."
                                .formatted(last.x());
                    case MAX_ITERATIONS ->
                        "After %d steps the last one is %s. Allow more, or start nearer to a root."
                                .formatted(steps.size(), steps.isEmpty() ? "none" : "%.3g".formatted(steps.getLast()));
                };
        if (next != null) {
            warnings.add(new Warning(
                    outcome == NewtonOutcome.CONVERGED ? "multiple-root" : outcome.code(), next, "/iterates"));
        }
    }

    /** An interval that Newton's operator maps into itself holds exactly one root. Null where none is found to do so. */
    private Double errorBound(double x) {
        IntervalFunction enclosures = IntervalFunction.of(List.of(expression, derivative), List.of(variable));
        Interval value = enclosures.over(Interval.point(x)).range();
        for (double width : new double[] {1e-14, 1e-11, 1e-8, 1e-5}) {
            double reach = width * Math.max(Math.abs(x), 1e-300) + Double.MIN_NORMAL;
            Interval around = new Interval(x - reach, x + reach);
            Enclosure[] over = enclosures.allOver(around);
            Interval slope = over[1].range();
            if (over[0].isContinuous() && over[1].isDefined() && !slope.contains(0) && !value.isEmpty()) {
                Interval next = Interval.point(x).subtract(value.divide(slope));
                if (around.containsInside(next)) {
                    return next.subtract(Interval.point(x)).magnitude();
                }
            }
        }
        return null;
    }

    private List<Step> working() {
        List<Step> working = new ArrayList<>();
        String x = Latex.variable(variable);
        working.add(new Step(
                "derivative",
                "The derivative",
                "Newton's method follows the tangent to where it is zero, so it needs the derivative %s."
                        .formatted(Expressions.text(derivative)),
                "f'\\left(%s\\right) = %s".formatted(x, Expressions.latex(derivative)),
                Expressions.text(derivative)));
        int shown = Math.min(steps.size(), STEPS - 2);
        for (int k = 0; k < shown; k++) {
            NewtonIterate from = history.get(k);
            double to = from.x() + steps.get(k);
            working.add(new Step(
                    "iterate",
                    "Step " + (k + 1),
                    "The value %s over the slope %s is subtracted%s."
                            .formatted(
                                    from.value(), from.derivative(), factor == 1 ? "" : ", %d times".formatted(factor)),
                    "%s_{%d} = %s - %s\\frac{%s}{%s} = %s"
                            .formatted(
                                    x,
                                    k + 1,
                                    Latex.number(from.x()),
                                    factor == 1 ? "" : factor + " \\cdot ",
                                    Latex.number(from.value()),
                                    Latex.number(from.derivative()),
                                    Double.isFinite(to) ? Latex.number(to) : "\\infty"),
                    Double.isFinite(to) ? (Object) to : null));
        }
        if (shown < steps.size()) {
            warnings.add(new Warning(
                    "steps-truncated",
                    "The working has %d steps; the first %d and the last are given."
                            .formatted(steps.size() + 2, STEPS - 1),
                    "/steps"));
        }
        double end = history.getLast().x();
        working.add(new Step(
                outcome.code(),
                outcome == NewtonOutcome.CONVERGED ? "The root" : "No root reached",
                "The iteration ends: %s.".formatted(outcome.meaning()),
                "%s \\approx %s".formatted(x, Latex.number(end)),
                end));
        return working;
    }
}
