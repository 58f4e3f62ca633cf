package org.mlmath.kit.work;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
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
    PROMPT(Policy.OTHER, 0, Duration.ofNanos(100_000)),

    /**
     * The longest slices that there are, and a third of the weight of others. Of equals, one who has just worked waits until the other has
     * worked as much, however short its slices; so that a piece of a large body is followed by small requests at once, large work
     * counts for less. On processors that others leave free it loses nothing, beside those who want all of them it keeps a quarter.
     */
    PATIENT(Policy.OTHER, 5, Duration.ofMillis(100)),

    /**
     * What others leave, next to nothing where they leave none. A processor with nobody else on it is free in the eyes of the kernel: who
     * wakes up is put there at once, and never waits behind one of these, whereas beside {@link #PATIENT} ones it is left in the queue of
     * the processor where it was. In short slices all the same: who has been left out holds up everybody who has to wait for it (all of
     * the JVM, before a collection), until it is its turn.
     */
    SPARE(Policy.IDLE, 5, Duration.ofNanos(100_000));

    private static final Logger LOG = Logger.getLogger(Urgency.class);

    /** The numbers of the calls by the name of the architecture; there are no functions for them in older C libraries. */
    private static final Map<String, Long> SCHED_SETATTR = Map.of("amd64", 314L, "aarch64", 274L);

    private static final Map<String, Long> SCHED_GETATTR = Map.of("amd64", 315L, "aarch64", 275L);

    /** Of {@code struct sched_attr}, whose size stands at its beginning. */
    private static final int ATTRIBUTES_BYTES = 48;

    private static final int POLICY_OFFSET = 4;
    private static final int NICE_OFFSET = 16;
    private static final int SLICE_OFFSET = 24;
    private static final int NICEST = 19;

    /** The thread that calls, in the eyes of the kernel. */
    private static final int MYSELF = 0;

    private final Policy policy;
    private final int nicer;
    private final Duration slice;

    /** @param nicer than the process was started: who starts it may have said how much all of it counts */
    Urgency(Policy policy, int nicer, Duration slice) {
        this.policy = policy;
        this.nicer = nicer;
        this.slice = slice;
    }

    /** Of those of {@code sched(7)} the ones that ask for no privilege, with their numbers. */
    private enum Policy {
        OTHER(0),
        IDLE(5);

        private final int number;

        Policy(int number) {
            this.number = number;
        }
    }

    /** @param name of the threads, before their number */
    public ThreadFactory threads(String name) {
        ThreadFactory factory = Thread.ofPlatform().name(name, 0).daemon().factory();
        return work -> factory.newThread(() -> {
            ask();
            work.run();
        });
    }

    /**
     * Asks for it on behalf of the thread that calls.
     *
     * @return whether it is granted
     */
    public boolean ask() {
        return askFor(MYSELF);
    }

    /** @return the thread that calls, as {@link #askFor} knows it; who calls where that is not told is {@link #MYSELF} to everybody */
    static int self() {
        try {
            return Integer.parseInt(Files.readSymbolicLink(Path.of("/proc/thread-self"))
                    .getFileName()
                    .toString());
        } catch (IOException | UnsupportedOperationException notLinux) {
            return MYSELF;
        }
    }

    /**
     * Asks for it on behalf of another thread of this process.
     *
     * @return whether it is granted
     */
    boolean askFor(int thread) {
        String architecture = System.getProperty("os.arch");
        if (!System.getProperty("os.name").equals("Linux") || !SCHED_SETATTR.containsKey(architecture)) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(ATTRIBUTES_BYTES, Long.BYTES);
            long unknown = (long) SystemCall.HANDLE.invokeExact(
                    (long) SCHED_GETATTR.get(architecture),
                    ProcessHandle.current().pid(),
                    attributes,
                    (long) ATTRIBUTES_BYTES,
                    0L);
            if (attributes.get(ValueLayout.JAVA_INT, POLICY_OFFSET) == Policy.OTHER.number) {
                attributes.set(ValueLayout.JAVA_INT, POLICY_OFFSET, policy.number);
            }
            attributes.set(
                    ValueLayout.JAVA_INT,
                    NICE_OFFSET,
                    Math.min(attributes.get(ValueLayout.JAVA_INT, NICE_OFFSET) + nicer, NICEST));
            attributes.set(ValueLayout.JAVA_LONG, SLICE_OFFSET, slice.toNanos());
            long refused = (long) SystemCall.HANDLE.invokeExact(
                    (long) SCHED_SETATTR.get(architecture), (long) thread, attributes, 0L, 0L);
            if (unknown != 0 || refused != 0) {
                LOG.debugf("the kernel does not let threads be %s", this);
            }
            return unknown == 0 && refused == 0;
        } catch (Throwable e) { // what cannot be had is done without
            LOG.debugf(e, "threads cannot ask to be %s", this);
            return false;
        }
    }

    /** Made when it is first needed, and once. */
    private static final class SystemCall {
        static final MethodHandle HANDLE = handle();

        /** @return {@code syscall(2)} with as many arguments as the longer call takes; the shorter ignores the last */
        @SuppressWarnings("restricted") // the calls have the types that the kernel documents
        private static MethodHandle handle() {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("syscall"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG),
                    Linker.Option.firstVariadicArg(1));
        }
    }
}
