/**
 * The manifests beside this module, as they are applied: rendered by kustomize, kept under {@code rendered} and held against the
 * schemas of Kubernetes ({@link org.mlmath.k8s.Schemas}), the settings that the services read ({@link org.mlmath.k8s.Settings})
 * and rules of our own. No cluster is needed, and kustomize only to render anew after a change.
 */
package org.mlmath.k8s;
