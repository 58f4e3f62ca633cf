package org.mlmath.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.NativeLibraryException;
import org.mlmath.numerics.linear.OpenBlasLibrary;

/**
 * Calls of LAPACK and nothing else, as a C program would make them: on memory outside the heap, column-major, with the best workspace,
 * all of it there beforehand. What the kernel is measured against.
 */
final class BareCall implements AutoCloseable {
    private static final int COLUMN_MAJOR = 102;
    private static final int NOT_TRANSPOSED = 111;
    private static final int TRANSPOSED = 112;
    private static final int UPPER = 121;

    private static final SymbolLookup LIBRARY = library();

    private final Arena arena = Arena.ofConfined();
    private final List<String> names = new ArrayList<>();
    private final List<MethodHandle> calls = new ArrayList<>();
    private final List<Runnable> inputs = new ArrayList<>();

    private static SymbolLookup library() {
        try {
            Kernels.current(); // sets the library to one thread
            return OpenBlasLibrary.load();
        } catch (NativeLibraryException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the routines that are called, for instance {@code "geqrf, orgqr"} */
    String routines() {
        return String.join(", ", names);
    }

    /** Lays the input in place, which the calls overwrite. */
    void prepare() {
        inputs.forEach(Runnable::run);
    }

    void call() {
        try {
            for (MethodHandle call : calls) {
                call.invokeExact();
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        arena.close();
    }

    static BareCall svd(Matrix a) {
        BareCall bare = new BareCall();
        int n = a.rows();
        MemorySegment s = bare.doubles(n);
        MemorySegment u = bare.doubles(n * n);
        MemorySegment vt = bare.doubles(n * n);
        bare.lapack("gesdd", 'S', n, n, bare.input(a), n, s, u, n, vt, n, Work.DOUBLES, bare.ints(8 * n));
        return bare;
    }

    static BareCall symmetricEigen(Matrix a) {
        BareCall bare = new BareCall();
        int n = a.rows();
        bare.lapack("syevd", 'V', 'L', n, bare.input(a), n, bare.doubles(n), Work.DOUBLES, Work.INTS);
        return bare;
    }

    static BareCall eigen(Matrix a) {
        BareCall bare = new BareCall();
        int n = a.rows();
        MemorySegment re = bare.doubles(n);
        MemorySegment im = bare.doubles(n);
        MemorySegment v = bare.doubles(n * n);
        bare.lapack("geev", 'N', 'V', n, bare.input(a), n, re, im, v, n, v, n, Work.DOUBLES);
        return bare;
    }

    static BareCall qr(Matrix a) {
        BareCall bare = new BareCall();
        int n = a.rows();
        MemorySegment factors = bare.input(a);
        MemorySegment tau = bare.doubles(n);
        bare.lapack("geqrf", n, n, factors, n, tau, Work.DOUBLES);
        bare.lapack("orgqr", n, n, n, factors, n, tau, Work.DOUBLES);
        return bare;
    }

    static BareCall pivotedQr(Matrix a) {
        BareCall bare = new BareCall();
        int n = a.rows();
        MemorySegment factors = bare.input(a);
        MemorySegment tau = bare.doubles(n);
        MemorySegment order = bare.ints(n);
        bare.inputs.add(() -> order.fill((byte) 0));
        bare.lapack("geqp3", n, n, factors, n, order, tau, Work.DOUBLES);
        bare.lapack("orgqr", n, n, n, factors, n, tau, Work.DOUBLES);
        return bare;
    }

    static BareCall inverse(Matrix a) {
        BareCall bare = new BareCall();
        int n = a.rows();
        MemorySegment lu = bare.input(a);
        MemorySegment pivots = bare.ints(n);
        bare.lapack("getrf", n, n, lu, n, pivots);
        bare.lapack("getri", n, lu, n, pivots, Work.DOUBLES);
        return bare;
    }

    static BareCall lu(Matrix a) {
        BareCall bare = new BareCall();
        int n = a.rows();
        MemorySegment lu = bare.input(a);
        bare.lapack("getrf", n, n, lu, n, bare.ints(n));
        bare.lapack("gecon", '1', n, lu, n, a.oneNorm(), bare.doubles(1), bare.doubles(4 * n), bare.ints(n));
        return bare;
    }

    static BareCall cholesky(Matrix a) {
        BareCall bare = new BareCall();
        int n = a.rows();
        MemorySegment factor = bare.input(a);
        bare.lapack("potrf", 'U', n, factor, n);
        bare.lapack("pocon", 'U', n, factor, n, a.oneNorm(), bare.doubles(1), bare.doubles(3 * n), bare.ints(n));
        return bare;
    }

    static BareCall ldl(Matrix a) {
        BareCall bare = new BareCall();
        int n = a.rows();
        bare.lapack("sytrf_rk", 'L', n, bare.input(a), n, bare.doubles(n), bare.ints(n), Work.DOUBLES);
        return bare;
    }

    static BareCall schur(Matrix a) {
        BareCall bare = new BareCall();
        int n = a.rows();
        MemorySegment re = bare.doubles(n);
        MemorySegment im = bare.doubles(n);
        MemorySegment z = bare.doubles(n * n);
        MemorySegment found = bare.ints(1);
        bare.lapack(
                "gees",
                'V',
                'N',
                MemorySegment.NULL,
                n,
                bare.input(a),
                n,
                found,
                re,
                im,
                z,
                n,
                Work.DOUBLES,
                bare.ints(n));
        return bare;
    }

    static BareCall hessenberg(Matrix a) {
        BareCall bare = new BareCall();
        int n = a.rows();
        MemorySegment factors = bare.input(a);
        MemorySegment tau = bare.doubles(n);
        bare.lapack("gehrd", n, 1, n, factors, n, tau, Work.DOUBLES);
        bare.lapack("orghr", n, 1, n, factors, n, tau, Work.DOUBLES);
        return bare;
    }

    static BareCall leastSquares(Matrix a, Matrix b) {
        BareCall bare = new BareCall();
        int m = a.rows();
        int n = a.columns();
        MemorySegment x = bare.input(b);
        MemorySegment s = bare.doubles(n);
        MemorySegment rank = bare.ints(1);
        bare.lapack(
                "gelsd",
                m,
                n,
                b.columns(),
                bare.input(a.transpose()),
                m,
                x,
                m,
                s,
                Math.ulp(1.0),
                rank,
                Work.DOUBLES,
                bare.ints(64 * n));
        return bare;
    }

    static BareCall solve(Matrix a, Matrix b) {
        BareCall bare = new BareCall();
        int n = a.rows();
        MemorySegment lu = bare.input(a);
        MemorySegment pivots = bare.ints(n);
        bare.lapack("getrf", n, n, lu, n, pivots);
        bare.lapack("gecon", 'I', n, lu, n, a.oneNorm(), bare.doubles(1), bare.doubles(4 * n), bare.ints(n));
        bare.lapack("getrs", 'T', n, b.columns(), lu, n, pivots, bare.input(b.transpose()), n);
        return bare;
    }

    static BareCall multiply(Matrix a, Matrix b) {
        BareCall bare = new BareCall();
        int n = a.rows();
        MemorySegment c = bare.doubles(n * n);
        bare.add(
                "gemm",
                bound(
                        "cblas_dgemm",
                        null,
                        COLUMN_MAJOR,
                        NOT_TRANSPOSED,
                        NOT_TRANSPOSED,
                        n,
                        n,
                        n,
                        1.0,
                        bare.input(b),
                        n,
                        bare.input(a),
                        n,
                        0.0,
                        c,
                        n));
        return bare;
    }

    /** The covariance product of data with observations in rows, then its eigenvectors: what PCA is made of. */
    static BareCall covarianceEigen(Matrix data) {
        BareCall bare = new BareCall();
        int p = data.columns();
        MemorySegment gram = bare.doubles(p * p);
        bare.add(
                "syrk",
                bound(
                        "cblas_dsyrk",
                        null,
                        COLUMN_MAJOR,
                        UPPER,
                        NOT_TRANSPOSED,
                        p,
                        data.rows(),
                        1.0,
                        bare.input(data),
                        p,
                        0.0,
                        gram,
                        p));
        bare.lapack("syevd", 'V', 'U', p, gram, p, bare.doubles(p), Work.DOUBLES, Work.INTS);
        return bare;
    }

    private enum Work {
        DOUBLES,
        INTS
    }

    private MemorySegment doubles(int n) {
        return arena.allocate(8L * n, 64);
    }

    private MemorySegment ints(int n) {
        return arena.allocate(4L * n, 64);
    }

    private MemorySegment input(Matrix a) {
        MemorySegment place = doubles(a.values().length);
        inputs.add(() -> MemorySegment.copy(a.values(), 0, place, JAVA_DOUBLE, 0, a.values().length));
        return place;
    }

    /** Asks for the size of the workspace that is wanted, then binds the routine to all of its arguments. */
    private void lapack(String routine, Object... arguments) {
        List<Object> query = new ArrayList<>(List.of(COLUMN_MAJOR));
        List<Object> call = new ArrayList<>(List.of(COLUMN_MAJOR));
        MemorySegment size = doubles(1);
        MemorySegment intSize = ints(1);
        boolean asks = false;
        for (Object argument : arguments) {
            if (argument instanceof Work work) {
                query.add(work == Work.DOUBLES ? size : intSize);
                query.add(-1);
                asks = true;
            } else {
                query.add(argument);
            }
        }
        String name = "LAPACKE_d" + routine + "_work";
        if (asks) {
            prepare();
            invoke(bound(name, JAVA_INT, query.toArray()));
        }
        for (Object argument : arguments) {
            if (argument == Work.DOUBLES) {
                int length = (int) size.get(JAVA_DOUBLE, 0);
                call.add(doubles(length));
                call.add(length);
            } else if (argument == Work.INTS) {
                int length = intSize.get(JAVA_INT, 0);
                call.add(ints(length));
                call.add(length);
            } else {
                call.add(argument);
            }
        }
        add(routine, bound(name, JAVA_INT, call.toArray()));
    }

    private void add(String routine, MethodHandle call) {
        names.add(routine);
        calls.add(call);
    }

    private static void invoke(MethodHandle call) {
        try {
            call.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("restricted") // that is what is measured
    private static MethodHandle bound(String symbol, MemoryLayout result, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        Object[] values = arguments.clone();
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = switch (arguments[i]) {
                case Integer n -> JAVA_INT;
                case Double x -> JAVA_DOUBLE;
                case Character letter -> JAVA_BYTE;
                default -> ADDRESS;
            };
            if (arguments[i] instanceof Character letter) {
                values[i] = (byte) letter.charValue();
            }
        }
        FunctionDescriptor type =
                result == null ? FunctionDescriptor.ofVoid(layouts) : FunctionDescriptor.of(result, layouts);
        MethodHandle handle = Linker.nativeLinker().downcallHandle(LIBRARY.findOrThrow(symbol), type);
        MethodHandle call = MethodHandles.insertArguments(handle, 0, values);
        return call.asType(call.type().changeReturnType(void.class));
    }
}
