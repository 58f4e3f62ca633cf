package org.mlmath.stats.classification;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Label;

@Schema(description = "How often each class was taken for which, and what that says of the classifier")
public record ConfusionResult(
        @Schema(
                description = "Counts: a row per actual class, a column per predicted one",
                examples = "[[1, 1], [1, 2]]")
        long[][] matrix,

        @Schema(description = "The classes in the order of the matrix")
        List<Label> labels,

        @Schema(description = "Share of the predictions that are right")
        double accuracy,

        @Schema(description = "Wilson's confidence interval of the accuracy")
        Interval accuracyInterval,

        @Schema(description = "Mean recall of the classes that occur")
        double balancedAccuracy,

        @Schema(
                description = "The class that the following are about; null of several classes unless it was given",
                nullable = true)
        Label positive,

        @Schema(description = "Of the positive class, else the mean over the classes: TP / (TP + FP)", nullable = true)
        Double precision,

        @Schema(description = "Of the positive class, else the mean over the classes: TP / (TP + FN)", nullable = true)
        Double recall,

        @Schema(
                description = "Of the positive class, else the mean over the classes: 2TP / (2TP + FP + FN)",
                nullable = true)
        Double f1,

        @Schema(description = "Of the positive class, else the mean over the classes: TN / (TN + FP)", nullable = true)
        Double specificity,

        @Schema(description = "Matthews' correlation coefficient of actual and predicted classes", nullable = true)
        Double matthews,

        @Schema(description = "Cohen's kappa: agreement beyond chance", nullable = true)
        Double kappa,

        @Schema(description = "Accuracy of always predicting the most frequent class")
        double noInformationRate,

        @Schema(description = "Each class against all others")
        List<ClassMeasures> perClass,

        @Schema(description = "Averages in which each class counts alike")
        AveragedMeasures macro,

        @Schema(description = "Measures of all classes' counts added up")
        AveragedMeasures micro,

        @Schema(description = "Averages in which each class counts by its observations")
        AveragedMeasures weighted,

        @Schema(description = "Number of observations") int count,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the measures")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
