package org.mlmath.stats.interval;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/stats/intervals")
@Tag(name = "Intervals")
public class IntervalResource {
    @POST
    @Path("mean")
    @Operation(
            operationId = "meanInterval",
            summary = "Between which values does the mean lie?",
            description = "Student's interval of a mean, or with a known standard deviation the normal one.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult mean(MeanIntervalRequest request) {
        return MeanIntervals.mean(request);
    }

    @POST
    @Path("mean-difference")
    @Operation(
            operationId = "meanDifferenceInterval",
            summary = "By how much do two means differ?",
            description =
                    "Welch's interval of the mean of a minus the mean of b, or with `equalVariances` the pooled one.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult meanDifference(MeanDifferenceIntervalRequest request) {
        return MeanIntervals.difference(request);
    }

    @POST
    @Path("paired-difference")
    @Operation(
            operationId = "pairedDifferenceInterval",
            summary = "By how much do pairs differ on average?",
            description = "Student's interval of the mean of the differences a - b.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult pairedDifference(PairedDifferenceIntervalRequest request) {
        return MeanIntervals.paired(request);
    }

    @POST
    @Path("prediction")
    @Operation(
            operationId = "predictionInterval",
            summary = "Between which values will the next observation lie?",
            description = "An interval for an observation to come, or the mean of several, from a normal population.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult prediction(PredictionIntervalRequest request) {
        return MeanIntervals.prediction(request);
    }

    @POST
    @Path("proportion")
    @Operation(
            operationId = "proportionInterval",
            summary = "Between which values does a probability lie?",
            description =
                    "Wilson's interval by default; Clopper and Pearson's is exact and wider, Wald's the textbook's and poor for small counts.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult proportion(ProportionIntervalRequest request) {
        return ProportionIntervals.proportion(request);
    }

    @POST
    @Path("proportion-difference")
    @Operation(
            operationId = "proportionDifferenceInterval",
            summary = "By how much do two probabilities differ?",
            description =
                    "Newcombe's interval by default, made of the two Wilson intervals; Agresti and Caffo's and Wald's on request.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult proportionDifference(ProportionDifferenceIntervalRequest request) {
        return ProportionIntervals.difference(request);
    }

    @POST
    @Path("variance")
    @Operation(
            operationId = "varianceInterval",
            summary = "Between which values does the variance lie?",
            description = "The chi-square interval of a normal population's variance.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult variance(VarianceIntervalRequest request) {
        return VarianceIntervals.variance(request);
    }

    @POST
    @Path("standard-deviation")
    @Operation(
            operationId = "standardDeviationInterval",
            summary = "Between which values does the standard deviation lie?",
            description = "The chi-square interval of a normal population's standard deviation.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult standardDeviation(StandardDeviationIntervalRequest request) {
        return VarianceIntervals.standardDeviation(request);
    }

    @POST
    @Path("variance-ratio")
    @Operation(
            operationId = "varianceRatioInterval",
            summary = "What ratio have two variances?",
            description = "The F interval of the variance of a over the variance of b.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult varianceRatio(VarianceRatioIntervalRequest request) {
        return VarianceIntervals.ratio(request);
    }

    @POST
    @Path("correlation")
    @Operation(
            operationId = "correlationInterval",
            summary = "Between which values does the correlation lie?",
            description = "Fisher's interval of Pearson's correlation, by the inverse hyperbolic tangent.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult correlation(CorrelationIntervalRequest request) {
        return CorrelationInterval.of(request);
    }

    @POST
    @Path("median")
    @Operation(
            operationId = "medianInterval",
            summary = "Between which values does the median lie?",
            description =
                    "Between two order statistics, which holds for any continuous distribution, or interpolated between such pairs.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult median(MedianIntervalRequest request) {
        return MedianInterval.of(request);
    }

    @POST
    @Path("rate")
    @Operation(
            operationId = "rateInterval",
            summary = "Between which values does the rate of events lie?",
            description = "The exact interval of the rate of a Poisson process.")
    @APIResponse(responseCode = "200", description = "The interval, the estimate and what they mean")
    public ConfidenceIntervalResult rate(RateIntervalRequest request) {
        return RateInterval.of(request);
    }
}
