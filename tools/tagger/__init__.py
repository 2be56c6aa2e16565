"""Making the tagger: labelled strings, made-up lists, training and scoring."""

import os

# The learner's matrices are small: a second thread only waits, and may add in another order.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
