package org.mlmath.calculus.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.loss.NamedLoss;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Steps;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.learning.ElementwiseActivation;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.network.BackwardPass;
import org.mlmath.numerics.network.Criterion;
import org.mlmath.numerics.network.ForwardPass;
import org.mlmath.numerics.network.Layer;
import org.mlmath.numerics.network.Network;

/**
 * The working of a small network, forward and backward, number by number. Layers, units and examples count from 1 in formulas:
 * zʲ⁽ˡ⁾ is the pre-activation of unit j of layer l.
 */
final class NetworkSteps {
    /** Multiplications on the way forward beyond which nobody follows. */
    private static final int MOST_PRODUCTS = 60;

    private final NetworkDefinition definition;
    private final Network network;
    private final ForwardPass pass;
    private final Batch batch;
    private final List<Step> steps = new ArrayList<>();

    NetworkSteps(NetworkDefinition definition, Network network, ForwardPass pass, Batch batch) {
        this.definition = definition;
        this.network = network;
        this.pass = pass;
        this.batch = batch;
    }

    static boolean readable(Network network, Batch batch) {
        long products = 0;
        for (Layer layer : network.layers()) {
            products += (long) batch.size() * layer.weights().values().length;
        }
        return products <= MOST_PRODUCTS;
    }

    static Warning tooLong() {
        return new Warning(
                "steps-omitted",
                "The working is written out for up to %d multiplications: weights times examples."
                        .formatted(MOST_PRODUCTS),
                "/explain");
    }

    List<Step> limited(List<Warning> warnings) {
        return Steps.limited(steps, warnings);
    }

    void forward() {
        for (int l = 0; l < depth(); l++) {
            Layer layer = network.layers().get(l);
            Matrix into = into(l);
            Matrix z = pass.preActivations().get(l);
            for (int i = 0; i < batch.size(); i++) {
                for (int j = 0; j < layer.outputs(); j++) {
                    String terms = sum(layer.weights().row(j), into.row(i));
                    steps.add(new Step(
                            "pre-activation",
                            "Layer %d, unit %d%s".formatted(l + 1, j + 1, ofExample(i)),
                            "The weights times what comes in, plus the bias.",
                            "%s = %s + %s = %s"
                                    .formatted(
                                            symbol("z", l, j),
                                            terms,
                                            bracketed(layer.biases()[j]),
                                            Latex.number(z.get(i, j))),
                            z.get(i, j)));
                }
                activations(l, i);
            }
        }
    }

    private void activations(int l, int i) {
        double[] z = pass.preActivations().get(l).row(i);
        double[] a = pass.activations().get(l).row(i);
        String name = nameOf(l).slug();
        if (network.layers().get(l).activation() instanceof ElementwiseActivation) {
            for (int j = 0; j < a.length; j++) {
                steps.add(new Step(
                        "activation",
                        "Activation of unit %d in layer %d%s".formatted(j + 1, l + 1, ofExample(i)),
                        "The activation function, %s, of the pre-activation.".formatted(name),
                        "%s = g(%s) = %s".formatted(symbol("a", l, j), Latex.number(z[j]), Latex.number(a[j])),
                        a[j]));
            }
        } else {
            steps.add(new Step(
                    "activation",
                    "Activations of layer %d%s".formatted(l + 1, ofExample(i)),
                    "The %s takes all pre-activations of the layer together.".formatted(name),
                    "a^{(%d)} = g%s = %s".formatted(l + 1, vector(z), vector(a)),
                    a));
        }
    }

    void outputs() {
        steps.add(new Step(
                "output",
                "The outputs",
                "The activations of the last layer.",
                "y = " + matrix(pass.outputs()),
                batch.shaped(pass.outputs())));
    }

    void loss(NamedLoss loss, Matrix targets, Criterion.Judgement judgement, boolean fused) {
        steps.add(new Step(
                "loss",
                "The loss",
                "%s of the outputs %s."
                        .formatted(
                                loss.name().slug(),
                                switch (loss.reductionOrMean()) {
                                    case MEAN -> "averaged";
                                    case HALF_MEAN -> "averaged, by half";
                                    case SUM, NONE -> "added up";
                                }),
                "%s:\\quad y = %s,\\quad t = %s:\\quad L = %s"
                        .formatted(
                                loss.formula(loss.logits()),
                                matrix(pass.outputs()),
                                matrix(targets),
                                Latex.number(judgement.loss())),
                judgement.loss()));
        steps.add(new Step(
                "output-delta",
                "Delta of the output layer",
                fused
                        ? "The derivative of the loss by the last pre-activations; activation and loss are differentiated together, and"
                                + " what is left is the difference of output and target."
                        : "The derivative of the loss by the outputs, times the derivative of the activation.",
                "\\delta^{(%d)} = \\frac{\\partial L}{\\partial z^{(%d)}} = %s"
                        .formatted(depth(), depth(), matrix(judgement.outputDelta())),
                batch.shaped(judgement.outputDelta())));
    }

    void backward(BackwardPass back) {
        for (int l = depth() - 1; l >= 0; l--) {
            Matrix delta = back.deltas().get(l);
            if (l < depth() - 1) {
                chainRule(l, back);
            }
            Matrix into = into(l);
            Matrix gradient = back.weightGradients().get(l);
            for (int j = 0; j < gradient.rows(); j++) {
                double[] deltas = delta.columnAt(j);
                for (int k = 0; k < gradient.columns(); k++) {
                    steps.add(new Step(
                            "weight-gradient",
                            "Layer %d, weight from input %d to unit %d".formatted(l + 1, k + 1, j + 1),
                            "The delta of the unit times what came in%s.".formatted(addedUp()),
                            "\\frac{\\partial L}{\\partial w^{(%d)}_{%d%d}} = %s = %s"
                                    .formatted(
                                            l + 1,
                                            j + 1,
                                            k + 1,
                                            sum(deltas, into.columnAt(k)),
                                            Latex.number(gradient.get(j, k))),
                            gradient.get(j, k)));
                }
                double bias = back.biasGradients().get(l)[j];
                steps.add(new Step(
                        "bias-gradient",
                        "Layer %d, bias of unit %d".formatted(l + 1, j + 1),
                        "The delta of the unit%s.".formatted(addedUp()),
                        "\\frac{\\partial L}{\\partial b^{(%d)}_{%d}} = %s = %s"
                                .formatted(l + 1, j + 1, plain(deltas), Latex.number(bias)),
                        bias));
            }
        }
        steps.add(new Step(
                "input-gradient",
                "Derivatives by the inputs",
                "The deltas of the first layer go back through its weights.",
                "\\frac{\\partial L}{\\partial x} = \\delta^{(1)} W^{(1)} = " + matrix(back.inputGradients()),
                batch.shaped(back.inputGradients())));
    }

    /** δ of a hidden layer: what comes back through the next layer's weights, times the slope of the activation. */
    private void chainRule(int l, BackwardPass back) {
        Layer next = network.layers().get(l + 1);
        Matrix delta = back.deltas().get(l);
        Matrix z = pass.preActivations().get(l);
        for (int i = 0; i < batch.size(); i++) {
            double[] coming = back.deltas().get(l + 1).row(i);
            if (!(network.layers().get(l).activation() instanceof ElementwiseActivation each)) {
                steps.add(new Step(
                        "chain-rule",
                        "Deltas of layer %d%s".formatted(l + 1, ofExample(i)),
                        "What comes back through the weights of the next layer, times the Jacobian of %s."
                                .formatted(nameOf(l).slug()),
                        "\\delta^{(%d)} = J^\\top W^{(%d)\\top} \\delta^{(%d)} = %s"
                                .formatted(l + 1, l + 2, l + 2, vector(delta.row(i))),
                        delta.row(i)));
                continue;
            }
            double[] slopes = each.derivatives(z.row(i));
            for (int j = 0; j < delta.columns(); j++) {
                steps.add(new Step(
                        "chain-rule",
                        "Delta of unit %d in layer %d%s".formatted(j + 1, l + 1, ofExample(i)),
                        "What comes back through the weights of the next layer, times the slope of %s."
                                .formatted(nameOf(l).slug()),
                        "%s = \\left(%s\\right) g'(%s) = \\left(%s\\right) \\cdot %s = %s"
                                .formatted(
                                        symbol("\\delta", l, j),
                                        sum(next.weights().columnAt(j), coming),
                                        Latex.number(z.get(i, j)),
                                        sum(next.weights().columnAt(j), coming),
                                        bracketed(slopes[j]),
                                        Latex.number(delta.get(i, j))),
                        delta.get(i, j)));
            }
        }
    }

    private int depth() {
        return network.layers().size();
    }

    private Matrix into(int l) {
        return l == 0 ? pass.inputs() : pass.activations().get(l - 1);
    }

    private ActivationName nameOf(int l) {
        return Networks.nameOf(definition.layers().get(l).activation());
    }

    private String ofExample(int i) {
        return batch.size() == 1 ? "" : ", example %d".formatted(i + 1);
    }

    private String addedUp() {
        return batch.size() == 1 ? "" : ", added up over the examples";
    }

    private static String symbol(String letter, int l, int j) {
        return "%s^{(%d)}_{%d}".formatted(letter, l + 1, j + 1);
    }

    /** a₁·b₁ + a₂·b₂ + … */
    private static String sum(double[] a, double[] b) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            terms.add(bracketed(a[i]) + " \\cdot " + bracketed(b[i]));
        }
        return String.join(" + ", terms);
    }

    private static String plain(double[] terms) {
        return Arrays.stream(terms).mapToObj(NetworkSteps::bracketed).collect(Collectors.joining(" + "));
    }

    private static String bracketed(double value) {
        return value < 0 ? "\\left(" + Latex.number(value) + "\\right)" : Latex.number(value);
    }

    private static String vector(double[] values) {
        return Arrays.stream(values).mapToObj(Latex::number).collect(Collectors.joining(",\\ ", "\\left(", "\\right)"));
    }

    private static String matrix(Matrix matrix) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            rows.add(Arrays.stream(matrix.row(i)).mapToObj(Latex::number).collect(Collectors.joining(" & ")));
        }
        return "\\begin{pmatrix} " + String.join(" \\\\ ", rows) + " \\end{pmatrix}";
    }
}
