"""Writes the arrays beside this script, as NumPy 1.24.2 does: run with python3 in this folder."""

import numpy as np

a = np.array([[1.5, -2.0, 3.0], [4.0, 5.0, -0.0]])
np.save("c-order.npy", a)
np.save("fortran-order.npy", np.asfortranarray(a))
np.save("big-endian.npy", a.astype(">f8"))
np.save("half.npy", a.astype("f2"))
np.save("single.npy", a.astype("f4"))
np.save("cube.npy", np.asfortranarray(np.arange(24.0).reshape(2, 3, 4)))
np.save("truths.npy", np.array([True, False, True]))
np.save("unsigned.npy", np.array([0, 2**53 + 1, 2**63 + 1025, 2**64 - 1], dtype="u8"))
np.save("scalar.npy", np.float64(2.5))
for major in (2, 3):
    with open(f"version-{major}.npy", "wb") as f:
        np.lib.format.write_array(f, a, version=(major, 0))
np.save("objects.npy", np.array([1, "x"], dtype=object), allow_pickle=True)
np.save("complex.npy", np.array([1 + 2j]))
np.save("text.npy", np.array(["a"]))
np.save("records.npy", np.array([(1, 2.0)], dtype=[("x", "i4"), ("y", "f8")]))

system = {"matrix": np.array([[2, 1], [1, 3]]), "rhs": np.array([3.0, 5.0])}
np.savez("stored.npz", **system)
np.savez_compressed("deflated.npz", **system)


class Pipe:
    """What cannot be sought in: the sizes then stand behind the data of each entry."""

    def __init__(self, file):
        self.file = file

    def write(self, data):
        return self.file.write(data)

    def flush(self):
        self.file.flush()

    def read(self, *_):
        raise OSError("write only")


with open("streamed.npz", "wb") as f:
    np.savez(Pipe(f), **system)
