package org.mlmath.linalg.graph;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/graphs/eigenvector-centrality")
@Tag(name = "Graphs")
public class EigenvectorCentralityResource {
    @POST
    @Operation(
            operationId = "eigenvectorCentrality",
            summary = "Score the nodes of a graph by the scores of those that point to them",
            description =
                    "The eigenvector of the transposed adjacency matrix for its largest eigenvalue. For a graph without directions"
                            + " set `directed` to false, or give a symmetric matrix.")
    @APIResponse(responseCode = "200", description = "The scores and the eigenvalue")
    public EigenvectorCentralityResult score(EigenvectorCentralityRequest request) {
        Graph graph = Graph.of(request.adjacency(), request.edges(), request.nodes(), request.directed());
        return EigenvectorCentrality.of(
                graph, request.tolerance(), request.maxIterations(), request.explain(), Work.deadline());
    }
}
