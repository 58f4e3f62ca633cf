/**
 * Models that learn: linear, logistic and softmax regression by gradient descent and in closed form, side by side, and k-means.
 * Start at {@link org.mlmath.calculus.learning.LinearLearning}; the fits themselves are in {@code org.mlmath.numerics}.
 *
 * <p>Conventions: observations are rows; penalties are λ₁·Σ|w| + λ₂/(2m)·Σw² beside a half mean squared error or a mean
 * cross-entropy, so that λ₂ is the alpha of scikit-learn's Ridge, 1/C of its LogisticRegression and the λ of the usual courses, and λ₁
 * the alpha of its Lasso; intercepts are never penalised.
 */
package org.mlmath.calculus.learning;
