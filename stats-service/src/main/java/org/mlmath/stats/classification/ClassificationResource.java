package org.mlmath.stats.classification;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.work.Work;

@Path("/v1/stats/classification")
@Tag(name = "Classification")
public class ClassificationResource {
    @POST
    @Path("confusion")
    @Operation(
            operationId = "confusionMatrix",
            summary = "Which classes does a classifier take for which?",
            description =
                    "The confusion matrix of two classes or several, with every common measure of each class, averages and"
                            + " confidence intervals")
    @APIResponse(responseCode = "200", description = "The matrix and its measures")
    public ConfusionResult confusion(ConfusionRequest request) {
        return Confusion.of(request);
    }

    @POST
    @Path("roc")
    @Operation(
            operationId = "rocCurve",
            summary = "How well do scores tell two classes apart?",
            description =
                    "The receiver operating characteristic with its area and DeLong's confidence interval; tied scores are one"
                            + " point")
    @APIResponse(responseCode = "200", description = "The curve and the area under it")
    public RocResult roc(RocRequest request) {
        return Roc.of(request);
    }

    @POST
    @Path("precision-recall")
    @Operation(
            operationId = "precisionRecallCurve",
            summary = "How well do scores find a rare class?",
            description = "Precision against recall over all thresholds, with the average precision and the best F1")
    @APIResponse(responseCode = "200", description = "The curve and its average precision")
    public PrecisionRecallResult precisionRecall(PrecisionRecallRequest request) {
        return PrecisionRecall.of(request);
    }

    @POST
    @Path("threshold")
    @Operation(
            operationId = "decisionThreshold",
            summary = "From which score on does it pay to say positive?",
            description = "The threshold at which decisions on the sample cost least, given what each outcome costs")
    @APIResponse(responseCode = "200", description = "The threshold and what every other would have cost")
    public ThresholdResult threshold(ThresholdRequest request) {
        return Threshold.of(request);
    }

    @POST
    @Path("calibration")
    @Operation(
            operationId = "calibrationCurve",
            summary = "Does what is predicted with probability p happen in a share p of cases?",
            description = "The calibration curve, the Brier score with its decomposition, and the logarithmic loss")
    @APIResponse(responseCode = "200", description = "The curve and the scores")
    public CalibrationResult calibration(CalibrationRequest request) {
        return Calibration.of(request);
    }

    @POST
    @Path("imbalance")
    @Operation(
            operationId = "balanceClasses",
            summary = "What to do where one class is rare?",
            description =
                    "Balanced class weights; or observations repeated, left out or, by SMOTE, made up until the classes are"
                            + " equally frequent")
    @APIResponse(responseCode = "200", description = "Weights, and the observations when resampling was asked for")
    public ImbalanceResult imbalance(ImbalanceRequest request) {
        return Imbalance.of(request, Work.seed(request.seed()), Work.deadline());
    }
}
