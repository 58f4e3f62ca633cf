package org.mlmath.calculus.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.critical.CriticalPointsResult.CriticalDiagnostics;
import org.mlmath.calculus.critical.CriticalPointsResult.CriticalPoint;
import org.mlmath.calculus.critical.CriticalPointsResult.Neighbourhood;
import org.mlmath.calculus.critical.CriticalPointsResult.NonSmoothPoint;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.evaluate.Kinks;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.expression.roots.Candidates;
import org.mlmath.expression.roots.RealZeros;
import org.mlmath.expression.roots.SystemZeros;
import org.mlmath.expression.roots.Zero;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * The points of a region at which ∇f = 0.
 *
 * <p>Of one variable they are the roots of f′ ({@link RealZeros}), of several the zeros of the gradient ({@link SystemZeros}). A point is
 * a minimum (maximum, saddle) where the eigenvalues of the Hessian are all positive (all negative, of both signs) for certain: beyond
 * what rounding and the width of the point's enclosure may do to them, by Weyl's theorem. Of one variable the first derivative that is
 * not zero decides instead where the second one is; otherwise the kind is undecided and values around the point are given.
 */
public final class CriticalPoints {
    /** With more variables boxes are too many for a proof. */
    private static final int MOST_VARIABLES = 10;

    private static final int HIGHEST_ORDER = 10;

    /** Sides, relative to those of the region, of an undecided part that is called a point. */
    private static final double SMALL = 1e-3;

    private static final int STEPS = 200;

    private static final Map<String, String> CONVENTIONS = Map.of(
            "region",
            "sides included; extrema on the border count only where the gradient is zero there",
            "saddle",
            "neither minimum nor maximum; of one variable a point of inflection");

    private final Expression expression;
    private final List<String> variables;
    private final Interval[] region;
    private final Deadline deadline;
    private final ExpressionFunction function;
    private final List<Expression> gradient = new ArrayList<>();
    private final List<List<Expression>> hessian = new ArrayList<>();
    private final IntervalFunction second;
    private final List<CriticalPoint> points = new ArrayList<>();
    private final List<NonSmoothPoint> kinks = new ArrayList<>();
    private final List<Interval[]> undecided = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private Integer boxes;
    private boolean finished;

    private CriticalPoints(Expression expression, List<String> variables, Interval[] region, Deadline deadline) {
        this.expression = expression;
        this.variables = variables;
        this.region = region;
        this.deadline = deadline;
        this.function = ExpressionFunction.of(expression, variables);
        for (String variable : variables) {
            gradient.add(
                    Differentiator.derivative(expression, variable, deadline).expression());
        }
        for (Expression partial : gradient) {
            List<Expression> row = new ArrayList<>();
            for (String variable : variables) {
                row.add(Differentiator.derivative(partial, variable, deadline).expression());
            }
            hessian.add(row);
        }
        this.second = IntervalFunction.of(hessian.stream().flatMap(List::stream).toList(), variables);
    }

    /**
     * @param listed null: the free variables in alphabetical order
     * @param bounds of each variable, finite
     * @throws InvalidParameterException for a variable without bounds, or one that the expression does not have
     * @throws DomainException where a part has no derivative, as gcd
     */
    static CriticalPointsResult of(
            String text, List<String> listed, Map<String, Bounds> bounds, boolean explain, Deadline deadline) {
        Variables given = Variables.of(text, listed);
        List<String> names = given.names();
        requireUsed(given, listed != null);
        CriticalPoints search;
        try {
            search = new CriticalPoints(given.expression(), names, region(names, bounds), deadline);
            search.search();
        } catch (DomainException | LimitExceededException e) {
            throw e.pointer().isEmpty() ? e.at("/expression") : e;
        }
        return search.result(explain);
    }

    private static void requireUsed(Variables given, boolean listed) {
        List<String> free = given.expression().variables();
        if (free.isEmpty()) {
            throw new InvalidParameterException(
                            "The expression is constant: every point is critical. Give one with variables.")
                    .at("/expression");
        }
        for (int i = 0; listed && i < given.names().size(); i++) {
            if (!free.contains(given.names().get(i))) {
                throw new InvalidParameterException(
                                "The expression does not depend on %s, so that no critical point would be alone."
                                        .formatted(given.names().get(i)))
                        .at("/variables/" + i);
            }
        }
        if (free.size() > MOST_VARIABLES) {
            throw new LimitExceededException("The expression has %d variables; critical points are found of at most %d."
                            .formatted(free.size(), MOST_VARIABLES))
                    .at("/expression");
        }
    }

    private static Interval[] region(List<String> names, Map<String, Bounds> bounds) {
        Map<String, Interval> sides = new HashMap<>();
        bounds.forEach((name, side) -> {
            String pointer = "/region/" + name.replace("~", "~0").replace("/", "~1");
            if (!Double.isFinite(side.lower()) || !Double.isFinite(side.upper())) {
                throw new InvalidParameterException("The interval of %s is not bounded.".formatted(name)).at(pointer);
            }
            sides.put(Variables.name(name, pointer), new Interval(side.lower(), side.upper()));
        });
        Interval[] region = new Interval[names.size()];
        for (int i = 0; i < region.length; i++) {
            region[i] = sides.get(names.get(i));
            if (region[i] == null) {
                throw new InvalidParameterException("The region gives no interval for %s.".formatted(names.get(i)))
                        .at("/region");
            }
        }
        return region;
    }

    private void search() {
        if (variables.size() == 1) {
            ofOne();
        } else {
            ofSeveral();
        }
        if (!finished) {
            warnings.add(new Warning(
                    "search-limit",
                    "The search ended before the whole region was decided. Try a smaller region.",
                    "/region"));
        }
        if (!undecided.isEmpty()) {
            warnings.add(new Warning(
                    "undecided",
                    "In %d parts of the region (\"undecided\") it could not be proven which critical points there are."
                            .formatted(undecided.size()),
                    "/diagnostics/undecided"));
        }
        if (!kinks.isEmpty()) {
            warnings.add(new Warning(
                    "not-smooth",
                    "The expression has no gradient at %d points (\"nonSmooth\"), which may be extrema as well."
                            .formatted(kinks.size()),
                    "/nonSmooth"));
        }
    }

    private void ofOne() {
        RealZeros.Found found =
                RealZeros.of(gradient.getFirst(), variables.getFirst(), List.of(region), RealZeros.PARTS, deadline);
        finished = found.finished();
        for (Zero zero : found.zeros()) {
            double[] at = {zero.value()};
            if (!smooth(at)) {
                kink(at);
                continue;
            }
            Map<String, Expression> exact = zero.exact() == null ? null : Map.of(variables.getFirst(), zero.exact());
            points.add(classified(
                    at, new Interval[] {zero.enclosure()}, exact, zero.proven() && zero.multiplicity() != null));
        }
        for (Interval part : found.undecided()) {
            double[] at = {Candidates.simplestNumber(part)};
            boolean kink =
                    kinks.stream().anyMatch(point -> part.contains(point.at().get(variables.getFirst())));
            if (!kink && !smooth(at)) {
                kink(at);
            }
            if (!part.isPoint() || !kink) {
                undecided.add(new Interval[] {part});
            }
        }
    }

    private void ofSeveral() {
        SystemZeros.Found found = SystemZeros.of(gradient, hessian, variables, region, deadline);
        finished = found.finished();
        boxes = found.boxes();
        for (SystemZeros.Isolated zero : found.zeros()) {
            if (inRegion(zero.enclosure())) {
                points.add(classified(zero.at(), zero.enclosure(), exact(zero.enclosure()), true));
            }
        }
        for (Interval[] part : found.undecided()) {
            undecided.add(part);
            degenerate(part);
        }
    }

    private boolean inRegion(Interval[] enclosure) {
        for (int i = 0; i < region.length; i++) {
            double slack = 4 * Math.ulp(region[i].magnitude());
            if (!new Interval(region[i].lower() - slack, region[i].upper() + slack).intersects(enclosure[i])) {
                return false;
            }
        }
        return true;
    }

    /** A small part in which nothing is proven: a critical point with a singular Hessian, a kink, or nothing. */
    private void degenerate(Interval[] part) {
        for (int i = 0; i < region.length; i++) {
            double whole = region[i].upper() - region[i].lower();
            if (part[i].upper() - part[i].lower() > SMALL * whole) {
                warnings.add(new Warning(
                        "not-isolated",
                        "The gradient is zero, or close to it, along a curve or in a whole part of the region between %s."
                                .formatted(described(part)),
                        "/points"));
                return;
            }
        }
        Map<String, Expression> exact = exact(part);
        double[] simple =
                Arrays.stream(part).mapToDouble(Candidates::simplestNumber).toArray();
        if (!smooth(simple)) {
            kink(simple);
            return;
        }
        double[] at = exact == null ? middle(part) : values(exact);
        double[] slopes = new double[at.length];
        function.valueAndGradient(at, slopes);
        double reach = 0;
        for (int i = 0; i < at.length; i++) {
            reach = Math.max(reach, part[i].upper() - part[i].lower());
        }
        double size = largest(slopes);
        if (exact != null || size <= reach) {
            points.add(classified(at, part, exact, false));
        }
    }

    private Map<String, Expression> exact(Interval[] part) {
        return Candidates.zero(gradient, variables, part, deadline).orElse(null);
    }

    private String described(Interval[] part) {
        List<String> sides = new ArrayList<>();
        for (int i = 0; i < part.length; i++) {
            sides.add("%s = %.4g and %.4g".formatted(variables.get(i), part[i].lower(), part[i].upper()));
        }
        return String.join(", ", sides);
    }

    private boolean smooth(double[] at) {
        double[] slopes = new double[at.length];
        function.valueAndGradient(at, slopes);
        return Arrays.stream(slopes).allMatch(Double::isFinite)
                && Kinks.at(expression, variables, at, variables).isEmpty();
    }

    private void kink(double[] at) {
        double value = function.value(at);
        if (Double.isFinite(value)) {
            Neighbourhood around = Surroundings.of(function, at);
            kinks.add(new NonSmoothPoint(named(at), value, Surroundings.suggested(around), around));
        }
    }

    private static double[] middle(Interval[] box) {
        return Arrays.stream(box).mapToDouble(Interval::midpoint).toArray();
    }

    private double[] values(Map<String, Expression> exact) {
        return variables.stream()
                .mapToDouble(name -> HighPrecision.at(exact.get(name), Map.of(), 128, deadline)
                        .doubleValue())
                .toArray();
    }

    private CriticalPoint classified(
            double[] given, Interval[] enclosure, Map<String, Expression> exact, boolean proven) {
        double[] at = exact == null ? given : values(exact);
        double[] eigenvalues = eigenvalues(at);
        PointKind kind = eigenvalues == null ? PointKind.UNDECIDED : bySigns(eigenvalues, enclosure);
        String decidedBy = kind == PointKind.UNDECIDED ? "none" : "second-derivatives";
        if (kind == PointKind.UNDECIDED && at.length == 1) {
            kind = byHigherDerivatives(enclosure[0], exact);
            decidedBy = kind == PointKind.UNDECIDED ? "none" : "higher-derivatives";
        }
        double value = exact == null ? function.value(at) : exactValue(exact, at);
        Map<String, String> texts = null;
        if (exact != null) {
            texts = new LinkedHashMap<>();
            for (String variable : variables) {
                texts.put(variable, Expressions.text(exact.get(variable)));
            }
        }
        return new CriticalPoint(
                named(at),
                texts,
                Double.isFinite(value) ? value : null,
                kind,
                decidedBy,
                eigenvalues,
                kind == PointKind.UNDECIDED ? Surroundings.of(function, at) : null,
                proven);
    }

    private double exactValue(Map<String, Expression> exact, double[] at) {
        Precise value = HighPrecision.within(expression, precise(exact), 128, deadline);
        return value.isDefined() ? value.doubleValue() : function.value(at);
    }

    private Map<String, Precise> precise(Map<String, Expression> exact) {
        Map<String, Precise> point = new HashMap<>();
        exact.forEach((name, formula) -> point.put(name, HighPrecision.at(formula, Map.of(), 160, deadline)));
        return point;
    }

    private double[] eigenvalues(double[] at) {
        int n = at.length;
        Enclosure[] entries =
                second.allOver(Arrays.stream(at).mapToObj(Interval::point).toArray(Interval[]::new));
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Interval entry = entries[i * n + j].range();
                if (entry.isEmpty() || !entry.isBounded()) {
                    return null;
                }
                values[i * n + j] = i <= j ? entry.midpoint() : values[j * n + i];
            }
        }
        return n == 1
                ? values
                : Kernels.current()
                        .symmetricEigen(new Matrix(n, n, values), false)
                        .values()
                        .clone();
    }

    /** Eigenvalues of every Hessian in the enclosure differ from those at the point by no more than the norm of the difference. */
    private PointKind bySigns(double[] eigenvalues, Interval[] enclosure) {
        double spread = 0;
        double size = 0;
        for (Enclosure entry : second.allOver(enclosure)) {
            if (!entry.isDefined() || !entry.range().isBounded()) {
                return PointKind.UNDECIDED;
            }
            spread = Math.hypot(spread, entry.range().width());
            size = Math.hypot(size, entry.range().magnitude());
        }
        double bound = spread + 16 * eigenvalues.length * Math.ulp(size);
        boolean positive = eigenvalues[eigenvalues.length - 1] > bound;
        boolean negative = eigenvalues[0] < -bound;
        if (positive && negative) {
            return PointKind.SADDLE;
        }
        if (positive && eigenvalues[0] > bound) {
            return PointKind.MINIMUM;
        }
        return negative && eigenvalues[eigenvalues.length - 1] < -bound ? PointKind.MAXIMUM : PointKind.UNDECIDED;
    }

    /** The first derivative that is not zero at the point, which must be known exactly for the others to be zero. */
    private PointKind byHigherDerivatives(Interval enclosure, Map<String, Expression> exact) {
        if (exact == null) {
            return PointKind.UNDECIDED;
        }
        Expression derivative = gradient.getFirst();
        Map<String, Precise> point = precise(exact);
        for (int order = 1; order <= HIGHEST_ORDER; order++) {
            deadline.check();
            Integer sign =
                    HighPrecision.within(derivative, point, 160, deadline).sign();
            if (sign == null) {
                return PointKind.UNDECIDED;
            }
            if (sign != 0) {
                boolean smooth = IntervalFunction.of(derivative, variables)
                        .over(enclosure)
                        .isContinuous();
                return !smooth
                        ? PointKind.UNDECIDED
                        : order % 2 == 1 ? PointKind.SADDLE : sign > 0 ? PointKind.MINIMUM : PointKind.MAXIMUM;
            }
            derivative = Differentiator.derivative(derivative, variables.getFirst(), deadline)
                    .expression();
        }
        return PointKind.UNDECIDED;
    }

    private Map<String, Double> named(double[] at) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < at.length; i++) {
            named.put(variables.get(i), at[i] + 0.0);
        }
        return named;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private CriticalPointsResult result(boolean explain) {
        points.sort((a, b) -> {
            for (String variable : variables) {
                int order = Double.compare(a.at().get(variable), b.at().get(variable));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        boolean complete = finished && undecided.isEmpty() && points.stream().allMatch(CriticalPoint::proven);
        double[] norms = points.stream()
                .mapToDouble(point -> {
                    double[] slopes = new double[variables.size()];
                    function.valueAndGradient(
                            variables.stream().mapToDouble(point.at()::get).toArray(), slopes);
                    return largest(slopes);
                })
                .toArray();
        boolean algebra = variables.size() == 1
                && RationalFunction.of(gradient.getFirst(), variables.getFirst())
                        .isPresent();
        return new CriticalPointsResult(
                points,
                complete,
                kinks,
                variables,
                gradient.stream().map(Expressions::text).toList(),
                explain ? working() : null,
                new CriticalDiagnostics(
                        algebra ? "algebra" : "intervals",
                        norms,
                        boxes,
                        undecided.stream().limit(100).map(this::sides).toList()),
                CONVENTIONS,
                warnings);
    }

    private Map<String, double[]> sides(Interval[] part) {
        Map<String, double[]> sides = new LinkedHashMap<>();
        for (int i = 0; i < part.length; i++) {
            sides.put(variables.get(i), new double[] {part[i].lower(), part[i].upper()});
        }
        return sides;
    }

    private List<Step> working() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "gradient",
                variables.size() == 1 ? "The derivative" : "The gradient",
                "Critical points are where every partial derivative is zero.",
                gradient.stream()
                        .map(Expressions::latex)
                        .reduce((a, b) -> a + " \\\\ " + b)
                        .map(column -> "\\nabla f = \\begin{pmatrix} " + column + " \\end{pmatrix} = 0")
                        .orElseThrow(),
                gradient.stream().map(Expressions::text).toList()));
        steps.add(new Step(
                "hessian",
                variables.size() == 1 ? "The second derivative" : "The Hessian",
                "Its eigenvalues at a critical point tell the kind: all positive a minimum, all negative a maximum, both signs a saddle.",
                hessian.stream()
                        .map(row -> row.stream()
                                .map(Expressions::latex)
                                .reduce((a, b) -> a + " & " + b)
                                .orElseThrow())
                        .reduce((a, b) -> a + " \\\\ " + b)
                        .map(rows -> "H = \\begin{pmatrix} " + rows + " \\end{pmatrix}")
                        .orElseThrow(),
                hessian.stream()
                        .map(row -> row.stream().map(Expressions::text).toList())
                        .toList()));
        int shown = Math.min(points.size(), STEPS - 3);
        for (CriticalPoint point : points.subList(0, shown)) {
            steps.add(new Step(
                    "classify",
                    "The point " + point.at(),
                    "The Hessian's eigenvalues there are %s: %s."
                            .formatted(
                                    Arrays.toString(point.hessianEigenvalues()),
                                    point.kind().words()),
                    "",
                    point.hessianEigenvalues()));
        }
        if (shown < points.size()) {
            warnings.add(new Warning(
                    "steps-truncated",
                    "The working has %d steps; the first %d and the last are given."
                            .formatted(points.size() + 3, STEPS - 1),
                    "/steps"));
        }
        steps.add(new Step(
                "conclude",
                "The critical points",
                "Altogether %d in the region.".formatted(points.size()),
                "",
                points.stream().map(CriticalPoint::at).toList()));
        return steps;
    }
}
