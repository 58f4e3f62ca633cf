package org.mlmath.calculus.equivalence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.calculus.equivalence.EquivalentResult.Values;
import org.mlmath.calculus.equivalence.Probe.Outcome;
import org.mlmath.expression.precision.Precise;
import org.mlmath.expression.precision.Precise.Exact;
import org.mlmath.expression.precision.Precise.Missing;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.exact.Rational;

/** What is said about a comparison: the working, and a counterexample in numbers and words. */
final class Report {
    /** Digits of values that doubles tell apart. */
    private static final int SHORT = 15;

    private static final int LONGEST = 1000;

    private final List<Step> steps = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    List<Step> steps() {
        return steps;
    }

    List<Warning> warnings() {
        return warnings;
    }

    void step(String kind, String title, String detail, String latex, Object value) {
        steps.add(new Step(kind, title, detail, latex, value));
    }

    void warn(String code, String detail, String pointer) {
        if (warnings.stream().noneMatch(warning -> warning.code().equals(code))) {
            warnings.add(new Warning(code, detail, pointer));
        }
    }

    static Map<String, Double> point(Outcome outcome) {
        Map<String, Double> point = new TreeMap<>();
        outcome.point().forEach((name, value) -> point.put(name, value.doubleValue()));
        return point;
    }

    static Values values(Outcome outcome) {
        Map<String, String> exact = new TreeMap<>();
        outcome.point().forEach((name, value) -> {
            if (!Rational.of(value.doubleValue()).equals(value)) {
                exact.put(name, value.toString());
            }
        });
        return new Values(number(outcome.a()), number(outcome.b()), detail(outcome), exact.isEmpty() ? null : exact);
    }

    /** @return the nearest double, null where there is none */
    static Double number(Precise value) {
        double nearest = value.doubleValue();
        return Double.isFinite(nearest) ? (Double) nearest : null;
    }

    static String place(Outcome outcome) {
        if (outcome.point().isEmpty()) {
            return "";
        }
        List<String> coordinates = new ArrayList<>();
        new TreeMap<>(outcome.point()).forEach((name, value) -> coordinates.add(name + " = " + text(value)));
        return String.join(", ", coordinates);
    }

    private static String text(Rational value) {
        double nearest = value.doubleValue();
        return !value.isInteger() && Rational.of(nearest).equals(value)
                ? new BigDecimal(Double.toString(nearest)).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    static String detail(Outcome outcome) {
        return switch (outcome.kind()) {
            case ONLY_A -> "a = " + digits(outcome.a(), SHORT) + ", b is undefined";
            case ONLY_B -> "a is undefined, b = " + digits(outcome.b(), SHORT);
            default -> {
                int digits = SHORT;
                while (digits < LONGEST && digits(outcome.a(), digits).equals(digits(outcome.b(), digits))) {
                    digits = digits * 3 / 2;
                }
                yield "a = " + digits(outcome.a(), digits) + ", b = " + digits(outcome.b(), digits);
            }
        };
    }

    private static String digits(Precise value, int digits) {
        if (value == Missing.UNDEFINED) {
            return "undefined";
        }
        if (value instanceof Exact(Rational number) && number.toString().length() <= digits) {
            return number.toString();
        }
        BigDecimal decimal = value.decimal(digits);
        if (decimal == null) {
            return value.ball(64).toString();
        }
        BigDecimal stripped = decimal.stripTrailingZeros();
        int size = stripped.precision() - stripped.scale();
        return size > -7 && size <= Math.max(21, digits) ? stripped.toPlainString() : stripped.toString();
    }
}
