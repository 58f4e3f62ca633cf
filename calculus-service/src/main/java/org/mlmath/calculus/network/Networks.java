package org.mlmath.calculus.network;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.activation.GeluApproximation;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.learning.Activation;
import org.mlmath.numerics.network.Layer;
import org.mlmath.numerics.network.Network;

/** A network as it was sent, checked and ready to compute. */
final class Networks {
    private static final double NEGATIVE_SLOPE = 0.01;
    private static final double ALPHA = 1;

    private Networks() {}

    /**
     * @throws DimensionMismatchException where a layer does not fit the one before, or its biases do not fit its weights; pointers
     *     are relative to the network
     * @throws InvalidParameterException for a layer without units or inputs, or a parameter that its activation does not have
     */
    static Network of(NetworkDefinition definition) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < definition.layers().size(); l++) {
            LayerDefinition given = definition.layers().get(l);
            String pointer = "/layers/" + l;
            int outputs = given.weights().rows();
            int inputs = given.weights().columns();
            if (outputs == 0 || inputs == 0) {
                throw new InvalidParameterException("A layer needs at least one unit and one input.")
                        .at(pointer + "/weights");
            }
            if (l > 0 && inputs != layers.get(l - 1).outputs()) {
                throw new DimensionMismatchException(
                                "The weights are %s, outputs by inputs, and the layer before has %d outputs."
                                        .formatted(
                                                given.weights().shape(),
                                                layers.get(l - 1).outputs()))
                        .at(pointer + "/weights");
            }
            double[] biases = given.biases() == null ? new double[outputs] : given.biases();
            if (biases.length != outputs) {
                throw new DimensionMismatchException("There are %d biases, and the weights are %s, outputs by inputs."
                                .formatted(biases.length, given.weights().shape()))
                        .at(pointer + "/biases");
            }
            layers.add(new Layer(
                    given.weights(),
                    biases,
                    activation(
                            nameOf(given.activation()),
                            given.negativeSlope(),
                            given.alpha(),
                            given.approximate(),
                            pointer)));
        }
        return new Network(layers);
    }

    /** @return the activation, linear where none is named */
    static ActivationName nameOf(ActivationName given) {
        return given == null ? ActivationName.LINEAR : given;
    }

    /** @throws InvalidParameterException for a parameter of another activation */
    static Activation activation(
            ActivationName name, Double negativeSlope, Double alpha, GeluApproximation approximate, String pointer) {
        requireOwn(negativeSlope, "negativeSlope", ActivationName.LEAKY_RELU, name, pointer);
        requireOwn(alpha, "alpha", ActivationName.ELU, name, pointer);
        requireOwn(approximate, "approximate", ActivationName.GELU, name, pointer);
        double shape = name == ActivationName.ELU
                ? alpha == null ? ALPHA : alpha
                : negativeSlope == null ? NEGATIVE_SLOPE : negativeSlope;
        return name.function(shape, approximate == GeluApproximation.TANH);
    }

    private static void requireOwn(
            Object given, String field, ActivationName owner, ActivationName name, String pointer) {
        if (given != null && name != owner) {
            throw new InvalidParameterException(
                            "%s has no %s; it is a parameter of %s.".formatted(name.slug(), field, owner.slug()))
                    .at(pointer + "/" + field);
        }
    }
}
