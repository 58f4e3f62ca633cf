package org.mlmath.kit.work;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * Threads for work of seconds, in the time that others leave ({@link Urgency#SPARE}): small requests never wait for them. Where others
 * leave nothing they would come to a standstill, and with them whoever waits for what they hold; so a thread that has work and
 * was left out of the processors is merely {@link Urgency#PATIENT} for a while.
 *
 * <p>Back from there to more, the kernel lets only those who may count for more than others: a process with CAP_SYS_NICE, or with a limit
 * RLIMIT_NICE of 20 at least ({@code LimitNICE=20} of systemd, {@code --ulimit nice=20} of containers). In others, threads are patient all
 * the time.
 */
@Singleton
public class SpareTime {
    /** Long enough for a compiler to be through with what it does: what stays behind it meanwhile has not been left out. */
    static final Duration PERIOD = Duration.ofMillis(500);

    /** Of a period, in the queues of the processors: who waits longer has been left out. */
    private static final double MOST = 0.8;

    /** For how many periods a thread that was is patient: so that in the long run it gets nearly what patient ones do. */
    private static final int PATIENCE = 6;

    private final boolean returns = tryToReturn();
    private final Set<Worker> workers = ConcurrentHashMap.newKeySet();

    void begin(@Observes Router router, Vertx vertx) {
        if (returns) { // else all are patient, and nobody is left out
            vertx.setPeriodic(PERIOD.toMillis(), now -> look());
        }
    }

    /** @param name of the threads, before their number */
    ThreadFactory threads(String name) {
        if (!returns) {
            return Urgency.PATIENT.threads(name);
        }
        ThreadFactory factory = Urgency.SPARE.threads(name);
        return work -> factory.newThread(() -> {
            Worker worker = new Worker();
            workers.add(worker);
            try {
                work.run();
            } finally {
                workers.remove(worker);
            }
        });
    }

    /** Sees who was left out since it last looked. */
    void look() {
        workers.forEach(Worker::look);
    }

    /** Tried by a thread that does nothing else: one that cannot go back, or that nobody hears of, would have to stay as it is. */
    private static boolean tryToReturn() {
        CompletableFuture<Boolean> granted = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> granted.complete(
                        new Worker().isAccountedFor() && Urgency.SPARE.ask() && Urgency.PATIENT.ask()));
        return granted.join();
    }

    /** One of the threads, as the kernel sees it. */
    private static final class Worker {
        private static final int RAN = 0;
        private static final int WAITED = 1;

        private final int thread = Urgency.self();
        private final Path account = Path.of("/proc/self/task/" + thread + "/schedstat");
        private long waited = nanos(WAITED);
        private int patience;

        void look() {
            long before = waited;
            waited = nanos(WAITED);
            if (patience > 0) {
                patience--;
                if (patience == 0) {
                    Urgency.SPARE.askFor(thread);
                }
            } else if (waited - before > MOST * PERIOD.toNanos()) {
                Urgency.PATIENT.askFor(thread);
                patience = PATIENCE;
            }
        }

        /** Some kernels tell zeros alone. */
        boolean isAccountedFor() {
            return nanos(RAN) > 0;
        }

        private long nanos(int field) {
            try {
                return Long.parseLong(Files.readString(account).split(" ")[field]);
            } catch (IOException endedOrNotLinux) {
                return 0;
            }
        }
    }
}
