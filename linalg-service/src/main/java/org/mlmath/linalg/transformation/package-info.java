/**
 * Linear maps of the plane and of space, as pictures show them: applied to points, built from named steps, described, and seen from
 * another basis.
 *
 * <p>Points are rows on the wire and columns in the mathematics: x ↦ M·x + t. Angles are in radians and turn counter-clockwise; in
 * space they follow the right-hand rule. A homogeneous matrix has (0, …, 0, 1) as its last row.
 *
 * <p>Start reading at {@link org.mlmath.linalg.transformation.TransformationDescription}.
 */
package org.mlmath.linalg.transformation;
