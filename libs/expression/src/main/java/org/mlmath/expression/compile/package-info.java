/**
 * Expressions as functions of vectors, for optimisers and grids: {@link org.mlmath.expression.compile.ExpressionFunction}. Short
 * jobs run on a tape; long ones as bytecode, which gives the same numbers bit for bit.
 */
package org.mlmath.expression.compile;
