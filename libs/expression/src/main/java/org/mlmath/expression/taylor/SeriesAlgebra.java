package org.mlmath.expression.taylor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.differentiate.Algebra;
import org.mlmath.expression.differentiate.PartialDerivatives;
import org.mlmath.expression.taylor.Quantity.Kind;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.Rational;

/**
 * Arithmetic on power series about a point, term by term.
 *
 * <p>The term of degree k is a form in the distances from the point. With Euler's operator E = Σ xᵢ ∂/∂xᵢ, which multiplies a form by its
 * degree, the chain rule E f(a) = f′(a)·E a gives k·bₖ = Σ j·aⱼ·dₖ₋ⱼ for b = f(a) and d = f′(a): a term of b needs those of d only up to
 * degree k − 1, so the table of derivatives is all there is to know about functions. Source: Griewank and Walther, <i>Evaluating
 * Derivatives</i>, 2nd ed., ch. 13.
 */
final class SeriesAlgebra implements Algebra<Quantity> {
    private static final int QUANTITIES = 50_000;

    /** Common zeros of numerator and denominator that are divided out. */
    private static final int COMMON_ZEROS = 24;

    private record Key(Kind kind, Object detail, List<Quantity> operands) {}

    private final Map<Key, Quantity> known = new HashMap<>();
    private final Scalar[] point;
    private final int bits;
    private final Deadline deadline;
    private boolean continued;

    /**
     * @param point one coordinate per variable
     * @param bits of a power, in what stands for a product of powers
     */
    SeriesAlgebra(Scalar[] point, int bits, Deadline deadline) {
        this.point = point;
        this.bits = bits;
        this.deadline = deadline;
    }

    /** @return whether a zero was divided out: the function has no value at the point itself */
    boolean continued() {
        return continued;
    }

    Quantity variable(int index) {
        return quantity(Kind.VARIABLE, index);
    }

    Quantity number(Scalar value) {
        return quantity(Kind.CONSTANT, value);
    }

    @Override
    public Quantity number(double value) {
        return number(Double.isFinite(value) ? Scalar.of(Rational.of(value)) : Scalar.rounded(value));
    }

    @Override
    public Quantity constant(Constant constant) {
        return number(Scalar.rounded(constant.value()));
    }

    @Override
    public Quantity negate(Quantity a) {
        return a.isConstant() ? number(a.constant().negate()) : quantity(Kind.NEGATE, null, a);
    }

    @Override
    public Quantity add(Quantity a, Quantity b) {
        if (a.isConstant() && b.isConstant()) {
            return number(a.constant().plus(b.constant()));
        }
        if (a.isConstant() && a.constant().isZero()) {
            return b;
        }
        return b.isConstant() && b.constant().isZero() ? a : quantity(Kind.ADD, null, a, b);
    }

    @Override
    public Quantity multiply(Quantity a, Quantity b) {
        if (a.isConstant() && b.isConstant()) {
            return number(a.constant().times(b.constant()));
        }
        if (a.isConstant() && a.constant().isOne()) {
            return b;
        }
        return b.isConstant() && b.constant().isOne() ? a : quantity(Kind.MULTIPLY, null, a, b);
    }

    @Override
    public Quantity divide(Quantity a, Quantity b) {
        return b.isConstant() && b.constant().isOne() ? a : quantity(Kind.DIVIDE, null, a, b);
    }

    /** As {@link #divide}, but where both sides vanish at the point, their common zeros are divided out. */
    Quantity divideContinued(Quantity a, Quantity b) {
        return b.isConstant() ? divide(a, b) : quantity(Kind.DIVIDE_CONTINUED, null, a, b);
    }

    @Override
    public Quantity power(Quantity base, Quantity exponent) {
        if (exponent.isConstant()) {
            Rational exact = exponent.constant().exact();
            if (exact != null && exact.isInteger() && exact.numerator().bitLength() < 31) {
                int n = exact.numerator().intValue();
                return n < 0 ? divide(number(1), integerPower(base, -n)) : integerPower(base, n);
            }
            return quantity(Kind.POWER, null, base, exponent);
        }
        if (base.isConstant() && base.constant().value() == Math.E) {
            return apply(Function.EXP, exponent);
        }
        return quantity(Kind.GENERAL_POWER, null, base, exponent, multiply(exponent, apply(Function.LN, base)));
    }

    /** By squaring. */
    private Quantity integerPower(Quantity base, int n) {
        if (n == 0) {
            return number(1);
        }
        if (n == 1) {
            return base;
        }
        Quantity half = integerPower(base, n / 2);
        Quantity square = multiply(half, half);
        return n % 2 == 0 ? square : multiply(square, base);
    }

    @Override
    public Quantity call(Function function, List<Quantity> arguments) {
        return quantity(Kind.CALL, function, arguments.toArray(Quantity[]::new));
    }

    @Override
    public Quantity compare(Quantity a, Relation relation, Quantity b) {
        return quantity(Kind.COMPARE, relation, a, b);
    }

    @Override
    public Quantity select(Quantity condition, Quantity then, Quantity otherwise) {
        return quantity(Kind.SELECT, null, condition, then, otherwise);
    }

    @Override
    public Quantity oneMinusSquare(Quantity a) {
        return multiply(subtract(number(1), a), add(number(1), a));
    }

    private Quantity quantity(Kind kind, Object detail, Quantity... operands) {
        List<Quantity> list = List.of(operands);
        return known.computeIfAbsent(new Key(kind, detail, list), _ -> {
            if (known.size() >= QUANTITIES) {
                LimitExceededException e = new LimitExceededException(
                        "The expansion takes more than %,d intermediate series.".formatted(QUANTITIES));
                e.with("limit", QUANTITIES);
                throw e;
            }
            return new Quantity(kind, detail, list);
        });
    }

    /** @return the term of that degree; coefficients that do not exist are NaN */
    Form term(Quantity quantity, int degree) {
        while (quantity.terms.size() <= degree) {
            deadline.check();
            int next = quantity.terms.size();
            Form term = compute(quantity, next);
            if (quantity.terms.size() == next) {
                quantity.terms.add(term);
            }
        }
        return quantity.terms.get(degree);
    }

    private Form compute(Quantity quantity, int k) {
        List<Quantity> operands = quantity.operands;
        return switch (quantity.kind) {
            case CONSTANT -> k == 0 ? Form.constant(quantity.constant()) : Form.ZERO;
            case VARIABLE -> {
                int index = (Integer) quantity.detail;
                yield k == 0
                        ? Form.constant(point[index])
                        : k == 1 ? Form.of(1L << (bits * index), Scalar.ONE) : Form.ZERO;
            }
            case ADD -> term(operands.get(0), k).plus(term(operands.get(1), k));
            case NEGATE -> term(operands.getFirst(), k).negate();
            case MULTIPLY -> product(operands.get(0), operands.get(1), k);
            case DIVIDE -> quotient(quantity, k, 0);
            case DIVIDE_CONTINUED -> quotient(quantity, k, commonZeros(operands.get(0), operands.get(1)));
            case POWER -> constantPower(quantity, k);
            case GENERAL_POWER ->
                k == 0
                        ? Form.constant(scalar(operands.get(0)).power(scalar(operands.get(1))))
                        : byEuler(k, operands.get(2), quantity);
            case CALL -> call(quantity, k);
            case COMPARE ->
                k == 0
                        ? Form.constant(Scalar.of((long) ((Relation) quantity.detail)
                                .of(
                                        scalar(operands.get(0)).value(),
                                        scalar(operands.get(1)).value())))
                        : Form.ZERO;
            case SELECT -> {
                double condition = scalar(operands.getFirst()).value();
                yield condition != condition
                        ? Form.constant(Scalar.rounded(Double.NaN))
                        : term(operands.get(condition != 0 ? 1 : 2), k);
            }
        };
    }

    private Scalar scalar(Quantity quantity) {
        return term(quantity, 0).scalar();
    }

    private Form product(Quantity a, Quantity b, int k) {
        if (k == 0) {
            return Form.constant(scalar(a).times(scalar(b))); // unlike forms, zero does not outdo what is undefined
        }
        Form.Sum sum = new Form.Sum();
        for (int j = 0; j <= k; j++) {
            sum.addProduct(term(a, j), term(b, k - j));
        }
        return sum.form();
    }

    /** @param shift how many zeros are divided out on both sides; more than 0 for one variable only */
    private Form quotient(Quantity quantity, int k, int shift) {
        Quantity a = quantity.operands.get(0);
        Quantity b = quantity.operands.get(1);
        Form.Sum sum = new Form.Sum();
        sum.add(lowered(term(a, k + shift), shift));
        for (int j = 1; j <= k; j++) {
            sum.addProduct(Scalar.of(-1), lowered(term(b, j + shift), shift), term(quantity, k - j));
        }
        Scalar divisor = lowered(term(b, shift), shift).scalar();
        Form numerator = sum.form();
        return divisor.isZero() || Double.isNaN(divisor.value())
                ? Form.constant(Scalar.rounded(Double.NaN))
                : numerator.dividedBy(divisor);
    }

    private static Form lowered(Form form, int shift) {
        if (shift == 0) {
            return form;
        }
        Form.Sum sum = new Form.Sum();
        form.coefficients().forEach((powers, coefficient) -> sum.add(Form.of(powers - shift, coefficient)));
        return sum.form();
    }

    /** @return the multiplicity of the denominator's zero if the numerator has it too, else 0 */
    private int commonZeros(Quantity a, Quantity b) {
        if (point.length != 1 || !scalar(b).isZero()) {
            return 0;
        }
        for (int k = 0; k < COMMON_ZEROS; k++) {
            if (!term(b, k).isZero()) {
                continued |= k > 0;
                return k;
            }
            if (!term(a, k).isZero()) {
                return 0;
            }
        }
        return 0;
    }

    /** k·a₀·bₖ = Σ (r·j − (k − j))·aⱼ·bₖ₋ⱼ for b = aʳ. */
    private Form constantPower(Quantity quantity, int k) {
        Quantity base = quantity.operands.get(0);
        Scalar exponent = quantity.operands.get(1).constant();
        Scalar start = scalar(base);
        if (k == 0) {
            return Form.constant(start.power(exponent));
        }
        if (start.isZero()) {
            return Form.constant(Scalar.rounded(Double.NaN));
        }
        Form.Sum sum = new Form.Sum();
        for (int j = 1; j <= k; j++) {
            Scalar factor = exponent.times(Scalar.of(j)).plus(Scalar.of(j - (long) k));
            sum.addProduct(factor, term(base, j), term(quantity, k - j));
        }
        return sum.form().dividedBy(start.times(Scalar.of(k)));
    }

    private Form call(Quantity quantity, int k) {
        Function function = (Function) quantity.detail;
        List<Quantity> operands = quantity.operands;
        if (k == 0) {
            return Form.constant(
                    Scalar.call(function, operands.stream().map(this::scalar).toList()));
        }
        Form total = Form.ZERO;
        for (int i = 0; i < operands.size(); i++) {
            if (!operands.get(i).isConstant()) {
                if (quantity.partials[i] == null) {
                    Quantity partial = PartialDerivatives.of(this, function, operands, quantity, i);
                    quantity.partials[i] = partial == null ? number(0) : partial;
                }
                total = total.plus(byEuler(k, operands.get(i), quantity.partials[i]));
            }
        }
        return total;
    }

    /** @return (1/k)·Σ j·aⱼ·dₖ₋ⱼ */
    private Form byEuler(int k, Quantity a, Quantity d) {
        Form.Sum sum = new Form.Sum();
        for (int j = 1; j <= k; j++) {
            sum.addProduct(Scalar.of(j), term(a, j), term(d, k - j));
        }
        return sum.form().dividedBy(Scalar.of(k));
    }
}
