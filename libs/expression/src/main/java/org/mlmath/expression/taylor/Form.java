package org.mlmath.expression.taylor;

import java.util.HashMap;
import java.util.Map;

/**
 * A form: a polynomial whose terms all have the same degree. Each product of powers is one number, a few bits per exponent, so that
 * multiplying two is adding two.
 */
final class Form {
    static final Form ZERO = new Form(Map.of());

    private final Map<Long, Scalar> coefficients;

    private Form(Map<Long, Scalar> coefficients) {
        this.coefficients = coefficients;
    }

    static Form of(long powers, Scalar coefficient) {
        return coefficient.isZero() ? ZERO : new Form(Map.of(powers, coefficient));
    }

    static Form constant(Scalar value) {
        return of(0, value);
    }

    /** @return the number that a form of degree 0 is */
    Scalar scalar() {
        return coefficient(0);
    }

    Scalar coefficient(long powers) {
        return coefficients.getOrDefault(powers, Scalar.ZERO);
    }

    boolean isZero() {
        return coefficients.isEmpty();
    }

    boolean isFinite() {
        return coefficients.values().stream().allMatch(coefficient -> Double.isFinite(coefficient.value()));
    }

    Map<Long, Scalar> coefficients() {
        return coefficients;
    }

    Form negate() {
        return scaled(Scalar.of(-1));
    }

    Form plus(Form other) {
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        Sum sum = new Sum();
        sum.add(this);
        sum.add(other);
        return sum.form();
    }

    Form scaled(Scalar factor) {
        Sum sum = new Sum();
        coefficients.forEach((powers, coefficient) -> sum.add(powers, coefficient.times(factor)));
        return sum.form();
    }

    Form dividedBy(Scalar divisor) {
        Sum sum = new Sum();
        coefficients.forEach((powers, coefficient) -> sum.add(powers, coefficient.dividedBy(divisor)));
        return sum.form();
    }

    /** A sum under construction: of forms of one degree. */
    static final class Sum {
        private final Map<Long, Scalar> coefficients = new HashMap<>();

        void add(Form form) {
            form.coefficients.forEach(this::add);
        }

        void addProduct(Form a, Form b) {
            addProduct(Scalar.ONE, a, b);
        }

        /** Adds factor·a·b. */
        void addProduct(Scalar factor, Form a, Form b) {
            if (a.isZero() || b.isZero() || factor.isZero()) {
                return;
            }
            a.coefficients.forEach((p, c) -> {
                Scalar scaled = factor.isOne() ? c : c.times(factor);
                b.coefficients.forEach((q, d) -> add(p + q, scaled.times(d)));
            });
        }

        private void add(long powers, Scalar coefficient) {
            coefficients.merge(powers, coefficient, Scalar::plus);
        }

        Form form() {
            coefficients.values().removeIf(Scalar::isZero);
            return coefficients.isEmpty() ? ZERO : new Form(coefficients);
        }
    }
}
