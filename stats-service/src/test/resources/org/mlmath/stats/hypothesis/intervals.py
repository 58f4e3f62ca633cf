"""R's confidence intervals and adjusted p-values. Run: python3 intervals.py > intervals.json"""
from r_reference import case, write

x = [26, 30, 54, 25, 70, 52, 51, 26, 67]
y = [18, 21, 29, 17, 12, 18, 35, 30, 36]
data = "x <- c(%s); y <- c(%s); n <- 9; " % (",".join(map(str, x)), ",".join(map(str, y)))
ci = dict(lower="r$conf.int[1]", upper="r$conf.int[2]")
for level in (0.95, 0.8):
    l = "conf.level=%g" % level
    case("intervals/mean", {"data": x, "level": level}, data + "r <- t.test(x, %s)" % l, estimate="mean(x)", standardError="sd(x)/3", **ci)
    case("intervals/mean-difference", {"a": x, "b": y, "level": level}, data + "r <- t.test(x, y, %s)" % l, degreesOfFreedom="r$parameter", **ci)
    case("intervals/mean-difference", {"a": x, "b": y, "level": level, "equalVariances": True}, data + "r <- t.test(x, y, var.equal=TRUE, %s)" % l, **ci)
    case("intervals/paired-difference", {"a": x, "b": y, "level": level}, data + "r <- t.test(x, y, paired=TRUE, %s)" % l, **ci)
    case("intervals/variance-ratio", {"a": x, "b": y, "level": level}, data + "r <- var.test(x, y, %s)" % l, estimate="r$estimate", **ci)
    case("intervals/correlation", {"a": x, "b": y, "level": level}, data + "r <- cor.test(x, y, %s)" % l, estimate="r$estimate", **ci)
    case("intervals/variance", {"data": x, "level": level}, data + "a <- %g" % (1 - level), lower="8*var(x)/qchisq(1-a/2, 8)", upper="8*var(x)/qchisq(a/2, 8)", estimate="var(x)")
    case("intervals/standard-deviation", {"data": x, "level": level}, data + "a <- %g" % (1 - level), lower="sqrt(8*var(x)/qchisq(1-a/2, 8))", upper="sqrt(8*var(x)/qchisq(a/2, 8))")
    case("intervals/prediction", {"data": x, "level": level}, data + "r <- predict(lm(x ~ 1), data.frame(z=1), interval='prediction', level=%g)" % level, lower="r[2]", upper="r[3]")
    case("intervals/rate", {"data": [3, 5, 2, 4], "level": level}, "r <- poisson.test(14, 4, %s)" % l, estimate="3.5", **ci)
    for s, n in ((42, 100), (0, 10), (10, 10), (1, 7)):
        case("intervals/proportion", {"data": {"successes": s, "trials": n}, "level": level}, "r <- prop.test(%d, %d, correct=FALSE, %s)" % (s, n, l), **ci)
        case("intervals/proportion", {"data": {"successes": s, "trials": n}, "level": level, "method": "clopper-pearson"}, "r <- binom.test(%d, %d, %s)" % (s, n, l), **ci)
    a = 1 - level
    case("intervals/proportion", {"data": {"successes": 42, "trials": 100}, "level": level, "method": "wald"}, "z <- qnorm(%.17g); p <- .42" % (1 - a / 2), lower="p-z*sqrt(p*(1-p)/100)", upper="p+z*sqrt(p*(1-p)/100)")
    case("intervals/proportion", {"data": {"successes": 42, "trials": 100}, "level": level, "method": "agresti-coull"}, "z <- qnorm(%.17g); n <- 100+z^2; p <- (42+z^2/2)/n" % (1 - a / 2), lower="p-z*sqrt(p*(1-p)/n)", upper="p+z*sqrt(p*(1-p)/n)")
    case("intervals/proportion", {"data": {"successes": 42, "trials": 100}, "level": level, "method": "jeffreys"}, "", lower="qbeta(%.17g, 42.5, 58.5)" % (a / 2), upper="qbeta(%.17g, 42.5, 58.5, lower=FALSE)" % (a / 2))
    case("intervals/proportion-difference", {"a": {"successes": 56, "trials": 70}, "b": {"successes": 48, "trials": 80}, "level": level, "method": "wald"}, "r <- prop.test(c(56,48), c(70,80), correct=FALSE, %s)" % l, **ci)
    case("intervals/proportion-difference", {"a": {"successes": 56, "trials": 70}, "b": {"successes": 48, "trials": 80}, "level": level},
         "p <- prop.test(56,70,correct=FALSE,%s)$conf.int; q <- prop.test(48,80,correct=FALSE,%s)$conf.int" % (l, l), lower=".2-sqrt((.8-p[1])^2+(q[2]-.6)^2)", upper=".2+sqrt((p[2]-.8)^2+(.6-q[1])^2)")
    case("intervals/proportion-difference", {"a": {"successes": 56, "trials": 70}, "b": {"successes": 48, "trials": 80}, "level": level, "method": "agresti-caffo"},
         "z <- qnorm(%.17g); p <- 57/72; q <- 49/82; s <- z*sqrt(p*(1-p)/72+q*(1-q)/82)" % (1 - a / 2), lower="p-q-s", upper="p-q+s")
case("intervals/mean", {"data": x, "standardDeviation": 15}, data, lower="mean(x)-qnorm(.975)*5", upper="mean(x)+qnorm(.975)*5")
case("intervals/median", {"data": x}, data + "s <- sort(x)", lower="s[2]", upper="s[8]", estimate="median(x)", diagnostics__attainedLevel="1-2*pbinom(1, 9, .5)")
case("intervals/median", {"data": x, "method": "interpolated"}, data + "s <- sort(x); g <- 1-2*pbinom(1,9,.5); h <- 1-2*pbinom(2,9,.5); i <- (g-.95)/(g-h); m <- 7*i/(2+5*i)", lower="(1-m)*s[2]+m*s[3]", upper="(1-m)*s[8]+m*s[7]")
case("intervals/prediction", {"data": x, "observations": 3}, data + "t <- qt(.975, 8)*sd(x)*sqrt(1/3+1/9)", lower="mean(x)-t", upper="mean(x)+t")
case("intervals/rate", {"data": 0, "exposure": 2.5}, "r <- poisson.test(0, 2.5)", **ci)
p = [0.01, 0.04, 0.03, 0.005, 0.005, 0.6, 1, 0.0000001]
for method, r in (("bonferroni", "bonferroni"), ("holm", "holm"), ("hochberg", "hochberg"), ("benjamini-hochberg", "BH"), ("benjamini-yekutieli", "BY")):
    case("multiple-testing", {"pValues": p, "method": method}, "p <- p.adjust(c(%s), '%s')" % (",".join("%.10g" % v for v in p), r), **{"adjusted__%d" % i: "p[%d]" % (i + 1) for i in range(8)})
write("intervals.py")
