/**
 * Points as callers give them: an object by variable name or a vector in the order of the variables, coordinates being numbers or
 * constant expressions; and intervals. Start at {@link org.mlmath.calculus.point.Point}.
 */
package org.mlmath.calculus.point;
