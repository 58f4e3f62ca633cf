package org.mlmath.expression.taylor;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that depends on the variables, with the terms of its series as far as they are known.
 */
final class Quantity {
    /** What it is made by. */
    enum Kind {
        CONSTANT,
        VARIABLE,
        ADD,
        NEGATE,
        MULTIPLY,
        /** Undefined where the divisor is zero at the point. */
        DIVIDE,
        /** As the caller wrote it: where both sides vanish at the point, the continuous extension. */
        DIVIDE_CONTINUED,
        /** By a constant that is no integer. */
        POWER,
        /** Base, exponent, and exponent·ln(base). */
        GENERAL_POWER,
        CALL,
        COMPARE,
        SELECT
    }

    final Kind kind;

    /** A constant's value, a variable's index, the function, the relation. */
    final Object detail;

    final List<Quantity> operands;

    /** The terms of degree 0, 1, … */
    final List<Form> terms = new ArrayList<>();

    /** Of a call, its derivatives by each operand; null: not yet asked for. */
    final Quantity[] partials;

    Quantity(Kind kind, Object detail, List<Quantity> operands) {
        this.kind = kind;
        this.detail = detail;
        this.operands = operands;
        this.partials = new Quantity[kind == Kind.CALL ? operands.size() : 0];
    }

    boolean isConstant() {
        return kind == Kind.CONSTANT;
    }

    Scalar constant() {
        return (Scalar) detail;
    }
}
