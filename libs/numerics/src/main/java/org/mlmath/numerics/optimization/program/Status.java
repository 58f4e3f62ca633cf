package org.mlmath.numerics.optimization.program;

/** What there is to be said of a program. */
public enum Status {
    /** There is a smallest value, and it is taken. */
    OPTIMAL,
    /** No point satisfies all constraints. */
    INFEASIBLE,
    /** There are points that satisfy all constraints with values as small as one likes. */
    UNBOUNDED
}
