package org.mlmath.calculus.limit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mlmath.expression.precision.Precise;
import org.mlmath.expression.precision.Precise.Missing;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.exact.Rational;

/**
 * Where values go as the point is approached, judged by the values alone. They are taken at distances 2^(−2ᵏ), each the square of
 * the one before: what converges like a power of the distance doubles its digits with each, what converges like 1/ln halves its
 * error, which Richardson's extrapolation then removes; what grows like a power squares itself, like a logarithm doubles. Around
 * each distance two more are taken, which agree in the end unless the function oscillates.
 *
 * @param value where they go, if it is a number
 * @param error estimated
 * @param trail the values, in doubles, where that is all that can be said
 */
public record Tendency(Kind kind, BigDecimal value, double error, int evaluations, List<Double> trail) {
    public enum Kind {
        /** To a number. */
        NUMBER,
        PLUS_INFINITY,
        MINUS_INFINITY,
        /** Nowhere: between bounds that stay apart. */
        OSCILLATES,
        /** The function has no values there. */
        UNDEFINED,
        UNDECIDED
    }

    private static final int DEEPEST = 10;
    /**
     * From far to near. No dyadic numbers: on the way to infinity those are integers, where ⌊x⌋, sin(πx) and the like are special.
     */
    private static final List<Rational> AROUND = Stream.of(
                    new long[] {1009, 997},
                    new long[] {941, 1013},
                    new long[] {859, 1019},
                    new long[] {733, 991},
                    new long[] {647, 1009})
            .map(m -> new Rational(BigInteger.valueOf(m[0]), BigInteger.valueOf(m[1])))
            .toList();

    /** Rows of values that it takes to speak of oscillation. */
    private static final int ROWS = 6;

    private static final MathContext DIGITS = new MathContext(44);

    /** Values that agree to this are the limit's own digits. */
    private static final double SETTLED = 1e-24;

    private static final double EXTRAPOLATED = 1e-7;

    /** Above this many bits a value counts as beyond all numbers. */
    private static final long HUGE_BITS = 400;

    public static Tendency of(Approach approach) {
        Tendency deep = along(approach, true);
        // e^(e^x) has no value at 2^512, but a few at smaller numbers.
        return deep.kind == Kind.UNDECIDED || deep.kind == Kind.UNDEFINED ? better(deep, along(approach, false)) : deep;
    }

    private static Tendency better(Tendency first, Tendency second) {
        boolean decided = second.kind != Kind.UNDECIDED && second.kind != Kind.UNDEFINED;
        Tendency chosen = decided || first.kind == Kind.UNDEFINED ? second : first;
        return new Tendency(
                chosen.kind, chosen.value, chosen.error, first.evaluations + second.evaluations, chosen.trail);
    }

    private static Tendency along(Approach approach, boolean squared) {
        List<List<Precise>> rows = new ArrayList<>();
        int evaluations = 0;
        int undefined = 0;
        for (int k = 2; k < DEEPEST + (squared ? 0 : 6); k++) {
            List<Precise> row = new ArrayList<>();
            for (Rational m : approach.infinite() ? AROUND.reversed() : AROUND) {
                Precise value = approach.at(squared ? 1 << k : k + 1, m);
                evaluations++;
                if (value == Missing.UNDEFINED) {
                    undefined++;
                }
                if (!value.isDefined()) {
                    break;
                }
                row.add(value);
            }
            if (row.size() < AROUND.size()) {
                if (!rows.isEmpty()) {
                    break; // too large to be evaluated: what there is has to do
                }
                continue; // perhaps not near enough yet
            }
            rows.add(row);
        }
        if (rows.size() >= 2 && rows.size() < 4 && rows.getLast().stream().allMatch(v -> bits(v) > HUGE_BITS)) {
            Kind infinite = infinite(rows); // e^(e^x): two values say it all
            if (infinite != null) {
                return new Tendency(infinite, null, Double.NaN, evaluations, List.of());
            }
        }
        return rows.size() < 4
                ? new Tendency(
                        undefined > 2 && rows.isEmpty() ? Kind.UNDEFINED : Kind.UNDECIDED,
                        null,
                        Double.NaN,
                        evaluations,
                        trail(rows))
                : judge(rows, evaluations);
    }

    private static Tendency judge(List<List<Precise>> rows, int evaluations) {
        Kind infinite = infinite(rows);
        if (infinite != null) {
            return new Tendency(infinite, null, Double.NaN, evaluations, List.of());
        }
        List<List<BigDecimal>> values = new ArrayList<>();
        for (List<Precise> row : rows) {
            List<BigDecimal> decimals = new ArrayList<>();
            for (Precise value : row) {
                decimals.add(decimal(value));
            }
            if (decimals.contains(null)) {
                return new Tendency(Kind.UNDECIDED, null, Double.NaN, evaluations, trail(rows));
            }
            values.add(decimals);
        }
        List<BigDecimal> last = values.getLast();
        List<BigDecimal> before = values.get(values.size() - 2);
        BigDecimal value = last.getFirst();
        double scale = Math.max(1e-3, Math.abs(value.doubleValue()));
        double spread = spread(last);
        double change = Math.abs(value.subtract(before.getFirst()).doubleValue());
        if (Double.isFinite(scale) && spread <= SETTLED * scale && change <= Math.sqrt(SETTLED) * scale) {
            return new Tendency(Kind.NUMBER, value, Math.max(spread, change * change), evaluations, List.of());
        }
        if (values.size() >= ROWS && oscillates(values)) {
            return new Tendency(Kind.OSCILLATES, null, Double.NaN, evaluations, List.of());
        }
        return extrapolated(values, evaluations, trail(rows));
    }

    /** As spread at every distance, without going anywhere: half of the rows spread over a good part of all that is reached. */
    private static boolean oscillates(List<List<BigDecimal>> values) {
        List<BigDecimal> late = new ArrayList<>();
        List<Double> spreads = new ArrayList<>();
        double early = 0;
        for (int i = 0; i < values.size(); i++) {
            if (i >= values.size() / 2) {
                late.addAll(values.get(i));
                spreads.add(spread(values.get(i)));
            } else {
                early = Math.max(early, Math.abs(values.get(i).getFirst().doubleValue()));
            }
        }
        spreads.sort(Double::compare);
        double median = spreads.get(spreads.size() / 2);
        double range = spread(late);
        boolean wanders = median > 0.05 * range && range > 1e-6 && turns(late) >= late.size() / 4;
        return (wanders && range < 20 * Math.max(1e-3, early)) || crossesEverWider(values);
    }

    /** x·sin x: to both sides of zero at every distance, and ever further. */
    private static boolean crossesEverWider(List<List<BigDecimal>> values) {
        int half = values.size() / 2;
        long crossing = values.subList(half, values.size()).stream()
                .filter(row -> row.stream().anyMatch(v -> v.signum() > 0))
                .filter(row -> row.stream().anyMatch(v -> v.signum() < 0))
                .count();
        return crossing >= 2
                && width(values.getLast()).compareTo(width(values.get(half)).multiply(BigDecimal.valueOf(1000))) > 0;
    }

    /** How often the values, from far to near, change direction: never, where the function is monotonic. */
    private static int turns(List<BigDecimal> farToNear) {
        int turns = 0;
        for (int i = 2; i < farToNear.size(); i++) {
            int before = farToNear.get(i - 1).compareTo(farToNear.get(i - 2));
            int after = farToNear.get(i).compareTo(farToNear.get(i - 1));
            turns += before * after < 0 ? 1 : 0;
        }
        return turns;
    }

    private static double spread(List<BigDecimal> values) {
        return width(values).doubleValue();
    }

    private static BigDecimal width(List<BigDecimal> values) {
        BigDecimal least = values.stream().min(BigDecimal::compareTo).orElseThrow();
        BigDecimal most = values.stream().max(BigDecimal::compareTo).orElseThrow();
        return most.subtract(least);
    }

    /** Error terms halving from row to row, as 1/ln of the distance does, taken out one after the other. */
    private static Tendency extrapolated(List<List<BigDecimal>> values, int evaluations, List<Double> trail) {
        List<BigDecimal> column = new ArrayList<>();
        values.forEach(row -> column.add(row.getFirst()));
        BigDecimal previous = null;
        BigDecimal best = null;
        double error = Double.POSITIVE_INFINITY;
        BigDecimal power = BigDecimal.ONE;
        for (int order = 1; order < values.size(); order++) {
            power = power.multiply(BigDecimal.TWO);
            BigDecimal divisor = power.subtract(BigDecimal.ONE);
            for (int i = 0; i + order < values.size(); i++) {
                BigDecimal difference = column.get(i + 1).subtract(column.get(i));
                column.set(i, column.get(i + 1).add(difference.divide(divisor, DIGITS)));
            }
            BigDecimal estimate = column.get(values.size() - 1 - order);
            if (previous != null) {
                double change = Math.abs(estimate.subtract(previous).doubleValue());
                if (change < error) {
                    error = change;
                    best = estimate;
                }
            }
            previous = estimate;
        }
        boolean good = best != null && error <= EXTRAPOLATED * Math.max(1e-3, Math.abs(best.doubleValue()));
        return good
                ? new Tendency(Kind.NUMBER, best, 10 * error, evaluations, trail)
                : new Tendency(Kind.UNDECIDED, best, error, evaluations, trail);
    }

    private static List<Double> trail(List<List<Precise>> rows) {
        return rows.stream().map(row -> row.getFirst().doubleValue()).toList();
    }

    /** @return whether the last values come ever nearer to this number */
    boolean comesNearer(double limit) {
        return trail.size() >= 4
                && falls(trail.stream().map(v -> Math.abs(v - limit)).toList());
    }

    /** @return whether the last values grow, with this sign */
    boolean grows(boolean plus) {
        return trail.size() >= 2 && falls(trail.stream().map(v -> plus ? -v : v).toList());
    }

    private static boolean falls(List<Double> values) {
        for (int i = Math.max(1, values.size() - 3); i < values.size(); i++) {
            if (!(values.get(i) < values.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    private static Kind infinite(List<List<Precise>> rows) {
        int size = rows.size();
        Integer sign = rows.getLast().getFirst().sign();
        if (sign == null || sign == 0) {
            return null;
        }
        double ratio = Double.POSITIVE_INFINITY;
        for (int i = Math.max(1, size - 4); i < size; i++) {
            for (Precise value : rows.get(i)) {
                if (!sign.equals(value.sign())) {
                    return null;
                }
            }
            double growth = logarithm(rows.get(i).getFirst())
                    - logarithm(rows.get(i - 1).getFirst());
            ratio = Math.min(ratio, growth);
        }
        long bits = rows.getLast().stream().mapToLong(Tendency::bits).min().orElse(0);
        boolean grows =
                ratio > 0.35 && (bits > HUGE_BITS || logarithm(rows.getLast().getFirst()) > 5);
        return grows ? (sign > 0 ? Kind.PLUS_INFINITY : Kind.MINUS_INFINITY) : null;
    }

    private static long bits(Precise value) {
        return value.ball(64).magnitude();
    }

    /** To the base 2, of the modulus. */
    private static double logarithm(Precise value) {
        Ball ball = value.ball(64);
        long bits = ball.magnitude();
        return bits > 1000 || bits < -1000 ? bits : Math.log(Math.abs(ball.doubleValue())) / Math.log(2);
    }

    private static BigDecimal decimal(Precise value) {
        if (!value.ball(64).isZero() && value.ball(64).magnitude() < -2_000) {
            return BigDecimal.ZERO;
        }
        return value.decimal(DIGITS.getPrecision());
    }
}
