package org.mlmath.numerics.linear;

/**
 * A[permutation] = L·U of an m×n matrix, k = min(m, n).
 *
 * @param permutation the row of A that stands at each place
 * @param l m×k, 1 on the diagonal, 0 above, nothing larger than 1 below
 * @param u k×n, 0 below the diagonal
 * @param rcond an estimate, at most a small factor too large, of 1/(‖A‖₁·‖A⁻¹‖₁), 0 for a singular matrix; NaN where A is not square
 */
public record LuTriangles(int[] permutation, Matrix l, Matrix u, double rcond) {

    /** @return det A of a square A, which may overflow: the product of the diagonal of U, with the sign of the permutation */
    public double determinant() {
        double product = 1;
        boolean[] seen = new boolean[permutation.length];
        for (int start = 0; start < seen.length; start++) {
            product *= u.get(start, start);
            int length = 0;
            for (int at = start; !seen[at]; at = permutation[at]) {
                seen[at] = true;
                length++;
            }
            product = length > 0 && length % 2 == 0 ? -product : product; // an even cycle is an odd permutation
        }
        return product;
    }
}
