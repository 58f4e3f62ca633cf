package org.mlmath.stats.description;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats")
@Tag(name = "Description")
public class DescriptionResource {
    @POST
    @Path("describe")
    @Operation(
            operationId = "describeData",
            summary = "What do the data look like in numbers?",
            description =
                    "Count, mean, spread, quartiles and shape of a vector, or of each column of a matrix, of named columns"
                            + " or of a CSV file. Sums are compensated: fourteen digits stay where others lose eight.")
    @APIResponse(responseCode = "200", description = "The summaries; under `columns` unless a vector was given")
    public DescribeResult describe(DescribeRequest request) {
        return Description.of(request, Work.deadline());
    }

    @POST
    @Path("quantile")
    @Operation(
            operationId = "sampleQuantiles",
            summary = "Below which value does a given share of the sample lie?",
            description = "Quantiles by any of the nine definitions of Hyndman and Fan; 7 is NumPy's and R's default.")
    @APIResponse(responseCode = "200", description = "A quantile per probability")
    public QuantileResult quantile(QuantileRequest request) {
        return Quantiles.of(request);
    }

    @POST
    @Path("histogram")
    @Operation(
            operationId = "histogram",
            summary = "How many observations fall where?",
            description =
                    "Counts, density and cumulative shares of bins: so many, with given edges, or as many as a rule says")
    @APIResponse(responseCode = "200", description = "Edges and what falls between them")
    public HistogramResult histogram(HistogramRequest request) {
        return Histogram.of(request);
    }

    @POST
    @Path("ecdf")
    @Operation(
            operationId = "empiricalDistribution",
            summary = "Which share of the sample lies at or below x?",
            description = "The empirical distribution function with a band that holds the true one at the level given")
    @APIResponse(responseCode = "200", description = "Its steps, and the band")
    public EcdfResult ecdf(EcdfRequest request) {
        return Ecdf.of(request);
    }

    @POST
    @Path("kde")
    @Operation(
            operationId = "kernelDensity",
            summary = "From which density may the sample be?",
            description =
                    "A kernel density estimate on a grid or at points given, with a bandwidth given or chosen, reflected at"
                            + " the bounds that the variable has")
    @APIResponse(responseCode = "200", description = "Points and densities")
    public KdeResult kde(KdeRequest request) {
        return Kde.of(request, Work.deadline());
    }

    @POST
    @Path("outliers")
    @Operation(
            operationId = "findOutliers",
            summary = "Which observations lie far from the rest?",
            description =
                    "By Tukey's fences, by standard deviations or robust ones, or by the tests of Grubbs and of Rosner")
    @APIResponse(responseCode = "200", description = "Indices of the outliers and the bounds they are beyond")
    public OutliersResult outliers(OutliersRequest request) {
        return Outliers.of(request, Work.deadline());
    }
}
