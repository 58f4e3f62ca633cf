package org.mlmath.linalg.matrix.measure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which norm of a matrix. */
public enum NormKind {
    @JsonProperty("frobenius")
    FROBENIUS("√Σ|aᵢⱼ|²"),
    @JsonProperty("1")
    ONE("the largest column sum of moduli"),
    @JsonProperty("inf")
    INFINITY("the largest row sum of moduli"),
    @JsonProperty("2")
    TWO("the largest singular value"),
    @JsonProperty("nuclear")
    NUCLEAR("the sum of the singular values"),
    @JsonProperty("max")
    MAX("the largest modulus of an entry; not submultiplicative");

    private final String formula;

    NormKind(String formula) {
        this.formula = formula;
    }

    String formula() {
        return formula;
    }

    boolean needsSingularValues() {
        return this == TWO || this == NUCLEAR;
    }
}
