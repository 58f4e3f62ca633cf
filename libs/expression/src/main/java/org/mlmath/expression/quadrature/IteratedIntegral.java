package org.mlmath.expression.quadrature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.integration.AdaptiveQuadrature;
import org.mlmath.numerics.integration.DoubleExponential;
import org.mlmath.numerics.integration.Quadrature;

/**
 * Integrals over several variables, each range depending on the variables before it: adaptive quadratures inside each other, from the
 * outermost variable inwards. Ranges are split where a part of the formula that bends or jumps there is a polynomial of degree two at most
 * in the variable, as x² + y² − 1 is in y, and where the formula peaks. Infinite ranges are mapped to finite ones.
 *
 * <p>Cost: with n values per variable nᵏ evaluations, n from 21 for smooth integrands on.
 */
public final class IteratedIntegral {
    /** Relative tolerance of the outermost quadrature by the number of variables, half of it for each one inwards. The estimates it is
     * compared with are larger than the errors by orders of magnitude for smooth integrands. */
    private static final double[] TOLERANCE = {1e-12, 1e-12, 1e-11, 1e-8, 1e-6, 1e-5, 1e-5};

    private static final long COMPILED = 1_000_000;

    /**
     * @param lower in the variables before, numbers and constants; {@code -inf} is a bound too
     */
    public record Range(String variable, Expression lower, Expression upper) {}

    private final Expression expression;
    private final List<String> names;
    private final ExpressionFunction integrand;
    private final ExpressionFunction[] lower;
    private final ExpressionFunction[] upper;
    private final double[] infiniteLower;
    private final double[] infiniteUpper;
    private final List<List<ExpressionFunction>> kinks = new ArrayList<>();
    private final double[] point;
    private final double[] peak;
    private final double[] innerError;
    private final Deadline deadline;
    private long evaluations;

    private IteratedIntegral(Expression expression, List<Range> ranges, Deadline deadline) {
        this.expression = expression;
        this.deadline = deadline;
        this.names = ranges.stream().map(Range::variable).toList();
        int n = ranges.size();
        integrand = ExpressionFunction.of(expression, names, COMPILED);
        lower = new ExpressionFunction[n];
        upper = new ExpressionFunction[n];
        infiniteLower = new double[n];
        infiniteUpper = new double[n];
        for (int i = 0; i < n; i++) {
            infiniteLower[i] = infinity(ranges.get(i).lower());
            infiniteUpper[i] = infinity(ranges.get(i).upper());
            lower[i] =
                    infiniteLower[i] == 0 ? ExpressionFunction.of(ranges.get(i).lower(), names, COMPILED) : null;
            upper[i] =
                    infiniteUpper[i] == 0 ? ExpressionFunction.of(ranges.get(i).upper(), names, COMPILED) : null;
            kinks.add(kinks(names.get(i)));
        }
        point = new double[n];
        innerError = new double[n];
        peak = Peak.of(expression, ranges, deadline);
    }

    private static double infinity(Expression bound) {
        return bound == Expression.Constant.INFINITY
                ? 1
                : bound instanceof Expression.Negate(Expression operand) && operand == Expression.Constant.INFINITY
                        ? -1
                        : 0;
    }

    /**
     * @param ranges from the outermost inwards, their variables distinct, all of the expression's among them
     * @return the value, its estimated error and how many values of the integrand were used
     * @throws DomainException where the integrand is undefined inside the region, or a bound: then its pointer is relative to the ranges
     * @throws org.mlmath.numerics.DeadlineExceededException where the time does not suffice
     */
    public static Quadrature of(Expression expression, List<Range> ranges, Deadline deadline) {
        IteratedIntegral integral = new IteratedIntegral(expression, ranges, deadline);
        Quadrature outer = integral.level(0);
        double inner = 0;
        for (int i = 1; i < integral.innerError.length; i++) {
            inner += integral.innerError[i];
        }
        return new Quadrature(
                outer.value(),
                outer.errorEstimate() + inner * outer.modulus(),
                outer.modulus(),
                integral.evaluations,
                outer.undefined());
    }

    /** Parts that are zero where the formula bends or jumps, if they are quadratic in the variable at most. */
    private List<ExpressionFunction> kinks(String variable) {
        List<ExpressionFunction> functions = new ArrayList<>();
        for (Expression part : Landmarks.singularParts(expression, variable, deadline)) {
            Expression third = part;
            try {
                for (int i = 0; i < 3; i++) {
                    third = new Simplifier(deadline)
                            .simplify(Differentiator.derivative(third, variable, deadline)
                                    .expression());
                }
            } catch (MathException e) {
                continue; // no derivative, no polynomial
            }
            if (third.equals(Expressions.number(0)) && names.containsAll(part.variables())) {
                functions.add(ExpressionFunction.of(part, names, COMPILED));
            }
        }
        return functions;
    }

    private double tolerance(int level) {
        return TOLERANCE[Math.min(names.size(), TOLERANCE.length - 1)] * Math.pow(0.5, level);
    }

    private Quadrature level(int k) {
        deadline.check();
        double a = bound(lower[k], infiniteLower[k], k);
        double b = bound(upper[k], infiniteUpper[k], k);
        if (a == b) {
            return Quadrature.ZERO;
        }
        if (a > b) {
            Quadrature reverse = between(k, b, a);
            return new Quadrature(-reverse.value(), reverse.errorEstimate(), reverse.modulus(), reverse.evaluations());
        }
        return between(k, a, b);
    }

    private double bound(ExpressionFunction function, double infinite, int k) {
        if (infinite != 0) {
            return infinite * Double.POSITIVE_INFINITY;
        }
        double value = function.value(point);
        if (!Double.isFinite(value)) {
            throw new DomainException("A bound of %s is undefined at %s.".formatted(names.get(k), place(k)))
                    .at("/%d/%s".formatted(k, function == lower[k] ? "lower" : "upper"));
        }
        return value;
    }

    private Quadrature between(int k, double a, double b) {
        double saved = point[k];
        DoubleUnaryOperator inner = x -> inner(k, x);
        double[] ends = ends(k, a, b);
        // On lines double exponential rules are sure, on many lines the mapping to a finite range is cheaper.
        boolean infinite = Double.isInfinite(b - a) && names.size() < 3;
        Quadrature result = infinite ? singularEnds(inner, ends, tolerance(k)) : adaptive(k, inner, ends, a, b);
        boolean poor = !result.isDefined() || result.errorEstimate() > 1e3 * tolerance(k) * result.modulus() + 1e-300;
        if (poor && (Double.isInfinite(b - a) || k >= names.size() - 2)) {
            Quadrature other = infinite ? adaptive(k, inner, ends, a, b) : singularEnds(inner, ends, tolerance(k));
            if (other.isDefined() && !(result.isDefined() && result.errorEstimate() <= other.errorEstimate())) {
                result = other;
            }
        }
        point[k] = saved;
        if (!result.isDefined() && k > 0) {
            // A hole far inside makes the whole undefined; the place is told from where it was met.
            throw undefined(k);
        }
        if (k > 0 && result.modulus() > 1e-250) { // below, values are too near the smallest doubles to count
            innerError[k] = Math.max(innerError[k], Math.min(1, result.errorEstimate() / result.modulus()));
        }
        return result;
    }

    private Quadrature adaptive(int k, DoubleUnaryOperator inner, double[] ends, double a, double b) {
        Mapping mapping = Mapping.of(a, b);
        double[] mapped = Arrays.stream(ends).map(mapping::inverse).toArray();
        long most = k == names.size() - 1 ? 8_000 : 4_000;
        return AdaptiveQuadrature.over(mapping.apply(inner), mapped, tolerance(k), 1e-300, most, deadline);
    }

    private DomainException undefined(int k) {
        return new DomainException(
                "The integrand has no finite value for all %s at %s.".formatted(names.get(k), place(k)));
    }

    private double inner(int k, double x) {
        point[k] = x;
        if (k < names.size() - 1) {
            Quadrature quadrature = level(k + 1);
            return quadrature.value();
        }
        evaluations++;
        double value = integrand.value(point);
        if (value != value && !onEdge(k, x)) {
            Evaluation.defined(value, expression, names, point);
        }
        return value;
    }

    /** Close to the ends of a range a missing value may be a pole there. */
    private boolean onEdge(int k, double x) {
        double a = infiniteLower[k] != 0 ? Double.NEGATIVE_INFINITY : lower[k].value(point);
        double b = infiniteUpper[k] != 0 ? Double.POSITIVE_INFINITY : upper[k].value(point);
        double close = 1e-9 * Math.max(1, Math.abs(x));
        return Math.abs(x - a) <= close || Math.abs(x - b) <= close || Math.abs(x) > 1e15;
    }

    /** By double exponential rules from either end of each piece. */
    private Quadrature singularEnds(DoubleUnaryOperator f, double[] ends, double tolerance) {
        Quadrature total = Quadrature.ZERO;
        for (int i = 1; i < ends.length; i++) {
            double from = ends[i - 1];
            double to = ends[i];
            if (Double.isInfinite(from) && Double.isInfinite(to)) {
                total = total.plus(DoubleExponential.halfLine(f, 1, tolerance, deadline))
                        .plus(DoubleExponential.halfLine(t -> f.applyAsDouble(-t), 1, tolerance, deadline));
            } else if (Double.isInfinite(to)) {
                total = total.plus(DoubleExponential.halfLine(t -> f.applyAsDouble(from + t), 1, tolerance, deadline));
            } else if (Double.isInfinite(from)) {
                total = total.plus(DoubleExponential.halfLine(t -> f.applyAsDouble(to - t), 1, tolerance, deadline));
            } else {
                double half = 0.5 * (to - from);
                total = total.plus(DoubleExponential.finite(t -> f.applyAsDouble(from + t), half, tolerance, deadline))
                        .plus(DoubleExponential.finite(t -> f.applyAsDouble(to - t), half, tolerance, deadline));
            }
        }
        return total;
    }

    /** The bounds, and between them the zeros of quadratic parts and the neighbourhood of a narrow peak. */
    private double[] ends(int k, double a, double b) {
        TreeSet<Double> inside = new TreeSet<>();
        for (ExpressionFunction kink : kinks.get(k)) {
            addRoots(kink, k, inside);
        }
        if (peak != null) {
            double c = peak[k];
            boolean infinite = Double.isInfinite(b - a);
            double width = infinite ? 10 : b - a;
            for (double step = 0.1 * width; step > (infinite ? 1e-3 : 1e-7) * width; step /= 10) {
                inside.add(c - step);
                inside.add(c + step);
            }
            inside.add(c);
        }
        double close = Double.isInfinite(b - a) ? 1e-12 : 1e-12 * (b - a);
        List<Double> ends = new ArrayList<>(List.of(a));
        for (double c : inside) {
            if (c - ends.getLast() > close && b - c > close) {
                ends.add(c);
            }
        }
        ends.add(b);
        return ends.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Of g(x) = c₀ + c₁x + c₂x², found from three values; variables further in do not occur in what this level sees. */
    private void addRoots(ExpressionFunction g, int k, TreeSet<Double> roots) {
        double saved = point[k];
        double[] inner = Arrays.copyOfRange(point, k + 1, point.length);
        double[] v = new double[3];
        boolean same = true;
        for (int attempt = 0; attempt < 2 && same; attempt++) {
            double[] w = new double[3];
            for (int j = k + 1; j < point.length; j++) {
                point[j] = 0.37 + 0.21 * attempt; // only parts without the inner variables are used
            }
            for (int i = 0; i < 3; i++) {
                point[k] = i - 1;
                w[i] = g.value(point);
            }
            same = attempt == 0 || Arrays.equals(v, w);
            v = w;
        }
        point[k] = saved;
        System.arraycopy(inner, 0, point, k + 1, inner.length);
        if (!same) {
            return;
        }
        double c0 = v[1];
        double c1 = 0.5 * (v[2] - v[0]);
        double c2 = 0.5 * (v[2] + v[0]) - v[1];
        double scale = Math.abs(c0) + Math.abs(c1) + Math.abs(c2);
        if (Math.abs(c2) <= 1e-14 * scale) {
            if (c1 != 0) {
                roots.add(-c0 / c1);
            }
            return;
        }
        double discriminant = c1 * c1 - 4 * c2 * c0;
        if (discriminant >= 0) {
            double q = -0.5 * (c1 + Math.copySign(Math.sqrt(discriminant), c1));
            roots.add(q / c2);
            if (q != 0) {
                roots.add(c0 / q);
            }
        }
    }

    private String place(int k) {
        List<String> coordinates = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            coordinates.add(names.get(i) + " = " + point[i]);
        }
        return coordinates.isEmpty() ? "the outermost range" : String.join(", ", coordinates);
    }

    /** x as a function of t in a finite interval; the identity where the range is finite. */
    private record Mapping(int kind, double anchor) {
        static Mapping of(double a, double b) {
            if (Double.isInfinite(a) && Double.isInfinite(b)) {
                return new Mapping(2, 0);
            }
            return Double.isInfinite(b)
                    ? new Mapping(1, a)
                    : Double.isInfinite(a) ? new Mapping(-1, b) : new Mapping(0, 0);
        }

        DoubleUnaryOperator apply(DoubleUnaryOperator f) {
            return switch (kind) {
                case 0 -> f;
                case 2 ->
                    t -> {
                        double rest = 1 - t * t;
                        return rest <= 0 ? 0 : weighted(f, t / rest, (1 + t * t) / (rest * rest));
                    };
                default ->
                    t -> {
                        double rest = 1 - t;
                        return rest <= 0 ? 0 : weighted(f, anchor + kind * t / rest, 1 / (rest * rest));
                    };
            };
        }

        private static double weighted(DoubleUnaryOperator f, double x, double weight) {
            double value = f.applyAsDouble(x);
            return value == 0 ? 0 : value * weight;
        }

        double inverse(double x) {
            return switch (kind) {
                case 0 -> x;
                case 2 -> Double.isInfinite(x) ? Math.signum(x) : x == 0 ? 0 : 2 * x / (1 + Math.sqrt(1 + 4 * x * x));
                default -> {
                    double distance = kind * (x - anchor);
                    yield Double.isInfinite(distance) ? 1 : distance / (1 + distance);
                }
            };
        }
    }
}
