package org.mlmath.linalg.elimination;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The elementary row operations. */
public enum RowOperationKind {
    @JsonProperty("swap")
    SWAP("swap", true, false),
    @JsonProperty("scale")
    SCALE("scale", false, true),
    @JsonProperty("add-multiple")
    ADD_MULTIPLE("add-multiple", true, true);

    private final String wireName;
    private final boolean needsOther;
    private final boolean needsFactor;

    RowOperationKind(String wireName, boolean needsOther, boolean needsFactor) {
        this.wireName = wireName;
        this.needsOther = needsOther;
        this.needsFactor = needsFactor;
    }

    String wireName() {
        return wireName;
    }

    /** Whether it takes a second row. */
    boolean needsOther() {
        return needsOther;
    }

    boolean needsFactor() {
        return needsFactor;
    }
}
