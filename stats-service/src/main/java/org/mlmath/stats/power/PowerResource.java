package org.mlmath.stats.power;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats/power")
@Tag(name = "Power")
public class PowerResource {
    private static final String ANSWER =
            "The quantity that was left out, the whole sample size to plan with, and the power curve";
    private static final String ANY_OF_FOUR =
            " Solves for whichever of effectSize, sampleSize, alpha and power is left out.";

    @POST
    @Path("t-one-sample")
    @Operation(
            operationId = "powerTOneSample",
            summary = "Power of a t test of one mean",
            description = "From the noncentral t distribution; the effect size is Cohen's d." + ANY_OF_FOUR)
    @APIResponse(responseCode = "200", description = ANSWER)
    public PowerAnalysisResult tOneSample(SamplePowerRequest request) {
        return PowerAnalysis.of(PowerModels.tOneSample(), request.question(), Work.deadline());
    }

    @POST
    @Path("t-paired")
    @Operation(
            operationId = "powerTPaired",
            summary = "Power of a paired t test",
            description =
                    "From the noncentral t distribution; the effect size is the mean of the differences over their standard deviation."
                            + ANY_OF_FOUR)
    @APIResponse(responseCode = "200", description = ANSWER)
    public PowerAnalysisResult tPaired(SamplePowerRequest request) {
        return PowerAnalysis.of(PowerModels.tOneSample(), request.question(), Work.deadline());
    }

    @POST
    @Path("t-two-sample")
    @Operation(
            operationId = "powerTTwoSample",
            summary = "Power of a t test of two means",
            description =
                    "From the noncentral t distribution with equal variances; the effect size is Cohen's d. sampleSize is that of the first group."
                            + ANY_OF_FOUR)
    @APIResponse(responseCode = "200", description = ANSWER)
    public PowerAnalysisResult tTwoSample(TwoSamplePowerRequest request) {
        return PowerAnalysis.of(PowerModels.tTwoSample(request.ratio()), request.question(), Work.deadline());
    }

    @POST
    @Path("proportion-one-sample")
    @Operation(
            operationId = "powerProportionOneSample",
            summary = "Power of a test of one proportion",
            description = "Normal approximation on the arcsine scale; the effect size is Cohen's h." + ANY_OF_FOUR)
    @APIResponse(responseCode = "200", description = ANSWER)
    public PowerAnalysisResult proportionOneSample(SamplePowerRequest request) {
        return PowerAnalysis.of(PowerModels.proportionOneSample(), request.question(), Work.deadline());
    }

    @POST
    @Path("proportion-two-sample")
    @Operation(
            operationId = "powerProportionTwoSample",
            summary = "Power of a test of two proportions",
            description =
                    "Normal approximation on the arcsine scale; the effect size is Cohen's h. sampleSize is that of the first group."
                            + ANY_OF_FOUR)
    @APIResponse(responseCode = "200", description = ANSWER)
    public PowerAnalysisResult proportionTwoSample(TwoSamplePowerRequest request) {
        return PowerAnalysis.of(PowerModels.proportionTwoSample(request.ratio()), request.question(), Work.deadline());
    }

    @POST
    @Path("anova")
    @Operation(
            operationId = "powerAnova",
            summary = "Power of a one-way analysis of variance",
            description =
                    "From the noncentral F distribution; the effect size is Cohen's f, sampleSize that of each group."
                            + ANY_OF_FOUR)
    @APIResponse(responseCode = "200", description = ANSWER)
    public PowerAnalysisResult anova(AnovaPowerRequest request) {
        return PowerAnalysis.of(PowerModels.anova(request.groups()), request.question(), Work.deadline());
    }

    @POST
    @Path("chi-square")
    @Operation(
            operationId = "powerChiSquare",
            summary = "Power of a chi-square test",
            description =
                    "Goodness of fit or independence, from the noncentral chi-square distribution; the effect size is Cohen's w, sampleSize"
                            + " counts all observations." + ANY_OF_FOUR)
    @APIResponse(responseCode = "200", description = ANSWER)
    public PowerAnalysisResult chiSquare(ChiSquarePowerRequest request) {
        return PowerAnalysis.of(PowerModels.chiSquare(request.degreesOfFreedom()), request.question(), Work.deadline());
    }

    @POST
    @Path("correlation")
    @Operation(
            operationId = "powerCorrelation",
            summary = "Power of a test of no correlation",
            description = "By Fisher's z transformation with its bias correction; the effect size is the correlation."
                    + ANY_OF_FOUR)
    @APIResponse(responseCode = "200", description = ANSWER)
    public PowerAnalysisResult correlation(SamplePowerRequest request) {
        return PowerAnalysis.of(PowerModels.correlation(), request.question(), Work.deadline());
    }
}
