package org.mlmath.linalg.pca;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.RandomizedSvd;

/** What principal components take on the kernel in use. */
final class PcaCost {
    /** Seconds to write one number of the answer as JSON. */
    private static final double WRITING = 1e-7;

    /** Seconds to look at an entry of the data a few times: means, deviations, centring. */
    private static final double PASSES = 5e-9;

    /** A decomposition of the data that takes longer is not made only because the covariance has lost digits. */
    private static final double LONGEST_REPEAT = 2;

    private PcaCost() {}

    static Cost ofFit(PcaFitRequest request) {
        Matrix data = request.data();
        if (data.rows() < 2 || data.columns() == 0) {
            return Cost.SMALL;
        }
        Kernel kernel = Kernels.current();
        int n = data.rows();
        int p = data.columns();
        int smaller = Math.min(n, p);
        PcaSolver solver = request.chosenSolver();
        Double asked = request.components();
        // A share of the variance may take all components.
        int k = asked == null || asked < 1 ? smaller : (int) Math.min(smaller, asked);
        double seconds =
                switch (solver) {
                    case RANDOMIZED -> RandomizedSvd.seconds(kernel, n, p, k);
                    case COVARIANCE -> covariance(kernel, n, p);
                    case FULL, AUTO -> full(kernel, n, p);
                };
        boolean repeat = solver == PcaSolver.COVARIANCE && request.solver() == PcaSolver.AUTO && mayRepeat(data);
        if (repeat) {
            seconds += full(kernel, n, p);
        }
        long entries = (long) n * p;
        long numbers = 2L * k * p + (request.scores() ? (long) n * k : 0);
        if (request.scores()) {
            seconds += kernel.cost().multiply(n, p, k);
        }
        // A certificate looks at the data through at most 200 components.
        seconds += (solver == PcaSolver.COVARIANCE && n >= p
                ? 0
                : 2 * kernel.cost().multiply(n, p, Math.min(k, 200)));
        boolean inBlocks = solver == PcaSolver.COVARIANCE && n >= p && !repeat && !request.scores();
        long bytes = 8 * ((inBlocks ? 0 : 5 * entries) + 6L * smaller * smaller + 6 * numbers);
        return new Cost(seconds + PASSES * entries + WRITING * numbers, bytes);
    }

    static Cost ofProduct(PcaModel model, Matrix rows) {
        if (model == null || model.components() == null || rows == null) {
            return Cost.SMALL;
        }
        Matrix components = model.components();
        int k = components.rows();
        int p = components.columns();
        double seconds = Kernels.current().cost().multiply(rows.rows(), p, k)
                + Kernels.current().cost().multiply(k, p, Math.min(k, 200));
        long numbers = (long) rows.rows() * Math.max(k, p);
        return new Cost(seconds + (PASSES + WRITING) * numbers, 8 * (5 * numbers + 4L * k * p));
    }

    /** @return whether data whose covariance has lost digits may be decomposed themselves as well */
    static boolean mayRepeat(Matrix data) {
        return full(Kernels.current(), data.rows(), data.columns()) <= LONGEST_REPEAT;
    }

    private static double full(Kernel kernel, int n, int p) {
        return kernel.cost().seconds(Operation.SVD, n, p);
    }

    private static double covariance(Kernel kernel, int n, int p) {
        int smaller = Math.min(n, p);
        double rows = n < p ? kernel.cost().multiply(p, n, n) + kernel.cost().seconds(Operation.QR, p, n) : 0;
        return kernel.cost().multiply(smaller, Math.max(n, p), smaller)
                + kernel.cost().seconds(Operation.SYMMETRIC_EIGEN, smaller, smaller)
                + rows;
    }
}
