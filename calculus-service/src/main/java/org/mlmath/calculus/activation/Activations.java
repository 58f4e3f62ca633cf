package org.mlmath.calculus.activation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Tensor;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.learning.Activation;
import org.mlmath.numerics.learning.ElementwiseActivation;
import org.mlmath.numerics.learning.SoftmaxActivation;
import org.mlmath.numerics.linear.Matrix;

/** Outputs and derivatives of one activation on an array. */
final class Activations {
    private static final long MOST_DERIVATIVES = 1_000_000;

    private static final double RELATIVE_ERROR = 1e-14;

    /** The cubic exponent is rounded before the exponential is taken, which shows in the far tail. */
    private static final double RELATIVE_ERROR_OF_GELU_BY_TANH = 1e-12;

    private Activations() {}

    /**
     * @throws ProblemException not-found for an unknown name; invalid-request for a parameter of another activation
     * @throws InvalidParameterException where there are no inputs
     */
    static ActivationResult of(String slug, ActivationRequest request) {
        ActivationName name = ActivationName.named(slug);
        for (ActivationParameter parameter : ActivationParameter.values()) {
            if (parameter.of() != name && parameter.in(request)) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        "/" + parameter.field(),
                        "%s has no %s; it is a parameter of %s"
                                .formatted(
                                        slug, parameter.field(), parameter.of().slug()));
            }
        }
        double[] z = request.inputs().matrix().values();
        if (z.length == 0) {
            throw new InvalidParameterException("There are no inputs.").at("/inputs");
        }
        boolean vector = request.inputs().vector();
        int rows = vector ? 1 : request.inputs().matrix().rows();
        int columns = z.length / rows;

        double shape = name == ActivationName.ELU
                ? request.alpha() == null ? (double) ActivationParameter.ALPHA.standard() : request.alpha()
                : request.negativeSlope() == null
                        ? (double) ActivationParameter.NEGATIVE_SLOPE.standard()
                        : request.negativeSlope();
        Activation activation = name.function(shape, request.approximate() == GeluApproximation.TANH);
        double[] a = activation.apply(z, rows, columns);
        for (int i = 0; i < a.length; i++) {
            a[i] = Double.isInfinite(a[i]) ? Double.NaN : a[i]; // inputs are finite: it has overflowed
        }

        List<Warning> warnings = new ArrayList<>();
        Derivatives derivatives =
                switch (activation) {
                    case ElementwiseActivation each -> new Derivatives(shaped(request.inputs(), each.derivatives(z)));
                    case SoftmaxActivation softmax -> jacobians(softmax, z, vector, rows, columns, warnings);
                };
        List<Step> steps = null;
        if (Boolean.TRUE.equals(request.explain())) {
            if (ActivationSteps.readable(z.length)) {
                steps = ActivationSteps.of(name, activation, z, a, rows, columns);
            } else {
                warnings.add(ActivationSteps.tooLong());
            }
        }
        return new ActivationResult(
                name,
                parameters(name, shape, request.approximate()),
                shaped(request.inputs(), a),
                derivatives,
                name.formula(),
                new ActivationResult.Diagnostics(
                        request.approximate() == GeluApproximation.TANH
                                ? RELATIVE_ERROR_OF_GELU_BY_TANH
                                : RELATIVE_ERROR),
                conventions(name),
                warnings,
                steps);
    }

    private static VectorOrMatrix shaped(VectorOrMatrix like, double[] values) {
        return new VectorOrMatrix(new Matrix(like.matrix().rows(), like.matrix().columns(), values), like.vector());
    }

    private static Derivatives jacobians(
            SoftmaxActivation softmax, double[] z, boolean vector, int rows, int columns, List<Warning> warnings) {
        if ((long) z.length * columns > MOST_DERIVATIVES) {
            warnings.add(new Warning(
                    "derivatives-omitted",
                    "The Jacobians have %d entries, more than %d; they are left out."
                            .formatted((long) z.length * columns, MOST_DERIVATIVES),
                    "/derivatives"));
            return null;
        }
        double[] all = new double[z.length * columns];
        for (int i = 0; i < rows; i++) {
            double[] row = Arrays.copyOfRange(z, i * columns, (i + 1) * columns);
            System.arraycopy(softmax.jacobian(row), 0, all, i * columns * columns, columns * columns);
        }
        return new Derivatives(
                vector
                        ? VectorOrMatrix.matrix(new Matrix(columns, columns, all))
                        : new Tensor(new int[] {rows, columns, columns}, all));
    }

    private static Map<String, Object> parameters(ActivationName name, double shape, GeluApproximation approximate) {
        return name.parameters().stream()
                .collect(Collectors.toMap(
                        ActivationParameter::field,
                        p -> p == ActivationParameter.APPROXIMATE
                                ? approximate == null ? GeluApproximation.NONE : approximate
                                : (Object) shape));
    }

    private static Map<String, String> conventions(ActivationName name) {
        Map<String, String> conventions = new LinkedHashMap<>();
        switch (name) {
            case RELU -> conventions.put("derivativeAtZero", "0, as in PyTorch and TensorFlow");
            case LEAKY_RELU -> conventions.put("derivativeAtZero", "the slope of the negative side, as in PyTorch");
            case ELU, SELU -> conventions.put("derivativeAtZero", "from below, as in PyTorch");
            case GELU -> conventions.put("approximate", "none unless asked for, as in PyTorch and Keras");
            case SOFTMAX, LOG_SOFTMAX -> conventions.put("axis", "each row by itself");
            default -> {}
        }
        return conventions;
    }
}
