package org.mlmath.numerics.linear;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The routines of OpenBLAS as Java methods: LAPACKE's {@code _work} variants (no search for NaN, no allocation of their own) on
 * column-major arrays, and the product of CBLAS on row-major ones. Each returns LAPACK's {@code info}.
 *
 * <p>The class loads the library; where that fails its initialisation does, see {@link #load}.
 */
@SuppressWarnings("restricted") // the one place where native code is called
final class Lapack {
    private static final int COLUMN_MAJOR = 102;
    private static final int ROW_MAJOR = 101;
    private static final int NOT_TRANSPOSED = 111;
    private static final int TRANSPOSED = 112;
    private static final int UPPER = 121;

    private static SymbolLookup library;

    /**
     * Two handles to one routine. A critical call works on Java arrays in place, but holds up the garbage collector, and so every
     * other thread, until it returns; an ordinary one needs its data copied out of the heap.
     */
    private record Routine(MethodHandle ordinary, MethodHandle critical) {
        static Routine of(String name, MemoryLayout... arguments) {
            return of(name, FunctionDescriptor.of(JAVA_INT, arguments));
        }

        static Routine of(String name, FunctionDescriptor type) {
            MemorySegment address = library.findOrThrow(name);
            Linker linker = Linker.nativeLinker();
            return new Routine(
                    linker.downcallHandle(address, type),
                    linker.downcallHandle(address, type, Linker.Option.critical(true)));
        }

        MethodHandle handle(MemorySegment data) {
            return data.isNative() ? ordinary : critical;
        }
    }

    private Lapack() {}

    /**
     * Loads the library and sets it to one thread: with two it gives other bits, gains little below n = 1000, and grinds to a halt
     * when many callers use it at once.
     *
     * @return its version, for instance "0.3.31"
     */
    static String load() throws NativeLibraryException {
        library = OpenBlasLibrary.load();
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle setThreads = linker.downcallHandle(
                    library.findOrThrow("openblas_set_num_threads"), FunctionDescriptor.ofVoid(JAVA_INT));
            setThreads.invokeExact(1);
            MethodHandle config =
                    linker.downcallHandle(library.findOrThrow("openblas_get_config"), FunctionDescriptor.of(ADDRESS));
            MemorySegment text = (MemorySegment) config.invokeExact();
            String[] words = text.reinterpret(4096).getString(0).split(" "); // "OpenBLAS 0.3.31 DYNAMIC_ARCH …"
            return words.length > 1 ? words[1] : "";
        } catch (Throwable e) {
            throw new NativeLibraryException("OpenBLAS does not answer: " + e.getMessage(), e);
        }
    }

    // A class for each routine: looked up at its first use, since making the handles takes milliseconds, and constant
    // from then on, so
    // that the calls are compiled in place.

    private static final class Gesdd {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dgesdd_work",
                JAVA_INT,
                JAVA_BYTE,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS);
    }

    private static final class Gesvd {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dgesvd_work",
                JAVA_INT,
                JAVA_BYTE,
                JAVA_BYTE,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT);
    }

    private static final class Syevd {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dsyevd_work",
                JAVA_INT,
                JAVA_BYTE,
                JAVA_BYTE,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT);
    }

    private static final class Geev {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dgeev_work",
                JAVA_INT,
                JAVA_BYTE,
                JAVA_BYTE,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT);
    }

    private static final class Geqrf {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dgeqrf_work", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    }

    private static final class Geqp3 {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dgeqp3_work",
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                JAVA_INT);
    }

    private static final class Orgqr {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dorgqr_work",
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT);
    }

    private static final class Gees {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dgees_work",
                JAVA_INT,
                JAVA_BYTE,
                JAVA_BYTE,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS);
    }

    private static final class Trsen {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dtrsen_work",
                JAVA_INT,
                JAVA_BYTE,
                JAVA_BYTE,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT);
    }

    private static final class Gehrd {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dgehrd_work",
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT);
    }

    private static final class Orghr {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dorghr_work",
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT);
    }

    private static final class SytrfRk {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dsytrf_rk_work",
                JAVA_INT,
                JAVA_BYTE,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                JAVA_INT);
    }

    private static final class Getrf {
        static final Routine ROUTINE =
                Routine.of("LAPACKE_dgetrf_work", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    }

    private static final class Getrs {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dgetrs_work",
                JAVA_INT,
                JAVA_BYTE,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                JAVA_INT);
    }

    private static final class Getri {
        static final Routine ROUTINE =
                Routine.of("LAPACKE_dgetri_work", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    }

    private static final class Gecon {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dgecon_work",
                JAVA_INT,
                JAVA_BYTE,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                JAVA_DOUBLE,
                ADDRESS,
                ADDRESS,
                ADDRESS);
    }

    private static final class Potrf {
        static final Routine ROUTINE =
                Routine.of("LAPACKE_dpotrf_work", JAVA_INT, JAVA_BYTE, JAVA_INT, ADDRESS, JAVA_INT);
    }

    private static final class Potrs {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dpotrs_work", JAVA_INT, JAVA_BYTE, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    }

    private static final class Pocon {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dpocon_work",
                JAVA_INT,
                JAVA_BYTE,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                JAVA_DOUBLE,
                ADDRESS,
                ADDRESS,
                ADDRESS);
    }

    private static final class Gelsd {
        static final Routine ROUTINE = Routine.of(
                "LAPACKE_dgelsd_work",
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_DOUBLE,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS);
    }

    private static final class Gemm {
        static final Routine ROUTINE = Routine.of(
                "cblas_dgemm",
                FunctionDescriptor.ofVoid(
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_DOUBLE,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_DOUBLE,
                        ADDRESS,
                        JAVA_INT));
    }

    private static final class Syrk {
        static final Routine ROUTINE = Routine.of(
                "cblas_dsyrk",
                FunctionDescriptor.ofVoid(
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_DOUBLE,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_DOUBLE,
                        ADDRESS,
                        JAVA_INT));
    }

    private static final class Asum {
        static final Routine ROUTINE =
                Routine.of("cblas_dasum", FunctionDescriptor.of(JAVA_DOUBLE, JAVA_INT, ADDRESS, JAVA_INT));
    }

    private static final class Omatcopy {
        static final Routine ROUTINE = Routine.of(
                "cblas_domatcopy",
                FunctionDescriptor.ofVoid(
                        JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_DOUBLE, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
    }

    // The methods below differ only in their arguments. A handle declares Throwable; these throw nothing, so what comes
    // is a bug.

    /** Singular value decomposition by divide and conquer. @param jobz 'N', 'S' (thin) or 'A' (full) */
    static int gesdd(
            char jobz,
            int m,
            int n,
            MemorySegment a,
            MemorySegment s,
            MemorySegment u,
            int ldu,
            MemorySegment vt,
            int ldvt,
            MemorySegment work,
            int lwork,
            MemorySegment iwork) {
        try {
            return (int) Gesdd.ROUTINE
                    .handle(a)
                    .invokeExact(COLUMN_MAJOR, (byte) jobz, m, n, a, m, s, u, ldu, vt, ldvt, work, lwork, iwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Singular value decomposition by QR iteration. */
    static int gesvd(
            char jobz,
            int m,
            int n,
            MemorySegment a,
            MemorySegment s,
            MemorySegment u,
            int ldu,
            MemorySegment vt,
            int ldvt,
            MemorySegment work,
            int lwork) {
        try {
            return (int) Gesvd.ROUTINE
                    .handle(a)
                    .invokeExact(COLUMN_MAJOR, (byte) jobz, (byte) jobz, m, n, a, m, s, u, ldu, vt, ldvt, work, lwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Symmetric eigenvalues by divide and conquer, of the lower triangle. @param jobz 'N' or 'V' */
    static int syevd(
            char jobz,
            int n,
            MemorySegment a,
            MemorySegment w,
            MemorySegment work,
            int lwork,
            MemorySegment iwork,
            int liwork) {
        try {
            return (int) Syevd.ROUTINE
                    .handle(a)
                    .invokeExact(COLUMN_MAJOR, (byte) jobz, (byte) 'L', n, a, n, w, work, lwork, iwork, liwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Eigenvalues and right eigenvectors, balanced. @param jobvr 'N' or 'V' */
    static int geev(
            char jobvr,
            int n,
            MemorySegment a,
            MemorySegment wr,
            MemorySegment wi,
            MemorySegment vr,
            MemorySegment work,
            int lwork) {
        try {
            return (int) Geev.ROUTINE
                    .handle(a)
                    .invokeExact(COLUMN_MAJOR, (byte) 'N', (byte) jobvr, n, a, n, wr, wi, vr, n, vr, n, work, lwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int geqrf(int m, int n, MemorySegment a, MemorySegment tau, MemorySegment work, int lwork) {
        try {
            return (int) Geqrf.ROUTINE.handle(a).invokeExact(COLUMN_MAJOR, m, n, a, m, tau, work, lwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int geqp3(
            int m, int n, MemorySegment a, MemorySegment jpvt, MemorySegment tau, MemorySegment work, int lwork) {
        try {
            return (int) Geqp3.ROUTINE.handle(a).invokeExact(COLUMN_MAJOR, m, n, a, m, jpvt, tau, work, lwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int orgqr(int m, int n, int k, MemorySegment a, MemorySegment tau, MemorySegment work, int lwork) {
        try {
            return (int) Orgqr.ROUTINE.handle(a).invokeExact(COLUMN_MAJOR, m, n, k, a, m, tau, work, lwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Real Schur form, eigenvalues as they come. */
    static int gees(
            int n,
            MemorySegment a,
            MemorySegment wr,
            MemorySegment wi,
            MemorySegment vs,
            MemorySegment found,
            MemorySegment work,
            int lwork,
            MemorySegment bwork) {
        try {
            return (int) Gees.ROUTINE
                    .handle(a)
                    .invokeExact(
                            COLUMN_MAJOR,
                            (byte) 'V',
                            (byte) 'N',
                            MemorySegment.NULL,
                            n,
                            a,
                            n,
                            found,
                            wr,
                            wi,
                            vs,
                            n,
                            work,
                            lwork,
                            bwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Brings selected eigenvalues of a real Schur form to the top. @param unused for the condition numbers, not asked for */
    static int trsen(
            int n,
            MemorySegment select,
            MemorySegment t,
            MemorySegment q,
            MemorySegment wr,
            MemorySegment wi,
            MemorySegment found,
            MemorySegment unused,
            MemorySegment work,
            MemorySegment iwork) {
        try {
            return (int) Trsen.ROUTINE
                    .handle(t)
                    .invokeExact(
                            COLUMN_MAJOR,
                            (byte) 'N',
                            (byte) 'V',
                            select,
                            n,
                            t,
                            n,
                            q,
                            n,
                            wr,
                            wi,
                            found,
                            unused,
                            unused,
                            work,
                            n,
                            iwork,
                            1);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int gehrd(int n, MemorySegment a, MemorySegment tau, MemorySegment work, int lwork) {
        try {
            return (int) Gehrd.ROUTINE.handle(a).invokeExact(COLUMN_MAJOR, n, 1, n, a, n, tau, work, lwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int orghr(int n, MemorySegment a, MemorySegment tau, MemorySegment work, int lwork) {
        try {
            return (int) Orghr.ROUTINE.handle(a).invokeExact(COLUMN_MAJOR, n, 1, n, a, n, tau, work, lwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Factors the lower triangle as P·L·D·Lᵀ·Pᵀ with rook pivoting: L below the diagonal, that of D on it.
     *
     * @param e receives the subdiagonal of D
     */
    static int sytrfRook(int n, MemorySegment a, MemorySegment e, MemorySegment pivots, MemorySegment work, int lwork) {
        try {
            return (int)
                    SytrfRk.ROUTINE.handle(a).invokeExact(COLUMN_MAJOR, (byte) 'L', n, a, n, e, pivots, work, lwork);
        } catch (Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }

    static int getrf(int n, MemorySegment a, MemorySegment pivots) {
        return getrf(n, n, a, pivots);
    }

    static int getrf(int m, int n, MemorySegment a, MemorySegment pivots) {
        try {
            return (int) Getrf.ROUTINE.handle(a).invokeExact(COLUMN_MAJOR, m, n, a, m, pivots);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Solves with the transpose of what getrf factored. */
    static int getrsTransposed(int n, int columns, MemorySegment lu, MemorySegment pivots, MemorySegment b) {
        try {
            return (int)
                    Getrs.ROUTINE.handle(lu).invokeExact(COLUMN_MAJOR, (byte) 'T', n, columns, lu, n, pivots, b, n);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Turns what getrf left into the inverse. */
    static int getri(int n, MemorySegment lu, MemorySegment pivots, MemorySegment work, int lwork) {
        try {
            return (int) Getri.ROUTINE.handle(lu).invokeExact(COLUMN_MAJOR, n, lu, n, pivots, work, lwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** @param norm '1' or 'I', the norm that {@code anorm} is */
    static int gecon(
            char norm,
            int n,
            MemorySegment lu,
            double anorm,
            MemorySegment rcond,
            MemorySegment work,
            MemorySegment iwork) {
        try {
            return (int) Gecon.ROUTINE
                    .handle(lu)
                    .invokeExact(COLUMN_MAJOR, (byte) norm, n, lu, n, anorm, rcond, work, iwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Factors as UᵀU in the upper triangle: the row-major lower one. */
    static int potrf(int n, MemorySegment a) {
        try {
            return (int) Potrf.ROUTINE.handle(a).invokeExact(COLUMN_MAJOR, (byte) 'U', n, a, n);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int potrs(int n, int columns, MemorySegment u, MemorySegment b) {
        try {
            return (int) Potrs.ROUTINE.handle(u).invokeExact(COLUMN_MAJOR, (byte) 'U', n, columns, u, n, b, n);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int pocon(
            int n, MemorySegment u, double anorm, MemorySegment rcond, MemorySegment work, MemorySegment iwork) {
        try {
            return (int)
                    Pocon.ROUTINE.handle(u).invokeExact(COLUMN_MAJOR, (byte) 'U', n, u, n, anorm, rcond, work, iwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int gelsd(
            int m,
            int n,
            int columns,
            MemorySegment a,
            MemorySegment b,
            int ldb,
            MemorySegment s,
            double rcond,
            MemorySegment rank,
            MemorySegment work,
            int lwork,
            MemorySegment iwork) {
        try {
            return (int) Gelsd.ROUTINE
                    .handle(a)
                    .invokeExact(COLUMN_MAJOR, m, n, columns, a, m, b, ldb, s, rcond, rank, work, lwork, iwork);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** C = op(A)·op(B) + beta·C, (m×k)·(k×n) after op, which transposes where asked for; row-major. */
    static void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            MemorySegment a,
            MemorySegment b,
            double beta,
            MemorySegment c) {
        gemm(transposeA, transposeB, m, n, k, a, transposeA ? m : k, b, beta, c);
    }

    /** @param lda entries from one row of A to the next */
    static void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            MemorySegment a,
            int lda,
            MemorySegment b,
            double beta,
            MemorySegment c) {
        int opA = transposeA ? TRANSPOSED : NOT_TRANSPOSED;
        int opB = transposeB ? TRANSPOSED : NOT_TRANSPOSED;
        int ldb = transposeB ? k : n;
        try {
            Gemm.ROUTINE.handle(a).invokeExact(ROW_MAJOR, opA, opB, m, n, k, 1.0, a, lda, b, ldb, beta, c, n);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** C = Aᵀ·A + beta·C in the upper triangle, for A m×n, row-major. */
    static void syrkTransposed(int m, int n, MemorySegment a, double beta, MemorySegment c) {
        try {
            Syrk.ROUTINE.handle(a).invokeExact(ROW_MAJOR, UPPER, TRANSPOSED, n, m, 1.0, a, n, beta, c, n);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * B = Aᵀ for A m×n, row-major, at least one by one, either in the heap or outside; always a critical call.
     *
     * @param lda entries from one row of A to the next
     */
    static void transpose(int m, int n, MemorySegment a, int lda, MemorySegment b, int ldb) {
        try {
            Omatcopy.ROUTINE.critical().invokeExact(ROW_MAJOR, TRANSPOSED, m, n, 1.0, a, lda, b, ldb);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** @return the sum of the moduli of the first n entries, either in the heap or outside; always a critical call */
    static double asum(int n, MemorySegment x) {
        try {
            return (double) Asum.ROUTINE.critical().invokeExact(n, x, 1);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
