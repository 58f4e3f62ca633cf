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
 * What a thread asks of the operating system: to run soon, or for long. Who wakes up with little to do (an event loop with a small
 * request) is to go first, where it would otherwise wait for the end of somebody's slice: some milliseconds, for a request that takes a
 * twentieth of one.
 *
 * <p>Linux takes such a wish from any thread by {@code sched_setattr(2)}, the length of its slices as {@code sched_runtime} from 6.12
 * on (Zijlstra, <i>sched/eevdf: Allow shorter slices to wakeup-preempt</i>, 2024). Elsewhere it is without effect.
 */
public enum Urgency {
    /** The shortest slices that there are: soon, and not for long. For what never has much to do at a time. */
    PROMPT(0, Duration.ofNanos(100_000)),

    /**
     * The longest that there are, and a third of the weight of others. Of equals, one who has just worked waits until the other has worked
     * as much, however short its slices; so that a piece of a large body is followed by small requests at once, large work
     * counts for less. On processors that others leave free it loses nothing, beside those who want all of them it keeps a quarter.
     */
    PATIENT(5, Duration.ofMillis(100));

    private static final Logger LOG = Logger.getLogger(Urgency.class);

    /** The number of the call by the name of the architecture; there is no function for it in older C libraries. */
    private static final Map<String, Long> SCHED_SETATTR = Map.of("amd64", 314L, "aarch64", 274L);

    /** Of {@code struct sched_attr}: all zero but these and its size is an ordinary thread. */
    private static final int ATTRIBUTES_BYTES = 48;

    private static final int NICE_OFFSET = 16;
    private static final int SLICE_OFFSET = 24;

    private final int nice;
    private final Duration slice;

    Urgency(int nice, Duration slice) {
        this.nice = nice;
        this.slice = slice;
    }

    /** @param name of the threads, before their number */
    public ThreadFactory threads(String name) {
        ThreadFactory factory = Thread.ofPlatform().name(name, 0).daemon().factory();
        return work -> factory.newThread(() -> {
            ask();
            work.run();
        });
    }

    /** Asks for it on behalf of the thread that calls. */
    @SuppressWarnings("restricted") // the one call has the types that the kernel documents
    public void ask() {
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
            attributes.set(ValueLayout.JAVA_INT, NICE_OFFSET, nice);
            attributes.set(ValueLayout.JAVA_LONG, SLICE_OFFSET, slice.toNanos());
            long refused = (long) call.invokeExact((long) number, 0, attributes, 0);
            if (refused != 0) {
                LOG.debugf("the kernel does not let threads be %s", this);
            }
        } catch (Throwable e) { // what cannot be had is done without
            LOG.debugf(e, "threads cannot ask to be %s", this);
        }
    }
}
