/**
 * The manifests and images tried out: everything is run as the manifests say, called through the gateway, and has a replica killed and another
 * replaced while callers go on. {@link org.mlmath.k8s.rehearsal.Rehearsal} is what {@code k8s/rehearse} starts, from its source;
 * {@link org.mlmath.k8s.rehearsal.Cluster} is what it needs of a cluster, be it one or podman alone.
 */
package org.mlmath.k8s.rehearsal;
