/**
 * Values of expressions over grids, for pictures: curves, surfaces, contours. Axes in the order of the variables, {@code
 * values[i][j]} at {@code axes[0][i]}, {@code axes[1][j]}; undefined values are NaN. Start at
 * {@link org.mlmath.calculus.sample.SampleResource}; {@link org.mlmath.calculus.sample.Curve} follows a curve with poles and jumps.
 */
package org.mlmath.calculus.sample;
