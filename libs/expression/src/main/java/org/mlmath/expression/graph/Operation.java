package org.mlmath.expression.graph;

/** What a node of a graph does with its operands. */
public enum Operation {
    CONSTANT,
    INPUT,
    ADD,
    SUBTRACT,
    MULTIPLY,
    /** Undefined where the divisor is zero. */
    DIVIDE,
    NEGATE,
    POWER,
    /** 1 or 0. */
    COMPARE,
    /** The second operand where the first is true, else the third; undefined where the first is. */
    SELECT,
    /** Of one or two operands. */
    FUNCTION,
    /** A sum or product whose bounds are known only when it is computed: from, to, and what its body reads. */
    LOOP
}
