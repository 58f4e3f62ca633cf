package org.mlmath.kit.work;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A request that can say what it costs. Asked after Bean Validation has passed, before any work is done. */
public interface Costed {
    @JsonIgnore
    Cost cost();
}
