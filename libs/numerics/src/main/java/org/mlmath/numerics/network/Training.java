package org.mlmath.numerics.network;

import java.util.function.Consumer;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.optimization.Clipping;
import org.mlmath.numerics.optimization.EpochOrder;
import org.mlmath.numerics.optimization.GradientSteps;
import org.mlmath.numerics.optimization.Schedule;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * Training of a network by a first-order rule: a step per batch along the gradient of the batch's loss and the penalties
 * λ₁Σ|w| + ½λ₂Σw² of the weights. The batches of an epoch are dealt out of a new shuffle each time, the last one smaller where they do
 * not divide; a batch of all examples keeps their order. What happens in an epoch follows from the seed, its number and the state alone, so
 * training continued gives the bits of training in one piece.
 *
 * @param network its shape and activations
 * @param data what is learned
 * @param validation what it is watched with, null for none
 * @param batchSize from 1 to the number of examples
 * @param dropout the part of each layer's units that a step drops
 * @param l1 λ₁
 * @param l2 λ₂
 * @param stopping null to make all epochs
 */
public record Training(
        Network network,
        Criterion criterion,
        Scoring scoring,
        Examples data,
        Examples validation,
        UpdateRule rule,
        double learningRate,
        Schedule schedule,
        Clipping clipping,
        int batchSize,
        long seed,
        double[] dropout,
        double l1,
        double l2,
        EarlyStopping stopping) {

    /** Examples and what should come of them, one per row. */
    public record Examples(Matrix inputs, Matrix targets) {
        public int count() {
            return inputs.rows();
        }
    }

    /**
     * Trains for so many epochs, or until it is time to stop.
     *
     * @param listener is told of each epoch as soon as it is over
     * @throws DomainException if the loss has no finite value before the first step
     */
    public TrainingRun run(TrainingState from, long epochs, Deadline deadline, Consumer<Epoch> listener) {
        GradientSteps steps = new GradientSteps(
                rule, learningRate, schedule, clipping, from.steps(), from.parameters(), from.memory());
        double[] parametersBefore = from.parameters().clone();
        double[] memoryBefore = steps.memory().clone();
        EpochOrder order = batchSize < data.count() ? new EpochOrder(data.count(), seed) : null;
        double bestLoss = from.bestLoss();
        long bestEpoch = from.bestEpoch();
        boolean restoring = stopping != null && stopping.restoreBest();
        double[] best = restoring && from.bestParameters() != null
                ? from.bestParameters().clone()
                : null;
        long epoch = from.epoch();
        // Training that had stopped before stays so, as in one piece, unless it is given more patience.
        boolean stopped = bestEpoch > 0 && outOfPatience(epoch, bestEpoch);
        TrainingRun.Reason reason = stopped ? TrainingRun.Reason.EARLY_STOPPING : TrainingRun.Reason.EPOCHS;
        long last = Math.addExact(epoch, epochs);
        long stepsBefore = steps.steps();
        long failed = 0;
        while (!stopped && epoch < last) {
            deadline.check();
            EpochSums sums = new EpochSums(network.layers().size(), steps.rate());
            TrainingRun.Reason failure = pass(steps, order == null ? null : order.of(epoch), sums, deadline);
            Epoch summary = failure == null ? sums.epoch(epoch + 1, this, steps.point()) : null;
            if (failure == null && validation != null && Double.isNaN(summary.validationLoss())) {
                failure = TrainingRun.Reason.DIVERGED;
            }
            if (failure != null) {
                failed = steps.steps() + 1;
                steps.restore(stepsBefore, parametersBefore, memoryBefore);
                reason = failure;
                break;
            }
            epoch++;
            stepsBefore = steps.steps();
            System.arraycopy(steps.point(), 0, parametersBefore, 0, parametersBefore.length);
            System.arraycopy(steps.memory(), 0, memoryBefore, 0, memoryBefore.length);
            listener.accept(summary);
            double watched = validation == null ? summary.loss() : summary.validationLoss();
            if (watched < bestLoss - (stopping == null ? 0 : stopping.minDelta()) || bestEpoch == 0) {
                bestLoss = watched;
                bestEpoch = epoch;
                best = restoring ? parametersBefore.clone() : null;
            }
            if (outOfPatience(epoch, bestEpoch)) {
                reason = TrainingRun.Reason.EARLY_STOPPING;
                break;
            }
        }
        TrainingState state =
                new TrainingState(epoch, stepsBefore, parametersBefore, memoryBefore, bestLoss, bestEpoch, best);
        return new TrainingRun(
                reason, state, FlatParameters.like(network, best == null ? parametersBefore : best), failed);
    }

    private boolean outOfPatience(long epoch, long bestEpoch) {
        return stopping != null && epoch - bestEpoch >= stopping.patience();
    }

    /** @return why a step could not be made, null where all of the epoch's could */
    private TrainingRun.Reason pass(GradientSteps steps, int[] order, EpochSums sums, Deadline deadline) {
        for (int at = 0; at < data.count(); at += batchSize) {
            deadline.check();
            int to = Math.min(at + batchSize, data.count());
            Examples batch = order == null
                    ? data
                    : new Examples(rows(data.inputs(), order, at, to), rows(data.targets(), order, at, to));
            Network now = FlatParameters.like(network, steps.point());
            ForwardPass pass = now.forward(batch.inputs(), masks(steps.steps()));
            Criterion.Judgement judgement = criterion.judge(now, pass, batch.targets());
            if (!Double.isFinite(judgement.loss())) {
                if (steps.steps() == 0) {
                    throw new DomainException("The loss has no finite value before the first step.");
                }
                return finite(pass.outputs()) && Double.isNaN(judgement.loss())
                        ? TrainingRun.Reason.UNDEFINED
                        : TrainingRun.Reason.DIVERGED;
            }
            BackwardPass back = now.backward(pass, judgement.outputDelta(), false);
            FlatParameters.put(back, steps.gradient());
            sums.add(judgement.loss(), batch, pass, back, scoring, criterion.summed());
            penalize(steps.point(), steps.gradient());
            if (!steps.step()) {
                return TrainingRun.Reason.DIVERGED;
            }
        }
        return null;
    }

    private DropoutMasks masks(long step) {
        for (double rate : dropout) {
            if (rate > 0) {
                return new DropoutMasks(dropout, seed, step);
            }
        }
        return DropoutMasks.NONE;
    }

    /** Adds λ₁ sgn w + λ₂ w for every weight; biases are free. */
    private void penalize(double[] parameters, double[] gradient) {
        if (l1 == 0 && l2 == 0) {
            return;
        }
        int at = 0;
        for (Layer layer : network.layers()) {
            int end = at + layer.weights().values().length;
            for (; at < end; at++) {
                gradient[at] += l1 * Math.signum(parameters[at]) + l2 * parameters[at];
            }
            at += layer.outputs();
        }
    }

    /**
     * @param pass of a network of this shape on the data, nothing dropped
     * @return the gradient of the loss on all data and the penalties, as {@link FlatParameters} orders it
     */
    public double[] gradient(Network trained, ForwardPass pass) {
        double[] gradient = new double[FlatParameters.count(trained)];
        Criterion.Judgement judgement = criterion.judge(trained, pass, data.targets());
        FlatParameters.put(trained.backward(pass, judgement.outputDelta(), false), gradient);
        penalize(FlatParameters.of(trained), gradient);
        return gradient;
    }

    /** @return λ₁Σ|w| + ½λ₂Σw² */
    public double penalty(Network trained) {
        double absolute = 0;
        double squares = 0;
        for (Layer layer : trained.layers()) {
            for (double w : layer.weights().values()) {
                absolute += Math.abs(w);
                squares += w * w;
            }
        }
        return l1 * absolute + 0.5 * l2 * squares;
    }

    private static Matrix rows(Matrix matrix, int[] order, int from, int to) {
        int columns = matrix.columns();
        double[] values = new double[(to - from) * columns];
        for (int i = from; i < to; i++) {
            System.arraycopy(matrix.values(), order[i] * columns, values, (i - from) * columns, columns);
        }
        return new Matrix(to - from, columns, values);
    }

    private static boolean finite(Matrix matrix) {
        for (double value : matrix.values()) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** What an epoch adds up over its batches. */
    private static final class EpochSums {
        private final double[] gradientNorms;
        private final double learningRate;
        private double losses;
        private long examples;
        private long right;
        private long judged;
        private int batches;

        EpochSums(int layers, double learningRate) {
            gradientNorms = new double[layers];
            this.learningRate = learningRate;
        }

        /** @param summed whether a loss is a sum over the examples, not a mean */
        void add(double loss, Examples batch, ForwardPass pass, BackwardPass back, Scoring scoring, boolean summed) {
            losses += summed ? loss : loss * batch.count();
            examples = summed ? 1 : examples + batch.count();
            right += scoring.right(pass.outputs(), batch.targets());
            judged += scoring.judged(pass.outputs());
            for (int l = 0; l < gradientNorms.length; l++) {
                gradientNorms[l] += back.weightGradients().get(l).frobeniusNorm();
            }
            batches++;
        }

        Epoch epoch(long number, Training training, double[] parameters) {
            for (int l = 0; l < gradientNorms.length; l++) {
                gradientNorms[l] /= batches;
            }
            double validationLoss = Double.NaN;
            double validationAccuracy = Double.NaN;
            Examples validation = training.validation();
            if (validation != null) {
                ForwardPass pass =
                        FlatParameters.like(training.network(), parameters).forward(validation.inputs());
                validationLoss = training.criterion().loss(pass, validation.targets());
                validationAccuracy = training.scoring().accuracy(pass.outputs(), validation.targets());
            }
            return new Epoch(
                    number,
                    losses / examples,
                    training.scoring().kind() == Scoring.Kind.NONE ? Double.NaN : (double) right / judged,
                    validationLoss,
                    validationAccuracy,
                    learningRate,
                    gradientNorms);
        }
    }
}
