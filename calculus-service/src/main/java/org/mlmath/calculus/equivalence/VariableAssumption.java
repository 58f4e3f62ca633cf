package org.mlmath.calculus.equivalence;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.mlmath.expression.Relation;

/** What is known of a variable. */
public enum VariableAssumption {
    @JsonProperty("real")
    REAL(null, false),
    @JsonProperty("positive")
    POSITIVE(Relation.GREATER, false),
    @JsonProperty("negative")
    NEGATIVE(Relation.LESS, false),
    @JsonProperty("nonnegative")
    NONNEGATIVE(Relation.GREATER_OR_EQUAL, false),
    @JsonProperty("nonpositive")
    NONPOSITIVE(Relation.LESS_OR_EQUAL, false),
    @JsonProperty("nonzero")
    NONZERO(Relation.NOT_EQUAL, false),
    @JsonProperty("integer")
    INTEGER(null, true),
    @JsonProperty("positive-integer")
    POSITIVE_INTEGER(Relation.GREATER, true),
    @JsonProperty("nonnegative-integer")
    NONNEGATIVE_INTEGER(Relation.GREATER_OR_EQUAL, true);

    private final Relation toZero;
    private final boolean integer;

    VariableAssumption(Relation toZero, boolean integer) {
        this.toZero = toZero;
        this.integer = integer;
    }

    /** @return how the variable stands to 0, null where that is open */
    public Relation toZero() {
        return toZero;
    }

    boolean integer() {
        return integer;
    }
}
