package org.mlmath.k8s.rehearsal;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What a rehearsal asks of the place where it happens. */
interface Cluster extends AutoCloseable {
    /** Runs everything that the manifests name and waits until all of it is ready. */
    void start() throws InterruptedException;

    /** @return where callers call */
    URI gateway();

    /** Waits until there are so many, and all are ready. */
    void scale(String service, int replicas) throws InterruptedException;

    /** Ends one replica at once, as a fault would; waits until another is ready in its place. */
    void kill(String service) throws InterruptedException;

    /** Replaces the replicas one by one with ones of a newer image, as the Deployment's strategy says; waits until the last old one is gone. */
    void roll(String service) throws InterruptedException;

    /** @return each replica that is ready, or was when it was last asked */
    List<Replica> replicas() throws InterruptedException;

    /** Undoes what {@link #start} did. */
    @Override
    void close();

    /**
     * @param timeToReady from its start to the first time that it said to be ready; zero where the cluster does not tell
     * @param resident bytes of memory in use now
     * @param peak the most that were in use
     */
    record Replica(String service, String name, Duration timeToReady, long resident, long peak) {
        /** @param status /proc/1/status of the container */
        static Replica of(String service, String name, Duration timeToReady, String status) {
            return new Replica(service, name, timeToReady, kibibytes(status, "VmRSS"), kibibytes(status, "VmHWM"));
        }

        private static long kibibytes(String status, String field) {
            return status.lines()
                    .filter(line -> line.startsWith(field + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        }
    }
}
