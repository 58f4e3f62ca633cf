package org.mlmath.expression.quadrature;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;

/**
 * The points of a range where a formula may have a pole, a jump, a kink or a peak: zeros of denominators, of arguments of logarithms and
 * roots, of what stands in |…| and in conditions; extrema of exponents and of denominators; the middles of steep functions.
 * Where interval arithmetic cannot show a formula to be continuous there is a landmark too.
 */
final class Landmarks {
    /** Zeros of one part that are kept: parts with more oscillate, and are no landmarks. */
    private static final int ZEROS = 60;

    private static final int POLES = 2_000;
    private static final int SAMPLES = 400;
    private static final int BOXES = 400;

    /** Why a part of the formula is looked at. */
    enum Kind {
        /** The formula may have no value there, or no derivative. */
        SINGULAR,
        /** It is continuous but bends, peaks or rises steeply there. */
        SMOOTHER
    }

    /** Null where only the parts are asked for. */
    private final Integrand integrand;

    private final String x;
    private final Deadline deadline;
    private final Map<Expression, Kind> zeros = new LinkedHashMap<>();
    private final TreeMap<Double, Kind> found = new TreeMap<>();

    private Landmarks(Integrand integrand) {
        this.integrand = integrand;
        this.x = integrand.variable();
        this.deadline = integrand.deadline();
    }

    private Landmarks(String variable, Deadline deadline) {
        this.integrand = null;
        this.x = variable;
        this.deadline = deadline;
    }

    /** @return the landmarks strictly between the bounds, which may be infinite */
    static TreeMap<Double, Kind> of(Integrand integrand, double lower, double upper) {
        Landmarks landmarks = new Landmarks(integrand);
        landmarks.collect(integrand.expression());
        double[] samples = samples(lower, upper);
        landmarks.zeros.forEach((part, kind) -> landmarks.locate(part, kind, samples));
        landmarks.prove(samples);
        landmarks.found.headMap(lower + resolution(lower), true).clear();
        landmarks.found.tailMap(upper - resolution(upper), true).clear();
        return landmarks.merged();
    }

    /** @return the parts of a formula, also in other variables, at whose zeros it may have a pole, a jump or a kink */
    static List<Expression> singularParts(Expression expression, String variable, Deadline deadline) {
        Landmarks landmarks = new Landmarks(variable, deadline);
        landmarks.collect(expression);
        return landmarks.zeros.entrySet().stream()
                .filter(entry -> entry.getValue() == Kind.SINGULAR)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Points closer than rounding can tell are one. */
    private TreeMap<Double, Kind> merged() {
        TreeMap<Double, Kind> result = new TreeMap<>();
        for (Map.Entry<Double, Kind> entry : found.entrySet()) {
            Map.Entry<Double, Kind> last = result.lastEntry();
            double point = entry.getKey();
            if (last != null && point - last.getKey() <= resolution(point)) {
                boolean better = shorter(point, last.getKey());
                Kind kind = last.getValue() == Kind.SINGULAR ? Kind.SINGULAR : entry.getValue();
                if (better) {
                    result.remove(last.getKey());
                }
                result.put(better ? point : last.getKey(), kind);
            } else {
                result.put(point, entry.getValue());
            }
        }
        return result;
    }

    private static double resolution(double point) {
        return Double.isInfinite(point) ? 0 : 1e-12 * Math.max(1e-3, Math.abs(point));
    }

    private static boolean shorter(double a, double b) {
        return Double.toString(a).length() < Double.toString(b).length();
    }

    /** Ascending, denser towards finite ends, over all magnitudes towards infinite ones; none lies at a round number. */
    private static double[] samples(double lower, double upper) {
        double[] points = new double[SAMPLES + 1];
        for (int i = 0; i <= SAMPLES; i++) {
            double s = (i + 0.0137 * Math.sin(3.0 * i)) / SAMPLES;
            if (Double.isFinite(lower) && Double.isFinite(upper)) {
                points[i] = lower + (upper - lower) * 0.5 * (1 - Math.cos(Math.PI * Math.min(1, Math.max(0, s))));
            } else if (Double.isFinite(lower)) {
                points[i] = lower + Math.sinh(14 * Math.max(0, s));
            } else if (Double.isFinite(upper)) {
                points[i] = upper - Math.sinh(14 * Math.max(0, 1 - s));
            } else {
                points[i] = Math.sinh(28 * (s - 0.5) + 1e-4);
            }
        }
        if (Double.isFinite(lower)) {
            points[0] = lower;
        }
        if (Double.isFinite(upper)) {
            points[SAMPLES] = upper;
        }
        return points;
    }

    private void zero(Expression part, Kind kind) {
        if (part.variables().contains(x)) {
            zeros.merge(part, kind, (a, b) -> a == Kind.SINGULAR ? a : b);
        }
    }

    private void extremum(Expression part) {
        if (part.variables().contains(x)) {
            try {
                zero(Differentiator.derivative(part, x, deadline).expression(), Kind.SMOOTHER);
            } catch (DomainException | LimitExceededException e) {
                return; // no derivative: nothing is known of its extrema
            }
        }
    }

    private void collect(Expression expression) {
        switch (expression) {
            case Number _, Constant _, Expression.Variable _, Series _ -> {}
            case Quotient(Expression above, Expression below) -> {
                collect(above);
                collect(below);
                zero(below, Kind.SINGULAR);
                extremum(below);
            }
            case Power(Expression base, Expression exponent) -> {
                collect(base);
                collect(exponent);
                if (exponent.variables().contains(x)) {
                    extremum(exponent);
                    zero(base, Kind.SINGULAR);
                } else if (!(exponent instanceof Number(BigDecimal value)
                        && value.stripTrailingZeros().scale() <= 0)) {
                    zero(base, Kind.SINGULAR);
                    extremum(base);
                }
            }
            case Call(Function function, List<Expression> arguments) -> {
                arguments.forEach(this::collect);
                call(function, arguments);
            }
            case Comparison(Expression left, var _, Expression right) -> {
                collect(left);
                collect(right);
                zero(new Sum(List.of(left, new Negate(right))), Kind.SINGULAR);
            }
            default -> Expressions.children(expression).forEach(this::collect);
        }
        if (expression instanceof Piecewise(List<Branch> branches, Expression _)) {
            for (Branch branch : branches) {
                collect(branch.condition());
            }
        }
    }

    private void call(Function function, List<Expression> arguments) {
        Expression u = arguments.getFirst();
        switch (function) {
            case LN,
                    LOG10,
                    LOG2,
                    LOG,
                    SQRT,
                    CBRT,
                    ROOT,
                    ABS,
                    SIGN,
                    RELU,
                    LEAKYRELU,
                    ELU,
                    STEP,
                    SOFTSIGN,
                    ACSC,
                    ASEC,
                    ACSCH,
                    ACOT,
                    COTH,
                    CSCH,
                    HYPOT -> {
                zero(u, Kind.SINGULAR);
                extremum(u);
            }
            case LOG1P -> zero(shifted(u, 1), Kind.SINGULAR);
            case ASIN, ACOS, ATANH, ACOTH, LOGIT, ASECH, ACOSH -> {
                zero(u, Kind.SINGULAR);
                zero(shifted(u, -1), Kind.SINGULAR);
                zero(shifted(u, 1), Kind.SINGULAR);
            }
            case TAN, SEC -> zero(Call.of(Function.COS, u), Kind.SINGULAR);
            case COT, CSC -> zero(Call.of(Function.SIN, u), Kind.SINGULAR);
            case FLOOR, CEIL, TRUNC, GAMMA, LGAMMA, DIGAMMA, FACTORIAL, POLYGAMMA ->
                zero(Call.of(Function.SIN, new Product(List.of(Constant.PI, arguments.getLast()))), Kind.SINGULAR);
            case ROUND -> zero(Call.of(Function.COS, new Product(List.of(Constant.PI, u))), Kind.SINGULAR);
            case MOD ->
                zero(
                        Call.of(Function.SIN, new Product(List.of(Constant.PI, new Quotient(u, arguments.get(1))))),
                        Kind.SINGULAR);
            case MIN, MAX -> {
                for (int i = 0; i < arguments.size(); i++) {
                    for (int j = i + 1; j < arguments.size(); j++) {
                        zero(new Sum(List.of(arguments.get(i), new Negate(arguments.get(j)))), Kind.SINGULAR);
                    }
                }
            }
            case EXP, NORMALPDF, SECH -> {
                zero(u, Kind.SMOOTHER);
                extremum(u);
            }
            case TANH, SIGMOID, SOFTPLUS, ERF, ERFC, ATAN, NORMALCDF, SILU, GELU, ASINH -> zero(u, Kind.SMOOTHER);
            default -> {}
        }
    }

    private static Expression shifted(Expression u, int by) {
        return new Sum(List.of(u, Expressions.number(by)));
    }

    private void locate(Expression part, Kind kind, double[] samples) {
        Integrand g = new Integrand(part, x, Deadline.none());
        List<Double> roots = new ArrayList<>();
        int most = kind == Kind.SINGULAR ? POLES : ZEROS;
        double[] values = Arrays.stream(samples).map(g).toArray();
        for (int i = 0; i < samples.length && roots.size() <= most; i++) {
            if (values[i] == 0) {
                roots.add(samples[i]);
            } else if (i > 0 && values[i - 1] * values[i] < 0) {
                roots.add(bisected(g, samples[i - 1], samples[i], values[i - 1]));
            } else if (i > 1
                    && Math.abs(values[i - 1]) < Math.abs(values[i - 2])
                    && Math.abs(values[i - 1]) <= Math.abs(values[i])
                    && kind == Kind.SINGULAR) {
                double dip = minimum(g, samples[i - 2], samples[i]);
                if (Math.abs(g.applyAsDouble(dip)) < 1e-7 * Math.abs(values[i - 2])) {
                    roots.add(dip);
                }
            }
        }
        if (roots.size() <= most) {
            roots.forEach(root -> found.merge(root, kind, (a, b) -> a == Kind.SINGULAR ? a : b));
        }
    }

    private static double bisected(Integrand g, double from, double to, double atFrom) {
        double a = from;
        double b = to;
        double fa = atFrom;
        for (int i = 0; i < 200; i++) {
            double middle = 0.5 * (a + b);
            if (middle <= a || middle >= b) {
                break;
            }
            double value = g.applyAsDouble(middle);
            if (value == 0) {
                return middle;
            }
            if (!(value * fa < 0)) {
                a = middle;
                fa = value == value ? value : fa;
            } else {
                b = middle;
            }
        }
        if (a - (to - from) * 1e-12 <= 0 && b + (to - from) * 1e-12 >= 0) {
            return 0;
        }
        // A root that was meant to be a short decimal
        double rounded = new BigDecimal(b).round(new MathContext(13)).doubleValue();
        return rounded >= a - Math.ulp(a) * 4 && rounded <= b + Math.ulp(b) * 4 ? rounded : b;
    }

    /** Golden section on |g|. */
    private static double minimum(Integrand g, double from, double to) {
        double a = from;
        double b = to;
        double ratio = 0.5 * (Math.sqrt(5) - 1);
        double left = b - ratio * (b - a);
        double right = a + ratio * (b - a);
        double atLeft = Math.abs(g.applyAsDouble(left));
        double atRight = Math.abs(g.applyAsDouble(right));
        for (int i = 0; i < 90 && b - a > 1e-15 * Math.max(Math.abs(a), Math.abs(b)); i++) {
            if (atLeft <= atRight) {
                b = right;
                right = left;
                atRight = atLeft;
                left = b - ratio * (b - a);
                atLeft = Math.abs(g.applyAsDouble(left));
            } else {
                a = left;
                left = right;
                atLeft = atRight;
                right = a + ratio * (b - a);
                atRight = Math.abs(g.applyAsDouble(right));
            }
        }
        double middle = 0.5 * (a + b);
        double rounded = new BigDecimal(middle).round(new MathContext(7)).doubleValue();
        return Math.abs(g.applyAsDouble(rounded)) <= Math.abs(g.applyAsDouble(middle)) ? rounded : middle;
    }

    /** Boxes between the landmarks on which interval arithmetic shows no continuity are bisected, down to a point. */
    private void prove(double[] samples) {
        IntervalFunction function;
        try {
            function = IntervalFunction.of(integrand.expression(), List.of(x));
        } catch (MathException e) {
            return;
        }
        double scale = samples[samples.length - 1] - samples[0];
        List<double[]> boxes = new ArrayList<>();
        for (int i = 16; i < samples.length; i += 16) {
            boxes.add(new double[] {samples[i - 16], samples[i]});
        }
        int looked = 0;
        while (!boxes.isEmpty() && looked++ < BOXES) {
            integrand.deadline().check();
            double[] box = boxes.removeLast();
            Enclosure enclosure = function.over(new Interval(box[0], box[1]));
            boolean known = found.subMap(box[0], true, box[1], true).size() > 0;
            if ((enclosure.isContinuous() && enclosure.range().isBounded()) || known) {
                continue;
            }
            double middle = 0.5 * (box[0] + box[1]);
            double width = box[1] - box[0];
            if (width <= 1e-9 * Math.max(1e-3 * scale, Math.abs(middle)) || middle <= box[0] || middle >= box[1]) {
                double value = integrand.applyAsDouble(middle);
                boolean atEnd = box[0] <= samples[0] + 8 * width || box[1] >= samples[samples.length - 1] - 8 * width;
                boolean explained = atEnd
                        || !found.subMap(box[0] - 8 * width, true, box[1] + 8 * width, true)
                                .isEmpty();
                if (!explained && (!Double.isFinite(value) || !enclosure.isDefined())) {
                    found.merge(middle, Kind.SINGULAR, (a, b) -> a);
                }
                continue;
            }
            boxes.add(new double[] {box[0], middle});
            boxes.add(new double[] {middle, box[1]});
        }
    }
}
