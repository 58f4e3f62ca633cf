# Logistic models by R's glm: Wald inference, likelihood-ratio tests by leaving columns out, profile intervals (MASS).
suppressMessages(library(MASS))
set.seed(3)
number <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ", "), "]")
tight <- glm.control(epsilon = 1e-15, maxit = 100)
model <- function(n, p, weighted) {
  x <- round(matrix(rnorm(n * p), n, p), 3)
  y <- rbinom(n, 1, plogis(0.3 + x %*% (1:p) * 0.6))
  w <- if (weighted) sample(1:4, n, replace = TRUE) else rep(1, n)
  compare(x, y, w, weighted)
}
compare <- function(x, y, w, weighted) {
  p <- ncol(x)
  d <- data.frame(y = y, x)
  assign("w", w, envir = globalenv()); assign("tight", tight, envir = globalenv())
  fit <- glm(y ~ ., data = d, family = binomial, weights = w, control = tight)
  # summary() has the weights of the step before the last one; these are the maximum's own.
  m <- model.matrix(fit)
  mu <- fitted(fit)
  errors <- sqrt(diag(solve(crossprod(m, m * (w * mu * (1 - mu))))))
  z <- coef(fit) / errors
  lr <- sapply(0:p, function(j) {
    m <- model.matrix(fit)[, -(j + 1), drop = FALSE]
    2 * (as.numeric(logLik(fit)) - as.numeric(logLik(glm(y ~ m - 1, family = binomial, weights = w, control = tight))))
  })
  assign("d", d, envir = globalenv())
  profile <- suppressMessages(confint(fit, level = 0.95))
  paste0('{"features": [', paste(apply(x, 1, number), collapse = ", "), '], "target": ', number(y), ', "weights": ',
    if (weighted) number(w) else "null", ', "estimates": ', number(coef(fit)), ', "errors": ', number(errors), ', "z": ',
    number(z), ', "p": ', number(2 * pnorm(-abs(z))), ', "likelihoodRatios": ', number(lr), ', "lower": ', number(profile[, 1]),
    ', "upper": ', number(profile[, 2]), ', "deviance": ', sprintf("%.17g", deviance(fit)), ', "nullDeviance": ',
    sprintf("%.17g", fit$null.deviance), ', "logLikelihood": ', sprintf("%.17g", as.numeric(logLik(fit))), ', "aic": ',
    sprintf("%.17g", AIC(fit)), '}')
}
# Bliss (1935): beetles killed by carbon disulphide, proportions with their numbers as weights, far from the origin.
dose <- matrix(c(1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.8610, 1.8839))
trials <- c(59, 60, 62, 56, 63, 59, 62, 60)
killed <- c(6, 13, 18, 28, 52, 53, 61, 60)
options(warn = -1)
cases <- c(compare(dose, killed / trials, trials, TRUE), model(40, 1, FALSE), model(60, 3, FALSE), model(30, 2, TRUE))
cat('{"source": "R 4.2.2, glm and MASS::confint", "script": "logistic.R", "cases": [\n', paste(cases, collapse = ",\n"), "\n]}\n",
  sep = "", file = "logistic.json")
