package org.mlmath.numerics.linear;

import org.mlmath.numerics.DidNotConvergeException;

/**
 * What a numerical library does for us: the dense factorisations and the product, on finite row-major matrices of any scale.
 *
 * <p>A kernel is stateless and thread-safe, leaves its arguments unmodified and hands out fresh arrays. It promises backward
 * stability (residuals of a small multiple of n·ε relative to the matrix's norm) for entries from 1e-300 to 1e300, and says so when
 * it cannot keep the promise: {@link DidNotConvergeException}, never a wrong factor. Signs and order are the library's, but singular
 * values descend and symmetric eigenvalues ascend; conventions are fixed above.
 */
public interface Kernel {
    /** Which singular vectors are wanted. */
    enum Vectors {
        NONE,
        THIN,
        FULL
    }

    /** @return library and version, for diagnostics: {@code "openblas 0.3.31"} */
    String name();

    /** @return what operations cost on this kernel */
    KernelCost cost();

    /** @return a·b; sums run in an order that depends on the shapes, the error is at most k·ε·|a|·|b| for k inner terms */
    default Matrix multiply(Matrix a, Matrix b) {
        return multiply(a, false, b, false);
    }

    /** @return op(a)·op(b) where op(x) is xᵀ if asked for and else x; as {@link #multiply(Matrix, Matrix)} */
    Matrix multiply(Matrix a, boolean transposeA, Matrix b, boolean transposeB);

    /**
     * @param lower whether a has zeros above its diagonal; otherwise it has them below
     * @return op(a)·b as {@link #multiply(Matrix, boolean, Matrix, boolean)}, at up to half of the cost
     */
    default Matrix multiplyTriangle(Matrix a, boolean lower, boolean transposeA, Matrix b) {
        return multiply(a, transposeA, b, false);
    }

    /** @return aᵀ·a, exactly symmetric, at about half of the product's cost; errors as for {@link #multiply} */
    Matrix gram(Matrix a);

    /**
     * Adds aᵀ·a to a sum of such: data in parts, none of which need leave the cache.
     *
     * @param upper n×n for n columns, of which what is on and above the diagonal is added to
     */
    void addGram(Matrix a, double[] upper);

    /**
     * A = U·diag(σ)·Vᵀ.
     *
     * @throws DidNotConvergeException if the iteration fails
     */
    SvdFactors svd(Matrix a, Vectors vectors);

    /**
     * A = Z·diag(w)·Zᵀ for symmetric A, of which only the upper triangle is read.
     *
     * @throws DidNotConvergeException if the iteration fails
     */
    SymmetricEigenFactors symmetricEigen(Matrix a, boolean vectors);

    /**
     * Eigenvalues and right eigenvectors of a square real matrix, balanced first. Conjugate pairs are neighbours, positive imaginary
     * part first.
     *
     * @throws DidNotConvergeException if the iteration fails
     */
    EigenFactors eigen(Matrix a, boolean vectors);

    /**
     * A[:, p] = Q·R by Householder reflections.
     *
     * @param full whether Q is m×m (and R m×n) rather than m×k (and R k×n), k = min(m, n)
     * @param pivoting whether columns are exchanged so that the diagonal of R falls
     */
    QrFactors qr(Matrix a, boolean full, boolean pivoting);

    /** P·A = L·U with partial pivoting, of a square matrix. */
    LuFactors lu(Matrix a);

    /**
     * A⁻¹ of a square matrix by LU with partial pivoting, with a small residual A·X − I; beside 2n³ operations next to nothing, where
     * solving for the identity takes a third more.
     */
    InverseFactors inverse(Matrix a);

    /** A[p] = L·U with partial pivoting, of a matrix of any shape; a column without a pivot leaves 0 on the diagonal of U. */
    LuTriangles luTriangles(Matrix a);

    /**
     * A = L·Lᵀ of a symmetric matrix, of which only the lower triangle is read.
     *
     * @throws org.mlmath.numerics.NotPositiveDefiniteException if a pivot is not positive; {@code leadingMinor} is its order
     */
    CholeskyFactors cholesky(Matrix a);

    /** A[p][:, p] = L·D·Lᵀ of a symmetric matrix by Bunch and Kaufman's pivots of order 1 and 2, searched like a rook moves. */
    LdlFactors ldl(Matrix a);

    /**
     * A = Z·T·Zᵀ of a square matrix, with the eigenvalues in the order in which the iteration finds them.
     *
     * @throws DidNotConvergeException if the iteration fails
     */
    default SchurFactors schur(Matrix a) {
        return schur(a, EigenvalueSelection.NONE);
    }

    /**
     * A = Z·T·Zᵀ of a square matrix, with the selected eigenvalues at the top of T, as far as these and the others can be told apart:
     * the factors are right in any case, the order is to be judged by T.
     *
     * @throws DidNotConvergeException if the iteration fails
     */
    SchurFactors schur(Matrix a, EigenvalueSelection first);

    /** A = Q·H·Qᵀ of a square matrix, by Householder reflections. */
    HessenbergFactors hessenberg(Matrix a);

    /**
     * The X of least Frobenius norm among those that minimise ‖A·X − B‖, by the singular value decomposition.
     *
     * @param rcond singular values at or below rcond·σ₁ count as zero
     */
    LeastSquaresSolution leastSquares(Matrix a, Matrix b, double rcond);
}
