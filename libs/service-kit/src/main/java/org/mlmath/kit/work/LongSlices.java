package org.mlmath.kit.work;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.jboss.logging.Logger;

/**
 * Threads that would rather run long than soon, for work that takes long anyway. They get their share of the processors like all
 * others, but who wakes up with little to do (an event loop with a small request) goes first, where it would otherwise wait for the
 * end of their slice: some milliseconds, for a request that takes a twentieth of one.
 *
 * <p>Linux from 6.12 on takes such a wish from any thread as {@code sched_runtime} of {@code sched_setattr(2)} (Zijlstra, <i>sched/eevdf:
 * Allow shorter slices to wakeup-preempt</i>, 2024). Elsewhere it is without effect.
 */
final class LongSlices {
    private static final Logger LOG = Logger.getLogger(LongSlices.class);

    /** The longest that the kernel grants. */
    private static final Duration SLICE = Duration.ofMillis(100);

    /** The number of the call by the name of the architecture; there is no function for it in older C libraries. */
    private static final Map<String, Long> SCHED_SETATTR = Map.of("amd64", 314L, "aarch64", 274L);

    /** Of {@code struct sched_attr}: all zero but its size and the slice is an ordinary thread of ordinary priority. */
    private static final int ATTRIBUTES_BYTES = 48;

    private static final int SLICE_OFFSET = 24;

    private LongSlices() {}

    /** @param name of the threads, before their number */
    static ThreadFactory threads(String name) {
        ThreadFactory factory = Thread.ofPlatform().name(name, 0).daemon().factory();
        return work -> factory.newThread(() -> {
            askForThem();
            work.run();
        });
    }

    @SuppressWarnings("restricted") // the one call has the types that the kernel documents
    private static void askForThem() {
        Long number = SCHED_SETATTR.get(System.getProperty("os.arch"));
        if (number == null || !System.getProperty("os.name").equals("Linux")) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            MethodHandle call = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("syscall"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT),
                    Linker.Option.firstVariadicArg(1));
            MemorySegment attributes = arena.allocate(ATTRIBUTES_BYTES, Long.BYTES);
            attributes.set(ValueLayout.JAVA_INT, 0, ATTRIBUTES_BYTES);
            attributes.set(ValueLayout.JAVA_LONG, SLICE_OFFSET, SLICE.toNanos());
            long refused = (long) call.invokeExact((long) number, 0, attributes, 0);
            if (refused != 0) {
                LOG.debug("the kernel grants no long slices");
            }
        } catch (Throwable e) { // what cannot be had is done without
            LOG.debug("long slices cannot be asked for", e);
        }
    }
}
