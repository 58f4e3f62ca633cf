# A weighted parabola by R's lm: what statsmodels leaves out of weighted models, influence and sequential sums of squares.
x <- c(1, 2, 3, 4, 5, 6, 7)
y <- c(1.2, 3.9, 9.1, 15.8, 25.3, 35.7, 49.2)
w <- c(1, 2, 1, 0.5, 1, 3, 1)
f <- lm(y ~ x + I(x^2), weights = w)
number <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ", "), "]")
p <- suppressWarnings(predict(f, data.frame(x = 8), interval = "prediction"))
cat('{"source": "R 4.2.2, lm", "script": "weighted-polynomial.R", "cases": [\n{"x": ', number(x), ', "y": ', number(y), ', "w": ',
  number(w), ', "estimates": ', number(coef(f)), ', "errors": ', number(coef(summary(f))[, 2]), ', "logLikelihood": ',
  sprintf("%.17g", as.numeric(logLik(f))), ', "sums": ', number(anova(f)[, 2]), ', "leverage": ', number(hatvalues(f)),
  ', "cook": ', number(cooks.distance(f)), ', "standardized": ', number(rstandard(f)), ', "studentized": ', number(rstudent(f)),
  ', "predicted": ', number(p), "}\n]}\n", sep = "", file = "weighted-polynomial.json")
