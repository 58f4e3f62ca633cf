package org.mlmath.k8s.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A cluster of one machine that is only containers: what Kubernetes would do with a Deployment is done here, by the rendered manifests.
 * Names, ports, environment, user, read-only root, writable directories, limits, readiness, the order of a roll and of an end are theirs.
 * Network policies, budgets of disruption and autoscaling are not rehearsed.
 */
final class PodmanCluster implements Cluster {
    private static final String NETWORK = "mlmath-rehearsal";
    private static final String SUBNET = "10.89.123.";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** After which a cluster has noticed that a container is gone, and its name server does not tell its address any more. */
    private static final Duration NOTICED = Duration.ofSeconds(1);

    private final Map<String, Workload> workloads = new LinkedHashMap<>();
    private final Map<String, String> images = new LinkedHashMap<>();
    private final List<Pod> pods = new CopyOnWriteArrayList<>();
    private final List<String> limits;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String tag;
    private final String newerTag;
    private NameServer names;
    private int started;
    private boolean closed;

    /** @param limits further arguments of podman for the services, not for the gateway */
    PodmanCluster(Path rendered, String tag, String newerTag, List<String> limits) throws IOException {
        for (Workload workload : Workload.read(rendered)) {
            workloads.put(workload.name(), workload);
        }
        this.tag = tag;
        this.newerTag = newerTag;
        this.limits = limits;
    }

    private final class Pod {
        final Workload workload;
        final String name;
        final InetAddress address;
        final Duration timeToReady;

        /** In the addresses of its Service. */
        volatile boolean listed;

        Pod(Workload workload) throws InterruptedException {
            this.workload = workload;
            int number;
            synchronized (PodmanCluster.this) {
                number = ++started;
            }
            name = "mlmath-rehearsal-" + workload.name() + "-" + number;
            String host = SUBNET + (10 + number);
            try {
                address = InetAddress.getByName(host);
            } catch (UnknownHostException e) {
                throw new UncheckedIOException(e);
            }
            long begin = System.nanoTime();
            Command.run(command(host));
            awaitReady();
            timeToReady = Duration.ofNanos(System.nanoTime() - begin);
            listed = true;
        }

        private List<String> command(String host) {
            List<String> line = new ArrayList<>(List.of("podman", "run", "--detach", "--pull=never", "--name", name));
            line.addAll(List.of("--network", NETWORK, "--ip", host, "--dns", SUBNET + 1, "--dns-search", "."));
            line.addAll(List.of("--user", workload.user(), "--cap-drop", "ALL"));
            line.addAll(List.of("--security-opt", "no-new-privileges"));
            if (workload.readOnly()) {
                line.addAll(List.of("--read-only", "--read-only-tmpfs=false"));
            }
            workload.temporary().forEach((path, size) -> {
                line.add("--tmpfs");
                line.add(path + ":rw,exec,nosuid,nodev,mode=1777,size=" + size);
            });
            line.addAll(List.of("--memory", workload.memory() + "b", "--memory-swap", workload.memory() + "b"));
            line.addAll(List.of("--cpu-shares", Long.toString(workload.shares())));
            workload.environment().forEach((key, value) -> {
                line.add("--env");
                line.add(key + "=" + value);
            });
            if (!workload.name().equals("gateway")) {
                line.addAll(limits);
            }
            line.add(images.get(workload.name()));
            return line;
        }

        private void awaitReady() throws InterruptedException {
            HttpRequest probe = HttpRequest.newBuilder(URI.create("http://" + address.getHostAddress() + ":"
                            + workload.managementPort() + workload.readiness()))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                try {
                    if (client.send(probe, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not listening yet.
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(name + " is not ready: " + Command.run("podman", "logs", name));
                }
                Thread.sleep(PAUSE);
            }
        }

        /** Off the list, then what preStop says, then the signal, then the end. */
        void end() throws InterruptedException {
            listed = false;
            Thread.sleep(workload.beforeStop());
            long rest = workload.grace().minus(workload.beforeStop()).toSeconds();
            Command.run("podman", "stop", "--time", Long.toString(rest), name);
            remove();
        }

        void remove() throws InterruptedException {
            pods.remove(this);
            Command.run("podman", "rm", "--force", "--time", "0", name);
        }
    }

    @Override
    public void start() throws InterruptedException {
        removeAll();
        Command.run("podman", "network", "create", "--disable-dns", "--subnet", SUBNET + "0/24", NETWORK);
        workloads
                .values()
                .forEach(
                        workload -> images.put(workload.name(), workload.image().replaceFirst(":[^:/]+$", ":" + tag)));
        List<Workload> services = workloads.values().stream()
                .filter(workload -> !workload.name().equals("gateway"))
                .toList();
        // All at once, as a cluster starts them. The gateway last: the names it asks for are told by an address that is
        // there only
        // once a container is on the network.
        together(services.stream()
                .flatMap(workload -> Collections.nCopies(workload.replicas(), workload).stream())
                .toList());
        try {
            names = new NameServer(InetAddress.getByName(SUBNET + 1), this::addresses);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
        pods.add(new Pod(workloads.get("gateway")));
    }

    private void together(List<Workload> starting) throws InterruptedException {
        List<Future<Pod>> pending = starting.stream()
                .map(workload -> background.submit(() -> new Pod(workload)))
                .toList();
        for (Future<Pod> pod : pending) {
            try {
                pods.add(pod.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private List<InetAddress> addresses(String name) {
        return workloads.containsKey(name)
                ? of(name).stream().map(pod -> pod.address).toList()
                : null;
    }

    private List<Pod> of(String service) {
        return pods.stream()
                .filter(pod -> pod.listed && pod.workload.name().equals(service))
                .toList();
    }

    @Override
    public URI gateway() {
        Pod gateway = of("gateway").getFirst();
        return URI.create("http://" + gateway.address.getHostAddress() + ":" + gateway.workload.port());
    }

    @Override
    public void scale(String service, int replicas) throws InterruptedException {
        Workload workload = workloads.get(service);
        int missing = replicas - of(service).size();
        together(Collections.nCopies(Math.max(0, missing), workload));
        for (Pod surplus : of(service).reversed().subList(0, Math.max(0, -missing))) {
            surplus.end();
        }
    }

    @Override
    public void kill(String service) throws InterruptedException {
        Pod victim = of(service).getFirst();
        Command.run("podman", "kill", "--signal", "KILL", victim.name);
        Thread.sleep(NOTICED);
        victim.listed = false;
        victim.remove();
        pods.add(new Pod(victim.workload));
    }

    @Override
    public void roll(String service) throws InterruptedException {
        images.computeIfPresent(service, (name, image) -> image.replaceFirst(":[^:/]+$", ":" + newerTag));
        List<Future<?>> ends = new ArrayList<>();
        for (Pod old : of(service)) {
            pods.add(new Pod(old.workload));
            ends.add(background.submit(() -> {
                old.end();
                return null;
            }));
        }
        for (Future<?> end : ends) {
            try {
                end.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public List<Replica> replicas() throws InterruptedException {
        List<Replica> replicas = new ArrayList<>();
        for (Pod pod : pods) {
            String status = Command.run("podman", "exec", pod.name, "cat", "/proc/1/status");
            replicas.add(Replica.of(pod.workload.name(), pod.name, pod.timeToReady, status));
        }
        return replicas;
    }

    /** @return where a replica of the service is called without a gateway between */
    URI direct(String service) {
        Pod pod = of(service).getFirst();
        return URI.create("http://" + pod.address.getHostAddress() + ":" + pod.workload.port());
    }

    long memoryLimit(String service) {
        return workloads.get(service).memory();
    }

    /** @return seconds of processor that the replicas of the service have taken since they were started */
    double processorSeconds(String service) throws InterruptedException {
        double seconds = 0;
        for (Pod pod : of(service)) {
            // Fields 14 and 15 of /proc/1/stat, in hundredths; the second field is the program's name in brackets.
            String stat = Command.run("podman", "exec", pod.name, "cat", "/proc/1/stat");
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            seconds += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        }
        return seconds;
    }

    private void removeAll() throws InterruptedException {
        for (String left : Command.run("podman", "ps", "--all", "--quiet", "--filter", "name=^" + NETWORK + "-")
                .lines()
                .toList()) {
            Command.run("podman", "rm", "--force", "--time", "0", left);
        }
        Command.run("podman", "network", "rm", "--force", NETWORK);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (names != null) {
            names.close();
        }
        background.shutdownNow();
        try {
            removeAll();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
