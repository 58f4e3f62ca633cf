"""Iterates of Keras's optimizers in float64 on the NumPy backend (KERAS_BACKEND=numpy), gradients written by hand.

On this backend Keras computes in float32 whatever floatx says; the table by which it decides so is changed here.

Run with no arguments beside keras-iterates.csv, which it writes.
"""

import keras
import numpy as np
from keras import optimizers
from keras.src.backend.common import dtypes

keras.backend.set_floatx("float64")
dtypes.BIT64_TO_BIT32_DTYPE["float64"] = "float64"


def gradient(p):
    """Of Rosenbrock's function."""
    x, y = p
    return np.array([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)])


FALLING = 0.99  # where a case has a schedule, the rate of a step is that of the step before times this
CASES = [
    # name, optimizer, whether the rate falls
    ("gradient-descent", optimizers.SGD(1e-3, weight_decay=0.1), False),
    ("momentum", optimizers.SGD(1e-3, momentum=0.8, weight_decay=0.1), True),
    ("nesterov", optimizers.SGD(1e-3, momentum=0.8, nesterov=True, weight_decay=0.1), True),
    ("adagrad", optimizers.Adagrad(0.3, initial_accumulator_value=0.5, epsilon=1e-3, weight_decay=0.1), False),
    ("rmsprop", optimizers.RMSprop(0.01, rho=0.95, epsilon=1e-3, weight_decay=0.1), False),
    ("rmsprop-centered", optimizers.RMSprop(1e-3, rho=0.995, momentum=0.5, epsilon=1e-3, centered=True), True),
    ("adadelta", optimizers.Adadelta(0.8, rho=0.9, epsilon=1e-4, weight_decay=0.1), False),
    ("adam", optimizers.Adam(0.01, beta_1=0.8, beta_2=0.99, epsilon=1e-2, weight_decay=0.1), True),
    ("adamax", optimizers.Adamax(0.01, beta_1=0.8, beta_2=0.99, epsilon=1e-2, weight_decay=0.1), False),
    ("nadam", optimizers.Nadam(0.01, beta_1=0.8, beta_2=0.99, epsilon=1e-2, weight_decay=0.1), False),
    ("amsgrad", optimizers.Adam(0.01, beta_1=0.8, beta_2=0.9, epsilon=1e-2, weight_decay=0.1, amsgrad=True), False),
    ("adamw", optimizers.AdamW(0.01, beta_1=0.8, beta_2=0.99, epsilon=1e-2, weight_decay=0.1), True),
]

with open("keras-iterates.csv", "w") as out:
    out.write(f"# source: Keras {keras.__version__}, float64, NumPy backend; script: keras-iterates.py\n")
    out.write("# rows: case, then x and y of iteration 0, 1, 2, ... (the start is iteration 0)\n")
    for name, optimizer, falls in CASES:
        p = keras.Variable(np.array([-1.5, 2.0]), dtype="float64")
        optimizer.build([p])
        rate = float(optimizer.learning_rate)
        for t in range(101):
            x, y = p.numpy().tolist()
            out.write(f"{name},{x!r},{y!r}\n")
            if falls:
                optimizer.learning_rate = rate * FALLING**t
            optimizer.apply([gradient(p.numpy())], [p])
