package org.mlmath.calculus.equivalence;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum Verdict {
    @JsonProperty("equivalent")
    EQUIVALENT,
    @JsonProperty("different")
    DIFFERENT,
    @JsonProperty("undetermined")
    UNDETERMINED
}
