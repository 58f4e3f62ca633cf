package org.mlmath.linalg.transformation;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.numerics.linear.Matrix;

/** What is drawn to show a map: lines of the plane, edges of the unit cube. */
final class LatticeGrid {
    private static final int REACH = 3;
    private static final int LINES = 2 * REACH + 1;

    private LatticeGrid() {}

    /** @return the end points of the lines x = −3 … 3, then of y = −3 … 3 */
    static Matrix plane() {
        double[] points = new double[8 * LINES];
        for (int line = 0; line < LINES; line++) {
            for (int end = 0; end < 2; end++) {
                double along = end == 0 ? -REACH : REACH;
                double[] vertical = {line - REACH, along};
                double[] horizontal = {along, line - REACH};
                System.arraycopy(vertical, 0, points, 4 * line + 2 * end, 2);
                System.arraycopy(horizontal, 0, points, 4 * (LINES + line) + 2 * end, 2);
            }
        }
        return new Matrix(4 * LINES, 2, points);
    }

    /** @return the corners; the bits of their index, from the highest, are x, y and z */
    static Matrix cube() {
        double[] points = new double[24];
        for (int corner = 0; corner < 8; corner++) {
            for (int j = 0; j < 3; j++) {
                points[3 * corner + j] = corner >> (2 - j) & 1;
            }
        }
        return new Matrix(8, 3, points);
    }

    static int[][] segments(int dimension) {
        List<int[]> segments = new ArrayList<>();
        if (dimension == 2) {
            for (int line = 0; line < 2 * LINES; line++) {
                segments.add(new int[] {2 * line, 2 * line + 1});
            }
        } else {
            for (int corner = 0; corner < 8; corner++) {
                for (int bit = 4; bit > 0; bit /= 2) {
                    if ((corner & bit) == 0) {
                        segments.add(new int[] {corner, corner | bit});
                    }
                }
            }
        }
        return segments.toArray(int[][]::new);
    }
}
