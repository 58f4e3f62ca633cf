package org.mlmath.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Completes the scanned document, in the one order in which each step finds what it needs. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentFilter implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return; // a module without resources
        }
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            ShortForms.complete(document);
        }
        List<Endpoint> endpoints = Endpoint.of(document);
        SchemaGraph graph = new SchemaGraph(document);
        graph.dropTypesBesideReferences();
        RequestSchemas.complete(graph, endpoints);
        endpoints.forEach(new ArrayForms(graph)::complete);
        ResultSchemas.complete(graph, endpoints);
        Answers.completeShared(document.getComponents());
        endpoints.forEach(Answers::complete);
        for (Endpoint endpoint : endpoints) {
            List<Illustration> illustrations =
                    Illustration.of(endpoint.operation().getOperationId());
            if (endpoint.hasGetForm()) {
                GetForm.add(endpoint, illustrations); // before its answers are shown: they are shown once
            }
            illustrations.forEach(illustration -> illustration.addTo(endpoint, document.getComponents()));
        }
        keepReachable(document, graph);
        sort(document);
    }

    /** Shared schemas that this document happens not to need would only puzzle its readers. */
    private static void keepReachable(OpenAPI document, SchemaGraph graph) {
        Map<String, Schema> sorted = new TreeMap<>(document.getComponents().getSchemas());
        sorted.keySet().retainAll(graph.namesReachableFrom(graph.roots()));
        document.getComponents().setSchemas(sorted);
    }

    private static void sort(OpenAPI document) {
        Paths sorted = OASFactory.createPaths();
        new TreeMap<>(document.getPaths().getPathItems()).forEach(sorted::addPathItem);
        document.setPaths(sorted);
        if (document.getTags() != null) {
            document.setTags(document.getTags().stream()
                    .sorted(Comparator.comparing(Tag::getName))
                    .toList());
        }
    }
}
