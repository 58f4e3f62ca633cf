package org.mlmath.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.linalg.decomposition.Cholesky;
import org.mlmath.linalg.decomposition.Eigen;
import org.mlmath.linalg.decomposition.Hessenberg;
import org.mlmath.linalg.decomposition.Ldl;
import org.mlmath.linalg.decomposition.Lu;
import org.mlmath.linalg.decomposition.Qr;
import org.mlmath.linalg.decomposition.QrMode;
import org.mlmath.linalg.decomposition.Schur;
import org.mlmath.linalg.decomposition.SchurOutput;
import org.mlmath.linalg.decomposition.Svd;
import org.mlmath.linalg.decomposition.SvdMode;
import org.mlmath.linalg.matrix.algebra.Multiplication;
import org.mlmath.linalg.matrix.inverse.Inverse;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.linalg.system.LinearSystem;
import org.mlmath.linalg.system.NearestSolution;
import org.mlmath.linalg.system.SolveMethod;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** Each operation of the kernel against the bare calls of LAPACK that it consists of, against its whole answer, and against Hipparchus. */
final class KernelComparison {
    private static final int[] SIZES = {100, 500, 1000};

    /** Matrices of one order, the same ones every time. */
    static final class Input {
        final int n;
        final Matrix general;
        final Matrix symmetric;
        final Matrix definite;
        final Matrix tall;
        final Matrix rightHandSide;

        Input(int n) {
            this.n = n;
            SplittableRandom random = new SplittableRandom(1);
            general = random(random, n, n);
            tall = random(random, n, n / 2);
            rightHandSide = random(random, n, 1);
            Matrix transposed = general.transpose();
            double[] sums = general.values().clone();
            for (int at = 0; at < sums.length; at++) {
                sums[at] += transposed.values()[at];
            }
            symmetric = new Matrix(n, n, sums);
            double[] dominant = sums.clone();
            for (int i = 0; i < n; i++) {
                dominant[i * (n + 1)] += 2 * n;
            }
            definite = new Matrix(n, n, dominant);
        }

        private static Matrix random(SplittableRandom random, int rows, int columns) {
            return new Matrix(
                    rows,
                    columns,
                    random.doubles((long) rows * columns).map(u -> 2 * u - 1).toArray());
        }
    }

    interface OnKernel {
        Object run(Kernel kernel, Input input);
    }

    record Operation(String name, Function<Input, BareCall> bare, OnKernel kernel, Function<Input, Object> answer) {}

    static final List<Operation> OPERATIONS = List.of(
            new Operation(
                    "SVD",
                    in -> BareCall.svd(in.general),
                    (kernel, in) -> kernel.svd(in.general, Kernel.Vectors.THIN),
                    in -> Svd.decompose(in.general, SvdMode.THIN, null, false)),
            new Operation(
                    "symmetric eigen",
                    in -> BareCall.symmetricEigen(in.symmetric),
                    (kernel, in) -> kernel.symmetricEigen(in.symmetric, true),
                    in -> Eigen.decompose(in.symmetric, true, false, Deadline.none())),
            new Operation(
                    "eigen",
                    in -> BareCall.eigen(in.general),
                    (kernel, in) -> kernel.eigen(in.general, true),
                    in -> Eigen.decompose(in.general, true, false, Deadline.none())),
            new Operation(
                    "QR",
                    in -> BareCall.qr(in.general),
                    (kernel, in) -> kernel.qr(in.general, false, false),
                    in -> Qr.decompose(in.general, QrMode.THIN, false, false)),
            new Operation(
                    "QR, pivoted",
                    in -> BareCall.pivotedQr(in.general),
                    (kernel, in) -> kernel.qr(in.general, false, true),
                    in -> Qr.decompose(in.general, QrMode.THIN, true, false)),
            new Operation(
                    "LU",
                    in -> BareCall.lu(in.general),
                    (kernel, in) -> kernel.luTriangles(in.general),
                    in -> Lu.decompose(in.general, Arithmetic.FLOAT, false, Deadline.none())),
            new Operation(
                    "Cholesky",
                    in -> BareCall.cholesky(in.definite),
                    (kernel, in) -> kernel.cholesky(in.definite),
                    in -> Cholesky.decompose(in.definite, false, Deadline.none())),
            new Operation(
                    "LDL",
                    in -> BareCall.ldl(in.symmetric),
                    (kernel, in) -> kernel.ldl(in.symmetric),
                    in -> Ldl.decompose(in.symmetric, false)),
            new Operation(
                    "Schur",
                    in -> BareCall.schur(in.general),
                    (kernel, in) -> kernel.schur(in.general),
                    in -> Schur.decompose(in.general, SchurOutput.REAL, null, false)),
            new Operation(
                    "Hessenberg",
                    in -> BareCall.hessenberg(in.general),
                    (kernel, in) -> kernel.hessenberg(in.general),
                    in -> Hessenberg.decompose(in.general, false)),
            new Operation(
                    "least squares, n × n/2",
                    in -> BareCall.leastSquares(in.tall, in.rightHandSide),
                    (kernel, in) -> kernel.leastSquares(in.tall, in.rightHandSide, Math.ulp(1.0)),
                    in -> NearestSolution.find(
                            in.tall, VectorOrMatrix.matrix(in.rightHandSide), null, 0, false, Deadline.none())),
            new Operation(
                    "solve",
                    in -> BareCall.solve(in.general, in.rightHandSide),
                    (kernel, in) -> kernel.lu(in.general).solve(in.rightHandSide),
                    in -> LinearSystem.solve(
                            in.general,
                            VectorOrMatrix.matrix(in.rightHandSide),
                            SolveMethod.AUTO,
                            Arithmetic.FLOAT,
                            false,
                            Deadline.none())),
            new Operation(
                    "inverse",
                    in -> BareCall.inverse(in.general),
                    (kernel, in) -> kernel.inverse(in.general),
                    in -> Inverse.of(in.general, Arithmetic.FLOAT, false, Deadline.none())),
            new Operation(
                    "product",
                    in -> BareCall.multiply(in.general, in.symmetric),
                    (kernel, in) -> kernel.multiply(in.general, in.symmetric),
                    in -> Multiplication.multiply(in.general, in.symmetric, false)));

    private KernelComparison() {}

    /** @return a table for each size, and what the columns mean */
    static String report() {
        StringBuilder report = new StringBuilder("""

                ## The kernel beside LAPACK

                Milliseconds of processor time, the least of some rounds taken in turns. *LAPACK*: the bare calls named, column-major on
                memory outside the heap, workspace and results allocated before. *Kernel*: the same from a row-major array in the heap to
                new ones, and the transposes between. *Answer*: the whole computation of an endpoint, with certificates, signs and order,
                refinement. *Hipparchus*: the kernel where no native library loads.

                The kernel is to be within 1.15 of LAPACK from n = 500 on, the product within 1.6 at 500 and 1.2 at 1000. What lies between
                them is most where LAPACK takes but a few milliseconds (LU, Cholesky, LDL): the bare call finds its matrix in the cache
                and leaves its result there, the kernel writes one or two matrices to memory that is new; beside much other work, which
                takes the cache, that takes longer. At small n the calls that ask for the size of workspace and the making of arrays show.
                """);
        for (int size : SIZES) {
            Input input = new Input(size);
            report.append(
                    "\n| n = %d | calls | LAPACK | kernel | ratio | answer | beside kernel | Hipparchus |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n"
                            .formatted(size));
            for (Operation operation : OPERATIONS) {
                report.append(row(operation, input));
            }
        }
        return report.toString();
    }

    private static String row(Operation operation, Input input) {
        Kernel openBlas = Kernels.current();
        Kernel hipparchus = Kernels.hipparchus();
        try (BareCall bare = operation.bare.apply(input)) {
            Rounds.Subject lapack = new Rounds.Subject() {
                @Override
                public void prepare() {
                    bare.prepare();
                }

                @Override
                public Object run() {
                    bare.call();
                    return null;
                }
            };
            boolean large = input.n > 500;
            double[] best = Rounds.least(
                    large ? 4 : 10,
                    large ? 1.5 : 0.8,
                    lapack,
                    () -> operation.kernel.run(openBlas, input),
                    () -> operation.answer.apply(input));
            double fallback =
                    Rounds.least(1, input.n > 100 ? 0 : 0.5, () -> operation.kernel.run(hipparchus, input))[0];
            System.out.printf(
                    Locale.ROOT, "%s %d: %.3f %.3f %.3f%n", operation.name, input.n, best[0], best[1], best[2]);
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.2f | %s | %.2f | %s |%n",
                    operation.name,
                    bare.routines(),
                    Results.shown(best[0]),
                    Results.shown(best[1]),
                    best[1] / best[0],
                    Results.shown(best[2]),
                    best[2] / best[1],
                    Results.shown(fallback));
        }
    }
}
