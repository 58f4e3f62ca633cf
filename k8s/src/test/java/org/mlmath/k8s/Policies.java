package org.mlmath.k8s;

import java.util.List;
import java.util.Optional;

/** Rules of our own, and those that Kubernetes finds broken only when an object is in use. */
final class Policies {
    private final Cluster cluster;
    private final Complaints complaints;

    Policies(Cluster cluster, Complaints complaints) {
        this.cluster = cluster;
        this.complaints = complaints;
    }

    /** @return what is against the rules; nothing if all is well */
    static List<String> complaints(Cluster cluster) {
        Complaints complaints = new Complaints();
        new Policies(cluster, complaints).check();
        new PodPolicies(cluster, complaints).check();
        new ReferencePolicies(cluster, complaints).check();
        return complaints.found();
    }

    private void check() {
        cluster.manifests().forEach(this::belongs);
        namespace();
    }

    /** Where an object stands and what it is labelled with. */
    private void belongs(Manifest manifest) {
        boolean namespace = manifest.kind().equals("Namespace");
        complaints.require(
                namespace || manifest.text("/metadata/namespace").equals("mlmath"),
                manifest,
                "stands in another namespace");
        complaints.require(
                manifest.at("/metadata/labels")
                        .path("app.kubernetes.io/part-of")
                        .asText()
                        .equals("mlmath"),
                manifest,
                "is not labelled as a part of mlmath");
        complaints.require(
                cluster.manifests().stream()
                                .filter(other -> other.type().equals(manifest.type())
                                        && other.name().equals(manifest.name()))
                                .count()
                        == 1,
                manifest,
                "stands there twice");
    }

    private void namespace() {
        Optional<Manifest> namespace = cluster.find("Namespace", "mlmath");
        for (String mode : List.of("enforce", "audit", "warn")) {
            complaints.require(
                    namespace.isPresent()
                            && namespace
                                    .get()
                                    .at("/metadata/labels")
                                    .path("pod-security.kubernetes.io/" + mode)
                                    .asText()
                                    .equals("restricted"),
                    "Namespace",
                    mode + " is not restricted");
        }
        complaints.require(
                cluster.all("NetworkPolicy")
                        .anyMatch(policy -> policy.at("/spec/podSelector").isEmpty()
                                && policy.at("/spec/policyTypes").size() == 2
                                && !policy.at("/spec").has("ingress")
                                && !policy.at("/spec").has("egress")),
                "NetworkPolicy",
                "none denies everything");
    }
}
