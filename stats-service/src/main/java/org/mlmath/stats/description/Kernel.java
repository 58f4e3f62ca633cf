package org.mlmath.stats.description;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.mlmath.numerics.sample.KernelShape;

/** The shape of the bump that stands for an observation. */
public enum Kernel {
    @JsonProperty("gaussian")
    GAUSSIAN(KernelShape.GAUSSIAN),
    @JsonProperty("epanechnikov")
    EPANECHNIKOV(KernelShape.EPANECHNIKOV),
    @JsonProperty("rectangular")
    RECTANGULAR(KernelShape.RECTANGULAR),
    @JsonProperty("triangular")
    TRIANGULAR(KernelShape.TRIANGULAR),
    @JsonProperty("biweight")
    BIWEIGHT(KernelShape.BIWEIGHT),
    @JsonProperty("cosine")
    COSINE(KernelShape.COSINE);

    private final KernelShape shape;

    Kernel(KernelShape shape) {
        this.shape = shape;
    }

    KernelShape shape() {
        return shape;
    }
}
