package org.mlmath.calculus.activation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.learning.Activation;
import org.mlmath.numerics.learning.ElementwiseActivation;
import org.mlmath.numerics.learning.SoftmaxActivation;

@Schema(description = "An activation function; `GET /v1/calculus/activations` describes each")
public enum ActivationName {
    @JsonProperty("linear")
    LINEAR("g(z) = z", "g'(z) = 1", "output of a regression"),
    @JsonProperty("sigmoid")
    SIGMOID(
            "\\sigma(z) = \\frac{1}{1 + e^{-z}}",
            "\\sigma'(z) = \\sigma(z)\\,(1 - \\sigma(z))", "output that is a probability; gates"),
    @JsonProperty("tanh")
    TANH(
            "\\tanh(z) = \\frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}",
            "\\tanh'(z) = 1 - \\tanh^2(z)",
            "hidden layers of small and of recurrent networks"),
    @JsonProperty("relu")
    RELU(
            "g(z) = \\max(0, z)",
            "g'(z) = \\begin{cases} 1 & z > 0 \\\\ 0 & z \\le 0 \\end{cases}",
            "hidden layers; the usual first choice"),
    @JsonProperty("leaky-relu")
    LEAKY_RELU(
            "g(z) = \\begin{cases} z & z > 0 \\\\ s z & z \\le 0 \\end{cases}",
            "g'(z) = \\begin{cases} 1 & z > 0 \\\\ s & z \\le 0 \\end{cases}",
            "hidden layers whose units must not die"),
    @JsonProperty("elu")
    ELU(
            "g(z) = \\begin{cases} z & z > 0 \\\\ \\alpha (e^{z} - 1) & z \\le 0 \\end{cases}",
            "g'(z) = \\begin{cases} 1 & z > 0 \\\\ \\alpha e^{z} & z \\le 0 \\end{cases}",
            "hidden layers with activations of mean near zero"),
    @JsonProperty("selu")
    SELU(
            "g(z) = \\lambda \\begin{cases} z & z > 0 \\\\ \\alpha (e^{z} - 1) & z \\le 0 \\end{cases},\\quad"
                    + " \\lambda = 1.05070\\ldots,\\ \\alpha = 1.67326\\ldots",
            "g'(z) = \\lambda \\begin{cases} 1 & z > 0 \\\\ \\alpha e^{z} & z \\le 0 \\end{cases}",
            "deep dense networks that keep mean 0 and variance 1 by themselves"),
    @JsonProperty("gelu")
    GELU("g(z) = z\\,\\Phi(z)", "g'(z) = \\Phi(z) + z\\,\\varphi(z)", "transformers"),
    @JsonProperty("silu")
    SILU(
            "g(z) = z\\,\\sigma(z)",
            "g'(z) = \\sigma(z)\\,(1 + z\\,(1 - \\sigma(z)))",
            "hidden layers of deep networks, where it is also called swish"),
    @JsonProperty("softplus")
    SOFTPLUS("g(z) = \\ln(1 + e^{z})", "g'(z) = \\sigma(z)", "outputs that are positive, such as a variance"),
    @JsonProperty("softsign")
    SOFTSIGN("g(z) = \\frac{z}{1 + |z|}", "g'(z) = \\frac{1}{(1 + |z|)^2}", "as tanh, with slower saturation"),
    @JsonProperty("softmax")
    SOFTMAX(
            "p_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}",
            "\\frac{\\partial p_i}{\\partial z_j} = p_i\\,(\\delta_{ij} - p_j)",
            "output that is a distribution over classes; attention"),
    @JsonProperty("log-softmax")
    LOG_SOFTMAX(
            "a_i = z_i - \\ln \\sum_j e^{z_j}",
            "\\frac{\\partial a_i}{\\partial z_j} = \\delta_{ij} - p_j,\\quad p = e^{a}",
            "logarithms of class probabilities, for a likelihood");

    private final String formula;
    private final String derivative;
    private final String use;

    ActivationName(String formula, String derivative, String use) {
        this.formula = formula;
        this.derivative = derivative;
        this.use = use;
    }

    /** @throws ProblemException not-found, with the nearest name */
    static ActivationName named(String slug) {
        return Arrays.stream(values())
                .filter(name -> name.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            Arrays.stream(values()).map(ActivationName::slug).toList();
                    ProblemException unknown = new ProblemException(
                            ProblemType.NOT_FOUND,
                            "There is no activation \"%s\".%s GET /v1/calculus/activations lists them."
                                    .formatted(slug, NearestName.question(slug, known)));
                    NearestName.of(slug, known).ifPresent(nearest -> unknown.with("suggestion", nearest));
                    return unknown;
                });
    }

    /** @return as in paths, {@code leaky-relu} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return g as LaTeX */
    String formula() {
        return formula;
    }

    /** @return g′ as LaTeX; the Jacobian of softmax and log-softmax */
    String derivative() {
        return derivative;
    }

    String use() {
        return use;
    }

    /** @return the parameters it takes, in the order of requests */
    List<ActivationParameter> parameters() {
        return Arrays.stream(ActivationParameter.values())
                .filter(parameter -> parameter.of() == this)
                .toList();
    }

    /** @param shape the slope of leaky-relu, or α of elu; not looked at by others */
    public Activation function(double shape, boolean approximate) {
        return switch (this) {
            case LINEAR -> ElementwiseActivation.linear();
            case SIGMOID -> ElementwiseActivation.sigmoid();
            case TANH -> ElementwiseActivation.tanh();
            case RELU -> ElementwiseActivation.relu();
            case LEAKY_RELU -> ElementwiseActivation.leakyRelu(shape);
            case ELU -> ElementwiseActivation.elu(shape);
            case SELU -> ElementwiseActivation.selu();
            case GELU -> approximate ? ElementwiseActivation.geluByTanh() : ElementwiseActivation.gelu();
            case SILU -> ElementwiseActivation.silu();
            case SOFTPLUS -> ElementwiseActivation.softplus();
            case SOFTSIGN -> ElementwiseActivation.softsign();
            case SOFTMAX -> SoftmaxActivation.SOFTMAX;
            case LOG_SOFTMAX -> SoftmaxActivation.LOG_SOFTMAX;
        };
    }
}
