package org.mlmath.numerics.linear;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.linear.KernelCost.Operation;

/**
 * OpenBLAS and its LAPACK.
 *
 * <p>A row-major array is the transpose's column-major array. Where the mathematics lets us we compute with the transpose instead of
 * making it: Aᵀ = V·Σ·Uᵀ, symmetric matrices are their own transposes, and getrs can solve with the transpose of what getrf
 * factored.
 */
final class OpenBlasKernel implements Kernel {
    private static final KernelCost COST = KernelCost.openBlas();

    /** Up to this order the condition is computed from the inverse: gecon's estimate can be half of it, and saves next to nothing. */
    private static final int EXACT_CONDITION = 16;

    /** Rows of a triangle to be multiplied at a time. */
    private static final int TRIANGLE_ROWS = 64;

    /** Columns that cost no more than one: their products wait for the memory. */
    private static final int THIN = 4;

    /** Entries of a matrix that a thin product reads in a tenth of a millisecond. */
    private static final int AT_ONCE = 1 << 18;

    private final String name;

    private OpenBlasKernel(String name) {
        this.name = name;
    }

    static Kernel load() throws NativeLibraryException {
        return new OpenBlasKernel("openblas " + Lapack.load());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public KernelCost cost() {
        return COST;
    }

    @Override
    public Matrix multiply(Matrix a, boolean transposeA, Matrix b, boolean transposeB) {
        int m = transposeA ? a.columns() : a.rows();
        int k = transposeA ? a.rows() : a.columns();
        int n = transposeB ? b.rows() : b.columns();
        if (m == 0 || k == 0 || n == 0) {
            return new Matrix(m, n, new double[m * n]);
        }
        if (n <= THIN && !transposeB && a.values().length > AT_ONCE) {
            return multiplyThin(a, transposeA, b);
        }
        try (Workspace space = Workspace.forCallsOf(COST.multiply(m, k, n))) {
            MemorySegment c = space.doubles((long) m * n);
            Lapack.gemm(transposeA, transposeB, m, n, k, space.view(a.values()), space.view(b.values()), 0, c);
            return new Matrix(m, n, Workspace.toDoubles(c, m * n));
        }
    }

    /**
     * A few columns: what takes time is to read A, and a copy outside the heap would double it. So rows of it are multiplied where they
     * are, not so many that the garbage collector waits for long.
     */
    private static Matrix multiplyThin(Matrix a, boolean transposed, Matrix b) {
        int k = a.columns();
        int n = b.columns();
        int rows = Math.max(1, AT_ONCE / k);
        double[] values = new double[(transposed ? k : a.rows()) * n];
        MemorySegment left = MemorySegment.ofArray(a.values());
        MemorySegment right = MemorySegment.ofArray(b.values());
        MemorySegment product = MemorySegment.ofArray(values);
        for (int top = 0; top < a.rows(); top += rows) {
            int height = Math.min(rows, a.rows() - top);
            MemorySegment part = left.asSlice(8L * top * k);
            if (transposed) {
                Lapack.gemm(true, false, k, n, height, part, right.asSlice(8L * top * n), top == 0 ? 0 : 1, product);
            } else {
                Lapack.gemm(false, false, height, n, k, part, right, 0, product.asSlice(8L * top * n));
            }
        }
        return new Matrix(values.length / n, n, values);
    }

    /** Rows at a time, from the first column to the last that any of them has. */
    @Override
    public Matrix multiplyTriangle(Matrix a, boolean lower, boolean transposeA, Matrix b) {
        int m = a.rows();
        int k = a.columns();
        int n = b.columns();
        if (n > THIN || Math.min(m, k) <= TRIANGLE_ROWS) {
            return multiply(a, transposeA, b, false);
        }
        double[] values = new double[(transposeA ? k : m) * n];
        MemorySegment left = MemorySegment.ofArray(a.values());
        MemorySegment right = MemorySegment.ofArray(b.values());
        MemorySegment product = MemorySegment.ofArray(values);
        for (int top = 0; top < m; top += TRIANGLE_ROWS) {
            int height = Math.min(TRIANGLE_ROWS, m - top);
            int first = lower ? 0 : Math.min(top, k);
            int width = (lower ? Math.min(top + height, k) : k) - first;
            if (width == 0) {
                continue;
            }
            MemorySegment part = left.asSlice(8 * ((long) top * k + first));
            if (transposeA) {
                MemorySegment rows = product.asSlice(8L * first * n);
                Lapack.gemm(true, false, width, n, height, part, k, right.asSlice(8L * top * n), 1, rows);
            } else {
                MemorySegment rows = product.asSlice(8L * top * n);
                Lapack.gemm(false, false, height, n, width, part, k, right.asSlice(8L * first * n), 0, rows);
            }
        }
        return new Matrix(values.length / n, n, values);
    }

    @Override
    public Matrix gram(Matrix a) {
        int m = a.rows();
        int n = a.columns();
        if (m == 0 || n == 0) {
            return new Matrix(n, n, new double[n * n]);
        }
        try (Workspace space = Workspace.forCallsOf(COST.multiply(n, m, n) / 2)) {
            MemorySegment c = space.doubles((long) n * n);
            Lapack.syrkTransposed(m, n, space.view(a.values()), 0, c);
            double[] gram = Workspace.toDoubles(c, n * n);
            for (int i = 1; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    gram[i * n + j] = gram[j * n + i];
                }
            }
            return new Matrix(n, n, gram);
        }
    }

    @Override
    public void addGram(Matrix a, double[] upper) {
        int m = a.rows();
        int n = a.columns();
        if (m == 0 || n == 0) {
            return;
        }
        try (Workspace space = Workspace.forCallsOf(COST.multiply(n, m, n) / 2)) {
            MemorySegment sum = space.view(upper);
            Lapack.syrkTransposed(m, n, space.view(a.values()), 1, sum);
            if (sum.isNative()) {
                MemorySegment.copy(sum, JAVA_DOUBLE, 0, upper, 0, n * n);
            }
        }
    }

    @Override
    public SvdFactors svd(Matrix a, Vectors vectors) {
        BinaryScale scaled = BinaryScale.ifExtreme(a, Moduli.sum(a));
        // To LAPACK this is Aᵀ, n×m; its left vectors are our right ones and lie in memory as we want Vᵀ: row by row.
        int m = a.columns();
        int n = a.rows();
        int k = Math.min(m, n);
        char job =
                switch (vectors) {
                    case NONE -> 'N';
                    case THIN -> 'S';
                    case FULL -> 'A';
                };
        int left = vectors == Vectors.FULL ? m : k;
        int right = vectors == Vectors.FULL ? n : k;
        double seconds = vectors == Vectors.FULL ? COST.full(Operation.SVD, n, m) : COST.seconds(Operation.SVD, n, m);
        try (Workspace space = Workspace.forCallsOf(seconds)) {
            boolean wanted = vectors != Vectors.NONE;
            MemorySegment s = space.doubles(k);
            MemorySegment u = space.doubles(wanted ? (long) m * left : 1);
            MemorySegment vt = space.doubles(wanted ? (long) right * n : 1);
            int ldvt = wanted ? right : 1;
            MemorySegment iwork = space.ints(8L * k);
            MemorySegment query = space.doubles(1);
            MemorySegment copy = space.copyOf(scaled.matrix().values());
            Lapack.gesdd(job, m, n, copy, s, u, m, vt, ldvt, query, -1, iwork);
            int lwork = length(query);
            int info = Lapack.gesdd(job, m, n, copy, s, u, m, vt, ldvt, space.doubles(lwork), lwork, iwork);
            if (info > 0) { // divide and conquer gave up: QR iteration is slower and fails for fewer matrices
                copy = space.copyOf(scaled.matrix().values());
                Lapack.gesvd(job, m, n, copy, s, u, m, vt, ldvt, query, -1);
                lwork = length(query);
                info = Lapack.gesvd(job, m, n, copy, s, u, m, vt, ldvt, space.doubles(lwork), lwork);
            }
            requireConverged(info, "The singular value decomposition");
            double[] sigma = scaled.restore(Workspace.toDoubles(s, k));
            return wanted
                    ? new SvdFactors(
                            new Matrix(n, right, Workspace.toDoubles(vt, right * n)),
                            sigma,
                            new Matrix(left, m, Workspace.toDoubles(u, m * left)))
                    : new SvdFactors(null, sigma, null);
        }
    }

    @Override
    public SymmetricEigenFactors symmetricEigen(Matrix a, boolean vectors) {
        BinaryScale scaled = BinaryScale.ifExtreme(a, Moduli.sum(a));
        int n = a.rows();
        char job = vectors ? 'V' : 'N';
        try (Workspace space = Workspace.forCallsOf(COST.seconds(Operation.SYMMETRIC_EIGEN, n, n))) {
            MemorySegment copy = space.upperOf(scaled.matrix()); // by columns the lower triangle
            MemorySegment w = space.doubles(n);
            MemorySegment query = space.doubles(1);
            MemorySegment intQuery = space.ints(1);
            Lapack.syevd(job, n, copy, w, query, -1, intQuery, -1);
            int lwork = length(query);
            int liwork = intQuery.get(JAVA_INT, 0);
            int info = Lapack.syevd(job, n, copy, w, space.doubles(lwork), lwork, space.ints(liwork), liwork);
            requireConverged(info, "The symmetric eigenvalue iteration");
            Matrix z = vectors ? Columns.take(copy, n, n) : null;
            return new SymmetricEigenFactors(scaled.restore(Workspace.toDoubles(w, n)), z);
        }
    }

    @Override
    public EigenFactors eigen(Matrix a, boolean vectors) {
        BinaryScale scaled = BinaryScale.ifExtreme(a, Moduli.sum(a));
        int n = a.rows();
        char job = vectors ? 'V' : 'N';
        try (Workspace space = Workspace.forCallsOf(COST.seconds(Operation.EIGEN, n, n))) {
            MemorySegment copy = space.columnsOf(scaled.matrix());
            MemorySegment re = space.doubles(n);
            MemorySegment im = space.doubles(n);
            MemorySegment v = space.doubles(vectors ? (long) n * n : n);
            MemorySegment query = space.doubles(1);
            Lapack.geev(job, n, copy, re, im, v, query, -1);
            int lwork = length(query);
            int info = Lapack.geev(job, n, copy, re, im, v, space.doubles(lwork), lwork);
            requireConverged(info, "The eigenvalue iteration");
            double[] packed = vectors ? Columns.take(v, n, n).values() : null;
            EigenFactors factors = InverseIteration.improve(
                    this, scaled.matrix(), unpack(n, Workspace.toDoubles(re, n), Workspace.toDoubles(im, n), packed));
            ComplexVector values = factors.values();
            return new EigenFactors(
                    new ComplexVector(
                            scaled.restore(values.re()), values.isComplex() ? scaled.restore(values.im()) : null),
                    factors.vectors());
        }
    }

    /** A pair λ, λ̄ has its vectors packed as two real columns: v = x + iy, v̄ = x − iy. */
    private static EigenFactors unpack(int n, double[] re, double[] im, double[] x) {
        boolean complex = Arrays.stream(im).anyMatch(value -> value != 0);
        ComplexVector values = new ComplexVector(re, complex ? im : null);
        if (x == null) {
            return new EigenFactors(values, null);
        }
        if (!complex) {
            return new EigenFactors(values, new ComplexMatrix(n, n, x, null));
        }
        double[] y = new double[n * n];
        for (int j = 0; j < n; j++) {
            if (im[j] > 0) {
                for (int i = 0; i < n; i++) {
                    int at = i * n + j;
                    y[at] = x[at + 1];
                    y[at + 1] = -x[at + 1];
                    x[at + 1] = x[at];
                }
            }
        }
        return new EigenFactors(values, new ComplexMatrix(n, n, x, y));
    }

    @Override
    public QrFactors qr(Matrix a, boolean full, boolean pivoting) {
        BinaryScale scaled = BinaryScale.ifExtreme(a, Moduli.sum(a));
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        int width = full ? m : k;
        double seconds = full ? COST.full(Operation.QR, m, n) : COST.seconds(Operation.QR, m, n);
        try (Workspace space = Workspace.forCallsOf(seconds)) {
            // Room for Q, which is made in place of the reflectors and may have more columns than A.
            MemorySegment factors = space.columnsOf(scaled.matrix(), Math.max(n, width));
            MemorySegment tau = space.doubles(k);
            MemorySegment query = space.doubles(1);
            MemorySegment order = space.ints(n);
            if (pivoting) {
                Lapack.geqp3(m, n, factors, order, tau, query, -1);
                int lwork = length(query);
                Lapack.geqp3(m, n, factors, order, tau, space.doubles(lwork), lwork);
            } else {
                Lapack.geqrf(m, n, factors, tau, query, -1);
                int lwork = length(query);
                Lapack.geqrf(m, n, factors, tau, space.doubles(lwork), lwork);
            }
            Matrix r = Columns.takeUpper(factors, m, n, width);
            Lapack.orgqr(m, width, k, factors, tau, query, -1);
            int lwork = length(query);
            Lapack.orgqr(m, width, k, factors, tau, space.doubles(lwork), lwork);
            Matrix q = Columns.take(factors, m, width);
            int[] permutation = null;
            if (pivoting) {
                permutation = Workspace.toInts(order, n);
                for (int j = 0; j < n; j++) {
                    permutation[j]--; // Fortran counts from one
                }
            }
            return new QrFactors(q, scaled.restore(r), permutation);
        }
    }

    // Elimination multiplies by ratios of entries, so LU and Cholesky bear every scale without our help.

    @Override
    public LuFactors lu(Matrix a) {
        int n = a.rows();
        try (Workspace space = Workspace.forCallsOf(COST.seconds(Operation.LU, n, n))) {
            MemorySegment lu = space.copyOf(a.values());
            MemorySegment pivots = space.ints(n);
            boolean singular = Lapack.getrf(n, lu, pivots) > 0;
            double rcond = 0;
            if (!singular && n > EXACT_CONDITION) {
                rcond = estimate(space, 'I', n, lu, a.oneNorm()); // of Aᵀ, whose ∞-norm is the 1-norm of A
            }
            Lu factors = new Lu(Workspace.toDoubles(lu, n * n), Workspace.toInts(pivots, n), singular, rcond);
            return singular || n > EXACT_CONDITION
                    ? factors
                    : new Lu(
                            factors.packed,
                            factors.pivots,
                            false,
                            reciprocalCondition(a, factors.solve(Matrix.identity(n))));
        }
    }

    @Override
    public InverseFactors inverse(Matrix a) {
        int n = a.rows();
        try (Workspace space = Workspace.forCallsOf(3 * COST.seconds(Operation.LU, n, n))) {
            // The inverse of the transpose is the inverse's: it comes out as rows, with a residual on the side that is
            // wanted.
            MemorySegment copy = space.copyOf(a.values());
            MemorySegment pivots = space.ints(n);
            if (Lapack.getrf(n, copy, pivots) > 0) {
                return new InverseFactors(null, 0);
            }
            MemorySegment query = space.doubles(1);
            Lapack.getri(n, copy, pivots, query, -1);
            int lwork = length(query);
            Lapack.getri(n, copy, pivots, space.doubles(lwork), lwork);
            return InverseFactors.of(a, new Matrix(n, n, Workspace.toDoubles(copy, n * n)));
        }
    }

    private static double estimate(Workspace space, char norm, int n, MemorySegment lu, double size) {
        MemorySegment rcond = space.doubles(1);
        Lapack.gecon(norm, n, lu, size, rcond, space.doubles(4L * n), space.ints(n));
        return rcond.get(JAVA_DOUBLE, 0);
    }

    private static double reciprocalCondition(Matrix a, Matrix inverse) {
        double rcond = 1 / inverse.oneNorm() / a.oneNorm();
        return rcond <= 1 ? rcond : rcond > 1 ? 1 : 0; // 0 where the inverse overflows into infinities and NaN
    }

    /** Factors of Aᵀ as getrf left them. */
    private record Lu(double[] packed, int[] pivots, boolean singular, double rcond) implements LuFactors {
        @Override
        public Matrix solve(Matrix b) {
            int n = pivots.length;
            try (Workspace space = Workspace.forCallsOf(COST.multiply(n, n, b.columns()))) {
                MemorySegment x = space.columnsOf(b);
                Lapack.getrsTransposed(n, b.columns(), space.view(packed), space.copyOf(pivots), x);
                return Columns.take(x, n, b.columns());
            }
        }
    }

    @Override
    public CholeskyFactors cholesky(Matrix a) {
        int n = a.rows();
        try (Workspace space = Workspace.forCallsOf(COST.seconds(Operation.CHOLESKY, n, n))) {
            MemorySegment factor = space.lowerOf(a);
            int info = Lapack.potrf(n, factor);
            if (info > 0) {
                throw Definiteness.lacking(a, info);
            }
            double[] lower = new double[n * n];
            for (int i = 0; i < n; i++) {
                MemorySegment.copy(factor, JAVA_DOUBLE, 8L * i * n, lower, i * n, i + 1);
            }
            Matrix l = new Matrix(n, n, lower);
            if (n <= EXACT_CONDITION) {
                Matrix inverse = new Cholesky(l, 0).solve(Matrix.identity(n));
                return new Cholesky(l, reciprocalCondition(a, inverse));
            }
            MemorySegment estimate = space.doubles(1);
            double norm = Moduli.largestSum(MemorySegment.ofArray(a.values()), n, n); // rows are columns
            Lapack.pocon(n, factor, norm, estimate, space.doubles(3L * n), space.ints(n));
            return new Cholesky(l, estimate.get(JAVA_DOUBLE, 0));
        }
    }

    private record Cholesky(Matrix l, double rcond) implements CholeskyFactors {
        @Override
        public Matrix solve(Matrix b) {
            int n = l.rows();
            try (Workspace space = Workspace.forCallsOf(COST.multiply(n, n, b.columns()))) {
                MemorySegment x = space.columnsOf(b);
                Lapack.potrs(n, b.columns(), space.view(l.values()), x);
                return Columns.take(x, n, b.columns());
            }
        }
    }

    @Override
    public LuTriangles luTriangles(Matrix a) {
        BinaryScale scaled = BinaryScale.ifExtreme(a, Moduli.sum(a));
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        try (Workspace space = Workspace.forCallsOf(COST.seconds(Operation.LU, m, n))) {
            MemorySegment columns = space.columnsOf(scaled.matrix());
            double norm = Moduli.largestSum(columns, n, m);
            MemorySegment pivots = space.ints(k);
            boolean singular = Lapack.getrf(m, n, columns, pivots) > 0;
            int[] permutation = IntStream.range(0, m).toArray();
            int[] exchanges = Workspace.toInts(pivots, k);
            for (int i = 0; i < k; i++) {
                swap(permutation, i, exchanges[i] - 1); // Fortran counts from one
            }
            Matrix u = scaled.restore(Columns.takeUpper(columns, m, n, k));
            double rcond = Double.NaN;
            if (m == n) {
                rcond = singular ? 0 : n <= EXACT_CONDITION ? lu(a).rcond() : estimate(space, '1', n, columns, norm);
            }
            return new LuTriangles(permutation, Columns.takeUnitLower(columns, m, k), u, rcond);
        }
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    @Override
    public LdlFactors ldl(Matrix a) {
        BinaryScale scaled = BinaryScale.ifExtreme(a, Moduli.sum(a));
        int n = a.rows();
        try (Workspace space = Workspace.forCallsOf(COST.seconds(Operation.LDL, n, n))) {
            MemorySegment columns = space.upperOf(scaled.matrix()); // by columns the lower triangle
            MemorySegment subdiagonal = space.doubles(n);
            MemorySegment pivots = space.ints(n);
            MemorySegment query = space.doubles(1);
            Lapack.sytrfRook(n, columns, subdiagonal, pivots, query, -1);
            int lwork = length(query);
            Lapack.sytrfRook(n, columns, subdiagonal, pivots, space.doubles(lwork), lwork);
            int[] permutation = IntStream.range(0, n).toArray();
            int[] exchanges = Workspace.toInts(pivots, n);
            double[] d = new double[n * n];
            for (int i = 0; i < n; i++) {
                swap(permutation, i, Math.abs(exchanges[i]) - 1); // the sign only marks the blocks of order 2
                d[i * n + i] = columns.getAtIndex(JAVA_DOUBLE, (long) i * n + i);
                double beside = i + 1 < n ? subdiagonal.getAtIndex(JAVA_DOUBLE, i) : 0;
                if (beside != 0) {
                    d[i * n + i + 1] = beside;
                    d[(i + 1) * n + i] = beside;
                }
            }
            return new LdlFactors(
                    permutation, Columns.takeUnitLower(columns, n, n), scaled.restore(new Matrix(n, n, d)));
        }
    }

    @Override
    public SchurFactors schur(Matrix a, EigenvalueSelection first) {
        BinaryScale scaled = BinaryScale.ifExtreme(a, Moduli.sum(a));
        int n = a.rows();
        try (Workspace space = Workspace.forCallsOf(COST.seconds(Operation.SCHUR, n, n))) {
            MemorySegment t = space.columnsOf(scaled.matrix());
            MemorySegment re = space.doubles(n);
            MemorySegment im = space.doubles(n);
            MemorySegment z = space.doubles((long) n * n);
            MemorySegment found = space.ints(1);
            MemorySegment unused = space.ints(n);
            MemorySegment query = space.doubles(1);
            Lapack.gees(n, t, re, im, z, found, query, -1, unused);
            int lwork = length(query);
            int info = Lapack.gees(n, t, re, im, z, found, space.doubles(lwork), lwork, unused);
            requireConverged(info, "The eigenvalue iteration");
            MemorySegment select = space.ints(n);
            boolean any = false;
            boolean all = true;
            for (int k = 0; k < n; k++) {
                boolean selected = first.selects(
                        Math.scalb(re.getAtIndex(JAVA_DOUBLE, k), scaled.exponent()),
                        Math.scalb(im.getAtIndex(JAVA_DOUBLE, k), scaled.exponent()));
                select.setAtIndex(JAVA_INT, k, selected ? 1 : 0);
                any |= selected;
                all &= selected;
            }
            if (any && !all) { // its info tells only that some could not be told apart
                Lapack.trsen(n, select, t, z, re, im, found, space.doubles(1), space.doubles(n), space.ints(1));
            }
            return new SchurFactors(Columns.take(z, n, n), scaled.restore(Columns.take(t, n, n)));
        }
    }

    @Override
    public HessenbergFactors hessenberg(Matrix a) {
        BinaryScale scaled = BinaryScale.ifExtreme(a, Moduli.sum(a));
        int n = a.rows();
        try (Workspace space = Workspace.forCallsOf(COST.seconds(Operation.HESSENBERG, n, n))) {
            MemorySegment factors = space.columnsOf(scaled.matrix());
            MemorySegment tau = space.doubles(n);
            MemorySegment query = space.doubles(1);
            Lapack.gehrd(n, factors, tau, query, -1);
            int lwork = length(query);
            Lapack.gehrd(n, factors, tau, space.doubles(lwork), lwork);
            Matrix h = Columns.takeHessenberg(factors, n);
            Lapack.orghr(n, factors, tau, query, -1);
            lwork = length(query);
            Lapack.orghr(n, factors, tau, space.doubles(lwork), lwork);
            return new HessenbergFactors(Columns.take(factors, n, n), scaled.restore(h));
        }
    }

    @Override
    public LeastSquaresSolution leastSquares(Matrix a, Matrix b, double rcond) {
        BinaryScale scaled = BinaryScale.ifExtreme(a, Moduli.sum(a));
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        int columns = b.columns();
        int ldb = Math.max(m, n);
        try (Workspace space = Workspace.forCallsOf(COST.seconds(Operation.SVD, m, n))) {
            MemorySegment copy = space.columnsOf(scaled.matrix());
            double[] padded =
                    new double[ldb * columns]; // B comes in and X goes out by columns of the longer of the two
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i < m; i++) {
                    padded[j * ldb + i] = b.get(i, j);
                }
            }
            MemorySegment x = space.copyOf(padded);
            MemorySegment s = space.doubles(k);
            MemorySegment rank = space.ints(1);
            MemorySegment query = space.doubles(1);
            MemorySegment intQuery = space.ints(1);
            Lapack.gelsd(m, n, columns, copy, x, ldb, s, rcond, rank, query, -1, intQuery);
            int lwork = length(query);
            MemorySegment iwork = space.ints(intQuery.get(JAVA_INT, 0));
            int info = Lapack.gelsd(m, n, columns, copy, x, ldb, s, rcond, rank, space.doubles(lwork), lwork, iwork);
            requireConverged(info, "The singular value decomposition");
            double[] solution = new double[n * columns];
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i < n; i++) {
                    solution[i * columns + j] = x.getAtIndex(JAVA_DOUBLE, (long) j * ldb + i);
                }
            }
            return new LeastSquaresSolution(
                    scaled.restoreInverse(new Matrix(n, columns, solution)),
                    rank.get(JAVA_INT, 0),
                    scaled.restore(Workspace.toDoubles(s, k)));
        }
    }

    private static int length(MemorySegment query) {
        return (int) query.get(JAVA_DOUBLE, 0);
    }

    private static void requireConverged(int info, String what) {
        if (info > 0) {
            throw new DidNotConvergeException(what + " did not converge.");
        }
        if (info < 0) {
            throw new IllegalStateException("LAPACK refused argument " + -info);
        }
    }
}
