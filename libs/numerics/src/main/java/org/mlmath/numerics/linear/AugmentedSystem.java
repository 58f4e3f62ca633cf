package org.mlmath.numerics.linear;

/**
 * The least squares problem as one symmetric system, R + M·X = P and Mᵀ·R − λ·X = Q, with M of full column rank or λ positive.
 *
 * <p>Q = 0 makes X the solution of min ‖M·X − P‖² + λ‖X‖² and R its residual; P = 0 makes R the shortest solution of Mᵀ·R = Q. Solved
 * with the singular value decomposition of M and refined with residuals in twice the precision, which makes both unknowns right to the
 * last digits while the condition of M is below 1/ε. Source: Björck, <i>Iterative refinement of linear least squares solutions I</i>,
 * BIT 7 (1967).
 */
final class AugmentedSystem {
    private static final int MOST_ROUNDS = 10;
    private static final double NEGLIGIBLE = 4 * Math.ulp(1.0);

    private final Matrix matrix;
    private final Matrix transposed;
    private final SvdFactors svd;
    private final double root;
    private final double lambda;
    private Matrix x;
    private Matrix r;

    /**
     * @param m with no fewer rows than columns
     * @param svd of m
     * @param root √λ
     */
    AugmentedSystem(Matrix m, SvdFactors svd, double root, double lambda) {
        this.matrix = m;
        this.transposed = m.transpose();
        this.svd = svd;
        this.root = root;
        this.lambda = lambda;
    }

    Matrix x() {
        return x;
    }

    Matrix r() {
        return r;
    }

    /** @param wantsX which of the unknowns is the answer, whose corrections decide when to stop */
    void solve(Matrix p, Matrix q, boolean wantsX) {
        Matrix[] first = approximate(p, q);
        x = first[0];
        r = first[1];
        if ((long) matrix.values().length * p.columns() > Residual.AFFORDABLE) {
            return;
        }
        double last = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && last > NEGLIGIBLE; round++) {
            Matrix f = Residual.of(matrix, x, p, 1, r);
            Matrix g = Residual.of(transposed, r, q, -lambda, x);
            Matrix[] correction = approximate(f, g);
            double size = wantsX ? relative(correction[0], x) : relative(correction[1], r);
            if (!(size < last / 2)) {
                return;
            }
            x = sum(x, correction[0]);
            r = sum(r, correction[1]);
            last = size;
        }
    }

    /** @return X and R */
    private Matrix[] approximate(Matrix p, Matrix q) {
        Kernel kernel = Kernels.current();
        double[] sigma = svd.singularValues();
        int columns = p.columns();
        Matrix along = kernel.multiply(svd.u().transpose(), p);
        Matrix shares = kernel.multiply(svd.vt(), q);
        double[] forX = new double[sigma.length * columns];
        double[] forR = new double[sigma.length * columns];
        for (int i = 0; i < sigma.length; i++) {
            double h = Math.hypot(sigma[i], root); // its square may overflow or vanish
            for (int k = 0; k < columns; k++) {
                double c = along.get(i, k);
                double d = shares.get(i, k) / h;
                forX[i * columns + k] = (sigma[i] / h * c - d) / h;
                forR[i * columns + k] = (root / h) * (root / h) * c + sigma[i] / h * d - c;
            }
        }
        Matrix solution = kernel.multiply(svd.vt().transpose(), new Matrix(sigma.length, columns, forX));
        Matrix rest = kernel.multiply(svd.u(), new Matrix(sigma.length, columns, forR));
        return new Matrix[] {solution, sum(p, rest)};
    }

    /** @return the largest, over the columns, of ‖correction‖∞ / ‖y‖∞ */
    private static double relative(Matrix correction, Matrix y) {
        double largest = 0;
        for (int k = 0; k < y.columns(); k++) {
            double change = Matrix.column(correction.columnAt(k)).maxAbs();
            if (change != 0) {
                largest =
                        Math.max(largest, change / Matrix.column(y.columnAt(k)).maxAbs());
            }
        }
        return largest;
    }

    private static Matrix sum(Matrix y, Matrix correction) {
        double[] sum = y.values().clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += correction.values()[i];
        }
        return new Matrix(y.rows(), y.columns(), sum);
    }
}
