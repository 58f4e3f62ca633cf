package org.mlmath.linalg.matrix.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.matrix.Fractions;
import org.mlmath.linalg.matrix.Operands;
import org.mlmath.linalg.matrix.Overflow;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SymmetricEigenFactors;
import org.mlmath.numerics.linear.Symmetry;

/**
 * Functions of a square matrix, the principal branch.
 *
 * <p>Of a symmetric matrix f(A) = Z·f(Λ)·Zᵀ. Of others: exp by scaling and squaring ({@link Exponential}); cos and sin as the blocks of
 * the exponential of [0, −A; A, 0], the real form of iA; sqrt and log on the Schur form ({@link ComplexTriangle}, {@link Logarithm}).
 * A logarithm or a root is complex where an eigenvalue is negative, and only there. What rounding of the entries may do is estimated from
 * what a change of them by 2⁻²⁶, or less where that is too much, makes of the function. Where that is more than a few last digits, a
 * small matrix is computed with again in twice the precision, so that only what the entries themselves are uncertain by is left:
 * {@link DoubledExponential}, {@link LogarithmRefinement}, {@link SquareRootRefinement}; where those have no first approximation good
 * enough to correct, in as many digits as it takes, {@link ManyDigits}.
 *
 * <p>Cost 15n³ to 60n³ operations, cos and sin eight times that. Source: Higham, <i>Functions of Matrices</i>.
 */
public final class MatrixFunction {
    /** Relative changes of the matrix; the next smaller one where the function's own is so large that it says nothing. */
    private static final double[] STEPS = {0x1p-26, 0x1p-38, 0x1p-49};

    private static final double LAST_STEP = 0x1p-49;

    /** Rows up to which twice the precision takes milliseconds. */
    static final int REFINED_UP_TO = 16;

    /** Rows up to which it takes microseconds. */
    private static final int ALWAYS_REFINED_UP_TO = 4;

    /** In units of n·ε: from this error on, larger ones are refined. */
    private static final double LOST_FROM = 1;

    /** From this error on a first approximation may be too rough to be corrected. */
    private static final double ROUGH_FROM = 1e-8;

    private static final double LINEAR = 0.01;

    /** Of a condition beyond this a smaller change may show a larger one: the function curves within the change made. */
    private static final double CURVED_FROM = 1000;

    private static final double DOUBTFUL = 1e-4;

    private static final long PERTURBATION_SEED = 20260101;

    private final FunctionName function;
    private final boolean singular;
    private final Deadline deadline;

    private MatrixFunction(FunctionName function, boolean singular, Deadline deadline) {
        this.function = function;
        this.singular = singular;
        this.deadline = deadline;
    }

    /**
     * @param a n×n
     * @throws org.mlmath.numerics.DimensionMismatchException if a is not square
     * @throws DomainException for the logarithm of a singular matrix, and where there is no square root
     */
    public static MatrixFunctionResult of(Matrix a, FunctionName name, boolean explain, Deadline deadline) {
        Operands.requireSquare(a, "A function of a matrix is");
        List<Warning> warnings = new ArrayList<>();
        boolean rooted = name == FunctionName.LOG || name == FunctionName.SQRT;
        boolean singular = rooted && Fractions.bearable(a) && Fractions.rank(Fractions.of(a), deadline) < a.rows();
        if (singular && name == FunctionName.LOG) {
            throw logarithmOfZero().at("/matrix");
        }
        MatrixFunction function = new MatrixFunction(name, singular, deadline);
        boolean symmetric = Symmetry.holds(a);
        Matrix argument = symmetric ? Symmetry.require(a) : a;
        try {
            ComplexMatrix rough = function.approximation(argument, symmetric);
            Double error = rough == null ? Double.valueOf(1) : function.errorEstimate(argument, symmetric, rough);
            ComplexMatrix exact = function.exact(argument, symmetric, error);
            boolean refined = exact != null || function.refines(argument, error);
            ComplexMatrix value = exact != null || !refined ? exact : function.refined(argument, symmetric, rough);
            value = value == null ? rough : value;
            if (value == null) {
                throw rootsThatDoNotConverge();
            }
            if (error != null && error > DOUBTFUL) {
                warnings.add(new Warning(
                        "ill-conditioned",
                        String.format(
                                Locale.ROOT,
                                "Rounding the entries of the matrix may change the function by about %.0e of its size.",
                                error),
                        "/matrix"));
            }
            MatrixFunctionResult result = new MatrixFunctionResult(
                    marked(value, warnings),
                    value.isComplex(),
                    new MatrixFunctionResult.Diagnostics(
                            error,
                            symmetric ? "eigen" : rooted ? "schur" : "pade",
                            exact != null || refined && error != null && error <= certain(name)),
                    Map.of(
                            "branch",
                            "principal: imaginary parts of logarithms in (−π, π], roots in the right half-plane"),
                    warnings,
                    null);
            return explain ? FunctionWorking.explain(result, argument, name, deadline) : result;
        } catch (MathException e) {
            throw e.at("/matrix");
        }
    }

    /** Up to which error correcting a first approximation is known to lead to the last digits. */
    private static double certain(FunctionName name) {
        return name == FunctionName.LOG || name == FunctionName.SQRT ? ROUGH_FROM : DOUBTFUL;
    }

    private static DidNotConvergeException rootsThatDoNotConverge() {
        return new DidNotConvergeException("The square roots of the matrix do not approach the identity.");
    }

    /** @return null where the matrix is so far from normal that its roots do not come near the identity in double precision */
    private ComplexMatrix approximation(Matrix a, boolean symmetric) {
        try {
            return evaluate(a, symmetric);
        } catch (DidNotConvergeException e) {
            if (a.rows() > REFINED_UP_TO) {
                throw e;
            }
            return null;
        }
    }

    /** @return right to the last digits for the entries as given; null where that is not needed or cannot be had */
    private ComplexMatrix exact(Matrix a, boolean symmetric, Double error) {
        boolean rooted = function == FunctionName.LOG || function == FunctionName.SQRT;
        if (!rooted || singular || a.rows() > REFINED_UP_TO || error != null && error <= ROUGH_FROM) {
            return null;
        }
        Matrix exact = ManyDigits.of(a, function, deadline);
        return exact == null
                ? null
                : symmetric ? real(new Matrix(a.rows(), a.rows(), mean(a.rows(), exact.values()))) : real(exact);
    }

    /** Whether digits are lost that twice the precision brings back, of a matrix small enough for it. */
    private boolean refines(Matrix a, Double error) {
        boolean lossy = error == null || error > LOST_FROM * a.rows() * Math.ulp(1.0);
        return !singular && DoubledExponential.suits(a) && a.rows() <= (lossy ? REFINED_UP_TO : ALWAYS_REFINED_UP_TO);
    }

    /** @return right to the last digits for the entries as given, or the value itself where that cannot be had */
    private ComplexMatrix refined(Matrix a, boolean symmetric, ComplexMatrix value) {
        ComplexMatrix found =
                switch (function) {
                    case EXP -> real(DoubledExponential.of(a, deadline));
                    case SIN, COS -> real(trigonometric(a, true));
                    case LOG -> LogarithmRefinement.of(a, TriangularForm.of(a, 0), value, deadline);
                    case SQRT -> symmetric ? refinedRoot(a, value) : value; // of others it is already
                };
        double size = difference(a.rows(), found.re(), null);
        if (!Double.isFinite(size) || !symmetric) {
            return Double.isFinite(size) ? found : value;
        }
        return new ComplexMatrix(
                a.rows(), a.rows(), mean(a.rows(), found.re()), found.isComplex() ? mean(a.rows(), found.im()) : null);
    }

    private ComplexMatrix refinedRoot(Matrix a, ComplexMatrix value) {
        TriangularForm form = TriangularForm.of(a, 0);
        ComplexTriangle root = form.t().sqrt(deadline);
        return root.isSingular() || form.negative() != value.isComplex()
                ? value
                : SquareRootRefinement.of(a, form, root, value, deadline);
    }

    private static double[] mean(int n, double[] x) {
        double[] mean = x.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double value = x[i * n + j] / 2 + x[j * n + i] / 2;
                mean[i * n + j] = value;
                mean[j * n + i] = value;
            }
        }
        return mean;
    }

    private static DomainException logarithmOfZero() {
        return new DomainException("The matrix is singular: an eigenvalue is 0, which has no logarithm.");
    }

    private ComplexMatrix evaluate(Matrix a, boolean symmetric) {
        if (symmetric) {
            return ofEigenvalues(a);
        }
        return switch (function) {
            case EXP -> real(Exponential.of(a, deadline));
            case SIN, COS -> real(trigonometric(a, false));
            case SQRT, LOG -> ofTriangle(a);
        };
    }

    private static ComplexMatrix real(Matrix a) {
        return new ComplexMatrix(a.rows(), a.columns(), a.values(), null);
    }

    private ComplexMatrix ofEigenvalues(Matrix a) {
        SymmetricEigenFactors eigen = Kernels.current().symmetricEigen(a, true);
        int n = a.rows();
        double[] lambda = eigen.values();
        double noise = n * Math.ulp(1.0) * Math.max(Math.abs(lambda[0]), Math.abs(lambda[n - 1]));
        double[] re = new double[n];
        double[] im = new double[n];
        boolean complex = false;
        for (int k = 0; k < n; k++) {
            boolean zero = singular || (function == FunctionName.SQRT && lambda[k] < 0);
            double x = zero && Math.abs(lambda[k]) <= noise ? 0 : lambda[k];
            switch (function) {
                case EXP -> re[k] = Math.exp(x);
                case SIN -> re[k] = Math.sin(x);
                case COS -> re[k] = Math.cos(x);
                case SQRT -> {
                    re[k] = x > 0 ? Math.sqrt(x) : 0;
                    im[k] = x < 0 ? Math.sqrt(-x) : 0;
                    complex |= x < 0;
                }
                case LOG -> {
                    if (x == 0) {
                        throw logarithmOfZero();
                    }
                    re[k] = Math.log(Math.abs(x));
                    im[k] = x < 0 ? Math.PI : 0;
                    complex |= x < 0;
                }
            }
        }
        return new ComplexMatrix(n, n, turned(eigen.vectors(), re), complex ? turned(eigen.vectors(), im) : null);
    }

    /** @return Z·diag(f)·Zᵀ, symmetric to the last bit */
    private static double[] turned(Matrix z, double[] f) {
        int n = f.length;
        double[] scaled = z.values().clone();
        for (int at = 0; at < scaled.length; at++) {
            scaled[at] *= f[at % n];
        }
        double[] product = Kernels.current()
                .multiply(new Matrix(n, n, scaled), z.transpose())
                .values();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                product[i * n + j] = product[j * n + i];
            }
        }
        return product;
    }

    private Matrix trigonometric(Matrix a, boolean doubled) {
        int n = a.rows();
        double[] block = new double[4 * n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                block[i * 2 * n + n + j] = 0.0 - a.get(i, j);
                block[(n + i) * 2 * n + j] = a.get(i, j);
            }
        }
        Matrix argument = new Matrix(2 * n, 2 * n, block);
        Matrix both = doubled ? DoubledExponential.of(argument, deadline) : Exponential.of(argument, deadline);
        int from = function == FunctionName.COS ? 0 : n;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(both.values(), (from + i) * 2 * n, values, i * n, n);
        }
        return new Matrix(n, n, values);
    }

    private ComplexMatrix ofTriangle(Matrix a) {
        // Without the exact rank an eigenvalue as small as rounding makes 0 counts as 0 for the root, which else would
        // be complex.
        boolean uncertain = singular || (function == FunctionName.SQRT && !Fractions.bearable(a));
        double noise = uncertain ? a.rows() * Math.ulp(1.0) * a.frobeniusNorm() : 0;
        TriangularForm form = TriangularForm.of(a, noise);
        ComplexTriangle t = form.t();
        for (int i = 0; i < t.n(); i++) {
            int d = i * t.n() + i;
            if (Math.hypot(t.re()[d], t.im()[d]) <= noise) {
                t.re()[d] = 0;
                t.im()[d] = 0;
            }
            if (function == FunctionName.LOG && t.re()[d] == 0 && t.im()[d] == 0) {
                throw logarithmOfZero();
            }
        }
        if (function == FunctionName.LOG) {
            return form.restore(Logarithm.of(t, deadline));
        }
        ComplexTriangle root = t.sqrt(deadline);
        ComplexMatrix x = form.restore(root);
        return root.isSingular() ? x : SquareRootRefinement.of(a, form, root, x, deadline);
    }

    /**
     * The perturbation is of the size of A in every entry, those that are zero too, since that is what the algorithms' own errors
     * are like: backward stable in the norm, not entry by entry. The largest of what the steps show counts, for near a branch point a step
     * may go past where the function changes most; where the smallest still changes the function by more than it is linear in, the
     * changes themselves count.
     *
     * @return n·ε times the relative change of the function over that of the matrix, or null where no neighbour has a value
     */
    private Double errorEstimate(Matrix a, boolean symmetric, ComplexMatrix value) {
        if (singular) { // any neighbour is another kind of matrix
            return null;
        }
        int n = a.rows();
        double size = Math.hypot(difference(n, value.re(), null), difference(n, value.im(), null));
        boolean branched = function == FunctionName.LOG || function == FunctionName.SQRT;
        Double estimate = null;
        double largest = 0;
        double before = 0;
        for (double step : STEPS) {
            Double change = relativeChange(a, symmetric, value, step);
            if (change == null) {
                continue;
            }
            double condition = Math.max(1, change / step);
            if (change > LINEAR) {
                // Not linear even at the last: the digits are lost in which larger changes differ from it as well.
                double lost = branched ? Math.max(n * change, before) : n * change;
                estimate = Math.min(1, step > LAST_STEP ? n * Math.ulp(1.0) * condition : lost);
                before = change;
                continue;
            }
            boolean settled = !branched || condition <= CURVED_FROM || largest > 0 && condition <= 2 * largest;
            largest = Math.max(largest, condition);
            estimate = Math.min(1, n * Math.ulp(1.0) * largest);
            if (settled) {
                break;
            }
        }
        boolean finite = Double.isFinite(size);
        if (estimate == null && finite && size > 0) { // its neighbours overflow, however near
            return 1.0;
        }
        boolean angles = function == FunctionName.SIN || function == FunctionName.COS;
        // Where rounding the entries turns angles by more than a radian, neighbours tell nothing, nor does the
        // function.
        return angles && Math.ulp(1.0) * a.frobeniusNorm() >= 1 && finite ? Double.valueOf(1) : estimate;
    }

    /** @return null where the neighbour has no value or overflows, or the function vanishes */
    private Double relativeChange(Matrix a, boolean symmetric, ComplexMatrix value, double step) {
        int n = a.rows();
        ComplexMatrix neighbour;
        try {
            neighbour = evaluate(neighbour(a, symmetric, step), symmetric);
        } catch (DomainException | DidNotConvergeException e) {
            return null;
        }
        double change =
                Math.hypot(difference(n, neighbour.re(), value.re()), difference(n, neighbour.im(), value.im()));
        double relative = change / Math.hypot(difference(n, value.re(), null), difference(n, value.im(), null));
        return Double.isNaN(relative) ? null : relative;
    }

    private static Matrix neighbour(Matrix a, boolean symmetric, double relative) {
        int n = a.rows();
        Random random = new Random(PERTURBATION_SEED);
        double step = relative * a.frobeniusNorm() / n;
        double[] near = a.values().clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int at = i * n + j;
                near[at] = symmetric && j < i ? near[j * n + i] : near[at] + (random.nextBoolean() ? step : -step);
            }
        }
        return new Matrix(n, n, near);
    }

    private static double difference(int n, double[] a, double[] b) {
        double[] difference = a == null ? new double[n * n] : a.clone();
        for (int i = 0; b != null && i < difference.length; i++) {
            difference[i] -= b[i];
        }
        return new Matrix(n, n, difference).frobeniusNorm();
    }

    private static ComplexMatrix marked(ComplexMatrix value, List<Warning> warnings) {
        int n = value.rows();
        Matrix re = Overflow.marked(new Matrix(n, n, value.re()), warnings);
        return new ComplexMatrix(n, n, re.values(), value.im());
    }
}
