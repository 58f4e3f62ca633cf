package org.mlmath.calculus.equivalence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.domain.Interval;
import org.mlmath.expression.domain.NaturalDomain;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;

/**
 * Where two expressions are looked at: small integers and simple fractions first, then the numbers at which something changes (a
 * kink, a jump, an end of the domain, a literal) and those between them, then seeded points of several sizes. All are rational, and
 * with few exceptions short decimals, so that a reader can check a counterexample by hand.
 */
final class CandidatePoints {
    private static final double[] SIMPLE = {
        1, 2, 0, -1, -2, 3, 0.5, -0.5, -3, 0.1, 1.5, -1.5, -0.1, 5, -5, 4, 10, -10, 0.25, 7, -7, 100, -100, 1000, -1000,
        1e6, -1e6
    };

    private static final double[] POSITIVE = {2, 3, 1, 0.5, 5, 1.5, 4, 0.25, 7, 10};

    /** Scales of the seeded points, in turn. */
    private static final double[] SCALES = {3, 1, 10, 2, 50, 0.2, 5, 1000};

    private static final long SEED = 20_240_229;

    /** Places at which something changes, of one variable with the others fixed. */
    private static final int CHANGES = 60;

    private static final int CORNERS = 4;
    private static final Rational LARGEST_STEEP = Rational.of(60);

    private static final Set<Function> STEEP = EnumSet.of(
            Function.GAMMA,
            Function.FACTORIAL,
            Function.BINOMIAL,
            Function.BETA,
            Function.LGAMMA,
            Function.DIGAMMA,
            Function.POLYGAMMA);

    private final Setting setting;
    private final List<Expression> changing;
    /** Variables in bounds of sums, and in functions that grow as factorials do: they stay moderate. */
    private final Set<String> steep;

    private final List<Rational> literals;
    private final Deadline deadline;
    private final Random random = new Random(SEED);

    CandidatePoints(Setting setting, Expression a, Expression b, Deadline deadline) {
        this.setting = setting;
        this.deadline = deadline;
        this.changing = arguments(List.of(a, b));
        this.steep = new LinkedHashSet<>(Parts.integers(List.of(a, b)));
        Parts.of(List.of(a, b), CandidatePoints::isSteep).forEach(part -> steep.addAll(part.variables()));
        steep.retainAll(setting.variables());
        this.literals = Parts.of(List.of(a, b), part -> part instanceof Number).stream()
                .map(part -> Rational.of(((Number) part).value()))
                .filter(value -> value.numerator().bitLength() < 64)
                .limit(CHANGES)
                .toList();
    }

    /** The expressions whose zeros part the line: arguments of functions with kinks, jumps and ends of their domains. */
    private static List<Expression> arguments(List<Expression> expressions) {
        Set<Expression> found = new LinkedHashSet<>();
        for (Expression part : Parts.of(expressions, part -> true)) {
            switch (part) {
                case Quotient(Expression _, Expression denominator) -> found.add(denominator);
                case Power(Expression base, Expression exponent) when !isWhole(exponent) -> found.add(base);
                case Comparison(Expression left, org.mlmath.expression.Relation _, Expression right) ->
                    found.add(minus(left, right));
                case Call(Function function, List<Expression> arguments) -> {
                    Expression x = arguments.getFirst();
                    switch (function) {
                        case ABS,
                                SIGN,
                                RELU,
                                STEP,
                                LEAKYRELU,
                                ELU,
                                SQRT,
                                CBRT,
                                LN,
                                LOG,
                                LOG2,
                                LOG10,
                                ROOT,
                                SOFTSIGN,
                                GAMMA,
                                LGAMMA,
                                ACOT,
                                ATAN2,
                                ACSCH -> found.add(x);
                        case FLOOR, CEIL, TRUNC, ROUND -> {
                            found.add(x);
                            found.add(minus(x, Expressions.number(1)));
                            found.add(new Sum(List.of(x, Expressions.number(1))));
                        }
                        case ASIN, ACOS, ATANH, ACOTH, ASEC, ACSC, ASECH, LOGIT -> {
                            found.add(x);
                            found.add(minus(x, Expressions.number(1)));
                            found.add(new Sum(List.of(x, Expressions.number(1))));
                        }
                        case ACOSH -> found.add(minus(x, Expressions.number(1)));
                        case LOG1P, FACTORIAL -> found.add(new Sum(List.of(x, Expressions.number(1))));
                        case MOD -> {
                            found.add(x);
                            found.add(minus(x, arguments.get(1)));
                        }
                        case MIN, MAX -> {
                            for (int i = 1; i < Math.min(arguments.size(), CORNERS + 1); i++) {
                                for (int j = 0; j < i; j++) {
                                    found.add(minus(arguments.get(j), arguments.get(i)));
                                }
                            }
                        }
                        default -> {}
                    }
                }
                default -> {}
            }
        }
        return found.stream()
                .filter(expression -> !expression.variables().isEmpty())
                .limit(CHANGES)
                .toList();
    }

    private static boolean isSteep(Expression part) {
        return part instanceof Call(Function function, List<Expression> _) && STEEP.contains(function);
    }

    private static boolean isWhole(Expression exponent) {
        return exponent instanceof Number(java.math.BigDecimal value) && value.scale() <= 0;
    }

    private static Expression minus(Expression left, Expression right) {
        return new Sum(List.of(left, new Expression.Negate(right)));
    }

    /** @return simple points, in the order in which they are tried */
    List<Map<String, Rational>> simple() {
        Set<Map<String, Rational>> points = new LinkedHashSet<>();
        List<String> names = setting.variables();
        if (names.size() == 1) {
            for (double value : SIMPLE) {
                add(points, Map.of(names.getFirst(), Rational.of(value)));
            }
        } else {
            int count = names.size();
            int corners = Math.min(count, CORNERS);
            for (int signs = 0; signs < 1 << corners; signs++) {
                Map<String, Rational> point = new HashMap<>();
                for (int i = 0; i < count; i++) {
                    double size = POSITIVE[i % POSITIVE.length];
                    point.put(names.get(i), Rational.of((signs >> i % corners & 1) == 0 ? size : -size));
                }
                add(points, point);
            }
            for (double value : new double[] {1, 2, 0, -1, 0.5, -2, 0.1, 10}) {
                Map<String, Rational> diagonal = new HashMap<>();
                names.forEach(name -> diagonal.put(name, Rational.of(value)));
                add(points, diagonal);
            }
            for (int j = 0; j < SIMPLE.length; j++) {
                Map<String, Rational> point = new HashMap<>();
                for (int i = 0; i < count; i++) {
                    point.put(names.get(i), Rational.of(SIMPLE[(j * (2 * i + 1) + 3 * i) % SIMPLE.length]));
                }
                add(points, point);
            }
        }
        for (String name : names) {
            // The ends of the asked-for interval, and its middle.
            Bounds bounds = setting.range(name).bounds();
            if (Double.isFinite(bounds.lower()) && Double.isFinite(bounds.upper())) {
                for (int part = 0; part <= 4; part++) {
                    double value = bounds.lower() + part * (bounds.upper() - bounds.lower()) / 4;
                    add(points, moved(base(points), name, Rational.of(value)));
                }
            } else if (Double.isFinite(bounds.lower()) || Double.isFinite(bounds.upper())) {
                double end = Double.isFinite(bounds.lower()) ? bounds.lower() : bounds.upper();
                double way = Double.isFinite(bounds.lower()) ? 1 : -1;
                for (double distance : new double[] {0, 1, 0.5, 2, 3, 10}) {
                    add(points, moved(base(points), name, Rational.of(end + way * distance)));
                }
            }
        }
        return List.copyOf(points);
    }

    private Map<String, Rational> base(Set<Map<String, Rational>> points) {
        if (!points.isEmpty()) {
            return points.iterator().next();
        }
        Map<String, Rational> point = new HashMap<>();
        int index = 0;
        for (String name : setting.variables()) {
            Bounds bounds = setting.range(name).bounds();
            double inside = Double.isFinite(bounds.lower())
                    ? Double.isFinite(bounds.upper()) ? (bounds.lower() + bounds.upper()) / 2 : bounds.lower() + 1
                    : Double.isFinite(bounds.upper()) ? bounds.upper() - 1 : POSITIVE[index % POSITIVE.length];
            point.put(name, setting.range(name).fit(Rational.of(inside)));
            index++;
        }
        return point;
    }

    private static Map<String, Rational> moved(Map<String, Rational> point, String name, Rational value) {
        Map<String, Rational> result = new HashMap<>(point);
        result.put(name, value);
        return result;
    }

    private void add(Set<Map<String, Rational>> points, Map<String, Rational> point) {
        Map<String, Rational> fitting = new HashMap<>();
        point.forEach((name, value) -> fitting.put(name, setting.range(name).fit(value)));
        boolean moderate =
                steep.stream().allMatch(name -> fitting.get(name).abs().compareTo(LARGEST_STEEP) <= 0);
        if (moderate && setting.admits(fitting)) {
            points.add(fitting);
        }
    }

    /** @return points at which something changes, and points between these, one variable at a time */
    List<Map<String, Rational>> changes() {
        Set<Map<String, Rational>> points = new LinkedHashSet<>();
        List<Map<String, Rational>> bases = new ArrayList<>();
        bases.add(base(new LinkedHashSet<>(simple())));
        if (setting.variables().size() > 1) {
            bases.add(seeded());
            bases.add(seeded());
        }
        for (Map<String, Rational> base : bases) {
            for (String name : setting.variables()) {
                deadline.check();
                TreeSet<Rational> places = new TreeSet<>();
                for (Expression expression : changing) {
                    if (places.size() < CHANGES && expression.variables().contains(name)) {
                        zeros(expression, base, name, places);
                    }
                }
                List<Rational> between = new ArrayList<>(places);
                for (Rational literal : literals) {
                    places.add(literal);
                    places.add(literal.negate());
                }
                places.forEach(place -> add(points, moved(base, name, place)));
                for (int i = 0; i <= between.size() && !between.isEmpty(); i++) {
                    Rational inside = i == 0
                            ? between.getFirst().subtract(Rational.ONE)
                            : i == between.size()
                                    ? between.getLast().add(Rational.ONE)
                                    : simplest(between.get(i - 1), between.get(i));
                    add(points, moved(base, name, inside));
                }
                for (Rational literal : literals) {
                    add(points, moved(base, name, literal.add(Rational.ONE)));
                    add(points, moved(base, name, literal.subtract(Rational.ONE)));
                }
            }
        }
        return List.copyOf(points);
    }

    /** @return where the expression vanishes, or nearly so, on the line through the point on which the variable moves */
    TreeSet<Rational> zeros(Expression expression, Map<String, Rational> base, String name) {
        TreeSet<Rational> places = new TreeSet<>();
        if (expression.variables().contains(name)) {
            zeros(expression, base, name, places);
        }
        return places;
    }

    /** @return the numbers at which something changes for an expression in this variable only */
    TreeSet<Rational> breaks(String name) {
        TreeSet<Rational> places = new TreeSet<>();
        for (Expression expression : changing) {
            if (places.size() < CHANGES && expression.variables().equals(List.of(name))) {
                zeros(expression, Map.of(name, Rational.ONE), name, places);
            }
        }
        return places;
    }

    /** A short decimal strictly between two numbers. */
    static Rational simplest(Rational low, Rational high) {
        Rational middle = low.add(high).multiply(new Rational(BigInteger.ONE, BigInteger.TWO));
        BigInteger scale = BigInteger.ONE;
        for (int digits = 0; digits < 20; digits++) {
            BigInteger rounded = middle.numerator().multiply(scale).divide(middle.denominator());
            for (BigInteger candidate :
                    List.of(rounded, rounded.add(BigInteger.ONE), rounded.subtract(BigInteger.ONE))) {
                Rational value = new Rational(candidate, scale);
                if (value.compareTo(low) > 0 && value.compareTo(high) < 0) {
                    return value;
                }
            }
            scale = scale.multiply(BigInteger.TEN);
        }
        return middle;
    }

    /** Exactly where the expression is linear or quadratic along the line with rational roots, else by bisection. */
    private void zeros(Expression expression, Map<String, Rational> base, String name, TreeSet<Rational> places) {
        Rational[] values = new Rational[4];
        boolean polynomial = true;
        for (int i = 0; i < values.length && polynomial; i++) {
            Precise value = HighPrecision.at(expression, moved(base, name, Rational.of(i)), 64, deadline);
            polynomial = value instanceof Precise.Exact;
            values[i] = value instanceof Precise.Exact(Rational number) ? number : null;
        }
        if (polynomial && expression.variables().size() >= 1 && isLowDegree(values)) {
            Rational c = values[0];
            Rational second = values[2].subtract(values[1].add(values[1])).add(values[0]);
            Rational a = second.multiply(new Rational(BigInteger.ONE, BigInteger.TWO));
            Rational b = values[1].subtract(values[0]).subtract(a);
            if (isZero(expression, base, name, a, b, c, places)) {
                return;
            }
        }
        bisect(expression, base, name, places);
    }

    private static boolean isLowDegree(Rational[] v) {
        Rational third = v[3].subtract(v[2].multiply(Rational.of(3)))
                .add(v[1].multiply(Rational.of(3)))
                .subtract(v[0]);
        return third.signum() == 0;
    }

    private boolean isZero(
            Expression expression,
            Map<String, Rational> base,
            String name,
            Rational a,
            Rational b,
            Rational c,
            TreeSet<Rational> places) {
        List<Rational> roots = new ArrayList<>();
        if (a.signum() == 0) {
            if (b.signum() != 0) {
                roots.add(c.negate().divide(b));
            }
        } else {
            Rational discriminant = b.multiply(b).subtract(a.multiply(c).multiply(Rational.of(4)));
            if (discriminant.signum() < 0) {
                return true;
            }
            Rational root = squareRoot(discriminant);
            if (root == null) {
                return false;
            }
            Rational twice = a.add(a);
            roots.add(root.subtract(b).divide(twice));
            roots.add(root.negate().subtract(b).divide(twice));
        }
        for (Rational root : roots) {
            Precise value = HighPrecision.at(expression, moved(base, name, root), 64, deadline);
            if (!Precise.ZERO.equals(value)) {
                return false; // not a polynomial after all
            }
            places.add(root);
        }
        return true;
    }

    private static Rational squareRoot(Rational x) {
        BigInteger top = x.numerator().sqrt();
        BigInteger bottom = x.denominator().sqrt();
        return top.multiply(top).equals(x.numerator())
                        && bottom.multiply(bottom).equals(x.denominator())
                ? new Rational(top, bottom)
                : null;
    }

    private void bisect(Expression expression, Map<String, Rational> base, String name, TreeSet<Rational> places) {
        List<String> names = setting.variables();
        if (!names.containsAll(expression.variables())) {
            return; // inside a sum
        }
        ExpressionFunction function = ExpressionFunction.of(expression, names);
        double[] point = new double[names.size()];
        for (int i = 0; i < point.length; i++) {
            point[i] = base.get(names.get(i)).doubleValue();
        }
        int index = names.indexOf(name);
        double previous = Double.NaN;
        double from = 0;
        for (int i = -48; i <= 48 && places.size() < CHANGES; i++) {
            double to = i * 0.25 + (Math.abs(i) > 24 ? Math.signum(i) * Math.pow(1.4, Math.abs(i) - 24) : 0);
            double value = valueAt(function, point, index, to);
            if (value == 0) {
                places.add(Rational.of(to));
            } else if (previous * value < 0) {
                double low = from;
                double high = to;
                for (int step = 0; step < 60; step++) {
                    double middle = (low + high) / 2;
                    if (valueAt(function, point, index, middle) * previous > 0) {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                places.add(Rational.of((low + high) / 2));
            }
            previous = value;
            from = to;
        }
    }

    private static double valueAt(ExpressionFunction function, double[] point, int index, double coordinate) {
        point[index] = coordinate;
        return function.value(point);
    }

    /** @return so many points that look like nothing in particular */
    List<Map<String, Rational>> seeded(int count) {
        Set<Map<String, Rational>> points = new LinkedHashSet<>();
        for (int i = 0; i < 20 * count && points.size() < count; i++) {
            add(points, seeded());
        }
        return List.copyOf(points);
    }

    /** A point with coordinates of three or four digits; inside the bounds, and on the right side of 0. */
    private Map<String, Rational> seeded() {
        Map<String, Rational> point = new HashMap<>();
        double scale = SCALES[random.nextInt(SCALES.length)];
        for (String name : setting.variables()) {
            Setting.Range range = setting.range(name);
            double low = Math.max(range.bounds().lower(), range.isNonnegative() ? 0 : -scale);
            double high = Math.min(range.bounds().upper(), range.isNegative() ? 0 : scale);
            if (low > high) { // the bounds lie beyond the scale
                low = Double.isFinite(range.bounds().lower())
                        ? range.bounds().lower()
                        : range.bounds().upper() - scale;
                high = Double.isFinite(range.bounds().upper()) ? range.bounds().upper() : low + scale;
            }
            if (range.integer()) {
                low = Math.max(range.bounds().lower(), low * 4);
                high = Math.min(range.bounds().upper(), Math.max(high * 4, low + 3));
                point.put(name, Rational.of((double) Math.round(low + random.nextDouble() * (high - low))));
            } else {
                double value = low + random.nextDouble() * (high - low);
                double unit = Math.pow(10, Math.floor(Math.log10(Math.max(high - low, 1e-12))) - 3);
                point.put(
                        name,
                        Rational.of(java.math.BigDecimal.valueOf(Math.round(value / unit))
                                .multiply(new java.math.BigDecimal(Double.toString(unit)))));
            }
        }
        return point;
    }

    /** @return points that the domain's own conditions lead to, where trying others has not found enough */
    List<Map<String, Rational>> ofDomain(NaturalDomain domain, int count) {
        Map<String, Interval> within = Map.of();
        List<Map<String, Rational>> points = new ArrayList<>();
        for (double[] found : domain.points(count, SEED, within, deadline)) {
            Map<String, Rational> point = new HashMap<>();
            for (int i = 0; i < found.length; i++) {
                String name = domain.variables().get(i);
                point.put(name, setting.range(name).fit(Rational.of(shorter(found[i]))));
            }
            for (String name : setting.variables()) {
                point.putIfAbsent(name, Rational.ONE);
            }
            if (setting.admits(point)) {
                points.add(point);
            }
        }
        return points;
    }

    private static double shorter(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(9))
                .doubleValue();
    }
}
