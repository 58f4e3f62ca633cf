package org.mlmath.calculus.optimization;

import static org.mlmath.calculus.optimization.MethodChoice.CENTERED;
import static org.mlmath.calculus.optimization.MethodChoice.LINE_SEARCH;
import static org.mlmath.calculus.optimization.MethodParameter.ALPHA;
import static org.mlmath.calculus.optimization.MethodParameter.BETA1;
import static org.mlmath.calculus.optimization.MethodParameter.BETA2;
import static org.mlmath.calculus.optimization.MethodParameter.DAMPENING;
import static org.mlmath.calculus.optimization.MethodParameter.EPSILON;
import static org.mlmath.calculus.optimization.MethodParameter.INITIAL_ACCUMULATOR;
import static org.mlmath.calculus.optimization.MethodParameter.LEARNING_RATE;
import static org.mlmath.calculus.optimization.MethodParameter.LEARNING_RATE_DECAY;
import static org.mlmath.calculus.optimization.MethodParameter.MOMENTUM;
import static org.mlmath.calculus.optimization.MethodParameter.MOMENTUM_DECAY;
import static org.mlmath.calculus.optimization.MethodParameter.RHO;
import static org.mlmath.calculus.optimization.MethodParameter.WEIGHT_DECAY;
import static org.mlmath.calculus.optimization.RuleConvention.COURSE;
import static org.mlmath.calculus.optimization.RuleConvention.KERAS;
import static org.mlmath.calculus.optimization.RuleConvention.TORCH;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.mlmath.numerics.optimization.Adadelta;
import org.mlmath.numerics.optimization.Adagrad;
import org.mlmath.numerics.optimization.Adam;
import org.mlmath.numerics.optimization.AdamW;
import org.mlmath.numerics.optimization.Adamax;
import org.mlmath.numerics.optimization.AmsGrad;
import org.mlmath.numerics.optimization.GradientDescent;
import org.mlmath.numerics.optimization.Momentum;
import org.mlmath.numerics.optimization.Nadam;
import org.mlmath.numerics.optimization.Nesterov;
import org.mlmath.numerics.optimization.RmsProp;

/**
 * The methods there are: formulas, parameters with PyTorch's defaults, sources, rules. In the formulas g is the gradient at x, d the
 * gradient with the L2 penalty, t the number of the step from 1; memories begin at zero.
 */
final class MethodCatalog {
    private static final String D = "d = g + \\lambda x, \\quad ";
    private static final String DECAYED = "x \\leftarrow x - \\eta\\lambda x, \\quad ";
    private static final String MOMENTS =
            "m \\leftarrow \\beta_1 m + (1-\\beta_1) d, \\quad v \\leftarrow \\beta_2 v + (1-\\beta_2) d^2, \\quad ";
    private static final String MOMENTS_OF_G =
            "m \\leftarrow \\beta_1 m + (1-\\beta_1) g, \\quad v \\leftarrow \\beta_2 v + (1-\\beta_2) g^2, \\quad ";
    private static final String TORCH_ADAM =
            "x \\leftarrow x - \\frac{\\eta}{1-\\beta_1^t} \\frac{m}{\\sqrt{v}/\\sqrt{1-\\beta_2^t} + \\varepsilon}";
    private static final String KERAS_ADAM =
            "x \\leftarrow x - \\eta\\frac{\\sqrt{1-\\beta_2^t}}{1-\\beta_1^t} \\frac{m}{\\sqrt{v} + \\varepsilon}";

    private static final Map<MethodName, MethodDefinition> DEFINITIONS = definitions();

    private MethodCatalog() {}

    static MethodDefinition of(MethodName name) {
        return DEFINITIONS.get(name);
    }

    /** @param search null where none was named; gradient descent with a search is another method under the same name */
    static MethodDefinition of(MethodName name, LineSearchKind search) {
        boolean searches = search != null && search != LineSearchKind.NONE;
        return name == MethodName.GRADIENT_DESCENT && searches ? SearchMethods.STEEPEST_DESCENT : of(name);
    }

    private static Map<MethodName, MethodDefinition> definitions() {
        Map<MethodName, MethodDefinition> all = new EnumMap<>(MethodName.class);
        all.put(
                MethodName.GRADIENT_DESCENT,
                gradientDescent("Gradient descent", CAUCHY, Map.of(LINE_SEARCH, LineSearchKind.NONE)));
        all.put(
                MethodName.STOCHASTIC_GRADIENT_DESCENT,
                gradientDescent(
                        "Stochastic gradient descent: g is the gradient of one batch", ROBBINS_MONRO, Map.of()));
        all.put(MethodName.MOMENTUM, momentum());
        all.put(MethodName.NESTEROV, nesterov());
        all.put(MethodName.ADAGRAD, adagrad());
        all.put(MethodName.RMSPROP, rmsprop());
        all.put(MethodName.ADADELTA, adadelta());
        all.put(MethodName.ADAM, adam());
        all.put(MethodName.ADAMAX, adamax());
        all.put(MethodName.NADAM, nadam());
        all.put(MethodName.AMSGRAD, amsgrad());
        all.put(MethodName.ADAMW, adamw());
        all.putAll(SearchMethods.definitions());
        return all;
    }

    private static final String CAUCHY =
            "A. Cauchy, Méthode générale pour la résolution des systèmes d'équations simultanées, Comptes rendus 25, 1847";
    private static final String ROBBINS_MONRO =
            "H. Robbins, S. Monro, A Stochastic Approximation Method, Annals of Mathematical Statistics 22(3), 1951";

    private static MethodDefinition gradientDescent(String title, String source, Map<MethodChoice, Object> choices) {
        String descent = D + "x \\leftarrow x - \\eta d";
        return new MethodDefinition(
                title,
                formulas(descent, DECAYED + "x \\leftarrow x - \\eta g", descent),
                numbers(LEARNING_RATE, 1e-3, WEIGHT_DECAY, 0),
                Set.of(),
                choices,
                false,
                source,
                v -> new GradientDescent(v.get(WEIGHT_DECAY), v.convention()));
    }

    private static MethodDefinition momentum() {
        return new MethodDefinition(
                "Gradient descent with momentum (the heavy ball)",
                formulas(
                        D + "b \\leftarrow d \\text{ if } t = 1 \\text{ else } \\mu b + (1-\\tau) d, \\quad"
                                + " x \\leftarrow x - \\eta b",
                        DECAYED + "v \\leftarrow \\mu v - \\eta g, \\quad x \\leftarrow x + v",
                        D + "v \\leftarrow \\mu v + (1-\\mu) d, \\quad x \\leftarrow x - \\eta v"),
                numbers(LEARNING_RATE, 1e-3, MOMENTUM, 0.9, DAMPENING, 0, WEIGHT_DECAY, 0),
                EnumSet.of(DAMPENING),
                Map.of(),
                false,
                "B. T. Polyak, Some methods of speeding up the convergence of iteration methods, USSR Computational"
                        + " Mathematics and Mathematical Physics 4(5), 1964",
                v -> new Momentum(v.get(MOMENTUM), v.get(DAMPENING), v.get(WEIGHT_DECAY), v.convention()));
    }

    private static MethodDefinition nesterov() {
        return new MethodDefinition(
                "Gradient descent with Nesterov's momentum",
                formulas(
                        D + "b \\leftarrow \\mu b + d, \\quad x \\leftarrow x - \\eta (d + \\mu b)",
                        DECAYED + "v \\leftarrow \\mu v - \\eta g, \\quad x \\leftarrow x + \\mu v - \\eta g"),
                numbers(LEARNING_RATE, 1e-3, MOMENTUM, 0.9, WEIGHT_DECAY, 0),
                Set.of(),
                Map.of(),
                false,
                "Y. Nesterov, A method for solving the convex programming problem with convergence rate O(1/k²), Doklady"
                        + " 269, 1983; I. Sutskever et al., On the importance of initialization and momentum in deep"
                        + " learning, ICML 2013",
                v -> new Nesterov(v.get(MOMENTUM), v.get(WEIGHT_DECAY), v.convention()));
    }

    private static MethodDefinition adagrad() {
        return new MethodDefinition(
                "Adagrad",
                formulas(
                        D + "s \\leftarrow s + d^2, \\quad x \\leftarrow x - \\frac{\\eta}{1+(t-1)\\kappa}"
                                + " \\frac{d}{\\sqrt{s}+\\varepsilon}",
                        DECAYED
                                + "s \\leftarrow s + g^2, \\quad x \\leftarrow x - \\frac{\\eta g}{\\sqrt{s+\\varepsilon}}"),
                numbers(
                        LEARNING_RATE,
                        1e-2,
                        LEARNING_RATE_DECAY,
                        0,
                        INITIAL_ACCUMULATOR,
                        0,
                        EPSILON,
                        1e-10,
                        WEIGHT_DECAY,
                        0),
                EnumSet.of(LEARNING_RATE_DECAY),
                Map.of(),
                false,
                "J. Duchi, E. Hazan, Y. Singer, Adaptive Subgradient Methods for Online Learning and Stochastic"
                        + " Optimization, JMLR 12, 2011",
                v -> new Adagrad(
                        v.get(LEARNING_RATE_DECAY),
                        v.get(INITIAL_ACCUMULATOR),
                        v.get(EPSILON),
                        v.get(WEIGHT_DECAY),
                        v.convention()));
    }

    private static MethodDefinition rmsprop() {
        String torch = D + "v \\leftarrow \\alpha v + (1-\\alpha) d^2, \\quad b \\leftarrow \\mu b +"
                + " \\frac{d}{\\sqrt{v}+\\varepsilon}, \\quad x \\leftarrow x - \\eta b \\quad"
                + " \\text{(centered: } v - a^2 \\text{ for } v \\text{ under the root, } a \\leftarrow \\alpha a +"
                + " (1-\\alpha) d\\text{)}";
        return new MethodDefinition(
                "RMSprop",
                formulas(
                        torch,
                        DECAYED + "v \\leftarrow \\alpha v + (1-\\alpha) g^2, \\quad b \\leftarrow \\mu b +"
                                + " \\frac{\\eta g}{\\sqrt{v+\\varepsilon}}, \\quad x \\leftarrow x - b",
                        torch),
                numbers(LEARNING_RATE, 1e-2, ALPHA, 0.99, EPSILON, 1e-8, MOMENTUM, 0, WEIGHT_DECAY, 0),
                Set.of(),
                Map.of(CENTERED, false),
                false,
                "T. Tieleman, G. Hinton, Lecture 6.5, Neural Networks for Machine Learning, 2012; centred: A. Graves,"
                        + " Generating Sequences With Recurrent Neural Networks, 2013",
                v -> new RmsProp(
                        v.get(ALPHA),
                        v.get(EPSILON),
                        v.get(MOMENTUM),
                        v.is(CENTERED),
                        v.get(WEIGHT_DECAY),
                        v.convention()));
    }

    private static MethodDefinition adadelta() {
        String rest = "\\delta = \\frac{\\sqrt{u+\\varepsilon}}{\\sqrt{v+\\varepsilon}}";
        return new MethodDefinition(
                "Adadelta",
                formulas(
                        D + "v \\leftarrow \\rho v + (1-\\rho) d^2, \\quad " + rest
                                + " d, \\quad u \\leftarrow \\rho u + (1-\\rho) \\delta^2, \\quad x \\leftarrow x - \\eta\\delta",
                        DECAYED + "v \\leftarrow \\rho v + (1-\\rho) g^2, \\quad " + rest
                                + " g, \\quad u \\leftarrow \\rho u + (1-\\rho) \\delta^2, \\quad x \\leftarrow x - \\eta\\delta"),
                numbers(LEARNING_RATE, 1, RHO, 0.9, EPSILON, 1e-6, WEIGHT_DECAY, 0),
                Set.of(),
                Map.of(),
                true,
                "M. D. Zeiler, ADADELTA: An Adaptive Learning Rate Method, 2012",
                v -> new Adadelta(v.get(RHO), v.get(EPSILON), v.get(WEIGHT_DECAY), v.convention()));
    }

    private static MethodDefinition adam() {
        return new MethodDefinition(
                "Adam",
                formulas(
                        D + MOMENTS + TORCH_ADAM,
                        DECAYED + MOMENTS_OF_G + KERAS_ADAM,
                        D + MOMENTS
                                + "\\hat m = \\frac{m}{1-\\beta_1^t}, \\quad \\hat v = \\frac{v}{1-\\beta_2^t}, \\quad"
                                + " x \\leftarrow x - \\eta \\frac{\\hat m}{\\sqrt{\\hat v}+\\varepsilon}"),
                numbers(LEARNING_RATE, 1e-3, BETA1, 0.9, BETA2, 0.999, EPSILON, 1e-8, WEIGHT_DECAY, 0),
                Set.of(),
                Map.of(),
                false,
                "D. P. Kingma, J. Ba, Adam: A Method for Stochastic Optimization, ICLR 2015",
                v -> new Adam(v.get(BETA1), v.get(BETA2), v.get(EPSILON), v.get(WEIGHT_DECAY), v.convention()));
    }

    private static MethodDefinition adamax() {
        return new MethodDefinition(
                "Adamax",
                formulas(
                        D + "m \\leftarrow \\beta_1 m + (1-\\beta_1) d, \\quad u \\leftarrow \\max(\\beta_2 u, |d| +"
                                + " \\varepsilon), \\quad x \\leftarrow x - \\frac{\\eta}{1-\\beta_1^t} \\frac{m}{u}",
                        DECAYED
                                + "m \\leftarrow \\beta_1 m + (1-\\beta_1) g, \\quad u \\leftarrow \\max(\\beta_2 u, |g|),"
                                + " \\quad x \\leftarrow x - \\frac{\\eta}{1-\\beta_1^t} \\frac{m}{u + \\varepsilon}"),
                numbers(LEARNING_RATE, 2e-3, BETA1, 0.9, BETA2, 0.999, EPSILON, 1e-8, WEIGHT_DECAY, 0),
                Set.of(),
                Map.of(),
                true,
                "D. P. Kingma, J. Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, algorithm 2",
                v -> new Adamax(v.get(BETA1), v.get(BETA2), v.get(EPSILON), v.get(WEIGHT_DECAY), v.convention()));
    }

    private static MethodDefinition nadam() {
        String mu = "\\mu_t = \\beta_1 (1 - \\tfrac12 0.96^{t\\psi}), \\quad ";
        String step = "x \\leftarrow x - \\eta \\left(\\frac{\\mu_{t+1}\\,m}{1-\\prod_{i \\le t+1}\\mu_i} +"
                + " \\frac{(1-\\mu_t)\\,%s}{1-\\prod_{i \\le t}\\mu_i}\\right) \\bigg/"
                + " \\left(\\sqrt{\\frac{v}{1-\\beta_2^t}}+\\varepsilon\\right)";
        return new MethodDefinition(
                "NAdam: Adam with Nesterov's momentum",
                formulas(D + MOMENTS + mu + step.formatted("d"), DECAYED + MOMENTS_OF_G + mu + step.formatted("g")),
                numbers(
                        LEARNING_RATE,
                        2e-3,
                        BETA1,
                        0.9,
                        BETA2,
                        0.999,
                        EPSILON,
                        1e-8,
                        MOMENTUM_DECAY,
                        4e-3,
                        WEIGHT_DECAY,
                        0),
                Set.of(),
                Map.of(),
                false,
                "T. Dozat, Incorporating Nesterov Momentum into Adam, ICLR workshop 2016",
                v -> new Nadam(
                        v.get(BETA1),
                        v.get(BETA2),
                        v.get(EPSILON),
                        v.get(MOMENTUM_DECAY),
                        v.get(WEIGHT_DECAY),
                        v.convention()));
    }

    private static MethodDefinition amsgrad() {
        String largest = "w \\leftarrow \\max(w, v), \\quad ";
        return new MethodDefinition(
                "AMSGrad: Adam whose rates never rise again",
                formulas(
                        D + MOMENTS + largest + TORCH_ADAM.replace("\\sqrt{v}", "\\sqrt{w}"),
                        DECAYED + MOMENTS_OF_G + largest + KERAS_ADAM.replace("\\sqrt{v}", "\\sqrt{w}")),
                numbers(LEARNING_RATE, 1e-3, BETA1, 0.9, BETA2, 0.999, EPSILON, 1e-8, WEIGHT_DECAY, 0),
                Set.of(),
                Map.of(),
                false,
                "S. J. Reddi, S. Kale, S. Kumar, On the Convergence of Adam and Beyond, ICLR 2018",
                v -> new AmsGrad(v.get(BETA1), v.get(BETA2), v.get(EPSILON), v.get(WEIGHT_DECAY), v.convention()));
    }

    private static MethodDefinition adamw() {
        return new MethodDefinition(
                "AdamW: Adam with decoupled weight decay",
                formulas(
                        "x \\leftarrow (1-\\eta\\lambda) x, \\quad " + MOMENTS_OF_G + TORCH_ADAM,
                        DECAYED + MOMENTS_OF_G + KERAS_ADAM),
                numbers(LEARNING_RATE, 1e-3, BETA1, 0.9, BETA2, 0.999, EPSILON, 1e-8, WEIGHT_DECAY, 1e-2),
                Set.of(),
                Map.of(),
                false,
                "I. Loshchilov, F. Hutter, Decoupled Weight Decay Regularization, ICLR 2019",
                v -> new AdamW(v.get(BETA1), v.get(BETA2), v.get(EPSILON), v.get(WEIGHT_DECAY), v.convention()));
    }

    private static Map<RuleConvention, String> formulas(String torch, String keras) {
        Map<RuleConvention, String> formulas = new EnumMap<>(RuleConvention.class);
        formulas.put(TORCH, torch);
        formulas.put(KERAS, keras);
        return formulas;
    }

    private static Map<RuleConvention, String> formulas(String torch, String keras, String course) {
        Map<RuleConvention, String> formulas = formulas(torch, keras);
        formulas.put(COURSE, course);
        return formulas;
    }

    /** @param parameters and their defaults in turn */
    private static Map<MethodParameter, Double> numbers(Object... parameters) {
        Map<MethodParameter, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            numbers.put((MethodParameter) parameters[i], ((Number) parameters[i + 1]).doubleValue());
        }
        return numbers;
    }
}
