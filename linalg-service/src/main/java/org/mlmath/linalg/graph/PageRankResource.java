package org.mlmath.linalg.graph;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/linalg/graphs/pagerank")
@Tag(name = "Graphs")
public class PageRankResource {
    @POST
    @Operation(
            operationId = "pageRank",
            summary = "Rank the nodes of a graph by a random walk",
            description =
                    "Nodes without an outgoing edge and graphs in several parts are taken care of: from the former the walk starts"
                            + " again, and between the latter it jumps.")
    @APIResponse(responseCode = "200", description = "The scores and how they were reached")
    public PageRankResult rank(PageRankRequest request) {
        Graph graph = Graph.of(request.adjacency(), request.edges(), request.nodes(), request.directed());
        return PageRank.of(
                graph,
                request.damping(),
                request.personalization(),
                request.tolerance(),
                request.maxIterations(),
                request.explain(),
                Work.deadline());
    }
}
