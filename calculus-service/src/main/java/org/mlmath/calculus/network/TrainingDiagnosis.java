package org.mlmath.calculus.network;

import java.math.BigDecimal;
import java.math.MathContext;
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
    /** The part of the epochs that counts as the end, and what it has at least. */
    private static final double END = 0.1;

    private static final int SHORTEST_END = 5;

    /** The part of the whole fall of the loss that the end must still make to be called descending. */
    private static final double STILL_FALLING = 0.005;

    /** The part of the loss at the start that must have gone to speak of progress. */
    private static final double PROGRESS = 0.02;

    /** A loss that ends so many times above its start has diverged. */
    private static final double GROWTH = 3;

    private static final double OVERFITTING = 1.1;
    private static final double VANISHING = 1e-3;
    private static final double EXPLODING = 100;
    private static final double OSCILLATING = 0.3;
    private static final double AMPLITUDE = 0.05;
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
            diagnosis.progress();
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

    private void progress() {
        if (epochs.size() < 2) {
            add(
                    NetworkFindingCode.STILL_DESCENDING,
                    Severity.INFO,
                    null,
                    null,
                    Map.of("epochs", (double) epochs.size()),
                    "%d epochs were made here, too few to say where this leads.".formatted(epochs.size()));
            return;
        }
        int from = Math.max(0, Math.min(epochs.size() - SHORTEST_END, (int) ((1 - END) * epochs.size())) - 1);
        List<Epoch> end = epochs.subList(from, epochs.size());
        int rises = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < end.size(); i++) {
            low = Math.min(low, end.get(i).loss());
            high = Math.max(high, end.get(i).loss());
            rises += i > 0 && end.get(i).loss() > end.get(i - 1).loss() ? 1 : 0;
        }
        double whole = first().loss() - last().loss();
        double recent = end.getFirst().loss() - last().loss();
        Map<String, Double> evidence = losses();
        evidence.put("recentFall", recent);
        evidence.put("recentEpochs", (double) (last().number() - end.getFirst().number()));
        if (rises > OSCILLATING * (end.size() - 1) && high - low > AMPLITUDE * Math.abs(whole) && end.size() > 2) {
            evidence.put("rises", (double) rises);
            evidence.put("lowest", low);
            evidence.put("highest", high);
            add(
                    NetworkFindingCode.OSCILLATING,
                    Severity.WARNING,
                    last().number(),
                    null,
                    evidence,
                    "The loss goes up and down between %s and %s: a smaller learning rate, a schedule or larger batches settle it."
                            .formatted(text(low), text(high)));
        } else if (!(whole > PROGRESS * Math.abs(first().loss())) && epochs.size() > SHORTEST_END) {
            add(
                    NetworkFindingCode.NO_PROGRESS,
                    Severity.WARNING,
                    last().number(),
                    null,
                    evidence,
                    "The loss hardly fell: from %s to %s. Another learning rate or initialization, or inputs scaled to about 1, may help."
                            .formatted(text(first().loss()), text(last().loss())));
        } else if (recent > STILL_FALLING * whole) {
            add(
                    NetworkFindingCode.STILL_DESCENDING,
                    Severity.INFO,
                    last().number(),
                    null,
                    evidence,
                    "Still descending: over the last %d epochs the loss fell by %s to %s. More epochs will improve it."
                            .formatted(last().number() - end.getFirst().number(), text(recent), text(last().loss())));
        } else {
            add(
                    NetworkFindingCode.CONVERGED,
                    Severity.INFO,
                    last().number(),
                    null,
                    evidence,
                    "Converged: over the last %d epochs the loss fell by %s, of %s in all, to %s."
                            .formatted(
                                    last().number() - end.getFirst().number(),
                                    text(recent),
                                    text(whole),
                                    text(last().loss())));
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
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "undefined" : number > 0 ? "infinity" : "-infinity";
        }
        double rounded = new BigDecimal(number).round(new MathContext(4)).doubleValue();
        return Double.toString(rounded).replace('E', 'e').replaceFirst("\\.0(?=e|$)", "");
    }

    private static String percent(double part) {
        return text(Math.rint(100 * part)) + " %";
    }
}
