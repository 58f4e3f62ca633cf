package org.mlmath.stats.bayes.mcmc;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.mlmath.numerics.mcmc.SamplerKind;

/** The samplers, as on the wire. */
enum SamplerName {
    @JsonProperty("nuts")
    NUTS(SamplerKind.NUTS),
    @JsonProperty("hmc")
    HMC(SamplerKind.HMC),
    @JsonProperty("metropolis")
    METROPOLIS(SamplerKind.METROPOLIS);

    private final SamplerKind kind;

    SamplerName(SamplerKind kind) {
        this.kind = kind;
    }

    SamplerKind kind() {
        return kind;
    }
}
