package org.mlmath.linalg.transformation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a linear map can be; it may be several of these. */
public enum TransformationKind {
    /** A = I. */
    @JsonProperty("identity")
    IDENTITY,
    /** A = 0. */
    @JsonProperty("zero")
    ZERO,
    /** A positive multiple of a rotation other than I: lengths change by one factor, see scaling. */
    @JsonProperty("rotation")
    ROTATION,
    /** A mirror in a line (of the plane) or a plane (of space), times a positive factor or factors along the axes: see scaling. */
    @JsonProperty("reflection")
    REFLECTION,
    /** A rotation followed by the mirror in the plane across its axis, up to a positive factor. */
    @JsonProperty("rotation-reflection")
    ROTATION_REFLECTION,
    /** −I, up to a positive factor or factors along the axes. */
    @JsonProperty("point-reflection")
    POINT_REFLECTION,
    /** Stretches along orthogonal directions, by positive factors that are not all 1; or combined with a rotation or reflection. */
    @JsonProperty("scaling")
    SCALING,
    /** A = I + uvᵀ with vᵀu = 0. */
    @JsonProperty("shear")
    SHEAR,
    /** A² = A. */
    @JsonProperty("projection")
    PROJECTION,
    /** A² = A = Aᵀ. */
    @JsonProperty("orthogonal-projection")
    ORTHOGONAL_PROJECTION,
    /** A² = I, neither a reflection across orthogonal directions nor I: a mirror seen askew. */
    @JsonProperty("involution")
    INVOLUTION,
    /** Not invertible, and not a projection. */
    @JsonProperty("singular")
    SINGULAR,
    /** None of these. */
    @JsonProperty("general")
    GENERAL
}
