package org.mlmath.calculus.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.network.NetworkDiagnosis.NetworkFinding;
import org.mlmath.calculus.network.NetworkDiagnosis.NetworkFindingCode;
import org.mlmath.calculus.optimization.RunDiagnosis.Severity;
import org.mlmath.numerics.network.Criterion;
import org.mlmath.numerics.network.Epoch;
import org.mlmath.numerics.network.ForwardPass;
import org.mlmath.numerics.network.Layer;
import org.mlmath.numerics.network.Network;
import org.mlmath.numerics.network.Training;
import org.mlmath.numerics.network.TrainingRun;

/** What a good teacher would say about training, each thing with its numbers. */
final class TrainingDiagnosis {
    /** The part of the epochs that counts as the end. */
    private static final double END = 0.1;

    /** A loss that ends so many times above its start has diverged. */
    private static final double GROWTH = 3;

    private static final double OVERFITTING = 1.1;
    private static final double VANISHING = 1e-3;
    private static final double EXPLODING = 100;
    private static final double MOSTLY = 0.5;

    private final Training training;
    private final TrainingRun run;
    private final List<Epoch> epochs;
    private final List<ActivationName> activations;
    private final List<NetworkFinding> findings = new ArrayList<>();

    private TrainingDiagnosis(
            Training training, TrainingRun run, List<Epoch> epochs, List<ActivationName> activations) {
        this.training = training;
        this.run = run;
        this.epochs = epochs;
        this.activations = activations;
    }

    /**
     * @param epochs as recorded
     * @param activations of the layers
     * @param pass of the trained network on what it learned from
     */
    static NetworkDiagnosis of(
            Training training,
            TrainingRun run,
            List<Epoch> epochs,
            List<ActivationName> activations,
            ForwardPass pass,
            Criterion criterion) {
        TrainingDiagnosis diagnosis = new TrainingDiagnosis(training, run, epochs, activations);
        boolean diverged = diagnosis.diverged();
        diagnosis.gradients();
        diagnosis.units(pass, criterion.fused());
        diagnosis.overfitting();
        if (!diverged) {
            diagnosis.findings.add(LossCourse.of(epochs));
        }
        return new NetworkDiagnosis(diagnosis.findings.getFirst().message(), diagnosis.findings);
    }

    private boolean diverged() {
        boolean failed = run.reason() == TrainingRun.Reason.DIVERGED || run.reason() == TrainingRun.Reason.UNDEFINED;
        if (failed) {
            Map<String, Double> evidence = evidence();
            evidence.put("step", (double) run.failedStep());
            evidence.put("learningRate", training.learningRate());
            add(
                    NetworkFindingCode.DIVERGED,
                    Severity.ERROR,
                    run.state().epoch() + 1,
                    null,
                    evidence,
                    "In epoch %d, at step %d, %s; what is returned is the network before that epoch. A learning rate below %s, or gradients clipped by clipNorm, will help."
                            .formatted(
                                    run.state().epoch() + 1,
                                    run.failedStep(),
                                    run.reason() == TrainingRun.Reason.DIVERGED
                                            ? "numbers overflowed"
                                            : "the outputs left where the loss has a value",
                                    text(training.learningRate())));
            return true;
        }
        if (epochs.size() > 1 && last().loss() > GROWTH * Math.max(first().loss(), Double.MIN_NORMAL)) {
            Map<String, Double> evidence = losses();
            evidence.put("learningRate", training.learningRate());
            add(
                    NetworkFindingCode.DIVERGED,
                    Severity.ERROR,
                    last().number(),
                    null,
                    evidence,
                    "The loss grew from %s to %s: the learning rate %s is too large."
                            .formatted(text(first().loss()), text(last().loss()), text(training.learningRate())));
            return true;
        }
        return false;
    }

    /** Do all layers learn at a like scale? Compared by the root mean square of a weight's derivative. */
    private void gradients() {
        int depth = training.network().layers().size();
        if (epochs.isEmpty()) {
            return;
        }
        double peak = 0;
        long peakEpoch = 0;
        for (Epoch epoch : epochs) {
            double norm = norm(epoch);
            if (norm > peak) {
                peak = norm;
                peakEpoch = epoch.number();
            }
        }
        double ratio = depth == 1 ? 1 : scale(0) / scale(depth - 1);
        if (depth > 1 && scale(depth - 1) > 0 && ratio < VANISHING) {
            Map<String, Double> evidence = evidence();
            evidence.put("firstLayer", scale(0));
            evidence.put("lastLayer", scale(depth - 1));
            evidence.put("ratio", ratio);
            add(
                    NetworkFindingCode.VANISHING_GRADIENTS,
                    Severity.WARNING,
                    null,
                    0,
                    evidence,
                    "Gradients vanish on their way back: a weight of the first layer has a derivative of %s, one of the last layer %s. relu with he initialization, or fewer layers, keep them alive."
                            .formatted(text(scale(0)), text(scale(depth - 1))));
        } else if (ratio > 1 / VANISHING || peak > EXPLODING * norm(first()) && norm(first()) > 0) {
            Map<String, Double> evidence = evidence();
            evidence.put("ratio", ratio);
            evidence.put("largestNorm", peak);
            evidence.put("firstNorm", norm(first()));
            add(
                    NetworkFindingCode.EXPLODING_GRADIENTS,
                    Severity.WARNING,
                    peakEpoch,
                    null,
                    evidence,
                    "Gradients explode: their norm reaches %s in epoch %d and was %s in the first. clipNorm, smaller weights at the start or a smaller learning rate hold them."
                            .formatted(text(peak), peakEpoch, text(norm(first()))));
        }
    }

    private void units(ForwardPass pass, boolean fused) {
        Network network = run.network();
        int depth = network.layers().size();
        for (int l = 0; l < depth; l++) {
            boolean output = l == depth - 1;
            TrainedUnits units = TrainedUnits.of(network.layers().get(l), pass, l, largestSlope(activations.get(l)));
            if (units.dead() > 0 && !output) {
                Map<String, Double> evidence = evidence();
                evidence.put("dead", (double) units.dead());
                evidence.put("units", (double) units.units());
                add(
                        NetworkFindingCode.DEAD_UNITS,
                        Severity.WARNING,
                        null,
                        l,
                        evidence,
                        "%d of the %d units of layer %d are dead: their slope is 0 for every example, so they learn no more. leaky-relu, or a smaller learning rate, avoids it."
                                .formatted(units.dead(), units.units(), l));
            }
            if (units.saturated() > MOSTLY && !(output && fused)) {
                Map<String, Double> evidence = evidence();
                evidence.put("saturated", units.saturated());
                add(
                        NetworkFindingCode.SATURATED_UNITS,
                        Severity.WARNING,
                        null,
                        l,
                        evidence,
                        "Layer %d is saturated: at %s of its activations the slope is under a twentieth of the largest. Smaller weights, or inputs scaled to about 1, bring it back."
                                .formatted(l, percent(units.saturated())));
            }
            if (units.same() && !output) {
                add(
                        NetworkFindingCode.SYMMETRIC_UNITS,
                        Severity.WARNING,
                        null,
                        l,
                        Map.of("units", (double) units.units()),
                        "All %d units of layer %d are the same, and will stay so: they began with the same weights. Draw them at random."
                                .formatted(units.units(), l));
            }
        }
    }

    private void overfitting() {
        if (training.validation() == null || epochs.size() < 2) {
            return;
        }
        Epoch best = first();
        for (Epoch epoch : epochs) {
            best = epoch.validationLoss() < best.validationLoss() ? epoch : best;
        }
        boolean worse = last().validationLoss() > OVERFITTING * best.validationLoss();
        if (worse && last().loss() < best.loss()) {
            Map<String, Double> evidence = losses();
            evidence.put("bestValidationLoss", best.validationLoss());
            evidence.put("bestEpoch", (double) best.number());
            evidence.put("lastValidationLoss", last().validationLoss());
            add(
                    NetworkFindingCode.OVERFITTING,
                    Severity.WARNING,
                    best.number(),
                    null,
                    evidence,
                    "Overfitting since epoch %d: the loss went on falling, from %s to %s, while that of the validation data rose from %s to %s. More data, early stopping, dropout or regularization help."
                            .formatted(
                                    best.number(),
                                    text(best.loss()),
                                    text(last().loss()),
                                    text(best.validationLoss()),
                                    text(last().validationLoss())));
        }
    }

    /** @return the root mean square derivative by a weight of the layer, over the last epochs */
    private double scale(int l) {
        Layer layer = training.network().layers().get(l);
        int from = Math.max(0, (int) ((1 - END) * epochs.size()) - 1);
        double sum = 0;
        for (Epoch epoch : epochs.subList(from, epochs.size())) {
            sum += epoch.layerGradientNorms()[l];
        }
        return sum / (epochs.size() - from) / Math.sqrt(layer.weights().values().length);
    }

    private static double norm(Epoch epoch) {
        double norm = 0;
        for (double layer : epoch.layerGradientNorms()) {
            norm = Math.hypot(norm, layer);
        }
        return norm;
    }

    /** @return g′ at its steepest, 0 for an activation that does not flatten out to both sides */
    private static double largestSlope(ActivationName activation) {
        return switch (activation) {
            case SIGMOID -> 0.25;
            case TANH, SOFTSIGN -> 1;
            default -> 0;
        };
    }

    private Epoch first() {
        return epochs.getFirst();
    }

    private Epoch last() {
        return epochs.getLast();
    }

    private Map<String, Double> losses() {
        Map<String, Double> evidence = evidence();
        evidence.put("firstLoss", first().loss());
        evidence.put("lastLoss", last().loss());
        return evidence;
    }

    private static Map<String, Double> evidence() {
        return new LinkedHashMap<>();
    }

    private void add(
            NetworkFindingCode code,
            Severity severity,
            Long epoch,
            Integer layer,
            Map<String, Double> evidence,
            String message) {
        findings.add(new NetworkFinding(code, severity, epoch, layer, evidence, message));
    }

    private static String text(double number) {
        return LossCourse.text(number);
    }

    private static String percent(double part) {
        return text(Math.rint(100 * part)) + " %";
    }
}
