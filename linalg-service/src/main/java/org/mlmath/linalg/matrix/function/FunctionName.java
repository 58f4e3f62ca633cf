package org.mlmath.linalg.matrix.function;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which function of a matrix. */
public enum FunctionName {
    @JsonProperty("exp")
    EXP,
    @JsonProperty("log")
    LOG,
    @JsonProperty("sqrt")
    SQRT,
    @JsonProperty("sin")
    SIN,
    @JsonProperty("cos")
    COS
}
