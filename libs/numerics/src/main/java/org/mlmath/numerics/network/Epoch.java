package org.mlmath.numerics.network;

/**
 * What one epoch came to.
 *
 * @param number counted from 1
 * @param loss the mean of the batches' losses, each as it was before its step, without penalties
 * @param accuracy of the same predictions; NaN where nothing is right or wrong
 * @param validationLoss after the epoch; NaN without validation data
 * @param validationAccuracy likewise
 * @param learningRate of its first step
 * @param layerGradientNorms mean over its batches of ‖∂L/∂W‖ of each layer, before penalties and clipping
 */
public record Epoch(
        long number,
        double loss,
        double accuracy,
        double validationLoss,
        double validationAccuracy,
        double learningRate,
        double[] layerGradientNorms) {}
