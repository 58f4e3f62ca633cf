"""Pairs of expressions with their verdicts, each checked by mpmath with 420 digits at points of the real line:
equal wherever both are real for "equivalent", and not so somewhere for "different".
/usr/bin/python3 pairs.py > pairs.json

A line is  a ~ b  for equivalent, a # b for different (mathematics), a ## b for different as the two have other domains, by the
conventions of the language; options follow after ;."""
import json
import random
import re
import mpmath as mp

mp.mp.dps = 420
PAIRS = r"""
# polynomials and rational functions
(x+1)^2 ~ x^2+2x+1
(x-1)(x+1) ~ x^2-1
(x+y)^3 ~ x^3+3x^2*y+3x*y^2+y^3
x^3-1 ~ (x-1)(x^2+x+1)
x^4+4 ~ (x^2+2x+2)(x^2-2x+2)
(a^2+b^2)*(c^2+d^2) ~ (a*c-b*d)^2+(a*d+b*c)^2
x/x ~ 1
(x^2-1)/(x-1) ~ x+1
1/(x-1)-1/(x+1) ~ 2/(x^2-1)
1/(1+1/x) ~ x/(x+1)
(x^2-y^2)/(x-y) ~ x+y
x^5+x^4+1 ~ (x^2+x+1)(x^3-x+1)
2x/4 ~ x/2
1/2x ~ x/2
0.1x+0.2x ~ 0.3x
0.5 ~ 1/2
x^-1 ~ 1/x
x^-2*x^3 ~ x
(x^2)^3 ~ x^6
x*(x+1)/2 ~ x^2/2+x/2
1/(x^2+x) ~ 1/x-1/(x+1)
(x^3+y^3)/(x+y) ~ x^2-x*y+y^2
(x-y)/(y-x) ~ -1
a/b/c ~ a/(b*c)
a/(b/c) ~ a*c/b
(x+1)^10-(x-1)^10 ~ 20x^9+240x^7+504x^5+240x^3+20x
x^2+x+41 # x^2+x+41.0000001
(x+1)^2 # x^2+1
x+y # x-y
x^2 # x
x^2 # 2x
x # x+1e-12
1 # 1+1e-30
x # x+1e-40
1/x # 1/(x+1e-15)
x^3-1 # (x-1)(x^2-x+1)
(x+1)^10-(x-1)^10 # 20x^9+240x^7+504x^5+240x^3+21x
y # x
x # y
x # 1
x # 3
2x+y # 2y+x
1/(x+y) # 1/x+1/y
(x^2+1)/(x+1) # x+1
x*y # x+y
x^2*y # x*y^2
1/(x-1) # 1/(1-x)
x^100 # x^101
x/2y # x/(2y)
(x^2-1)/(x-1) ## x+1 ; strictDomain
x/x ## 1 ; strictDomain
1/x-1/x ## 0 ; strictDomain
x*1/x ~ 1 ; x=nonzero ; strictDomain
# trigonometry
sin(x)^2+cos(x)^2 ~ 1
sin(2x) ~ 2 sin x cos x
cos(2x) ~ cos(x)^2-sin(x)^2
cos(2x) ~ 1-2sin(x)^2
cos(2x) ~ 2cos(x)^2-1
sin(3x) ~ 3sin(x)-4sin(x)^3
cos(3x) ~ 4cos(x)^3-3cos(x)
sin(x+y) ~ sin(x)cos(y)+cos(x)sin(y)
cos(x+y) ~ cos(x)cos(y)-sin(x)sin(y)
tan(x) ~ sin(x)/cos(x)
tan(2x) ~ 2tan(x)/(1-tan(x)^2)
1+tan(x)^2 ~ sec(x)^2
1+cot(x)^2 ~ csc(x)^2
sin(x)*sin(y) ~ (cos(x-y)-cos(x+y))/2
cos(x)*cos(y) ~ (cos(x-y)+cos(x+y))/2
sin(x)*cos(y) ~ (sin(x+y)+sin(x-y))/2
sin(x)+sin(y) ~ 2sin((x+y)/2)cos((x-y)/2)
cos(x)+cos(y) ~ 2cos((x+y)/2)cos((x-y)/2)
cos(x)-cos(y) ~ -2sin((x+y)/2)sin((x-y)/2)
sin(x)^2 ~ (1-cos(2x))/2
cos(x)^2 ~ (1+cos(2x))/2
sin(x)^4 ~ 3/8-cos(2x)/2+cos(4x)/8
tan(x/2) ~ sin(x)/(1+cos(x))
tan(x/2) ~ (1-cos(x))/sin(x)
sin(x+pi) ~ -sin(x)
sin(x+pi/2) ~ cos(x)
cos(x+pi) ~ -cos(x)
sin(pi-x) ~ sin(x)
cos(x-pi/2) ~ sin(x)
sin(x+2pi) ~ sin(x)
tan(x+pi) ~ tan(x)
tan(x+pi/4) ~ (1+tan(x))/(1-tan(x))
sin(x+pi/4) ~ (sin(x)+cos(x))/sqrt(2)
sin(x+pi/6) ~ sqrt(3)/2*sin(x)+cos(x)/2
cos(x+pi/3) ~ cos(x)/2-sqrt(3)/2*sin(x)
sqrt(2)*sin(x+pi/4) ~ sin(x)+cos(x)
sin(x)^2-sin(y)^2 ~ sin(x+y)*sin(x-y)
(sin(x)+cos(x))^2 ~ 1+sin(2x)
(1-cos(x)^2)/sin(x) ~ sin(x)
sec(x)-cos(x) ~ sin(x)*tan(x)
tan(x)+cot(x) ~ sec(x)*csc(x)
cot(x) ~ cos(x)/sin(x)
sin(x)/(1-cos(x)) ~ (1+cos(x))/sin(x)
cos(x)/(1-sin(x)) ~ (1+sin(x))/cos(x)
1/(1-sin(x))+1/(1+sin(x)) ~ 2sec(x)^2
sin(5x) ~ 16sin(x)^5-20sin(x)^3+5sin(x)
cos(4x) ~ 8cos(x)^4-8cos(x)^2+1
cos(x)*cos(2x)*cos(4x) ~ sin(8x)/(8sin(x))
sin(x)*sin(pi/3-x)*sin(pi/3+x) ~ sin(3x)/4
tan(x)+tan(y) ~ sin(x+y)/(cos(x)*cos(y))
tan(x-y) ~ (tan(x)-tan(y))/(1+tan(x)tan(y))
sin(x)^6+cos(x)^6 ~ 1-3sin(x)^2*cos(x)^2
sin(x)^4-cos(x)^4 ~ sin(x)^2-cos(x)^2
csc(2x) ~ sec(x)*csc(x)/2
2cos(x)*cos(3x) ~ cos(2x)+cos(4x)
sqrt(1-sin(x)^2) ~ abs(cos(x))
sqrt(1-cos(x)^2) ~ abs(sin(x))
sqrt(1+cos(x)) ~ sqrt(2)*abs(cos(x/2))
abs(tan(x)) ~ sqrt(sec(x)^2-1)
cos(abs(x)) ~ cos(x)
sin(abs(x)) ~ sign(x)*sin(x)
sin(x)^2+cos(x)^2 # 2
sin(2x) # 2sin(x)
sin(x)^2 # sin(x^2)
cos(2x) # 2cos(x)^2+1
sin(x+y) # sin(x)+sin(y)
tan(x) # cos(x)/sin(x)
sqrt(1-sin(x)^2) # cos(x)
sin(x) # cos(x)
sin(x) # x
sin(x+pi) # sin(x)
sin(x) # x-x^3/6+x^5/120
sin(x) # sum(k,0,19,(-1)^k*x^(2k+1)/(2k+1)!)
cos(x) # sum(k,0,15,(-1)^k*x^(2k)/(2k)!)
cos(3x) # 4cos(x)^3-4cos(x)
sin(x)^4 # 3/8-cos(2x)/2+cos(4x)/9
tan(x/2) # sin(x)/(1-cos(x))
sin(pi*x) # 0
cos(2pi*x) # 1
sin(x)*sin(y) # (cos(x-y)+cos(x+y))/2
arcsin(sin(x)) # x
cos(x) # cos(x+6.283185307179586)
sin(x) # sin(x+1e-20)
sin(100x) # 100sin(x)
sin(pi*n) ~ 0 ; n=integer
cos(pi*n) ~ (-1)^n ; n=integer
cos(2pi*n) ~ 1 ; n=integer
sin(pi*(n+1/2)) ~ (-1)^n ; n=integer
cos(pi*n) # 1 ; n=integer
sin(pi*n/2) # 0 ; n=integer
tan(pi*n) ~ 0 ; n=integer
sin(x) ~ cos(pi/2-x)
asin(sin(x)) ~ x ; x in -pi/2 pi/2
acos(cos(x)) ~ x ; x in 0 pi
acos(cos(x)) # x ; x in -1 1
# inverse trigonometry
asin(x)+acos(x) ~ pi/2
atan(x)+atan(1/x) ~ pi/2*sign(x) 
atan(x)+atan(1/x) ~ pi/2 ; x=positive
atan(x)+atan(1/x) # pi/2
atan(x)+acot(x) # pi/2
acot(x) ~ atan(1/x)
sin(asin(x)) ## x
sin(asin(x)) ~ x ; x in -1 1
cos(asin(x)) ~ sqrt(1-x^2)
sin(acos(x)) ~ sqrt(1-x^2)
tan(asin(x)) ~ x/sqrt(1-x^2)
tan(acos(x)) ~ sqrt(1-x^2)/x
sin(atan(x)) ~ x/sqrt(1+x^2)
cos(atan(x)) ~ 1/sqrt(1+x^2)
tan(atan(x)) ~ x
sec(atan(x)) ~ sqrt(1+x^2)
atan(x) ~ asin(x/sqrt(1+x^2))
asin(x) ~ atan(x/sqrt(1-x^2))
atan(-x) ~ -atan(x)
acos(-x) ~ pi-acos(x)
2atan(x) ~ asin(2x/(1+x^2)) ; x in -1 1
2atan(x) # asin(2x/(1+x^2))
2atan(x) ~ acos((1-x^2)/(1+x^2)) ; x=nonnegative
2atan(x) # acos((1-x^2)/(1+x^2))
atan(x)+atan(y) # atan((x+y)/(1-x*y))
atan(x)+atan(y) ~ atan((x+y)/(1-x*y)) ; x in 0 0.9 ; y in 0 0.9
atan(x)-atan(y) ~ atan((x-y)/(1+x*y)) ; x=positive ; y=positive
asec(x) ~ acos(1/x)
acsc(x) ~ asin(1/x)
cos(2acos(x)) ~ 2x^2-1 ; x in -1 1
cos(3acos(x)) ~ 4x^3-3x ; x in -1 1
sin(2atan(x)) ~ 2x/(1+x^2)
cos(2atan(x)) ~ (1-x^2)/(1+x^2)
asin(x) # 1/sin(x)
atan(x) # asin(x)/acos(x)
asin(x)+acos(x) # pi
sin(2asin(x)) ~ 2x*sqrt(1-x^2)
atan2(y,x) ~ atan(y/x) ; x=positive
atan2(y,x) # atan(y/x)
asin(2x*sqrt(1-x^2)) # 2asin(x)
asin(2x*sqrt(1-x^2)) ~ 2asin(x) ; x in -0.7 0.7
# hyperbolic
cosh(x)^2-sinh(x)^2 ~ 1
sinh(2x) ~ 2sinh(x)cosh(x)
cosh(2x) ~ 2cosh(x)^2-1
cosh(x+y) ~ cosh(x)cosh(y)+sinh(x)sinh(y)
sinh(x) ~ (e^x-e^-x)/2
cosh(x) ~ (e^x+e^-x)/2
tanh(x) ~ (e^(2x)-1)/(e^(2x)+1)
tanh(x) ~ 1-2/(e^(2x)+1)
1-tanh(x)^2 ~ sech(x)^2
coth(x)^2-1 ~ csch(x)^2
asinh(x) ~ ln(x+sqrt(x^2+1))
acosh(x) ~ ln(x+sqrt(x^2-1))
atanh(x) ~ ln((1+x)/(1-x))/2
acoth(x) ~ ln((x+1)/(x-1))/2
asinh(-x) ~ -asinh(x)
sinh(asinh(x)) ~ x
cosh(asinh(x)) ~ sqrt(1+x^2)
tanh(x/2) ~ sinh(x)/(1+cosh(x))
tanh(x/2) ~ (cosh(x)-1)/sinh(x)
e^x ~ cosh(x)+sinh(x)
sinh(3x) ~ 3sinh(x)+4sinh(x)^3
(cosh(x)+sinh(x))^5 ~ cosh(5x)+sinh(5x)
tanh(x+y) ~ (tanh(x)+tanh(y))/(1+tanh(x)tanh(y))
acosh(x) ~ 2ln(sqrt((x+1)/2)+sqrt((x-1)/2))
asech(x) ~ acosh(1/x)
acsch(x) ~ asinh(1/x)
cosh(x)^2+sinh(x)^2 # 1
asinh(x) # ln(x+sqrt(x^2-1))
asinh(x) # ln(x+sqrt(x^2+1.0001))
sinh(x) # (e^x+e^-x)/2
tanh(x) # sinh(x)
acosh(cosh(x)) ~ abs(x)
acosh(cosh(x)) # x
atanh(tanh(x)) ~ x
ln(cosh(x)+sinh(x)) ~ x
asinh(sinh(x)) ~ x
asinh(tan(x)) ~ ln(tan(x)+abs(sec(x)))
# exponentials and logarithms
e^(x+y) ~ e^x*e^y
e^(2x) ~ (e^x)^2
e^(ln(x)) ~ x ; x=positive
e^(ln(x)) ## x
ln(e^x) ~ x
ln(x^2) ~ 2ln(abs(x))
ln(x^2) ## 2ln(x)
ln(x^2) ~ 2ln(x) ; x=positive
ln(x^2) ~ 2ln(x) ; x in 0 inf
ln(x*y) ~ ln(x)+ln(y) ; x=positive ; y=positive
ln(x*y) ## ln(x)+ln(y)
ln(x/y) ~ ln(x)-ln(y) ; x=positive ; y=positive
ln(x^3) ~ 3ln(x)
ln(1/x) ~ -ln(x)
ln(sqrt(x)) ~ ln(x)/2
log(x,2) ~ ln(x)/ln(2)
log2(x) ~ ln(x)/ln(2)
log10(x) ~ ln(x)/ln(10)
log(x,y) ~ ln(x)/ln(y)
log(x,y)*log(y,z) ~ log(x,z) ; x=positive ; y=positive ; z=positive
log(8,2) ~ 3
log2(8x) ~ 3+log2(x)
log10(1000x) ~ 3+log10(x)
2^x ~ e^(x*ln(2))
2^(x+3) ~ 8*2^x
4^x ~ 2^(2x)
(1/2)^x ~ 2^-x
a^x*a^y ~ a^(x+y) ; a=positive
(a^x)^y ~ a^(x*y) ; a=positive
(a^x)^y # a^(x+y) ; a=positive
a^(x^y) # (a^x)^y ; a=positive
(a*b)^x ~ a^x*b^x ; a=positive ; b=positive
x^ln(y) ~ y^ln(x) ; x=positive ; y=positive
ln(x+sqrt(x^2-1)) ~ -ln(x-sqrt(x^2-1)) ; x in 1 inf
ln(x^2-1) ~ ln(x-1)+ln(x+1) ; x in 1 inf
ln(x^2-1) ## ln(x-1)+ln(x+1)
ln((x+1)^2) ~ 2ln(abs(x+1))
e^(-x) ~ 1/e^x
e^(x/2) ~ sqrt(e^x)
sqrt(e^(2x)) ~ e^x
expm1(x) ~ e^x-1
log1p(x) ~ ln(1+x)
ln(e^x+e^y) ~ x+ln(1+e^(y-x))
(e^x-1)/(e^x+1) ~ tanh(x/2)
e^(x*ln(x)) ~ x^x ; x=positive
x^(1/ln(x)) ~ e ; x=positive
10^(log10(x)) ~ x ; x=positive
ln(2)+ln(3) ~ ln(6)
ln(4)/ln(2) ~ 2
2ln(2)+ln(5)-ln(20) ~ 0
e^(3ln(2)) ~ 8
ln(x) # log10(x)
ln(x+y) # ln(x)+ln(y)
ln(x)*ln(y) # ln(x+y)
ln(x)^2 # ln(x^2)
e^(x*y) # e^x*e^y
e^x+e^y # e^(x+y)
2^x # x^2
e^x # 2.718281828459045^x
e^x # 1+x+x^2/2+x^3/6
e^x # sum(k,0,25,x^k/k!)
ln(x/y) # ln(x)/ln(y) ; x=positive ; y=positive
(a^x)^y # a^(x^y) ; a=positive
exp(-x^2) # exp(-x^2)+exp(-100x^2)
exp(-x^2) # 0
exp(-x^2) # exp(-x^2)+1e-50
e^(2x) # e^(x^2)
ln(1+x) # x
log2(x) # ln(x)
# roots and absolute values
sqrt(x^2) ~ abs(x)
sqrt(x^2) # x
sqrt(x^2) ~ x ; x=nonnegative
sqrt(x^2) ~ -x ; x=negative
sqrt(x)^2 ## x
sqrt(x)^2 ~ x ; x=nonnegative
abs(x)*abs(y) ~ abs(x*y)
abs(x)/abs(y) ~ abs(x/y)
abs(x)^2 ~ x^2
abs(x^2+1) ~ x^2+1
abs(-x) ~ abs(x)
abs(x-y) ~ abs(y-x)
abs(x+y) # abs(x)+abs(y)
abs(x^3) ~ abs(x)^3
abs(abs(x)) ~ abs(x)
sqrt(x)*sqrt(y) ~ sqrt(x*y) ; x=nonnegative ; y=nonnegative
sqrt(x)*sqrt(y) ## sqrt(x*y)
sqrt(x^2*y^2) ~ abs(x*y)
sqrt(x^2+2x+1) ~ abs(x+1)
sqrt(x^2+2x*y+y^2) ~ abs(x+y)
sqrt(x^4) ~ x^2
sqrt(x^6) ~ abs(x)^3
sqrt(x^6) # x^3
(x^2)^(1/2) ~ abs(x)
(x^6)^(1/3) ~ x^2
cbrt(x^3) ~ x
cbrt(x)^3 ~ x
cbrt(x*y) ~ cbrt(x)*cbrt(y)
root(x^5,5) ~ x
root(x^4,4) ~ abs(x)
cbrt(-x) ~ -cbrt(x)
x^(1/3) ## cbrt(x)
x^(1/3) ~ cbrt(x) ; x=nonnegative
1/sqrt(x) ~ sqrt(x)/x
1/(sqrt(x)+sqrt(y)) ~ (sqrt(x)-sqrt(y))/(x-y)
1/(sqrt(x+1)+sqrt(x)) ~ sqrt(x+1)-sqrt(x)
(sqrt(x)+1)^2 ~ x+2sqrt(x)+1
sqrt(x+2sqrt(x-1)) ~ sqrt(x-1)+1
sqrt(x-2sqrt(x-1)) ~ abs(sqrt(x-1)-1)
sqrt(x+y+2sqrt(x*y)) ~ sqrt(x)+sqrt(y) ; x=nonnegative ; y=nonnegative
sqrt(x-1)*sqrt(x+1) ~ sqrt(x^2-1) ; x in 1 inf
sqrt(x-1)*sqrt(x+1) ## sqrt(x^2-1)
sqrt(x^2+y^2) ~ hypot(x,y)
sqrt(x^2+y^2) # x+y
sqrt(x+y) # sqrt(x)+sqrt(y)
sqrt(9x) ~ 3sqrt(x)
sqrt(x/4) ~ sqrt(x)/2
sqrt(8) ~ 2sqrt(2)
sqrt(x^3) ~ x*sqrt(x)
x^(3/2) ~ x*sqrt(x)
x^0.5 ~ sqrt(x)
(x^3)^(1/3) ## x
x^(2/4) ~ x^(1/2)
sign(x)*abs(x) ~ x
abs(x)/x ~ sign(x)
abs(x)/x ## sign(x) ; strictDomain
x^2/abs(x) ~ abs(x)
abs(x) # x
abs(x-1)+abs(x+1) # 2
abs(x-1)+abs(x+1) ~ 2 ; x in -1 1
abs(x-1)+abs(x+1) # 2x
abs(x-1)+abs(x+1) ~ 2x ; x in 1 inf
sqrt(x^2+1) # x+1
sqrt(x) # x/2
sqrt(x-3)*ln(5-x) ~ ln(5-x)*sqrt(x-3)
sqrt(x-3)*ln(5-x) # sqrt(x-3)*ln(5-x)+1e-15
sqrt(x-3)*ln(5-x) ~ ln((5-x)^sqrt(x-3))
sqrt(x-100)*sqrt(100.001-x) ~ sqrt((x-100)*(100.001-x))
sqrt(x-100)*sqrt(100.001-x) # (x-100)*(100.001-x)
asin(x-7) ~ -asin(7-x)
asin(10x-70) # asin(70-10x)
sqrt(-1-x) ~ sqrt(-(x+1))
# constants
sqrt(5+2sqrt(6)) ~ sqrt(2)+sqrt(3)
sqrt(5+2sqrt(6)) # sqrt(2)+sqrt(3)+1e-25
sqrt(3+2sqrt(2)) ~ 1+sqrt(2)
sqrt(7-4sqrt(3)) ~ 2-sqrt(3)
sqrt(11-6sqrt(2)) ~ 3-sqrt(2)
sqrt(10+2sqrt(6)+2sqrt(10)+2sqrt(15)) ~ sqrt(2)+sqrt(3)+sqrt(5)
cbrt(2+sqrt(5))+cbrt(2-sqrt(5)) ~ 1
cbrt(cbrt(2)-1) ~ cbrt(1/9)-cbrt(2/9)+cbrt(4/9)
cbrt(20+14sqrt(2))+cbrt(20-14sqrt(2)) ~ 4
sqrt(cbrt(5)-cbrt(4)) ~ (cbrt(2)+cbrt(20)-cbrt(25))/3
sqrt(cbrt(28)-cbrt(27)) ~ -(cbrt(28)^2-2*cbrt(28)-5)/3/cbrt(1)*1+0*cbrt(98) ; skip
1/(sqrt(2)-1) ~ sqrt(2)+1
1/(1+sqrt(2)+sqrt(3)) ~ (2+sqrt(2)-sqrt(6))/4
sqrt(2)*sqrt(3) ~ sqrt(6)
sqrt(2+sqrt(3)) ~ (sqrt(6)+sqrt(2))/2
sqrt(2)^sqrt(2)^2 ~ 2
sqrt(2)^sqrt(2)^3 # 2
(sqrt(2)^sqrt(2))^sqrt(2) ~ 2
sqrt(2)+sqrt(3) # 3.14626436994197234
sqrt(1e30+1) # 1e15
sqrt(2)+sqrt(3) # sqrt(5)
sin(pi/3) ~ sqrt(3)/2
cos(pi/12) ~ (sqrt(6)+sqrt(2))/4
cos(pi/5) ~ (1+sqrt(5))/4
sin(pi/10) ~ (sqrt(5)-1)/4
tan(pi/8) ~ sqrt(2)-1
tan(pi/12) ~ 2-sqrt(3)
cos(pi/7)-cos(2pi/7)+cos(3pi/7) ~ 1/2
cos(2pi/7)+cos(4pi/7)+cos(6pi/7) ~ -1/2
sin(pi/7)*sin(2pi/7)*sin(3pi/7) ~ sqrt(7)/8
tan(3pi/11)+4sin(2pi/11) ~ sqrt(11)
sin(pi/18)*sin(5pi/18)*sin(7pi/18) ~ 1/8
cos(pi/5)*cos(2pi/5) ~ 1/4
cos(pi/7) # 0.9009688679024191
atan(1/2) ~ pi/2-atan(2)
atan(1/2)+atan(1/3) ~ pi/4
4atan(1/5)-atan(1/239) ~ pi/4
12atan(1/18)+8atan(1/57)-5atan(1/239) ~ pi/4
atan(1)+atan(2)+atan(3) ~ pi
asin(3/5)+asin(4/5) ~ pi/2
acos(1/3) ~ 2atan(1/sqrt(2))
asin(1/2) ~ pi/6
atan(sqrt(3)) ~ pi/3
atan(sqrt(2)-1) ~ pi/8
atan(1/2)+atan(1/3) # 0.7853981633974483
4atan(1/5)-atan(1/240) # pi/4
asinh(1) ~ ln(1+sqrt(2))
acosh(2) ~ ln(2+sqrt(3))
atanh(1/2) ~ ln(3)/2
2asinh(1/2) ~ acosh(3/2)
e^(ln(2)+ln(3)) ~ 6
ln(2+sqrt(3))+ln(2-sqrt(3)) ~ 0
ln(sqrt(2)+1) ~ -ln(sqrt(2)-1)
log(9,3) ~ 2
log2(10)*log10(2) ~ 1
e^pi # pi^e
pi # 22/7
pi # 355/113
pi # 3.141592653589793238462643383279502884197
e^(pi*sqrt(163)) # 262537412640768744
sqrt(pi) # gamma(1/2)+1e-60
gamma(1/2) ~ sqrt(pi)
gamma(7/2) ~ 15sqrt(pi)/8
gamma(1/3)*gamma(2/3) ~ 2pi/sqrt(3)
5! ~ 120
20!/18! ~ 380
binomial(10,3) ~ 120
2^10 ~ 1024
0.1+0.2 ~ 0.3
1/3+1/6 ~ 1/2
(1+sqrt(5))/2 ~ 1/((sqrt(5)-1)/2)
((1+sqrt(5))/2)^10 ~ 55*(1+sqrt(5))/2+34
cos(1)^2+sin(1)^2 ~ 1
sqrt(sqrt(2)+1)*sqrt(sqrt(2)-1) ~ 1
e^1 ~ e
1/7 # 0.142857142857142857
2/3 # 0.6666666666666667
# piecewise, steps, rounding
relu(x) ~ max(0,x)
relu(x) ~ x*step(x)
relu(x) ~ (x+abs(x))/2
relu(x) ~ if(x>0,x,0)
relu(x) # x
relu(x) # abs(x)
relu(x)-relu(-x) ~ x
relu(x)+relu(-x) ~ abs(x)
leakyrelu(x,0.1) ~ max(x,0.1x)
leakyrelu(x) ~ relu(x)-0.01relu(-x)
elu(x) ~ if(x>0,x,e^x-1)
abs(x) ~ max(x,-x)
max(x,y) ~ (x+y+abs(x-y))/2
min(x,y) ~ (x+y-abs(x-y))/2
max(x,y)+min(x,y) ~ x+y
max(x,y)*min(x,y) ~ x*y
max(x,y) ~ -min(-x,-y)
max(x,x+1) ~ x+1
max(x^2,0) ~ x^2
max(x,y,z) ~ max(max(x,y),z)
max(x,y) # x
min(x,1000000) # x
min(x,12345) # x
max(x,-1e7) # x
sign(x) # 2step(x)-1
sign(x) # if(x>=0,1,-1)
step(x) # if(x>0,1,0)
step(x) ~ if(x>=0,1,0)
step(x)+step(-x) # 1
step(x)*step(x) ~ step(x)
sign(x)^3 ~ sign(x)
sign(x)*sign(y) ~ sign(x*y)
sign(x)^2 # 1
sign(x^2+1) ~ 1
if(x=2,5,x) # x
if(x=1/3,5,x) # x
piecewise(x<0,-x,x) ~ abs(x)
piecewise(x<0,0,x<1,x,1) ~ min(max(x,0),1)
piecewise(x<0,0,x<1,x,1) # max(x,0)
piecewise(x<100,x,100) ~ min(x,100)
piecewise(x<100,x,101) # min(x,100)
if(x>0,1,0)+if(x<=0,1,0) ~ 1
if(x>3,x^2,x) # x^2
if(x>3,x^2,x) ~ x^2 ; x in 4 10
floor(x)+ceil(-x) ~ 0
ceil(x) ~ -floor(-x)
floor(x+1) ~ floor(x)+1
floor(x) # x
floor(x) # x-1/2
floor(x)+1 # ceil(x)
floor(n) ~ n ; n=integer
floor(n/2)+ceil(n/2) ~ n ; n=integer
floor(x)+floor(x+1/2) ~ floor(2x)
mod(x,1) ~ x-floor(x)
mod(x,3) ~ x-3floor(x/3)
mod(x+3,3) ~ mod(x,3)
mod(x,3) # mod(x,4)
mod(n^2+n,2) ~ 0 ; n=integer
mod(n^2,2) ~ mod(n,2) ; n=integer
mod(n^2,3) # mod(n,3) ; n=integer
(-1)^n ~ 1-2mod(n,2) ; n=integer
round(n) ~ n ; n=integer
trunc(x) ~ sign(x)*floor(abs(x))
round(x) # floor(x+1/2)
round(x) ~ sign(x)*floor(abs(x)+1/2)
abs(x)*step(x) ~ relu(x)
sqrt(relu(x)^2) ~ relu(x)
max(abs(x),abs(y)) ~ (abs(x+y)+abs(x-y))/2
relu(relu(x)) ~ relu(x)
relu(2x) ~ 2relu(x)
relu(x+1) # relu(x)+1
# machine learning
sigmoid(x) ~ 1/(1+e^-x)
sigmoid(x) ~ 1-sigmoid(-x)
sigmoid(x) ~ (1+tanh(x/2))/2
sigmoid(x) ~ e^x/(1+e^x)
tanh(x) ~ 2sigmoid(2x)-1
sigmoid(x)*(1-sigmoid(x)) ~ e^x/(1+e^x)^2
sigmoid(x)*(1-sigmoid(x)) ~ sech(x/2)^2/4
softplus(x) ~ ln(1+e^x)
softplus(x)-softplus(-x) ~ x
softplus(x) ~ -ln(sigmoid(-x))
softplus(x) ~ x+ln(1+e^-x)
softplus(x) # relu(x)
ln(sigmoid(x)) ~ x-softplus(x)
logsumexp(x,y) ~ ln(e^x+e^y)
logsumexp(x,0) ~ softplus(x)
logsumexp(x+c,y+c) ~ c+logsumexp(x,y)
logsumexp(x,y) # max(x,y)
logsumexp(x,x) ~ x+ln(2)
logit(x) ~ ln(x/(1-x))
logit(x) ~ ln(x)-ln(1-x)
logit(sigmoid(x)) ~ x
sigmoid(logit(x)) ~ x ; x in 0.1 0.9
silu(x) ~ x*sigmoid(x)
silu(x) ~ x/(1+e^-x)
gelu(x) ~ x*(1+erf(x/sqrt(2)))/2
gelu(x) ~ x*normalcdf(x)
gelu(x) # x*sigmoid(1.702x)
gelu(x) # x/2*(1+tanh(sqrt(2/pi)*(x+0.044715x^3)))
gelu(x)-gelu(-x) ~ x*erf(x/sqrt(2))*0+x*(2*normalcdf(x)-1)*0+x*normalcdf(x)+x*normalcdf(-x) 
softsign(x) ~ x/(1+abs(x))
erf(x)+erfc(x) ~ 1
erf(-x) ~ -erf(x)
normalcdf(x) ~ (1+erf(x/sqrt(2)))/2
normalcdf(x)+normalcdf(-x) ~ 1
normalpdf(x) ~ e^(-x^2/2)/sqrt(2pi)
normalpdf(-x) ~ normalpdf(x)
normalcdf(2x) ~ erfc(-sqrt(2)*x)/2
normalcdf(x) # sigmoid(1.702x)
erf(x) # tanh(x)
erfc(x) # erfc(x)+e^(-500)
sigmoid(x) # (1+tanh(x))/2
tanh(x) # 2sigmoid(x)-1
softplus(x) # ln(1+e^-x)
-ln(e^x/(e^x+e^y)) ~ softplus(y-x)
-(y*ln(sigmoid(x))+(1-y)*ln(1-sigmoid(x))) ~ softplus(x)-x*y
(x-m)^2/(2s^2)+ln(s*sqrt(2pi)) ~ -ln(e^(-((x-m)/s)^2/2)/(s*sqrt(2pi))) ; s=positive
# gamma, factorials, sums
gamma(x+1) ~ x*gamma(x)
x! ~ gamma(x+1)
x!/(x-1)! ~ x
(x+1)! ~ (x+1)*x!
gamma(x) # gamma(x+1)/(x+1)
gamma(x)*gamma(1-x) ~ pi/sin(pi*x)
gamma(x)*gamma(x+1/2) ~ 2^(1-2x)*sqrt(pi)*gamma(2x)
binomial(n,k) ~ binomial(n,n-k) ; n=nonnegative-integer ; k=nonnegative-integer
binomial(n,k)+binomial(n,k+1) ~ binomial(n+1,k+1) ; n=nonnegative-integer ; k=nonnegative-integer
binomial(n,k) ~ binomial(n-1,k)+binomial(n-1,k-1) ; n=positive-integer ; k=positive-integer
k*binomial(n,k) ~ n*binomial(n-1,k-1) ; n=positive-integer ; k=positive-integer
binomial(n,2) ~ n*(n-1)/2
binomial(n,3) ~ n*(n-1)*(n-2)/6
binomial(n,k) # binomial(n,k+1) ; n=nonnegative-integer ; k=nonnegative-integer
n! # n^n ; n=positive-integer
(2n)!/(2^n*n!) ~ prod(k,1,n,2k-1)
beta(x,y) ~ gamma(x)*gamma(y)/gamma(x+y)
beta(x,y) ~ beta(y,x)
beta(x,1) ~ 1/x
lgamma(x) ~ ln(gamma(x)) ; x=positive
digamma(x+1) ~ digamma(x)+1/x
sum(i,1,n,i) ~ n*(n+1)/2 ; n=positive-integer
sum(i,1,n,i) ~ n*(n+1)/2
sum(i,1,n,i^2) ~ n*(n+1)*(2n+1)/6
sum(i,1,n,i^3) ~ (n*(n+1)/2)^2
sum(i,1,n,2i-1) ~ n^2
sum(i,1,n,i^2) # n^3/3 ; n=positive-integer
sum(i,1,n,i) # n^2/2 ; n=positive-integer
sum(k,0,n,x^k) ~ (x^(n+1)-1)/(x-1) ; n=nonnegative-integer
sum(k,0,n,2^k) ~ 2^(n+1)-1
sum(k,0,n,binomial(n,k)) ~ 2^n
sum(k,0,n,binomial(n,k)*x^k) ~ (1+x)^n
sum(k,1,n,1/(k*(k+1))) ~ n/(n+1)
prod(k,1,n,k) ~ n!
prod(k,2,n,1-1/k^2) ~ (n+1)/(2n) ; n=positive-integer
sum(i,1,3,x^i) ~ x+x^2+x^3
sum(i,1,n,x) ~ n*x
prod(i,1,3,x+i) ~ (x+1)(x+2)(x+3)
gcd(x,y)*lcm(x,y) ~ abs(x*y)
gcd(2n,4) # 2 ; n=integer
gcd(n,n+1) ~ 1 ; n=integer
# mixed
x^x ~ e^(x*ln(x)) ; x=positive
(x+1)*e^x-e^x ~ x*e^x
ln(sec(x)+tan(x)) ~ -ln(sec(x)-tan(x))
x*sin(x)/x ~ sin(x)
e^(ln(x)/2) ~ sqrt(x)
sqrt(sin(x)^2) ~ abs(sin(x))
ln(e^(2x)+2+e^(-2x)) ~ 2ln(2cosh(x))
(sin(x)/x)^2 ~ (1-cos(2x))/(2x^2)
e^(-x^2/2)*e^(-y^2/2) ~ e^(-(x^2+y^2)/2)
(e^x)^3*e^(-2x) ~ e^x
1/(e^x+1) ~ 1/2-tanh(x/2)/2
(1+1/x)^x # e ; x=positive
x^2+1 # x^2+1+step(x-1000)
x # x+step(x-1e5)
x # if(abs(x)<1e6,x,0)
sin(x)/x # 1
(x+1e-9)^2 # x^2
ln(x)/x # ln(x)/x+1e-35*x
cos(x)^2 # 1-sin(x)^2+1e-18*x
sqrt(x+1)-sqrt(x) # 1/(2sqrt(x))
e^(1/x) # 1+1/x
tan(x) # x+x^3/3+2x^5/15
x/(1+x^2) # atan(x)
atan(x) # pi/2*x/(1+abs(x))
x*y*z # x*y+z
x^y # y^x
(x+y+z)^2 ~ x^2+y^2+z^2+2x*y+2y*z+2x*z
(x+y)(y+z)(z+x)+x*y*z ~ (x+y+z)(x*y+y*z+z*x)
x^3+y^3+z^3-3x*y*z ~ (x+y+z)(x^2+y^2+z^2-x*y-y*z-z*x)
1/(x*(x+1)*(x+2)) ~ 1/(2x)-1/(x+1)+1/(2(x+2))
# more of all kinds
(a+b)^2 ~ a^2+2a*b+b^2
x^2-5x+6 ~ (x-2)(x-3)
2^(x+1) ~ 2*2^x
log(x) ~ ln(x)
log10(100) ~ 2
1/(1+e^-x) ~ e^x/(e^x+1)
x^(1/2) ~ sqrt(x)
0 ~ 0
sqrt(x) ## sqrt(-x)
sin(x)/x ~ sin(x)/x
floor(x)+ceil(x) # 2x
floor(x) # trunc(x)
abs(sin(x)) # sin(x)
abs(sin(x))^2 ~ sin(x)^2
(-1)^n # 1 ; n=integer
(-1)^(2n) ~ 1 ; n=integer
sum(k,1,n,k) ~ n(n+1)/2
sum(k,1,n,1) ~ n
sum(k,1,10,k) ~ 55
sum(k,1,n,k*x) ~ x*n*(n+1)/2
prod(k,1,5,k) ~ 120
sum(i,0,n,x^i) ~ (1-x^(n+1))/(1-x)
max(x,y,z) # max(x,y)
(x^2)^0.5 ~ abs(x)
(x^0.5)^2 ## x
sqrt(x)^4 ## x^2
x^1.5 ~ sqrt(x^3)
x^0 ~ 1
0^x # 1
x^2/x ~ x
x/x^2 ~ 1/x
e^(2ln(x)) ~ x^2 ; x=positive
e^(2ln(x)) ## x^2
ln(e) ~ 1
sin(arccos(x)) ~ sqrt(1-x^2)
tan(arcsin(x)) ~ x/sqrt(1-x^2)
cos(x)^4 ~ (3+4cos(2x)+cos(4x))/8
sin(pi/4) ~ sqrt(2)/2
1/sqrt(2) ~ sqrt(2)/2
2^0.5 ~ sqrt(2)
8^(1/3) ~ 2
(-8)^(1/3) ## -2
cbrt(-8) ~ -2
0.333333333333 # 1/3
3.14159265358979 # pi
2.718281828 # e
10^-20 # 0
sigmoid(100) # 1
tanh(50) # 1
erf(10) # 1
step(x) # 1
relu(x-12345.678) # 0
sqrt((x-1)^2) # x-1
sqrt((x-1)^2) ~ abs(1-x)
sqrt(x^2+2x*y+y^2) # x+y
1/(x^2-1) ~ (1/(x-1)-1/(x+1))/2
x^4-y^4 ~ (x-y)(x+y)(x^2+y^2)
(x-1)/(x^2-1) ~ 1/(x+1)
log2(x)+log2(y) ~ log2(x*y) ; x=positive ; y=positive
ln(x)/ln(10) ~ log10(x)
ln(sqrt(x^2+1)+x) ~ -ln(sqrt(x^2+1)-x)
x*(1-x) ~ x-x^2
e^x/(e^x+e^y) ~ sigmoid(x-y)
ln(1+e^(-abs(x)))+max(x,0) ~ softplus(x)
-ln(sigmoid(x)) ~ softplus(-x)
sigmoid(x)-1/2 ~ tanh(x/2)/2
1-sigmoid(x)^2 # sigmoid(x)*(1-sigmoid(x))
elu(x) # relu(x)
leakyrelu(x,1) ~ x
hypot(x,y)^2 ~ x^2+y^2
acos(x)+acos(-x) ~ pi
atan(x)+atan(-x) ~ 0
sin(x)cos(x) ~ sin(2x)/2
cot(x)-tan(x) ~ 2cot(2x)
sec(x)^4-sec(x)^2 ~ tan(x)^4+tan(x)^2
csc(x)-cot(x) ~ tan(x/2)
(sec(x)-1)(sec(x)+1) ~ tan(x)^2
sin(x)^3 ~ (3sin(x)-sin(3x))/4
sqrt(3)*cos(x)+sin(x) ~ 2sin(x+pi/3)
2^(log2(x)) ~ x ; x=positive
x^log(y,x) ~ y ; x=positive ; y=positive
sqrt(2+sqrt(2+sqrt(2))) ~ 2cos(pi/16)
sqrt(6+sqrt(20)) ~ 1+sqrt(5)
cbrt(26+15sqrt(3)) ~ 2+sqrt(3)
(7+5sqrt(2))^(1/3) ~ 1+sqrt(2)
sqrt(3)+sqrt(5) # sqrt(15)
sqrt(1000001)-sqrt(1000000) # 0.0005
cos(pi/17) # 0.98297309968390177828
tan(pi/7)*tan(2pi/7)*tan(3pi/7) ~ sqrt(7)
sin(pi/5)*sin(2pi/5) ~ sqrt(5)/4
atan(1/3)+atan(1/4)+atan(1/5)+atan(1/47) ~ pi/4
2atan(1/3)+atan(1/7) ~ pi/4
acos(3/5)+acos(4/5) ~ pi/2
asin(sqrt(2)/2) ~ pi/4
ln(27)/ln(9) ~ 3/2
log(32,8) ~ 5/3
sqrt(12)+sqrt(27) ~ 5sqrt(3)
e^(ln(3)/2) ~ sqrt(3)
x+y+z ~ z+y+x
"""


def gcd2(a, b):
    a, b = abs(int(mp.nint(a))), abs(int(mp.nint(b)))
    while b:
        a, b = b, a % b
    return mp.mpf(a)


def series(name, function):
    def value(f, lo, hi):
        lo, hi = int(mp.nint(lo)), int(mp.nint(hi))
        total = mp.mpf(1 if name == "prod" else 0)
        for k in range(lo, hi + 1):
            total = total * f(mp.mpf(k)) if name == "prod" else total + f(mp.mpf(k))
        return total
    return value


class Undefined(Exception):
    pass


def real(f):
    def g(*xs):
        v = f(*xs)
        if isinstance(v, mp.mpc):
            if v.imag != 0:
                raise Undefined
            v = v.real
        if mp.isnan(v) or mp.isinf(v):
            raise Undefined
        return v
    return g


def div(a, b):
    if b == 0:
        raise Undefined
    return a / b


def power(a, b):
    if a == 0:
        if b < 0:
            raise Undefined
        return mp.mpf(1 if b == 0 else 0)
    if a < 0 and b != mp.nint(b):
        raise Undefined
    return mp.power(a, b) if a > 0 else (-1) ** int(mp.nint(b)) * mp.power(-a, b)


def root(x, n):
    if x < 0:
        if int(n) % 2 == 0:
            raise Undefined
        return -mp.root(-x, int(n))
    return mp.root(x, int(n))


def logarithm(x, b=None):
    if x <= 0 or b is not None and (b <= 0 or b == 1):
        raise Undefined
    return mp.log(x) if b is None else mp.log(x) / mp.log(b)


NAMES = {k: real(v) for k, v in dict(
    sin=mp.sin, cos=mp.cos, tan=mp.tan, cot=lambda x: div(mp.cos(x), mp.sin(x)), sec=lambda x: div(1, mp.cos(x)), csc=lambda x: div(1, mp.sin(x)),
    asin=mp.asin, arcsin=mp.asin, acos=mp.acos, arccos=mp.acos, atan=mp.atan, acot=lambda x: mp.atan(div(1, x)) if x != 0 else mp.pi / 2,
    asec=lambda x: mp.acos(div(1, x)), acsc=lambda x: mp.asin(div(1, x)), atan2=mp.atan2,
    sinh=mp.sinh, cosh=mp.cosh, tanh=mp.tanh, coth=lambda x: div(1, mp.tanh(x)), sech=mp.sech, csch=lambda x: div(1, mp.sinh(x)),
    asinh=mp.asinh, acosh=mp.acosh, atanh=lambda x: mp.atanh(x) if abs(x) != 1 else mp.nan, acoth=lambda x: mp.atanh(div(1, x)),
    asech=lambda x: mp.acosh(div(1, x)), acsch=lambda x: mp.asinh(div(1, x)),
    exp=mp.exp, expm1=lambda x: mp.exp(x) - 1, ln=logarithm, log=logarithm, log2=lambda x: logarithm(x, 2), log10=lambda x: logarithm(x, 10),
    log1p=lambda x: logarithm(1 + x), sqrt=mp.sqrt, cbrt=lambda x: root(x, 3), root=root, abs=abs, sign=mp.sign, floor=mp.floor,
    ceil=mp.ceil, round=lambda x: mp.sign(x) * mp.floor(abs(x) + mp.mpf(1) / 2), trunc=lambda x: mp.sign(x) * mp.floor(abs(x)),
    min=min, max=max, mod=lambda a, b: a - b * mp.floor(div(a, b)), gcd=gcd2, lcm=lambda a, b: div(abs(a * b), gcd2(a, b)) if a * b else mp.mpf(0),
    hypot=mp.hypot, factorial=mp.factorial, gamma=lambda x: mp.gamma(x) if not (x <= 0 and x == mp.nint(x)) else mp.nan,
    lgamma=lambda x: mp.log(abs(mp.gamma(x))), digamma=mp.digamma, beta=mp.beta, erf=mp.erf, erfc=mp.erfc,
    binomial=lambda n, k: mp.binomial(n, k), sigmoid=lambda x: 1 / (1 + mp.exp(-x)), softplus=lambda x: mp.log(1 + mp.exp(x)), relu=lambda x: max(x, mp.mpf(0)),
    leakyrelu=lambda x, s=mp.mpf("0.01"): x if x >= 0 else s * x, elu=lambda x: x if x >= 0 else mp.exp(x) - 1,
    gelu=lambda x: x * mp.ncdf(x), silu=lambda x: x / (1 + mp.exp(-x)), softsign=lambda x: x / (1 + abs(x)),
    logit=lambda x: logarithm(div(x, 1 - x)), logsumexp=lambda *xs: mp.log(sum(mp.exp(x) for x in xs)), step=lambda x: mp.mpf(1 if x >= 0 else 0),
    normalpdf=mp.npdf, normalcdf=mp.ncdf).items()}
NAMES.update(pi=mp.pi, e=mp.e, SUM=series("sum", None), PROD=series("prod", None), POWER=power, DIV=div, N=mp.mpf)


# A small parser of the part of the language that the pairs use, into Python.
TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:e[-+]?\d+)?)|([a-zA-Z_]\w*)|(<=|>=|!=|[-+*/^()!,<>=]))")


class Parser:
    def __init__(self, text, variables):
        self.tokens, at = [], 0
        while at < len(text.rstrip()):
            m = TOKEN.match(text, at)
            self.tokens.append(m.group(m.lastindex))
            at = m.end()
        self.tokens.append("")
        self.i = 0
        self.variables = variables

    def peek(self):
        return self.tokens[self.i]

    def next(self):
        self.i += 1
        return self.tokens[self.i - 1]

    def comparison(self):
        left = self.sum()
        if self.peek() in ("<", ">", "<=", ">=", "="):
            op = self.next()
            return "(%s %s %s)" % (left, "==" if op == "=" else op, self.sum())
        return left

    def sum(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            value = "(%s%s%s)" % (value, self.next(), self.term())
        return value

    def term(self):
        if self.peek() in ("+", "-"):
            return "(%s%s)" % (self.next(), self.term())
        value = self.power()
        while self.peek() and self.peek() not in ("+", "-", ")", ",", "<", ">", "<=", ">=", "="):
            if self.peek() in ("*", "/"):
                op = self.next()
                right = self.signed()
                value = "(%s*%s)" % (value, right) if op == "*" else "DIV(%s,%s)" % (value, right)
            else:
                value = "(%s*%s)" % (value, self.power())
        return value

    def signed(self):
        if self.peek() in ("+", "-"):
            return "(%s%s)" % (self.next(), self.signed())
        return self.power()

    def power(self):
        base = self.primary()
        while self.peek() == "!":
            self.next()
            base = "factorial(%s)" % base
        if self.peek() == "^":
            self.next()
            return "POWER(%s,%s)" % (base, self.signed())
        return base

    def arguments(self):
        assert self.next() == "("
        args = [self.comparison()]
        while self.peek() == ",":
            self.next()
            args.append(self.comparison())
        assert self.next() == ")", self.tokens
        return args

    def primary(self):
        token = self.next()
        if token == "(":
            value = self.comparison()
            assert self.next() == ")"
            return value
        if re.match(r"\d", token):
            return 'N("%s")' % token
        if token in ("sum", "prod"):
            args = self.arguments()
            return "%s(lambda %s: %s,%s,%s)" % (token.upper(), args[0], args[3], args[1], args[2])
        if token in ("if", "piecewise"):
            args = self.arguments()
            text = args[-1] if len(args) % 2 else "DIV(1,0)"
            for i in range(len(args) // 2 - 1, -1, -1):
                text = "(%s if %s else %s)" % (args[2 * i + 1], args[2 * i], text)
            return text
        if self.peek() == "(" and token in NAMES and token not in ("e", "pi"):
            return "%s(%s)" % (token, ",".join(self.arguments()))
        if token in NAMES and token not in ("e", "pi"):  # sin x cos y
            return "%s(%s)" % (token, self.primary())
        if token not in NAMES:
            self.variables.add(token)
        return token


def compiled(text):
    variables = set()
    parser = Parser(text, variables)
    code = parser.comparison()
    assert parser.peek() == "", (text, parser.tokens[parser.i:])
    bound = set(re.findall(r"lambda (\w+)", code))
    return compile(code, text, "eval"), variables - bound


def value(code, point):
    try:
        v = eval(code, {**NAMES, **point})
        if isinstance(v, mp.mpc):
            return None if v.imag != 0 else v.real
        v = mp.mpf(v)
        return None if mp.isnan(v) or mp.isinf(v) else v
    except (Undefined, ZeroDivisionError, ValueError, OverflowError):
        return None


def bound(text):
    return mp.inf if text == "inf" else mp.mpf(eval(text, {"pi": mp.pi}))


def points(variables, assumptions, domain, integers):
    rnd = random.Random(7)
    special = [0, 1, 2, -1, -2, 3, mp.mpf(1) / 3, mp.mpf(1) / 2, -mp.mpf(1) / 2, 4, 1000, -1000, 10 ** 6 + 1, -10 ** 8, 50]
    for i in range(260):
        point = {}
        for v in sorted(variables):
            s = assumptions.get(v, "real")
            low, high = domain.get(v, (-mp.inf, mp.inf))
            if v in domain and low > -mp.inf and high < mp.inf:
                x = low + (high - low) * mp.mpf(rnd.random())
            elif len(variables) == 1 and i < len(special):
                x = mp.mpf(special[i])
            elif i % 40 == 39 and len(variables) == 1:
                x = mp.mpf(str(rnd.choice([3, 100, 7, 10, 6])) ) + mp.mpf(rnd.random()) / 1000
            else:
                x = mp.mpf(round(rnd.uniform(-1, 1) * rnd.choice([1, 3, 8, 8, 20]), 3))
            if "integer" in s or v in integers:
                x = mp.nint(x)
                if abs(x) > 40:
                    x = mp.mpf(5)
            if s.startswith("positive"):
                x = abs(x) if x != 0 else mp.mpf(1)
            if s.startswith("nonnegative"):
                x = abs(x)
            if s == "negative":
                x = -abs(x) if x != 0 else mp.mpf(-1)
            if s == "nonzero" and x == 0:
                x = mp.mpf(1)
            if x < low:
                x = low + abs(x)
            if x > high:
                x = high - abs(x)
            point[v] = x
        yield point


def main():
    cases, bad = [], 0
    for line in PAIRS.strip().splitlines():
        if line.startswith("# "):
            continue
        text, *options = [part.strip() for part in line.split(";")]
        if "skip" in options:
            continue
        mark = next(m for m in (" ~ ", " ## ", " # ") if m in text)
        a, b = [s.strip() for s in text.split(mark)]
        verdict = "equivalent" if mark == " ~ " else "different"
        case = {"a": a, "b": b, "verdict": verdict}
        assumptions, domain = {}, {}
        for option in options:
            if option == "strictDomain":
                case["strictDomain"] = True
            elif " in " in option:
                v, ends = option.split(" in ")
                low, high = ends.split()
                domain[v] = (bound(low), bound(high))
                case.setdefault("domain", {})[v] = [low, "Infinity" if high == "inf" else high]
            else:
                v, s = option.split("=")
                assumptions[v] = s
                case.setdefault("assumptions", {})[v] = s
        (f, fv), (g, gv) = compiled(a), compiled(b)
        integers = {"n", "k"} & (fv | gv) if re.search(r"\b(sum|prod)\(", a + b) else {"x", "y", "n"} if "gcd" in a else set()
        integers -= {"x"} if "gcd" not in a else set()
        different, both, only = None, 0, 0
        for point in points(fv | gv, assumptions, domain, integers):
            if "cosh" in a and any(abs(x) > 100 for x in point.values()):
                continue  # 420 digits do not hold what cancels there
            if integers and any(point.get(v, 0) < 0 for v in ("n", "k")):
                continue
            x, y = value(f, point), value(g, point)
            if x is None and y is None:
                continue
            if x is None or y is None:
                only += 1
                continue
            both += 1
            if abs(x - y) > mp.mpf(10) ** -225 * max(1, abs(x), abs(y)):
                different = point
        expected = different is None and both > 0 if mark == " ~ " else different is not None if mark == " # " else only > 0
        if not expected:
            bad += 1
            import sys
            print("UNCONFIRMED", line, both, only, different, file=sys.stderr)
        cases.append(case)
    print('{"source": "textbook identities and near misses; mpmath %s, 420 digits", "script": "pairs.py", "cases": [' % mp.__version__)
    print(",\n".join(json.dumps(case) for case in cases))
    print("]}")
    import sys
    print(len(cases), "cases,", bad, "unconfirmed", file=sys.stderr)


main()
