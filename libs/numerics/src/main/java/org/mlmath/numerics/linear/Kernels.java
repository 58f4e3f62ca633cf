package org.mlmath.numerics.linear;

import java.util.Optional;

/**
 * The kernel of this process: OpenBLAS where its native library loads, else Hipparchus. The system property
 * {@code mlmath.kernel=hipparchus} asks for the latter. Chosen once, at first use.
 */
public final class Kernels {
    private static final String CHOICE = "mlmath.kernel";

    private Kernels() {}

    private static final class Chosen {
        private static final Optional<String> REASON;
        private static final Kernel KERNEL;

        static {
            if ("hipparchus".equals(System.getProperty(CHOICE))) {
                REASON = Optional.of("asked for by the property " + CHOICE);
                KERNEL = new HipparchusKernel();
            } else {
                Optional<String> reason = Optional.empty();
                Kernel kernel;
                try {
                    kernel = OpenBlasKernel.load();
                } catch (NativeLibraryException e) {
                    reason = Optional.of(e.getMessage());
                    kernel = new HipparchusKernel();
                }
                REASON = reason;
                KERNEL = kernel;
            }
        }
    }

    /** @return the kernel that computes in this process */
    public static Kernel current() {
        return Chosen.KERNEL;
    }

    /** @return why the kernel is not OpenBLAS, where it is not */
    public static Optional<String> fallbackReason() {
        return Chosen.REASON;
    }

    /** @return the kernel in pure Java, for comparison */
    public static Kernel hipparchus() {
        return new HipparchusKernel();
    }
}
