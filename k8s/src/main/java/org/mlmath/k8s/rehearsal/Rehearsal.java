package org.mlmath.k8s.rehearsal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs mlmath as the manifests say and shows that callers notice nothing of what befalls a cluster. Started by {@code k8s/rehearse}.
 *
 * <p>Ends with 1 if a call was lost or answered otherwise than documented.
 */
public final class Rehearsal {
    private static final int CALLERS = 4;
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** After which the gateway knows of a new replica: its name server may keep what it said for 5 s, and is asked every 2 s. */
    private static final Duration KNOWN = Duration.ofSeconds(10);

    private static final List<String> SERVICES = List.of("linalg", "calculus", "stats");

    private final Cluster cluster;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> failures = new ArrayList<>();

    private Rehearsal(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @param args the directory of the project, {@code podman} or {@code kubectl}, the tags of the images and of the newer ones, and maybe {@code figures} */
    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]);
        if (args.length > 4 && args[4].equals("figures")) {
            new Figures(project, args[2], args[3]).print();
            return;
        }
        Cluster cluster = args[1].equals("podman")
                ? new PodmanCluster(project.resolve("k8s/rendered/local.yaml"), args[2], args[3], List.of())
                : new KubectlCluster(project.resolve("k8s/overlays/local"), args[3]);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close)); // stopped half-way, it leaves nothing behind
        Rehearsal rehearsal = new Rehearsal(cluster);
        try (cluster) {
            rehearsal.perform(project);
        }
        rehearsal.failures.stream().limit(20).forEach(failure -> say("FAILED: " + failure));
        if (!rehearsal.failures.isEmpty()) {
            System.exit(1);
        }
        say("Everything was answered.");
    }

    private void perform(Path project) throws InterruptedException, IOException {
        say("Starting everything as k8s/overlays/local says ...");
        cluster.start();
        report();

        List<Call> documented = Call.documented(project);
        int before = failures.size();
        for (Call call : documented) {
            note(call.send(client, cluster.gateway()));
        }
        say((documented.size() - failures.size() + before) + " of " + documented.size()
                + " documented calls were answered as documented, through the gateway");

        String killed = SERVICES.get(0);
        String rolled = SERVICES.get(2);
        cluster.scale(killed, 2);
        cluster.scale(rolled, 2);
        Thread.sleep(KNOWN);
        during("one of two replicas of " + killed + " was killed", () -> cluster.kill(killed));
        during("two replicas of " + rolled + " were replaced by a newer image", () -> cluster.roll(rolled));

        for (Map.Entry<String, Call> largest :
                LargestRequests.of(client, cluster.gateway()).entrySet()) {
            long begin = System.nanoTime();
            note(largest.getValue().send(client, cluster.gateway()));
            say(String.format(
                    Locale.ROOT,
                    "The largest request, %s, %d MiB: %.1f s",
                    largest.getKey(),
                    largest.getValue().body().length >> 20,
                    (System.nanoTime() - begin) / 1e9));
        }
        report();
    }

    private interface Act {
        void perform() throws InterruptedException;
    }

    private void during(String what, Act act) throws InterruptedException {
        Load load = new Load(
                cluster.gateway(),
                number -> Call.small(Call.ANSWERING.get((int) (number % 4)), number),
                CALLERS,
                PAUSE);
        try (load) {
            Thread.sleep(1000);
            act.perform();
            Thread.sleep(2000);
        }
        load.lost().forEach(this::note);
        say(String.format(
                Locale.ROOT,
                "While %s: %d calls in %.0f s, %d lost, the slowest took %d ms",
                what,
                load.answered(),
                load.elapsed().toMillis() / 1e3,
                load.lost().size(),
                load.slowest().toMillis()));
    }

    private void report() throws InterruptedException {
        for (Cluster.Replica replica : cluster.replicas()) {
            say(String.format(
                    Locale.ROOT,
                    "  %-9s ready after %.1f s, memory %d MiB, at most %d MiB",
                    replica.service(),
                    replica.timeToReady().toMillis() / 1e3,
                    replica.resident() >> 20,
                    replica.peak() >> 20));
        }
    }

    private void note(String failure) {
        if (failure != null) {
            failures.add(failure);
        }
    }

    static void say(String line) {
        System.out.println(line);
    }
}
