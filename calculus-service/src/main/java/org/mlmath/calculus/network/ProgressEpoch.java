package org.mlmath.calculus.network;

/**
 * What a stream tells of an epoch, as the history has it.
 *
 * @param accuracy null where nothing is right or wrong
 * @param validationLoss null without validation data
 * @param validationAccuracy null where either is missing
 */
record ProgressEpoch(
        long epoch,
        double loss,
        Double accuracy,
        Double validationLoss,
        Double validationAccuracy,
        double learningRate,
        double[] gradientNorms) {}
