package org.mlmath.k8s.rehearsal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cluster that KUBECONFIG names, by kubectl. The images have to be in it already. The namespace must not be there before, and is
 * deleted at the end.
 */
final class KubectlCluster implements Cluster {
    private static final String NAMESPACE = "mlmath";
    private static final Pattern FORWARDED = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    private final Path overlay;
    private final String newerTag;
    private boolean created;
    private Process forward;
    private URI gateway;

    KubectlCluster(Path overlay, String newerTag) {
        this.overlay = overlay;
        this.newerTag = newerTag;
    }

    @Override
    public void start() throws InterruptedException {
        if (!unscoped("get", "namespace", NAMESPACE, "--ignore-not-found", "--output=name")
                .isEmpty()) {
            throw new IllegalStateException(
                    "the cluster has a namespace " + NAMESPACE + " already; a rehearsal wants one without");
        }
        created = true;
        unscoped("apply", "--kustomize", overlay.toString());
        for (String deployment :
                kubectl("get", "deployments", "--output=name").lines().toList()) {
            awaitRollout(deployment);
        }
        forward();
    }

    /** Through a tunnel to one pod of the gateway: the gateway itself is not touched while it is open. */
    private void forward() {
        try {
            forward = new ProcessBuilder(
                            "kubectl", "--namespace", NAMESPACE, "port-forward", "service/gateway", ":8080")
                    .redirectErrorStream(true)
                    .start();
            BufferedReader said = forward.inputReader();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                Matcher matcher = FORWARDED.matcher(line);
                if (matcher.find()) {
                    gateway = URI.create("http://127.0.0.1:" + matcher.group(1));
                    Thread.ofVirtual().start(() -> said.lines()
                            .forEach(later -> {})); // it says each connection; nobody need wait for that
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("kubectl port-forward ended");
    }

    @Override
    public URI gateway() {
        return gateway;
    }

    @Override
    public void scale(String service, int replicas) throws InterruptedException {
        kubectl("scale", "deployment/" + service, "--replicas=" + replicas);
        awaitRollout("deployment/" + service);
    }

    @Override
    public void kill(String service) throws InterruptedException {
        kubectl("delete", pods(service).getFirst(), "--grace-period=0", "--force");
        awaitRollout("deployment/" + service);
    }

    @Override
    public void roll(String service) throws InterruptedException {
        String image =
                kubectl("get", "deployment/" + service, "--output=jsonpath={.spec.template.spec.containers[0].image}");
        kubectl("set", "image", "deployment/" + service, "service=" + image.replaceFirst(":[^:/]+$", ":" + newerTag));
        awaitRollout("deployment/" + service);
    }

    private static void awaitRollout(String deployment) throws InterruptedException {
        kubectl("rollout", "status", deployment, "--timeout=180s");
    }

    @Override
    public List<Replica> replicas() throws InterruptedException {
        List<Replica> replicas = new ArrayList<>();
        for (String deployment :
                kubectl("get", "deployments", "--output=name").lines().toList()) {
            String service = deployment.substring(deployment.indexOf('/') + 1);
            for (String pod : pods(service)) {
                String status = kubectl("exec", pod, "--", "cat", "/proc/1/status");
                replicas.add(Replica.of(service, pod, timeToReady(pod), status));
            }
        }
        return replicas;
    }

    /** To the second: that is how a cluster writes it down. */
    private static Duration timeToReady(String pod) throws InterruptedException {
        String started =
                kubectl("get", pod, "--output=jsonpath={.status.containerStatuses[0].state.running.startedAt}");
        String ready =
                kubectl("get", pod, "--output=jsonpath={.status.conditions[?(@.type==\"Ready\")].lastTransitionTime}");
        return Duration.between(Instant.parse(started), Instant.parse(ready));
    }

    private static List<String> pods(String service) throws InterruptedException {
        return kubectl(
                        "get",
                        "pods",
                        "--selector=app.kubernetes.io/name=" + service,
                        "--field-selector=status.phase=Running",
                        "--output=name")
                .lines()
                .toList();
    }

    private static String kubectl(String... arguments) throws InterruptedException {
        List<String> line = new ArrayList<>(List.of("kubectl", "--namespace", NAMESPACE));
        line.addAll(List.of(arguments));
        return Command.run(line);
    }

    private static String unscoped(String... arguments) throws InterruptedException {
        List<String> line = new ArrayList<>(List.of("kubectl"));
        line.addAll(List.of(arguments));
        return Command.run(line);
    }

    @Override
    public synchronized void close() {
        if (forward != null) {
            forward.destroy();
        }
        try {
            if (created) {
                created = false;
                unscoped("delete", "namespace", NAMESPACE, "--timeout=180s");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
